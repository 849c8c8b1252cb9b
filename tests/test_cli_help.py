"""Help: an example for each verb, the exit codes, and a quick start."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

import pipeline
from tests.cli import congvan

VERBS = (
    ["run"], ["show"], ["query"], ["tables"], ["schema"], ["evaluate"], ["validate"], ["export"],
    ["cache"], ["resolve"], ["why"], ["watch"], ["audit"],
    ["rules", "check"], ["rules", "list"], ["rules", "explain"],
)  # fmt: skip
TIMES_BARE = 15


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
    command = [sys.executable, "-m", "pipeline", "--help"]
    bare, start = [sys.executable, "-c", "pass"], [_seconds(command) for _ in range(5)]
    assert min(start) < TIMES_BARE * min(_seconds(bare) for _ in range(5))
    code = "import pipeline.cli, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout
    heavy = {"pandas", "pyarrow", "duckdb", "spacy", "pypdfium2", "pdfplumber", "numpy", "regex"}
    assert heavy.isdisjoint(loaded.split())


def test_colour_only_on_a_terminal_that_wants_it() -> None:
    environment = {**os.environ, "FORCE_COLOR": "1", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "pipeline", "rules", "list"]
    answer = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert answer.returncode == 0 and "\x1b[3" not in answer.stdout


def _seconds(command: list[str]) -> float:
    clock = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - clock
