"""The benchmark runs, tells every stage and names what falls short."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.corpus import write_corpus
from benchmarks.inputs import collect
from benchmarks.runs import Run, Runs
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


def of(name: str, workers: int, seconds: float, peak: int, busy: float = 4.0) -> Run:
    return Run(name, workers, 10, 0, seconds, peak, float(workers), busy)


RUNS = (
    of("1x corpus", 4, 3, 100), of("10x corpus", 1, 40, 90), of("10x corpus", 2, 20, 95),
    of("10x corpus", 4, 10, 120), of("nothing new", 4, 1, 80), of("a changed rule", 4, 6, 100),
)  # fmt: skip


def test_whole_runs_are_held_to_the_budgets() -> None:
    assert [budget.verdict for budget in Runs(4, RUNS).budgets()] == [
        "kept", "FALLS SHORT", "kept", "kept",
    ]  # fmt: skip
    slow = [run for run in RUNS if (run.name, run.workers) != ("10x corpus", 4)]
    free, crowded = (of("10x corpus", 4, 20, 100, busy) for busy in (4.2, 9.0))
    assert Runs(4, (*slow, free)).budgets()[0].verdict == "FALLS SHORT"
    assert Runs(4, (*slow, crowded)).budgets()[0].verdict.startswith("not judged")
    assert Runs(2, (*slow, free)).budgets()[0].kept is None


def test_the_copies_of_a_corpus_are_read_alike_and_differ(tmp_path: Path) -> None:
    inputs = collect([PDF, TXT]).chosen
    assert write_corpus(inputs, tmp_path / "many", 5) > 0
    copies = collect([tmp_path / "many"]).chosen
    assert len({item.source.sha256 for item in copies}) == 5
    assert [item.pages for item in copies if item.kind == "pdf"] == [inputs[0].pages] * 3


@pytest.mark.slow
def test_whole_runs_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(TXT), "--repeat", "1", "--runs", "1", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    runs = result["runs"]["runs"]
    assert [(run["name"], run["workers"], run["documents"]) for run in runs] == [
        ("1x corpus", 4, 1), ("10x corpus", 1, 10), ("10x corpus", 2, 10), ("10x corpus", 4, 10),
        ("nothing new", 4, 10), ("a changed rule", 4, 10),
    ]  # fmt: skip
    assert all(run["seconds"] > 0 and run["peak_bytes"] > 50_000_000 for run in runs)
    assert [run["pages"] for run in runs] == [1, 10, 10, 10, 0, 10]
    assert len(result["budgets"]) == 5


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
