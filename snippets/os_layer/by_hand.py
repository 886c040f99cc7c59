# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Do by hand what Process and Queue do: fork, work, send, wait."""

import os
import pickle


def square_all(numbers):
    return [number * number for number in numbers]


if __name__ == "__main__":
    parent = os.getpid()
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read_end)
        with open(write_end, "wb") as sender:
            pickle.dump(square_all([1, 2, 3]), sender)
        assert os.getppid() == parent
        os._exit(0)
    os.close(write_end)
    with open(read_end, "rb") as receiver:
        print("the child sends", pickle.load(receiver))
    pid, status = os.waitpid(child, 0)
    print("it is the child that ended:", pid == child)
    print("exit code:", os.waitstatus_to_exitcode(status))
