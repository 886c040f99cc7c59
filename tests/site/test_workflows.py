"""GitHub's workflows, checked offline: the schema that GitHub's editor uses, and our own rules."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = sorted((Path(__file__).parents[2] / ".github/workflows").glob("*.yml"))
# The schema asks for a deadline on each job as well: without one a hang is paid for six hours.
SCHEMAS = ["vendor.github-workflows", "custom.github-workflows-require-timeout"]

each_workflow = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)


def check(schema: str, *files: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        schema,
        *map(str, files),
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def load(workflow: Path) -> dict[Any, Any]:
    content = yaml.safe_load(workflow.read_text("utf-8"))
    assert isinstance(content, dict)
    return content


def test_there_are_workflows() -> None:
    assert [w.stem for w in WORKFLOWS] == ["ci", "pages"]


@pytest.mark.parametrize("schema", SCHEMAS)
def test_workflows_follow_the_schema(schema: str) -> None:
    done = check(schema, *WORKFLOWS)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("runs-on: ubuntu-latest", "run-on: ubuntu-latest"),
        ("contents: read", "contents: reed"),
        ("      - run: make check\n", "      - runs: make check\n"),
    ],
)
def test_a_broken_workflow_is_noticed(right: str, wrong: str, tmp_path: Path) -> None:
    text = WORKFLOWS[0].read_text("utf-8")
    assert right in text
    broken = tmp_path / "ci.yml"
    broken.write_text(text.replace(right, wrong, 1), "utf-8")
    done = check(SCHEMAS[0], broken)
    assert done.returncode == 1
    assert "ci.yml" in done.stdout


@each_workflow
def test_actions_are_pinned_to_a_commit(workflow: Path) -> None:
    uses = re.findall(r"^.*\buses:.*$", workflow.read_text("utf-8"), re.MULTILINE)
    assert uses
    for line in uses:
        assert re.search(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


@each_workflow
def test_only_publishing_may_write(workflow: Path) -> None:
    content = load(workflow)
    assert content["permissions"] in ({}, {"contents": "read"})
    for name, job in content["jobs"].items():
        writes = {k for k, v in job.get("permissions", {}).items() if v == "write"}
        assert writes == ({"pages", "id-token"} if name == "publish" else set())


def test_every_supported_python_is_tested_on_every_platform() -> None:
    matrix = load(WORKFLOWS[0])["jobs"]["test"]["strategy"]["matrix"]
    assert matrix["python"] == [f"3.{minor}" for minor in range(11, 16)]
    assert {os.partition("-")[0] for os in matrix["os"]} == {"ubuntu", "macos", "windows"}
