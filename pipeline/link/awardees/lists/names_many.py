"""Entries that name several people with one unit: `1. Ông Lê Văn A, Trần Thị B, Vũ C - Phòng D`."""

from __future__ import annotations

import regex

from pipeline.extract.address import CALLED
from pipeline.model import Block

_NAME = r"\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}*){2,3}"
_CALLED = rf"(?:{CALLED}\s)?"
# and not a place: `Lê Văn A, Hoàng Hoa B - Quận 3` may live in a street that is called so
_UNIT = (
    r"(?i:phòng|ban|khoa|tổ(?! dân phố)|đội|bộ môn|bộ phận|phân xưởng|xưởng|trạm|trung tâm|trường"
    r"|lớp|chi (?:bộ|đoàn|hội|nhánh|cục)|công ty|xí nghiệp|nhà máy|bệnh viện|sở|cục|vụ|viện"
    r"|văn phòng|công an|công đoàn|hợp tác xã|ubnd|ủy ban|đoàn|hội|câu lạc bộ|đài|báo|ngân hàng"
    r"|kho bạc|giáo viên|chuyên viên|công nhân|nhân viên|học sinh|sinh viên|cán bộ|bác sĩ"
    r"|điều dưỡng)"
    r"(?!\p{L})"
)
_PEOPLE = regex.compile(
    rf"\s{{0,4}}{_CALLED}{_NAME}(?:,\s{{1,2}}{_CALLED}{_NAME}){{1,9}}+"
    rf"(?:\s(?:và|cùng)\s{_CALLED}{_NAME})?\s{{1,2}}[-–]\s{{1,2}}(?={_UNIT})"
)


def names_many(block: Block) -> bool:
    """Is it a numbered entry of names parted by commas, with a dash before what they belong to?"""
    if block.kind != "list_item" or not block.label or "," not in block.view:
        return False
    return _PEOPLE.match(block.view, len(block.label)) is not None
