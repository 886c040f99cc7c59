# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Ask whether this Python can run without a GIL, and does now."""

import sys
import sysconfig

if __name__ == "__main__":
    free_threaded = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
    print("free-threaded build:", free_threaded)
    if sys.version_info >= (3, 13):
        print("GIL enabled now:", sys._is_gil_enabled())
    else:
        print("GIL enabled now: True, as always before Python 3.13")
