"""Whether an annex behind a decision on awards lists somebody else: guests, boards, households."""

from __future__ import annotations

import regex

from pipeline.extract.awards import awards_in_words
from pipeline.grammar.spelling import fold
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.line_above import ARTICLE, tells_other_matter
from pipeline.link.awardees.walk import Walk, is_annexed
from pipeline.rulebook import Rulebook

_LABEL_LETTERS = 80


def is_other_annex(walk: Walk, title: str, own: AwardClause | None, *, titled: bool = True) -> bool:
    """Does a title open a list of something other than the awards of its decision?

    So does one that names another matter, and one without a word of awards where the decision names
    its awardees itself and speaks of no list.

    :param own: the award that the title states
    :param titled: whether it is one; another heading only can name another matter
    """
    if tells_other_matter(title, walk.rules):
        return True
    if own is not None or not titled or _is_of_award(title, walk.rules):
        return False
    if _names_others(walk, title):
        return True
    return _has_named(walk) and not _leaves_to_annex(walk) and not _is_counted(walk, title)


def is_other_table(walk: Walk, index: int) -> bool:
    """Does the line right above a table in an annex say that it lists others (`Ban Giám khảo:`)?"""
    above = walk.dispatch.blocks[index - 1] if index else None
    if above is None or above.kind == "table" or walk.run == index - 1:
        return False
    is_label = len(above.view) < _LABEL_LETTERS and is_annexed(walk, above)
    if not is_label or _is_of_award(above.view, walk.rules):
        return False
    return tells_other_matter(above.view, walk.rules) or _names_others(walk, above.view)


def is_list_title(words: str, rules: Rulebook) -> bool:
    """Does a line call itself a list or an annex?"""
    return rules.pattern("lists.annex_title").regex.search(words) is not None


def _is_of_award(title: str, rules: Rulebook) -> bool:
    return (
        rules.pattern("lists.annex_of_award").regex.search(
            rules.pattern("lists.annex_board").regex.sub(" ", title)
        )
        is not None
    )


def _names_others(walk: Walk, title: str) -> bool:
    return walk.rules.pattern("awardee.other_annex").on(title).search(title) is not None


def _has_named(walk: Walk) -> bool:
    return any(row.award_name is not None for row in walk.rows.awardees.values())


def _is_counted(walk: Walk, title: str) -> bool:
    """`tặng Giấy khen cho Trường A và 3 học sinh`, and behind it `DANH SÁCH HỌC SINH`."""
    listed = walk.rules.pattern("lists.annex_listed").regex.search(fold(title))
    if listed is None:
        return False
    counted = regex.compile(
        r"(?<!\d)\d{1,4}\s(?:em\s)?" + regex.escape(listed["whom"]) + r"(?!\p{L})"
    )
    articles = (b for b in walk.dispatch.blocks if b.part == 0 and ARTICLE.match(b.view))
    return any(
        awards_in_words(b.view, walk.rules) and counted.search(fold(b.view)) for b in articles
    )


def _leaves_to_annex(walk: Walk) -> bool:
    first = (block for block in walk.dispatch.blocks if block.part == 0)
    said = (b.view for b in first if b.kind in {"paragraph", "list_item", "heading"})
    return any(map(walk.rules.pattern("lists.annex_to_annex").regex.search, said))
