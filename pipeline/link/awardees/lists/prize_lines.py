"""Lines that say only a prize: `Giải Nhì:`, `* Giải Ba (02 giải)`; those below have won it."""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.extract.awards import PRIZE
from pipeline.grammar.spelling import fold
from pipeline.link.awardees.clauses.clause import AwardClause, title_clause
from pipeline.link.awardees.lists.ranks import of_class, of_contest, tells_results
from pipeline.link.awardees.lists.scope import open_list
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block

# how many have won it, what kind of works, what money goes with it
_COUNTED = frozenset(
    {
        "giải", "thí", "sinh", "em", "học", "cá", "nhân", "tập", "thể", "tác", "giả", "phẩm", "đội",
        "đơn", "vị", "tiết", "mục", "bài", "thi", "sản", "mô", "hình", "dự", "án", "đề", "tài",
        "pháp", "đồng", "đ", "gồm", "có", "mỗi", "trị", "giá", "là", "thưởng", "tiền", "người",
        "và", "cho", "các", "hội", "cuộc", "đoàn",
    }
)  # fmt: skip
_WORD = regex.compile(r"\p{L}+")
_LONGEST = 90


def take_class_line(walk: Walk, index: int, block: Block) -> bool:
    """Open the list below a line that says a class or a prize alone; False if it is none."""
    if (graded := of_class(block.view, walk.clause or walk.announced, walk.rules)) is not None:
        open_list(walk, index, graded)
        return True
    return _take_prize_line(walk, index, block)


def _take_prize_line(walk: Walk, index: int, block: Block) -> bool:
    """Open the list of those who have won the prize that the line names; False if it is none.

    Where a decision gives all of them one certificate, the prizes only part its list.
    """
    if block.kind not in {"paragraph", "list_item", "heading"} or len(block.view) > _LONGEST:
        return False
    line = walk.rules.pattern("lists.scope_prize_line").regex.match(block.view)
    if line is None or walk.is_elsewhere:
        return False
    is_empty = walk.rules.pattern("lists.prize_lines_nobody").regex.match(line["rest"]) is not None
    if not is_empty and not set(map(str.lower, _WORD.findall(line["rest"]))) <= _COUNTED:
        return False
    base = walk.clause or walk.announced
    is_open = base is not None and (base.award == PRIZE or _gives_prizes(walk))
    if not is_open and _parts_list(walk, base):
        walk.run = index
        return True
    if not (is_open or tells_results(walk)):
        return False
    if is_empty:
        walk.clause = None
        return True
    clause = _clause(walk, block, line, base)
    if clause is None:
        return False
    open_list(walk, index, clause)
    walk.is_sure = True
    return True


def _clause(
    walk: Walk, block: Block, line: regex.Match[str], base: AwardClause | None
) -> AwardClause | None:
    offset = block.start + line.start("prize")
    own = title_clause(walk.titled(line["prize"], offset))
    if own is None or own.award is None:
        return None
    own = of_contest(walk, own)
    if base is None:
        return own
    return replace(
        own, conferred_by=base.conferred_by or own.conferred_by, year=base.year or own.year,
        role=base.role, decision=base.decision or own.decision,
    )  # fmt: skip


def _parts_list(walk: Walk, base: AwardClause | None) -> bool:
    """`Tặng Giấy khen cho 4 học sinh sau:` and below it `* Giải Nhất`: all get the certificate."""
    is_given = base is not None and base is walk.clause and base.award is not None
    return is_given and walk.deciding.decides


def _gives_prizes(walk: Walk) -> bool:
    """Does the line that opens the list speak of prizes to be handed over?"""
    if walk.opener < 0:
        return False
    return (
        walk.rules.pattern("lists.prize_lines_gives_prizes").regex.search(
            fold(walk.dispatch.blocks[walk.opener].view)
        )
        is not None
    )
