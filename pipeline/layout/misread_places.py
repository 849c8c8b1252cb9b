"""Read names of provinces behind a misread `tỉnh` (`tinh Lâm Đông`, `tính Bình Thuận`).

Behind the word for a province stands the name of one: its letters alone tell which, and the name
tells that the word before it is `tỉnh`, not `tính` (reference: text_defects, section 4).
"""

from __future__ import annotations

import regex

from pipeline.layout.pieces import without_marks
from pipeline.layout.provinces import unmarked_provinces
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived
from pipeline.rulebook.fold import spellings

_MISREAD = frozenset({"tinh", "tính", "tĩnh", "tỉnh"})
"""`tình` and `tịnh` stay: `nghĩa tình Hà Nam` is spelled right."""
_SPELLED_AS_HEARD = "Đắk"
"""Đắk, Đăk and Đak are all in use."""


def provinces_put_right(printed: str, rules: Rulebook) -> str:
    """The text, as long as before, with provinces behind `tỉnh` as they are spelled."""
    bare = without_marks(printed).lower()
    if "tinh " not in bare:
        return printed
    for hit in _behind_province(rules).finditer(bare):
        (start, end), (first, last) = hit.span("kind"), hit.span("name")
        kind, name = printed[start:end], printed[first:last]
        if kind.lower() not in _MISREAD or not name[0].isupper():
            continue
        spelled = unmarked_provinces(rules)[hit["name"]]
        right = spelled.upper() if name.isupper() else spelled
        if name.lower() in spellings(spelled.lower()) or spelled.startswith(_SPELLED_AS_HEARD):
            right = name
        unit = kind[0] + ("ỈNH" if kind.isupper() else "ỉnh")
        printed = printed[:start] + unit + printed[end:first] + right + printed[last:]
    return printed


@derived
def _behind_province(rules: Rulebook) -> regex.Pattern[str]:
    names = sorted(unmarked_provinces(rules), key=len, reverse=True)
    options = "|".join(regex.escape(name) for name in names)
    return regex.compile(rf"(?<!\p{{L}})(?P<kind>tinh)\s(?P<name>{options})(?!\p{{L}})")
