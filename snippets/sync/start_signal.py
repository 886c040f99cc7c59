# /// script
# [tool.snippet]
# output = "lines"
# ///
"""Hold two processes back until the parent gives the signal."""

from multiprocessing import Event, Process, Semaphore


def work(name, ready, go):
    ready.release()
    go.wait()
    print(f"{name} goes: {go.is_set()}", flush=True)


if __name__ == "__main__":
    ready, go = Semaphore(0), Event()
    processes = [
        Process(target=work, args=(name, ready, go))
        for name in ("first", "second")
    ]
    for process in processes:
        process.start()
    for _ in processes:
        print("one is ready:", ready.acquire(), flush=True)
    print("is it set?", go.is_set(), flush=True)
    go.set()
    for process in processes:
        process.join()
