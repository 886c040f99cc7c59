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
    size = 60_000
    process, results = start_writer(size)
    process.join()
    print(f"{size:,} characters put, exit code", process.exitcode)

    size = 70_000
    process, results = start_writer(size)
    process.join(timeout=0.5)
    print(f"{size:,} characters put, exit code", process.exitcode)
    results.get()
    process.join()
    print("after the get, exit code", process.exitcode)
