"""Count signals with a semaphore: wait until all workers are ready."""

from multiprocessing import Event, Process, Semaphore


def work(ready, go):
    ready.release()  # one more is ready
    go.wait()


if __name__ == "__main__":
    ready, go = Semaphore(0), Event()
    processes = [
        Process(target=work, args=(ready, go)) for _ in range(3)
    ]
    for process in processes:
        process.start()
    for number in range(len(processes)):
        print(f"number {number + 1} is ready:", ready.acquire())
    print("a fourth one:", ready.acquire(timeout=0.1))
    go.set()
    for process in processes:
        process.join()
