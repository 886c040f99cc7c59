"""Reading snippets and their metadata; every complaint names file, line and what to do."""

from __future__ import annotations

import contextlib
import re
import string
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from runner.metadata import (
    CONTRACTS,
    LEFTOVERS,
    End,
    MetadataReader,
    Settings,
    split_metadata,
)
from runner.places import METHODS
from runner.problem import Problem
from runner.snippet import find_snippets, get_snippet, read_snippet
from tests.scratch import Scratch


def settings_of(scratch: Scratch, metadata: str) -> Settings:
    return scratch.snippet("topic/name", "print(1)", metadata).settings


def complaint(scratch: Scratch, metadata: str) -> str:
    with pytest.raises(Problem) as caught:
        settings_of(scratch, metadata)
    return str(caught.value)


def test_without_a_block_all_is_as_usual(scratch: Scratch) -> None:
    snippet = scratch.snippet("topic/name", "print(1)")
    assert snippet.settings == Settings()
    assert snippet.name == str(snippet) == "topic/name"
    assert snippet.summary == "Show it."
    assert snippet.code == snippet.text == '"""Show it."""\n\nprint(1)\n'
    assert snippet.settings.start_methods == METHODS


@pytest.mark.parametrize(
    ("metadata", "field", "value"),
    [
        *((f'output = "{c}"', "output", c) for c in CONTRACTS),
        ("masks = { name = 'a+' }", "masks", {"name": "a+"}),
        ("matches = '\\d+'", "matches", r"\d+"),
        ("start-methods = []", "start_methods", ()),
        ('start-methods = ["spawn"]', "start_methods", ("spawn",)),
        ('platforms = ["Linux", "Darwin"]', "platforms", ("Linux", "Darwin")),
        ("exit = 3", "end", End(exit=3)),
        ('signal = "SIGKILL"', "end", End(signal="SIGKILL")),
        ('raises = "ValueError"', "end", End(exit=1, raises="ValueError")),
        ("child-exits = [1, -9]", "end", End(child_exits=(1, -9))),
        ("hangs-after = 1.5", "end", End(hangs_after=1.5)),
        ("timeout = 30", "timeout", 30),
        ("alone = true", "alone", True),
        ("cpus = 2", "cpus", 2),
        *((f'leaves = ["{kind}"]', "leaves", (kind,)) for kind in LEFTOVERS),
        ('env = { NAME = "value" }', "env", {"NAME": "value"}),
        ('options = ["-W", "default"]', "options", ("-W", "default")),
        ('options = ["-WError", "-XISE", "-us"]', "options", ("-WError", "-XISE", "-us")),
        ("terminal = false", "terminal", False),
    ],
)
def test_each_key_says_one_thing(
    scratch: Scratch, metadata: str, field: str, value: object
) -> None:
    settings = settings_of(scratch, metadata)
    assert getattr(settings, field) == value
    others = {f: v for f, v in vars(settings).items() if f != field}
    assert others == {f: v for f, v in vars(Settings()).items() if f != field}


