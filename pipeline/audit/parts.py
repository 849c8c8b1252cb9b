"""Totals against their parts: sums, parts that are larger than the whole, n of m."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.audit.model import Found, Paper, Place, Row, Verdict, number
from pipeline.audit.wording import exact, sentence
from pipeline.grammar.spelling import fold
from pipeline.rulebook.checks import Check

_SUBSET = regex.compile(
    r"(?<!\p{L})(?:trong đó|trong số|riêng|như|nhất là|tiêu biểu|kể cả)(?!\p{L})"
)
_ALL = regex.compile(r"(?<!\p{L})(?:gồm|bao gồm|cụ thể|chia ra|phân ra)(?!\p{L})|:")
# `572 em (nữ: 281 em; dân tộc: 43 em)`: the colon is that of the first part's own name.
_NAMED_IN_BRACKET = regex.compile(r"\(\s*(?!(?:bao )?gồm|cụ thể|chia ra|phân ra)[^():]{1,60}:\s*\Z")
_REST = regex.compile(r"(?<!\p{L})(?:số )?còn lại(?!\p{L})")
# `5.281/5.250 m3, đạt 100,6%`: more than all of it is of a plan
_FULFILLED = regex.compile(r"[^.;%\d]{0,40}(?:\s?m[23])?[^.;%\d]{0,40}1\d\d(?:[.,]\d+)?\s?%")
_ACTS = regex.compile(r"(?<!\p{L})lượt(?!\p{L})")
_IN_WHICH = regex.compile(r"^[^.;]{0,90}(?<!\p{L})trong đó[\s,:]*(?:có|là)?\s*\Z")
_END = regex.compile(r"[.;]\s")
# `trong đó có 15 cá nhân của năm trước`: counted, but not among those of the year.
_OF_BEFORE = regex.compile(
    r"[^.;,\d]{0,30}(?:năm|kỳ|quý|tháng|khóa|đợt)\s+(?:trước|cũ)(?!\p{L})"
    r"|[^.;,\d]{0,20}(?:của|từ)\s+năm\s+\d{4}|[^.;,\d]{0,20}(?:tồn|chuyển)\s+(?:từ|sang)"
)
# The words that open a whole enumeration right behind a count and its predicate.
_GIVEN = regex.compile(
    r"\A[^.;:()]{0,120}(?P<bracket>\()?\s{0,3}(?:,\s{0,3})?(?:bao gồm|gồm|cụ thể là|chia ra)"
    r"\s{0,3}:?\s{0,3}(?:có\s{1,3})?\Z"
)
# What stands behind a part that left its noun out: the next part, or the end of the list.
_ENDED = regex.compile(r"\s{0,3}(?:[,;](?!\d)|[.)](?!\d)|và(?!\p{L})|\Z)")
_OPEN_END = regex.compile(r"\.\.\.|…|v\.v|vân vân|(?:,|và)\s+(?:một số|nhiều|các|những)(?!\p{L})")
# What one and the same person or body may be besides: such parts are no partition with others.
_TRAITS = {
    "sex": regex.compile(r"(?<!\p{L})(?:nữ|nam|phụ nữ)(?!\p{L})(?!\s+(?:định|bộ))"),
    "party": regex.compile(r"(?<!\p{L})đảng viên(?!\p{L})"),
    "people": regex.compile(r"(?<!\p{L})(?:dân tộc|dtts|tôn giáo|công giáo)(?!\p{L})"),
    "age": regex.compile(r"(?<!\p{L})(?:tuổi|trẻ|thanh niên|cao tuổi)(?!\p{L})"),
    "schooling": regex.compile(r"(?<!\p{L})(?:trình độ|đại học|thạc sĩ|tiến sĩ|cao đẳng)(?!\p{L})"),
    "rank": regex.compile(r"(?<!\p{L})(?:lãnh đạo|quản lý|trực tiếp)(?!\p{L})"),
}
_APART = regex.compile(
    r"[;()]|\.\s|(?<!\p{L})(?:trong (?:số )?đó|riêng|còn lại|ngoài ra|đồng thời|bao gồm)(?!\p{L})"
)
_PIECE_END = regex.compile(r"[.;)\n,]")
_RUNS_ON = regex.compile(r"\s*(?:,|và|\.\.\.|…|v\.v)")
_TRAIT_REACH = 60  # letters behind a part that may tell of a trait
_AIM = regex.compile(r"chỉ tiêu|kế hoạch|mục tiêu|đăng ký|giao|vượt|gấp|tỷ lệ|tỉ lệ")


def breakdown_sum(paper: Paper, check: Check) -> Iterator[Found]:
    """A total against the sum of the parts that the text gives for it (`gồm`, `:`, `còn lại`)."""
    by_parent = _by_parent(paper)
    joined: set[str] = set()
    for total in paper.of("figures"):
        parts = by_parent.get(total["figure_id"], [])
        if not parts or total["figure_id"] in joined:
            continue
        wholes = _joint_wholes(paper, total, parts, by_parent)
        if len(wholes) > 1:
            joined.update(whole["figure_id"] for whole in wholes)
            parts = [p for whole in wholes for p in by_parent.get(whole["figure_id"], [])]
        if len(parts) > 1:
            yield _judge(paper, check, wholes, parts)
    yield from _shares_of_one(paper, check)
    yield from _enumerated(paper, check, by_parent)


def _enumerated(paper: Paper, check: Check, by_parent: dict[str, list[Row]]) -> Iterator[Found]:
    """``32 tập thể, cá nhân (gồm 12 tập thể và 20 cá nhân)``: all the counts up to the end."""
    figures = paper.of("figures")
    for at, total in enumerate(figures):
        if total["unit"] == "percent" or total["figure_id"] in by_parent:
            continue
        if total["rule"].startswith("figure_table.") or at + 2 >= len(figures):
            continue
        _, end = sentence(paper, total["start"], total["end"])
        opened = _GIVEN.search(fold(paper.text[total["end"] : figures[at + 1]["start"]]))
        bracket = paper.text.find(")", figures[at + 1]["end"]) if opened else -1
        if opened is None or figures[at + 1]["start"] >= end:
            continue
        if opened.group("bracket"):
            end = min(end, bracket if bracket >= 0 else end)
        parts = [f for f in figures[at + 1 :] if f["start"] < end]
        named = fold(total["counted"] or "")
        nouns = [fold(part["counted"] or "") for part in parts]
        fits = all(
            part["unit"] == total["unit"] and exact(part) and part["of_value"] is None
            and bool(noun) == bool(named) and (noun in named or noun.startswith(named))
            and part["parent_figure_id"] is None
            for part, noun in zip(parts, nouns, strict=True)
        )  # fmt: skip
        if len(parts) < 2 or not fits or not exact(total):
            continue
        values = [part["value"] for part in parts]
        if abs(sum(values) - total["value"]) > check.tolerance:
            run = _run_that_fits(values, total["value"], check.tolerance)
            if run is not None and run.start == 0:
                # the sentence goes on with something else, or the slip is as large as one part
                yield Found("not_checkable", _places(paper, [total], parts), number(total["value"]),
                            _sum(values), None, "not_exhaustive")  # fmt: skip
                continue
        difference = sum(values) - total["value"]
        places = _places(paper, [total], parts)
        verdict: Verdict = "consistent" if abs(difference) <= check.tolerance else "contradiction"
        if verdict == "contradiction" and _OPEN_END.search(
            fold(paper.text[parts[-1]["end"] : end + 1])
        ):
            yield Found("not_checkable", places, number(total["value"]), _sum(values), None,
                        "not_exhaustive")  # fmt: skip
            continue
        if verdict == "contradiction" and _overlap(paper, parts):
            yield Found("not_checkable", places, number(total["value"]), _sum(values), None,
                        "overlapping")  # fmt: skip
            continue
        yield Found(verdict, places, number(total["value"]), _sum(values), difference)


def _shares_of_one(paper: Paper, check: Check) -> Iterator[Found]:
    """``70/139 ..., 63/139 ..., 06/139 ...``: neighbours of one m that add up to it.

    Told where they do only: shares of one m need not be all of it, so none is ever wrong.
    """
    run: list[Row] = []
    for figure in [*paper.of("figures"), None]:
        if figure is not None and figure["unit"] == "percent":
            continue
        same = (
            run and figure is not None and figure["of_value"] == run[0]["of_value"]
            and fold(figure["counted"] or "") == fold(run[0]["counted"] or "")
        )  # fmt: skip
        if not same:
            total = sum(part["value"] for part in run)
            if len(run) > 1 and abs(total - run[0]["of_value"]) <= check.tolerance:
                places = tuple(paper.row("figures", part) for part in run)
                values = [part["value"] for part in run]
                yield Found("consistent", places, number(run[0]["of_value"]), _sum(values), 0.0)
            run = []
        if figure is not None and figure["of_value"] is not None:
            run.append(figure)


def part_le_whole(paper: Paper, check: Check) -> Iterator[Found]:
    """A part against its whole, the n of n/m against the m: never more."""
    known = {figure["figure_id"]: figure for figure in paper.of("figures")}
    by_parent = _by_parent(paper)
    yield from _larger(paper, check)
    for figure in paper.of("figures"):
        of_value = figure["of_value"]
        if of_value is not None:
            yield _ratio(paper, check, figure, of_value)
        parent = known.get(figure["parent_figure_id"] or "")
        if parent is None or figure["unit"] == "percent":
            continue
        places = (paper.row("figures", parent), paper.row("figures", figure))
        expected, observed = f"≤ {number(parent['value'])}", number(figure["value"])
        siblings = by_parent[parent["figure_id"]]
        if _counts_acts(parent) != _counts_acts(figure):
            yield Found("not_checkable", places, expected, observed, None, "other_nouns")
        elif not (exact(parent) and exact(figure)):
            yield Found("not_checkable", places, expected, observed, None, "not_exact")
        elif figure["value"] <= parent["value"] + check.tolerance:
            yield Found("consistent", places, expected, observed)
        elif len(_joint_wholes(paper, parent, siblings, by_parent)) == 1:
            # What is more than one total may be part of several: only the sum tells then.
            yield Found("not_checkable", places, expected, observed, None, "not_exhaustive")


def _larger(paper: Paper, check: Check) -> Iterator[Found]:
    """`12 cá nhân ..., trong đó có 15 cá nhân nữ`: such a part is linked to no total."""
    figures = paper.of("figures")
    for at in range(1, len(figures)):
        whole, part = figures[at - 1], figures[at]
        gap = fold(paper.text[whole["end"] : part["start"]])
        same = (
            whole["unit"] == part["unit"] == "count" and exact(whole) and exact(part)
            and fold(whole["counted"] or "") == fold(part["counted"] or "")
        )  # fmt: skip
        if not same or not _IN_WHICH.search(gap):
            continue
        begin, _ = sentence(paper, whole["start"], whole["end"])
        larger = any(
            begin <= f["start"] < whole["start"] and f["value"] >= part["value"] for f in figures
        )
        if begin <= whole["start"] and part["value"] > whole["value"] + check.tolerance:
            places = (paper.row("figures", whole), paper.row("figures", part))
            expected, observed = f"≤ {number(whole['value'])}", number(part["value"])
            after = fold(paper.text[part["end"] : part["end"] + _TRAIT_REACH])
            if larger or _END.search(gap) or _OF_BEFORE.match(after):
                yield Found("not_checkable", places, expected, observed, None, "not_exhaustive")
            else:
                yield Found("contradiction", places, expected, observed,
                            part["value"] - whole["value"])  # fmt: skip


def _by_parent(paper: Paper) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for figure in paper.of("figures"):
        if figure["parent_figure_id"] is not None:
            found.setdefault(figure["parent_figure_id"], []).append(figure)
    return found


def _joint_wholes(
    paper: Paper, total: Row, parts: Sequence[Row], by_parent: dict[str, list[Row]]
) -> list[Row]:
    """The totals that share their parts (`09 sở và 26 xã, trong đó 33 ..., 02 ...`), or one."""
    if all(part["value"] <= total["value"] for part in parts):
        return [total]
    first = min(part["start"] for part in parts)
    return [
        figure for figure in paper.of("figures")
        if total["start"] <= figure["start"] < first and figure["unit"] == total["unit"]
        and (figure is total or (figure["role"] == "total" and figure["figure_id"] in by_parent))
    ]  # fmt: skip


def _judge(paper: Paper, check: Check, wholes: Sequence[Row], parts: Sequence[Row]) -> Found:
    parts = sorted(parts, key=lambda part: int(part["start"]))
    expected = sum(whole["value"] for whole in wholes)
    values = [part["value"] for part in parts]
    shown, chosen = sum(values), parts
    places = _places(paper, wholes, parts)
    if not all(exact(figure) for figure in [*wholes, *parts]):
        return Found("not_checkable", places, number(expected), _sum(values), None, "not_exact")
    if abs(shown - expected) > check.tolerance:
        run = _run_that_fits(values, expected, check.tolerance)
        if run is not None and (
            not _open(paper, wholes, parts) or not _stands_apart(paper, parts, run)
        ):
            # these are all or one even row of parts: the slip may be one part, or the last is none
            return Found("not_checkable", places, number(expected), _sum(values), None,
                         "not_exhaustive")  # fmt: skip
        if run is not None:
            chosen, values, shown = parts[run], values[run], expected
            places = _places(paper, wholes, chosen)
    if abs(shown - expected) <= check.tolerance:
        return Found("consistent", places, number(expected), _sum(values), 0.0)
    reason = _open(paper, wholes, parts)
    if reason:
        return Found("not_checkable", places, number(expected), _sum(values), None, reason)
    return Found("contradiction", places, number(expected), _sum(values), shown - expected)


def _stands_apart(paper: Paper, parts: Sequence[Row], run: slice) -> bool:
    """Whether words set the parts outside a run apart from it: `trong đó ký mới 5; 34 và 36`.

    In one even row of parts (`10, 20, 5` of 30) nobody can tell the slip from the parts.
    """
    edges = [at for at in (run.start, run.stop) if 0 < at < len(parts)]
    return all(
        _APART.search(fold(paper.text[parts[at - 1]["end"] : parts[at]["start"]])) for at in edges
    )


def _open(paper: Paper, wholes: Sequence[Row], parts: Sequence[Row]) -> str:
    """Why the parts need not add up to the whole; "" if the text says that these are all."""
    figures = [*wholes, *parts]
    if len(wholes) > 1 or any(part["unit"] != wholes[0]["unit"] for part in parts):
        return "not_exhaustive"
    if wholes[0]["unit"] == "percent":
        return "shares_of_what"  # `96 %, trong đó 50 %`: of all, or of the 96
    if any(
        part["rule"] == "figure.elided" and not _ENDED.match(paper.text, part["end"])
        for part in parts
    ):
        return "not_exhaustive"  # `làm lợi 12,5 tỷ`: the last of them counts something else
    acts = {_counts_acts(figure) for figure in figures}
    nouns = {fold(f["counted"] or "") for f in figures}
    if len(acts) > 1:
        return "other_nouns"
    first, last = parts[0], parts[-1]
    between = fold(paper.text[wholes[0]["end"] : first["start"]])
    before_last = fold(paper.text[parts[-2]["end"] : last["start"]])
    inside = [
        f for f in paper.of("figures")
        if wholes[0]["end"] <= f["start"] < last["end"] and f not in parts
        and f["unit"] == wholes[0]["unit"]
    ]  # fmt: skip
    if _REST.search(before_last) and last["start"] > wholes[0]["start"]:
        return "" if len(parts) == 2 and not inside else "not_exhaustive"
    begin, end = sentence(paper, wholes[0]["start"], wholes[0]["end"])
    if last["start"] > end or first["start"] < begin or inside:
        return "not_exhaustive"
    if _NAMED_IN_BRACKET.search(between) or len(nouns) > 1:
        return "not_exhaustive"
    if _SUBSET.search(between) or not _ALL.search(between):
        return "not_exhaustive"
    if _overlap(paper, parts):
        return "overlapping"
    tail = fold(paper.text[last["end"] : last["end"] + 40])
    if _RUNS_ON.match(tail):
        return "not_exhaustive"  # the list goes on with what was not read as a figure
    return ""


def _overlap(paper: Paper, parts: Sequence[Row]) -> bool:
    """Some parts are told by a trait (nữ, đảng viên) that the others need not lack."""
    kinds = set()
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        end = part["end"] + _TRAIT_REACH
        end = min(end, following["start"]) if following is not None else end
        words = _PIECE_END.split(fold(paper.text[part["start"] : end]), maxsplit=1)[0]
        kinds.add(frozenset(kind for kind, trait in _TRAITS.items() if trait.search(words)))
    return kinds != {frozenset()} and not any(len(kinds) == 1 and len(kind) == 1 for kind in kinds)


def _counts_acts(figure: Row) -> bool:
    """Whether a figure counts acts (`lượt`), which are never compared with heads."""
    return _ACTS.search(fold(figure["counted"] or "")) is not None


def _run_that_fits(values: Sequence[float], expected: float, tolerance: float) -> slice | None:
    """Neighbouring parts, two or more, that add up to the whole (`trong đó ký mới 5; 34, 36`)."""
    for first in range(len(values)):
        shown = 0.0
        for last in range(first, len(values)):
            shown += values[last]
            if last > first and abs(shown - expected) <= tolerance:
                return slice(first, last + 1)
    return None


def _ratio(paper: Paper, check: Check, figure: Row, of_value: float) -> Found:
    places = (paper.row("figures", figure),)
    expected, observed = f"≤ {number(of_value)}", number(figure["value"])
    if figure["value"] <= of_value + check.tolerance:
        return Found("consistent", places, expected, observed)
    begin, end = sentence(paper, figure["start"], figure["end"])
    is_of_plan = (
        figure["rule"] == "figure.reached"
        or figure["unit"] == "vnd"
        or figure["rule"] == "figure.measure"  # `lúa 40/38 ha`: nobody has hectares of hectares
        or _FULFILLED.match(fold(paper.text[figure["end"] : end]))
        or _AIM.search(fold(paper.text[begin:end]))
    )
    if not exact(figure) or is_of_plan:
        return Found("not_checkable", places, expected, observed, None, "over_fulfilled")
    return Found("contradiction", places, expected, observed, figure["value"] - of_value)


def _places(paper: Paper, wholes: Sequence[Row], parts: Sequence[Row]) -> tuple[Place, ...]:
    return tuple(_place(paper, figure) for figure in [*wholes, *parts])


def _place(paper: Paper, figure: Row) -> Place:
    """A figure as evidence: parts without noun are doubted for their sum, which is judged here."""
    place = paper.row("figures", figure)
    if figure["rule"] == "figure.elided":
        return replace(place, sure=paper.read(figure["start"]))
    return place


def _sum(values: Sequence[float]) -> str:
    """`34 + 36 = 70`; of many parts the number of them."""
    shown = number(sum(values))
    if len(values) > 8:
        return f"{shown} ({len(values)} ×)"
    return f"{' + '.join(map(number, values))} = {shown}"
