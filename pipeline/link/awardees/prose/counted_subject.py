"""The subject of a sentence that is counted first: `2 tập thể là A, B và 9 cá nhân nhận X`."""

from __future__ import annotations

import regex

from pipeline.link.awardees.recipients.series import Enumerated, enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8}
_BODIES = "tập thể|đơn vị|trường|xã|phường|doanh nghiệp|cơ quan|công ty|chi bộ|thôn|hộ"
_PEOPLE = (
    "cá nhân|đồng chí|học sinh|sinh viên|em|giáo viên|nhà giáo|thầy cô|công nhân|cán bộ|đảng viên"
    "|đoàn viên|hội viên|nông dân|người|chiến sĩ|bác sĩ|nghệ nhân|nghệ sĩ|vận động viên"
)
# `A, B và 43 cá nhân được tặng`: those who are only counted beside those who are named
_AND_OTHERS = regex.compile(
    r"(?:\s?\([^()]{2,60}\))?"
    rf"(?:\s?(?:,|,?\s(?:và|cùng))\s(?:\d{{1,3}}\s(?:{_BODIES}|{_PEOPLE})(?:\s\p{{Ll}}+){{0,6}}))?"
    r"[\s,]*(?:(?:đã|vừa|vinh dự|cùng|đều|cũng)\s*){0,3}"
)
_SURE, _LESS = 0.9, 0.8


def counted_subject(block: Block, begin: int, received: int, rules: Rulebook) -> list[Enumerated]:
    """Those named behind their count as the subject of the verb at ``received``.

    Fewer or more names than were counted are less sure.
    """
    counted = rules.pattern("prose.counted_subject_counted").regex.match(
        block.view, begin, received
    )
    if counted is None:
        return []
    found = list(enumerated(block, counted.end(), (), rules, received))
    kind = "collective" if counted["bodies"] else "person"
    if not found or any(item.named.kind != kind for item in found):
        return []
    tail = max(item.named.tail for item in found) - block.start
    tail += block.view.startswith(")", tail)
    if not _AND_OTHERS.fullmatch(block.view, tail, received):
        return []
    word = counted["count"].lower()
    many = _NUMBERS.get(word) or int(word)
    sure = _SURE if many == len(found) else _LESS
    return [item.at_most(sure) for item in found]
