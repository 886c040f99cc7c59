"""Put one dict into a queue three times, changed each time."""

from multiprocessing import Process, Queue


def show(queue):
    print("first:", len(queue.get()), "bytes")
    for _ in range(3):
        print("reading:", queue.get())


if __name__ == "__main__":
    queue = Queue()
    queue.put(bytes(10_000_000))  # keeps the feeder thread busy
    reading = {}
    for degrees in 18, 19, 20:
        reading["degrees"] = degrees
        print("put:    ", reading)
        queue.put(reading)
    process = Process(target=show, args=(queue,))
    process.start()
    process.join()
