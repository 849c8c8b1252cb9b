"""Amounts of money: digits against words, price times number against the sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.audit.model import Found, Paper, Row, number
from pipeline.audit.wording import exact
from pipeline.grammar.numbers import parse_vietnamese_words
from pipeline.grammar.spelling import fold
from pipeline.rulebook.checks import Check

_WORDS = regex.compile(
    r"\s*+[(,;:]?\s*+(?P<said>(?:số tiền\s+)?(?:viết\s+)?bằng chữ\s*:?\s*)?"
    r"(?P<words>\p{L}[\p{L}\s,]{4,250}?(?:đồng|chẵn))(?!\p{L})"
)
_CLOSED = regex.compile(r"(?:\s{0,3}chẵn)?\s{0,3}(?:[.);,/]|\Z)")
_SIGNS = (
    regex.compile(r"\s{0,3}[x×X*]\s{0,3}"),
    regex.compile(r"\s{0,3}(?:/\s?\p{L}{1,12}(?:\s\p{L}{1,12})?)?\s{0,3}=\s{0,3}"),
)
_EACH = regex.compile(r"đ(?:ồng)?\s*/\s*(?P<noun>\p{L}+(?:\s\p{L}+)?)")
_SUM = regex.compile(r"(?<!\p{L})tổng(?!\p{L})")
# The sum of the money awards before it, and of nothing else.
_SUM_OF_IT = regex.compile(
    r"(?<!\p{L})tổng(?:\s+(?:cộng|số|tiền|mức|trị|giá|kinh|phí|chi|thưởng|khen|tặng|giải|hỗ|trợ|"
    r"thành|là|bằng|của|các|trên))*\s*:?\s*\Z"
)
_PRICE_REACH = 400  # letters between a price and the sum that is made of it


def amount_in_words(paper: Paper, check: Check) -> Iterator[Found]:
    """`33.600.000 đồng (ba mươi ba triệu ...)`: the digits against the words behind them."""
    for figure in paper.of("figures"):
        if figure["unit"] != "vnd" or not exact(figure):
            continue
        behind = fold(paper.text[figure["end"] : figure["end"] + 320]).replace("\n", " ")
        hit = _WORDS.match(behind)
        if hit is None or (hit.group("said") is None and "(" not in behind[: hit.start("words")]):
            continue
        if not _CLOSED.match(behind, hit.end()):
            continue  # `(hai mươi triệu đồng mỗi đơn vị)` tells something else
        said = parse_vietnamese_words(hit.group("words"), paper.rules)
        start = figure["end"] + hit.start("words")
        places = (
            paper.row("figures", figure), paper.span(start, figure["end"] + hit.end("words")),
        )  # fmt: skip
        observed = number(figure["value"])
        if said is None:
            if hit.group("said") is not None:
                yield Found("not_checkable", places, None, observed, None, "words_unread")
            continue
        difference = figure["value"] - said
        verdict = "consistent" if abs(difference) <= check.tolerance else "contradiction"
        yield Found(verdict, places, number(said), observed, difference)  # type: ignore[arg-type]


def amount_product(paper: Paper, check: Check) -> Iterator[Found]:
    """`mức thưởng X đồng/người` times the number of people against the sum that follows."""
    figures = paper.of("figures")
    yield from _written_out(paper, check, figures)
    prices: list[tuple[Row, str]] = []
    for at, figure in enumerate(figures):
        if figure["unit"] != "vnd" or not exact(figure):
            continue
        gap = paper.text[prices[-1][0]["end"] : figure["start"]] if prices else ""
        each = _EACH.search(fold(paper.text[figure["start"] : figure["end"] + 20]))
        if each is not None:
            if len(gap) > _PRICE_REACH:
                prices = []
            prices.append((figure, each.group("noun")))
            continue
        if prices and len(gap) <= _PRICE_REACH and _SUM.search(fold(gap)):
            found = _product(paper, check, prices, figures[:at], figure)
            if found.verdict == "contradiction" and not _SUM_OF_IT.search(fold(gap)):
                found = replace(found, verdict="not_checkable", reason="other_sum", difference=None)
            yield found
        prices = []


def _written_out(paper: Paper, check: Check, figures: Sequence[Row]) -> Iterator[Found]:
    """``60 cá nhân x 1.500.000 đồng = 90.000.000 đồng``."""
    for at in range(len(figures) - 2):
        count, price, total = figures[at : at + 3]
        if not (count["unit"] == "count" and price["unit"] == total["unit"] == "vnd"):
            continue
        gaps = (paper.text[a["end"] : b["start"]] for a, b in ((count, price), (price, total)))
        if not all(sign.fullmatch(gap) for sign, gap in zip(_SIGNS, gaps, strict=True)):
            continue
        rows = (count, price, total)
        places = tuple(paper.row("figures", row) for row in rows)
        made = count["value"] * price["value"]
        expected = f"{number(count['value'])} × {number(price['value'])} = {number(made)}"
        observed, difference = number(total["value"]), total["value"] - made
        if abs(difference) <= check.tolerance:
            yield Found("consistent", places, expected, observed, difference)
        elif all(map(exact, rows)):
            yield Found("contradiction", places, expected, observed, difference)
        else:
            yield Found("not_checkable", places, expected, observed, None, "not_exact")


def _product(
    paper: Paper, check: Check, prices: Sequence[tuple[Row, str]], before: Sequence[Row], total: Row
) -> Found:
    """Each price with the count of its noun; several prices of one noun take the last counts."""
    first = prices[0][0]["start"]
    pairs: list[tuple[Row, Row]] = []
    sole = exact(total)
    for noun in dict.fromkeys(noun for _, noun in prices):
        own = [price for price, named in prices if named == noun]
        counts = [
            f for f in before
            if f["unit"] == "count" and exact(f) and f["end"] <= first
            and fold(f["counted"] or "").startswith(noun)
        ]  # fmt: skip
        sole = sole and len(own) == 1 and len({f["value"] for f in counts}) == 1
        pairs += zip(counts[-len(own) :], own, strict=False)
    rows = [*(count for count, _ in pairs), *(price for price, _ in prices), total]
    places = tuple(paper.row("figures", row) for row in rows)
    observed = number(total["value"])
    if len(pairs) != len(prices):
        return Found("not_checkable", places, None, observed, None, "no_number")
    made = sum(count["value"] * price["value"] for count, price in pairs)
    terms = " + ".join(f"{number(c['value'])} × {number(p['value'])}" for c, p in pairs)
    expected, difference = f"{terms} = {number(made)}", total["value"] - made
    if abs(difference) <= check.tolerance:
        return Found("consistent", places, expected, observed, difference)
    if not sole:
        return Found("not_checkable", places, expected, observed, None, "no_number")
    return Found("contradiction", places, expected, observed, difference)
