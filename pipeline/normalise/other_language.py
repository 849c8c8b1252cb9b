"""Find stretches in another language: what the rules of Vietnamese find there is doubtful."""

from __future__ import annotations

import regex

from pipeline.model import Text
from pipeline.normalise.stretches import may_be_unmarked, unmarked_stretches
from pipeline.read.text_layer import is_syllable

OTHER_LANGUAGE = "other_language"  # the defect of a text that is for the most part in one
_WORD = regex.compile(r"\p{L}{3,}+")  # shorter ones are units and codes, alike in all languages
_FEWEST_WORDS = 25
_SYLLABLES = 0.6  # of English words 0.3 to 0.4 are written like a syllable, of Vietnamese ones all

Span = tuple[int, int]


def other_language(text: Text) -> tuple[Span, ...]:
    """Spans of the lines that are written in another language, in order; offsets into the text.

    A stretch without any mark is in another language where too few of its words could be
    Vietnamese syllables; telexes and names typed without marks are not.
    """
    if not may_be_unmarked(text.text):
        return ()
    spans = [(lines[0].start, lines[-1].end) for lines in unmarked_stretches(text)]
    return tuple(span for span in spans if _is_other(text.text, span))


def is_mostly(text: Text, spans: tuple[Span, ...]) -> bool:
    """Whether more words stand in the spans than beside them."""
    if not spans:
        return False
    within = sum(len(_WORD.findall(text.text, start, end)) for start, end in spans)
    return within * 2 > len(_WORD.findall(text.text))


def _is_other(printed: str, span: Span) -> bool:
    words = _WORD.findall(printed, *span)
    if len(words) < _FEWEST_WORDS:
        return False
    return sum(is_syllable(word) for word in words) < len(words) * _SYLLABLES
