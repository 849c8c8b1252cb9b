"""Reliability of confidence: which rows are judged, what counts as right, and the intervals."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.evaluate import evaluate, reliability_json, reliability_lines, wrong
from pipeline.evaluate.reliability import Share

TEXT = "Căn cứ Nghị định số 04/2031/NĐ-CP\nngày 05/3/2031; Nghị định 04. Tặng 12 tập\nthể."
GOLD: dict[str, Any] = {
    "source": "x/a.txt",
    "document": {"doc_number": "1/QĐ-X", "place": "Bình An"},
    "citations": [{"cited_type": "NĐ", "cited_number": "04/2031/NĐ-CP", "cited_on": "2031-03-05"}],
    "figures": [
        {"text": "12 tập thể", "value": 12, "unit": "count", "counted": "tập thể", "role": "total"}
    ],
}


def write(root: Path, gold: dict[str, Any], tables: dict[str, list[dict[str, Any]]]) -> Path:
    """An archive of one document and its gold; the folder of the gold is `gold`."""
    (root / "gold").mkdir()
    (root / "gold" / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    evidence = [
        {"field": "doc_number", "page": 1, "rule": "head.number", "confidence": 0.7},
        {"field": "place", "page": 1, "rule": "layout.place_date", "confidence": 1.0},
    ]
    head = {"doc_id": "d", "source_uri": "in/a.txt", "doc_number": "1/QĐ-X", "place": "Tân An"}
    tables = {"documents": [{**head, "evidence": evidence}], "texts": [{"text": TEXT}]} | tables
    for name, rows in tables.items():
        (root / name).mkdir()
        table = pa.Table.from_pylist([{"doc_id": "d", **row} for row in rows])
        pq.write_table(table, root / name / "0.parquet")
    return root


def row(confidence: float, **values: Any) -> dict[str, Any]:
    return {"rule": "some.rule", "confidence": confidence, "quote": "…", "is_duplicate": False} | (
        values
    )


def cited(confidence: float, number: str | None, day: dt.date | None = None) -> dict[str, Any]:
    return row(confidence, cited_type="NĐ", cited_number=number, cited_on=day)


def shares(root: Path, table: str) -> dict[str, tuple[int, int, int]]:
    found = reliability_json(evaluate(root, root / "gold"))["tables"][table]["bins"]
    return {b["confidence"]: (b["right"], b["incomplete"], b["wrong"]) for b in found if b["rows"]}


def test_each_mention_of_a_listed_citation_counts(tmp_path: Path) -> None:
    day = dt.date(2031, 3, 5)
    rows = [
        cited(0.98, "04/2031/NĐ-CP", day),
        cited(0.97, "04/2031/NĐ-CP"),  # leaves the day out: a further mention may
        cited(0.92, "04"),  # the bare number beside the fuller one
        cited(0.6, "04/2031/NĐ-CP", dt.date(2030, 1, 1)),
        cited(0.75, "9/TB-X"),
        cited(0.3, None),  # never listed, so not judged
    ]
    root = write(tmp_path, GOLD, {"citations": rows})
    assert shares(root, "citations") == {
        "0.5-0.7": (0, 0, 1), "0.7-0.8": (0, 0, 1), "0.9-0.95": (1, 0, 0), ">= 0.95": (2, 0, 0),
    }  # fmt: skip


def test_rows_are_right_incomplete_or_wrong(tmp_path: Path) -> None:
    figures = [row(0.9, value=12.0, unit="count", counted="tập thể", role=None)]
    figures += [row(0.96, value=3.0, unit="count", counted="người", role="result")]
    figures += [figures[1] | {"is_duplicate": True}]
    root = write(tmp_path, GOLD, {"figures": figures})
    assert shares(root, "figures") == {"0.9-0.95": (0, 1, 0), ">= 0.95": (0, 0, 1)}
    assert shares(root, "documents") == {"0.7-0.8": (1, 0, 0), ">= 0.95": (0, 0, 1)}
    # Fields of the head are no rows.
    assert sum(map(sum, shares(root, "all rows").values())) == 2
    tallies = evaluate(root, root / "gold")
    lines = list(reliability_lines(tallies))
    assert any(line.split()[:3] == ["all", "rows", ">="] for line in lines)
    assert "not right though >= 0.9: some.rule, 1 wrong and 1 incomplete of 2" in lines
    assert any("layout.place_date, 1 wrong" in line for line in lines)


def test_partial_gold_judges_listed_rows_only(tmp_path: Path) -> None:
    figures = [
        row(0.9, value=12.0, unit="count", counted="tập thể", role="total"),
        row(0.96, value=3.0, unit="count", counted="người", role="result"),
    ]
    gold = GOLD | {"partial": "one of the lists"}
    root = write(tmp_path, gold, {"figures": figures, "citations": [cited(0.9, "9/TB-X")]})
    assert shares(root, "figures") == {"0.9-0.95": (1, 0, 0)}
    assert "citations" not in reliability_json(evaluate(root, root / "gold"))["tables"]


def test_errors_show_the_text_of_a_miss_and_the_words_of_a_wrong_row(tmp_path: Path) -> None:
    rows = [cited(0.98, "04/2031/NĐ-CP", dt.date(2030, 1, 1))]
    errors = list(wrong(evaluate(*_both(write(tmp_path, GOLD, {"citations": rows})))))
    assert any(e.startswith("[figures] missed") and "Tặng [12 tập thể]." in e for e in errors)
    assert any("got datetime.date(2030, 1, 1) “…” (some.rule, 0.98)" in e for e in errors)
    assert any("got 'Tân An' (layout.place_date, 1.00)" in e for e in errors)


def test_a_miss_that_was_not_read_says_so(tmp_path: Path) -> None:
    gold = GOLD | {"awardees": [{"name": "Lê Thị Thử", "kind": "person"}]}
    errors = list(wrong(evaluate(*_both(write(tmp_path, gold, {})))))
    assert any("Lê Thị Thử" in e and "not in the text as read" in e for e in errors)


@pytest.mark.parametrize(
    ("share", "low", "high"),
    [(Share(), 0, 1), (Share(10, 10), 0.7225, 1), (Share(100, 50), 0.4038, 0.5962)],
)
def test_wilson_interval(share: Share, low: float, high: float) -> None:
    assert share.interval == pytest.approx((low, high), abs=1e-4)


def _both(root: Path) -> tuple[Path, Path]:
    return root, root / "gold"
