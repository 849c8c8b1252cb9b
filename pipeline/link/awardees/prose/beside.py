"""Who stands beside the subject of a sentence: whom it only tells of, leads, quotes or outlives."""

from __future__ import annotations

import regex

from pipeline.link.awardees.recipients.names import Named
from pipeline.rulebook import Rulebook

_IN_QUOTES = regex.compile(r"[^“”]{0,200}”")
_LEAD = 40  # letters before a name with its word of address


def names_another(view: str, named: Named, offset: int, received: int, rules: Rulebook) -> bool:
    """Is somebody else than the one read the one before `được`?

    `Ông A chúc mừng bà B được tặng X`, `Ông A cho biết Phòng B được tặng X`,
    `Ông A trao giải cho các tác giả đạt giải Nhất`.

    :param received: where `được` stands in the view
    """
    end = named.end - offset
    lead = view[max(0, named.start - offset - _LEAD) : named.start - offset]
    if rules.pattern("prose.beside_by").regex.search(lead) and rules.pattern(
        "prose.beside_leads"
    ).regex.match(view, end, received):
        return True
    if named.kind == "person" and rules.pattern("prose.beside_kin").regex.fullmatch(
        view, end, received
    ):
        return True
    if rules.pattern("prose.beside_hands_over").regex.match(view, end, received):
        return True
    if rules.pattern("prose.beside_speaks_of").regex.match(view, end, received) or rules.pattern(
        "prose.beside_with_others"
    ).regex.search(view, end, received):
        return True
    if named.kind == "person" and rules.pattern("prose.beside_tells_of").regex.fullmatch(
        view, end, received
    ):
        return True
    is_read = named.kind == "collective" or named.position or named.workplace
    return (
        not is_read
        and rules.pattern("prose.beside_other_named").regex.match(view[end : named.tail - offset])
        is not None
    )


def is_aside(view: str, named: Named, offset: int, received: int, rules: Rulebook) -> bool:
    """Is one named beside the subject of the sentence?

    `Sau khi ông A mất, bà B được tặng X`, `Bài viết về ông A được`, `Tác phẩm “Mẹ A” được`.
    """
    start, end = named.start - offset, named.end - offset
    lead = view[max(0, start - _LEAD) : start]
    if rules.pattern("prose.beside_about").regex.search(lead) or _IN_QUOTES.match(
        view, end, received
    ):
        return True
    return (
        rules.pattern("prose.beside_when").regex.search(lead) is not None
        and rules.pattern("prose.beside_then").regex.match(view, end, received) is not None
    )
