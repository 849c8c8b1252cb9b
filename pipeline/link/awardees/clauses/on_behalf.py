"""Who only fetches an award: `ông A đại diện Công ty B nhận X`, `Ban Giám hiệu C nhận X`."""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.link.awardees.recipients.names import Named

# `Văn phòng đại diện`, `người đại diện theo pháp luật`, `đại diện cho tuổi trẻ cả nước` are none
STANDS_FOR = regex.compile(
    r"(?<!(?:người|phòng|trưởng|ban|cơ quan|tổ chức|là|gương mặt|nhà) )(?<!\p{L})đại diện"
    r"(?:\s(?:cho|các|tập thể|lãnh đạo|đơn vị|gia đình))*\s(?=\p{Lu}|nhà trường|công ty|đơn vị|lên"
    r"|tập thể|gia đình|nhận|đón)[^.;:,]{0,120}$"
)
_BOARD = regex.compile(r"Ban (?:Giám hiệu|Giám đốc|[Ll]ãnh đạo|giám hiệu|giám đốc)\s(?=\p{Lu})")
_SURE = 0.8


def as_body(named: Named, received: str) -> Named:
    """`Ban Giám hiệu Trường A đón nhận X`: they took it, and it is the school's.

    :param received: the verb; what the board `được tặng` is its own
    """
    board = _BOARD.match(named.name)
    if board is None or named.kind != "collective" or not received.endswith("nhận"):
        return named
    return replace(
        named, start=named.start + board.end(), name=named.name[board.end() :],
        confidence=min(named.confidence, _SURE),
    )  # fmt: skip
