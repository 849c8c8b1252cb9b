"""Who got what, for which initiative, by whom, under which decision, in a document's order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.extract.address import CALLED
from pipeline.extract.initiatives import initiatives_in
from pipeline.link.awardees.certificates import take_certificate
from pipeline.link.awardees.clauses.aimed import is_ahead
from pipeline.link.awardees.clauses.announced import Told, articles_given, kind_in_title
from pipeline.link.awardees.clauses.clause import AwardClause, clauses_in, title_clause
from pipeline.link.awardees.clauses.headed import headed
from pipeline.link.awardees.clauses.reasons import as_sentence
from pipeline.link.awardees.clauses.several import names_sort, of_line
from pipeline.link.awardees.clauses.title_alone import of_title_alone
from pipeline.link.awardees.clauses.turned_down import without_turned_down
from pipeline.link.awardees.doubt import believed
from pipeline.link.awardees.letters import take_letter
from pipeline.link.awardees.line_above import (
    ARTICLE,
    opens_award_list,
    tells_given,
    tells_other_matter,
)
from pipeline.link.awardees.lists.annex import is_list_title, is_other_annex, is_other_table
from pipeline.link.awardees.lists.authors import confer_on_authors, gives_listed_authors
from pipeline.link.awardees.lists.counted_above import open_for_counted
from pipeline.link.awardees.lists.entries import placed, visit_entry
from pipeline.link.awardees.lists.examples import open_examples, take_example
from pipeline.link.awardees.lists.holders import held, take_holder
from pipeline.link.awardees.lists.labelled import take_labelled
from pipeline.link.awardees.lists.merit_below import for_year_of_merit
from pipeline.link.awardees.lists.opening import (
    clause_of_list,
    confers_on_list,
    decided_below,
    is_below_list_title,
    is_said_of_entry,
    listed_title,
    names_list,
    open_for_other_article,
    stated_title,
    titles_bare_list,
    titles_table,
)
from pipeline.link.awardees.lists.own_awards import take_own_award
from pipeline.link.awardees.lists.prize_lines import take_class_line
from pipeline.link.awardees.lists.ranks import take_places
from pipeline.link.awardees.lists.scope import ends_list, open_list
from pipeline.link.awardees.lists.sections import is_section_line
from pipeline.link.awardees.lists.unit_lines import unit_above_table, unit_line
from pipeline.link.awardees.mourned import hear_mourned, take_mourned
from pipeline.link.awardees.owners import (
    exemplars_in_prose,
    owners_in_prose,
    take_author_line,
    take_title_line,
)
from pipeline.link.awardees.report import open_report, visit_report
from pipeline.link.awardees.sentences import awarded_in_continuation, awarded_in_prose
from pipeline.link.awardees.tables.rows import read_table
from pipeline.link.awardees.told_giver import hear_headline, with_told_giver
from pipeline.link.awardees.unread_rows import less_sure_of_rows
from pipeline.link.awardees.walk import Walk, is_annexed
from pipeline.link.deciding import deciding_of, same_award
from pipeline.model import (
    AwardeeMention,
    Block,
    CitationMention,
    Dispatch,
    InitiativeMention,
    Table,
)
from pipeline.rulebook import Rulebook

_SILENT = frozenset(
    {"header", "number", "place_date", "addressees", "signature", "copies", "furniture", "basis",
     "subject"}
)  # fmt: skip
# `..., gồm ông A, bà B.`: they stand in the sentence itself, and no list follows
_NAMED_ALREADY = regex.compile(r"\s" + CALLED + r"\s\p{Lu}\p{Ll}*\s\p{Lu}[^:]*\.\s*$")
_TELLS = regex.compile(r":|\scho\s(?:" + CALLED + r"\s)?\p{Lu}\p{Ll}*\s\p{Lu}")  # a heading


def link_awardees(
    dispatch: Dispatch, citations: tuple[CitationMention, ...], rules: Rulebook
) -> tuple[tuple[AwardeeMention, ...], tuple[InitiativeMention, ...]]:
    """Find who got, is proposed for, or is named as example or author of what.

    :param dispatch: the laid-out document
    :param citations: its citations, for the decisions behind awards
    :return: awardees and initiatives in the order of the text; ``initiative_key`` joins them
    """
    walk = Walk(dispatch, citations, deciding_of(dispatch, rules), rules)
    walk.elsewhere.articles = articles_given(dispatch, citations, walk.deciding, rules)
    for table in dispatch.tables:
        walk.tables.setdefault(table.block, []).append(table)
    open_report(walk)
    hear_headline(walk)
    hear_mourned(walk)
    blocks = () if take_certificate(walk) else dispatch.blocks
    for index, block in enumerate(blocks):
        if walk.deciding.regulates:
            _visit_regulation(walk, block)
        elif not visit_report(walk, index, block):
            _visit(walk, index, block)
    found = [*walk.rows.awardees.values(), *walk.rows.repeated]
    stand = found if walk.deciding.decides else without_turned_down(found, dispatch.blocks, rules)
    sure = less_sure_of_rows(believed(stand, dispatch.blocks, rules), dispatch, rules)
    people = sorted(sure, key=lambda awardee: awardee.start)
    return tuple(people), tuple(sorted(walk.rows.initiatives.values(), key=lambda i: i.start))


def _open_subject(walk: Walk) -> None:
    """`Công khai danh sách cá nhân đề nghị xét tặng X`: the names below are of its subject."""
    subject = walk.dispatch.head.subject
    publishes = walk.rules.pattern("awardees.link_publishes").regex
    if subject is None or not publishes.match(subject.value):
        return
    if (clause := _subject_clause(walk)) is not None and clause.award is not None:
        walk.clause = walk.announced = clause


def _opens_proposal(block: Block) -> bool:
    """`Căn cứ ...; UBND xã kính trình ... tặng Giấy khen cho các cá nhân sau:` opens a list."""
    return block.kind == "basis" and block.view.rstrip().endswith(":")


def _visit_regulation(walk: Walk, block: Block) -> None:
    """Rules about awards give none; only titles of initiatives are kept."""
    if block.kind not in _SILENT:
        for title in initiatives_in(block, walk.rules):
            walk.rows.initiative(title, (), is_duplicate=block.is_duplicate)


def _visit(walk: Walk, index: int, block: Block) -> None:
    if index <= walk.taken:
        return
    if take_letter(walk, index, block) or take_mourned(walk, index, block):
        return
    block = as_sentence(block, walk.rules) if walk.deciding.proposes else block
    if block.part != walk.part:
        walk.part, walk.clause, walk.unit, walk.section = block.part, None, None, None
    if block.kind in _SILENT and not _opens_proposal(block):
        if block.kind == "subject":
            _open_subject(walk)
        walk.past_foot = walk.past_foot or block.kind in {"signature", "copies"}
        if block.kind == "header" and walk.past_foot and is_section_line(walk, block):
            _visit_heading(walk, index, block)
        return
    if block.kind == "appendix":
        _open_appendix(walk, index, block)
        return
    if block.kind == "table":
        walk.unit = unit_above_table(walk, index) or walk.unit
        for table in () if is_other_table(walk, index) else walk.tables.get(index, ()):
            _visit_table(walk, table, block)
        return
    if take_class_line(walk, index, block) or take_example(walk, index, block):
        return
    if take_author_line(walk, index, block) or take_title_line(walk, index, block):
        return
    if (
        take_labelled(walk, index, block)
        or take_holder(walk, index, block)
        or take_places(walk, block)
        or take_own_award(walk, index, block)
        or visit_entry(walk, index, block)
        or open_for_counted(walk, index, block)
    ):
        walk.run = index
        return
    open_examples(walk, index, block)
    is_section = is_section_line(walk, block)
    is_article = ARTICLE.match(block.view) is not None  # a sentence, however short it is
    if (block.kind == "heading" and not is_article) or is_section:
        _visit_heading(walk, index, block)
    # `Tập thể được tặng X là Sở A.`, `+ Tập thể: Khoa A đạt X;` open like a section
    sentence = walk.rules.pattern("awardees.link_sentence").regex
    is_sentence = not is_section or sentence.search(block.view) is not None
    if is_sentence and (block.kind != "heading" or is_article or _TELLS.search(block.view)):
        caption = walk.rules.pattern("awardees.link_caption").search(block.view)
        told = walk.counted, walk.is_listing
        if caption is None or not caption["made_up"]:
            _visit_prose(walk, index, block)
        if caption is not None:  # behind a photograph the text goes on with what it told
            walk.counted, walk.is_listing = told


# ---------------------------------------------------------------------------- lists and tables


def _open_appendix(walk: Walk, index: int, block: Block) -> None:
    """The title of a list states its award, or leaves it to the decision that it belongs to."""
    parent = walk.rules.pattern("awardee.parent_line").regex.search(block.view)
    title = block.view[: parent.start()] if parent else block.view
    own = title_clause(walk.titled(title, block.start))
    if own is None or own.award is None:
        own = _of_last_line(walk, block) or listed_title(walk, title) or own
    own = _as_stated(walk, own) if own is not None else None
    listed = walk.elsewhere.of_annex(block.view)
    by_kind = walk.elsewhere.by_kind() if own is None and listed is None else {}
    walk.told = Told(by_kind, dict(walk.stated))
    listed = listed or by_kind.get(kind_in_title(title) or "")
    base = listed or walk.announced or _subject_clause(walk)
    is_other = own is None and walk.elsewhere.is_other(block.view)
    walk.is_elsewhere = is_other or is_other_annex(walk, title, own or listed)
    if walk.is_elsewhere:
        own = base = None
    if own is not None and base is not None and same_award(own.award_name, base.award_name):
        base = replace(
            base, year=base.year or own.year, belongs_to=own.belongs_to or base.belongs_to,
            conferred_by=base.conferred_by or own.conferred_by,
        )  # fmt: skip
        own = None
    walk.unit, walk.section = unit_line(walk, index), None
    walk.clause = own or base
    if walk.clause is not None:
        open_list(walk, index, walk.clause)


def _of_last_line(walk: Walk, block: Block) -> AwardClause | None:
    """`DANH SÁCH PHONG TẶNG DANH HIỆU A, B` and below it `A`: the first of its parts."""
    printed = walk.dispatch.text.text[block.start : block.end]
    at = printed.rfind("\n") + 1
    if not at:
        return None
    return of_title_alone(printed[at:], block.start + at, walk.deciding, walk.rules)


def _subject_clause(walk: Walk) -> AwardClause | None:
    """The award that the document's subject names, for decisions and proposals."""
    subject = walk.dispatch.head.subject
    if subject is None or not (walk.deciding.decides or walk.deciding.proposes):
        return None
    own = title_clause(walk.titled(subject.value, subject.start))
    said = subject.value[: max(0, own.award_start - subject.start)] if own is not None else ""
    # `cử đoàn Chiến sĩ thi đua đi ...`
    return None if tells_other_matter(said, walk.rules) else own


