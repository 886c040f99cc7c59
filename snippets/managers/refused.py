# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Read the RemoteError of a call that a manager could not serve."""

from multiprocessing.managers import BaseManager, RemoteError


class Tools:
    def squares(self):
        return (number**2 for number in range(3))

    def fail(self):
        raise ValueError("from the manager's process")

    def _secret(self):
        return 42


class Shop(BaseManager):
    pass


Shop.register("Tools", Tools)


def try_to(what, action, *arguments):
    try:
        action(*arguments)
    except RemoteError as error:
        lines = error.args[0].splitlines()
        found = [line for line in lines if "Error: " in line]
        print(f"{what}: RemoteError")
        print("   ", found[0].split(" of <")[0])
    except Exception as error:
        print(f"{what}: {type(error).__name__}: {error}")


def try_all(shop):
    tools = shop.Tools()
    try_to("own exception", tools.fail)
    try_to("result not picklable", tools.squares)
    try_to("not exposed", tools._callmethod, "_secret")
    try_to("wrong arguments", shop.Tools, 1, 2)


if __name__ == "__main__":
    with Shop() as shop:
        try_all(shop)
