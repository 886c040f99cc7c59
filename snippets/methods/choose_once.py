# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Choose a start method for the whole program, and then another."""

from multiprocessing import get_start_method, set_start_method

if __name__ == "__main__":
    set_start_method("spawn")
    print("chosen:", get_start_method())
    try:
        set_start_method("forkserver")
    except RuntimeError as error:
        print(f"RuntimeError: {error}")
    print("still:", get_start_method())
