# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# exit = 1
# ///
"""Test what will cross to a worker and back, without any process."""

import pickle
import unittest


class OutOfStock(Exception):
    def __init__(self, item, wanted):
        super().__init__(f"only a few {item} left")
        self.wanted = wanted


def ship(item, wanted):
    raise OutOfStock(item, wanted)


class CrossingTest(unittest.TestCase):
    def test_task_and_arguments(self):
        task = (ship, ("pencils", 17))
        assert pickle.loads(pickle.dumps(task)) == task

    def test_error(self):
        error = OutOfStock("pencils", 17)
        copy = pickle.loads(pickle.dumps(error))
        assert copy.wanted == error.wanted


if __name__ == "__main__":
    unittest.main(verbosity=2)
