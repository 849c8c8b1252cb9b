"""One key for the names of one body: `Chủ tịch UBND tỉnh` in its own papers and others."""

from __future__ import annotations

import re

from pipeline.grammar.spelling import fold
from pipeline.resolve.papers import is_nationwide
from pipeline.resolve.units import read_chain
from pipeline.rulebook import Rulebook

# Who acts for a body: its head or its standing committee (thẩm quyền ký, cấp khen thưởng).
_ACTS_FOR = re.compile(
    r"(?:tm\.?\s*|thay mặt\s+)?(?:(?:phó\s+)?(?:chủ tịch|giám đốc|tổng giám đốc|thủ trưởng|"
    r"hiệu trưởng|cục trưởng)|ban thường vụ|ban chấp hành|thường trực|đoàn chủ tịch)\s+"
)


def body_key(printed: str | None, home: str | None, rules: Rulebook) -> str:
    """A key that two names share if they are sure to be one body; "" where none is told.

    :param home: the province of the document, which `UBND tỉnh` without a name means
    """
    folded = " ".join(fold(printed or "").split())
    if not folded:
        return ""
    if is_nationwide(folded, rules):
        return f"{_unit(folded, rules)}|nation"
    acted = _ACTS_FOR.sub("", folded)
    chain = read_chain(acted, home, rules, merged=True)
    if not chain.units:
        return ""
    first = chain.units[0]
    rank = first.rank if first.rank in ("district", "commune") else ""
    return f"{first.key}|{rank}|{chain.province or ''}"


def _unit(folded: str, rules: Rulebook) -> str:
    chain = read_chain(folded, None, rules, merged=True)
    return chain.units[0].key if chain.units else folded
