"""Recognise a line that names a post in capitals (chức vụ người ký)."""

from __future__ import annotations

from functools import lru_cache

import regex

from pipeline.layout.pieces import is_capitals
from pipeline.rulebook import Rulebook


def is_post(line: str, rules: Rulebook) -> bool:
    """True for `CHỦ TỊCH`, `PHÓ GIÁM ĐỐC`, `CHÁNH VĂN PHÒNG`: a post opens the line in capitals."""
    text = line.strip(" *.")
    return len(text) <= 80 and is_capitals(text) and _posts(rules).match(text) is not None


@lru_cache(maxsize=8)
def _posts(rules: Rulebook) -> regex.Pattern[str]:
    terms = {row["term"].upper() for row in rules.lexicon("positions").rows}
    terms |= {"CHỦ TỌA", "CHỦ TOẠ", "CHỦ TRÌ", "THƯ KÝ", "NGƯỜI LẬP BIỂU", "NGƯỜI GHI BIÊN BẢN"}
    options = "|".join(
        regex.escape(term).replace(r"\ ", r"\s+") for term in sorted(terms, key=len, reverse=True)
    )
    return regex.compile(rf"(?:Q\.\s*|QUYỀN\s+)?(?:{options})(?!\w)")
