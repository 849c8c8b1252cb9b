"""How the text stands to a document it cites: basis, carried out, amended, replaced, or named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

Relation = Literal["basis", "implements", "amends", "replaces", "refers"]

_REACH = 180  # letters before a citation that may say what is done to it
_EXPIRY_REACH = 500  # letters behind a citation in which its clause may end its force
_VERBS: tuple[Relation, ...] = ("replaces", "amends", "implements")


def relation_of(
    view: str,
    start: int,
    before_ends: int | None,
    is_basis: bool,
    rules: Rulebook,
    before: Relation | None = None,
) -> Relation:
    """How the text stands to the document cited at ``start``.

    What another document does to it (``Nghị định A sửa đổi Nghị định B``) is not what this one
    does: there only the basis counts.

    :param before_ends: where number, date and issuer of the citation before end in the view
    :param before: how the text stands to that one
    :param is_basis: the block is one of the legal basis
    """
    opened = is_basis or (
        rules.pattern("citation.basis").regex.match(view) is not None
        and rules.pattern("citation.sentence_end").regex.search(view, 0, start + 1) is None
        and rules.pattern("citation.basis_over").regex.search(view, 0, start) is None
    )
    if opened:
        return "basis"
    floor = max(0, start - _REACH)
    for relation in _VERBS:
        verb = _last(f"citation.{relation}", view[floor:start], rules)
        if verb is None:
            continue
        if before is not None and before_ends is not None and floor + verb < before_ends:
            return before if before != "basis" else relation  # one verb is said of both
        if _is_of_another(view, floor + verb, before_ends, rules):
            return "refers"
        return relation
    return "refers"


def is_carried_on(view: str, end: int, start: int, core_end: int, rules: Rulebook) -> bool:
    """Whether ``Thực hiện A về ..., B`` names B as the next paper that is carried out.

    :param end: where number, date and issuer of A end in the view
    :param start: where the citation of B begins
    :param core_end: where its number, date and issuer end
    """
    if not rules.pattern("citation.carried_on").regex.match(view[end:start]):
        return False
    return rules.pattern("citation.subject_of").regex.match(view, core_end) is None


def expires(view: str, start: int, core_end: int, rules: Rulebook) -> bool:
    """Whether the sentence that the citation opens ends its force: ``A hết hiệu lực kể từ ngày
    Thông tư này có hiệu lực``.
    """
    if not rules.pattern("citation.opens_sentence").regex.search(view[max(0, start - 40) : start]):
        return False
    if rules.pattern("citation.repealed").regex.match(view, core_end):
        return True
    over = rules.pattern("citation.clause_end").regex.search(view, core_end)
    end = over.end() if over is not None else len(view)
    hit = rules.pattern("citation.expires").regex.search(view, core_end, end)
    return hit is not None and hit.start() - core_end <= _EXPIRY_REACH


def _last(rule: str, words: str, rules: Rulebook) -> int | None:
    """Where the verb nearest to the citation begins."""
    pattern = rules.pattern(rule)
    hit = pattern.search(words)
    at = None
    while hit is not None:
        at, hit = hit.start(), pattern.on(words).search(words, hit.start() + 1)
    return at


def _is_of_another(view: str, verb: int, before_ends: int | None, rules: Rulebook) -> bool:
    """Whether the verb belongs to another document: the one cited before, or one named only."""
    if rules.pattern("citation.own_paper").regex.search(view[max(0, verb - _REACH) : verb]):
        return False
    if before_ends is not None and before_ends <= verb:
        gap = view[before_ends:verb]
        if rules.pattern("citation.goes_on").regex.fullmatch(gap):
            return True
    named = view[max(0, verb - _REACH) : verb]
    return rules.pattern("citation.other_paper").regex.search(named) is not None
