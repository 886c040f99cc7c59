# /// script
# [tool.snippet]
# output = "lines"
# ///
"""Move money both ways; both locks are taken in the same order."""

from multiprocessing import Array, Lock, Process
from time import sleep


def move(balances, locks, source, target, times):
    lower, upper = sorted([source, target])
    for _ in range(times):
        with locks[lower], locks[upper]:
            rest = balances[source] - 1
            sleep(0.005)  # nobody else comes between
            balances[source] = rest
            balances[target] += 1
    print(f"moved {times} from {source} to {target}")


if __name__ == "__main__":
    balances = Array("i", [500, 500], lock=False)
    locks = [Lock(), Lock()]
    processes = [
        Process(target=move, args=(balances, locks, *way))
        for way in [(0, 1, 20), (1, 0, 15)]
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("balances:", balances[:])
