"""Call run(), then start(): only one of them makes a process."""

from multiprocessing import Process, current_process


def work():
    print("work() runs in", current_process().name)


if __name__ == "__main__":
    process = Process(target=work, name="the child")

    process.run()
    print("pid", process.pid)

    process.start()
    process.join()
    print("exit code", process.exitcode)
