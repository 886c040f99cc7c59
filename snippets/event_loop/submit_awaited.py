"""Await what submit() returns: it is no future of asyncio."""

import asyncio
from concurrent.futures import ProcessPoolExecutor, wait


def answer():
    return 42


async def attempt(what, coroutine):
    try:
        print(f"{what}: {await coroutine}")
    except (AttributeError, TypeError) as error:
        print(f"{what}: {type(error).__name__}: {error}")


async def awaited(executor):
    return await executor.submit(answer)


async def gathered(executor):
    return await asyncio.gather(executor.submit(answer))


async def waited(executor):
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(executor, answer)
    return wait([future])  # type: ignore


async def entered(executor):
    async with executor:
        return await run(executor)


async def wrapped(executor):
    return await asyncio.wrap_future(executor.submit(answer))


async def run(executor):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(executor, answer)


async def main(executor):
    await attempt("await submit()", awaited(executor))
    await attempt("gather(submit())", gathered(executor))
    await attempt("wait([run_in_executor()])", waited(executor))
    await attempt("async with executor", entered(executor))
    print("-- right")
    await attempt("wrap_future(submit())", wrapped(executor))
    await attempt("run_in_executor()", run(executor))


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        asyncio.run(main(executor))
