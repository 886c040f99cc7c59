# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Count words: each task maps a text to counts, the parent adds up."""

import re
from collections import Counter
from multiprocessing import Pool

CHAPTERS = [
    "The wind was asleep. The sea was calm.",
    "Then the wind woke, and the sea with it.",
    "In the morning the sea was calm again.",
]


def count_words(text):
    return Counter(re.findall(r"\w+", text.lower()))


if __name__ == "__main__":
    total = Counter()
    with Pool(2) as pool:
        for counts in pool.imap_unordered(count_words, CHAPTERS):
            total.update(counts)
    ranked = sorted(total.items(), key=lambda pair: (-pair[1], pair[0]))
    for word, count in ranked[:4]:
        print(f"{count} {word}")
