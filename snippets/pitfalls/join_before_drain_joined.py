# /// script
# [tool.snippet]
# hangs-after = 1
# env = { PYTHONWARNINGS = "ignore" }
# ///
"""Join a process before its big result is taken off the queue."""

from multiprocessing import Process, Queue


def write_report(results):
    results.put("x" * 1_000_000)


if __name__ == "__main__":
    results = Queue()
    process = Process(target=write_report, args=(results,))
    process.start()
    process.join()
    report = results.get()
    print("the report has", len(report), "characters")
