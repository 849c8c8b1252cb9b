"""Whether the line above a list says that its names get the award, or something else of them."""

from __future__ import annotations

import regex

from pipeline.extract.awards import awards_in_words
from pipeline.link.award_clause import AwardClause, title_clause
from pipeline.link.awardee_series import SENTENCE_END
from pipeline.link.awardee_walk import Walk
from pipeline.model import Block

GROUP_LINE = regex.compile(
    r"(?i)[\s–+*•-]{0,4}(?:\(?(?:\d{1,2}|[a-zđ])[.)/]\s{0,2})?(?:các\s|về\s)?"
    r"(?:(?P<collective>tập thể|đơn vị|cơ quan)|(?P<person>cá nhân))"
    r"(?:\s?\(?\d{1,3}\)?)?\s?:\s+(?=\S)"
)
_ARTICLE = regex.compile(r"\W{0,4}Điều\s{1,3}\d")
# `Thành lập Tổ trao Giấy khen gồm:`: the names serve the award, or are refused it
OTHER_MATTER = regex.compile(
    r"(?i)(?<!\p{L})(?:thành lập|(?<!ban |các )tổ chức(?!\s*[,:;])|phân công|giao(?! thông)|mời"
    r"|thành phần|tham dự|kinh phí|không|chưa)"
    r"(?!\p{L})"
)
# `Khen thưởng 4 tập thể có thành tích trong tổ chức Ngày hội ...`: what they did for it
_MERIT = regex.compile(r"(?<!\p{L})(?:(?:có|lập|đạt)\s)(?:\p{L}+\s){0,3}(?:thành tích|đóng góp)")
_SECTION_LETTERS = 60
_REACH = 40  # blocks from a line up to the one that opens its list


def is_below_award(walk: Walk, index: int, clause: AwardClause) -> bool:
    """Does the line that opens the list of block ``index`` state the award of the clause?

    :param walk: where the walk stands
    :param index: the block whose list is asked about
    :param clause: the clause that the block's names would get their award from
    """
    level = walk.dispatch.blocks[index].level
    for above in reversed(walk.dispatch.blocks[max(0, index - _REACH) : index]):
        if _opens(walk, above, level, clause):
            return states_award(walk, above, clause)
    return False


def _opens(walk: Walk, block: Block, level: int, clause: AwardClause) -> bool:
    """Does the block open whatever stands below it, rather than stand in the list itself?"""
    if block.kind == "appendix" or _ARTICLE.match(block.view):
        return True
    if block.kind in {"furniture", "table"} or block.view.lstrip().startswith("("):
        return False
    if GROUP_LINE.match(block.view) or _is_section(walk, block):
        return False
    if block.kind != "list_item" or block.view.rstrip().endswith(":"):
        return True
    return 0 < block.level < level or block.start <= clause.award_start < block.end


def _is_section(walk: Walk, block: Block) -> bool:
    """`II. Cá nhân:`, and not `Cá nhân được giao trao thưởng:` or `Cá nhân được tặng X:`."""
    view = block.view
    if len(view) >= _SECTION_LETTERS or OTHER_MATTER.search(view):
        return False
    section = walk.rules.pattern("awardee.section").regex.match(view)
    return section is not None and not awards_in_words(view, walk.rules)


def states_award(walk: Walk, block: Block, clause: AwardClause) -> bool:
    """`Điều 1. Tặng Giấy khen cho các cá nhân sau:`, and not `Tổ trao Giấy khen gồm:`."""
    own = title_clause(block.view, block.start, walk.citations, walk.deciding, walk.rules)
    if own is None:
        is_list = "danh sách" in block.view[:200].lower()
        return block.kind == "appendix" and is_list  # the award is that of its decision
    if own.award_name != clause.award_name:
        return False
    said = block.view[: own.award_start - block.start]
    merit = _MERIT.search(said)
    if OTHER_MATTER.search(said[: merit.start()] if merit else said):
        return False
    # `đề nghị tặng Giấy khen. Thành phần hội đồng gồm:` opens a list of something else
    ends = SENTENCE_END.search(block.view, own.award_end - block.start)
    return ends is None or not block.view.rstrip().endswith(":")
