# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Close an interpreter whose items are still in a queue."""

from concurrent import interpreters
from concurrent.interpreters import _queues


def send(queue):
    queue.put("tea")


def send_removable(queue):
    from concurrent.interpreters import _queues

    queue.put("cake", unbounditems=_queues.UNBOUND_REMOVE)
    queue.put_nowait("jam", unbounditems=_queues.UNBOUND_REMOVE)


def left_after(send, **options):
    queue = interpreters.create_queue(**options)
    interpreter = interpreters.create()
    interpreter.call(send, queue)
    before = queue.qsize()
    interpreter.close()
    print(f"{before} sent, {queue.qsize()} left:", end=" ")
    try:
        item = queue.get_nowait()
        print("UNBOUND" if item is _queues.UNBOUND else item)
    except RuntimeError as error:
        print(f"{type(error).__name__}")


if __name__ == "__main__":
    default = interpreters.create_queue().unbounditems
    print("default:", default is _queues.UNBOUND)
    left_after(send)
    left_after(send, unbounditems=_queues.UNBOUND_ERROR)
    left_after(send_removable)