@pytest.mark.parametrize(
    ("metadata", "told"),
    [
        ('output = "same"', "output cannot be 'same'"),
        ("output = 1", "output has the wrong type"),
        ('masks = "a"', "masks has the wrong type"),
        ("masks = { name = 1 }", "masks holds 1"),
        ("masks = { name = '(' }", "masks is not a regular expression"),
        ("matches = '('", "matches is not a regular expression"),
        ("matches = 1", "matches has the wrong type"),
        ("runs = 1", "runs is 1"),
        ("runs = true", "runs has the wrong type"),
        ('runs = "5"', "runs has the wrong type"),
        ('start-methods = ["thread"]', "start-methods cannot be 'thread'"),
        ('start-methods = "fork"', "start-methods has the wrong type"),
        ("start-methods = [1]", "start-methods holds 1"),
        ('platforms = ["linux"]', "platforms cannot be 'linux'"),
        ('exit = "3"', "exit has the wrong type"),
        ("signal = 9", "signal has the wrong type"),
        ('signal = "KILL"', "'KILL' is no signal's name"),
        ("raises = 1", "raises has the wrong type"),
        ("child-exits = 1", "child-exits has the wrong type"),
        ('child-exits = ["1"]', "child-exits holds '1'"),
        ("child-exits = [true]", "child-exits holds True"),
        ('hangs-after = "1"', "hangs-after has the wrong type"),
        ("hangs-after = 0", "hangs-after is 0"),
        ("timeout = -1", "timeout is -1"),
        ("timeout = 601", "timeout is 601"),
        ("timeout = true", "timeout has the wrong type"),
        ("timeout = nan", "timeout is nan"),
        ("alone = 1", "alone has the wrong type"),
        ("cpus = 0", "cpus is 0"),
        ("cpus = true", "cpus has the wrong type"),
        ('leaves = ["mess"]', "leaves cannot be 'mess'"),
        ("env = { NAME = 1 }", "env holds 1"),
        ('env = ["NAME"]', "env has the wrong type"),
        ("options = [1]", "options holds 1"),
        ('terminal = "no"', "terminal has the wrong type"),
        ("outputs = 1", "unknown key 'outputs'"),
        ("start_methods = []", "unknown key 'start_methods'"),
        ("end = 1", "unknown key 'end'"),
    ],
)
def test_a_wrong_value_is_named_with_file_and_line(
    scratch: Scratch, metadata: str, told: str
) -> None:
    before = "" if metadata.startswith("timeout") else "timeout = 5\n"
    message = complaint(scratch, before + metadata)
    line = 4 if before else 3
    assert message.startswith(f"snippets/topic/name.py:{line}: {told}")
    assert re.search(r"\n    -> \S", message)


def test_a_near_key_is_suggested(scratch: Scratch) -> None:
    assert "Did you mean 'start-methods'?" in complaint(scratch, "start_methods = []")
    assert "Did you mean 'output'?" in complaint(scratch, 'ouput = "lines"')


@pytest.mark.parametrize(
    ("metadata", "line", "told"),
    [
        ('exit = 3\nsignal = "SIGKILL"', 4, "signal contradicts exit in [tool.snippet]"),
        ("exit = 0\nhangs-after = 2", 4, "hangs-after contradicts exit"),
        ('signal = "SIGKILL"\nhangs-after = 2', 4, "hangs-after contradicts signal"),
        (
            '[[tool.snippet.when]]\npython = ">=3.14"\nexit = 1\nsignal = "SIGINT"',
            6,
            "signal contradicts exit in [[tool.snippet.when]]",
        ),
        ("hangs-after = 30\ntimeout = 5", 3, "hangs-after is 30, beyond the timeout of 5"),
        ("hangs-after = 11", 3, "hangs-after is 11, beyond the timeout of 10"),
        ("runs = 50", 3, 'runs says nothing under output = "exact"'),
        ("runs = 20", 3, 'runs says nothing under output = "exact"'),
        ('output = "varies"\nmasks = { n = "a" }', 4, 'masks say nothing under output = "varies"'),
        ("exit = 1\n[[tool.snippet.when]]\nexit = 2", 4, "[[tool.snippet.when]] does not say when"),
        (
            "[[tool.snippet.when]]\nstart-methods = []\nexit = 2",
            3,
            "[[tool.snippet.when]] does not say when",
        ),
        (
            'start-methods = []\n[[tool.snippet.when]]\nstart-methods = ["spawn"]\nexit = 2',
            4,
            "[[tool.snippet.when]] never applies",
        ),
        (
            'start-methods = ["fork"]\n[[tool.snippet.when]]\nstart-methods = ["spawn"]\nexit = 2',
            4,
            "[[tool.snippet.when]] never applies",
        ),
    ],
)
def test_what_contradicts_itself_is_named_with_file_and_line(
    scratch: Scratch, metadata: str, line: int, told: str
) -> None:
    message = complaint(scratch, metadata)
    assert message.startswith(f"snippets/topic/name.py:{line}: {told}")
    assert re.search(r"\n    -> \S", message)


@pytest.mark.parametrize("word", ["-I", "-E", "-S", "-IS", "-uE", "-PsI"])
def test_no_option_may_keep_the_probe_out(scratch: Scratch, word: str) -> None:
    message = complaint(scratch, f'timeout = 5\noptions = ["-O", "{word}"]')
    assert message.startswith(f"snippets/topic/name.py:4: options cannot hold '{word}'")
    assert "\n    -> Leave it out" in message


