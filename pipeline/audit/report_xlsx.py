"""The report as an Excel workbook: summary, contradictions, and every finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.audit.report import VERDICTS, Paper, Quote, Report
from pipeline.store import export_sheets


def write_xlsx(report: Report, everything: Sequence[Paper], path: Path, left_out: int = 0) -> int:
    """Write the workbook; cells are typed, and text from documents is never a formula.

    :param everything: documents with all their findings, for the last sheet
    :param left_out: findings that are not among them, which the summary tells
    :return: how many cells were longer than a cell can be and were cut
    """
    standing = [*report.papers, *report.explained]
    sheets = {
        "Tổng hợp - Summary": _summary(report, left_out),
        "Mâu thuẫn - Contradictions": pd.DataFrame(_lines(standing), columns=_COLUMNS),
        "Tất cả - All findings": pd.DataFrame(_lines(everything), columns=_COLUMNS),
    }
    return export_sheets(sheets, path)


_COLUMNS = [
    "file", "doc_number", "issued_on", "issuer", "check", "phép kiểm tra", "verdict", "severity",
    "pages", "quotes", "other_documents", "expected", "observed", "difference", "unit",
    "message_vi", "message_en", "explained", "finding_id",
]  # fmt: skip


def _summary(report: Report, left_out: int) -> pd.DataFrame:
    totals = {verdict: report.total(verdict) for verdict in VERDICTS}
    rows: list[dict[str, Any]] = [
        {"check": "(all)", "phép kiểm tra": "Tất cả", "documents": report.documents, **totals}
    ]
    for name, counts in report.counts.items():
        check = report.checks[name]
        rows.append(
            {"check": check.en, "phép kiểm tra": check.vi, "severity": check.severity, **counts}
        )
    for name, count in (
        ("not in the sheet of contradictions", report.left_out),
        ("not in the sheet of all findings (congvan query: table findings)", left_out),
    ):
        if count:
            rows.append({"check": name, "phép kiểm tra": f"không in ở đây: {count}"})
    columns = ["check", "phép kiểm tra", "severity", "documents", *VERDICTS]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.astype({"documents": "Int64"})


def _lines(papers: Sequence[Paper]) -> list[Mapping[str, Any]]:
    return [
        {
            "file": paper.file, "doc_number": paper.number, "issued_on": paper.issued_on,
            "issuer": paper.issuer, "check": item.check.en, "phép kiểm tra": item.check.vi,
            "verdict": item.row["verdict"], "severity": item.row["severity"],
            "pages": ", ".join(
                dict.fromkeys(_page(q) for q in item.quotes if q.is_paged and q.page is not None)
            ) or None,
            "quotes": " | ".join(quote.words for quote in item.quotes),
            "other_documents": " | ".join(
                dict.fromkeys(q.document for q in item.quotes if q.document is not None)
            ) or None,
            "expected": item.row["expected"], "observed": item.row["observed"],
            "difference": item.row["difference"], "unit": item.check.unit or None,
            "message_vi": item.row["message_vi"], "message_en": item.row["message_en"],
            "explained": item.row["explained"], "finding_id": item.row["finding_id"],
        }
        for paper in papers
        for item in paper.items
    ]  # fmt: skip


def _page(quote: Quote) -> str:
    """The page of a quote; one of another document is told with its name."""
    return str(quote.page) if quote.document is None else f"{quote.page} ({quote.document})"
