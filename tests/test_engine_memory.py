"""Memory of a run stays flat: ten times the corpus, the same peak."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_engine import files

PEAK = """
import sys
from pathlib import Path
from pipeline.engine import run
from tests.test_engine import fake
run(Path(sys.argv[1]), Path(sys.argv[2]), process=fake)
status = Path("/proc/self/status").read_text()
print(status.partition("VmHWM:")[2].split()[0])
"""


def peak(source: Path, out: Path) -> int:
    """The most memory that a run in a process of its own had, in kB.

    What `getrusage` tells would begin with the size of the process that started this one.
    """
    command = [sys.executable, "-c", PEAK, str(source), str(out)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    return int(subprocess.run(command, env=environment, check=True, capture_output=True).stdout)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the peak so")
def test_ten_times_the_corpus_takes_the_same_memory(tmp_path: Path) -> None:
    text = "Căn cứ Quyết định số 77/QĐ-CĐN ngày 02/3/2021 " * 800
    many = files(tmp_path / "many", **{f"n{i:04}": f"doc {i} {text}" for i in range(1500)})
    few = files(tmp_path / "few", **{f"n{i:04}": f"doc {i} {text}" for i in range(150)})
    first = [peak(corpus, tmp_path / f"{corpus.name}-first") for corpus in (few, many)]
    assert first[1] < 1.15 * first[0], first
    for corpus in (few, many):  # rows that are taken over flow through memory as well
        files(corpus, more="one more")
    grown = [peak(corpus, tmp_path / f"{corpus.name}-first") for corpus in (few, many)]
    assert grown[1] < 1.15 * grown[0], grown
