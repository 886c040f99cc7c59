"""Put three processes to sleep; wake two of them, then the rest."""

from multiprocessing import Condition, Process, Semaphore


def nap(bed, asleep, awake):
    with bed:
        asleep.release()
        bed.wait()  # lets go of the condition's lock meanwhile
    awake.release()


if __name__ == "__main__":
    bed, asleep, awake = Condition(), Semaphore(0), Semaphore(0)
    processes = [
        Process(target=nap, args=(bed, asleep, awake)) for _ in range(3)
    ]
    for process in processes:
        process.start()
    for _ in processes:
        asleep.acquire()
    with bed:  # free, so the last one is asleep, too
        bed.notify(n=2)
    for timeout in None, None, 0.3:
        print("one awoke:", awake.acquire(timeout=timeout))
    with bed:
        bed.notify_all()
    print("one awoke:", awake.acquire())
    for process in processes:
        process.join()
