# /// script
# [tool.snippet]
# output = "pattern"
# platforms = ["Linux", "Darwin"]
# masks = { line = '(?<=synchronize\.py", line )\d+' }
# ///
"""Ask a running process by a signal where it is; it then goes on."""

import faulthandler
import signal
import subprocess
from multiprocessing import Condition, Process


def serve(request):
    with request:
        faulthandler.register(signal.SIGUSR1)
        request.notify()
        request.wait()
    print("the process goes on")


if __name__ == "__main__":
    request = Condition()
    with request:
        process = Process(target=serve, args=(request,))
        process.start()
        request.wait()
    with request:
        command = ["kill", "-USR1", str(process.pid)]
        subprocess.run(command, check=True)
        request.notify()
    process.join()
    print("exit code:", process.exitcode)
