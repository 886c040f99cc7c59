# /// script
# requires-python = ">=3.13"
# [tool.snippet]
# platforms = ["Linux"]
# start-methods = []
# ///
"""Confine a child to one CPU: its parent keeps all that it had."""

import os

if __name__ == "__main__":
    allowed = os.sched_getaffinity(0)
    cpus = os.cpu_count() or 0
    print("allowed, at most all:", len(allowed) <= cpus)
    child = os.fork()
    if child == 0:
        os.sched_setaffinity(0, {min(allowed)})
        print("child may use:", os.process_cpu_count(), flush=True)
        os._exit(0)
    os.waitpid(child, 0)
    print("parent as before:", os.sched_getaffinity(0) == allowed)
