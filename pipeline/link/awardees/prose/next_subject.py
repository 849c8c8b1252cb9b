"""Where an enumeration ends: the last of its names does something itself, and was given nothing."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.link.awardees.recipients.names import Named
from pipeline.link.awardees.recipients.series import Enumerated
from pipeline.model import Block

_ACTS = regex.compile(
    r"\s(?:(?:đã|sẽ|vừa|cũng)\s)?(?:phân công|giao|yêu cầu|đề nghị|thông báo|ban hành"
    r"|xây dựng kế hoạch|trân trọng|kính|phát động|thống nhất|quyết định)(?!\p{L})"
    # what they were given it for, where it is done: `cho Đội A, Đội B đã phối hợp bắt giữ`
    r"|\s(?:(?:sẽ|vừa|cũng)\s)?(?:chỉ đạo|tổ chức|chủ trì|phối hợp)(?!\p{L})"
)
_SPEAKS = regex.compile(
    r"\s(?:(?:sẽ|vừa|cũng)\s)?(?:trao|tặng|phát biểu|cho biết|khẳng định|nhấn mạnh|báo cáo(?! viên)"
    r"|công bố|đọc|điều hành|chúc mừng|thay mặt|vắng|nhận thay)(?!\p{L})"
)

# `Danh hiệu X: Hội đồng nhất trí đề nghị công nhận cho 03 đồng chí:`
_RESOLVES = regex.compile(
    r"\s(?:(?:đã|sẽ|cũng)\s)?"
    r"(?:nhất trí|thống nhất|biểu quyết|bỏ phiếu|đề nghị|quyết nghị|công nhận)(?!\p{L})"
)


def resolves(block: Block, found: Sequence[Enumerated]) -> bool:
    """Is the one body named behind an award who votes on it or proposes it?"""
    if len(found) != 1 or found[0].named.kind != "collective":
        return False
    return _RESOLVES.match(block.view, found[0].named.tail - block.start) is not None


def acts_next(block: Block, found: Sequence[Enumerated]) -> bool:
    """`tặng Huân chương cho Trung tâm A, Ban B phân công ...` and `cho Trường A; bà B trao ...`:
    the last one is the next subject."""
    view, offset = block.view, block.start
    before, last = (item.named for item in found[-2:])
    gap = view[before.tail - offset : last.start - offset].strip()
    if (gap[:1] not in {",", ";"} and gap != "và") or (last.kind == "collective" and gap[1:]):
        return False
    ends = (last.end - offset, last.tail - offset)
    is_deed = last.kind == "collective" and gap == "," and _ACTS.match(view, ends[1]) is not None
    return is_deed or speaks(view, last, offset)


def speaks(view: str, named: Named, offset: int) -> bool:
    """`bà B trao ...`, `ông C phát biểu`: is a verb of those who hand over behind the name?

    :param offset: where the view begins in the text
    """
    ends = (named.end - offset, named.tail - offset)
    return any(_SPEAKS.match(view, end) is not None for end in ends)
