"""Columns of a list of people that say when each was born: `Nam | Nữ`, a year below his or hers."""

from __future__ import annotations

import regex

from pipeline.grammar.spelling import fold
from pipeline.model import Table
from pipeline.rulebook import Rulebook

_SEX = regex.compile(r"\W*(?:nam|nữ)\W*")
_YEAR = regex.compile(r"(?:19|20)\d{2}")


def born_in(table: Table, column: int, rules: Rulebook) -> bool:
    """Does the column hold the years in which the men or the women of a list were born?"""
    heading = table.header[column]
    if not _SEX.fullmatch(fold(heading)):
        return False
    if not any(
        rules.pattern("counts.births_of_people").regex.search(fold(other)) for other in table.header
    ):
        return False
    texts = (cell.text.strip() for row in table.rows for cell in row if cell.column == column)
    filled = [text for text in texts if text]
    return bool(filled) and all(_YEAR.fullmatch(text) for text in filled)
