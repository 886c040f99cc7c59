# /// script
# [tool.snippet]
# cpus = 2
# start-methods = []
# timeout = 60
# ///
"""Two threads take turns in pure Python: do both run at a time?"""

import sys
from threading import Thread
from time import process_time

TURNS = 20
taken = 0


def play(number):
    global taken
    while (turn := taken) < TURNS and process_time() < 1:
        if turn % 2 == number:  # the other one leaves it alone
            taken = turn + 1


if __name__ == "__main__":
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    sys.setswitchinterval(60)  # who has the GIL keeps it for a minute
    players = [Thread(target=play, args=(number,)) for number in (0, 1)]
    for player in players:
        player.start()
    for player in players:
        player.join()
    print("GIL enabled:", gil)
    print(f"all of the {TURNS} turns were taken:", taken == TURNS)
