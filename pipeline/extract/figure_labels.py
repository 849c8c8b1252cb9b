"""Figures that a label names instead of a noun: ``Có mặt: 13/15``, ``Công chức: 125``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.figure_candidates import Candidate
from pipeline.extract.figure_lexicon import FigureWords, figure_words
from pipeline.extract.figure_passage import Mask, Passage
from pipeline.grammar.numbers import Quantity
from pipeline.rulebook import Rulebook


def labelled(
    passage: Passage, found: Sequence[Candidate], rules: Rulebook, excluded: Mask
) -> Iterator[Candidate]:
    """Bare numbers behind a label of people or of attendance, where no other rule took them."""
    pattern = rules.pattern("figure.labelled")
    if not pattern.may_match(passage.folded):
        return
    words = figure_words(rules)
    taken = Mask(candidate.number for candidate in found)
    for hit in pattern.on(passage.folded).finditer(passage.folded):
        start = hit.start("number")
        end = hit.end("whole") if hit["whole"] else hit.end("number")
        if excluded.covers(start, end) or taken.covers(start, end):
            continue
        group = _people(passage, hit.start("label"), hit.end("label"), words)
        attends = rules.pattern("figure.attendance").regex.fullmatch(hit["label"]) is not None
        if not group and not attends:
            continue
        value = int(hit["number"].replace(".", ""))
        whole = int(hit["whole"].replace(".", "")) if hit["whole"] else None
        if whole is not None and whole < value:
            continue
        quantity = Quantity(
            start, end, value, passage.view[start:end], "ratio" if whole is not None else "plain",
            of_value=whole,
        )  # fmt: skip
        counted = None
        if group:
            counted = " ".join(passage.view[hit.start("label") : hit.end("label")].split())
        yield Candidate(
            hit.start("label"), end, (start, end), quantity, "count", counted, "people", "exact",
            "figure.labelled", 0.85,
        )  # fmt: skip


def _people(passage: Passage, start: int, end: int, words: FigureWords) -> bool:
    """Whether the label is nothing but a noun of people of two syllables or more."""
    index = passage.index_at(start)
    noun = words.nouns.at(passage.tokens, index)
    if noun is None or noun[1] != "people" or noun[0] < 2:
        return False
    return passage.tokens[index + noun[0] - 1].end >= end
