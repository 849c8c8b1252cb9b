"""Whether the line above a list says that its names get the award, or something else of them."""

from __future__ import annotations

import regex

from pipeline.extract.awards import awards_in_words
from pipeline.link.awardees.clauses.clause import AwardClause, title_clause
from pipeline.link.awardees.clauses.refused import CHARGES
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block
from pipeline.rulebook import Rulebook

ARTICLE = regex.compile(r"\W{0,4}Điều\s{1,3}\d")
_COMMA = regex.compile(r",\s+(?=\p{Lu})")  # `Thực hiện Công văn số 5, Sở A đề nghị tặng ...`
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
    if block.kind == "appendix" or ARTICLE.match(block.view):
        return True
    if block.kind in {"furniture", "table"} or block.view.lstrip().startswith("("):
        return False
    if block.start in walk.holders:
        return False
    if walk.rules.pattern("awardees.line_above_group_line").regex.match(block.view) or _is_section(
        walk, block
    ):
        return False
    if block.kind != "list_item" or block.view.rstrip().endswith(":"):
        return True
    if block.start <= clause.award_start < block.end:
        return True
    return 0 < block.level < level and not _is_entry(walk, block)


def _is_entry(walk: Walk, block: Block) -> bool:
    """Was somebody read from the block? In `a) Tập thể: 1. A 2. B b) Cá nhân: C` the numbers stand
    below the letters, whatever their levels are elsewhere."""
    return any(block.start <= row.start < block.end for row in walk.rows.awardees.values())


def _is_section(walk: Walk, block: Block) -> bool:
    """`II. Cá nhân:`, and not `Cá nhân được giao trao thưởng:` or `Cá nhân được tặng X:`."""
    view = block.view
    if len(view) >= _SECTION_LETTERS or tells_other_matter(view, walk.rules):
        return False
    section = walk.rules.pattern("awardee.section").regex.match(view)
    return section is not None and not awards_in_words(view, walk.rules)


def states_award(walk: Walk, block: Block, clause: AwardClause) -> bool:
    """`Điều 1. Tặng Giấy khen cho các cá nhân sau:`, and not `Tổ trao Giấy khen gồm:`."""
    own = title_clause(walk.titled(block.view, block.start))
    if own is None:
        is_list = "danh sách" in block.view[:200].lower()
        return block.kind == "appendix" and is_list  # the award is that of its decision
    return own.award_name == clause.award_name and opens_award_list(block, own, walk.rules)


def opens_award_list(block: Block, clause: AwardClause, rules: Rulebook) -> bool:
    """Do the names below a line get the award that it names, rather than have a part in it?

    `Thành lập Tổ trao Giấy khen gồm:` and `Thành phần dự lễ trao tặng Huân chương:` open lists of
    people who serve the award, and `Hội đồng đề nghị tặng Giấy khen. Thành phần hội đồng gồm:` one
    of something else.

    :param clause: a clause of the block
    """
    view = block.view
    if serves_award(block, clause, rules):
        return False
    said, behind = (
        rules.pattern("awardees.line_above_merit").regex.sub("", _said_of(block, clause)),
        view[clause.award_end - block.start :],
    )
    if rules.pattern("awardee.event").on(said).search(said) and not rules.pattern(
        "awardees.line_above_given_to"
    ).regex.search(behind):
        return False
    if not view.rstrip().endswith(":"):
        return True
    ends = rules.pattern("recipients.series_sentence_end").regex.search(
        view, clause.award_end - block.start
    )
    if ends is not None:
        last = view[ends.end() :]
        return rules.pattern("awardees.line_above_lists").regex.match(
            last
        ) is not None and not tells_other_matter(last, rules)
    # `..., Văn phòng phân công như sau:`
    parts = list(_COMMA.finditer(behind))  # not `cho 7 anh, chị phụ trách thiếu nhi:`
    last = behind[parts[-1].end() :] if parts else ""
    return "thành tích" in behind or not tells_other_matter(last, rules)


def serves_award(block: Block, clause: AwardClause, rules: Rulebook) -> bool:
    """Is it said before the award that somebody serves it, is refused it, or has to give it back?

    `Giao ông A trao Giấy khen`, `Người ký Quyết định tặng Bằng khen`.
    """
    charged = CHARGES.match(block.view, clause.start - block.start) is not None
    return charged or tells_other_matter(_said_of(block, clause), rules)


def _said_of(block: Block, clause: AwardClause) -> str:
    """The words before the award from its own subject on: `Theo Tờ trình số 5, | Sở A tặng X`."""
    start, at = clause.start - block.start, clause.award_start - block.start
    return block.view[max([start, *(m.end() for m in _COMMA.finditer(block.view, start, at))]) : at]


def tells_other_matter(words: str, rules: Rulebook) -> bool:
    """Are the words about tasks, boards, guests or costs, or do they refuse or take back?

    Not what an award is for: `Giấy khen vì thành tích trong công tác giao quân` charges nobody.
    """
    pattern = rules.pattern("awardee.other_matter")
    if not pattern.search(words):
        return False
    merits = rules.pattern("awardees.line_above_merit").regex.findall(words)
    bare = rules.pattern("awardees.line_above_merit").regex.sub(" ", words) if merits else words
    return pattern.search(bare) is not None or any(
        map(rules.pattern("awardees.line_above_refused").regex.search, merits)
    )


def tells_given(block: Block, rules: Rulebook) -> bool:
    """`Kết quả xét các danh hiệu thi đua:`: the list below is of what was given."""
    view = block.view
    return (
        view.rstrip().endswith(":")
        and rules.pattern("awardees.line_above_gives").regex.search(view, max(0, len(view) - 300))
        is not None
    )
