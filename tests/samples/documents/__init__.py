"""The samples themselves, one module a document."""

from __future__ import annotations

from tests.samples.documents import (
    award_decision,
    award_proposal,
    contest_plan,
    council_minutes,
    council_resolution,
    department_letter,
    draft_decision,
    news_page,
    ocr_report,
    party_directive,
    school_notice,
    union_letter,
    year_report,
)
from tests.samples.sample import Sample

SAMPLES: tuple[Sample, ...] = (
    union_letter.SAMPLE,
    award_decision.SAMPLE,
    year_report.SAMPLE,
    contest_plan.SAMPLE,
    party_directive.SAMPLE,
    news_page.SAMPLE,
    council_minutes.SAMPLE,
    ocr_report.SAMPLE,
    award_proposal.SAMPLE,
    department_letter.SAMPLE,
    school_notice.SAMPLE,
    council_resolution.SAMPLE,
    draft_decision.SAMPLE,
)
