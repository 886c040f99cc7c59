"""The index of the API: what programs use, seen as they run, recorded and shown.

The last part is the gate: what a program covers is not lost unnoticed.
"""

from __future__ import annotations

import functools
import runpy
import tempfile
import textwrap
import time
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from packaging.version import Version

from runner import catalog, coverage, reference, tracing
from runner.__main__ import main
from runner.coverage import Index, Program, dump, load, renewed, save
from runner.interpreters import ENVIRONMENT, Interpreter
from runner.inventory import MANUAL, read_objects, read_targets
from runner.links import highlighted
from runner.problem import Problem
from runner.project import HOME, Project
from runner.retrace import retrace
from runner.schedule import Cell
from runner.snippet import find_snippets
from runner.surface import PAGES, names_on, surface
from runner.tracing import OLDEST, signatures_on, trace_snippets
from runner.uses import Told, Use, uses_of
from tests.runner.test_show import soup_of
from tests.scratch import ONCE, Scratch


@pytest.fixture
def newest(python: Interpreter, monkeypatch: pytest.MonkeyPatch) -> Interpreter:
    monkeypatch.setenv(ENVIRONMENT, python.path)  # for scratch projects, too
    if Version(python.version) < OLDEST:
        pytest.skip(f"tracing needs CPython {OLDEST}; the newest here is {python}")
    return python


@functools.cache
def signatures(python: Interpreter) -> dict[str, str]:
    return signatures_on(python)


def traced(scratch: Scratch, python: Interpreter, code: str, settings: str = "") -> dict[str, Use]:
    """Trace a program; give what it uses."""
    snippet = scratch.snippet("topic/name", code, settings)
    [found] = trace_snippets([snippet], [python], signatures(python))
    assert not found.fault
    return dict(found.uses)


def guarded(code: str, head: str = "") -> str:
    body = textwrap.indent(textwrap.dedent(code).strip(), "    ")
    return f"{textwrap.dedent(head).strip()}\n\nif __name__ == '__main__':\n{body}"


# -- what is seen of a run ----------------------------------------------------


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        # A context's factory is the module's function, and the class of what it makes.
        (
            "with mp.get_context('spawn').Pool(1) as pool:\n    pool.map(abs, [1], chunksize=1)",
            {
                "multiprocessing.get_context": {"method"},
                "multiprocessing.context.SpawnContext": set(),
                "multiprocessing.Pool": {"processes"},
                "multiprocessing.pool.Pool": {"processes"},
                "multiprocessing.pool.Pool.map": {"func", "iterable", "chunksize"},
            },
        ),
        # A lock's methods are its own, not those of the C object behind all of them.
        (
            "lock = mp.get_context('spawn').Lock()\nlock.acquire(timeout=1)\nlock.release()",
            {
                "multiprocessing.Lock": set(),
                "multiprocessing.Lock.acquire": {"timeout"},
                "multiprocessing.Lock.release": set(),
            },
        ),
        (
            "c = mp.Condition()\nc.acquire(False)\nc.release()",
            {"multiprocessing.Condition.acquire": {"block"}},
        ),
        # Properties, set and read; attributes of an object that is not a name.
        (
            "v = mp.Value('i', 3, lock=True)\nv.value += 1\nlist(map(id, [v.get_lock()]))",
            {
                "multiprocessing.Value": {"typecode_or_type", "args", "lock"},
                "multiprocessing.Value.value": set(),
                "multiprocessing.Value.get_lock": set(),
            },
        ),
        (
            "p = [mp.Process(name='x')]\np[0].daemon = True\np[0].name",
            {
                "multiprocessing.Process": {"name"},
                "multiprocessing.Process.daemon": set(),
                "multiprocessing.Process.name": set(),
            },
        ),
        # What is given by * and **.
        (
            "options = {'name': 'x'}\nmp.Process(**options)\nmp.Queue(*[3])",
            {"multiprocessing.Process": {"name"}, "multiprocessing.Queue": {"maxsize"}},
        ),
        # Constants, names under another name, exceptions that are only caught.
        (
            "from concurrent.futures import FIRST_COMPLETED as first, TimeoutError, wait as w\n"
            "with Executor(1) as e:\n    f = e.submit(abs, 1)\n    w([f], 9, return_when=first)\n"
            "    try:\n        f.exception()\n        raise OSError\n"
            "    except TimeoutError: pass\n    except OSError: pass",
            {
                "concurrent.futures.FIRST_COMPLETED": set(),
                "concurrent.futures.TimeoutError": set(),
                "concurrent.futures.wait": {"fs", "timeout", "return_when"},
                "concurrent.futures.Executor.submit": {"fn", "args"},
                "concurrent.futures.ThreadPoolExecutor.submit": {"fn", "args"},
                "concurrent.futures.Future.exception": set(),
            },
        ),
        # What comes out of a manager is a proxy.
        (
            "with mp.Manager() as m:\n    d = m.dict(a=1)\n    d['b'] = 2\n    print(d.keys(), d)",
            {
                "multiprocessing.Manager": set(),
                "multiprocessing.managers.SyncManager.dict": {"kwds"},
                "multiprocessing.managers.DictProxy": set(),
                "multiprocessing.managers.DictProxy.keys": set(),
                "multiprocessing.managers.BaseProxy.__str__": set(),
            },
        ),
    ],
)
def test_names_are_known_by_their_types(
    scratch: Scratch, newest: Interpreter, code: str, expected: dict[str, set[str]]
) -> None:
    head = """
        import multiprocessing as mp
        from concurrent.futures import ThreadPoolExecutor as Executor
    """
    uses = traced(scratch, newest, guarded(code, head), ONCE)
    found = {name: set(uses[name].parameters) for name in expected if name in uses}
    assert found == expected


