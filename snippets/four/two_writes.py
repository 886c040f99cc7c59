"""Show what one print call hands to the operating system."""

import io


class WriteLog(io.RawIOBase):
    """Keep each write that would reach the operating system."""

    def __init__(self):
        self.writes = []

    def writable(self):
        return True

    def write(self, data):
        self.writes.append(bytes(data))
        return len(data)


if __name__ == "__main__":
    log = WriteLog()
    line_buffered = io.TextIOWrapper(
        io.BufferedWriter(log), line_buffering=True, newline="\n"
    )
    print("Process 1: 1", file=line_buffered)
    print("line-buffered:", log.writes)

    log = WriteLog()
    unbuffered = io.TextIOWrapper(log, write_through=True, newline="\n")
    print("Process 1: 1", file=unbuffered)
    print("unbuffered:   ", log.writes)
