# /// script
# [tool.snippet]
# start-methods = []
# platforms = ["Linux", "Darwin"]
# ///
"""See which numbers fit into each type, and what happens to others."""

from ctypes import c_bool, c_double, sizeof
from multiprocessing import Array, Value

if __name__ == "__main__":
    for code in "bBhHiIlLqQfd":
        number = Value(code, 300.1 if code in "fd" else 300)
        kind = number.get_obj()
        print(f"{code}  {sizeof(kind)} bytes  {number.value}")
    print("c ", Value("c", b"x").value, " u ", Value("u", "x").value)
    flag = Value(c_bool, True)
    ratio = Value(c_double, 1 / 3)
    print(flag.value, ratio.value)
    print("zeros:", Value("d").value, Array("i", 3)[:])
    print("given:", Array("i", range(3))[:])
    for code, wrong in ("i", 1.5), ("x", 1):
        try:
            Value(code, wrong)
        except TypeError as error:
            print(f"Value({code!r}, {wrong}):", error)
