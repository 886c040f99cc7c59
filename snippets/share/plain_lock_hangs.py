# /// script
# [tool.snippet]
# output = "pattern"
# hangs-after = 2
# start-methods = []
# ///
"""Give a Value a plain Lock, and hold it while you use the value."""

from multiprocessing import Lock, Value

if __name__ == "__main__":
    counter = Value("i", 0, lock=Lock())
    counter.value = 41
    with counter.get_lock():
        counter.get_obj().value += 1  # does not ask for the lock
    print("counted:", counter.value, flush=True)
    with counter.get_lock():
        counter.value += 1  # asks for the lock that is held
    print("never printed")
