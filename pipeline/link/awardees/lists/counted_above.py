"""A line that opens the list of those whom the paragraph before it counted: `Các cá nhân gồm:`."""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.grammar.numerals import HOW_MANY
from pipeline.link.awardees.line_above import tells_other_matter
from pipeline.link.awardees.lists.scope import open_list
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block

_SURE = 0.85  # that the list is of the same award is not said again
_WHO = (
    r"(?:tập thể|cá nhân|đơn vị|đồng chí|nhà giáo|giáo viên|học sinh|công nhân|cán bộ|nghệ nhân"
    r"|nghệ sĩ|nông dân|đảng viên|đoàn viên|người)"
)
_GIVEN = (
    r"(?:tặng|khen|trao|tặng thưởng|phong tặng|truy tặng|công nhận|vinh danh)(?:\s[^.;:]{1,60})?"
)
_OPENS = regex.compile(
    r"[\s\-–+*•]{0,6}(?i:cụ thể(?: như sau| gồm| là)?|đó là|(?:bao )?gồm(?: có)?"
    r"|danh sách cụ thể(?: như sau| gồm)?"
    r"|(?:danh sách )?(?:các|những|" + HOW_MANY + r")\s"
    rf"{_WHO}(?:,? (?:và )?{_WHO})?"
    rf"(?:\s(?:còn lại|này|trên|nói trên|nêu trên|đó|được {_GIVEN}))?"
    r"(?:\s(?:gồm(?: có)?|là|như sau|có tên sau(?: đây)?|sau(?: đây)?))?)\s?:\s*"
)


def open_for_counted(walk: Walk, index: int, block: Block) -> bool:
    """Open the list of the award that so many were given in the paragraph before; False where the
    line opens no such list."""
    clause = walk.counted
    if clause is None or clause.award is None or not block.view.rstrip().endswith(":"):
        return False
    if _OPENS.fullmatch(block.view) is None or tells_other_matter(block.view, walk.rules):
        return False
    walk.counted = None
    open_list(walk, index, replace(clause, confidence=min(clause.confidence, _SURE)))
    return True
