# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Ask which start methods there are, and which is the default."""

from multiprocessing import get_all_start_methods, get_start_method

if __name__ == "__main__":
    print("there are:", ", ".join(get_all_start_methods()))
    print("chosen so far:", get_start_method(allow_none=True))
    print("the default:", get_start_method())