@pytest.mark.parametrize("name", ["PYTHONPATH", "PythonPath", "SNIPPET_METHOD", "HOME", "TMPDIR"])
def test_no_variable_of_the_runners_own_may_be_set(scratch: Scratch, name: str) -> None:
    message = complaint(scratch, f'timeout = 5\nenv = {{ OTHER = "1", {name} = "." }}')
    assert message.startswith(f"snippets/topic/name.py:4: env cannot set {name}")
    assert "\n    -> Leave it out" in message


def test_an_end_may_be_told_in_two_words_that_agree(scratch: Scratch) -> None:
    interrupted = settings_of(scratch, 'signal = "SIGINT"\nraises = "KeyboardInterrupt"').end
    assert (interrupted.signal, interrupted.raises) == ("SIGINT", "KeyboardInterrupt")
    assert settings_of(scratch, 'exit = 1\nraises = "ValueError"').end.exit == 1
    assert settings_of(scratch, 'output = "varies"\nruns = 5').runs == 5
    assert settings_of(scratch, "hangs-after = 20\ntimeout = 20").end.hangs_after == 20


@pytest.mark.parametrize(
    ("block", "line", "told"),
    [
        ('# requires-python = ">=="', 2, "requires-python is not a version specifier"),
        ("# requires-python = 3", 2, "requires-python is not a version specifier"),
        ('# dependencies = ["=1"]', 2, "dependencies is not a list of requirements"),
        ('# dependencies = "numpy"', 2, "dependencies is not a list of requirements"),
        ("# requires = 1", 2, "unknown key 'requires'"),
        ("# [tool.snippet]\n# output = lines", 3, "the script metadata is not TOML"),
        ("# [tool.snippets]\n# output = 'lines'", 2, "unknown key 'snippets'"),
        ("# tool = 1", 2, "tool has the wrong type"),
        ("# [tool]\n# snippet = 1", 3, "snippet has the wrong type"),
        ("# [tool.snippet]\n# when = 1", 3, "when has the wrong type"),
        ("# [tool.snippet]\n# when = [1]", 3, "when has the wrong type: 1"),
    ],
)
def test_a_wrong_block_is_named_with_file_and_line(
    scratch: Scratch, block: str, line: int, told: str
) -> None:
    path = scratch.project.snippets / "name.py"
    path.write_text(f'# /// script\n{block}\n# ///\n"""Show it."""\n', "utf-8")
    with pytest.raises(Problem) as caught:
        read_snippet(path, scratch.project.snippets)
    assert str(caught.value).startswith(f"snippets/name.py:{line}: {told}")


@pytest.mark.parametrize(
    ("data", "line", "told"),
    [
        (b'"""A."""\nprint(', 2, "syntax error"),
        (b'"""A."""\n\0', None, "syntax error"),
        (b'"""\xff."""\n', None, "not UTF-8"),
        (b"print(1)\n", 1, "the snippet has no docstring"),
        (b"", 1, "the snippet has no docstring"),
        (b'# /// script\n# [tool]\n"""A."""\n', 1, "the '# /// script' block has no end"),
        (b'# /// script\n"""A."""\n', 1, "the '# /// script' block has no end"),
    ],
)
def test_a_file_that_is_no_snippet_is_named(
    scratch: Scratch, data: bytes, line: int | None, told: str
) -> None:
    path = scratch.project.snippets / "name.py"
    path.write_bytes(data)
    with pytest.raises(Problem) as caught:
        read_snippet(path, scratch.project.snippets)
    place = "snippets/name.py:" if line is None else f"snippets/name.py:{line}:"
    assert str(caught.value).startswith(f"{place} {told}")
    assert "\n    -> " in str(caught.value)


def test_a_wrong_end_for_some_places_is_named(scratch: Scratch) -> None:
    message = complaint(scratch, "[[tool.snippet.when]]\ntimeout = 3")
    assert message.startswith("snippets/topic/name.py:4: [[tool.snippet.when]] cannot change")
    message = complaint(scratch, '[[tool.snippet.when]]\nstart-methods = ["thread"]')
    assert "start-methods cannot be 'thread'" in message
    message = complaint(scratch, '[[tool.snippet.when]]\npython = "3"')
    assert "requires-python is not a version specifier: '3'" in message
    message = complaint(scratch, "[[tool.snippet.when]]\nhangs-after = 0")
    assert "hangs-after is 0" in message
    message = complaint(scratch, "[[tool.snippet.when]]\nexits = 1")
    assert "unknown key 'exits' in [[tool.snippet.when]]" in message


