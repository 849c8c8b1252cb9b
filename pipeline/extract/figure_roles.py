"""Result, target or total, as far as the words before a figure and the headings above it say."""

from __future__ import annotations

from typing import Literal

from pipeline.extract.figure_candidates import Candidate
from pipeline.extract.figure_passage import Passage
from pipeline.grammar.spelling import fold
from pipeline.rulebook import Rulebook

Role = Literal["result", "target", "total", "part"]


def role_of(
    passage: Passage,
    candidate: Candidate,
    previous_end: int,
    path: tuple[str, ...],
    rules: Rulebook,
    *,
    is_plan: bool,
) -> Role:
    """The role that a figure has by itself; what totals and parts do to each other comes later.

    :param previous_end: where the words of the figure before it end in the view, or 0
    :param path: headings above the block, outermost first
    :param is_plan: the document is a plan, whose counts are targets unless the words say otherwise
    """
    if candidate.role == "total" or (
        candidate.unit != "percent" and _is_total(passage, candidate, previous_end, rules)
    ):
        return "total"
    if candidate.role == "part":
        return "part"
    return "target" if _is_target(passage, candidate, path, rules, is_plan=is_plan) else "result"


def _is_total(passage: Passage, candidate: Candidate, previous_end: int, rules: Rulebook) -> bool:
    """``tổng số`` since the figure before, or a sentence that begins with ``lũy kế``."""
    sentence = passage.sentence(candidate.start)[0]
    clause = passage.clause(candidate.start)[0]
    since = max(clause, previous_end)
    before = passage.folded[since : candidate.number[0]]
    if rules.pattern("figure.total").regex.search(before) is not None:
        return True
    opening = passage.folded[sentence : candidate.start]
    return rules.pattern("figure.cumulative").regex.match(opening) is not None


def _is_target(
    passage: Passage, candidate: Candidate, path: tuple[str, ...], rules: Rulebook, *, is_plan: bool
) -> bool:
    """The nearest strong word decides, then the headings, then the kind of paper."""
    sentence, clause = passage.sentence(candidate.start)[0], passage.clause(candidate.start)[0]
    after = passage.folded[candidate.number[1] : candidate.number[1] + 40]
    if candidate.unit == "percent" and rules.pattern("figure.of_plan").regex.match(after):
        return False
    cue = rules.pattern("figure.role_cue").regex
    cues = list(cue.finditer(passage.folded, clause, candidate.number[0]))
    if cues:
        return cues[-1]["target"] is not None
    opening = rules.pattern("figure.target_list").regex.match(passage.folded, sentence, clause)
    if opening is not None:
        return True  # `Phấn đấu: a; b; c` holds for every item
    for heading in reversed(path):
        named = list(rules.pattern("figure.heading_cue").regex.finditer(fold(heading)))
        if named:
            return named[-1]["target"] is not None
    return is_plan
