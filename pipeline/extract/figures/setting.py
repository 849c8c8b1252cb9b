"""What kind of paper a figure stands in: one that reports, plans, gives orders or sets rules.

A number in a regulation (``không quá 40 %``) is a norm, neither a result nor a target; so is one
in a contract or collective agreement (thỏa ước lao động tập thể) and in the minutes of bargaining
for one (biên bản thương lượng), whose terms report nothing.
"""

from __future__ import annotations

from typing import Literal

from pipeline.grammar.spelling import fold
from pipeline.model import Dispatch
from pipeline.rulebook import Rulebook

Setting = Literal["report", "plan", "orders", "rules"]

_PLANS = frozenset({"KH", "KHLT", "CTr", "CTHĐ", "ĐA"})
_REPORTS = frozenset({"BC", "BB"})
_ORDERS = frozenset({"CT", "CĐ"})
_PARTY_CONCLUSION = "KL"  # kết luận của cấp ủy; also of an inspection, which reports
_CONCLUSIONS = frozenset({"TB", _PARTY_CONCLUSION})
# Normative documents, rules, guides and what parties agree on (document_format.md section 1).
_RULES = frozenset(
    {"HP", "BL", "L", "PL", "NĐ", "TT", "TTLT", "QC", "QCPH", "QyĐ", "ĐL", "HD", "SL", "HĐ", "BTT"}
)
# Where a paper without a subject prints its title: so many blocks, none longer than this.
_TITLE_BLOCKS, _LONGEST_TITLE = 8, 200
_TITLE_LINES = 6  # of a block that joins the title to the lines above it
_LONGEST_HEADING = 120
_ARTICLE_INITIALS = frozenset("ĐđCcMm")  # Điều, Chương, Mục


def setting_of(dispatch: Dispatch, rules: Rulebook) -> Setting:
    """The kind of paper, told by its type, its subject, its number and its articles."""
    head = dispatch.head
    if head.doc_type in _PLANS:
        return "plan"
    if head.doc_type in _RULES:
        return "rules"
    if head.doc_type in _ORDERS:
        return "orders"
    if head.doc_type == "BB" and _is_bargaining(dispatch, rules):
        return "rules"
    if head.doc_type in _REPORTS or head.genre == "news":
        return "report"
    title = _title(dispatch, rules)
    if rules.pattern("figure.plan_subject").regex.match(title):
        return "plan"
    if rules.pattern("awardee.conferring_subject").regex.match(title):
        return "report"
    number = "" if head.doc_number is None else head.doc_number.value
    if (
        rules.pattern("figure.rules_subject").regex.match(title)
        or rules.pattern("awardee.normative_number").regex.match(number)
        or _has_rules_article(dispatch, rules)
        or (head.subject is None and is_titled_terms(dispatch, rules))
    ):
        return "rules"
    return "report"


def concludes(dispatch: Dispatch, rules: Rulebook) -> bool:
    """Whether it is a notice of what the chair of a meeting concluded, reports and orders."""
    head = dispatch.head
    if head.doc_type not in _CONCLUSIONS or head.subject is None:
        return False
    subject = fold(head.subject.value)
    if head.doc_type == _PARTY_CONCLUSION and not rules.pattern(
        "counts.setting_inquiry"
    ).regex.search(subject):
        return True
    return rules.pattern("figure.conclusion_subject").regex.match(subject) is not None


def _title(dispatch: Dispatch, rules: Rulebook) -> str:
    """The folded subject; of a paper without one the first line that announces a plan, or ""."""
    if dispatch.head.subject is not None:
        return fold(dispatch.head.subject.value)
    plan = rules.pattern("figure.plan_subject").regex
    for block in dispatch.blocks[:_TITLE_BLOCKS]:
        is_title = block.kind in ("heading", "paragraph", "subject")
        is_title = is_title and not block.view.rstrip().endswith(".")  # a sentence is no title
        if is_title and len(block.view) <= _LONGEST_TITLE and plan.match(fold(block.view)):
            return fold(block.view)
    return ""


def _is_bargaining(dispatch: Dispatch, rules: Rulebook) -> bool:
    """`BIÊN BẢN thương lượng tập thể`: what the sides ask for and agree on is no result."""
    subject = dispatch.head.subject
    title = rules.pattern("figure.bargaining_title").regex
    return subject is not None and title.match(fold(subject.value)) is not None


def is_titled_terms(dispatch: Dispatch, rules: Rulebook) -> bool:
    """`THỎA ƯỚC LAO ĐỘNG TẬP THỂ`, `NỘI QUY LAO ĐỘNG`: a line of its own that names terms."""
    terms, text = rules.pattern("figure.terms_title").regex, dispatch.text.text
    return any(
        line.isupper() and len(line) <= _LONGEST_HEADING and terms.match(fold(line))
        for block in dispatch.blocks[:_TITLE_BLOCKS]
        for line in {block.view, *text[block.start : block.end].split("\n", _TITLE_LINES)}
    )


def _has_rules_article(dispatch: Dispatch, rules: Rulebook) -> bool:
    """Whether an article says to what and to whom the paper applies, as rules do."""
    article = rules.pattern("figure.rules_article").regex
    return any(
        article.match(fold(block.view[:_LONGEST_HEADING]))
        for block in dispatch.blocks
        if block.kind in ("heading", "list_item", "paragraph")
        and block.view.lstrip()[:1] in _ARTICLE_INITIALS
    )
