"""Which function makes which check across documents of `rules/audit/`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pipeline.audit.across import cited, drafts, proposals, quoted, reports, twice
from pipeline.audit.across.model import Method

ACROSS: Mapping[str, Method] = MappingProxyType(
    {
        method.__name__: method
        for method in (
            reports.report_counts, reports.list_total, reports.cumulative_falls,
            quoted.quoted_count, quoted.quoted_awardee, proposals.proposal_dropped,
            proposals.proposal_added, proposals.proposal_name, proposals.proposal_post,
            proposals.proposal_wording, drafts.draft_final, cited.cited_document,
            cited.cited_body, cited.cited_title, twice.award_twice, twice.initiative_authors,
        )
    }
)  # fmt: skip
