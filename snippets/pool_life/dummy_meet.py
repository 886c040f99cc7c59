# /// script
# [tool.snippet]
# output = "lines"
# start-methods = []
# ///
"""Let threads under the name of processes meet, and queue up."""

from multiprocessing.dummy import (
    Barrier,
    Condition,
    Lock,
    Process,
    Semaphore,
    Value,
)


def announce():
    print("all three are here")


def work(name, meeting, seats, news, done):
    meeting.wait()
    with seats:
        print(f"{name} sits")
    with news:
        done.value += 1
        news.notify()


if __name__ == "__main__":
    meeting = Barrier(parties=3, action=announce, timeout=60)
    seats = Semaphore(value=2)
    news = Condition(lock=Lock())
    done = Value("i", 0)
    for name in "Ada", "Ben", "Eve":
        arguments = name, meeting, seats, news, done
        Process(target=work, args=arguments).start()
    with news:
        news.wait_for(lambda: done.value == 3)
    print("done:", done.value)
