# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Give timeouts to a queue: a part of a second is cut off."""

from concurrent import interpreters
from time import monotonic


def seconds_in(method, *arguments, timeout):
    """Call a method that will time out; return how long it took."""
    began = monotonic()
    try:
        method(*arguments, block=True, timeout=timeout)
    except (interpreters.QueueEmpty, interpreters.QueueFull):
        return monotonic() - began


if __name__ == "__main__":
    queue = interpreters.create_queue(maxsize=1)
    print("get waited a second:", seconds_in(queue.get, timeout=1) >= 1)
    # The shortest of three: a loaded machine makes pauses of its own.
    waits = [seconds_in(queue.get, timeout=0.9) for _ in range(3)]
    print("get waited 0.9 s:", min(waits) >= 0.9)
    queue.put("tea")
    waits = [seconds_in(queue.put, 1, timeout=0.9) for _ in range(3)]
    print("put waited 0.9 s:", min(waits) >= 0.9)
