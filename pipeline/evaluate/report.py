"""Tallies as figures: a JSON object, a table of text lines, a list of errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.evaluate.score import TABLES, Tally


def as_json(tallies: Mapping[str, Tally]) -> dict[str, Any]:
    """Precision, recall, F1 and attribute accuracy a table, to four places, and `overall`."""
    report: dict[str, Any] = {name: _figures(tally) for name, tally in tallies.items()}
    report["overall"] = overall(report)
    return report


def overall(figures: Mapping[str, Any]) -> float:
    """One figure to watch: the mean of the item F1s and of the attribute accuracies.

    Documents give their accuracy alone: that a document has a row says nothing of its values.
    """
    parts: list[float] = [figures[name]["f1"] for name in figures if name != "documents"]
    parts += [v["attributes"] for v in figures.values() if v["attributes"] is not None]
    return round(sum(parts) / len(parts), 4)


def as_lines(tallies: Mapping[str, Tally]) -> Iterator[str]:
    """The report as aligned lines of text, one a table."""
    report = as_json(tallies)
    yield (
        f"{'table':<12}{'P':>8}{'R':>8}{'F1':>8}{'macro':>8}"
        f"{'tp':>6}{'fp':>6}{'fn':>6}  attributes right"
    )
    for name in TABLES:
        row = report[name]
        macro = "-" if row["macro_f1"] is None else row["macro_f1"]
        share = "-" if row["attributes"] is None else row["attributes"]
        detail = ", ".join(f"{k} {v}" for k, v in row["attribute_detail"].items())
        yield (
            f"{name:<12}{row['precision']:>8}{row['recall']:>8}{row['f1']:>8}{macro:>8}"
            f"{row['tp']:>6}{row['fp']:>6}{row['fn']:>6}  {share}  {detail}".rstrip()
        )
    yield f"overall {report['overall']}"


def wrong(tallies: Mapping[str, Tally]) -> Iterator[str]:
    """Each miss, extra row and wrong attribute with its text, as `[table] what`."""
    for name, tally in tallies.items():
        for error in tally.errors:
            yield f"[{name}] {error}"


def _figures(tally: Tally) -> dict[str, Any]:
    precision, recall, f1 = tally.precision_recall_f1()
    right = sum(hits for hits, _ in tally.attributes.values())
    judged = sum(of for _, of in tally.attributes.values())
    f1s = tally.f1_by_document
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1, 4),
        "macro_f1": round(sum(f1s) / len(f1s), 4) if f1s else None,
        "tp": tally.found,
        "fp": tally.extra,
        "fn": tally.missed,
        "attributes": round(right / judged, 4) if judged else None,
        "attribute_detail": {k: f"{hits}/{of}" for k, (hits, of) in tally.attributes.items()},
    }
