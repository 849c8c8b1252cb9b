"""A reported count against the list that it announces; names that a list holds twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.audit.model import SURE, Found, Paper, Row, Verdict, number
from pipeline.audit.wording import exact, flat, sentence
from pipeline.grammar.spelling import fold
from pipeline.rulebook.checks import Check

_PERSONS = regex.compile(r"(?:cá nhân|người|đồng chí|cán bộ|đoàn viên|nhân viên|ông|bà)(?!\p{L})")
_GROUPS = regex.compile(r"(?:tập thể|đơn vị|đội|phòng|ban|tổ|nhóm)(?!\p{L})")
_WORKS = regex.compile(r"(?:sáng kiến|giải pháp|đề tài|mô hình|công trình)(?!\p{L})")
_JOINT = regex.compile(r"tập thể.{0,300}(?:cá nhân|nhóm)|cá nhân.{0,300}tập thể|lượt")
_ANNOUNCED = regex.compile(r"danh sách|có tên|sau đây|dưới đây|gồm:|sau:")
_FOLLOWS = regex.compile(r"(?<!\p{L})(?:như|gồm|là|đó là)(?!\p{L})|:")
# an item that begins a line below
_NEXT_ITEM = regex.compile(r"\n\s{0,8}(?P<number>\d{1,6})(?=\s{0,3}[.)\t])")
_NAMED_AFTER = 700  # letters behind a count in which the names follow
_MOST = 5000
_ITEM = 400  # letters of an item below which the next one begins


def list_count(paper: Paper, check: Check) -> Iterator[Found]:
    """`tặng ... cho 12 tập thể (danh sách kèm theo)` against the rows of the list."""
    counts = [
        figure for figure in paper.of("figures")
        if figure["unit"] == "count" and figure["role"] != "target" and exact(figure)
        and figure["of_value"] is None
        and (figure["parent_figure_id"] is None or figure["award"] is not None)
        and 0 < figure["value"] <= _MOST and not figure["rule"].startswith("figure_table.")
    ]  # fmt: skip
    for figure in counts:
        noun = fold(figure["counted"] or "")
        if _JOINT.search(noun):
            continue
        for kind, pattern in (("person", _PERSONS), ("collective", _GROUPS), ("work", _WORKS)):
            if pattern.match(noun):
                yield from _count(paper, check, figure, kind, counts)
                break


def awardee_twice(paper: Paper, check: Check) -> Iterator[Found]:
    """The same name with the same post and workplace under two numbers of the lists."""
    rows = [
        row for row in paper.of("awardees")
        if row["role"] in ("awardee", "nominee") and row["ordinal"] is not None
    ]  # fmt: skip
    seen: dict[tuple[str, ...], Row] = {}
    repeated = False
    last = 0
    for row in rows:
        if row["ordinal"] <= last:
            seen = {}  # another list, which may be of another award
        last = row["ordinal"]
        post, workplace = flat(row["position"] or ""), flat(row["workplace"] or "")
        key = (
            row["kind"], row["role"], fold(flat(row["name"])), fold(post), fold(workplace),
            row["award"] or "", row["grade"] or "", str(row["year"]),
        )  # fmt: skip
        earlier = seen.setdefault(key, row)
        if earlier is row:
            continue
        # Two readings that agree bear each other out, however surely each of them was read.
        both = (paper.row("awardees", earlier), paper.row("awardees", row))
        places = tuple(replace(place, sure=1.0) for place in both)
        numbers = f"{earlier['ordinal']}, {row['ordinal']}"
        if post or workplace:
            repeated = True
            yield Found("contradiction", places, "1", f"{row['name']} ({numbers})")
        else:  # two people may have one name
            yield Found("not_checkable", places, "1", f"{row['name']} ({numbers})",
                        None, "name_alone")  # fmt: skip
    if len(rows) > 1 and not repeated:
        places = (paper.row("awardees", rows[0]), paper.row("awardees", rows[-1]))
        yield Found("consistent", places, number(len(rows)), number(len(rows)), 0.0)


def _count(
    paper: Paper, check: Check, figure: Row, kind: str, counts: Sequence[Row]
) -> Iterator[Found]:
    begin, end = sentence(paper, figure["start"], figure["end"])
    words = fold(paper.text[begin:end])
    named = _named_behind(paper, figure, kind)
    if named and len(named) == figure["value"]:
        yield _found(paper, "consistent", figure, named)
        return
    rows = _listed(paper, figure, kind)
    announced = bool(_ANNOUNCED.search(words)) or _is_title(paper, figure)
    same_award = figure["award"] is not None and any(row.get("award") for row in rows)
    if not rows:
        if announced and kind != "work":
            place = (paper.row("figures", figure),)
            yield Found("not_checkable", place, None, number(figure["value"]), None, "no_list")
        return
    if not announced and not same_award:
        return
    if abs(len(rows) - figure["value"]) <= check.tolerance:
        yield _found(paper, "consistent", figure, rows)
        return
    others = {
        f["value"] for f in counts
        if _kind_of(f) == kind and f is not figure
        and (f["award"] == figure["award"] or not _of_award(rows, figure))
    } - {figure["value"]}  # fmt: skip
    # titled works have no numbers by which a list is seen to be whole
    is_open = kind == "work" or not _is_whole(rows) or goes_on(paper, rows[-1])
    if not announced or others or is_open:
        yield _found(paper, "not_checkable", figure, rows, "list_incomplete")
    else:
        yield _found(paper, "contradiction", figure, rows)


def _of_award(rows: Sequence[Row], figure: Row) -> bool:
    """Whether all rows are known to be of the counted award; else the list may hold several."""
    return figure["award"] is not None and all(r.get("award") == figure["award"] for r in rows)


def _kind_of(figure: Row) -> str:
    noun = fold(figure["counted"] or "")
    if _PERSONS.match(noun):
        return "person"
    return "collective" if _GROUPS.match(noun) else "work" if _WORKS.match(noun) else ""


def _listed(paper: Paper, figure: Row, kind: str) -> list[Row]:
    """The rows of the document's lists that are of the counted kind and award."""
    if kind == "work":
        noun = fold(figure["counted"] or "")
        linked = {r["initiative_id"] for r in paper.of("awardees") if r["initiative_id"]}
        works = [
            row for row in paper.of("initiatives")
            if row["initiative_id"] in linked and fold(row["kind"]) in noun
        ]  # fmt: skip
        named = [r for r in paper.of("awardees") if r["award"] and r["award"] == figure["award"]]
        return works or named
    rows = [
        row for row in paper.of("awardees")
        if row["kind"] == kind and row["role"] in ("awardee", "nominee")
    ]  # fmt: skip
    if figure["award"] is None:
        return rows
    of_code = [row for row in rows if row["award"] in (None, figure["award"])]
    own = fold(figure["award_name"] or "")  # places of a contest share their code
    return [row for row in of_code if fold(row["award_name"] or "") == own] or of_code


