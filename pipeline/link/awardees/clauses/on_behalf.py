"""Who only fetches an award: `ông A đại diện Công ty B nhận X`, `Ban Giám hiệu C nhận X`."""

from __future__ import annotations

from dataclasses import replace

from pipeline.link.awardees.recipients.names import Named
from pipeline.rulebook import Rulebook

_SURE = 0.8


def as_body(named: Named, received: str, rules: Rulebook) -> Named:
    """`Ban Giám hiệu Trường A đón nhận X`: they took it, and it is the school's.

    :param received: the verb; what the board `được tặng` is its own
    """
    board = rules.pattern("clauses.on_behalf_board").regex.match(named.name)
    if board is None or named.kind != "collective" or not received.endswith("nhận"):
        return named
    return replace(
        named, start=named.start + board.end(), name=named.name[board.end() :],
        confidence=min(named.confidence, _SURE),
    )  # fmt: skip
