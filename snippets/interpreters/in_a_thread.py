# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Call a function in another interpreter, by a thread of its own."""

from concurrent import interpreters


def double(tasks, results):
    while (number := tasks.get()) is not None:
        results.put(2 * number)


if __name__ == "__main__":
    tasks = interpreters.create_queue()
    results = interpreters.create_queue()
    interpreter = interpreters.create()
    thread = interpreter.call_in_thread(double, tasks, results)
    for number in 1, 2, 3:
        tasks.put(number)
        print(results.get())
    print("running:", interpreter.is_running())
    tasks.put(None)
    thread.join()
    print("running:", interpreter.is_running())
    interpreter.close()
