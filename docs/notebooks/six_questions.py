# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # The six questions in a notebook
#
# Six short answers about multiprocessing, three of them programs, as one Jupyter notebook. It ran
# when this site was built, on the Python that builds it, and each output below a cell is what came
# out. The pages' programs ran on a newer one, if the two differ. Its second half is
# about the notebook itself: functions that you define in a cell are found by child processes
# under one start method only, and printed lines arrive in pieces.
#
# Each answer links to a page that shows more, with programs that ran as scripts.

# %% [markdown]
# ## What runs this notebook
#
# The three programs below define their functions in cells. That asks for the `fork` start method,
# where a child is a copy of the notebook's process and has all that its cells defined. Windows
# has no `fork`, and on macOS
# [it may crash](https://docs.python.org/3/library/multiprocessing.html#multiprocessing-start-methods)
# (documented, not run here); there, this cell takes threads in place of processes, and says so.
#
# A kernel has several threads, and a fork of a process with threads
# [may deadlock](https://docs.python.org/3/library/os.html#os.fork) in the child; Python warns of
# it since 3.12. These short functions got through in our runs. For work of your own, take
# [the module below](#what-works-everywhere-functions-in-a-module).

# %%
import sys
from multiprocessing import dummy, get_all_start_methods, get_context

methods = get_all_start_methods()
if sys.platform == "darwin":
    methods.remove("fork")

if "fork" in methods:
    workers = get_context("fork")
    print("The cells' functions run in forked processes.")
else:
    workers = dummy  # the same names, but threads
    print("No fork here: the cells' functions run in threads.")
print("Python", sys.version.split()[0], "on", sys.platform)

# %% [markdown]
# ## 1. What is multiprocessing, and why is it useful?
#
# It runs Python functions in several processes at once. Each process has its own interpreter and
# its own memory. So a computation can use several cores, a variable changed in one process keeps
# its value in the others, and a crash ends one process, not all.
#
# It is often said to be for I/O-bound work as well. It is not: waiting in threads or with asyncio
# takes as long and costs less.
#
# See [What is multiprocessing, and why is it useful?](../start/what-and-why.md)

# %% [markdown]
# ## 2. How does it differ from multithreading?
#
# Threads live in one process and share its memory: they are light, and passing data is easy. In
# the default build of Python they take turns, because one lock, the GIL, lets one thread run
# Python code at a time. In the free-threaded build there is no such lock, and threads use several
# cores.
#
# Processes use several cores in every build. They start more slowly and need more memory, and
# what they exchange is pickled, unless it lies in memory that they share.
#
# See [Multiprocessing or multithreading?](../start/processes-vs-threads.md)

# %% [markdown]
# ## 3. How do I create a process?
#
# Pass a function to `Process`, start it, and join it to wait for its end.


# %%
def print_numbers():
    for number in range(1, 6):
        print(f"Number: {number}")


process = workers.Process(target=print_numbers)
process.start()
process.join()
print("Process has finished.")

# %% [markdown]
# In a script, the last four lines stand under `if __name__ == "__main__":`.
#
# See [How do I create a process?](../start/first-process.md)

# %% [markdown]
# ## 4. What is a pool, and why use one?
#
# A pool is a fixed number of worker processes that take tasks from a queue. You hand it a
# function and a collection; it hands you the results in the collection's order, whichever worker
# computed them. The workers are started once and used again for task after task.
#
# See [What is a multiprocessing pool, and why use one?](../start/what-is-a-pool.md)

# %% [markdown]
# ## 5. How do I create a pool of workers?
#
# Create a `Pool` in a `with` statement and call `map`.


# %%
def double(number):
    return number * 2


with workers.Pool(processes=4) as pool:
    results = pool.map(double, range(1, 11))
print("Results:", results)

# %% [markdown]
# See [How do I create a pool of workers?](../start/first-pool.md)

# %% [markdown]
# ## 6. How do I make four processes each print a different number?
#
# The common answer maps a function that prints over four numbers.


# %%
def print_number(number):
    print(f"Process {number}: {number}")


