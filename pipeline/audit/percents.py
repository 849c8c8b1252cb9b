"""Percentages against numerator and denominator, and against the target that they are of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.audit.model import Found, Paper, Row, number
from pipeline.audit.wording import exact, same_block, sentence
from pipeline.grammar.spelling import fold
from pipeline.rulebook.checks import Check

_SHARE = regex.compile(
    r"(?<!\p{L})(?:chiếm|tỷ lệ|tỉ lệ|tương ứng|tương đương|bằng|đạt)(?!\p{L})[^;.]{0,40}\Z"
    r"|[(=]\s*\Z"
)
_OTHER = regex.compile(
    r"tăng|giảm|cùng kỳ|so với|kế hoạch|dự toán|nghị quyết|chỉ tiêu|mục tiêu|vượt|bình quân"
)
# What a share is of that was reached: of the plan, of what came in; `bằng 80%` of last year's.
_DONE = regex.compile(r"(?<!\p{L})(?:đạt|bằng)(?!\p{L})[^;.]{0,40}\Z")
_BRACKET = regex.compile(r"\(\s*\Z")
_AIM = regex.compile(r"(?<!\p{L})(?:kế hoạch|chỉ tiêu|mục tiêu)(?!\p{L})")
_OF_TOTAL = regex.compile(
    r"(?:%|phần trăm)\s+(?:trên\s+|của\s+|trong\s+)?tổng\s+(?:số\s+|giá trị\s+|kinh phí\s+)?"
    r"(?P<of>\p{L}[^,;.()\d]{2,60})"
)
_GROWTH = regex.compile(r"(?<!\p{L})(?:tăng|giảm)(?:\s(?:thêm|được|hơn|gần|khoảng))?\s*\Z")
_LEAD = 20  # letters before a count that say by how much it grew
_PRINTED = regex.compile(r"(?<!\d)\d++(?:[.,](\d++))?\s*(?:%|phần)")
_BREAK = regex.compile(r"[;.!?]\s")
_NAME_REACH = 80  # letters behind a percentage in which the sum is named that it is of
_REACH = 260  # letters between a count and the percentage that says the same
_ROUGH = 0.05  # how far `khoảng` reaches, as a share of the value
_WIDE = 12  # earlier counts that a share may be of rather than of the total that is linked
_NEAR = 4  # earlier counts of the block that may be numerator and denominator


def percent_of_total(paper: Paper, check: Check) -> Iterator[Found]:
    """A percentage against the n/m, or the part and its total, that stands right before it."""
    figures = paper.of("figures")
    known = {figure["figure_id"]: figure for figure in figures}
    for at, share in enumerate(figures):
        if share["unit"] != "percent" or share["role"] == "target" or not at:
            continue
        before = figures[at - 1]
        gap = fold(paper.text[before["end"] : share["start"]])
        words = fold(paper.text[share["start"] : share["end"] + 40])
        if before["unit"] == "percent" or _OTHER.search(gap) or _OTHER.search(words):
            continue
        # In a table the cells of a row follow each other; the next row is another matter.
        cells = before["rule"].startswith("figure_table.") and share["rule"].startswith(
            "figure_table."
        )
        near = len(gap) <= _REACH and not _BREAK.search(gap)
        linked = (near and _SHARE.search(gap)) or (cells and not gap.strip(" ()\n"))
        if linked and not (_same_noun(before, share) and _is_of_same(paper, before, share)):
            linked = False  # `35/70 tổ ..., chiếm 20% tổng số đoàn viên`
        if linked and before["of_value"] is not None:
            of = _outside_bracket(paper, figures[max(0, at - 2) : at])
            yield _compare(paper, check, share, of, of["of_value"], (of,))
            continue
        parent = known.get(before["parent_figure_id"] or "")
        if linked and parent is not None and parent["unit"] == before["unit"]:
            found = _compare(paper, check, share, before, parent["value"], (before, parent))
            if (
                found.verdict == "contradiction"
                and (
                    # `cấp tỉnh 40 vụ, đạt 96 %`: of the cases that came in, not of all cases.
                    _DONE.search(gap)
                    # `thu nội địa 345 tỷ đồng (82%)`: of the year's estimate as often as of all
                    or (before["unit"] == "vnd" and _BRACKET.search(gap))
                    or _is_share_of(before, figures[max(0, at - _WIDE) : at], share)
                )
            ):
                found = replace(
                    found, verdict="not_checkable", difference=None, reason="shares_of_what"
                )
            yield found
            continue
        if linked or fold(share["counted"] or "").startswith("số "):
            yield _guessed(paper, share, figures[max(0, at - _NEAR) : at])


def percent_of_target(paper: Paper, check: Check) -> Iterator[Found]:
    """`đạt 28% kế hoạch` against the count before it and the target of the same noun."""
    figures = paper.of("figures")
    for at, share in enumerate(figures):
        words = fold(paper.text[share["start"] : share["end"] + 30])
        if share["unit"] != "percent" or not at or not _AIM.search(words):
            continue
        begin, _ = sentence(paper, share["start"], share["end"])
        before = [
            f for f in figures[:at]
            if f["start"] >= begin and f["unit"] != "percent" and f["role"] != "target"
            and not _GROWTH.search(fold(paper.text[max(begin, f["start"] - _LEAD) : f["start"]]))
        ]  # fmt: skip
        if not before:
            continue
        result = before[-1]
        targets = [
            f for f in figures
            if f["role"] == "target" and f["unit"] == result["unit"]
            and fold(f["counted"] or "") == fold(result["counted"] or "")
        ]  # fmt: skip
        if len({target["value"] for target in targets}) != 1 or not exact(result):
            places = (paper.row("figures", result), paper.row("figures", share))
            yield Found("not_checkable", places, None, f"{number(share['value'])}%",
                        None, "no_target")  # fmt: skip
            continue
        target = targets[0]
        found = _compare(paper, check, share, result, target["value"], (result, target))
        of_another = result["unit"] == "vnd" and sentence(
            paper, target["start"], target["end"]
        ) != sentence(paper, share["start"], share["end"])
        if found.verdict == "contradiction" and (
            of_another
            or not same_block(
                paper, min(share["start"], target["start"]), max(share["end"], target["end"])
            )
        ):
            # A target told elsewhere may be that of another year or phase, or other money.
            found = Found(
                "not_checkable", found.places, found.expected, found.observed, None, "no_target"
            )
        yield found


def _outside_bracket(paper: Paper, figures: Sequence[Row]) -> Row:
    """Of `270/322 m3 (41/46 km), đạt 83,7%` the n/m that the bracket says in other words."""
    before = figures[-1]
    if len(figures) < 2 or figures[0]["of_value"] is None:
        return before
    lead = paper.text[figures[0]["end"] : before["start"]]
    behind = paper.text[before["end"] : before["end"] + 1]
    return figures[0] if lead.strip() == "(" and behind == ")" else before


def _same_noun(part: Row, share: Row) -> bool:
    """Whether the noun behind a percentage, if there is one, is that of the count before it."""
    first, second = fold(part["counted"] or ""), fold(share["counted"] or "")
    return not second or first in second or second in first


def _is_of_same(paper: Paper, part: Row, share: Row) -> bool:
    """Whether the sum that a percentage names is one of what the count before it counts.

    ``05/18 khoản thu không đạt (chiếm 8,01% tổng số thu nội địa)``: a share of the money.
    """
    named = _OF_TOTAL.search(fold(paper.text[share["start"] : share["end"] + _NAME_REACH]))
    return named is None or not part["counted"] or fold(part["counted"]) in named.group("of")


def _compare(
    paper: Paper, check: Check, share: Row, part: Row, whole: float, rows: Sequence[Row]
) -> Found:
    places = tuple(paper.row("figures", row) for row in (*rows, share))
    observed = f"{number(share['value'])}%"
    if whole <= 0:
        return Found("not_checkable", places, None, observed, None, "no_denominator")
    true = 100 * part["value"] / whole
    expected = f"{number(part['value'])} / {number(whole)} = {number(round(true, 2))}%"
    difference = round(share["value"] - true, 2)
    if not exact(part) or not all(exact(row) for row in rows):
        return Found("not_checkable", places, expected, observed, None, "not_exact")
    if exact(share) and abs(share["value"] - true) <= check.tolerance + 1e-9:
        return Found("consistent", places, expected, observed, difference)
    if not exact(share):
        rough = share["qualifier"] == "about" and abs(share["value"] - true) <= _ROUGH * true
        verdict = Found("consistent", places, expected, observed, difference)
        return verdict if rough else Found(
            "not_checkable", places, expected, observed, None, "not_exact"
        )  # fmt: skip
    return Found("contradiction", places, expected, observed, difference)


def _guessed(paper: Paper, share: Row, near: Sequence[Row]) -> Found:
    """A share whose numerator and denominator are not named: agreement shows, error does not."""
    counts = [f for f in near if f["unit"] != "percent"]
    observed = f"{number(share['value'])}%"
    for whole in reversed(counts):
        for part in counts:
            fits = part["unit"] == whole["unit"] and 0 < part["value"] < whole["value"]
            same = fold(part["counted"] or "") == fold(whole["counted"] or "")
            if not fits or not same:
                continue
            true = 100 * part["value"] / whole["value"]
            if abs(true - share["value"]) <= _rounding(share):
                places = tuple(paper.row("figures", row) for row in (part, whole, share))
                expected = (
                    f"{number(part['value'])} / {number(whole['value'])} = "
                    f"{number(round(true, 2))}%"
                )
                return Found("consistent", places, expected, observed,
                             round(share["value"] - true, 2))  # fmt: skip
    places = (paper.row("figures", share),)
    return Found("not_checkable", places, None, observed, None, "no_denominator")


def _is_share_of(part: Row, wholes: Sequence[Row], share: Row) -> bool:
    """Whether the percentage is right for one of the earlier counts of the same unit."""
    return any(
        whole["unit"] == part["unit"] and whole["value"] > part["value"]
        and abs(100 * part["value"] / whole["value"] - share["value"]) <= _rounding(share)
        for whole in wholes
    )  # fmt: skip


def _rounding(share: Row) -> float:
    """Half of the last printed digit of a percentage."""
    printed = _PRINTED.search(share["quote"])
    return 0.5 * 10.0 ** -len((printed.group(1) or "") if printed else "")