def test_the_last_fitting_end_counts(scratch: Scratch) -> None:
    settings = settings_of(
        scratch,
        """
        child-exits = [1]
        [[tool.snippet.when]]
        start-methods = ["spawn", "forkserver"]
        raises = "RuntimeError"
        [[tool.snippet.when]]
        start-methods = ["spawn"]
        python = ">=3.15"
        child-exits = [2]
        """,
    )
    assert settings.expected("fork", "3.15.0") == End(child_exits=(1,))
    failing = End(exit=1, raises="RuntimeError", child_exits=(1,))
    assert settings.expected("spawn", "3.14.1") == failing
    assert settings.expected("forkserver", "3.15.0") == failing
    assert settings.expected("spawn", "3.15.0").child_exits == (2,)


def test_requires_python_decides_where_it_fits(scratch: Scratch) -> None:
    path = scratch.write("name", "print(1)")
    path.write_text(f'# /// script\n# requires-python = ">=3.14"\n# ///\n{path.read_text()}')
    snippet = read_snippet(path, scratch.project.snippets)
    assert [v for v in ("3.13.9", "3.14.0", "3.15.0a1") if snippet.fits(v)] == [
        "3.14.0",
        "3.15.0a1",
    ]
    assert snippet.code.startswith('"""Show it."""')


def test_windows_line_ends_change_nothing(scratch: Scratch) -> None:
    path = scratch.write("name", "print(1)", 'output = "lines"')
    before = read_snippet(path, scratch.project.snippets)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    after = read_snippet(path, scratch.project.snippets)
    assert after.digest == before.digest
    assert after == before


def test_windows_line_ends_of_a_helper_change_nothing(scratch: Scratch) -> None:
    path = scratch.write("topic/name", "import tools")
    helper = scratch.write("topic/tools", "A = 1")
    before = read_snippet(path, scratch.project.snippets).digest
    helper.write_bytes(helper.read_bytes().replace(b"\n", b"\r\n"))
    assert read_snippet(path, scratch.project.snippets).digest == before
    helper.write_bytes(helper.read_bytes().replace(b"1", b"2"))
    assert read_snippet(path, scratch.project.snippets).digest != before


def test_a_block_of_another_kind_stays_in_the_code(scratch: Scratch) -> None:
    path = scratch.project.snippets / "name.py"
    path.write_text('# /// other\n# a = 1\n# ///\n"""Show it."""\n', "utf-8")
    assert read_snippet(path, scratch.project.snippets).code == path.read_text("utf-8")


