# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Make executors that prepare every worker, by prepare_context()."""

from concurrent.futures import (
    InterpreterPoolExecutor,
    ThreadPoolExecutor,
)

rates = {}


def load_rates(currency, rate):
    rates[currency] = rate


def to_euro(amount):
    return amount * rates["DKK"]


class RateThreads(ThreadPoolExecutor):
    @classmethod
    def prepare_context(cls, initializer, initargs):
        return super().prepare_context(load_rates, ("DKK", 0.125))


class RateInterpreters(InterpreterPoolExecutor):
    @classmethod
    def prepare_context(cls, initializer, initargs):
        return super().prepare_context(load_rates, ("DKK", 0.125))


if __name__ == "__main__":
    for kind in RateInterpreters, RateThreads:
        with kind(max_workers=1) as executor:
            print(list(executor.map(to_euro, [8, 80])), end=" ")
        print(f"by {kind.__name__}, rates here: {rates}")
