"""Which function makes which check of `rules/audit/`.

Every function here looks at one document.  Checks across documents (the same figure in two
reports, a cited number against the document itself) work on the tables of the whole archive, by
SQL over :class:`pipeline.store.Archive`, and have a registry of their own beside this one.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pipeline.audit import (
    amounts,
    awards,
    days,
    heads,
    lists,
    numbering,
    parts,
    percents,
    repeats,
    seals,
    tables,
)
from pipeline.audit.model import Method

METHODS: Mapping[str, Method] = MappingProxyType(
    {
        method.__name__: method
        for method in (
            parts.breakdown_sum, parts.part_le_whole, percents.percent_of_total,
            percents.percent_of_target, lists.list_count, lists.awardee_twice,
            numbering.numbering_gap, amounts.amount_in_words, amounts.amount_product,
            days.date_impossible, days.weekday, days.cited_after_issue,
            days.deadline_after_issue, heads.annex_number, heads.title_number_mismatch,
            heads.blank_citation, heads.draft_mark, heads.missing_signature,
            seals.signature_date, seals.signature_signer, seals.signature_body,
            seals.signature_intact, seals.signed_before_cited, awards.award_authority,
            awards.signer_is_awardee, repeats.repeated_block, tables.table_total,
            tables.table_vs_text,
        )
    }
)  # fmt: skip