def test_all_processes_count_and_only_own_code(scratch: Scratch, newest: Interpreter) -> None:
    head = """
        import os
        import subprocess
        import sys
        from multiprocessing import Process, Queue

        WRITTEN = "from multiprocessing import Barrier; Barrier(parties=1).wait()"


        class Worker(Process):
            def __init__(self, target, queue):
                super().__init__(name=target)
                self.queue = queue

            def run(self):
                self.queue.put(os.getppid())
    """
    code = """
        queue = Queue()
        worker = Worker("x", queue)
        worker.start()
        queue.get()
        worker.join()
        subprocess.run([sys.executable, "-c", WRITTEN])
    """
    uses = traced(scratch, newest, guarded(code, head), 'start-methods = ["spawn"]')
    assert uses["multiprocessing.Queue.put"].parameters == {"obj"}  # in the child
    assert "os.getppid" in uses
    # Its arguments are those of the program's own class; the library's come by super().
    assert uses["multiprocessing.Process"].parameters == {"name"}
    assert "multiprocessing.Process.run" in uses  # the library calls it
    assert uses["multiprocessing.Barrier"].parameters == {"parties"}  # of another program
    # Used by the library only.
    assert "multiprocessing.connection.Connection" not in uses
    assert "multiprocessing.Pipe" not in uses
    assert "os.waitpid" not in uses


def test_places_are_those_of_the_names(scratch: Scratch, newest: Interpreter) -> None:
    code = guarded(
        "é = (mp\n    .Process(name='ü')); é.start(); é.join()", "import multiprocessing as mp"
    )
    snippet = scratch.snippet("topic/name", code, ONCE)
    uses = traced(scratch, newest, code, ONCE)
    html = highlighted(snippet.code, "name.py", uses)
    links = soup_of(html)("a")
    assert [(link.text, link["href"]) for link in links] == [
        ("Process", "page:reference/process.md#multiprocessing.Process"),
        (".start", "page:reference/process.md#multiprocessing.Process.start"),
        ("join", "page:reference/process.md#multiprocessing.Process.join"),
    ]
    assert soup_of(f"<pre>\n{html}</pre>").text == snippet.code


def test_an_ordinary_run_is_not_traced(
    scratch: Scratch, newest: Interpreter, capsys: pytest.CaptureFixture[str]
) -> None:
    code = "import sys\nprint(sys.monitoring.get_tool(3), 'dis' in sys.modules)"
    scratch.write("topic/name", code, ONCE)
    assert main(["run", "topic/name", "--python", newest.minor]) == 0
    assert "None False" in capsys.readouterr().out


def test_a_program_is_known_by_its_paths_on_windows() -> None:
    api = runpy.run_path(str(HOME / "runner/probe/api.py"))
    code = compile("1", r"C:\Temp\snippet-a\1\w\name.py", "exec")
    folder = tracing.inside(PureWindowsPath("C:/Temp/snippet-a/1/w"))
    api["is_own"].__globals__["_folder"] = folder
    assert api["is_own"](code, None)
    assert api["file_of"](code) == "name.py"
    assert tracing.inside(PurePosixPath("/tmp/snippet-a/1/w")) == "/tmp/snippet-a/1/w/"


def test_programs_are_traced_where_a_link_leads_to_the_temporary_folder(
    scratch: Scratch, newest: Interpreter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "link").symlink_to("private")
    monkeypatch.setenv("TMPDIR", str(tmp_path / "link"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "link"))
    assert "os.getpid" in traced(scratch, newest, "import os\nos.getpid()", ONCE)


