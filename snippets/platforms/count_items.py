"""Count what is in a queue, also where qsize() is missing."""

from multiprocessing import Process, Queue, Value


def put(queue, waiting, item):
    queue.put(item)
    with waiting.get_lock():
        waiting.value += 1


def get(queue, waiting):
    item = queue.get()
    with waiting.get_lock():
        waiting.value -= 1
    return item


def qsize(queue):
    try:
        return queue.qsize()
    except NotImplementedError:
        return "not implemented"


if __name__ == "__main__":
    queue = Queue()
    waiting = Value("i", 0)
    for cup in "green", "black", "white":
        put(queue, waiting, cup)
    customer = Process(target=get, args=(queue, waiting))
    customer.start()
    customer.join()
    print("counted:", waiting.value)
    print("qsize():", qsize(queue))
    print("left:", get(queue, waiting), get(queue, waiting))
