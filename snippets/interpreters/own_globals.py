# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Count calls in a global variable that each interpreter has."""

from concurrent.futures import InterpreterPoolExecutor

calls = 0


def count_call(name):
    global calls
    calls += 1
    return f"{name}: call {calls}, in the module {__name__}"


if __name__ == "__main__":
    executor = InterpreterPoolExecutor(max_workers=1)
    for line in executor.map(count_call, ["Ada", "Ben", "Eve"]):
        print(line)
    executor.shutdown()
    print(f"calls counted here: {calls}, in the module {__name__}")
