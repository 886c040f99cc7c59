# /// script
# dependencies = ["joblib"]
# [tool.snippet]
# start-methods = []
# timeout = 30
# env = { LOKY_MAX_CPU_COUNT = "1" }
# ///
"""Ask joblib how many CPUs to use, with a limit in the environment."""

import os

import joblib

if __name__ == "__main__":
    print("LOKY_MAX_CPU_COUNT:", os.environ["LOKY_MAX_CPU_COUNT"])
    print("joblib.cpu_count():", joblib.cpu_count())
    print("n_jobs=-1 means:", joblib.effective_n_jobs(-1))
