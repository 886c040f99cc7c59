# /// script
# [[tool.snippet.when]]
# start-methods = ["fork"]
# raises = "ValueError"
# ///
"""Ask for fork and for workers that are replaced after one task."""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

if __name__ == "__main__":
    with ProcessPoolExecutor(
        1, mp_context=get_context(), max_tasks_per_child=1
    ) as executor:
        first = executor.submit(os.getpid).result()
        print("a worker of its own:", first != os.getpid())
