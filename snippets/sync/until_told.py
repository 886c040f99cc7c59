"""Repeat something until told to stop; pause when told to."""

from multiprocessing import Event, Process, Semaphore


def look_after(stop, running, rounds):
    while not stop.wait(timeout=0.05):  # a nap that stop.set() ends
        running.wait()
        rounds.release()  # one more round is done


if __name__ == "__main__":
    stop, running, rounds = Event(), Event(), Semaphore(0)
    process = Process(target=look_after, args=(stop, running, rounds))
    process.start()
    print("before it may run:", rounds.acquire(timeout=0.3))
    running.set()
    for _ in range(3):
        print("one round is done:", rounds.acquire())
    running.clear()
    print("paused:", not running.is_set())
    print("wait(0.1):", running.wait(0.1))
    stop.set()
    running.set()  # or it would wait for ever
    process.join()
    print("stopped, exit code", process.exitcode)
    print("wait():", running.wait())
