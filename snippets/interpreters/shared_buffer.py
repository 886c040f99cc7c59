# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Fill one buffer from two interpreters, without a copy."""

from concurrent import interpreters


def fill(view, start, stop, letter):
    for index in range(start, stop):
        view[index] = letter


if __name__ == "__main__":
    buffer = bytearray(8)
    workers = [interpreters.create(), interpreters.create()]
    threads = []
    for number, worker in enumerate(workers):
        part = memoryview(buffer), 4 * number, 4 * number + 4
        letter = b"AB"[number]
        threads.append(
            worker.call_in_thread(fill, *part, letter=letter)
        )
    for thread in threads:
        thread.join()
    print(buffer)
    for worker in workers:
        worker.close()
