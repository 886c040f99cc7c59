"""Give each process a slot of its own in raw memory: no lock."""

from multiprocessing import Process, RawArray, RawValue


def count(words, letter, counts, slot):
    counts[slot] = sum(letter.value in word for word in words)


if __name__ == "__main__":
    halves = [b"lock", b"pool", b"queue"], [b"event", b"pipe"]
    letter = RawValue("c", b"o")
    counts = RawArray("i", len(halves))
    processes = [
        Process(
            target=count,
            args=(half, letter, counts, slot),
        )
        for slot, half in enumerate(halves)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("words with an o:", counts[:], "together:", sum(counts))
