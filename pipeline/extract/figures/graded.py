"""Classes that leave their noun out beside their share: ``Giỏi 98 em (13%), Khá 301 (40,1%)``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.figures.candidates import Candidate
from pipeline.extract.figures.exclusions import Exclusions
from pipeline.extract.figures.passage import Mask, Passage
from pipeline.grammar.numbers import Quantity
from pipeline.rulebook import Rulebook

_ROUNDED = 0.06  # of a share with one decimal; the number itself is whole


def graded(
    passage: Passage, found: Sequence[Candidate], rules: Rulebook, excluded: Exclusions
) -> Iterator[Candidate]:
    """Bare numbers in a list behind a count and its share; only the arithmetic tells.

    The first count with its share gives the whole, of which each number has to be its own share.
    """
    opener, item = rules.pattern("figure.graded_first"), rules.pattern("figure.graded_next").regex
    if not passage.may_hold(opener):
        return
    taken = Mask(c.number for c in found if c.unit == "count")
    for first in found:
        share = opener.on(passage.folded).match(passage.folded, first.end)
        if share is None or first.unit != "count" or not first.group:
            continue
        portion = _share(share["share"])
        if not portion:
            continue
        whole = 100 * float(first.quantity.value) / portion
        position = share.end()
        while hit := item.match(passage.folded, position):
            position, span = hit.end(), hit.span("number")
            value = int(hit["number"].replace(".", ""))
            if taken.covers(*span) or excluded.covers(*span):
                break
            said = _share(hit["share"])
            slack = _ROUNDED + said * _ROUNDED / portion + (0.5 if "," not in hit["share"] else 0)
            if abs(100 * value / whole - said) > slack:
                break
            yield first._replace(
                start=hit.start("label"), end=span[1], number=span, qualifier="exact",
                quantity=Quantity(*span, value, hit["number"], "plain"),
                rule="figure.graded", confidence=0.9, role=None,
            )  # fmt: skip


def _share(digits: str) -> float:
    return float(digits.replace(",", "."))