with workers.Pool(processes=4) as pool:
    pool.map(print_number, [1, 2, 3, 4])

# %% [markdown]
# This is not the answer, for two reasons. A pool of four promises four workers, not a task for
# each of them: one worker may have printed several of these lines. And what a forked child prints
# reaches the notebook in pieces, first the text and then the newline. Where two texts share a
# line, two `print` calls met; their newlines follow.
#
# Four `Process` objects are four processes. Each of these hands over one piece, with the newline
# in it; their order is still free.


# %%
def write_number(number):
    sys.stdout.write(f"Process {number}: {number}\n")


processes = [
    workers.Process(
        target=write_number,
        args=(number,),
    )
    for number in [1, 2, 3, 4]
]
for process in processes:
    process.start()
for process in processes:
    process.join()

# %% [markdown]
# See [How do I make four processes each print a different number?](../start/four-numbers.md)

# %% [markdown]
# ## Why a function from a cell is not found
#
# Under `spawn` and `forkserver`, a child is not a copy of the notebook. It is told the function's
# name and looks for it in its own `__main__` module. A script's file is imported for that. A
# notebook has no file to import, so the name is missing. `spawn` is the default on Windows and
# macOS (documented, not run here), `forkserver` on Linux
# [since Python 3.14](https://docs.python.org/3/whatsnew/3.14.html#whatsnew314-multiprocessing-start-method).
#
# With a plain `Process`, the notebook goes on. The traceback is the child's.

# %%
exit_codes = {}
for method in methods:
    if method != "fork":
        process = get_context(method).Process(target=print_numbers)
        process.start()
        process.join()
        exit_codes[method] = process.exitcode

# %% [markdown]
# The parent sees nothing but the exit code, which is not zero.

# %%
exit_codes

# %% [markdown]
# A `ProcessPoolExecutor` notices that its worker died, and raises an exception in the cell. This
# cell is expected to fail.

# %% tags=["raises-exception"]
# %xmode Minimal
from concurrent.futures import ProcessPoolExecutor

with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
    print(executor.submit(double, 21).result())

# %% [markdown]
# Do not try this with `Pool.map`. Each task ends the worker that takes it and is lost. The pool
# starts new workers, but nobody repeats the tasks, so `map` waits forever: the tracebacks that
# appear are the workers', the cell itself gets no error.

# %% [markdown]
# ## What works everywhere: functions in a module
#
# A child gets the notebook's `sys.path`, so it can import a module that the notebook can import,
# under every start method. So the functions go into a file. This cell writes to a temporary
# folder that is removed when the kernel ends; your file can lie beside your notebook.

# %%
import os
import tempfile

folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
os.chdir(folder.name)
sys.path.insert(0, folder.name)


# %%
# %%writefile number_tasks.py
def double(number):
    return number * 2


def send_number(number, results):
    results.put(number)


# %%
import number_tasks

for method in sorted(methods):
    with get_context(method).Pool(processes=4) as pool:
        print(f"{method}:", pool.map(number_tasks.double, range(1, 11)))

# %% [markdown]
# The same holds for four processes. They send their numbers and the notebook prints them, so that
# no line is lost, broken or out of order. No start method is named here: it is the default of
# this Python on this platform.

# %%
from multiprocessing import Process, SimpleQueue

results = SimpleQueue()
processes = [
    Process(
        target=number_tasks.send_number,
        args=(number, results),
    )
    for number in [1, 2, 3, 4]
]
for process in processes:
    process.start()
numbers = [results.get() for _ in processes]
for process in processes:
    process.join()

for number in sorted(numbers):
    print(f"Process {number}: {number}")

# %% [markdown]
# ## Where to go from here
#
# - [How do I create a process in Python?](../start/first-process.md) has the rules for a script:
#   the main guard above all.
# - [How do I make four processes each print a different number?](../start/four-numbers.md) has
#   the sixth answer in full.
# - [How this site is made](../about/how-it-is-made.md) tells how its programs and this notebook
#   are run.
