# /// script
# [tool.snippet]
# output = "pattern"
# exit = 1
# child-exits = [-15]
# ///
"""Let a stuck process fail its test instead of stopping all tests."""

import unittest
from multiprocessing import Event, Process, active_children


def answer(question):
    question.wait()


class AnswerTest(unittest.TestCase):
    def run_process(self, *args, deadline):
        process = Process(target=answer, args=args)
        process.start()
        self.addCleanup(process.join)
        self.addCleanup(process.terminate)  # cleanups: last one first
        process.join(deadline)
        assert not process.is_alive(), f"alive after {deadline} s"
        assert process.exitcode == 0, process.exitcode

    def test_asked(self):
        question = Event()
        question.set()
        self.run_process(question, deadline=10)

    def test_not_asked(self):
        self.run_process(Event(), deadline=0.5)

    @classmethod
    def tearDownClass(cls):
        print("processes left over:", active_children())


if __name__ == "__main__":
    unittest.main(verbosity=2)
