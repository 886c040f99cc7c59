# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# exit = 1
# ///
"""Patch in the parent, then in the worker; by each start method."""

import multiprocessing
import unittest
from unittest.mock import patch


class Tax:
    rate = 20


def price(net):
    return net + Tax.rate


def patch_tax():
    patch.object(Tax, "rate", 7).start()


class PriceTest(unittest.TestCase):
    def check(self, **pool_options):
        for method in multiprocessing.get_all_start_methods():
            context = multiprocessing.get_context(method)
            with self.subTest(method):
                with context.Pool(1, **pool_options) as pool:
                    result = pool.apply(price, (100,))
                assert result == 107, f"{result} is not 107"

    def test_patch_in_parent(self):
        with patch.object(Tax, "rate", 7):
            self.check()

    def test_patch_in_worker(self):
        self.check(initializer=patch_tax)


if __name__ == "__main__":
    unittest.main(verbosity=2)
