"""Decisions that amend a list of awards: whom they put right, and whom they add to it."""

from __future__ import annotations

import regex

# `Đính chính tên bà A tại Quyết định tặng X`: of two spellings nobody knows which is meant, and
# what else is put right was given by the decision before
_CORRECTS = regex.compile(
    r"(?<!\p{L})(?i:đính chính|hiệu đính|cải chính)(?!\p{L})"
    r"|(?<!\p{L})(?i:điều chỉnh|sửa|sửa đổi|sửa lại|chỉnh sửa|thay đổi|thay)(?:, bổ sung)?"
    r"\s(?:lại\s|một số\s|phần\s|về\s){0,2}(?:thông tin|họ\s?,? (?:và )?(?:chữ )?(?:đệm|tên)|tên"
    r"|chức danh|chức vụ|đơn vị|năm sinh|số thứ tự|sai sót|nội dung ghi|cụm từ)(?!\p{L})"
)
# `Bổ sung 02 cá nhân vào danh sách được tặng X tại Quyết định số 5`, `tặng bổ sung X cho`
_ADDS = regex.compile(
    r"(?<!\p{L})(?i:(?:tặng|khen|công nhận|trao|thưởng) (?:thêm|bổ sung)(?!\p{L})"
    r"|bổ sung (?:danh sách|tên)(?!\p{L})"
    r"|bổ sung (?!,|vào|khoản|điều|điểm|một số)"
    r"(?=[^.;]{2,160}?\svào\s(?:\p{Ll}+\s){0,4}danh sách\s))"
)


def corrects(before: str) -> bool:
    """Do the words before an award put right what an earlier decision printed?"""
    return _CORRECTS.search(before) is not None


def adds(before: str) -> bool:
    """Do they add names to an earlier list, so that this decision gives it to them?"""
    return _ADDS.search(before) is not None
