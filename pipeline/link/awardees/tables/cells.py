"""The people and bodies that one cell of a table names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.extract.apposition import split_apposition
from pipeline.extract.people import people_in
from pipeline.link.awardees.recipients.higher_unit import is_place
from pipeline.link.awardees.recipients.labels import past_number
from pipeline.link.awardees.recipients.names import Named, read_entry, read_name, text_of
from pipeline.link.awardees.tables.stacked import unstacked
from pipeline.model import TableCell
from pipeline.rulebook import Rulebook

_BODY_PARTS = regex.compile(r"(?<!\s)\s*[;\n]\s*(?:[-–+*]\s*)?")
# `- Phòng A - Hạt B`, `1. Phòng A 2. Hạt B`: the paragraphs of a cell, each with its mark
_MARKED_BODIES = regex.compile(
    r"\s*(?:(?P<mark>[-–+•*])\s[^;\n]*?\s(?=(?P=mark)\s\p{Lu})|1[.)]\s[^;\n]*?\s(?=2[.)]\s))"
)
_MARKS = regex.compile(r"(?<!\s)\s+(?=(?:[-–+•*]|\d{1,2}[.)])\s\p{Lu})")
_NAME_SHAPE = regex.compile(
    r"\s{0,3}(?:\p{Lu}\p{Ll}{0,7}\s){2,4}\p{Lu}\p{Ll}{0,7}(?=\s{0,3}(?:$|[(–-]))"
)
_UNSTACKED = 0.85
_OF_WORK = regex.compile(r"[”\"]\s*(?:[-–,(]\s*(?:(?:của|do)\s)?|(?:của|do)\s)(?=\p{Lu})")
_NEXT_NUMBER = regex.compile(r"\s\d{1,2}[.)]\s*$")  # that of the name behind
_UNITS_JOINED = regex.compile(
    r"(?P<head>Phòng|Khoa|Đội|Tổ|Trạm|Phân xưởng|Xí nghiệp|Nhà máy)\s\p{L}[^,;(]*"
    r"\s(?P=head)\s\p{Lu}"
    r"|(?:Xí nghiệp|Nhà máy|Chi nhánh|Công ty)\s[^,;(]*\s(?:Phòng|Phân xưởng|Xưởng)\s\p{Lu}"
)
_CUT = regex.compile(r"\s{3,}")  # blanks for what lies between the two parts of a cut row
_NUMBERED_PERSON = regex.compile(r"(?:^|\s)\d{1,2}[.)]\s?(?=\p{Lu}\p{Ll}+\s\p{Lu})")


def names_in(cell: TableCell, role: str, rules: Rulebook) -> Iterator[Named]:
    """The person or persons, or the body, that a name cell holds, read over a page break in it."""
    cut = _CUT.search(cell.text)
    if cut is None:
        yield from _names_of(cell, role, rules)
        return
    whole = f"{cell.text[: cut.start()]} {cell.text[cut.end() :]}"
    for named in _names_of(replace(cell, start=0, end=len(whole), text=whole), role, rules):
        start, end, tail = (
            cell.start + at + (len(cut.group()) - 1 if at > cut.start() else 0)
            for at in (named.start, named.end, named.tail)
        )
        yield replace(named, start=start, end=end, tail=tail)


def _names_of(cell: TableCell, role: str, rules: Rulebook) -> Iterator[Named]:
    words = cell.text
    if role in {"person", "entry", "author"}:
        lead = rules.pattern("award_tables.cells_group_lead").regex.match(words)
        if lead is not None and words[lead.end() :].strip():
            cell = replace(cell, start=cell.start + lead.end(), text=words[lead.end() :])
            words = cell.text
        people = people_in(words, rules)
        parted = rules.pattern("award_tables.cells_next_person").regex.split(words)
        parts = [p for p in parted if p.strip()]
        marked = len(parts)
        parts = [name for part in parts for name in unstacked(part, rules)]
        is_stacked = len(parts) > marked
        if len(parts) > 1 and (
            len(people) > 1 or ";" in words or len(_NUMBERED_PERSON.findall(words)) > 1
            or is_stacked or lead is not None or all(map(_NAME_SHAPE.match, parts))
        ):  # fmt: skip
            at, found = 0, []
            begins: list[int] = []  # of the parts that are people, in the cell
            for part in parts:
                at = words.index(part, at)
                second = rules.pattern("award_tables.cells_group_lead").regex.match(part)
                cut = second.end() if second is not None else 0
                entry = read_entry(part[cut:], cell.start + at + cut, rules, collectives=False)
                if entry is not None and entry.kind == "person":
                    sure = min(entry.confidence, _UNSTACKED if is_stacked else 1.0)
                    found.append(replace(entry, confidence=sure))
                    begins.append(at)
                at += len(part)
            if len(found) > 1:
                yield from _with_words_behind(cell, found, [*begins[1:], len(words)], rules)
                return
    if role in {"entry", "collective"} and (
        _BODY_PARTS.search(words) or _MARKED_BODIES.match(words)
    ):
        bodies = list(_bodies_of(cell, rules))
        if len(bodies) > 1 or (bodies and bodies[0].workplace and _MARKED_BODIES.match(words)):
            yield from bodies
            return
    entry = None
    if role in {"person", "author"}:
        entry = read_name(words, past_number(words), cell.start, rules, listed=True)
    entry = entry or read_entry(words, cell.start, rules)
    if entry is not None and (entry.kind == "person") <= (role not in {"collective", "unit"}):
        # `Phòng A Phòng B`: the lines of the cell may be two
        yield entry.at_most(_UNSTACKED) if _UNITS_JOINED.match(entry.name) else entry
    elif (made := _maker(cell, rules)) is not None:
        yield made
    elif role in {"collective", "unit"} and len(words.strip()) > 2:
        start = cell.start + len(words) - len(words.lstrip())
        yield Named(
            start, cell.start + len(words.rstrip()), " ".join(words.split()), "collective",
            cell.end, "awardee.cell", 0.9,
        )  # fmt: skip


def _maker(cell: TableCell, rules: Rulebook) -> Named | None:
    """`Tiểu phẩm “A” - Trung tâm B`: the prize of a work is that of the body that made it."""
    work = _OF_WORK.search(cell.text)
    if work is None:
        return None
    body = read_entry(cell.text[work.end() :], cell.start + work.end(), rules)
    if body is None or body.kind != "collective":
        return None
    return body.at_most(_UNSTACKED)


def _with_words_behind(
    cell: TableCell, found: Sequence[Named], stops: Sequence[int], rules: Rulebook
) -> Iterator[Named]:
    """`A, Phó phòng; B, Tổ trưởng Tổ C`: each with what is said up to the next of them."""
    for named, stop in zip(found, stops, strict=True):
        if named.position or named.workplace:
            yield named
            continue
        number = _NEXT_NUMBER.search(cell.text, named.end - cell.start, stop)
        stop = number.start() if number is not None else stop
        said = split_apposition(cell.text, named.end - cell.start, stop, rules)
        yield replace(
            named,
            position=text_of(cell.text, said.position, rules),
            workplace=text_of(cell.text, said.workplace, rules),
        )


def _bodies_of(cell: TableCell, rules: Rulebook) -> Iterator[Named]:
    """`Phân xưởng A; Phòng B`: the bodies of a cell, if each part of it is one."""
    found, at = [], 0
    marked = _MARKED_BODIES.match(cell.text)
    is_dashed = marked is not None and marked["mark"] is not None
    whole = read_entry(cell.text, cell.start, rules) if is_dashed else None
    if whole is not None and whole.workplace:
        yield whole.at_most(_UNSTACKED)  # `- Phòng A - Công an tỉnh`: it belongs to it, or are two
        return
    for part in (_BODY_PARTS if marked is None else _MARKS).split(cell.text):
        if not part.strip():
            continue
        at = cell.text.index(part, at)
        entry = read_entry(part, cell.start + at, rules)
        if entry is None or entry.kind != "collective":
            return
        found.append(entry.at_most(_UNSTACKED) if is_dashed else entry)
        at += len(part)
    are_places = {is_place(named.name, 0, rules) for named in found}
    if not is_dashed or len(are_places) == 1:  # `- Trường A - Thị trấn B`
        yield from found