class TestNames:
    """Names of snippets, and helpers beside them."""

    def test_an_unknown_name_suggests_near_ones(self, scratch: Scratch) -> None:
        scratch.write("process/first_process", "print(1)")
        with pytest.raises(Problem, match="no snippet named 'process/first_proces'") as caught:
            get_snippet("process/first_proces", scratch.project.snippets)
        assert "Did you mean process/first_process?" in caught.value.todo

    @pytest.mark.parametrize("name", ["", ".", "../secret", "/etc/passwd", "process", "a\0b"])
    def test_no_name_leads_out_of_the_folder(self, scratch: Scratch, name: str) -> None:
        (scratch.project.root / "secret.py").write_text('"""Secret."""\n')
        scratch.write("process/first_process", "print(1)")
        with pytest.raises(Problem, match="there is no snippet named"):
            get_snippet(name, scratch.project.snippets)

    def test_neighbors_that_are_imported_are_helpers(self, scratch: Scratch) -> None:
        scratch.write("topic/work", "import deeper\ndef f(): import deepest")
        scratch.write("topic/deeper", "import work")
        scratch.write("topic/deepest", "VALUE = 1")
        scratch.write("topic/other", "import math, os.path\nfrom . import work")
        scratch.write("topic/name", "from work import f\nimport work as w, json")
        found = find_snippets(scratch.project.snippets)
        assert list(found) == ["topic/name", "topic/other"]
        helpers = [helper.name for helper in found["topic/name"].helpers]
        assert helpers == ["deeper.py", "deepest.py", "work.py"]
        assert found["topic/other"].helpers == ()

    def test_a_helper_that_cannot_be_read_is_named(self, scratch: Scratch) -> None:
        scratch.write("topic/name", "import work")
        (scratch.project.snippets / "topic/work.py").write_text("def f(:\n")
        with pytest.raises(Problem) as caught:
            get_snippet("topic/name", scratch.project.snippets)
        assert str(caught.value).startswith("snippets/topic/work.py:1: syntax error")

    def test_none_hides_a_module_of_pythons_own(self, scratch: Scratch) -> None:
        scratch.write("topic/queue", "print('a lesson on queues')")
        scratch.write("topic/name", "import queue")
        for name in ("topic/queue", "topic/name"):
            with pytest.raises(Problem, match=r"snippets/topic/queue\.py: .*own module 'queue'"):
                get_snippet(name, scratch.project.snippets)

    def test_the_digest_is_of_text_and_helpers(self, scratch: Scratch) -> None:
        helper = scratch.write("topic/work", "VALUE = 1")
        scratch.write("topic/name", "import work")

        def digest() -> str:
            return get_snippet("topic/name", scratch.project.snippets).digest

        first = digest()
        helper.write_text(helper.read_text().replace("1", "2"))
        second = digest()
        helper.rename(helper.with_name("works.py"))
        scratch.write("topic/name", "import works")
        assert len({first, second, digest()}) == 3


names = st.text(string.ascii_letters + string.digits, min_size=1, max_size=8)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "env": st.dictionaries(names.map("NAME_{}".format), texts, max_size=3),
            "masks": st.dictionaries(names, texts.map(re.escape), max_size=3),
            "matches": texts.map(re.escape),
            "options": st.lists(texts.map("-W{}".format), max_size=3),
            "start-methods": st.lists(st.sampled_from(METHODS), unique=True),
            "timeout": st.floats(0.01, 600) | st.integers(1, 600),
            "child-exits": st.lists(st.integers(-64, 255), max_size=3),
        },
    ),
    st.fixed_dictionaries({"output": st.sampled_from(CONTRACTS)})
    | st.fixed_dictionaries({"output": st.just("varies"), "runs": st.integers(2, 100)}),
)
def test_what_the_block_says_is_what_is_read(table: dict[str, Any], output: dict[str, Any]) -> None:
    table |= output
    if table["output"] == "varies":
        table.pop("masks", None)
    body = tomli_w.dumps({"tool": {"snippet": table}})
    block = "".join(f"# {line}".rstrip(" ") + "\n" for line in body.split("\n")[:-1])
    text = f'# /// script\n{block}# ///\n"""Show it."""\nprint(1)\n'
    metadata, code, first = split_metadata(text, "name.py")
    settings = MetadataReader("name.py", text.split("\n"), first).settings(metadata)
    assert code == '"""Show it."""\nprint(1)\n'
    for key, value in table.items():
        holder = settings.end if key == "child-exits" else settings
        read = getattr(holder, key.replace("-", "_"))
        assert read == (tuple(value) if isinstance(value, list) else value)


@given(st.text("# /script[]='\"\n\t1a\\", max_size=60) | st.text(max_size=60))
def test_whatever_stands_in_a_file_it_is_read_or_complained_about(text: str) -> None:
    written = f'# /// script\n{text}\n# ///\n"""A."""\n'
    try:
        metadata, _, first = split_metadata(written, "name.py")
        reader = MetadataReader("name.py", written.splitlines(), first)
        reader.settings(metadata)
        reader.requires_python(metadata)
        reader.dependencies(metadata)
    except Problem as problem:
        line = problem.line
    else:
        line = 1
    assert line is not None
    assert line >= 1


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
        max_leaves=6,
    ),
    st.sampled_from([*Settings.__dataclass_fields__, *End.__dataclass_fields__]),
)
def test_no_value_of_any_key_breaks_the_reader(value: Any, field: str) -> None:
    reader = MetadataReader("name.py", ["# /// script"], 1)
    with contextlib.suppress(Problem):
        reader.settings({"tool": {"snippet": {field.replace("_", "-"): value}}})
