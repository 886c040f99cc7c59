"""Give a process positional arguments, keyword ones and a name."""

from multiprocessing import Process, current_process


def greet(greeting, guest, ending="."):
    print(f"{current_process().name}: {greeting}, {guest}{ending}")


if __name__ == "__main__":
    unnamed = Process(target=greet, args=("Hello", "Ada"))
    named = Process(
        target=greet,
        args=("Welcome", "Grace"),
        kwargs={"ending": "!"},
        name="greeter",
    )
    for process in (unnamed, named):
        process.start()
        process.join()
