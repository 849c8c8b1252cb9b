"""Whether an award is only aimed at: `Phấn đấu ... được tặng X` confers and proposes nothing."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.rulebook import Rulebook

_OPENS = regex.compile(
    r"[\W\d]{0,8}(?:\p{L}[.)]\s*)?(?i:"
    r"(?:(?:trong |đến |hết |cuối )*(?:năm|giai đoạn|nhiệm kỳ|thời gian tới)[^,;:.]{0,30},? )?"
    r"(?:(?:tiếp tục|cùng nhau|toàn \p{L}+|tập thể|cá nhân) ){0,2}"
    r"(?:(?:phấn đấu|quyết tâm|quyết phấn đấu|hướng tới)(?!\p{L})(?!\s?,)"
    r"|(?:các )?(?:mục tiêu|chỉ tiêu|phương hướng|nhiệm vụ)"
    r"(?:,? (?!đã |được |đạt được)\p{L}+| \d{4}(?:\s?[-–]\s?\d{4})?){0,8}\s?"
    r"(?::|(?<= )(?:là|phấn đấu)(?!\p{L}))))"
)
# `Quyết tâm của tập thể đã được đền đáp: ...`, `Phấn đấu không ngừng, năm 2020 ông A được ...`
_ATTAINED = regex.compile(
    r"(?<!\p{L})(?:đã|vừa|từng)\s|(?:không ngừng|liên tục|bền bỉ|vươn lên),|,\s(?:vào )?ngày \d"
)
_STRIVES = regex.compile(
    r"(?<!(?:sự|tinh thần|quá trình|ý chí|động lực|công sức|sức) (?:nỗ lực |quyết tâm )?)"
    r"(?<!\p{L})(?i:phấn đấu)(?!\p{L})"
)
# behind a comma: somebody else, or what was got
_GOT = regex.compile(
    r"(?<!\p{L})(?:đã|được|nhận|đón|vinh dự|liên tục|nhiều|\d{1,2} (?:năm|lần))(?!\p{L})|\s\p{Lu}"
)
_GOT_TOO = regex.compile(r"(?<!\p{L})(?:đã|(?:và|mà|nên) (?:\p{L}+ )?được)(?!\p{L})")
# `Sau 10 năm phấn đấu, ...`, `Nhờ phấn đấu ...`: what it led to follows
_LED = regex.compile(
    r"\W{0,6}(?i:sau|qua|trải qua|với|nhờ|bằng|do)\s[^,;:.]{0,60}$"
    r"|\W{0,6}(?i:nhiều|hơn|gần|bao|\d{1,2}|một|hai|ba|bốn|năm|mười)\s(?:\w+\s){0,2}năm\s$"
)
_IN_ORDER = regex.compile(r"\W{0,6}Để\s(?:[^,;:.]*\s)?(?:được|đạt)(?!\p{L})[^,;:.]*$")


def is_ahead(headings: Sequence[str], rules: Rulebook) -> bool:
    """Is a block below one of these headings about the time to come (`PHƯƠNG HƯỚNG NĂM 2024`)?"""
    return any(
        rules.pattern("clauses.aimed_ahead").regex.search(h)
        and not rules.pattern("clauses.aimed_behind").regex.search(h)
        for h in headings
    )


def is_aimed(before: str) -> bool:
    """Do the words of the sentence before an award make it an aim?

    `Ông A phấn đấu vượt chỉ tiêu, được tặng X` tells what he got.
    """
    opens = _OPENS.match(before)
    if opens is not None and not _ATTAINED.search(before, opens.end()):
        return True
    if _IN_ORDER.match(before):
        return True
    strives = list(_STRIVES.finditer(before))
    if not strives or _LED.match(before[: strives[-1].start()]):
        return False
    near, comma, far = before[strives[-1].end() :].partition(",")
    if _GOT_TOO.search(near):
        return False
    return not comma or _GOT.search(far) is None
