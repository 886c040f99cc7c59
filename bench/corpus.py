"""Make up pages of prose with four programs each: the same for every builder.

Everything follows from the page's number. What the programs have to compute
repeats every ten pages, so that ten pages tell what more of them cost.
"""

from __future__ import annotations

import random
from collections.abc import Callable

KINDS = ("process", "pool", "queue", "memory")
CYCLE = 10  # pages, after which the programs' work repeats

_TEXT = """
process worker parent child task queue pipe pool lock event barrier semaphore manager proxy memory
block buffer message signal exit result error start join fork spawn guard module a the of in to and
or if when while before after every another only with without
"""
_WORDS = _TEXT.split()

_PROCESS = '''\
"""Start three processes that wait and say so."""

import time
from multiprocessing import get_context

REVISION = 0


def wait(number):
    time.sleep({wait} + 0.05 * number)
    print(f"{name} child {{number}} has waited", flush=True)


def main():
    fork = get_context("fork")
    children = [fork.Process(target=wait, args=[n]) for n in range(3)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(f"{name} exit codes {{[c.exitcode for c in children]}}")
    print(f"{name} revision {{REVISION}}")


if __name__ == "__main__":
    main()
'''

_POOL = '''\
"""Share out four computations to a pool of two."""

from multiprocessing import get_context

REVISION = 0


def compute(seed):
    for _ in range({steps}):
        seed = (seed * 69069 + 1) % 2**32
    return seed


def main():
    with get_context("fork").Pool(2) as pool:
        for value in pool.map(compute, range(4), chunksize=1):
            print(f"{name} computed {{value}}")
    print(f"{name} revision {{REVISION}}")


if __name__ == "__main__":
    main()
'''

_QUEUE = '''\
"""Let one process produce what another one adds up."""

import time
from multiprocessing import get_context

REVISION = 0


def produce(queue):
    for number in range(8):
        time.sleep({pause})
        queue.put(number * {factor})
    queue.put(None)


def main():
    fork = get_context("fork")
    queue = fork.Queue()
    producer = fork.Process(target=produce, args=[queue])
    producer.start()
    total = 0
    while (number := queue.get()) is not None:
        total += number
        print(f"{name} got {{number}}")
    producer.join()
    print(f"{name} total {{total}}")
    print(f"{name} revision {{REVISION}}")


if __name__ == "__main__":
    main()
'''

_MEMORY = '''\
"""Let two processes fill the halves of one block."""

from multiprocessing import get_context
from multiprocessing.shared_memory import SharedMemory

REVISION = 0
SIZE = {size}


def fill(block, start, stop):
    view = block.buf
    for at in range(start, stop):
        view[at] = at * {factor} % 256
    del view
    block.close()


def main():
    block = SharedMemory(create=True, size=SIZE)
    half = SIZE // 2
    fork = get_context("fork")
    children = [
        fork.Process(target=fill, args=[block, 0, half]),
        fork.Process(target=fill, args=[block, half, SIZE]),
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(f"{name} holds {{sum(block.buf[:SIZE])}}")
    block.close()
    block.unlink()
    print(f"{name} revision {{REVISION}}")


if __name__ == "__main__":
    main()
'''

_PROGRAMS = {"process": _PROCESS, "pool": _POOL, "queue": _QUEUE, "memory": _MEMORY}


def page_name(number: int) -> str:
    """Give the name of a page's file, without its suffix."""
    return f"page_{number:04d}"


def program_name(number: int, kind: str) -> str:
    """Give the name of one of a page's programs; it stands in each line that it prints."""
    return f"p{number:04d}_{kind}"


def program(number: int, kind: str, revision: int = 0) -> str:
    """Give one of a page's programs, in one of its revisions, which differ in what they print."""
    chance = random.Random(f"{number % CYCLE} {kind}")
    text = _PROGRAMS[kind].format(
        name=program_name(number, kind),
        wait=round(chance.uniform(0.05, 0.2), 3),
        steps=chance.randrange(250_000, 500_000),
        pause=chance.choice((0.02, 0.02, 0.03, 0.06)),
        factor=chance.randrange(3, 90),
        size=chance.randrange(200_000, 500_000),
    )
    return text.replace("REVISION = 0", f"REVISION = {revision}", 1)


def printed(number: int, kind: str, revision: int) -> str:
    """Give the line that tells which revision of a program a page shows."""
    return f"{program_name(number, kind)} revision {revision}"


def edition(number: int, revision: int) -> str:
    """Give the sentence that tells which edition of its prose a page shows."""
    return f"This is edition {revision} of text {number:04d}."


def page(number: int, slot: Callable[[str], str], revision: int = 0) -> str:
    """Give a page in Markdown: about 150 lines of prose, and four programs.

    Args:
        number: Its number.
        slot: Gives what stands where a program belongs, by the program's kind.
        revision: Of the prose.
    """
    chance = random.Random(number)
    parts = [
        f"---\ntitle: How does text {number:04d} begin?\n"
        f"description: {_sentence(chance, 15, plain=True)}\n---",
        f"# How does text {number:04d} begin?",
        f"{_paragraph(chance, 3)}\n{edition(number, revision)}",
    ]
    for kind in KINDS:
        heading = " ".join(chance.choice(_WORDS) for _ in range(3))
        parts += [f"## What about {kind}: {heading}?"]
        parts += [_paragraph(chance, 4) for _ in range(3)]
        parts += ["\n".join(f"- {_sentence(chance, 9)}" for _ in range(5))]
        parts += [f"### More on {kind}", _paragraph(chance, 4)]
        parts += ["!!! note\n\n    " + _paragraph(chance, 2).replace("\n", "\n    ")]
        parts += [slot(kind), _paragraph(chance, 3)]
        if kind in ("process", "queue"):
            rows = [" | ".join(chance.choice(_WORDS) for _ in range(3)) for _ in range(5)]
            head = "| one | two | three |\n| --- | --- | --- |"
            parts += ["\n".join([head, *(f"| {row} |" for row in rows)])]
        else:
            lines = [f"{chance.choice(_WORDS)}_{n} = {chance.randrange(999)}" for n in range(5)]
            parts += ["\n".join(["```ini", *lines, "```"])]
    return "\n\n".join(parts) + "\n"


def _paragraph(chance: random.Random, lines: int) -> str:
    return "\n".join(_sentence(chance, chance.randrange(9, 14)) for _ in range(lines))


def _sentence(chance: random.Random, words: int, plain: bool = False) -> str:
    chosen = [chance.choice(_WORDS) for _ in range(words)]
    chosen[0] = chosen[0].capitalize()
    mark = chance.choice(("`", "**", "", ""))
    spot = chance.randrange(1, words)
    if not plain:
        chosen[spot] = f"{mark}{chosen[spot]}{mark}"
    return " ".join(chosen) + "."
