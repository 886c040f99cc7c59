# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Send an object of your script's class there, and try to get one."""

from concurrent.futures import InterpreterPoolExecutor


class Order:
    def __init__(self, item):
        self.item = item


def read(order):
    return f"an order of {order.item}"


def write(item):
    return Order(item)


if __name__ == "__main__":
    with InterpreterPoolExecutor(max_workers=1) as executor:
        print("sent:", executor.submit(read, Order("tea")).result())
        error = executor.submit(write, "tea").exception()
        print(f"returned: {type(error).__name__}: {error}")
