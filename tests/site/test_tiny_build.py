"""A miniature project, built for real: what its readers see, and what stops its build."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from runner.interpreters import ENVIRONMENT as PYTHONS
from runner.interpreters import find_interpreters
from runner.output import LIMIT
from runner.project import ENVIRONMENT, HOME
from tests.runner.test_history import git
from tests.runner.test_history import pytestmark as with_git
from tests.scratch import OUTSIDE, Scratch, supervised

pytestmark = supervised  # the hang's stacks, and ends by signals
CONFIG = f"""\
INHERIT: {HOME}/mkdocs.yml
site_name: Tiny
nav: [index.md, methods.md, characters.md, markup.md, ends.md]
theme: {{custom_dir: {HOME}/overrides}}
hooks: [{HOME}/runner/hook.py]
watch: []
plugins:
  - search
  - offline
  - markdown-exec: {{ansi: "off", languages: [python]}}
"""
CHILD = """
from multiprocessing import Process
def work(number):
    print(f"child {number} by METHOD")
if __name__ == "__main__":
    for number in (1, 2):
        child = Process(target=work, args=[number])
        child.start()
        child.join()
"""
CHARACTERS = "héllo 日本語 🐍 \x1b[31mred\x1b[0m bell\x07 null\x00 back\x08 tab\tend\n"
MARKUP = """\
<b>bold</b> <script>alert(1)</script> &amp; &lt; <!-- no comment --> </samp></pre>
# No heading
**no emphasis** _none_ `no code` [no link](index.md) ![no image](x.png)
```python exec="1"
print("never run")
```
--8<-- "mkdocs.yml"
{{ no.template }} {% raw %} :smile: [TOC] $no$ ==mark== ~~gone~~
!!! note
    no admonition

    - no list
| no | table |
| -- | ----- |
"""
ENDLESS = "import os\nos.write(1, b'\\xff\\xfe \\xe2\\x80\\xae' + b'x' * 200_000)"
HANG = """
import time
from multiprocessing import Process
def waits_for_ever():
    time.sleep(600)
if __name__ == "__main__":
    child = Process(target=waits_for_ever, name="child")
    child.start()
    child.join()
