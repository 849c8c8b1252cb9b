"""Reasons (căn cứ) that go on, in one sentence, with what their issuer proposes itself."""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.model import Block
from pipeline.rulebook import Rulebook

_ISSUER = regex.compile(r",\s\p{Lu}")  # `Xét thành tích ..., Ban Thường vụ A kính đề nghị`
_BEFORE, _BEHIND = 160, 500  # letters of a sentence on both sides of the verb


def as_sentence(block: Block, rules: Rulebook) -> Block:
    """`Xét thành tích ..., UBND xã kính đề nghị ... tặng Giấy khen cho ông A` as a paragraph."""
    if block.kind != "basis" or not _proposes_itself(block.view, rules):
        return block
    return replace(block, kind="paragraph")


def _proposes_itself(view: str, rules: Rulebook) -> bool:
    for asks in rules.pattern("clauses.reasons_asks").regex.finditer(view):
        before = view[max(0, asks.start() - _BEFORE) : asks.start()]
        before = before[max(before.rfind("."), before.rfind(";")) + 1 :]
        if not _ISSUER.search(before):
            continue
        behind = view[asks.end() : asks.end() + _BEHIND]
        ends = (at for mark in ".;" if (at := behind.find(mark)) >= 0)
        behind = behind[: min(ends, default=len(behind))]
        given = behind.find(" tặng ")
        if given >= 0 and behind.find(" cho ", given) >= 0:
            return True
    return False
