# /// script
# [tool.snippet]
# output = "pattern"
# child-exits = [1]
# ///
"""Give a process a deadline: it then writes where it is stuck."""

import faulthandler
from multiprocessing import Lock, Process
from pathlib import Path
from tempfile import TemporaryDirectory


def pay(account, report):
    with open(report, "w") as file:
        faulthandler.dump_traceback_later(1, exit=True, file=file)
        with account:
            print("paid")
        faulthandler.cancel_dump_traceback_later()


if __name__ == "__main__":
    account = Lock()
    with TemporaryDirectory() as folder:
        report = Path(folder, "stuck.txt")
        process = Process(target=pay, args=(account, report))
        with account:
            process.start()
            process.join()
        print("exit code:", process.exitcode)
        print(report.read_text())