"""
CRASH = "import os, signal\nprint('before', flush=True)\nos.kill(os.getpid(), signal.SIGSEGV)"


def fill(scratch: Scratch) -> None:
    """Write the snippets and the pages."""
    for method in ("fork", "spawn"):
        metadata = f'start-methods = ["{method}"]'
        scratch.write(f"methods/by_{method}", CHILD.replace("METHOD", method), metadata)
    scratch.write("output/characters", f"print({CHARACTERS!r}, end='')", "start-methods = []")
    scratch.write("output/markup", f"print({MARKUP!r}, end='')", "start-methods = []")
    scratch.write("output/endless", ENDLESS, "start-methods = []")
    scratch.write("ends/hangs", HANG, 'start-methods = ["fork"]\nhangs-after = 2')
    scratch.write("ends/crashes", CRASH, 'start-methods = []\nsignal = "SIGSEGV"')
    scratch.write("ends/leaves", "import sys\nsys.exit(3)", "start-methods = []\nexit = 3")
    scratch.page("index.md", "methods/by_spawn")
    scratch.page("methods.md", "methods/by_fork", "methods/by_spawn", "methods/by_fork")
    scratch.page("characters.md", "output/characters", "output/endless")
    scratch.page("markup.md", "output/markup")
    scratch.page("ends.md", "ends/hangs", "ends/crashes", "ends/leaves")
    for name in ("index", "characters", "markup"):
        page = scratch.project.docs / f"{name}.md"
        front = f"---\ntitle: The {name}\ndescription: What the {name} holds.\n---\n"
        page.write_text(front + page.read_text("utf-8"), "utf-8")
    shutil.copytree(HOME / "docs/assets", scratch.project.docs / "assets")
    (scratch.project.root / "mkdocs.yml").write_text(CONFIG, "utf-8")


class Site:
    """The tiny project and how to build it.

    Attributes:
        scratch: The project.
    """

    def __init__(self, scratch: Scratch, python: str) -> None:
        self.scratch = scratch
        self.root = scratch.project.root
        self.environment = os.environ | {ENVIRONMENT: str(self.root), PYTHONS: python}
        self.environment["NO_MKDOCS_2_WARNING"] = "1"  # the theme's advertisement
        for name in OUTSIDE:
            self.environment.pop(name, None)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", *command],
            cwd=HOME,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def build(self) -> subprocess.CompletedProcess[str]:
        config = str(self.root / "mkdocs.yml")
        return self.run("mkdocs", "build", "--strict", "--quiet", "--config-file", config)

    def page(self, name: str) -> BeautifulSoup:
        text = (self.root / "site" / name).read_text("utf-8")
        return BeautifulSoup(text, "html5lib")


@pytest.fixture(scope="module")
def python() -> str:
    return next(i.path for i in find_interpreters(HOME, HOME / ".cache") if not i.packages)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory, python: str) -> Site:
    """The tiny project, recorded, not built."""
    site = Site(Scratch(tmp_path_factory.mktemp("recorded") / "project"), python)
    fill(site.scratch)
    done = site.run("runner", "record")
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture(scope="module")
def built(recorded: Site) -> Site:
    done = recorded.build()
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    return recorded


@pytest.fixture
def site(recorded: Site, tmp_path: Path, python: str) -> Site:
    """A copy of it, for a test to change."""
    root = tmp_path / "project"
    shutil.copytree(recorded.root, root, ignore=shutil.ignore_patterns("site"))
    scratch = Scratch.__new__(Scratch)
    scratch.project = type(recorded.scratch.project)(root)
    return Site(scratch, python)


def outputs(page: BeautifulSoup) -> list[str]:
    return [element.get_text() for element in page.select("samp.run-stdout")]


class TestPages:
    """What stands on the built pages is what the programs printed."""

    def test_children_are_heard_under_fork_and_spawn(self, built: Site) -> None:
        fork, spawn, _ = outputs(built.page("methods.html"))
        assert fork == "child 1 by fork\nchild 2 by fork\n"
        assert spawn == "child 1 by spawn\nchild 2 by spawn\n"
        assert outputs(built.page("index.html")) == [spawn]

    def test_each_page_has_a_twin_in_plain_markdown(self, built: Site) -> None:
        twin = (built.root / "site/methods.md").read_text("utf-8")
        assert twin.startswith("# Page\n")
        assert '```python\n"""Show it."""\n' in twin
        assert "Output:\n\n```text\nchild 1 by fork\nchild 2 by fork\n```\n" in twin
        assert "exec=" not in twin
        markup = (built.root / "site/markup.md").read_text("utf-8")
        assert f"````text\n{MARKUP.rstrip()}\n````" in markup
        assert "[hangs]" in (built.root / "site/ends.md").read_text("utf-8")
        whole = (built.root / "site/llms-full.txt").read_text("utf-8")
        assert twin in whole
        assert markup in whole
        listed = re.findall(r"\]\((\S+)\)", (built.root / "site/llms.txt").read_text("utf-8"))
        pages = ["index", "methods", "characters", "markup", "ends"]
        assert listed == [f"https://example.org/{page}.md" for page in pages]

    def test_all_programs_come_in_one_file(self, built: Site) -> None:
        with zipfile.ZipFile(built.root / "site/downloads/snippets.zip") as packed:
            assert len(packed.namelist()) == 8
            text = packed.read("snippets/methods/by_fork.py").decode()
        assert text == (built.root / "snippets/methods/by_fork.py").read_text("utf-8")

    def test_every_character_is_to_be_seen(self, built: Site) -> None:
        text = outputs(built.page("characters.html"))[0]
        written_out = {code: f"\\x{code:02x}" for code in range(32) if code not in (9, 10)}
        assert text == CHARACTERS.translate(written_out)

    def test_a_line_without_end_is_cut_with_a_notice(self, built: Site) -> None:
        page = built.page("characters.html")
        text = outputs(page)[1]
        assert text.startswith("\ufffd\ufffd \\u202exxx")
        assert text.count("x") == LIMIT - 4
        notices = [p.get_text() for p in page.select("p.run-end")]
        assert notices == [f"The page shows the first {LIMIT:,} characters."]
        assert page.select_one(".md-footer") is not None

    def test_output_is_never_parsed(self, built: Site) -> None:
        page = built.page("markup.html")
        assert outputs(page) == [MARKUP]
        [output] = page.select("samp.run-stdout")
        assert output.find_all(True) == []
        assert [h.get_text(strip=True).rstrip("¶") for h in page.select("article h1")] == ["Page"]

    def test_a_hang_shows_every_process(self, built: Site) -> None:
        page = built.page("ends.html")
        stacks = page.select("[aria-label^='Stack of']")
        labels = {str(stack["aria-label"]): stack.get_text() for stack in stacks}
        assert "in join" in labels["Stack of main"]
        assert "in waits_for_ever" in labels["Stack of child"]

    def test_a_crash_and_an_exit_are_told(self, built: Site) -> None:
        text = built.page("ends.html").get_text()
        assert "Ended by signal SIGSEGV" in text
        assert "Exit status 3" in text
        assert "before\n" in outputs(built.page("ends.html"))

    def test_no_id_is_there_twice(self, built: Site) -> None:
        for path in (built.root / "site").glob("*.html"):
            ids = [str(tag["id"]) for tag in built.page(path.name).select("[id]")]
            assert len(ids) == len(set(ids)), path.name

    def test_the_program_can_be_copied_and_downloaded(self, built: Site) -> None:
        page = built.page("methods.html")
        snippet = built.root / "snippets/methods/by_fork.py"
        code = page.select("code")[0].get_text()
        assert code.startswith('"""Show it."""')
        assert "# /// script" not in code
        assert snippet.read_text("utf-8").endswith(code)
        links = [str(link["href"]) for link in page.select("a[download$='.py']")]
        assert len(links) == 3
        for link in links:
            name = link.removeprefix("downloads/")
            downloaded = (built.root / "site" / link).read_bytes()
            assert downloaded == (built.root / "snippets" / name).read_bytes()

    def test_the_program_is_a_notebook_too_unless_it_hangs(self, built: Site) -> None:
        links = built.page("ends.html").select("a[download$='.ipynb']")
        assert [str(link["href"]) for link in links] == [
            "downloads/ends/crashes.ipynb",
            "downloads/ends/leaves.ipynb",
        ]
        for link in links:
            book = json.loads((built.root / "site" / str(link["href"])).read_text("utf-8"))
            assert book["nbformat"] == 4

    def test_each_program_has_a_link_to_its_place(self, built: Site) -> None:
        page = built.page("methods.html")
        links = page.select(".run-links > a[href^='#']")
        assert len({str(link["href"]) for link in links}) == 3  # though one is shown twice
        for link in links:
            [run] = page.select(f"[id='{str(link['href'])[1:]}']")
            assert run in link.parents

    def test_a_page_says_when_its_programs_ran(self, built: Site) -> None:
        [about] = built.page("markup.html").select(".page-about")
        assert "The program on this page last ran on 20" in about.get_text()
        links = {link.get_text(): str(link["href"]) for link in about.select("a")}
        assert links == {
            "This page as Markdown": "markup.md",
            "All programs of this site": "downloads/snippets.zip",
        }

    def test_a_link_to_a_page_is_shown_with_a_picture_of_its_own(self, built: Site) -> None:
        pictures = set()
        for name in ("index", "characters", "markup"):
            page = built.page(f"{name}.html")
            tags = {str(t["property"]): str(t["content"]) for t in page.select("meta[property]")}
            assert tags["og:url"] == str(page.select("link[rel=canonical]")[0]["href"])
            assert tags["og:description"] == str(
                page.select("meta[name=description]")[0]["content"]
            )
            picture = tags["og:image"].removeprefix("https://example.org/")
            pictures.add((built.root / "site" / picture).read_bytes())
        assert len(pictures) == 3

    def test_without_a_history_there_is_no_feed_and_no_link_to_one(self, built: Site) -> None:
        assert not (built.root / "site/feed.xml").exists()
        assert built.page("index.html").select("link[type='application/atom+xml']") == []

    def test_the_report_counts_what_is_there(self, built: Site) -> None:
        report = json.loads((built.root / "site/build-report.json").read_text("utf-8"))
        assert report["snippets"] == report["shown"] == 8
        assert report["pages"] == 5
        assert len(report["run here"]) == 8
        assert report["recorded only"] == []

    def test_nothing_of_the_machine_is_told(self, built: Site) -> None:
        for path in (built.root / "site").glob("*.html"):
            text = path.read_text("utf-8")
            assert str(HOME) not in text
            assert "/tmp/snippet-" not in text

    def test_what_did_not_change_does_not_run_again(self, built: Site) -> None:
        def kept() -> dict[str, int]:
            runs = built.root / ".cache/runs"
            return {path.name: path.stat().st_mtime_ns for path in runs.rglob("*.json")}

        before, pages = kept(), built.page("ends.html")
        assert before
        assert built.build().returncode == 0
        assert kept() == before
        assert built.page("ends.html") == pages


@with_git
def test_pages_link_to_their_sources_and_a_feed_tells_what_changed(site: Site) -> None:
    address, source = "https://example.org/below/", "https://example.org/project/blob/main/"
    # The slashes at their ends are forgotten easily.
    site.environment |= {"SITE_URL": address[:-1], "SOURCE_URL": source[:-1]}
    git(site.root, "init")
    git(site.root, "add", "docs/index.md", "docs/methods.md")
    git(site.root, "commit", "--message", "Answer two questions")
    done = site.build()
    assert done.returncode == 0, done.stdout + done.stderr
    index = site.page("index.html")
    links = {a.get_text(): str(a["href"]) for a in index.select(".page-about a")}
    assert links["Source of this page"] == f"{source}docs/index.md"
    assert links["Changes (Atom feed)"] == "feed.xml"
    [program] = index.select(".run-links a[aria-label='Source of by_spawn.py']")
    assert program["href"] == f"{source}snippets/methods/by_spawn.py"
    assert index.select_one(f"link[rel=canonical][href='{address}index.html']")
    assert index.select_one("link[type='application/atom+xml'][href='feed.xml']")
    feed = ElementTree.parse(site.root / "site/feed.xml")
    pages = {each.findtext("{*}id") for each in feed.iterfind("{*}entry")}
    assert pages == {f"{address}index.html", f"{address}methods.html"}
    assert "Answer two questions" in (feed.findtext("{*}entry/{*}summary") or "")


def _replace(file: str, old: str, new: str) -> Callable[[Site], None]:
    def change(site: Site) -> None:
        path = site.root / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return change


def _remove(file: str) -> Callable[[Site], None]:
    return lambda site: (site.root / file).unlink()


def _program(code: str, metadata: str = "start-methods = []") -> Callable[[Site], None]:
    def change(site: Site) -> None:
        site.scratch.write("ends/leaves", code, metadata)

    return change


FORK = "snippets/methods/by_fork.py"
SHOWN = "shown at docs/methods.md:3"
FAILING: dict[str, tuple[Callable[[Site], None], tuple[str, ...]]] = {
    "a snippet that is not there": (
        _replace("docs/methods.md", "methods/by_fork", "methods/by_frok"),
        (
            "docs/methods.md:3: there is no snippet named 'methods/by_frok'",
            "Did you mean methods/by_fork or ",
        ),
    ),
    "a snippet that was removed": (
        _remove(FORK),
        ("docs/methods.md:3: there is no snippet named 'methods/by_fork'",),
    ),
    "metadata that nobody knows": (
        _replace(FORK, "start-methods", "start-method"),
        (f"{FORK}:3: unknown key 'start-method'", SHOWN, "Did you mean 'start-methods'?"),
    ),
    "a syntax error": (
        _replace(FORK, "def work(number):", "def work(number:"),
        (f"{FORK}:8: syntax error", SHOWN, "Correct the snippet."),
    ),
    "a changed output": (
        _replace(FORK, "child {number}", "kid {number}"),
        (
            f"{FORK} ({SHOWN}",
            "-[out] child 1 by fork",
            "+[out] kid 1 by fork",
            " fork\n",
            "python -m runner record methods/by_fork",
        ),
    ),
    "a record that says otherwise": (
        _replace("records/methods/by_fork.toml", "child 2", "child 3"),
        (
            f"{FORK} ({SHOWN}",
            "different from what is recorded here",
            "-[out] child 3 by fork",
            "+[out] child 2 by fork",
        ),
    ),
    "a link of an index to a page that is not there": (
        _replace("docs/methods.md", "# Page", '# Page\n\n<a href="page:gone.md">Gone</a>'),
        (
            "docs/methods.md: its index or one of its programs links to gone.md, which is no page",
            "-> Write that page",
        ),
    ),
    "subjects of a page that are no list": (
        _replace("docs/methods.md", "# Page", "---\nintroduces: true\n---\n\n# Page"),
        ("docs/methods.md:2: introduces is no list of texts", "-> Write one `- text` a line."),
    ),
    "questions of a page that are no lists": (
        _replace("docs/methods.md", "# Page", "---\nasked:\n  page: why?\n---\n\n# Page"),
        ("docs/methods.md:2: asked is no table of lists of texts", "-> Write `anchor:` lines"),
    ),
    "questions that no heading of the page answers": (
        _replace("docs/methods.md", "# Page", "---\nasked:\n  gone:\n    - why?\n---\n\n# Page"),
        (
            "docs/methods.md:3: asked names the anchor gone, which no heading of the page has",
            '-> Name the one of the heading with the answer, or "" for the page itself.',
        ),
    ),
    "a damaged record": (
        _replace("records/methods/by_fork.toml", "digest", "[digest"),
        ("records/methods/by_fork.toml: the record is damaged",),
    ),
    "no record": (
        _remove("records/methods/by_fork.toml"),
        (f"{FORK} ({SHOWN}", "not recorded", "python -m runner record methods/by_fork"),
    ),
    "a hang": (
        _program(HANG, 'start-methods = ["fork"]\ntimeout = 1'),
        (
            "snippets/ends/leaves.py (shown at docs/ends.md:13)",
            "it was still running after",
            "stack of child:",
            "in waits_for_ever",
        ),
    ),
    "a hang that does not hang": (
        _replace("snippets/ends/hangs.py", "time.sleep(600)", "pass"),
        ("snippets/ends/hangs.py (shown at docs/ends.md:3)", "it should hang, but it ended"),
    ),
    "an error": (
        _program("raise ValueError('oh')"),
        ("snippets/ends/leaves.py (shown at docs/ends.md:13)", "ValueError: oh", "exit 1"),
    ),
    "50 MB of output": (
        _program("import sys\nfor _ in range(50): sys.stdout.write('x' * (1 << 20))"),
        ("snippets/ends/leaves.py (shown at docs/ends.md:13)", "52,428,800 bytes"),
    ),
    "a process that is left": (
        _program("import subprocess\nsubprocess.Popen(['sleep', '600'])"),
        ("snippets/ends/leaves.py (shown at docs/ends.md:13)", "1 × process (sleep 600)"),
    ),
    "an option that nobody knows": (
        _replace("docs/methods.md", 'exec="1"', 'exce="1"'),
        ("docs/methods.md:3: unknown fence", "-> "),
    ),
    "an executed block that does something else": (
        _replace("docs/methods.md", "print(show(", "print(1, show("),
        ("docs/methods.md:3: an executed block shows a snippet and does nothing else", "-> "),
    ),
}


def test_the_settings_of_one_project_show_no_other_ones_programs(site: Site) -> None:
    del site.environment[ENVIRONMENT]
    done = site.build()
    assert done.returncode != 0
    assert f"{site.root}/mkdocs.yml: the pages would show the programs of {HOME}" in done.stderr
    assert f"-> Set {ENVIRONMENT}={site.root}, or" in done.stderr


@pytest.mark.parametrize("name", FAILING)
def test_a_build_stops_at(name: str, site: Site) -> None:
    change, parts = FAILING[name]
    change(site)
    done = site.build()
    told = done.stdout + done.stderr
    assert done.returncode != 0
    assert "Traceback" not in re.sub(r"(?m)^ {4,}.*$", "", told), told
    for part in parts:
        assert part in told
    assert not list((site.root / "site").rglob("*.html"))  # no page with a hole in it


def test_a_failed_build_records_and_keeps_nothing(site: Site) -> None:
    def files() -> dict[str, bytes]:
        return {str(p): p.read_bytes() for p in (site.root / "records").rglob("*.toml")}

    before = files()
    runs = {p.name for p in (site.root / ".cache/runs").rglob("*.json")}
    _program("raise ValueError('oh')")(site)
    assert site.build().returncode != 0
    assert files() == before
    assert {p.name for p in (site.root / ".cache/runs").rglob("*.json")} == runs
