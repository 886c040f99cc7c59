"""Ask a process to stop, and let it leave try and finally itself."""

from multiprocessing import Event, Process


def work(started, stop):
    try:
        started.set()
        print("asked to stop:", stop.wait(60), flush=True)
    finally:
        print("cleaned up", flush=True)


if __name__ == "__main__":
    started, stop = Event(), Event()
    process = Process(target=work, args=(started, stop))
    process.start()
    print("started:", started.wait())
    stop.set()
    process.join()
    print("exit code", process.exitcode)