@pytest.fixture
def _unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the tracing looks for the program in a folder where it is not."""
    monkeypatch.setattr(tracing, "inside", lambda folder: "/nowhere/")


@pytest.mark.usefixtures("_unseen")
@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("import multiprocessing\nmultiprocessing.cpu_count()", "it imports multiprocessing, but"),
        ("def f():\n    import concurrent.futures", "it imports concurrent, but"),
        ("print('import multiprocessing')", ""),
    ],
)
def test_who_imports_the_library_has_a_use_of_it(
    scratch: Scratch, newest: Interpreter, code: str, fault: str
) -> None:
    [found] = trace_snippets([scratch.snippet("topic/name", code, ONCE)], [newest], {})
    assert found.uses == {}
    assert found.fault.startswith(fault)
    assert bool(found.fault) == bool(fault)


def test_what_had_uses_has_some_as_long_as_it_is_the_same(
    scratch: Scratch,
    newest: Interpreter,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    snippet = scratch.snippet("topic/name", "import os\nos.getpid()", ONCE)
    assert retrace(scratch.project, [snippet], ["topic/name"], force=False) == 0
    before = load(scratch.project.records)
    monkeypatch.setattr(tracing, "inside", lambda folder: "/nowhere/")
    assert retrace(scratch.project, [snippet], ["topic/name"], force=True) == 1
    assert "not traced: the same program used the API" in capsys.readouterr().err
    assert load(scratch.project.records) == before


# -- from what was seen to what is used ---------------------------------------

FILE = "name.py"


def used(code: str, *told: tuple[int, str, str], **signatures: str) -> dict[str, Use]:
    """Sum up what was told of a line: the column that it ends in, form and paths."""
    events = [Told(FILE, 1, column, form, paths, "") for column, form, paths in told]
    return uses_of(events, {FILE: code}, {k.replace("__", "."): v for k, v in signatures.items()})


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("submit(f)", {"fn"}),
        ("submit(f, 1, 2)", {"fn", "args"}),
        ("submit(f, x=1)", {"fn", "kwargs"}),
        ("submit(f, *more)", {"fn", "args"}),
        ("submit(*more)", set()),  # how many those are is the run's to tell
    ],
)
def test_arguments_are_bound_as_calls_bind_them(call: str, expected: set[str]) -> None:
    uses = used(
        call,
        (len(call), "member", "concurrent.futures._base.Executor.submit"),
        concurrent__futures__Executor__submit="(fn, /, *args, **kwargs)",
    )
    assert uses["concurrent.futures.Executor.submit"].parameters == expected


def test_a_condition_is_no_lock_though_one_is_inside() -> None:
    lock = "multiprocessing.synchronize.RLock.acquire multiprocessing.synchronize.SemLock.acquire"
    condition = (9, "member", "multiprocessing.synchronize.Condition.acquire")
    assert "multiprocessing.RLock.acquire" in used("c.acquire()", (11, "lock", lock))
    uses = used("c.acquire()", condition, (11, "lock", lock))
    assert "multiprocessing.RLock.acquire" not in uses
    assert uses["multiprocessing.Condition.acquire"].places == {(FILE, 1, 2)}


def test_a_word_of_the_program_is_no_link() -> None:
    """One variable may hold several functions."""
    uses = used("end()", (3, "name", "os.getpid"))
    assert uses["os.getpid"].places == set()
    assert used("getpid()", (6, "name", "os.getpid"))["os.getpid"].places == {(FILE, 1, 0)}


def test_what_several_names_may_mean_is_no_link() -> None:
    place = frozenset([(FILE, 1, 2)])
    uses = {f"multiprocessing.{kind}.acquire": Use(places=place) for kind in ("Lock", "RLock")}
    assert "<a" not in highlighted("l.acquire()", FILE, uses)
    uses.popitem()
    assert "<a" in highlighted("l.acquire()", FILE, uses)
    assert "<a" not in highlighted("l.acquire()", "other.py", uses)


# -- the record ---------------------------------------------------------------

JOIN = "multiprocessing.Process.join"


def an_index(*parameters: str) -> Index:
    places = frozenset([("b.py", 3, 4), ("tool.py", 1, 0)])
    program = Program("0123", {JOIN: Use(frozenset(parameters), places)})
    return renewed(Index(), {"a/b": program}, ["a/b"], "3.15.2", {JOIN: '(timeout="\\n")'})


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    index = an_index("timeout")
    assert save(index, tmp_path)
    assert not save(index, tmp_path)
    kept = load(tmp_path)
    assert kept.programs == index.programs
    assert kept.covered == {JOIN: ("timeout",)}
    assert kept.signatures[JOIN] == '(timeout="\\n")'
    assert dump(kept) == dump(index)


@pytest.mark.parametrize("text", ["[[", "[names]\n", dump(an_index()).replace("3:4", "3-4")])
def test_a_damaged_record_says_what_to_do(tmp_path: Path, text: str) -> None:
    (tmp_path / "api.toml").write_text(text)
    with pytest.raises(Problem, match="the record is damaged") as raised:
        load(tmp_path)
    assert "python -m runner record" in str(raised.value)


def test_what_loses_its_last_program_stays_covered_and_is_lost() -> None:
    index = an_index("timeout")
    assert index.lost() == []
    less = {"a/b": Program("4567", {JOIN: Use()})}
    assert renewed(index, less, ["a/b"], "3.15.2", {}).lost() == [f"{JOIN}(timeout=...)"]
    gone = renewed(index, {}, [], "3.15.2", {})
    assert gone.programs == {}
    assert gone.lost() == [JOIN]


def test_a_name_that_the_reference_gives_up_leaves_the_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(an_index("timeout"), tmp_path)
    monkeypatch.setattr(coverage, "surface", lambda: {"os.getpid": surface()["os.getpid"]})
    kept = load(tmp_path)
    assert kept.lost() == []
    assert dict(kept.programs["a/b"].uses) == {}
    assert JOIN not in dump(renewed(kept, {}, ["a/b"], "3.15.2", {}))


def test_a_parameter_that_the_reference_gives_up_leaves_the_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(an_index("timeout"), tmp_path)
    monkeypatch.setattr(
        coverage, "surface", lambda: {JOIN: replace(surface()[JOIN], parameters=())}
    )
    kept = load(tmp_path)
    assert kept.programs["a/b"].uses[JOIN].parameters == set()
    assert f'"{JOIN} 3:4' in dump(renewed(kept, {}, ["a/b"], "3.15.2", {}))


def test_only_what_changed_is_traced_again(
    scratch: Scratch, newest: Interpreter, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one", "two"):
        scratch.write(f"topic/{name}", "import os\nos.getpid()", ONCE)
    project = scratch.project

    def trace() -> str:
        snippets = find_snippets(project.snippets)
        assert retrace(project, list(snippets.values()), list(snippets), force=False) == 0
        return capsys.readouterr().out

    assert trace().startswith("2 snippets traced")
    assert trace().startswith("0 snippets traced, 0 failed; the index of the API is unchanged")
    scratch.write("topic/one", "import os\nos.getppid()", ONCE)
    [stale] = load(project.records).stale(find_snippets(project.snippets).values())
    assert stale.name == "topic/one"
    assert trace().startswith("1 snippets traced")
    assert [*load(project.records).users["os.getppid"]] == ["topic/one"]
    (project.snippets / "topic/two.py").unlink()
    assert trace().startswith("0 snippets traced")
    assert load(project.records).lost() == ["os.getpid"]


def test_after_an_error_no_more_programs_are_traced(
    scratch: Scratch, newest: Interpreter, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Cell] = []

    def trace(runner: tracing.TracingRunner, cell: Cell, signatures: object) -> tracing.Traced:
        begun.append(cell)
        if len(begun) == 1:
            raise Problem("the disk is full", "Make room.")
        time.sleep(0.2)
        return tracing.Traced(cell.snippet, {})

    monkeypatch.setattr(tracing, "_trace", trace)
    snippets = [scratch.snippet("topic/name", "pass", ONCE)] * 60
    with pytest.raises(Problem, match="the disk is full"):
        list(trace_snippets(snippets, [newest], {}))
    assert len(begun) < len(snippets)


def test_another_look_is_another_record(scratch: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    snippet = scratch.snippet("a/b", "pass", ONCE)
    index = replace(an_index(), programs={"a/b": Program(snippet.digest, {})})
    assert index.stale([snippet]) == []
    monkeypatch.setattr(coverage, "probe_digest", lambda: "another")
    assert index.stale([snippet]) == [snippet]


@pytest.mark.parametrize(
    "name", ["probe/api.py", "uses.py", "aliases.py", "surface.py", "data/api-surface.json"]
)
def test_what_makes_uses_of_what_is_seen_is_part_of_the_look(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, read = coverage.probe_digest(), Path.read_text

    def changed(path: Path, *arguments: str) -> str:
        return read(path, *arguments) + (" " if path == HOME / "runner" / name else "")

    monkeypatch.setattr(Path, "read_text", changed)
    assert coverage.probe_digest.__wrapped__() != before


def test_without_an_interpreter_that_can_trace_the_record_stays(
    scratch: Scratch,
    python: Interpreter,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    old = replace(python, version="3.11.9")
    monkeypatch.setattr("runner.retrace.machine", lambda project: (old,))
    snippet = scratch.snippet("topic/name", "pass", ONCE)
    assert retrace(scratch.project, [snippet], ["topic/name"], force=False) == 0
    assert "tracing needs CPython 3.12 or newer, and none is here" in capsys.readouterr().out
    assert not (scratch.project.records / "api.toml").exists()


def test_a_program_that_fails_is_not_recorded(
    scratch: Scratch, newest: Interpreter, capsys: pytest.CaptureFixture[str]
) -> None:
    snippet = scratch.snippet("topic/name", "raise SystemExit(3)", ONCE)
    assert retrace(scratch.project, [snippet], ["topic/name"], force=False) == 1
    assert "snippets/topic/name.py: not traced: it should exit with 0" in capsys.readouterr().err
    assert load(scratch.project.records).programs == {}


# -- the pages ----------------------------------------------------------------


@pytest.fixture(scope="module")
def index() -> Index:
    return load(HOME / "records")


@pytest.fixture
def _home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SNIPPET_PROJECT", raising=False)


def test_each_name_stands_on_one_page() -> None:
    assert sum(len(names_on(page)) for page in PAGES) == len(surface())
    with pytest.raises(Problem, match="unknown page 'pools'"):
        names_on("pools")


@pytest.mark.usefixtures("_home")
@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_an_entry_for_each_of_its_names(page: str, index: Index) -> None:
    soup = soup_of(reference.api(page))
    ids = [heading["id"] for heading in soup(["h2", "h3"])]
    assert sorted(map(str, ids)) == [name.name for name in names_on(page)]
    targets = read_targets()
    links = {str(link["href"]) for link in soup("a")}
    documented = [name for name in names_on(page) if name.documented]
    assert {f"{MANUAL}{read_objects()[name.name]}" for name in documented} <= links
    for link in soup("a"):
        href = str(link["href"])
        if href.startswith("https:"):
            assert href.removeprefix(MANUAL) in targets
        else:
            path = href.removeprefix("page:").partition("#")[0]
            assert (HOME / "docs" / path).is_file(), href
    shown = soup.get_text()
    for name in names_on(page):
        if index.signatures.get(name.name):
            assert f"{name.last}{index.signatures[name.name]}" in shown
    for paragraph in soup.select(".api-users, .api-about, .api-parameters"):
        assert paragraph.has_attr("data-search-exclude")


@pytest.mark.usefixtures("_home")
def test_the_index_hides_nothing(index: Index) -> None:
    soup = soup_of(reference.api_index())
    linked = {str(link["href"]).partition("#")[2] for link in soup("a")}
    unused = {name for name in surface() if name not in index.users}
    assert unused <= linked
    assert f"Names that no program uses yet ({len(unused)})" in soup.text
    used = len(surface()) - len(unused)
    [row] = [row for row in soup("tr") if row.th and row.th.text == "All"]
    assert f"{used} of {len(surface())} ({100 * used // len(surface())}%)" in row.text


def test_links_are_settled_with_their_anchors() -> None:
    html = '<a href="page:a/b.md#x.y" class="api">y</a>'
    assert catalog.settle(html, lambda path: f"../{path}") == (
        '<a href="../a/b.md#x.y" class="api">y</a>'
    )


# -- the gate -----------------------------------------------------------------


def test_the_record_is_of_the_programs_as_they_are(index: Index) -> None:
    project = Project(HOME)
    snippets = find_snippets(project.snippets)
    stale = [snippet.name for snippet in index.stale(snippets.values())]
    gone = sorted(index.programs.keys() - snippets.keys())
    assert not stale + gone, (
        f"records/api.toml is not of {', '.join((stale + gone)[:10])}"
        f" ({len(stale) + len(gone)} in all)\n-> {coverage.COMMAND} renews it"
    )


def test_no_name_or_parameter_loses_its_last_program(index: Index) -> None:
    lost = index.lost()
    assert not lost, (
        f"no program uses any more: {', '.join(lost)}\n"
        f"-> let one use it and run {coverage.COMMAND}; or give it up:"
        f" take it out of its `covered` in records/{coverage.FILE}"
    )


def test_the_record_is_of_the_names_as_they_are(index: Index) -> None:
    assert [*index.signatures] == [*surface()], f"-> {coverage.COMMAND} renews it"
    assert dump(index) == (HOME / "records" / coverage.FILE).read_text("utf-8")
