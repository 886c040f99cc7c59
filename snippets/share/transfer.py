"""Move amounts between shared numbers; the parent checks the sum."""

from multiprocessing import Array, Process, Value
from time import sleep


def move(balances, moves, times):
    for number in range(times):
        with balances.get_lock():  # both changes, or none
            balances[number % 3] -= 5
            sleep(0.001)  # nobody else comes between
            balances[(number + 1) % 3] += 5
        with moves.get_lock():
            moves.value += 1


if __name__ == "__main__":
    balances = Array("i", [100, 100, 100])
    moves = Value("i", 0)
    processes = [
        Process(target=move, args=(balances, moves, 50))
        for _ in range(2)
    ]
    for process in processes:
        process.start()
    sums, done = set(), False
    while not done:
        done = moves.value == 100
        with balances.get_lock():  # a moment in which nobody moves
            sums.add(sum(balances[:]))
    for process in processes:
        process.join()
    print("moves:", moves.value)
    print("balances:", balances[:], "sum:", sum(balances[:]))
    print("sums seen meanwhile:", *sums)
