# /// script
# [tool.snippet]
# output = "lines"
# ///
"""Move money both ways; both locks are taken in the same order."""

from multiprocessing import Array, Lock, Process


def move(balances, locks, source, target):
    lower, upper = sorted([source, target])
    for _ in range(200):
        with locks[lower], locks[upper]:
            balances[source] -= 1
            balances[target] += 1
    print(f"moved from {source} to {target}")


if __name__ == "__main__":
    balances = Array("i", [500, 500], lock=False)
    locks = [Lock(), Lock()]
    processes = [
        Process(target=move, args=(balances, locks, *way))
        for way in [(0, 1), (1, 0)]
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("balances:", balances[:])