def _visit_table(walk: Walk, table: Table, block: Block) -> None:
    clause = walk.clause
    if clause is None and table.title and titles_table(table.title, walk.rules):
        clause = title_clause(walk.titled(table.title, block.start))
    for row in read_table(table, clause, walk.deciding, walk.rules, walk.told):
        named = placed(walk, row.named, row.clause)
        is_author = row.is_author and not gives_listed_authors(walk, row.clause)
        role = "author" if is_author or row.clause is None else row.clause.role
        key = None
        if row.title is not None:
            key = walk.rows.initiative(row.title, (named.name,), is_duplicate=block.is_duplicate)
        walk.rows.add(
            named, role, row.clause, key, is_duplicate=block.is_duplicate, rule="awardee.table"
        )


def _visit_heading(walk: Walk, index: int, block: Block) -> None:
    """Inside a list a heading opens a section or states another award; elsewhere it ends it."""
    section = walk.rules.pattern("awardee.section").regex.match(block.view)
    own = title_clause(walk.titled(block.view, block.start))
    own = _as_stated(walk, own) if own is not None else stated_title(walk, block)
    own = own and headed(own, block, walk.dispatch, walk.deciding, walk.rules)
    if own is None and walk.deciding.decides and block.kind == "heading":
        own = of_title_alone(block.view, block.start, walk.deciding, walk.rules)
    own = None if own is not None and names_sort(block, own, walk.clause) else own
    if section:
        walk.section, walk.unit = section.lastgroup, held(walk, block)
        walk.section_level = block.level
    if is_annexed(walk, block):
        titled = own is not None or is_list_title(block.view, walk.rules)
        other = is_other_annex(walk, block.view, own, titled=titled)
        walk.is_elsewhere = other or (walk.is_elsewhere and not titled)
    is_other = own is not None and (
        walk.rules.pattern("awardees.link_registers").regex.match(block.view) is not None
        or not opens_award_list(block, own, walk.rules)
    )
    if walk.is_elsewhere or is_other:
        walk.clause = None
        return
    if own is not None and own.award is not None:
        if not section:
            walk.section, walk.unit = None, held(walk, block)
        base = walk.clause or walk.announced
        opens = (
            is_annexed(walk, block)
            or base is not None
            or walk.deciding.decides
            or walk.deciding.proposes
            or walk.gives
            or confers_on_list(walk, block)
            or is_below_list_title(walk, index)
            or titles_bare_list(walk, block, own)
        )
        if opens:
            own = own if base is None else base.restated(own, walk.rules)
            open_list(walk, index, decided_below(walk, index, own))
        return
    if section:
        walk.clause = walk.clause or (walk.announced if is_annexed(walk, block) else None)
        walk.clause = walk.told.section(section.lastgroup, walk.clause)
        walk.run = index
        return
    if walk.elsewhere.is_other(block.view):
        walk.clause = None
    elif names_list(block, walk.rules):
        listed = walk.elsewhere.of_annex(block.view) or (
            walk.announced if not walk.clause else None
        )
        if listed is not None:
            open_list(walk, index, listed)
    elif walk.clause is not None and ends_list(walk, index, block):
        walk.clause = None
    else:
        walk.unit = held(walk, block)


