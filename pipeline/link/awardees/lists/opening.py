"""How a sentence or title opens a list of awardees, or only speaks of what an entry has won."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.extract.awards import awards_in_words
from pipeline.grammar.spelling import fold
from pipeline.link.awardees.clauses.announced import article_number
from pipeline.link.awardees.clauses.clause import AwardClause, both_given, title_clause
from pipeline.link.awardees.clauses.several import (
    certificate_for_title,
    of_line,
    without_merits,
)
from pipeline.link.awardees.line_above import ARTICLE, tells_other_matter
from pipeline.link.awardees.lists.scope import open_list
from pipeline.link.awardees.recipients.names import read_entry
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_TITLE_LETTERS = 90
_COUNT_BEHIND = regex.compile(r"(?<!\s)\s*\(?\d{1,4}(?:\s\p{L}{1,12}){0,2}\)?\s*:?\s*$")
_EDGE = ' .):-–“”"'
_COUNTED = regex.compile(r"\W*(?:\d{1,3}\s)?(?i:danh hiệu\s)?[“\"]?")
_COLON = regex.compile(r"[”\"]?\s?(?:[^\s.;:,]{1,12}\s?){0,4}:\s")
_LEAD_WORDS = 4  # words before the verb of an article or item that confers an award itself


def clause_of_list(walk: Walk, block: Block, opening: Sequence[AwardClause]) -> AwardClause:
    """The one clause of a list that a sentence opens by stating these."""
    decides = walk.deciding.decides
    if decides:
        opening = without_merits(opening, block.view, block.start, walk.rules)
    names = {c.award_name for c in opening}
    has_two = len(opening) == len(names) == 2
    both = both_given(block, *opening, rules=walk.rules) if has_two else None
    if (certificate := certificate_for_title(opening, block.view, block.start)) is not None:
        opening, names = [certificate], {certificate.award_name}
    return both or of_line(opening, is_one=len(names) == 1 or not decides)


def confers_on_list(walk: Walk, block: Block) -> bool:
    """`1. Cá nhân được công nhận danh hiệu X:` opens a list in a notice too."""
    confer = walk.rules.pattern("awardee.confer").on(block.view).search(block.view)
    return confer is not None and block.view.rstrip().endswith(":")


def titles_bare_list(walk: Walk, block: Block, clause: AwardClause) -> bool:
    """`DANH SÁCH GIÁO VIÊN ĐƯỢC TẶNG X` at the head of a page that is no dispatch: a list that
    was published by itself."""
    if walk.dispatch.head.doc_type is not None or clause.role != "awardee":
        return False
    return walk.rules.pattern("lists.opening_given_in_title").regex.match(block.view) is not None


def is_said_of_entry(walk: Walk, block: Block) -> bool:
    """`3. Hộ ông A, nhiều năm đạt Gia đình văn hóa`: what an entry won before is not the list's."""
    if block.kind != "list_item" or ARTICLE.match(block.view):
        return False
    if walk.clause is None:  # `1. Ông A, Chánh Văn phòng: trao Giấy khen;` opens no list
        entry = read_entry(block.view, block.start, walk.rules)
        return entry is not None and entry.kind == "person"
    confer = walk.rules.pattern("awardee.confer").on(block.view).search(block.view)
    awards = awards_in_words(block.view, walk.rules)
    first = min([awards[0].start, *([confer.start()] if confer else [])], default=0)
    return len(block.view[len(block.label) : first].split()) > _LEAD_WORDS


def is_below_list_title(walk: Walk, index: int) -> bool:
    """`DANH SÁCH` and below it, in a paragraph of its own, `Đề nghị tặng thưởng ...`."""
    return index > 0 and names_list(walk.dispatch.blocks[index - 1], walk.rules)


