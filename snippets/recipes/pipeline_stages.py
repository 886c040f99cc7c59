# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Chain stages of several workers each; the last one out says so."""

from multiprocessing import Barrier, Process, SimpleQueue


def run_stage(function, source, sink, readers, together):
    for item in iter(source.get, None):
        sink.put(function(item))
    if together.wait() == 0:  # all of this stage have put their last
        for _ in range(readers):
            sink.put(None)


def make_stages(stages, source, links):
    """Yield the processes, each stage reading what the last one put."""
    readers = [*(workers for _, workers in stages[1:]), 1]
    for stage, link, count in zip(stages, links, readers):
        function, workers = stage
        sink, together = link
        args = function, source, sink, count, together
        for _ in range(workers):
            yield Process(target=run_stage, args=args)
        source = sink


def feed(texts, source, workers):
    for text in texts:
        source.put(text)
    for _ in range(workers):
        source.put(None)


def double(number):
    return 2 * number


if __name__ == "__main__":
    stages = [(int, 2), (double, 3), (abs, 2)]
    source = SimpleQueue()
    links = [(SimpleQueue(), Barrier(n)) for _, n in stages]
    texts = [str(number) for number in range(-50, 50)]
    processes = [
        Process(target=feed, args=(texts, source, stages[0][1])),
        *make_stages(stages, source, links),
    ]
    for process in processes:
        process.start()

    results, _ = links[-1]
    numbers = sorted(iter(results.get, None))
    for process in processes:
        process.join()
    print(len(numbers), "results,", *numbers[:5], "…", numbers[-1])
