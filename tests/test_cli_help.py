"""Help: an example for each verb, the exit codes, and a quick start."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

import pipeline
from tests.cli import congvan

VERBS = (
    ["run"], ["show"], ["query"], ["tables"], ["schema"], ["evaluate"], ["validate"], ["export"],
    ["cache"], ["resolve"], ["why"], ["watch"], ["audit"],
    ["rules", "check"], ["rules", "list"], ["rules", "explain"],
)  # fmt: skip
# Each module is read and run before the first letter is printed; a start of seconds has thousands.
MODULES = 260


def test_help_lists_the_verbs_and_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    answer = congvan(capsys, "--help")
    assert answer.code == 0
    assert all(verb[0] in answer.out for verb in VERBS)
    assert "Exit codes: 0 all ok, 1 internal error" in answer.out
    assert congvan(capsys, "--version").out == f"congvan {pipeline.__version__}\n"


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_every_verb_has_an_example(capsys: pytest.CaptureFixture[str], verb: list[str]) -> None:
    answer = congvan(capsys, *verb, "--help")
    assert answer.code == 0 and f"Example: congvan {' '.join(verb)}" in " ".join(answer.out.split())


def test_wrong_words_are_usage_errors(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (
        ["fly"],
        ["run"],
        ["run", "x"],
        ["query"],
        ["run", "x", "--out", "y", "--jobs", "0"],
    ):
        answer = congvan(capsys, *words)
        assert answer.code == 2 and "Traceback" not in answer.err


def test_help_starts_quickly_and_loads_no_heavy_library() -> None:
    """Counted, not timed: a start of fifths of a second is longer on a machine that is shared."""
    code = "import atexit, runpy, sys"
    code += "; atexit.register(lambda: print(*sys.modules, file=sys.stderr))"
    code += "; sys.argv[1:] = ['--help']; runpy.run_module('pipeline', run_name='__main__')"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    loaded = answer.stderr.split()
    assert "Exit codes" in answer.stdout and "pipeline.cli" in loaded
    heavy = {"pandas", "pyarrow", "duckdb", "spacy", "pypdfium2", "pdfplumber", "numpy", "regex"}
    assert heavy.isdisjoint(loaded) and len(loaded) < MODULES


def test_colour_only_on_a_terminal_that_wants_it() -> None:
    environment = {**os.environ, "FORCE_COLOR": "1", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "pipeline", "rules", "list"]
    answer = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert answer.returncode == 0 and "\x1b[3" not in answer.stdout
