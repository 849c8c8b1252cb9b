"""Post and workplace as columns of a table tell them: class and school, village and commune."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.extract.apposition import split_apposition
from pipeline.grammar.spelling import fold
from pipeline.link.awardees.lists.group_lines import is_sort
from pipeline.link.awardees.recipients.higher_unit import begins_unit
from pipeline.link.awardees.recipients.names import Named
from pipeline.link.awardees.tables.marks import is_cross
from pipeline.model import TableCell
from pipeline.rulebook import Rulebook


def workplace_of(
    row: Sequence[TableCell], header: Sequence[str], columns: Mapping[int, str], rules: Rulebook
) -> str | None:
    """`9B, Trường A`: the units of a row from the inner one up, else the first that is filled in.

    :param columns: roles by number
    """
    places = [i for i, role in columns.items() if role == "workplace"]
    texts = {
        c.column: "" if is_cross(c.text) else " ".join(c.text.split()).strip(" .;-")
        for c in row
        if c.column in places  # `Giấy khen UBND huyện`, below which crosses stand, too
    }
    chain = [texts.get(column, "") for column in _chained(header, places, rules)]
    if chain and all(chain):
        from_inner = [
            unit
            for at, unit in enumerate(chain)
            if not any(fold(unit) in fold(inner) for inner in chain[:at])
        ]
        return ", ".join(from_inner)
    return next((texts[column] for column in sorted(texts) if texts[column]), None)


def _chained(header: Sequence[str], places: Sequence[int], rules: Rulebook) -> list[int]:
    """The columns of units from the inner one up, where each lies in the next; else none."""
    rank = rules.pattern("award_tables.workplaces_rank").regex
    heads = {
        i: rank.fullmatch(" ".join(fold(header[i]).split())) for i in places if i < len(header)
    }
    ranks = {i: match.lastgroup for i, match in heads.items() if match is not None}
    is_chain = len(ranks) == len(places) == len(set(ranks.values())) > 1
    return sorted(ranks, key=lambda i: ranks[i] or "") if is_chain else []


def _words(heading: str) -> str:
    return " ".join(fold(heading).split())


def said_of(
    named: Named,
    row: Sequence[TableCell],
    header: Sequence[str],
    columns: Mapping[int, str],
    rules: Rulebook,
) -> tuple[str | None, str | None]:
    """Post and workplace of a name, as the columns of its row and its own cell tell them."""
    cells = {columns[c.column]: c for c in reversed(row) if columns.get(c.column)}
    place = workplace_of(row, header, columns, rules)
    place = None if place is not None and is_sort(place, 0, rules) else place
    if place is not None and "position" not in cells and named.kind == "person":
        is_post = rules.pattern("body.post").regex.match(place) is not None
        post, unit = _parted(place, rules) if is_post else (None, None)
        has_unit = post is not None and rules.pattern("body.inner").search(post) is not None
        if post is not None and (
            unit is not None
            or has_unit
            or rules.pattern("award_tables.rows_leads").regex.match(post)
        ):
            return post, unit or named.workplace  # `Đơn vị`: `Chủ tịch CĐCS Công ty A`
    both = cells.get("apposition")
    post, unit = _parted(both.text, rules) if both is not None else (None, None)
    own, place = named.workplace, place or unit
    if own and place and not (fold(own) in fold(place) or fold(place) in fold(own)):
        place = f"{own}, {place}"  # `Tổ nữ công, Công ty A` | `Công đoàn ngành B`
    told = _cell_text(cells.get("position")) or post or named.position
    if named.kind == "collective":  # `Chức danh`: `Công ty A` in the row of a collective
        unit = told if told is not None and begins_unit(told, 0, len(told), rules) else None
        return None, place or own or unit
    return told, place or own


def _parted(text: str, rules: Rulebook) -> tuple[str | None, str | None]:
    """Post and workplace of a cell that holds both, or one of them, over the ends of its lines."""
    text = " ".join(text.split()).lstrip("-– ")
    found = split_apposition(text, 0, len(text), rules)
    spans = (found.position, found.workplace)
    post, unit = (text[span[0] : span[1]] if span else None for span in spans)
    return post, unit


def _cell_text(cell: TableCell | None) -> str | None:
    text = " ".join(cell.text.split()).strip(" .;-") if cell else ""
    return text or None
