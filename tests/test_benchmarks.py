"""The benchmark runs, tells every stage and names what falls short."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.inputs import collect
from benchmarks.stages import STAGES

RAW = Path(__file__).parents[1] / "data" / "raw"
PDF = RAW / "ct-12-thanh-uy-van-khe.pdf"
TXT = RAW / "tb-47-thpt-van-khe.txt"


def test_report_of_one_sample_of_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(PDF), str(TXT), "--repeat", "1"]) == 0
    printed = capsys.readouterr().out
    for words in (*STAGES, "bare scan", "bare pypdfium2 words", "bare pdfplumber words", "budgets"):
        assert words in printed
    assert printed.count("kept") + printed.count("FALLS SHORT") == 3
    assert max(map(len, printed.splitlines())) <= 120


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(PDF), "--repeat", "1", "--pdfplumber-pages", "0", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    (group,) = result["groups"]
    assert set(group["seconds"]) == set(STAGES)
    assert group["pages"] > 0 and group["pypdfium2"] > 0 and group["pdfplumber"] is None
    assert [budget["kept"] in (True, False) for budget in result["budgets"]] == [True]


def test_profile(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(TXT), "--profile", "5"]) == 0
    assert "tottime" in capsys.readouterr().out


def test_what_cannot_be_measured_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "trống.pdf").write_bytes(b"")
    assert main([str(tmp_path)]) == 2
    assert "no file" in capsys.readouterr().err
    assert collect([tmp_path]).left_out == (("trống.pdf", "empty"),)
