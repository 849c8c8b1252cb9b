"""Awardees, nominees and authors in tables: columns found by the meaning of their headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.extract.awards import PRIZE, awards_in_words
from pipeline.extract.initiatives import TitledInitiative
from pipeline.grammar.spelling import fold
from pipeline.link.awardees.clauses.announced import NOTHING_TOLD, Told
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.giver import giver_in_cell
from pipeline.link.awardees.clauses.voted import is_row_voted_down
from pipeline.link.awardees.doubt import is_of_collectives
from pipeline.link.awardees.lists.items import is_no_name
from pipeline.link.awardees.recipients.labels import past_number
from pipeline.link.awardees.recipients.names import Named, read_entry
from pipeline.link.awardees.tables.cell_awards import titles_of
from pipeline.link.awardees.tables.cells import names_in
from pipeline.link.awardees.tables.column_clause import of_columns, rewards_winners
from pipeline.link.awardees.tables.columns import NAMES, column_roles, names_column, posts_beside
from pipeline.link.awardees.tables.grid import (
    AS_ABOVE,
    spread,
    with_authors_below,
    with_halves_joined,
    with_prizes_said_once,
    with_whole_names,
)
from pipeline.link.awardees.tables.groups import (
    State,
    heads_award,
    is_group,
    lost_its_number,
    open_section,
    read_group,
)
from pipeline.link.awardees.tables.marks import (
    as_printed,
    award_columns,
    is_cross,
    is_total,
    marked,
)
from pipeline.link.awardees.tables.merits import work_in
from pipeline.link.awardees.tables.name_columns import columns_of_names, named_under
from pipeline.link.awardees.tables.rank_cells import of_class_alone, prize_words, rank_columns
from pipeline.link.awardees.tables.saved import saved_in
from pipeline.link.awardees.tables.stacked_lines import line_of
from pipeline.link.awardees.tables.title_cells import with_authors_apart
from pipeline.link.awardees.tables.workplaces import said_of
from pipeline.link.deciding import Deciding
from pipeline.model import AwardMention, Table, TableCell
from pipeline.rulebook import Rulebook

_BY_CELLS = 0.85
_SURE_PERSON = 0.8
_SECTION_LETTERS = 30  # `Tập thể`, `Cá nhân: 04` in a name column
_NUMBERING = regex.compile(r"^\(?(?:\d{1,2}|[A-EĐ]|\d=.*)\)?$")
_ORDINAL = regex.compile(r"^\D{0,2}(\d{1,4})\D{0,2}$")
_WORDS = regex.compile(r"\p{L}{3,}")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A name of a table row with its clause and what the row says of an initiative."""

    named: Named
    clause: AwardClause | None
    title: TitledInitiative | None
    is_author: bool


def read_table(
    table: Table,
    clause: AwardClause | None,
    deciding: Deciding,
    rules: Rulebook,
    told: Told = NOTHING_TOLD,
) -> Iterator[TableRow]:
    """The names of a table, row by row.

    :param clause: the clause above the table; rows may name their own award
    :param told: what is known of its sections and of each award
    """
    header, body = with_authors_apart(*_header(table, rules), rules=rules)
    header, body = with_whole_names(*with_halves_joined(header, body), rules=rules)
    columns = headed_roles = rank_columns(header, body, column_roles(header, rules), rules)
    state = State(
        clause or of_columns(header, body, columns, deciding, rules), told,
        are_winners=rewards_winners(deciding, rules),
    )  # fmt: skip
    is_list = state.clause is not None or "initiative" in columns.values()
    by_cells = names_column(body, columns, rules) if is_list else None
    if by_cells is not None and _is_of_others(header, by_cells[0], rules):
        if "collective" not in columns.values():
            return
        by_cells = None  # `Tập thể | Thủ trưởng`
    if by_cells is not None:
        columns = {i: r for i, r in columns.items() if r not in NAMES} | {
            i: "workplace" for i, r in columns.items() if r in {"unit", "collective"}
        } | {by_cells[0]: by_cells[1]}  # fmt: skip
        columns |= {} if any(header) else posts_beside(body, by_cells[0], rules)
    if state.clause is not None and (headed := columns_of_names(header, body, headed_roles, rules)):
        for row in body:
            if not is_total(row, rules):
                for named, own in named_under(row, headed, columns, state.clause, rules):
                    yield TableRow(named, own, None, is_author=False)
        return
    names = next((r for r in NAMES if r in columns.values()), None)
    if names is None or not body:
        return
    by_marks = award_columns(header, body, state.clause, rules)
    width = max(len(row) for row in body)
    bodies = _with_bodies_for_people(columns)
    least = 3 if _counts_entries(body) else 4
    body = with_prizes_said_once(spread(body, columns), columns)
    for row in with_authors_below(body, columns):
        is_heading = is_group(row, width, least, columns) or heads_award(row, deciding, rules)
        if is_heading and not lost_its_number(row, width, state, rules):
            read_group(row, state, deciding, rules)
            continue
        if all(_NUMBERING.match(c.text.strip() or "0") for c in row) and width > 2:
            continue
        if is_total(row, rules) or is_row_voted_down(header, row, rules):
            continue
        state.marked = marked(row, by_marks, state.clause, header, state.told, rules)
        for found in _read_row(row, columns, names, header, state, rules):
            yield found if by_cells is None else _less_sure(found)
        if bodies:
            yield from _read_row(row, bodies, "collective", header, state, rules)


