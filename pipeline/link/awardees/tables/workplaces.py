"""Workplaces that two columns of a table tell: class and school, village and commune."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from pipeline.grammar.spelling import fold
from pipeline.link.awardees.tables.marks import is_cross
from pipeline.model import TableCell

_INNER = regex.compile(
    r"(?:tên )?(?:lớp|tổ|thôn|bản|ấp|xóm|làng|buôn|khóm|khu phố|tổ dân phố|phòng|khoa|bộ phận"
    r"|phân xưởng|xưởng|chi bộ|chi đoàn|chi hội|đội)(?!\p{L}).{0,30}"
)
_OUTER = regex.compile(
    r"(?:tên )?(?:trường|xã|phường|huyện|đơn vị|cơ quan|công ty|đảng bộ|đoàn|hội|khoa|liên đội"
    r"|địa phương|khối phường)(?!\p{L}).{0,30}"
)


def workplace_of(
    row: Sequence[TableCell], header: Sequence[str], columns: Mapping[int, str]
) -> str | None:
    """`9B, Trường A`: the units of a row from the inner one up, else the first that is filled in.

    :param columns: roles by number
    """
    places = [i for i, role in columns.items() if role == "workplace"]
    texts = {
        c.column: "" if is_cross(c.text) else " ".join(c.text.split()).strip(" .;-")
        for c in row
        if c.column in places  # `Giấy khen UBND huyện`, below which crosses stand, too
    }
    inner, outer = (texts.get(column, "") for column in _chained(header, places) or (-1, -1))
    if inner and outer:
        return inner if fold(outer) in fold(inner) else f"{inner}, {outer}"
    return next((texts[column] for column in sorted(texts) if texts[column]), None)


def _chained(header: Sequence[str], places: Sequence[int]) -> tuple[int, int] | None:
    """The columns of the inner and of the outer unit, where a table has one of each."""
    heads = {i: " ".join(fold(header[i]).split()) for i in places if i < len(header)}
    inner = [i for i, head in heads.items() if _INNER.fullmatch(head) is not None]
    outer = [i for i, head in heads.items() if _OUTER.fullmatch(head) and i not in inner[:1]]
    return (inner[0], outer[0]) if len(places) == 2 and inner and outer else None
