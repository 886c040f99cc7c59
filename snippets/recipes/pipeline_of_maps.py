# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Let one pool do two stages: the second reads from the first."""

from multiprocessing import Pool


def parse(line):
    name, _, points = line.partition(":")
    return name, int(points)


def grade(result):
    name, points = result
    return f"{name} {'passed' if points > 50 else 'failed'}"


if __name__ == "__main__":
    lines = ["Ada:91", "Bob:17", "Cleo:51", "Dan:50"]
    with Pool(2) as pool:
        parsed = pool.imap(parse, lines)
        for line in pool.imap(grade, parsed):
            print(line)
