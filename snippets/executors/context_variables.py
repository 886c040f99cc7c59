"""Read a context variable in a thread and a process of an executor."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextvars import ContextVar, copy_context

user = ContextVar("user", default="nobody")


def who():
    return user.get()


def who_is(name):
    user.set(name)
    return who()


if __name__ == "__main__":
    user.set("Ann")
    context = copy_context()
    with ThreadPoolExecutor(1) as threads:
        print("thread:", threads.submit(who).result())
        ran = threads.submit(context.run, who)
        print("thread, in a copied context:", ran.result())
    with ProcessPoolExecutor(1) as processes:
        print("process:", processes.submit(who).result())
        told = processes.submit(who_is, "Ann")
        print("process, told by an argument:", told.result())
        error = processes.submit(context.run, who).exception()
        print(f"process, context sent: {type(error).__name__}: {error}")
