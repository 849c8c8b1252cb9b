"""Sentences that report nothing: questions, conditions, exercises, advice on law, offers."""

from __future__ import annotations

from pipeline.extract.figures.candidates import Candidate
from pipeline.extract.figures.passage import Passage
from pipeline.rulebook import Rulebook


def is_supposed(passage: Passage, candidate: Candidate, rules: Rulebook) -> bool:
    """``Nếu thưởng 10 triệu cho 500 người thì cần 5 tỷ``, ``Có phải 90% là lãnh đạo?``."""
    start, end = passage.sentence(candidate.start)
    folded = passage.folded
    if folded.startswith("?", end):
        asks = rules.pattern("figure.asks").regex
        return asks.search(folded, max(start, end - 200), end) is not None
    supposed = rules.pattern("figure.supposed").regex
    if supposed.match(folded, start, end):
        return True
    posed = rules.pattern("figure.posed")
    return passage.may_hold(posed) and posed.regex.search(folded) is not None
