# /// script
# [tool.snippet]
# output = "pattern"
# masks = { name = '(?<=/pymp-)\w+' }
# ///
"""Turn on the messages of multiprocessing itself, and add one."""

import logging
from multiprocessing import Process, get_logger, log_to_stderr


def ship():
    get_logger().info("a message by multiprocessing's logger")
    logging.getLogger("orders").info("a message by a logger of mine")


if __name__ == "__main__":
    log_to_stderr(logging.INFO)
    process = Process(target=ship, name="shipping")
    process.start()
    process.join()
