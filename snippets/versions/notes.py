# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Pickle a lambda deep inside an object: does the error say where?"""

import pickle

ORDER = {"drink": "tea", "steps": [len, lambda cups: cups + 1]}

if __name__ == "__main__":
    try:
        pickle.dumps(ORDER)
    except (pickle.PicklingError, AttributeError) as error:
        print("it is a", type(error).__name__)
        notes = getattr(error, "__notes__", ["no hint where"])
        print(*notes, sep="\n")
