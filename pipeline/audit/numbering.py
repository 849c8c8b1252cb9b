"""Numbering of sections, articles, lists and table rows: gaps tell of lost pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from pipeline.audit.model import Found, Paper, Place
from pipeline.rulebook.checks import Check

_MARKS = (
    (
        "chapter",
        regex.compile(r"(?P<lead>Chương|CHƯƠNG)\s+(?P<mark>[IVXLC]+|\d{1,3})(?![\p{L}\d])"),
    ),
    ("article", regex.compile(r"(?P<lead>Điều|ĐIỀU)\s+(?P<mark>\d{1,3})\s*[.:]")),
    ("roman", regex.compile(r"(?P<lead>)(?P<mark>[IVX]{1,15})\s*[.\-)/]\s*\p{Lu}")),
    ("arabic", regex.compile(r"(?P<lead>)(?P<mark>\d{1,3})\s*[.)]\s*(?=\p{L}|[“\"])")),
)
# Which numbering begins anew below which: articles run on through the chapters.
_BELOW = {
    "chapter": ("roman", "arabic"), "article": ("roman", "arabic"), "roman": ("arabic",),
    "arabic": (),
}  # fmt: skip
_ROW = regex.compile(r"^(\d{1,3})\t", regex.MULTILINE)
# a number as lists, references and tables print it
_PRINTED = regex.compile(
    r"(?<![^\s;.:(“\"])0?(?P<mark>\d{1,3}|[IVXLC]{1,15})(?=\s*(?:[.)\-/:\t]|\n|$))"
)
_LEAST = 3  # numbers that make a list whose order tells something
_WIDEST = 3  # a wider gap is another list, or numbering of another kind
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True)
class _Item:
    value: int
    printed: str
    start: int
    end: int
    lead: str


def numbering_gap(paper: Paper, check: Check) -> Iterator[Found]:
    """Each run of numbers: whole, or with the numbers that are missing or stand twice.

    A list whose first number was not read is no run; it is told of as one that cannot be checked.
    """
    listed = list(_runs(paper))
    in_tables, loose_rows = _table_runs(paper)
    for items in [*listed, *in_tables]:
        if len(items) >= _LEAST:
            yield from _judge(paper, items)
    for items in [*_loose(paper, listed), *loose_rows]:
        if _is_list(items):
            places = (_place(paper, items[0]), _place(paper, items[-1]))
            span = f"{items[0].printed} – {items[-1].printed}"
            yield Found("not_checkable", places, None, span, None, "numbers_unread")


def _judge(paper: Paper, items: Sequence[_Item]) -> Iterator[Found]:
    broken = False
    for first, second in pairwise(items):
        step = second.value - first.value
        if step == 1:
            continue
        places = (_place(paper, first), _place(paper, second))
        missing = [first.value + i for i in range(1, step)]
        expected = _like(first.value + 1, first)
        if step > 1 and _printed_between(paper, first, second, missing):
            yield Found("not_checkable", places, expected, second.printed, None, "number_elsewhere")
        else:
            broken = True
            yield Found("contradiction", places, expected, second.printed, float(step - 1))
    if not broken:
        places = (_place(paper, items[0]), _place(paper, items[-1]))
        whole = f"{items[0].printed} – {items[-1].printed}"
        yield Found("consistent", places, whole, whole)


def _runs(paper: Paper) -> Iterator[list[_Item]]:
    """Runs of headings and list items with one kind of number, each from its first number on.

    A list that begins anew may stand inside an item of the one before (`1. Tập thể: 1. ... 2. ...
    2. Cá nhân:`): that one waits, and goes on where its next number comes.
    """
    open_runs: dict[tuple[str, int], list[_Item]] = {}
    waiting: dict[tuple[str, int], list[list[_Item]]] = defaultdict(list)
    for block in paper.blocks:
        if block["kind"] in ("appendix", "signature", "table"):
            yield from _all(open_runs, waiting)
            open_runs, waiting = {}, defaultdict(list)
        if block["kind"] not in ("heading", "list_item", "paragraph"):
            continue
        item, kind = _item(paper, block["start"], block["end"])
        if item is None:
            if block["kind"] == "heading":  # `B. CÁ NHÂN`: what is numbered below begins anew
                for below in [k for k in open_runs if k[1] > int(block["level"])]:
                    yield open_runs.pop(below)
                    yield from waiting.pop(below, [])
            continue
        # A paragraph only closes gaps: `3. ...` that the layout took for running text.
        level = 0 if kind in ("chapter", "article") else int(block["level"])
        key = (kind, level)
        if block["kind"] == "paragraph":
            key = next((k for k, run in open_runs.items() if k[0] == kind
                        and run[-1].value + 1 == item.value), key)  # fmt: skip
        for other in [k for k in open_runs if k[0] in _BELOW[kind]]:
            yield open_runs.pop(other)
            yield from waiting.pop(other, [])
        run = open_runs.get(key)
        outer = waiting[key][-1] if waiting[key] else None
        follows = run is not None and run[-1].value + 1 == item.value
        if outer is not None and not follows and outer[-1].value + 1 == item.value > 1:
            if run is not None:
                yield run
            open_runs[key] = waiting[key].pop()
            open_runs[key].append(item)
            continue
        if run is not None and 0 <= item.value - run[-1].value <= _WIDEST and item.value != 1:
            run.append(item)
            continue
        if block["kind"] == "paragraph":
            continue
        if run is not None:
            waiting[key].append(open_runs.pop(key))
        if item.value == 1:
            open_runs[key] = [item]
    yield from _all(open_runs, waiting)


def _all(
    runs: Mapping[tuple[str, int], list[_Item]],
    waiting: Mapping[tuple[str, int], list[list[_Item]]],
) -> Iterator[list[_Item]]:
    for held in waiting.values():
        yield from held
    yield from runs.values()


def _table_runs(paper: Paper) -> tuple[list[list[_Item]], list[list[_Item]]]:
    """The first columns of tables that number the rows, and those of which no run can be made.

    A table that goes on behind the page has the next number of the one before.
    """
    runs: list[list[_Item]] = []
    loose: list[list[_Item]] = []
    last: list[_Item] = []
    for block in paper.blocks:
        if block["kind"] != "table":
            continue
        items = [
            _Item(int(hit.group(1)), hit.group(1), hit.start(1), hit.end(1), "")
            for hit in _ROW.finditer(paper.text, block["start"], block["end"])
        ]
        parts = _parts(items)
        if parts and last and parts[0][0].value == last[-1].value + 1 and _is_ordinal(parts[0]):
            last.extend(parts.pop(0))
        elif parts and parts[0][0].value != 1:
            loose.append(parts.pop(0))
            last = []
        whole = [part for part in parts if _is_ordinal(part)]
        runs.extend(whole)
        last = whole[-1] if whole else last if not parts else []
    return runs, loose


def _parts(items: Sequence[_Item]) -> list[list[_Item]]:
    """Cuts numbers where they begin anew with 1."""
    parts: list[list[_Item]] = []
    for item in items:
        if parts and item.value != 1:
            parts[-1].append(item)
        else:
            parts.append([item])
    return parts


def _is_ordinal(items: Sequence[_Item]) -> bool:
    """Whether no number leaps: what leaps counts something else than rows."""
    return all(0 < second.value - first.value <= _WIDEST for first, second in pairwise(items))


def _loose(paper: Paper, runs: Sequence[Sequence[_Item]]) -> Iterator[list[_Item]]:
    """Items that follow each other and are in no run, as the first of them were not read."""
    placed = {item.start for run in runs for item in run}
    items: list[_Item] = []
    for block in paper.blocks:
        if block["kind"] in ("appendix", "signature", "table"):
            yield items
            items = []
        if block["kind"] not in ("heading", "list_item"):
            continue
        item, kind = _item(paper, block["start"], block["end"])
        if item is not None and kind == "arabic" and item.start not in placed:
            items.append(item)
    yield items


def _is_list(items: Sequence[_Item]) -> bool:
    """Whether most numbers follow the one before, as in a list of which some were misread."""
    steps = [second.value - first.value for first, second in pairwise(items)]
    return len(items) >= _LEAST and steps.count(1) * 2 > len(steps)


def _item(paper: Paper, start: int, end: int) -> tuple[_Item | None, str]:
    for kind, pattern in _MARKS:
        hit = pattern.match(paper.text, start, min(end, start + 60))
        if hit is not None:
            mark = hit.group("mark")
            value = int(mark) if mark.isdigit() else _roman(mark)
            if value is None:
                continue
            lead = hit.group("lead")
            return _Item(value, f"{lead} {mark}".strip(), start, hit.end("mark"), lead), kind
    return None, ""


def _roman(mark: str) -> int | None:
    total = 0
    for letter, following in zip(mark, [*mark[1:], ""], strict=True):
        value = _ROMAN[letter]
        total += -value if following and _ROMAN[following] > value else value
    return total if _as_roman(total) == mark else None


def _as_roman(value: int) -> str:
    steps = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
             (4, "IV"), (1, "I"))  # fmt: skip
    letters = ""
    for step, mark in steps:
        letters += mark * (value // step)
        value %= step
    return letters


def _like(value: int, item: _Item) -> str:
    """A number written as that item writes its own."""
    mark = item.printed.removeprefix(item.lead).strip()
    return f"{item.lead} {value if mark.isdigit() else _as_roman(value)}".strip()


def _printed_between(paper: Paper, first: _Item, second: _Item, missing: Sequence[int]) -> bool:
    """Whether a missing number stands between after all, at a place that is no list item."""
    marks = {_like(value, first).removeprefix(first.lead).strip() for value in missing}
    printed = _PRINTED.finditer(paper.text[first.end : second.start])
    return any(number["mark"] in marks for number in printed)


def _place(paper: Paper, item: _Item) -> Place:
    """The number with the line that it begins."""
    line = paper.text.find("\n", item.end)
    end = min(line if line >= 0 else len(paper.text), item.start + 80)
    return paper.span(item.start, max(end, item.end))
