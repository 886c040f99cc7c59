"""A process changes items of a list that lives in shared memory."""

from multiprocessing import Process
from multiprocessing.shared_memory import ShareableList


def work(job):
    job[1] += 0.5  # an item is read, and a new one stored
    job[2] = "done"
    job[3] = True
    job.shm.close()


def show(what, items):
    print(what, list(items))


if __name__ == "__main__":
    job = ShareableList([7, 1.5, "waiting", False, None, b"\x01\x02"])
    show("at first:", job)
    process = Process(target=work, args=(job,))
    process.start()
    process.join()
    show("the job: ", job)
    print("length:", len(job), "- format:", job.format)
    print("where 'done' is:", job.index("done"))
    print("how many None:", job.count(None))
    job.shm.close()
    job.shm.unlink()
