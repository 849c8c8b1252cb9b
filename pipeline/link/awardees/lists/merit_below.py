"""The year that the words behind a list give: `Đã hoàn thành xuất sắc nhiệm vụ năm 2007`."""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.line_above import ARTICLE
from pipeline.link.awardees.walk import Walk

_LINE = regex.compile(r"\n(?=\s{0,4}\p{Lu})")


def for_year_of_merit(walk: Walk, index: int, clause: AwardClause) -> AwardClause:
    """The clause with the year of the words behind its list, where it names none itself.

    They stand in a paragraph of their own, or in a line below the last name.
    """
    if clause.is_year_stated or clause.role != "awardee":
        return clause
    last = ""
    for block in walk.dispatch.blocks[index + 1 :]:
        if ARTICLE.match(block.view):
            break
        if block.kind == "list_item":
            last = walk.dispatch.text.text[block.start : block.end]
        elif block.kind not in {"table", "furniture"}:
            if _is_merit(walk, block.view):
                return _of_year(walk, block.view, clause)
            break
    merits = (line for line in _LINE.split(last)[1:] if _is_merit(walk, line))
    return _of_year(walk, next(merits, ""), clause)


def _is_merit(walk: Walk, words: str) -> bool:
    return walk.rules.pattern("awardee.merit").regex.match(words) is not None


def _of_year(walk: Walk, words: str, clause: AwardClause) -> AwardClause:
    year = walk.rules.pattern("awardee.year").regex.search(words)
    return clause if year is None else replace(clause, year=int(year["year"]))
