# /// script
# [tool.snippet]
# output = "lines"
# matches = '(\d starts\n){3}(\d ends\n){3}'
# ///
"""Start every process before joining any: they run together."""

from multiprocessing import Barrier, Process


def work(number, everyone):
    print(f"{number} starts", flush=True)
    everyone.wait()
    print(f"{number} ends")


if __name__ == "__main__":
    everyone = Barrier(3)
    processes = [
        Process(target=work, args=(number, everyone))
        for number in (1, 2, 3)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
