"""What the columns of a list of awardees hold, by their headings and else by their cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from pipeline.extract.bodies import body_at
from pipeline.extract.people import person_at
from pipeline.grammar.spelling import fold
from pipeline.layout.pieces import without_marks
from pipeline.link.awardees.recipients.labels import past_label
from pipeline.model import TableCell
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived

NAMES = ("entry", "person", "collective", "unit", "author")
# Terms of headings as folded, each with where it stands alone and the role of its column.
_Terms = tuple[tuple[str, regex.Pattern[str], str], ...]
_NO_WORD = regex.compile(r"[^\p{L}\p{N}/,-]+")
_LEAST_ROWS, _LEAST_SHARE, _LEAST_FIRST = 2, 0.75, 0.5
_SURE_NAME = 0.9
_SECOND = 1  # behind the column of numbers
_SAMPLE = 60  # rows that tell what a column holds
_NO_NAMES = frozenset({"award", "money", "initiative", "ordinal", "position"})
_PEOPLE = frozenset({"entry", "person", "author"})
_BESIDE_AUTHOR = frozenset({"workplace", "unit", "apposition", "position"})
_YEAR = regex.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_BEHIND_NAME = regex.compile(r"\s*(?:$|[,(;]|[-–]\s)")


def names_column(
    rows: Sequence[Sequence[TableCell]], columns: Mapping[int, str], rules: Rulebook
) -> tuple[int, str] | None:
    """The column whose cells are names, and its role, in a table whose headings tell of none.

    :param rows: the rows below the headings
    :param columns: the roles of the columns that the headings tell
    """
    if not _PEOPLE.isdisjoint(columns.values()):
        return None
    has_no_names = not {"collective", "unit", "workplace"} & set(columns.values())
    cells: dict[int, list[str]] = {}
    for row in rows[:_SAMPLE]:
        filled = [cell for cell in row if cell.text.strip()]
        if len(filled) > 1:
            for cell in filled:
                cells.setdefault(cell.column, []).append(cell.text)
    if len(rows) == 1 and (alone := _alone(rows[0], columns, rules)) is not None:
        return alone, "person"
    for column in sorted(cells):
        texts = cells[column]
        if columns.get(column) in _NO_NAMES or texts[0].strip().isdigit():
            continue
        people = sum(_is_name(text, rules) for text in texts)
        bodies = 0
        if people != 1 and people < len(texts):
            bodies = sum(body_at(text, past_label(text), rules) is not None for text in texts)
        known = people + bodies
        is_first = column == min(cells) or texts is cells.get(_SECOND)
        least = _LEAST_FIRST if is_first else _LEAST_SHARE
        if people >= _LEAST_ROWS and known >= least * len(texts):
            return column, "person" if people == len(texts) else "entry"
        if is_first and has_no_names and bodies == len(texts) >= _LEAST_ROWS:
            return column, "collective"
    return None


def posts_beside(
    rows: Sequence[Sequence[TableCell]], names: int, rules: Rulebook
) -> dict[int, str]:
    """The column behind that of the names where a table without headings says posts in it."""
    cells = [c.text.lstrip(" -–") for row in rows for c in row if c.column == names + 1]
    post = rules.pattern("body.post").regex
    told = sum(post.match(text) is not None for text in cells)
    return {names + 1: "apposition"} if told > len(cells) / 2 else {}


def _alone(row: Sequence[TableCell], columns: Mapping[int, str], rules: Rulebook) -> int | None:
    """The column of a sure name behind a number, in a table of one row (`1 | Lê Văn A | ...`)."""
    filled = [cell for cell in row if cell.text.strip()]
    if len(filled) < _LEAST_ROWS or not filled[0].text.strip(" .)").isdigit():
        return None
    name = filled[1]
    person = person_at(name.text, past_label(name.text), rules, listed=True)
    is_sure = person is not None and person.confidence >= _SURE_NAME
    is_known = columns.get(name.column) not in _NO_NAMES and _is_name(name.text, rules)
    return name.column if is_sure and is_known else None


def _is_name(text: str, rules: Rulebook) -> bool:
    person = person_at(text, past_label(text), rules, listed=True)
    return person is not None and _BEHIND_NAME.match(text, person.end) is not None


@derived
def _column_terms(rules: Rulebook) -> _Terms:
    """Heading terms with the role of their column, longest first (lexicon ``table_columns``)."""
    rows = sorted(rules.lexicon("table_columns").rows, key=lambda r: -len(r["term"]))
    return _searched({fold(row["term"]): row["role"] for row in rows})


@derived
def _misread_terms(rules: Rulebook) -> _Terms:
    """Heading terms of several words by their letters alone: a scan misreads marks."""
    rows = sorted(rules.lexicon("table_columns").rows, key=lambda r: -len(r["term"]))
    bare: dict[str, set[str]] = {}
    for row in rows:
        if " " in row["term"]:
            bare.setdefault(without_marks(fold(row["term"])), set()).add(row["role"])
    return _searched({term: min(roles) for term, roles in bare.items() if len(roles) == 1})


def _searched(roles: Mapping[str, str]) -> _Terms:
    return tuple(
        (term, regex.compile(rf"(?<!\p{{L}}){regex.escape(term)}(?!\p{{L}})"), role)
        for term, role in roles.items()
    )


def _are_both(header: Sequence[str], index: int, roles: Mapping[int, str], rules: Rulebook) -> bool:
    """`Tập thể | Cá nhân`: two columns of names, and not people with what they belong to."""
    if not rules.pattern("award_tables.columns_collectives").regex.fullmatch(
        fold(header[index]).strip()
    ):
        return False
    people = (fold(header[i]).strip() for i, role in roles.items() if role == "person")
    return any(
        rules.pattern("award_tables.columns_persons").regex.fullmatch(words) for words in people
    )


def _role_of(heading: str, rules: Rulebook) -> str | None:
    words = _NO_WORD.sub(" ", fold(heading)).strip()
    if rules.pattern("award_tables.columns_of_people").regex.search(words) and rules.pattern(
        "award_tables.columns_of_bodies"
    ).regex.search(words):
        return "entry"
    if words == "khen thưởng":
        return "award"
    if rules.pattern("award_tables.columns_post_and_unit").regex.fullmatch(words):
        return "apposition"
    length, role = _longest(words, _column_terms(rules))
    if role in _BESIDE_AUTHOR and rules.pattern("award_tables.columns_author").search(words):
        return "author"
    misread_length, misread = _longest(without_marks(words), _misread_terms(rules))
    return misread if misread_length > length else role


def _longest(words: str, terms: _Terms) -> tuple[int, str | None]:
    """The length and role of the longest term in a heading; 0 and None without one."""
    for term, alone, role in terms:
        if term in words and alone.search(words):
            return len(term), role
    return 0, None


def _of_past_years(header: Sequence[str], roles: Mapping[int, str]) -> list[int]:
    """`Danh hiệu 2022 | Danh hiệu 2023 | Đề nghị 2024`: what was got in the years before."""
    told = {
        index: int(year[1])
        for index, heading in enumerate(header)
        if (roles.get(index) == "award" or "đề nghị" in fold(heading))
        and (year := _YEAR.search(heading))
    }
    is_proposed = any("đề nghị" in fold(header[index]) for index in told)
    return [i for i, year in told.items() if i in roles and year < max(told.values())] * is_proposed


def column_roles(header: Sequence[str], rules: Rulebook) -> dict[int, str]:
    """Role of each column that has a known heading, by column number."""
    roles: dict[int, str] = {}
    for index, heading in enumerate(header):
        role = _role_of(heading, rules)
        if role in NAMES and any(
            rules.pattern(name).regex.search(fold(heading).strip())
            for name in ("award_tables.columns_how_many", "award_tables.columns_amended")
        ):
            continue
        if role == "award" and rules.pattern("award_tables.columns_not_given").regex.search(
            fold(heading)
        ):
            continue
        if role is not None and (
            role not in {"person", "entry", "author"} or role not in roles.values()
        ):
            roles[index] = role
    for index in _of_past_years(header, roles):
        del roles[index]
    has_person = not {"person", "entry", "author"}.isdisjoint(roles.values())
    if not has_person and "initiative" in roles.values():
        # `Tên SKKN | Người thực hiện`: who carries out a work of his own is its author
        doer = next(
            (
                i
                for i, h in enumerate(header)
                if rules.pattern("award_tables.columns_doer").regex.fullmatch(fold(h).strip())
            ),
            None,
        )
        if doer is not None:
            roles[doer], has_person = "author", True
    if has_person:
        units = rules.pattern("award_tables.columns_units").regex
        roles |= {
            index: "workplace"
            for index, heading in enumerate(header)
            if index not in roles and units.fullmatch(" ".join(fold(heading).split()))
        }
    for index, role in roles.items():
        if role == "unit" and (has_person or "collective" in roles.values()):
            roles[index] = "workplace"
        if role == "collective" and has_person and "entry" not in roles.values():
            roles[index] = "workplace" if "person" in roles.values() else role
            if _are_both(header, index, roles, rules):
                roles[index] = "body"
    return roles
