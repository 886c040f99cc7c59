# /// script
# [tool.snippet]
# platforms = ["Linux"]
# start-methods = []
# ///
"""Name shared blocks: shorter ones, a long one, and Python's choice."""

from multiprocessing.shared_memory import SharedMemory
from secrets import token_hex


def create(name=None):
    try:
        block = SharedMemory(name, create=True, size=1)
    except OSError as error:
        return f"{type(error).__name__}: {error.strerror}"
    block.close()
    block.unlink()
    return f"a block with a name of {len(block.name)} characters"


if __name__ == "__main__":
    for length in 12, 60, 300:
        print(f"{length}:", create(token_hex(150)[:length]))
    print("no name:", create())
