"""Let four processes print in order, each after the one before."""

from multiprocessing import Event, Process


def print_number(number, my_turn, next_turn):
    my_turn.wait()
    print(f"Process {number}: {number}", flush=True)
    next_turn.set()


if __name__ == "__main__":
    turns = [Event() for _ in range(5)]
    processes = [
        Process(
            target=print_number,
            args=(number, turns[number - 1], turns[number]),
        )
        for number in [1, 2, 3, 4]
    ]
    for process in reversed(processes):
        process.start()
    turns[0].set()
    for process in processes:
        process.join()