def _named_behind(paper: Paper, figure: Row, kind: str) -> list[Row]:
    """The names that follow a count in its sentence: `03 cá nhân ... như: A, B và C`."""
    blocks = paper.blocks_at(figure["start"])
    if not blocks or kind == "work":
        return []
    limit = min(blocks[0]["end"], figure["end"] + _NAMED_AFTER)
    behind = paper.between("awardees", figure["end"], limit)
    named = [row for row in behind if row["kind"] == kind]
    if not named:
        return []
    figures = paper.between("figures", figure["end"], limit)
    other = [f["start"] for f in figures if _kind_of(f) == kind]
    if other:
        named = [row for row in named if row["start"] < min(other)]
    if named and _FOLLOWS.search(fold(paper.text[figure["end"] : named[0]["start"]])):
        return named
    return []


def _is_title(paper: Paper, figure: Row) -> bool:
    """Whether the count stands in the title of a list (`DANH SÁCH 12 TẬP THỂ`)."""
    return any(b["kind"] in ("appendix", "heading") for b in paper.blocks_at(figure["start"]))


def _is_whole(rows: Sequence[Row]) -> bool:
    """Whether the rows are surely all of their lists: numbered without a gap, surely read."""
    numbers = [row["ordinal"] for row in rows]
    if None in numbers or min(row["confidence"] for row in rows) < SURE:
        return False
    wanted = 1
    for value in numbers:
        if value not in (wanted, 1):
            return False
        wanted = value + 1
    return bool(numbers[0] == 1)


def goes_on(paper: Paper, row: Row) -> bool:
    """Whether the next number of its list stands below a row: an item that could not be read."""
    if row["ordinal"] is None:
        return False
    below = paper.text[row["end"] : row["end"] + _ITEM]
    following = str(row["ordinal"] + 1)
    return any(item["number"] == following for item in _NEXT_ITEM.finditer(below))


def _found(
    paper: Paper, verdict: Verdict, figure: Row, rows: Sequence[Row], reason: str = ""
) -> Found:
    table = "awardees" if "awardee_id" in rows[0] else "initiatives"
    ends = [rows[0], rows[-1]] if len(rows) > 1 else [rows[0]]
    places = (paper.row("figures", figure), *(paper.row(table, row) for row in ends))
    difference = figure["value"] - len(rows) if verdict != "not_checkable" else None
    return Found(
        verdict,
        places,
        number(len(rows)),
        number(figure["value"]),
        difference,
        reason,
    )
