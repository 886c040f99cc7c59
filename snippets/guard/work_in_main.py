"""Keep the work in main(): the file is loaded once, and passed on."""

from multiprocessing import Process


def load_words():
    print("loading the words")
    return ["pool", "queue", "lock"]


def spell(word):
    print(word, "has", len(word), "letters")


def main():
    for word in load_words():
        process = Process(target=spell, args=(word,))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
