"""Define a global in each worker by the executor's initializer."""

from concurrent.futures import ProcessPoolExecutor


def set_greeting(text):
    global greeting
    greeting = text


def greet(name):
    return f"{greeting}, {name}!"


if __name__ == "__main__":
    text = "Good morning"
    with ProcessPoolExecutor(
        1, initializer=set_greeting, initargs=(text,)
    ) as executor:
        print(executor.submit(greet, "Ada").result())
