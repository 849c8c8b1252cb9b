"""Achievement reports: what the one whose report it is has been given, line by line and by tables.

A report of achievements (báo cáo thành tích, bản khai, tiểu sử) names its owner once, at its head.
Its lines and tables of past awards name none: `Năm 2019: được tặng Bằng khen theo QĐ số ...`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.extract.awards import awards_in_words
from pipeline.grammar.spelling import fold
from pipeline.link.awardees.clauses.clause import AwardClause, stated_clauses, title_clause
from pipeline.link.awardees.lists.labelled import labelled
from pipeline.link.awardees.recipients.names import Named, read_collective, read_name
from pipeline.link.awardees.tables.columns import NAMES, column_roles
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block, CitationMention, Table
from pipeline.rulebook import Rulebook

_HEAD_BLOCKS = 40  # the owner is told among the first lines
_BELOW_TITLE = 5  # `Tập thể Trung tâm A` below the title and what is proposed
_SILENT = frozenset({"header", "number", "place_date", "signature", "copies", "furniture"})
_LINE = regex.compile(
    r"[^\n]+(?:\n(?!\s{0,9}(?:[-–+*•]|(?:Năm|NĂM)\s|\(?(?:19|20)\d{2}\b))[^\n]+)*"
)
_LABEL = regex.compile(r"[\s\-–+*•]*+(?:\(?[a-zđ\d]{1,2}[.)]\s{0,3})?")
_YEARS = regex.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_SPAN = regex.compile(r"\d{4}\s?[-–/]\s?\d{4}")
_CUE = "đạt "  # a title that is a movement too (`Lao động giỏi`) is told by a word of conferring
_SURE = 0.9
_LONGEST_HEADING = 100
_ANY_UNIT = frozenset({"tập thể", "đơn vị"})
_NUMBERED = regex.compile(r"[\s(]{0,3}(?:\d{1,2}|[IVX]{1,5})[.)/]")


def is_report(walk: Walk) -> bool:
    """Is the document a report of achievements, and of one alone?"""
    title = walk.rules.pattern("awardee.report_title").regex
    blocks = walk.dispatch.blocks[:_HEAD_BLOCKS]
    titles = [index for index, block in enumerate(blocks) if title.match(block.view)]
    several = walk.rules.pattern("awardee.report_of_several").regex
    return len(titles) == 1 and not any(
        several.match(block.view) for block in blocks[titles[0] : titles[0] + 2]
    )


def open_report(walk: Walk) -> None:
    """Find whose report it is, and propose the owner for the award that the report asks for."""
    if not is_report(walk):
        return
    head = walk.dispatch.blocks[:_HEAD_BLOCKS]
    title = walk.rules.pattern("awardee.report_title").regex
    first = next(i for i, b in enumerate(head) if title.match(b.view))  # it may open a header
    blocks = [b for b in head[first:] if b.kind not in _SILENT]
    walk.owner = labelled(blocks, walk.rules) or _below(blocks, walk.rules)
    if walk.owner is None:
        return
    for block in blocks[:_BELOW_TITLE]:
        if not (
            title.match(block.view)
            or walk.rules.pattern("awardees.report_asks").regex.match(block.view)
        ):
            continue  # `Nguyện vọng: được xét tặng X`
        asked = title_clause(walk.titled(block.view, block.start))
        if asked is not None and asked.award is not None and asked.role == "nominee":
            _add(walk, asked, is_duplicate=block.is_duplicate)
            return


def _below(blocks: Sequence[Block], rules: Rulebook) -> Named | None:
    """`BÁO CÁO THÀNH TÍCH ... của ông A`, and `Tập thể Trường B` in a line below the title."""
    of = rules.pattern("awardee.report_of").regex
    for block in blocks[:_BELOW_TITLE]:
        match = of.search(block.view)
        if match is None or _tells_giver(block.view, match.end(), rules):
            continue
        at = match.end()
        named = read_name(block.view, at, block.start, rules, listed=False)
        if named is None:
            named = read_collective(block.view[at:], 0, block.start + at, rules)
        if named is not None:
            return named
    return None


def _tells_giver(view: str, at: int, rules: Rulebook) -> bool:
    """`Thành tích ... đề nghị tặng Cờ thi đua của | Tổng Liên đoàn`: who gives, not whose it is."""
    asked = view[:at].rstrip(" :")
    of = asked.removesuffix("của").rstrip(' ”"')
    if of == asked:
        return False
    return any(award.end >= len(of) - 1 for award in awards_in_words(of, rules))


def visit_report(walk: Walk, index: int, block: Block) -> bool:
    """Rows for what a block of a report says its owner was given; False where it says nothing."""
    if walk.owner is None or block.kind in _SILENT or block.end <= walk.owner.end:
        return False
    if block.kind == "table":
        read = [_visit_table(walk, table, block) for table in walk.tables.get(index, ())]
        return any(read)
    section = walk.rules.pattern("awardee.report_section").regex
    if any(_is_aim(heading, walk.rules) for heading in block.path[-2:]):
        return False
    if _is_of_others(walk, block):
        return False
    found = False
    for line in _LINE.finditer(walk.dispatch.text.text, block.start, block.end):
        view = block.view[line.start() - block.start : line.end() - block.start]
        if block.kind == "heading" and line.start() == block.start:
            walk.is_history = section.search(view) is not None
            if ":" not in view.rstrip(" :"):
                continue
        elif block.kind == "paragraph":
            walk.is_history = _goes_on_past(walk, view)
        ends = [
            m.end() for m in walk.rules.pattern("awardees.report_next_year").regex.finditer(view)
        ]
        for begin, end in zip([0, *ends], [*ends, len(view)], strict=True):
            for clause in _given(walk, view[begin:end], line.start() + begin):
                _add(walk, clause, is_duplicate=block.is_duplicate)
                found = True
    return found


def _goes_on_past(walk: Walk, view: str) -> bool:
    """Whether past awards follow a paragraph: one that heads them (`Những hình thức khen thưởng đã
    đạt:`) opens their list, and words about something else end it."""
    if view.rstrip().endswith(":") and len(view) < _LONGEST_HEADING:
        return walk.rules.pattern("awardee.report_section").regex.search(view) is not None
    return walk.is_history and bool(awards_in_words(view, walk.rules))


def _is_of_others(walk: Walk, block: Block) -> bool:
    """`Họ tên mẹ: ...`, `3. Công đoàn:` and what follows up to the next number.

    From another `Họ và tên: ...` on all that is said: a summary of several people gives nobody what
    the next one has.
    """
    kin = walk.rules.pattern("awardee.report_kin").regex.match(block.view) is not None
    kin = kin or _is_of_branch(walk, block)
    walk.is_of_kin = kin or (walk.is_of_kin and _NUMBERED.match(block.view) is None)
    for label in walk.rules.pattern("awardee.report_label").regex.finditer(block.view):
        if label.lastgroup == "person" and not walk.is_of_kin and walk.owner is not None:
            named = read_name(block.view, label.end(), block.start, walk.rules, listed=True)
            if named is not None and fold(named.name) != fold(walk.owner.name):
                walk.owner = None
    return walk.is_of_kin or walk.owner is None


def _is_of_branch(walk: Walk, block: Block) -> bool:
    """`3. Công đoàn:`, `Cá nhân:` in the report of a school, but not in that of a union."""
    told = walk.rules.pattern("awardee.report_branch").regex.match(block.view)
    if told is None or walk.owner is None or walk.owner.kind == "person":
        return told is not None and told.lastgroup == "body"
    return told.lastgroup != "body" or told["body"].lower() not in walk.owner.name.lower()


def _is_of_owner(owner: Named, said: str, rules: Rulebook) -> bool:
    """Is what a line leads with said of the owner, not of a school that a person heads, nor of a
    person or a party cell in the report of a school?"""
    verb = rules.pattern("awardees.report_verb").regex.search(said)
    about = said[: verb.start()] if verb else said
    if owner.kind == "person":
        return rules.pattern("awardees.report_united").regex.search(about) is None
    units = {
        hit.group().lower() for hit in rules.pattern("awardees.report_united").regex.finditer(about)
    } - _ANY_UNIT
    own = owner.name.lower()
    return rules.pattern("awardees.report_oneself").regex.search(about) is None and all(
        unit in own for unit in units
    )


def _is_aim(heading: str, rules: Rulebook) -> bool:
    """`IV. PHƯƠNG HƯỚNG`: awards below it are aims; the title of the report is no such heading."""
    aim = rules.pattern("awardee.report_aim").regex.search(heading)
    return aim is not None and rules.pattern("awardee.report_title").regex.match(heading) is None


def _visit_table(walk: Walk, table: Table, block: Block) -> bool:
    """`Năm | Danh hiệu | Số, ngày của quyết định`: a row is one award of the owner."""
    # `cơ quan ban hành quyết định` heads a column of units, which are nobody's names
    if not (set(NAMES) - {"unit"}).isdisjoint(column_roles(table.header, walk.rules).values()):
        return False
    found = False
    for row in table.rows:
        cells = [cell for cell in row if cell.text.strip()]
        if len(cells) < 2 or not any(_YEARS.search(cell.text) for cell in cells):
            continue
        for cell in cells:
            for clause in _given(walk, cell.text, cell.start, in_cell=True):
                cited = _cited(walk, min(c.start for c in cells), max(c.end for c in cells))
                years = [c for c in cells if c is not cell and _YEARS.search(c.text[:24])]
                year = _year_of(years[0].text) if years else None
                _add(walk, _decided(clause, cited, year), is_duplicate=block.is_duplicate)
                found = True
    return found


def _given(walk: Walk, view: str, start: int, *, in_cell: bool = False) -> Iterator[AwardClause]:
    """The awards that a line says its owner was given: led by a year, or below a heading of such.

    :param start: where the line stands in the text
    """
    head = walk.rules.pattern("awardee.report_line").regex.match(view)
    section = walk.rules.pattern("awardee.report_section").regex
    colon = view.find(":")
    titled = colon >= 0 and section.search(view[: colon + 1]) is not None
    if not (head is not None or in_cell or walk.is_history or titled):
        return
    label = _LABEL.match(view)
    at = label.end() if label is not None else 0
    at = head.end() if head is not None else colon + 1 if titled else at
    said, offset = _CUE + view[at:], start + at - len(_CUE)
    awards = awards_in_words(said, walk.rules)
    if not awards:
        return
    lead, last = walk.rules.pattern("awardee.report_lead").regex, len(_CUE)
    told = _by_year(walk, head.group() if head is not None else "", start, start + len(view))
    own = list(stated_clauses(walk.titled(said, offset)))
    for award in awards:
        if not lead.match(said[last : award.start]) or walk.rules.pattern(
            "awardees.report_of_others"
        ).regex.match(said, award.end):
            return
        if walk.owner is None or not _is_of_owner(walk.owner, said[last : award.start], walk.rules):
            return
        last = award.end
        clause = next((c for c in own if c.award_start == award.start + offset), None)
        if clause is None or clause.role != "awardee":
            continue
        clause = _decided_here(walk, clause, start, start + len(view))
        if in_cell:
            yield clause
            continue
        for cited, year in told:
            yield _decided(clause, cited, year)


def _by_year(
    walk: Walk, head: str, start: int, end: int
) -> list[tuple[CitationMention | None, int | None]]:
    """The decision and year of each time that a line tells of: `Năm 2018, 2019: A (QĐ 1; QĐ 2)`."""
    cited = _all_cited(walk, start, end)
    years = [int(year) for year in _YEARS.findall(head)]
    if len(years) < 2 or _SPAN.search(head):
        return [(_cited(walk, start, end), _year_of(head))]
    paired = cited if len(cited) == len(years) else [None] * len(years)
    return list(zip(paired, years, strict=True))


def _year_of(words: str) -> int | None:
    """The one year of a cell or of the head of a line; a school year or a span has none."""
    years = _YEARS.findall(words)
    return int(years[0]) if len(years) == 1 else None


def _cited(walk: Walk, start: int, end: int) -> CitationMention | None:
    """The one decision that a line or row cites."""
    here = _all_cited(walk, start, end)
    return here[0] if len(here) == 1 else None


def _all_cited(walk: Walk, start: int, end: int) -> list[CitationMention]:
    return [
        c
        for c in walk.citations
        if start <= c.start < end and c.cited_number and c.cited_type in {"QĐ", None}
    ]


def _decided_here(walk: Walk, clause: AwardClause, start: int, end: int) -> AwardClause:
    """The clause without a decision that another line cites, for another Bằng khen of the owner."""
    here = {c.cited_number for c in walk.citations if start <= c.start < end}
    return clause if clause.decision in here else replace(clause, decision=None)


def _decided(clause: AwardClause, cited: CitationMention | None, year: int | None) -> AwardClause:
    """The clause with the decision cited beside it, and the year that its line or row leads with.

    An award of another decision is not given by the body that its own document names.
    """
    decision = cited.cited_number if cited is not None else clause.decision
    giver = clause.conferred_by or (cited.cited_issuer if cited is not None else None)
    dated = cited.cited_on.year if cited is not None and cited.cited_on is not None else None
    return replace(clause, decision=decision, conferred_by=giver, year=year or clause.year or dated)


def _add(walk: Walk, clause: AwardClause, *, is_duplicate: bool) -> None:
    if walk.owner is None:
        return
    sure = walk.owner.at_most(_SURE)
    walk.rows.add(sure, clause.role, clause, None, is_duplicate=is_duplicate, rule="awardee.report")
