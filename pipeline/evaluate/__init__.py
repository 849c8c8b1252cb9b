"""Measures an archive against gold annotations: precision, recall and F1 a table."""

from __future__ import annotations

from pipeline.evaluate.report import as_json, as_lines, overall, wrong
from pipeline.evaluate.score import DOCUMENT_FIELDS, TABLES, Tally, evaluate

__all__ = [
    "DOCUMENT_FIELDS",
    "TABLES",
    "Tally",
    "as_json",
    "as_lines",
    "evaluate",
    "overall",
    "wrong",
]
