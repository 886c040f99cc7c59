"""Take a big result off the queue, then join the process."""

from multiprocessing import Process, Queue


def write_report(results):
    results.put("x" * 1_000_000)


if __name__ == "__main__":
    results = Queue()
    process = Process(target=write_report, args=(results,))
    process.start()
    report = results.get()
    process.join()
    print("the report has", len(report), "characters")
