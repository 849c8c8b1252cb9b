"""How the name of a body as a citation prints it stands to the name in a paper's head."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pipeline.grammar.spelling import fold
from pipeline.layout.pieces import without_marks
from pipeline.resolve.papers import Paper
from pipeline.resolve.units import begins_unit, read_chain
from pipeline.rulebook.derived import derived

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

# one name | one may be the other shortened | names of two bodies
NameRelation = Literal["same", "part", "other"]

# Organs that sign for the body whose name follows (Ban Thường vụ Liên đoàn Lao động tỉnh).
_ORGANS = (
    "ban thường vụ", "ban chấp hành", "ban thường trực", "thường trực", "đoàn chủ tịch",
    "hội đồng thành viên", "hội đồng quản trị", "ban giám đốc", "ban lãnh đạo", "thủ trưởng",
)  # fmt: skip
_GRASSROOTS = "cong doan co so"  # the union of a firm, whose name mostly leaves `cơ sở` out
_LONGEST = 7  # words of a post


def relate_names(named: str, paper: Paper, rules: Rulebook) -> NameRelation:
    """Whether a body named with a citation is the one in a paper's head, its area aside.

    Marks, short forms, and the post or organ that stands for the body (Giám đốc Sở X, Ban Thường
    vụ Liên đoàn X) make no difference; an inner unit may be named with the body above it.
    """
    theirs, whole = body_words(paper.issuer, rules), body_words(paper.scope, rules)
    relation: NameRelation = "other"
    for ours in _without_leads(body_words(named, rules), rules):
        if not ours or not theirs:
            return "part"
        for words in _without_leads(theirs, rules):
            if ours == words or (len(ours) > len(theirs) and whole[: len(ours)] == ours):
                return "same"
            if _in_order(ours, words) or ours[: len(words)] == words:
                relation = "part"
    return relation


def body_words(text: str, rules: Rulebook) -> tuple[str, ...]:
    """The words of a body's name, marks aside: short forms written out, provinces and the words of
    ranks (tỉnh, huyện) left out."""
    units = read_chain(text, None, rules, merged=False).units
    name = " ".join(unit.key for unit in units if not unit.is_area)
    return tuple(name.replace(_GRASSROOTS, "cong doan").split())


def _without_leads(words: tuple[str, ...], rules: Rulebook) -> list[tuple[str, ...]]:
    """The name, and what is left of it without a post or organ that stands before it."""
    leads = _leads(rules)
    found = [words]
    for name in found:
        for end in range(1, min(_LONGEST, len(name))):
            if name[:end] in leads and begins_unit(" ".join(name[end:]), rules):
                found.append(name[end:])
    return found


def _in_order(some: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """All of some words stand among the others, in their order."""
    rest = iter(words)
    return all(word in rest for word in some)


@derived
def _leads(rules: Rulebook) -> frozenset[tuple[str, ...]]:
    """Words of the posts and organs that stand before the name of the body they belong to."""
    posts = rules.lexicon("positions").column("term")
    return frozenset(tuple(without_marks(fold(term)).split()) for term in (*posts, *_ORGANS))