def decided_below(walk: Walk, index: int, clause: AwardClause) -> AwardClause:
    """The clause of a list kept as a file of its own, with the decision that the line below its
    title names: `(Kèm theo Quyết định số 5/QĐ-A ngày ...)`."""
    if clause.role != "awardee" or clause.decision is not None:
        return clause
    for block in walk.dispatch.blocks[index : index + 2]:
        said = walk.rules.pattern("lists.opening_parent").regex.search(block.view)
        if said is not None:
            year = int(said["year"]) if said["year"] else None
            number = "".join(said["number"].split())
            return replace(clause, decision=number, year=clause.year or year)
    return clause


def names_list(block: Block, rules: Rulebook) -> bool:
    """A heading `DANH SÁCH` or `PHỤ LỤC` not set apart as an annex by the layout (a bad scan)."""
    return rules.pattern("lists.opening_bare_title").regex.match(block.view) is not None


def open_for_other_article(walk: Walk, index: int, block: Block) -> bool:
    """`Điều 1. Biểu dương các cá nhân sau:`, whom `Điều 2` gives an award: a list of that."""
    number = article_number(block)
    if number is None or not block.view.rstrip().endswith(":"):
        return False
    given = walk.elsewhere.articles.get(number) or _form_below(walk, index, block)
    if given is None:
        return False
    open_list(walk, index, given)
    walk.is_sure = True  # an article of the decision itself gives to those of this list
    return True


def _form_below(walk: Walk, index: int, block: Block) -> AwardClause | None:
    """`Điều 1. Khen thưởng các cá nhân sau:`, and below the list `Hình thức: Giấy khen.`"""
    if not walk.deciding.decides:
        return None
    if not walk.rules.pattern("lists.opening_rewards").regex.match(block.view):
        return None
    form = walk.rules.pattern("lists.opening_form").regex
    told = [b for b in walk.dispatch.blocks[index + 1 :] if form.match(b.view)]
    if len(told) != 1 or len(awards_in_words(told[0].view, walk.rules)) != 1:
        return None
    return title_clause(walk.titled(told[0].view, told[0].start))


def titles_table(words: str, rules: Rulebook) -> bool:
    """Can the line above a table be its title? `Thí sinh đạt giải được tặng Giấy khen.` is none."""
    if tells_other_matter(words, rules) or rules.pattern("lists.opening_of_others").regex.search(
        words
    ):
        return False
    is_sentence = words.rstrip().endswith((".", ";"))
    return not is_sentence or rules.pattern("awardee.opens_list").regex.search(words) is not None


def lists_prize(block: Block, clauses: Sequence[AwardClause]) -> bool:
    """`- Giải Nhất: A, Nông trường B.`: an item that is an award and behind a colon who got it."""
    if len(clauses) != 1 or block.kind != "list_item":
        return False
    start, end = (at - block.start for at in (clauses[0].award_start, clauses[0].award_end))
    lead = block.view[len(block.label) : start]
    is_alone = _COUNTED.fullmatch(lead) is not None
    return is_alone and _COLON.match(block.view, end) is not None


def stated_title(walk: Walk, block: Block) -> AwardClause | None:
    """`I. Doanh nhân tiêu biểu`, `DANH SÁCH HỌC SINH GIỎI` below an article that confers it."""
    if not walk.stated or len(block.view) > _TITLE_LETTERS:
        return None
    title = block.view[len(block.label) :]
    return _stated(walk, title) or listed_title(walk, title)


def listed_title(walk: Walk, title: str) -> AwardClause | None:
    """`DANH SÁCH NHÀ GIÁO ƯU TÚ` of a decision that has stated this title, among others."""
    lead = walk.rules.pattern("lists.opening_list_of").regex.match(title)
    if lead is None or not walk.stated:
        return None
    words = walk.rules.pattern("lists.opening_unit_behind").regex.sub(
        "", " ".join(title[lead.end() :].split())
    )
    return _stated(walk, walk.rules.pattern("lists.opening_year_behind").regex.sub("", words))


def _stated(walk: Walk, words: str) -> AwardClause | None:
    folded = fold(_COUNT_BEHIND.sub("", words).strip(_EDGE))
    return next((c for name, c in walk.stated.items() if fold(name) == folded), None)
