# /// script
# [tool.snippet]
# raises = "RuntimeError"
# exit = 1
# start-methods = []
# ///
"""Make a lock at module level; the program can no longer choose."""

from multiprocessing import Lock, set_start_method

# as a library might, when it is imported:
lock = Lock()

if __name__ == "__main__":
    set_start_method("spawn")
