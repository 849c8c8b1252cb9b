"""Names of bodies that end inside: their words in small letters are too many for any list.

`Trung tâm Sát | hạch lái xe`, `Cục Quản lý | cạnh tranh`: what follows up to a sign or a word that
ends a body is the rest of the name, if the body is of a sort that is named after its work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook


def rest_of_body(
    body: str, view: str, position: int, limit: int, rules: Rulebook
) -> tuple[bool, int]:
    """Whether a body may be cut at ``position``, and where its name ends: there, if none can tell.

    :param body: the name as far as its capitals and the words known in names tell it
    """
    if view.startswith(",", position) and rules.pattern("extract.cut_body_of_work").regex.search(
        body
    ):
        rest = rules.pattern("citation.comma_rest").regex.match(view, position, limit)
        if rest is not None:
            return True, rest.end()
    goes_on = rules.pattern("citation.cut_body").regex.match(view, position, limit)
    if goes_on is None or rules.pattern("extract.cut_body_placed").regex.search(body):
        return False, position
    before, _, last = body.rpartition(" ")
    is_named = last[:1].isupper() and before.rpartition(" ")[2][:1].isupper()
    if not rules.pattern("extract.cut_body_of_sort").regex.search(body) or (
        is_named and not rules.pattern("extract.cut_body_sort").regex.search(before)
    ):
        return True, position  # a proper name, as of `Trường Hoa Ban`
    rest = rules.pattern("citation.body_rest").regex.match(view, position, limit)
    return True, position if rest is None else rest.end()
