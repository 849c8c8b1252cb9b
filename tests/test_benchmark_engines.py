"""The benchmark of engines tells a line each and the arithmetic of large archives."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="needs the extra dask")

from benchmarks.engines import corpus, main
from benchmarks.sizing import Costs, sizing


@pytest.mark.slow
def test_each_engine_has_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--documents", "9", "--workers", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    engines = [line.split() for line in lines if line.startswith(("local", "dask"))]
    assert [words[:2] for words in engines] == [["local", "1"], ["dask", "1"]]
    assert all(float(words[2]) > 0 for words in engines)
    assert sum(line.endswith(" pages") and line[0] == "1" for line in lines) == 2


def test_no_two_documents_are_alike(tmp_path: Path) -> None:
    paths = list(corpus(tmp_path / "in", 25).iterdir())
    assert len({hashlib.sha256(path.read_bytes()).digest() for path in paths}) == 25


def test_the_arithmetic_adds_up() -> None:
    costs = Costs(cpu_seconds=0.036, commit_seconds=0.0036, archive_bytes=2000, pages_a_document=2)
    lines = list(sizing(costs))
    assert "10,000,000 x 36.0 ms / 3,600,000 = 100 core-hours; / 64 cores = 1.6 h" in lines[2]
    assert "= 10.0 h in one process" in lines[3]
    assert "10,000,000 x 2.0 kB = 20 GB" in lines[4] and lines[4].endswith(": 40 GB")
