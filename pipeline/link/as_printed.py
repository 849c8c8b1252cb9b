"""Rows found in a text as it would be spelled, told as it is printed: without the lost marks.

What the rules name themselves (award, type, number) stays as they spell it; names, titles and all
else that is printed has the letters of the page.  None of these rows is sure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pipeline.grammar.bare_letters import without_marks
from pipeline.link.rows import Row

_SURE = 0.85  # a word told from its neighbours
_WORD = re.compile(r"[^\W\d_]+")
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


def as_printed(tables: Mapping[str, list[Row]], printed: str, spelled: str) -> None:
    """Put the printed letters into the rows of one dispatch, and lower their confidence.

    Where only a part of the text lacks its marks, other rows stay as they are.

    :param tables: the rows that were found in the spelled text; changed in place
    :param printed: the text of the page, as long as ``spelled``
    """
    letters = _Letters(printed, spelled)
    for row in tables["texts"]:
        row["text"] = printed
    for row in tables["documents"]:
        evidence: Any = row["evidence"]
        for field in evidence:
            letters.lower(field)
    for table, columns in _PRINTED.items():
        for row in tables[table]:
            if "quote" in row:
                letters.lower(row)
                row["quote"] = printed[slice(*_span(row))]
            for column in columns:
                row[column] = letters.printed_as(row[column])


class _Letters:
    """What is printed beside what was read."""

    def __init__(self, printed: str, spelled: str) -> None:
        self._printed = printed
        self._spelled = spelled
        self._said = " ".join(printed.split())
        self._words = frozenset(_WORD.findall(printed))

    def lower(self, row: Any) -> None:
        """Less confidence in a row whose words had their marks told, or may lack them still."""
        start, end = _span(row)
        if self._printed[start:end] == self._spelled[start:end]:
            if _WORD.search(self._printed, start, end) is None:
                return
            start = self._printed.rfind("\n", 0, start) + 1
            end = self._printed.find("\n", end)
        if self._printed[start:end] != self._spelled[start:end]:
            row["confidence"] = round(row["confidence"] * _SURE, 4)

    def printed_as(self, value: Any) -> Any:
        """A value in the letters of the page, of which some words may have their marks."""
        if isinstance(value, list):
            return [self.printed_as(one) for one in value]
        if not isinstance(value, str) or value in self._said:
            return value
        return value if self._words.issuperset(_WORD.findall(value)) else without_marks(value)


def _span(row: Any) -> tuple[int, int]:
    return row["start"], row["end"]
