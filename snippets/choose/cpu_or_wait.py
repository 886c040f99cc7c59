# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# alone = true
# matches = '''fetch: (0\.[2-9]|[1-9]\d?\.\d)\d\d s
#     of which on the CPU: 0\.0\d\d s
# compute: (?!0\.00)\d\d?\.\d\d\d s
#     of which on the CPU: (?!0\.00)\d\d?\.\d\d\d s
# '''
# ///
"""Compare the time that a task takes with its time on the CPU."""

from time import perf_counter, process_time, sleep


def fetch():
    sleep(0.2)  # stands for an answer from the network


def compute():
    return sum(number * number for number in range(2_000_000))


if __name__ == "__main__":
    for task in fetch, compute:
        began, used = perf_counter(), process_time()
        task()
        whole, cpu = perf_counter() - began, process_time() - used
        print(f"{task.__name__}: {whole:.3f} s")
        print(f"    of which on the CPU: {cpu:.3f} s")
