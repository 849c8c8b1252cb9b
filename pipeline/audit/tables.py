"""Tables against their own totals: columns with a sum row, rows with a sum column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from pipeline.audit.model import Found, Paper, Place, Row, Verdict, number
from pipeline.audit.wording import exact
from pipeline.grammar.spelling import fold
from pipeline.rulebook.checks import Check

_TOTAL = regex.compile(
    r"\W*(?:tổng(?:\s+(?:cộng|số))?|cộng|toàn (?:tỉnh|ngành|huyện))\W*(?:\p{L}+\W*){0,3}"
)
_NO_SUM = regex.compile(
    r"tỷ lệ|tỉ lệ|%|bình quân|trung bình|điểm|năm|hạng|mã|số hiệu|đơn giá|stt|\btt\b"
)
_NUMBER = regex.compile(r"\d{1,3}(?:\.\d{3})+|\d+|\d+,\d+")
_STROKED = regex.compile(r"\d[\d.]{0,11}(?:/\d[\d.]{0,11}){1,3}")
_JOIN = regex.compile(r"[^,;.()/\d]{0,40}/\s{0,3}")
_NEAR = 400  # letters between a table and the sentence that sums it up
_LEAST = 2  # rows that a sum row is the sum of
_SURE_ROWS = 3  # rows that must keep a rule before one that breaks it is called wrong


@dataclass(frozen=True)
class _Cell:
    text: str
    start: int

    @property
    def value(self) -> float | None:
        """The number that the cell holds and nothing else; None for everything else."""
        text = self.text.strip()
        if not _NUMBER.fullmatch(text):
            return None
        if "," in text:
            return float(text.replace(",", "."))
        return float(text.replace(".", ""))


def table_total(paper: Paper, check: Check) -> Iterator[Found]:
    """Each column of a table against its sum row (`Tổng cộng`), each row against its sum column."""
    for block in paper.blocks:
        if block["kind"] == "table":
            rows = _rows(paper, block)
            yield from _columns(paper, check, rows)
            yield from _sum_column(paper, check, rows)


def table_vs_text(paper: Paper, check: Check) -> Iterator[Found]:
    """Cells `a/b/c` of a column, added up, against the `A .../B .../C ...` that tells of them."""
    told = _stroke_groups(paper)
    for block in paper.blocks:
        if block["kind"] != "table" or not told:
            continue
        rows = _rows(paper, block)
        for column in range(max((len(row) for row in rows), default=0)):
            cells = [row[column] for row in rows if column < len(row)]
            parts = [(cell, numbers) for cell in cells if (numbers := _strokes(cell.text))]
            if len(parts) < _LEAST or len({len(numbers) for _, numbers in parts}) != 1:
                continue
            sums = [sum(values) for values in zip(*(n for _, n in parts), strict=True)]
            for group in told:
                near = -_NEAR <= group[0]["start"] - block["end"] <= _NEAR or (
                    0 <= block["start"] - group[-1]["end"] <= _NEAR
                )
                # The first number says that these cells are meant.
                if near and len(group) == len(sums) and group[0]["value"] == sums[0]:
                    yield _against(paper, check, group, sums, [cell for cell, _ in parts])


def _against(
    paper: Paper, check: Check, group: Sequence[Row], sums: Sequence[float], cells: Sequence[_Cell]
) -> Found:
    places = (
        *(paper.row("figures", figure) for figure in group),
        _place(paper, cells[0]), _place(paper, cells[-1]),
    )  # fmt: skip
    expected = "/".join(map(number, sums))
    observed = "/".join(number(figure["value"]) for figure in group)
    off = [f["value"] - made for f, made in zip(group, sums, strict=True)]
    worst = max(off, key=abs)
    verdict: Verdict = "consistent" if abs(worst) <= check.tolerance else "contradiction"
    return Found(verdict, places, expected, observed, worst)


def _strokes(text: str) -> tuple[float, ...]:
    """The numbers of a cell `12/73/82`, brackets behind them left out; () for other cells."""
    bare = text.partition("(")[0].strip()
    if not _STROKED.fullmatch(bare):
        return ()
    return tuple(float(part.replace(".", "")) for part in bare.split("/"))


def _stroke_groups(paper: Paper) -> list[list[Row]]:
    """Exact counts of the running text that strokes join: `14 hồ sơ/137 hồ sơ/156 hồ sơ`."""
    groups: list[list[Row]] = []
    last: Row | None = None
    for figure in paper.of("figures"):
        plain = (
            figure["unit"] == "count" and exact(figure) and figure["of_value"] is None
            and not figure["rule"].startswith("figure_table.")
        )  # fmt: skip
        if not plain:
            last = None
            continue
        gap = paper.text[last["end"] : figure["start"]] if last is not None else ""
        if last is not None and _JOIN.fullmatch(gap):
            groups[-1].append(figure)
        else:
            groups.append([figure])
        last = figure
    return [group for group in groups if len(group) > 1]


def _rows(paper: Paper, block: Row) -> list[list[_Cell]]:
    """The rows of a table: a line each, cells parted by tabs."""
    rows = []
    at = block["start"]
    for line in paper.text[block["start"] : block["end"]].split("\n"):
        cells = []
        place = at
        for cell in line.split("\t"):
            cells.append(_Cell(cell, place))
            place += len(cell) + 1
        rows.append(cells)
        at += len(line) + 1
    return rows


def _columns(paper: Paper, check: Check, rows: Sequence[Sequence[_Cell]]) -> Iterator[Found]:
    """A sum row at the foot of a table whose rows are numbered 1, 2, 3 and all have its cells."""
    for at, row in enumerate(rows):
        label = next((cell.text for cell in row if any(c.isalpha() for c in cell.text)), "")
        if not _TOTAL.fullmatch(fold(label)):
            continue
        body = _numbered_above(rows[:at], len(row))
        if body is None or len(body) < _LEAST:
            continue
        header = rows[at - len(body) - 1] if at > len(body) else ()
        for column, total in enumerate(row):
            cells = [line[column] for line in body]
            title = fold(header[column].text) if column < len(header) else ""
            if column == 0 or total.value is None or _NO_SUM.search(title):
                continue
            yield from _compare(paper, check, cells, total)


def _compare(paper: Paper, check: Check, cells: Sequence[_Cell], total: _Cell) -> Iterator[Found]:
    filled = [cell for cell in cells if cell.text.strip(" -–.")]
    if not filled or any(cell.value is None for cell in filled) or total.value is None:
        return  # a column of words, or of several numbers in one cell
    made = sum(cell.value or 0.0 for cell in filled)
    difference = total.value - made
    places = (_place(paper, total), _place(paper, filled[0]), _place(paper, filled[-1]))
    verdict = abs(difference) <= check.tolerance
    values = [number(cell.value or 0.0) for cell in filled]
    terms = " + ".join(values) if len(values) <= 8 else f"{len(values)} ×"
    yield Found(
        "consistent" if verdict else "contradiction", places, f"{terms} = {number(made)}",
        number(total.value), difference,
    )  # fmt: skip


def _sum_column(paper: Paper, check: Check, rows: Sequence[Sequence[_Cell]]) -> Iterator[Found]:
    """A column `Tổng số` that is the sum of the other numbers in row after row, but for a few."""
    if len(rows) < _SURE_ROWS + 1:
        return
    titles = [fold(cell.text) for cell in rows[0]]
    sums = [i for i, title in enumerate(titles) if _TOTAL.fullmatch(title)]
    if len(sums) != 1 or any(_NO_SUM.search(t) for i, t in enumerate(titles) if i > 1):
        return
    right: list[Sequence[_Cell]] = []
    wrong: list[tuple[Sequence[_Cell], float]] = []
    for row in rows[1:]:
        if len(row) != len(titles) or row[sums[0]].value is None:
            continue
        others = [
            cell.value for i, cell in enumerate(row)
            if i not in (0, sums[0]) and cell.value is not None
        ]  # fmt: skip
        if len(others) < 2:
            continue
        made = sum(others)
        if abs((row[sums[0]].value or 0.0) - made) <= check.tolerance:
            right.append(row)
        else:
            wrong.append((row, made))
    if len(right) < _SURE_ROWS:
        return  # the column is the sum of something else
    for row, made in wrong if len(wrong) * 3 <= len(right) else []:
        total = row[sums[0]]
        places = (_place(paper, total), _place(paper, row[1]))
        value = total.value or 0.0
        yield Found("contradiction", places, number(made), number(value), value - made)
    if not wrong:
        places = (_place(paper, right[0][sums[0]]), _place(paper, right[-1][sums[0]]))
        yield Found("consistent", places, number(len(right)), number(len(right)), 0.0)


def _numbered_above(rows: Sequence[Sequence[_Cell]], width: int) -> list[Sequence[_Cell]] | None:
    """The rows right above, back to number 1; None unless numbered and of the same width."""
    body: list[Sequence[_Cell]] = []
    wanted: float | None = None
    for row in reversed(rows):
        value = row[0].value
        if len(row) != width or value is None or (wanted is not None and value != wanted):
            return None
        body.insert(0, row)
        if value == 1:
            return body
        wanted = value - 1
    return None


def _place(paper: Paper, cell: _Cell) -> Place:
    """A cell as evidence; of an empty one the tab or line end behind it."""
    stripped = cell.text.strip()
    start = cell.start + (cell.text.index(stripped) if stripped else 0)
    return paper.span(start, start + max(len(stripped), 1))
