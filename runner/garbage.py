"""Have Python collect garbage when nobody waits: objects that refer to each other in a circle.

It goes through the objects made lately after every 700 more (2000 as of Python 3.13), and now and
then through all that there are. A build makes and keeps many, and hardly any garbage: the collector
takes a twentieth of a build, and half of a server's, which knows more and more.
"""

from __future__ import annotations

import gc
import threading

SELDOM = 20_000  # objects more than before
LATER = 1.0  # seconds, in which a reader has been given the page


def collect_seldom() -> None:
    """Collect after so many objects more that a build need hardly do it."""
    gc.set_threshold(SELDOM)


def collect_later(seconds: float = LATER) -> threading.Timer:
    """Collect once, some time after a server's build: what was built before goes.

    Returns:
        What does it, or ends with the process.
    """
    timer = threading.Timer(seconds, gc.collect)
    timer.daemon = True
    timer.start()
    return timer
