# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Ask which of the newer names and parameters this Python has."""

import inspect
import os
from concurrent import futures
from multiprocessing import Process, set_forkserver_preload
from multiprocessing.managers import SyncManager
from multiprocessing.shared_memory import SharedMemory
from multiprocessing.synchronize import Lock


def takes(function, parameter):
    return parameter in inspect.signature(function).parameters


EXECUTOR = futures.ProcessPoolExecutor
IS_HERE = {
    "max_tasks_per_child": takes(EXECUTOR, "max_tasks_per_child"),
    "SharedMemory(track=)": takes(SharedMemory, "track"),
    "os.process_cpu_count()": hasattr(os, "process_cpu_count"),
    "Process.interrupt()": hasattr(Process, "interrupt"),
    "Lock.locked()": hasattr(Lock, "locked"),
    "SyncManager.set()": hasattr(SyncManager, "set"),
    "Executor.map(buffersize=)": takes(EXECUTOR.map, "buffersize"),
    "kill_workers()": hasattr(EXECUTOR, "kill_workers"),
    "InterpreterPoolExecutor": hasattr(
        futures, "InterpreterPoolExecutor"
    ),
    "set_forkserver_preload(on_error=)": takes(
        set_forkserver_preload, "on_error"
    ),
}

if __name__ == "__main__":
    for name, here in IS_HERE.items():
        print("yes" if here else "no ", name)
    print(sum(IS_HERE.values()), "of", len(IS_HERE), "are here")
