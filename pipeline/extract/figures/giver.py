"""Who confers an award where the sentence does not say: the law, or the deciding body itself."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.extract.figures.awards import Conferred
from pipeline.extract.holder import without_holder
from pipeline.model import Dispatch
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived

# Documents that confer by themselves.
_DECIDING = frozenset({"QĐ", "NQ"})
# State awards, those of the Government and of the Confederation: nobody else can give them
# (Luật 06/2022/QH15).
_ONLY_GIVERS = frozenset({"Chủ tịch nước", "Thủ tướng Chính phủ", "Đoàn Chủ tịch TLĐ"})
_ORDERS = "Huân chương"
# How these are printed where they confer themselves.
_NAMES = {
    "Chủ tịch nước": ("chủ tịch nước", "ctn", "nhà nước", "hội đồng nhà nước"),
    "Thủ tướng Chính phủ": ("thủ tướng", "chính phủ", "ttcp", "hội đồng bộ trưởng"),
    "Đoàn Chủ tịch TLĐ": ("đoàn chủ tịch", "tổng", "tlđ", "ban chấp hành tổng"),
}


def default_giver(
    award: Conferred, dispatch: Dispatch, rules: Rulebook, *, decides: bool = True
) -> str | None:
    """The authority of a count of awards.

    Printed beside it, else the only one that may give this award, else the issuer of a decision.

    :param decides: the document can confer itself; rules and plans give no award to anybody
    """
    authority = _authorities(rules).get(award.award) if award.award is not None else None
    if award.award is None and (award.award_name or "").startswith(_ORDERS):
        authority = "Chủ tịch nước"  # orders of two classes under one count
    if award.conferred_by is not None and (
        authority is None or award.conferred_by.casefold().startswith(_NAMES[authority])
    ):
        return without_holder(award.conferred_by, rules)
    if authority is not None:
        return (
            authority  # who hands it over (`thừa ủy quyền của Chủ tịch nước, Bí thư ...`) is none
        )
    head = dispatch.head
    if (
        decides
        and award.award_name is not None
        and head.doc_type in _DECIDING
        and head.issuer is not None
    ):
        return head.issuer.value
    return None


@derived
def _authorities(rules: Rulebook) -> Mapping[str, str]:
    return {
        row["code"]: row["authority"]
        for row in rules.lexicon("awards").rows
        if row["authority"] in _ONLY_GIVERS
    }
