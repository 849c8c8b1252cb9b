"""Measures an archive against gold annotations and against another archive.

`score` pairs rows with `gold` (`compare`, `match`: when they say the same), `report` prints it,
`reliability` holds confidence against it.  `against` pairs the `facts` of two archives (`pairing`),
`changes` prints what differs.
"""

from __future__ import annotations

from pipeline.evaluate.against import compare_archives
from pipeline.evaluate.changes import difference_json, difference_lines
from pipeline.evaluate.reliability import reliability_json, reliability_lines
from pipeline.evaluate.report import as_json, as_lines, overall, wrong
from pipeline.evaluate.score import DOCUMENT_FIELDS, TABLES, Tally, evaluate

__all__ = [
    "DOCUMENT_FIELDS",
    "TABLES",
    "Tally",
    "as_json",
    "as_lines",
    "compare_archives",
    "difference_json",
    "difference_lines",
    "evaluate",
    "overall",
    "reliability_json",
    "reliability_lines",
    "wrong",
]