def _as_stated(walk: Walk, own: AwardClause) -> AwardClause:
    """`Điều 3. ... tặng Bằng khen của A`, then `b) Bằng khen`: given by A, not by the issuer."""
    said = walk.stated.get(own.award_name or "")
    is_told = own.conferred_by not in {None, walk.deciding.body}
    if said is None or (is_told and not f"{said.conferred_by} ".startswith(f"{own.conferred_by} ")):
        return own  # `Bộ trưởng` for the `Bộ trưởng Bộ A` of the article tells no other
    return replace(own, award=said.award, conferred_by=said.conferred_by)


# ----------------------------------------------------------------------------------- sentences


def _visit_prose(walk: Walk, index: int, block: Block) -> None:
    titles = initiatives_in(block, walk.rules)
    clauses = clauses_in(block, walk.citations, walk.deciding, walk.rules)
    if clauses and not walk.deciding.decides and is_ahead(block.path, walk.rules):
        clauses = ()  # below `PHƯƠNG HƯỚNG` nobody has been given anything
    clauses = tuple(for_year_of_merit(walk, index, clause) for clause in clauses)
    clauses = tuple(headed(c, block, walk.dispatch, walk.deciding, walk.rules) for c in clauses)
    clauses = tuple(c for c in clauses if not names_sort(block, c, walk.clause))
    if clauses and (ARTICLE.match(block.view) or len(clauses) > 1):
        walk.stated |= {c.award_name: c for c in clauses if c.award_name is not None}
    clauses = tuple(_as_stated(walk, clause) for clause in clauses)
    clauses = with_told_giver(walk, block, clauses)
    walk.elsewhere.add(block, clauses)
    if not clauses:
        if walk.elsewhere.is_other(block.view):  # `Danh sách số 02`, of guests
            walk.clause, walk.is_elsewhere = None, True
            return
        walk.is_elsewhere &= walk.elsewhere.of_annex(block.view) is None
        if open_for_other_article(walk, index, block):
            return
        walk.gives = walk.gives or tells_given(block, walk.rules)
        awarded_in_continuation(walk, block, titles)
    if len(clauses) == 1:
        confer_on_authors(walk, index, clauses[0])
    named = awarded_in_prose(walk, index, block, clauses, titles)
    named |= exemplars_in_prose(walk, block, clauses, titles)
    owners_in_prose(walk, block, titles, named)
    opening = [c for c in clauses if opens_award_list(block, c, walk.rules)]
    if opening and (
        _opens_list(walk, block, opening)
        or (walk.deciding.decides and not is_said_of_entry(walk, block))
    ):
        clause = clause_of_list(walk, block, opening)
        if ARTICLE.match(block.view):
            walk.unit = walk.holder = None
        open_list(walk, index, clause)
        walk.announced = walk.announced or clause
    elif opening and is_below_list_title(walk, index):
        listed = of_line(opening, is_one=len(opening) == 1)
        open_list(walk, index, decided_below(walk, index, listed))
        walk.announced = walk.announced or walk.clause
    elif opening and walk.deciding.proposes:
        walk.announced = walk.announced or clauses[-1]
    elif (
        walk.clause is not None
        and (block.kind in {"paragraph", "list_item"} or ARTICLE.match(block.view))
        and ends_list(walk, index, block)
    ):
        walk.clause = None


def _opens_list(walk: Walk, block: Block, clauses: Sequence[AwardClause]) -> bool:
    """`tặng Bằng khen cho các cá nhân sau:`; an item `- Bà A tổng hợp danh sách tặng Bằng khen.`
    only speaks of one."""
    is_item = block.kind == "list_item" and not walk.deciding.decides
    at = clauses[-1].award_end - block.start if is_item else 0
    opens = walk.rules.pattern("awardee.opens_list").search(block.view, at)
    return opens is not None and _NAMED_ALREADY.search(opens.group()) is None
