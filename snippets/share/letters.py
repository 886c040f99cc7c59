"""Share text: .value ends at the first zero byte, .raw does not."""

from ctypes import c_char, c_wchar
from multiprocessing import Array, Process


def greet(text, line):
    text.value = text.value.replace(b"hello", b"hi")
    line.get_obj().value = "grüße"


def read(line):
    return line.get_obj().value


if __name__ == "__main__":
    text = Array(c_char, b"hello child")
    line = Array(c_wchar, 10)
    process = Process(target=greet, args=(text, line))
    process.start()
    process.join()
    print("value:", text.value)
    print("raw:  ", text.raw)
    text.raw = b"0123456789\0"
    print("value:", text.value, "length:", len(text))
    try:
        text.value = b"longer than it was at first"
    except ValueError as error:
        print("ValueError:", error)
    print("wide: ", read(line), "length:", len(line))
