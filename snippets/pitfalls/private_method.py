# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Pickle two methods as a task would be; the private one is lost."""

from multiprocessing.reduction import ForkingPickler


class Shop:
    def _open(self, day):
        return f"open on {day}"

    def __close(self, day):
        return f"closed on {day}"

    def tasks(self):
        return self._open, self.__close


if __name__ == "__main__":
    for method in Shop().tasks():
        sent = bytes(ForkingPickler.dumps(method))
        try:
            print(ForkingPickler.loads(sent)("Monday"))
        except AttributeError as error:
            print(f"AttributeError: {error}")
