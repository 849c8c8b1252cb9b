"""Measures an archive against gold annotations and against another archive."""

from __future__ import annotations

from pipeline.evaluate.reliability import reliability_json, reliability_lines
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
    "reliability_json",
    "reliability_lines",
    "wrong",
]
