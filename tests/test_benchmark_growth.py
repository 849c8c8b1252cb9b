"""The benchmark of growth tells what one file more costs."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("resource", reason="tells the peak of memory on POSIX alone")

from benchmarks.growth import measure


@pytest.mark.slow
def test_each_run_has_a_line_with_what_it_did(tmp_path: Path) -> None:
    lines = list(measure(tmp_path, 6, 1))
    assert lines[0].startswith("6 documents: ") and len(lines) == 4
    for line, name in zip(lines[1:], ("nothing new", "one new file", "one removed"), strict=True):
        assert line.strip().startswith(name) and " s of a processor" in line
    assert "tables" in lines[2]