def _is_of_others(header: Sequence[str], column: int, rules: Rulebook) -> bool:
    """`Nhà tài trợ`, `Người trao`: the names below such a heading are nobody's who was given it."""
    heading = fold(header[column]) if column < len(header) else ""
    return rules.pattern("awardee.other_column").regex.search(heading) is not None


def _less_sure(row: TableRow) -> TableRow:
    """A row of a table whose column of names was known by its cells alone."""
    return replace(row, named=row.named.at_most(_BY_CELLS))


def _header(table: Table, rules: Rulebook) -> tuple[Sequence[str], Sequence[tuple[TableCell, ...]]]:
    """Column headings and body; a first row of headings is taken where the table has none."""
    if any(table.header) or not table.rows:
        return table.header, table.rows
    # above it a row may say what the table is: `DANH SÁCH TẶNG GIẤY KHEN`
    titles = next((i for i, row in enumerate(table.rows) if len(_filled(row)) > 1), 0)
    first = {cell.column: cell.text for cell in table.rows[titles]}
    heads = [first.get(i, "") for i in range(max(first, default=-1) + 1)]
    if len(set(column_roles(heads, rules).values()) - {"other"}) >= 2:
        return heads, (*table.rows[:titles], *table.rows[titles + 1 :])
    return table.header, table.rows


def _filled(row: Sequence[TableCell]) -> list[TableCell]:
    return [cell for cell in row if cell.text.strip()]


def _with_bodies_for_people(columns: Mapping[int, str]) -> dict[int, str]:
    """The columns of a table that names bodies beside its people, as they are read for those."""
    if "body" not in columns.values():
        return {}
    read = {i: "collective" if role == "body" else role for i, role in columns.items()}
    return {i: role for i, role in read.items() if role not in {"person", "position"}}


def _counts_entries(body: Sequence[Sequence[TableCell]]) -> bool:
    """Are entries numbered 1, 2, so that I, II and A, B are marks of groups?"""
    return any(row and _ORDINAL.match(row[0].text.strip()) for row in body)


def _read_row(
    row: Sequence[TableCell],
    columns: Mapping[int, str],
    names: str,
    header: Sequence[str],
    state: State,
    rules: Rulebook,
) -> Iterator[TableRow]:
    cells = {columns[c.column]: c for c in reversed(row) if columns.get(c.column)}
    cell = cells.get(names)
    if cell is None or not cell.text.strip():
        return
    if names == "unit" and _is_post(cells.get("position"), rules):
        return  # `Sở A | Chuyên viên`: where somebody works whose name was not found
    section = rules.pattern("awardee.section").regex.match(cell.text)
    if section and len(cell.text) < _SECTION_LETTERS:
        open_section(state, section.lastgroup)
        return
    awards = [c for c in row if columns.get(c.column) == "award"]
    clauses = _row_clauses(awards, header, state, rules)
    state.above, state.is_fresh = clauses, False
    title = _title(cells.get("initiative"), header)
    saved = saved_in(row, header, columns, rules) if title is not None else None
    if title is not None and saved is not None:
        title = replace(title, benefit_vnd=saved, benefit_qualifier="exact")
    ordinal = _ordinal(cells.get("ordinal"))
    for clause in clauses:
        has_prize = clause is not None and (
            clause.award == PRIZE or (clause.award is not None and bool(awards))
        )
        is_author = not has_prize and (names == "author" or (clause is None and title is not None))
        if clause is None and not is_author:
            continue
        people = list(names_in(cell, _kind_told(cells, names, state, clause, rules), rules))
        if title is not None and "coauthor" in cells:  # `Chủ nhiệm | Cộng sự`
            beside = names_in(cells["coauthor"], "author", rules)
            people += [n.at_most(_BY_CELLS) for n in beside if n.kind == "person"]
        is_one = len(people) == 1 and people[0].kind == "person"
        work = title or (work_in(row, columns, rules) if is_one else None)
        for index, named in enumerate(people):
            own = line_of(row, columns, index, len(people), rules)
            position, workplace = said_of(named, own, header, columns, rules)
            yield TableRow(
                replace(
                    named, ordinal=named.ordinal or ordinal, position=position,
                    workplace=workplace or state.unit,
                ),
                clause, work, is_author,
            )  # fmt: skip


def _kind_told(
    cells: Mapping[str, TableCell],
    names: str,
    state: State,
    clause: AwardClause | None,
    rules: Rulebook,
) -> str:
    """Who has a post of his own is a person, also in a column of persons and collectives; what
    stands below `I. Tập thể`, or has an award of collectives, and is not read as anything is one.
    """
    award = clause.award if clause is not None else None
    is_team = state.section == "collective" or is_of_collectives(award, rules)
    # `Họ và tên` heads the bodies of `I. TẬP THỂ` too
    is_headed = names == "person" and state.section == "collective"
    told = "entry" if is_headed else names
    if told == "entry" and is_team and _is_unread(cells[names], rules):
        return "collective"
    is_post = _is_post(cells.get("position"), rules)
    return "person" if told == "entry" and is_post else told


