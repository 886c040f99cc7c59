# /// script
# [tool.snippet]
# hangs-after = 2
# start-methods = []
# ///
"""Call task_done() too often, and then not often enough."""

from multiprocessing import JoinableQueue

if __name__ == "__main__":
    tasks = JoinableQueue(maxsize=10)
    tasks.put("tea")
    print("got", tasks.get())
    tasks.task_done()
    try:
        tasks.task_done()
    except ValueError as error:
        print(f"ValueError: {error}")
    tasks.join()
    print("join() is back: nothing is unfinished")

    tasks.put("cake")
    print("got", tasks.get())
    tasks.join()  # nobody has called task_done()
    print("never printed")
