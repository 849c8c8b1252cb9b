"""Documents for tests of the audit: invented letters, and what the checks say of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.audit.choices import Choices
from pipeline.audit.examples import example_paper
from pipeline.audit.judge import findings
from pipeline.rulebook import load_rulebook
from pipeline.rulebook.checks import CheckExample, load_checks

HEAD = """LIÊN ĐOÀN LAO ĐỘNG TỈNH VÂN KHÊ
Số: 45/BC-LĐLĐ
Vân Khê, ngày 20 tháng 5 năm 2021

BÁO CÁO
Kết quả phong trào thi đua

"""
FOOT = """

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH

Trần Thị Mẫu
"""


def letter(body: str) -> str:
    """A report with that body between a head and a foot."""
    return HEAD + body + FOOT


def audited(
    text: str, choices: Choices | None = None, signatures: Sequence[dict[str, Any]] = ()
) -> list[dict[str, Any]]:
    """All findings about a document given as text."""
    rules = load_rulebook()
    book = load_checks(rules.root)
    paper = example_paper(CheckExample(text, tuple(signatures)), rules)
    return list(findings([paper], book, choices or Choices()))


def verdicts(text: str, check: str) -> list[str]:
    """The verdicts of one check about a document, in the order in which they are found."""
    return [row["verdict"] for row in audited(text) if row["check"] == check]
