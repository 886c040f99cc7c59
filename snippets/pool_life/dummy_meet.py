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
)


def announce():
    print("all three are here")


def work(name, meeting, seats, news):
    meeting.wait()
    with seats:
        print(f"{name} sits")
    with news:
        done.append(name)
        news.notify()


if __name__ == "__main__":
    done = []
    meeting = Barrier(parties=3, action=announce, timeout=60)
    seats = Semaphore(value=2)
    news = Condition(lock=Lock())
    for name in "Ada", "Ben", "Eve":
        Process(target=work, args=(name, meeting, seats, news)).start()
    with news:
        news.wait_for(lambda: len(done) == 3)
    print("done:", sorted(done))
