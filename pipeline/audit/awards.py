"""Awards against who may give them, and the signer among those who are given one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.audit.model import Found, Paper
from pipeline.audit.wording import flat
from pipeline.grammar.spelling import fold
from pipeline.rulebook.checks import Check

# Authorities above all others; the rest of the lexicon's authorities leave room for more bodies.
_HIGHEST = {
    "chủ tịch nước": ("chủ tịch nước", "chủ tịch cộng hòa", "hội đồng nhà nước"),
    "thủ tướng chính phủ": ("thủ tướng", "chính phủ", "hội đồng bộ trưởng", "chủ tịch nước"),
}
_DECIDING = frozenset({"QĐ"})


def award_authority(paper: Paper, check: Check) -> Iterator[Found]:
    """An award that a decision gives itself against the authority that the lexicon names."""
    number, issuer = paper.header["doc_number"], paper.head("issuer")
    if paper.header["doc_type"] not in _DECIDING or number is None or issuer is None:
        return
    lexicon = {row["code"]: row for row in paper.rules.lexicon("awards").rows}
    printed = fold(flat(str(paper.header["issuer"])))
    told: set[str] = set()
    for row in paper.of("awardees"):
        entry = lexicon.get(row["award"] or "")
        if row["role"] != "awardee" or row["decision"] != number or entry is None:
            continue
        authority = fold(entry["authority"])
        if authority not in _HIGHEST or row["award"] in told:
            continue
        told.add(row["award"])
        places = (paper.row("awardees", row), issuer)
        expected = f"{row['award_name']}: {entry['authority']}"
        observed = flat(str(paper.header["issuer"]))
        giver = fold(row["conferred_by"] or "")
        if any(name in printed or name in giver for name in _HIGHEST[authority]):
            # A body may carry out what a higher one confers: it hands over, or adds the money.
            yield Found("consistent", places, expected, observed)
        elif entry["certain"] == "yes":
            yield Found("contradiction", places, expected, observed)
        else:
            yield Found("not_checkable", places, expected, observed, None, "authority_unsure")


def signer_is_awardee(paper: Paper, check: Check) -> Iterator[Found]:
    """The signer's name against the persons whom the document awards or proposes."""
    signer, name = paper.head("signer_name"), paper.header["signer_name"]
    rows = [
        row for row in paper.of("awardees")
        if row["kind"] == "person" and row["role"] in ("awardee", "nominee")
    ]  # fmt: skip
    if signer is None or name is None or paper.header["genre"] != "dispatch" or not rows:
        return
    key = fold(flat(name))
    same = next((row for row in rows if fold(flat(row["name"])) == key), None)
    if same is None:
        places = (signer, paper.row("awardees", rows[0]))
        yield Found("consistent", places, None, name)
    else:
        # Two readings that agree bear each other out, however surely each of them was read.
        both = (replace(signer, sure=1.0), replace(paper.row("awardees", same), sure=1.0))
        yield Found("contradiction", both, None, name)
