# /// script
# [tool.snippet]
# platforms = ["Linux"]
# ///
"""Join before the get: a small result lets the process end."""

from multiprocessing import Process, Queue


def write_report(results, size):
    results.put("x" * size)


def start_writer(size):
    results = Queue()
    process = Process(target=write_report, args=(results, size))
    process.start()
    return process, results


if __name__ == "__main__":
    process, results = start_writer(60_000)
    process.join()
    print("60,000 characters put, exit code", process.exitcode)

    process, results = start_writer(70_000)
    process.join(timeout=0.5)
    print("70,000 characters put, exit code", process.exitcode)
    results.get()
    process.join()
    print("after the get, exit code", process.exitcode)
