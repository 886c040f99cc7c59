# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Use a condition in ways that do not work, and see what it says."""

from multiprocessing import Condition, Lock

if __name__ == "__main__":
    condition = Condition(lock=Lock())
    for method in condition.wait, condition.notify:
        try:
            method()
        except AssertionError as error:
            print(f"{method.__name__}(): AssertionError: {error}")
    print("acquire():", condition.acquire(block=True, timeout=1))
    condition.notify()  # nobody waits: it is lost
    print("wait(timeout=0.1):", condition.wait(timeout=0.1))
    never = condition.wait_for(lambda: False, timeout=0.1)
    print("wait_for(..., timeout=0.1):", never)
    at_once = condition.wait_for(lambda: True, timeout=None)
    print("wait_for() of what is true:", at_once)
    condition.release()
