# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# child-exits = [-15]
# ///
"""End a late task together with its executor, and make a new one."""

from concurrent.futures import ProcessPoolExecutor
from time import sleep


def check(link):
    if link == "stuck":
        sleep(3600)
    return f"{link}: checked"


def executor_of_one():
    executor = ProcessPoolExecutor(max_workers=1)
    executor.submit(abs, 0).result()  # starting up takes no task's time
    return executor


if __name__ == "__main__":
    executor = executor_of_one()
    for link in ["home", "stuck", "about"]:
        future = executor.submit(check, link)
        try:
            print(future.result(timeout=1))
        except TimeoutError:
            executor.terminate_workers()
            print(
                f"{link}: given up, {type(future.exception()).__name__}"
            )
            executor = executor_of_one()
    executor.shutdown()
