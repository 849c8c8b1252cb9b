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
            told = letters.told_fields(row)
            if "quote" in row:
                letters.lower(row)
                row["quote"] = printed[slice(*_span(row))]
            for column in columns:
                row[column] = letters.printed_as(row[column], told is None or column in told)


class _Letters:
    """What is printed beside what was read."""

    def __init__(self, printed: str, spelled: str) -> None:
        self._printed = printed
        self._spelled = spelled
        words = _WORD.findall(printed.casefold())
        self._said = f" {' '.join(words)} "
        self._words = frozenset(words)

    def lower(self, row: Any) -> None:
        """Less confidence in a row whose words had their marks told, or may lack them still."""
        start, end = _span(row)
        if self._is_as_read(start, end):
            if not _WORD.search(self._printed, start, end) and self._has_heading(row):
                return
            start, end = self._lines_of(start, end)
        if not self._is_as_read(start, end) or not self._has_heading(row):
            row["confidence"] = round(row["confidence"] * _SURE, 4)

    def _has_heading(self, row: Any) -> bool:
        """Whether the noun of an amount in a cell, which its column names, is printed as read."""
        counted = row.get("counted")
        return counted is None or self._has(_WORD.findall(counted.casefold()))

    def told_fields(self, row: Row) -> frozenset[str] | None:
        """The fields read where marks had to be told; None where every field may be."""
        if "quote" in row:
            return frozenset() if self._is_as_read(*self._lines_of(*_span(row))) else None
        fields: Any = row.get("evidence")
        if fields is None:
            return None
        named = frozenset(field["field"] for field in fields)
        told = {field["field"] for field in fields if not self._is_as_read(*_span(field))}
        return frozenset(row) - named | told

    def printed_as(self, value: Any, told: bool) -> Any:
        """A value in the letters of the page, of which some words may have their marks.

        Names set in capitals are read in small letters, so the case of a letter tells nothing.

        :param told: whether the value was read where marks had to be told
        """
        if isinstance(value, list):
            return [self.printed_as(one, told) for one in value]
        if not isinstance(value, str):
            return value
        words = _WORD.findall(value.casefold())
        if self._has(words):
            return value
        bare = without_marks(value)
        if self._has(_WORD.findall(bare.casefold())):
            return bare
        return bare if told and not self._words.issuperset(words) else value

    def _has(self, words: list[str]) -> bool:
        """Whether the words are printed one behind the other."""
        return f" {' '.join(words)} " in self._said

    def _is_as_read(self, start: int, end: int) -> bool:
        return self._printed[start:end] == self._spelled[start:end]

    def _lines_of(self, start: int, end: int) -> tuple[int, int]:
        """The stretch with the rest of its lines."""
        behind = self._printed.find("\n", end)
        return self._printed.rfind("\n", 0, start) + 1, len(self._printed) if behind < 0 else behind


def _span(row: Any) -> tuple[int, int]:
    return row["start"], row["end"]
