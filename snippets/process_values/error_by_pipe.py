# /// script
# [tool.snippet]
# raises = "ValueError"
# ///
"""Bring the result home or, if there is none, the exception."""

import traceback
from multiprocessing import Pipe, Process


def work(function, argument, sender):
    try:
        sender.send((function(argument), None))
    except Exception as error:
        error.add_note("In the child:\n" + traceback.format_exc())
        sender.send((None, error))


def call(function, argument):
    receiver, sender = Pipe(duplex=False)
    process = Process(target=work, args=(function, argument, sender))
    process.start()
    sender.close()
    result, error = receiver.recv()
    process.join()
    if error:
        raise error
    return result


if __name__ == "__main__":
    print(call(int, "42"))
    print(call(int, "forty-two"))
