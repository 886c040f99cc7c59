# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# platforms = ["Linux", "Windows"]
# ///
"""Give back more permits than were taken."""

from multiprocessing import BoundedSemaphore, Semaphore

if __name__ == "__main__":
    for permits in Semaphore(2), BoundedSemaphore(value=2):
        print(type(permits).__name__)
        permits.acquire(block=True, timeout=None)
        permits.release()
        try:
            permits.release()  # this one was never taken
        except ValueError as error:
            print("    ValueError:", error)
        left = permits.get_value()
        print("    permits:", left, "locked:", permits.locked())
