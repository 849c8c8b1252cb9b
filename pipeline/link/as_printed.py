"""Rows found in a text as it would be spelled, told as it is printed: without the lost marks.

What the rules name themselves (award, type, number) stays as they spell it; names, titles and all
else that is printed has the letters of the page.  None of it is sure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pipeline.grammar.bare_letters import without_marks
from pipeline.link.rows import Row

_SURE = 0.85  # a word told from its neighbours
_LETTER = re.compile(r"[^\W\d_]")
_PRINTED: Mapping[str, tuple[str, ...]] = {
    "documents": (
        "issuer", "parent_issuer", "place", "subject", "addressees", "copies",
        "signing_authority", "signer_title", "signer_name",
    ),
    "citations": ("cited_issuer", "cited_title"),
    "dates": ("event",),
    "awardees": ("name", "honorific", "position", "workplace", "conferred_by"),
    "initiatives": ("title", "authors", "field", "recognised_by"),
    "figures": ("counted", "conferred_by", "scope", "heading"),
}  # fmt: skip


def as_printed(tables: Mapping[str, list[Row]], printed: str) -> None:
    """Put the printed letters into the rows of one dispatch, and lower their confidence.

    :param tables: the rows that were found in the spelled text; changed in place
    :param printed: the text of the page, as long as the spelled one
    """
    said = " ".join(printed.split())
    for row in tables["texts"]:
        row["text"] = printed
    for row in tables["documents"]:
        for field in _listed(row["evidence"]):
            _lower(field, printed)
    for table, columns in _PRINTED.items():
        for row in tables[table]:
            if "quote" in row:
                start, end = _span(row)
                row["quote"] = printed[start:end]
                _lower(row, printed)
            for column in columns:
                row[column] = _printed(row[column], said)


def _lower(row: Any, printed: str) -> None:
    """Less confidence in a row that rests on words, whose marks were told or may be lacking."""
    start, end = _span(row)
    if _LETTER.search(printed, start, end):
        row["confidence"] = round(row["confidence"] * _SURE, 4)


def _span(row: Any) -> tuple[int, int]:
    return row["start"], row["end"]


def _listed(value: Any) -> list[Any]:
    return list(value)


def _printed(value: Any, said: str) -> Any:
    """A value in the letters of the page, which may have their marks elsewhere in the text."""
    if isinstance(value, str):
        return value if value in said else without_marks(value)
    return [_printed(one, said) for one in value] if isinstance(value, list) else value