def _is_post(cell: TableCell | None, rules: Rulebook) -> bool:
    post = rules.pattern("body.post").regex
    return cell is not None and post.match(cell.text.strip()) is not None


def _is_unread(cell: TableCell, rules: Rulebook) -> bool:
    """Is nothing read from the cell, or a name that only looks like one (`Chùa Long Mẫu`)?"""
    text = cell.text
    is_told = ":" in text or is_no_name(
        text, past_number(text), rules=rules
    )  # `Đại diện: A`, `Cộng: 02 tập thể`
    entry = read_entry(text, cell.start, rules)
    is_doubtful = entry is not None and entry.kind == "person" and entry.confidence < _SURE_PERSON
    return not is_told and (entry is None or (is_doubtful and entry.honorific is None))


def _row_clauses(
    cells: Sequence[TableCell], header: Sequence[str], state: State, rules: Rulebook
) -> tuple[AwardClause | None, ...]:
    """The clauses of the row: its own awards where columns name them, else that of the list."""
    clause = state.clause
    filled = [cell for cell in cells if cell.text.strip()]
    if state.marked is not None:
        own = (
            (
                c
                for cell in filled
                if not is_cross(cell.text)
                for c in _cell_clauses(cell, clause, header, state, rules)
            )
            if clause
            else ()
        )
        return (*state.marked, *(c for c in own if c is not None and c is not clause))
    if clause is None or not filled:
        return (clause if clause is not None and (clause.award or not cells) else None,)
    if len(filled) == 1:
        return _cell_clauses(filled[0], clause, header, state, rules)
    return tuple(
        own
        for cell in filled
        for own in _cell_clauses(cell, clause, header, state, rules)
        if own is not clause
    ) or (clause if clause.award else None,)


def _cell_clauses(
    cell: TableCell,
    clause: AwardClause,
    header: Sequence[str],
    state: State,
    rules: Rulebook,
) -> tuple[AwardClause | None, ...]:
    """The clauses of the awards that one cell names, else that of the list."""
    heading = fold(header[cell.column]) if cell.column < len(header) else ""
    found = titles_of(cell.text, heading, rules)
    if found:
        return tuple(_of_cell(cell, award, clause, state, rules) for award in found)
    if AS_ABOVE.fullmatch(cell.text) and state.above is not None:
        return state.above
    said = " ".join(cell.text.split())  # a page break may lie in it
    if (classed := of_class_alone(said, heading, clause, rules)) is not None:
        return (classed,)
    if (words := prize_words(said, heading, clause, rules)) is not None:
        named = awards_in_words(words, rules)
        if named:
            won = clause.with_award(as_printed(named[0], cell))
            if clause.award in {None, PRIZE} or not state.are_winners:
                return (won,)
            # a certificate for those who have won: who gave the prize is not said
            return (clause, replace(won, conferred_by=None, decision=None))
    is_grade = (
        "danh hiệu" in heading
        and rules.pattern("award_tables.rows_grade").regex.fullmatch(cell.text.strip()) is not None
    )
    if (
        rules.pattern("award_tables.column_clause_form_of_award").regex.search(heading)
        and _WORDS.search(cell.text)
        and not is_grade
    ):
        return ()  # `HTTNV`: another form than the list's, and none that is known
    return (clause if clause.award else None,)


def _of_cell(
    cell: TableCell, award: AwardMention, clause: AwardClause, state: State, rules: Rulebook
) -> AwardClause:
    """The clause of an award that a cell names, with its giver: `Bằng khen của LĐLĐ tỉnh`."""
    own = state.told.given(clause.with_award(award))
    return replace(own, conferred_by=giver_in_cell(cell.text, award, own.conferred_by, rules))


def _title(cell: TableCell | None, header: Sequence[str]) -> TitledInitiative | None:
    """The initiative of the row; its kind is the word in the column's heading."""
    if cell is None or len(cell.text.strip()) < 6:
        return None
    heading = fold(header[cell.column])
    kinds = ("sáng kiến", "giải pháp", "đề tài", "mô hình", "công trình")
    kind = min((k for k in kinds if k in heading), key=heading.index, default="sáng kiến")
    text = cell.text
    lead = len(text) - len(text.lstrip(' “"'))
    title = text.strip(' “”".\u00a0')
    if (title.count("“") > title.count("”")) or title.count('"') % 2:
        title = text[lead : lead + len(title) + 1]  # `Gá tháo lắp "3 trong 1"` ends with its mark
    start = cell.start + lead
    return TitledInitiative(
        start, start + len(title), start, cell.end, " ".join(title.split()), kind,
        "initiative.column", 0.95,
    )  # fmt: skip


def _ordinal(cell: TableCell | None) -> int | None:
    match = _ORDINAL.match(cell.text.strip()) if cell else None
    return int(match[1]) if match else None
