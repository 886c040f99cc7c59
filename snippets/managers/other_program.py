# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""A program started separately gets work from a manager's queue."""

import os
import subprocess
import sys
from multiprocessing.managers import BaseManager
from queue import Queue

CLIENT = """
import sys
from multiprocessing.managers import BaseManager

class Office(BaseManager):
    pass

Office.register("jobs")
Office.register("results")
key = sys.stdin.buffer.read(32)
office = Office(address=sys.argv[1], authkey=key)
office.connect()
jobs, results = office.jobs(), office.results()
while (job := jobs.get()) is not None:
    results.put(job.upper())
"""

queues = {"jobs": Queue(), "results": Queue()}


def get_jobs():
    return queues["jobs"]


def get_results():
    return queues["results"]


class Office(BaseManager):
    pass


Office.register("jobs", get_jobs)
Office.register("results", get_results)


def give_work(office):
    jobs, results = office.jobs(), office.results()
    for job in "write", "read", None:
        jobs.put(job)
    client = [sys.executable, "-c", CLIENT, office.address]
    done = subprocess.run(client, input=key, check=True)
    print(results.get(), results.get(), "- exit", done.returncode)


if __name__ == "__main__":
    key = os.urandom(32)  # goes to the client by its standard input
    with Office(authkey=key) as office:
        print("a path:", isinstance(office.address, str))
        give_work(office)
