"""The benchmark of scans: F1 a grade, the cost beside Tesseract, processes against one."""

from __future__ import annotations

import pytest

from benchmarks.scaling import Scaling
from benchmarks.scans import main
from tests.scan_pages import engine


@pytest.mark.slow
def test_a_grade_and_its_cost_are_measured_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    engine()
    assert main(["--grade", "noisy", "--repeat", "1", "--pages", "4"]) == 0
    printed = capsys.readouterr().out
    assert "noisy" in printed and "harsh" not in printed
    assert "recognition, times Tesseract alone (at most)" in printed
    awardees = next(line for line in printed.splitlines() if line.startswith("  awardees"))
    assert float(awardees.split()[1]) > 0.9
    assert "4 pages recognised by processes" in printed
    assert "4 processes that recognise, times one (at least)" in printed


def test_a_gain_is_judged_where_the_cores_are_free() -> None:
    seconds = {1: 40.0, 4: 10.0}
    assert Scaling(4, 0.2, 24, seconds).gain(4) == 4.0
    assert Scaling(4, 0.2, 24, seconds).are_free
    assert not Scaling(4, 2.0, 24, seconds).are_free
    assert not Scaling(2, 0.0, 24, seconds).are_free


@pytest.mark.usefixtures("no_ocr")
def test_without_tesseract_it_says_what_to_install(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--pages", "0"]) == 2
    assert "apt-get install tesseract-ocr" in capsys.readouterr().err
