"""Find stretches typed without any marks (telexes, old mails) and tell how they would be spelled.

The spelled text is for reading only: it is as long as the printed one, so that every span found in
it stands at the same place of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.grammar.lost_marks import TOKEN, known_pairs, with_marks
from pipeline.model import Line, Text
from pipeline.normalise.stretches import may_be_unmarked, unmarked_stretches
from pipeline.rulebook import Rulebook

MARKS_LOST = "marks_lost"  # the defect of a text that was spelled out

_KNOWN = 0.3  # of the pairs of neighbours; below it the text is English, names or codes
_FEWEST_KNOWN = 10  # pairs: among numbers and codes there are few, and a share of few says nothing
_AMONG_NUMBERS = 1 / 3  # of as many numbers: places in a column of figures are no sentences
_SEEN = regex.compile(rf"{TOKEN.pattern}|_")
_WRAPPED = 24  # letters of a line behind which a sentence goes on in the next
_SENTENCE_ENDS = (".", ";", ":")

Span = tuple[int, int]


def spelled_out(text: Text, rules: Rulebook) -> Text:
    """The text as it would be spelled; the same value where nothing is typed without marks."""
    if MARKS_LOST in text.defects or not may_be_unmarked(text.text):
        return text
    printed = text.text
    spelled: list[str] = []
    at = 0
    for stretch in unmarked_stretches(text):
        if not _is_vietnamese(printed, stretch, rules):
            continue
        paragraphs = [_tokens(printed, lines) for lines in _paragraphs(printed, stretch)]
        words = [[printed[start:end] for start, end in spans] for spans in paragraphs]
        for spans, tokens in zip(paragraphs, words, strict=True):
            for (start, end), word in zip(spans, with_marks(tokens, rules), strict=True):
                spelled += [printed[at:start], word]
                at = end
    if not spelled:
        return text
    spelled.append(printed[at:])
    return replace(text, text="".join(spelled), defects=(*text.defects, MARKS_LOST))


def _is_vietnamese(printed: str, stretch: Sequence[Line], rules: Rulebook) -> bool:
    """Whether the rules know enough of the neighbours; parts of a code (`don_vi`) are none."""
    sentences: list[list[str]] = [
        [token for line in lines for token in _SEEN.findall(printed, line.start, line.end)]
        for lines in _paragraphs(printed, stretch)
    ]
    known, pairs = known_pairs(sentences, rules)
    numbers = sum(token.isdigit() for tokens in sentences for token in tokens)
    return known >= max(_FEWEST_KNOWN, pairs * _KNOWN, numbers * _AMONG_NUMBERS)


def _paragraphs(printed: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines together over which a sentence runs."""
    together: list[Line] = []
    for line in lines:
        if together:
            before = printed[together[-1].start : together[-1].end].rstrip()
            runs_on = len(before) >= _WRAPPED and not before.endswith(_SENTENCE_ENDS)
            if not runs_on or line.cell is not None or line.start == line.end:
                yield together
                together = []
        together.append(line)
    if together:
        yield together


def _tokens(printed: str, lines: Sequence[Line]) -> list[Span]:
    return [
        token.span() for line in lines for token in TOKEN.finditer(printed, line.start, line.end)
    ]
