"""Words that make a figure a total: ``tổng số``, ``lũy kế``, the label above an amount."""

from __future__ import annotations

from pipeline.extract.figures.candidates import Candidate
from pipeline.extract.figures.passage import Passage
from pipeline.grammar.spelling import fold
from pipeline.rulebook import Rulebook


def is_total(passage: Passage, candidate: Candidate, previous_end: int, rules: Rulebook) -> bool:
    """``tổng số`` since the figure before, or a sentence that begins with ``lũy kế``.

    In ``tổng kinh phí của 12 chi hội là 35 triệu đồng`` the total is the money of the twelve.
    """
    sentence = passage.sentence(candidate.start)[0]
    clause = passage.clause(candidate.start)[0]
    since = max(clause, previous_end)
    before = passage.folded[since : candidate.number[0]]
    if rules.pattern("counts.said_totals_changed").regex.search(before):
        return False
    whole_of = rules.pattern("counts.said_totals_of").regex
    if whole_of.search(passage.folded[clause : candidate.start]):
        return True
    said = rules.pattern("figure.total").regex.search(before)
    if said is not None and rules.pattern("counts.said_totals_whose").regex.search(before):
        return False
    if said is not None:  # `Trong tổng vốn đăng ký, vốn mới đạt 12 tỷ đồng` is some of it
        return not (before[: said.start()].endswith("trong ") and "," in before[said.end() :])
    opening = passage.folded[sentence : candidate.start]
    return rules.pattern("figure.cumulative").regex.match(opening) is not None


def is_below_total(
    passage: Passage, candidate: Candidate, path: tuple[str, ...], rules: Rulebook
) -> bool:
    """``1. Tổng thu ngân sách:`` | ``22.924 triệu đồng``: the amount stands below its label."""
    label = path[-1].rstrip() if path else ""
    if not label.endswith(":") or passage.view[: candidate.start].strip():
        return False
    return rules.pattern("figure.total").regex.search(fold(label)) is not None


def is_running_total(
    passage: Passage, candidate: Candidate, previous_end: int, rules: Rulebook
) -> bool:
    """``dự kiến có 45 hộ, lũy kế có 137 hộ``: an aim of a figure before does not hold on."""
    since = max(passage.clause(candidate.start)[0], previous_end)
    words = passage.folded[since : candidate.number[0]]
    return since == previous_end and bool(rules.pattern("figure.cumulative").regex.search(words))
