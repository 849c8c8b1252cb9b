"""Prizes for works (`dự án`, `sản phẩm`, `tiết mục`): who made each work is given its prize."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from pipeline.link.awardee_names import Named
from pipeline.link.awardee_series import enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_SURE = 0.85
WORK = regex.compile(
    r"(?i:dự án|sản phẩm|tác phẩm|tiết mục|bài (?:dự thi|viết|thi)|ý tưởng|phần mềm|đề tài"
    r"|giải pháp|sáng kiến|mô hình|công trình|phóng sự|chương trình|đồ dùng|thiết bị)(?!\p{L})"
    r"|[^“”:;]{2,60}“[^“”]{3,160}”\s*(?:[-–,(:]\s*)?(?i:của|do|(?:đồng |nhóm )?tác giả)(?!\p{L})"
)
_NEXT_WORK = regex.compile(r";\s*(?=" + WORK.pattern + r")")
_OF = regex.compile(
    r"(?<!\p{L})(?i:của|do|tác giả|đồng tác giả|nhóm tác giả|thực hiện)(?!\p{L})(?:\s*:)?\s+"
    r"(?:(?:nhóm|các|đồng)\s+)?(?:tác giả\s*:?\s+)?|\s[-–]\s+(?!\p{Ll})|[”\")]\s*[,:(]?\s*"
)


def of_works(block: Block, at: int, stop: int, rules: Rulebook) -> Iterator[Named]:
    """`Dự án: X - Học sinh A, B, Trường C`: a work is given the prize, its authors get it."""
    cuts = [m.end() for m in _NEXT_WORK.finditer(block.view, at, stop)]
    for begin, end in zip([at, *cuts], [*cuts, stop], strict=True):
        quote = block.view.find("”", begin, end)
        for lead in _OF.finditer(block.view, quote if quote >= 0 else begin, end):
            people = [e.named for e in enumerated(block, lead.end(), (), rules, end)]
            if people and all(n.kind == "person" for n in people):
                for named in people:
                    yield replace(named, confidence=min(named.confidence, _SURE))
                break
