"""Awards for the authors that another article names: `cho các tác giả có tên tại Điều 1`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block

_ARTICLE = regex.compile(r"\W{0,4}Điều\s{1,3}(\d{1,3})(?!\d)")
_TO_AUTHORS = regex.compile(
    r"(?:[^.;:]|\.(?=\d)){0,120}?\scho\s(?:\d{1,3}\s|các\s)?(?:đồng\s|nhóm\s)?tác giả"
    r"(?P<which>[^.;:]{0,60}?\s(?:có tên|nêu|được công nhận)[^.;:]{0,20}?)"
    r"\s(?:tại|ở|trong)\sĐiều\s(?P<number>\d{1,2})(?!\d)"
    r"(?:(?:,|\svà)\sĐiều\s(?P<number>\d{1,2})(?!\d))*+"
    # no article of a law or regulation, which a bare number does not tell from one of its own
    r"(?=(?:\scủa)?\sQuyết định này|\s*(?:[.,;:(/]|$)"
    r"(?!\s*(?:khoản|điểm|mục|Luật|Nghị định|Thông tư|Quy chế|Quy định|Điều lệ))"
    r"|\s(?:và|với|vì|do|kèm|mức|số tiền|mỗi)\s)"
)
# what comes before the verb of an article that gives nothing to those it speaks of
_GIVES_NOTHING = regex.compile(
    r"(?i)(?<!\p{L})(?:không|chưa|thu hồi|hủy|huỷ|bãi bỏ|dừng|hoãn|đề nghị|đề xuất|kiến nghị)"
    r"(?!\p{L})"
)
_TO_LISTED_AUTHORS = regex.compile(
    r"(?<!\p{L})cho\s(?:\d{1,3}\s|các\s)?(?:đồng\s|nhóm\s)?tác giả(?!\p{L})"
)
_NOT = regex.compile(r"(?<!\p{L})(?:không|chưa)(?!\p{L})")


def confer_on_authors(walk: Walk, index: int, clause: AwardClause) -> None:
    """Give the award of a block to the authors of the article that it names, if that stands above.

    :param index: number of the block
    :param clause: the only clause of the block
    """
    block = walk.dispatch.blocks[index]
    found = _TO_AUTHORS.match(block.view, clause.award_end - block.start)
    if found is None or _NOT.search(found["which"]):
        return
    before = block.view[clause.start - block.start : clause.award_start - block.start]
    if _GIVES_NOTHING.search(before):
        return
    wanted = {int(number) for number in found.captures("number")}
    for number, begin, end in _articles(walk.dispatch.blocks[:index], block):
        if number in wanted:
            walk.rows.confer(clause, begin, end)


def _articles(above: tuple[Block, ...], block: Block) -> Iterator[tuple[int, int, int]]:
    """The articles above a block in its part: number, start, and where the next one begins."""
    end = block.start
    for other in reversed(above):
        if other.part != block.part:
            return
        if (article := _ARTICLE.match(other.view)) is not None:
            yield int(article[1]), other.start, end
            end = other.start


def gives_listed_authors(walk: Walk, clause: AwardClause | None) -> bool:
    """`tặng Giấy khen cho các tác giả theo danh sách`: the authors of the list are given it."""
    if clause is None or clause.award is None:
        return False
    said = walk.dispatch.text.text[clause.award_end : max(clause.award_end, clause.end)]
    return _TO_LISTED_AUTHORS.search(" ".join(said.split())) is not None
