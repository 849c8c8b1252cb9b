"""Awards for the authors that another article names: `cho các tác giả có tên tại Điều 1`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block

_ARTICLE = regex.compile(r"\W{0,4}Điều\s{1,3}(\d{1,3})(?!\d)")


def confer_on_authors(walk: Walk, index: int, clause: AwardClause) -> None:
    """Give the award of a block to the authors of the article that it names, if that stands above.

    :param index: number of the block
    :param clause: the only clause of the block
    """
    block = walk.dispatch.blocks[index]
    found = walk.rules.pattern("lists.authors_to_authors").regex.match(
        block.view, clause.award_end - block.start
    )
    if found is None or walk.rules.pattern("lists.authors_not").regex.search(found["which"]):
        return
    before = block.view[clause.start - block.start : clause.award_start - block.start]
    if walk.rules.pattern("lists.authors_gives_nothing").regex.search(before):
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
        if article := _ARTICLE.match(other.view):
            yield int(article[1]), other.start, end
            end = other.start


def gives_listed_authors(walk: Walk, clause: AwardClause | None) -> bool:
    """`tặng Giấy khen cho các tác giả theo danh sách`: the authors of the list are given it."""
    if clause is None or clause.award is None:
        return False
    said = walk.dispatch.text.text[clause.award_end : max(clause.award_end, clause.end)]
    return (
        walk.rules.pattern("lists.authors_to_listed_authors").regex.search(" ".join(said.split()))
        is not None
    )
