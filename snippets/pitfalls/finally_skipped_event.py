"""Ask a process to stop, and let it leave try and finally itself."""

from multiprocessing import Event, Process


def work(started, stop):
    try:
        started.set()
        stop.wait(60)
    finally:
        print("cleaned up", flush=True)


if __name__ == "__main__":
    started, stop = Event(), Event()
    process = Process(target=work, args=(started, stop))
    process.start()
    started.wait()
    stop.set()
    process.join()
    print("exit code", process.exitcode)
