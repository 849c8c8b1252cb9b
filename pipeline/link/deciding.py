"""What the document itself is to an award: does it decide, propose or only report, and as whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import regex

from pipeline.extract.awards import awards_in_words
from pipeline.extract.figures.setting import is_titled_terms
from pipeline.grammar.spelling import fold
from pipeline.model import AwardMention, CitationMention, Dispatch, Field
from pipeline.rulebook import Rulebook

_REGULATING = frozenset({"NĐ", "TT", "TTLT", "L", "PL", "QC", "QyĐ", "HĐ"})
# Decrees, orders and resolutions of the State conferred awards before decisions did.
_MAY_DECIDE = frozenset({"SL", "LCT", "NQ"})
_PROPOSING = frozenset({"TTr", "BB"})
_PLANNING = frozenset({"KH", "CTr", "GM"})
_MAY_CONSULT = frozenset({None, "TB", "CV"})
# Organs that issue for the body in the line above theirs.
_ORGANS = frozenset(
    {"ban thường vụ", "ban chấp hành", "ban thường trực", "đoàn chủ tịch", "thường trực"}
)
_AREAS = ("tỉnh ", "thành phố ", "huyện ", "quận ", "thị xã ", "xã ", "phường ", "thị trấn ")
_HEAD_BLOCKS = 8
_BARE_TITLE = 40  # letters of a title that leaves the rest to the line below it
_HEAD_REACH = 600  # characters that a head takes at most before its date line
_REMEMBERED = 256  # sentences of citations, which each clause that gives an award looks at
_ABOUT_REACH = 260  # `Quyết định số ... ngày ... của ... về việc tặng thưởng ...`


# a line of its own: `- Năm 2015: Bằng khen ...` says nothing of the decision of the line above
_NEXT_LINE = regex.compile(r"\n\s{0,9}(?:[-–+*•]|(?:\d{1,2}|\p{L})[.)]|(?i:năm)\s\d{4}|\d{4}\s?:)")


@dataclass(frozen=True, slots=True)
class Deciding:
    """The deciding side of a document.

    ``decides``: a decision on awards, so that awards are its own; ``proposes``: a proposal, the
    minutes of one or a list published for opinions, so that awards are not yet given;
    ``regulates``: rules about awards in general, which give none to anybody.  ``body`` is the
    issuer in ordinary letters.  ``found`` keeps what :meth:`decision_about` answered, by the
    award's name.
    """

    dispatch: Dispatch
    decides: bool
    proposes: bool
    regulates: bool
    number: str | None
    body: str | None
    year: int | None
    found: dict[str | None, CitationMention | None] = field(
        default_factory=dict, repr=False, compare=False
    )

    @property
    def plans(self) -> bool:
        """Does it tell what is to be done: a plan, a programme, an invitation?"""
        return self.dispatch.head.doc_type in _PLANNING

    def is_money_only(self, before_award: str, rules: Rulebook) -> bool:
        """Does the clause add money to an award that another decision gave?"""
        if not self.decides:
            return False
        return rules.pattern("awardee.money_only").regex.match(before_award) is not None

    def confers(self, rules: Rulebook) -> bool:
        """Is the subject of a decision or proposal that awards be given?"""
        if not (self.decides or self.proposes):
            return False
        subject = self.dispatch.head.subject
        if self.proposes and self.dispatch.head.doc_type in _PROPOSING:
            return (
                rules.pattern("link.deciding_of_council").search(
                    subject.value if subject is not None else _opening(self.dispatch)
                )
                is not None
            )
        if subject is None and self.decides:
            return _has_award_article(self.dispatch, rules)
        if subject is None:
            return _is_proposing_list(self.dispatch, rules)
        pattern = "awardee.conferring_subject" if self.decides else "awardee.proposed"
        return rules.pattern(pattern).on(subject.value).search(subject.value) is not None

    def subject_year(self, rules: Rulebook) -> int | None:
        """The year in the document's subject, if it names one."""
        if self.dispatch.head.subject is None:
            return None
        match = rules.pattern("awardee.year").regex.search(self.dispatch.head.subject.value)
        return int(match["year"]) if match else None

    def decision_about(
        self, award: AwardMention, citations: Sequence[CitationMention], rules: Rulebook
    ) -> CitationMention | None:
        """The one cited decision whose sentence names the same award; None if none or several.

        :param citations: those of the document, the same each time
        """
        if award.award_name not in self.found:
            self.found[award.award_name] = self._decision_about(award, citations, rules)
        return self.found[award.award_name]

    def _decision_about(
        self, award: AwardMention, citations: Sequence[CitationMention], rules: Rulebook
    ) -> CitationMention | None:
        text = self.dispatch.text.text
        found: dict[str, CitationMention] = {}
        for citation in citations:
            if citation.cited_type != "QĐ" or not citation.cited_number:
                continue
            if citation.cited_number == self.number:
                continue
            if cites_rules(citation, rules):
                continue
            words = _sentence_around(text, citation.start, citation.end)
            if any(
                same_award(award.award_name, other.award_name)
                for other in awards_in_words(words, rules)
            ):
                found.setdefault(citation.cited_number, citation)
        return next(iter(found.values())) if len(found) == 1 else None


def deciding_of(dispatch: Dispatch, rules: Rulebook) -> Deciding:
    """Read the deciding side of a document from its head."""
    head = dispatch.head
    decides = (
        (head.doc_type == "QĐ" and _is_on_awards(dispatch, rules))
        or (head.doc_type in _MAY_DECIDE and _has_award_article(dispatch, rules))
        or (head.doc_type is None and _enacts(dispatch, rules))
    )
    return Deciding(
        dispatch=dispatch,
        decides=decides,
        proposes=(
            (head.doc_type in _PROPOSING and not _reports(dispatch, rules))
            or (not decides and (_consults(dispatch, rules) or _asks(dispatch, rules)))
        ),
        regulates=_regulates(dispatch, rules),
        number=head.doc_number.value if head.doc_number else None,
        body=body_in_words(dispatch, rules),
        year=head.issued_on.year if head.issued_on else _printed_year(dispatch, rules),
    )


def cites_rules(citation: CitationMention, rules: Rulebook) -> bool:
    """`Quyết định số 8 về việc thành lập Hội đồng xét tặng danh hiệu X` gave nobody X."""
    title = citation.cited_title or ""
    return (
        rules.pattern("awardee.regulation").regex.match(title) is not None
        and rules.pattern("link.deciding_of_given").regex.match(title) is None
    )


def _reports(dispatch: Dispatch, rules: Rulebook) -> bool:
    """`BIÊN BẢN Hội nghị cán bộ, viên chức`: minutes that tell of awards and settle none."""
    subject = dispatch.head.subject
    if dispatch.head.doc_type != "BB" or subject is None:
        return False
    said = subject.value
    return (
        rules.pattern("link.deciding_other_meeting").regex.match(said) is not None
        and rules.pattern("link.deciding_settles").regex.search(said) is None
    )


def _is_on_awards(dispatch: Dispatch, rules: Rulebook) -> bool:
    """A decision that raises wages or sends delegates gives none of the awards that it names."""
    subject = dispatch.head.subject
    if subject is None or rules.pattern("awardee.award_subject").regex.search(subject.value):
        return True
    return _has_award_article(dispatch, rules)


def _has_award_article(dispatch: Dispatch, rules: Rulebook) -> bool:
    confers = rules.pattern("awardee.award_article").regex
    return any(confers.match(block.view) for block in dispatch.blocks)


def _regulates(dispatch: Dispatch, rules: Rulebook) -> bool:
    """A normative document, or a decision that issues rules, a plan or a council."""
    head = dispatch.head
    if head.doc_type in _REGULATING:
        return True
    subject = head.subject.value if head.subject else ""
    if head.subject is None and head.doc_type is None and is_titled_terms(dispatch, rules):
        return True  # a collective agreement says who is given what, and names nobody
    if rules.pattern("awardee.conferring_subject").regex.match(subject):
        return False
    number = head.doc_number.value if head.doc_number else ""
    if rules.pattern("awardee.normative_number").regex.match(number):
        return True
    issues = rules.pattern("awardee.regulation").regex.match(subject) is not None
    if (
        issues
        and not rules.pattern("link.deciding_forms").regex.match(subject)
        and rules.pattern("link.deciding_of_given").regex.match(subject)
    ):
        return False
    if (
        issues
        and rules.pattern("link.deciding_forms").regex.match(subject)
        and any(map(rules.pattern("link.deciding_rewards").regex.match, _views(dispatch)))
    ):
        return False  # `thành lập Ban Giám khảo và khen thưởng Hội thi A`
    return head.doc_type == "QĐ" and issues


def _views(dispatch: Dispatch) -> Iterator[str]:
    return (block.view for block in dispatch.blocks)


def _asks(dispatch: Dispatch, rules: Rulebook) -> bool:
    """Is a paper that names no type an extract of minutes, or does a line of it ask for a list?"""
    if dispatch.head.doc_type is not None:
        return False
    if rules.pattern("link.deciding_extract").regex.match(_opening(dispatch)):
        return True
    return any(
        block.view.rstrip().endswith(":")
        and rules.pattern("link.deciding_asks").regex.search(block.view)
        for block in dispatch.blocks
    )


def _consults(dispatch: Dispatch, rules: Rulebook) -> bool:
    """Is opinion asked on those who are proposed, in the subject, the opening words or below?"""
    consulting = rules.pattern("awardee.consulting").regex
    if _is_proposing_list(dispatch, rules):
        return True
    subject = dispatch.head.subject
    said = subject.value if subject is not None else _opening(dispatch)
    if consulting.search(said) is not None:
        return True
    here = rules.pattern("awardee.consulting_here").regex
    is_notice = dispatch.head.doc_type in _MAY_CONSULT
    return is_notice and any(here.search(view) is not None for view in _views(dispatch))


def _is_proposing_list(dispatch: Dispatch, rules: Rulebook) -> bool:
    """A list by itself, without the proposal that it belongs to: `DANH SÁCH ĐỀ NGHỊ ...`."""
    if dispatch.head.doc_type is not None or dispatch.head.subject is not None:
        return False
    return rules.pattern("awardee.proposing_list").regex.match(_opening(dispatch)) is not None


def _opening(dispatch: Dispatch) -> str:
    opening = (b.view for b in dispatch.blocks if b.kind in {"heading", "paragraph", "appendix"})
    first = next(opening, "")
    is_bare = first.isupper() and len(first) < _BARE_TITLE  # `DANH SÁCH`, and below it of whom
    return (f"{first} {next(opening, '')}" if is_bare else first)[:_HEAD_REACH]


def _enacts(dispatch: Dispatch, rules: Rulebook) -> bool:
    """Does an article confer awards although the head names no type (a bad scan)?"""
    enacting = rules.pattern("awardee.enacting").regex
    return any(enacting.match(block.view) for block in dispatch.blocks)


def _printed_year(dispatch: Dispatch, rules: Rulebook) -> int | None:
    """The year of a date line that has no readable day (drafts, stamps over the number)."""
    dated = rules.pattern("awardee.dated").regex
    for block in dispatch.blocks:
        if block.kind in {"subject", "basis"} or block.start > _HEAD_REACH:
            return None
        match = dated.search(block.view)
        if match:
            return int(match["year"])
    return None


@lru_cache(maxsize=_REMEMBERED)
def _sentence_around(text: str, start: int, end: int) -> str:
    left = max(
        text.rfind(mark, max(0, start - _ABOUT_REACH), start) for mark in (". ", ";", "\n\n")
    )
    rights = [
        at for mark in (". ", ";", "\n\n", ";\n")
        if (at := text.find(mark, end, end + _ABOUT_REACH)) >= 0
    ]  # fmt: skip
    begin = left + 1 if left >= 0 else max(0, start - _ABOUT_REACH)
    stop = min(rights, default=end + _ABOUT_REACH)
    begin = max([begin, *(line.start() for line in _NEXT_LINE.finditer(text, begin, start))])
    following = _NEXT_LINE.search(text, end, stop)
    return text[begin : following.start() if following else stop].replace("\n", " ")


def is_of_other_year(decision: CitationMention, year: int | None) -> bool:
    """Can a decision not be that of an award of this year, as none is more than a year late?"""
    dated = decision.cited_on
    return year is not None and dated is not None and dated.year not in {year, year + 1}


def year_of(decision: CitationMention, rules: Rulebook) -> int | None:
    """The year that its title gives (`về việc khen thưởng thành tích năm 2019`), else its own."""
    titled = rules.pattern("awardee.year").regex.search(decision.cited_title or "")
    if titled is not None:
        return int(titled["year"])
    return decision.cited_on.year if decision.cited_on else None


def same_award(one: str | None, other: str | None) -> bool:
    """Equal names, or one is the other without its class (Huân chương Lao động hạng Nhì)."""
    if one is None or other is None:
        return one == other
    a, b = fold(one), fold(other)
    return a.startswith(b) or b.startswith(a)


def body_in_words(dispatch: Dispatch, rules: Rulebook) -> str | None:
    """The issuer as a name in ordinary letters, for heads that print capitals.

    The document's own spelling is taken where it writes the name out elsewhere, else the first
    letter of the head noun and of the word behind it stay capital.
    """
    issuer, parent = dispatch.head.issuer, dispatch.head.parent_issuer
    if issuer is None:
        return None
    own = as_written(issuer.value, dispatch, rules)
    area = rules.pattern("link.deciding_organ_of_area").regex.fullmatch(issuer.value)
    if area is not None and (union := _union_above(dispatch, rules)) is not None:
        return f"{own[: area.end('organ')]} {union} {own[area.start('area') :]}"
    if parent is None or fold(issuer.value) not in _ORGANS:
        return own
    whole = f"{issuer.value} {parent.value}"  # `BAN THƯỜNG VỤ` of the body in the line above
    return _spelled_in_text(whole, dispatch) or f"{own} {as_written(parent.value, dispatch, rules)}"


def _union_above(dispatch: Dispatch, rules: Rulebook) -> str | None:
    """`HỘI NÔNG DÂN` of the line above the issuer, `ĐOÀN TNCS HỒ CHÍ MINH` of any line above."""
    parent = dispatch.head.parent_issuer
    if parent is not None:
        union = rules.pattern("link.deciding_union").regex.fullmatch(parent.value)
        return as_written(union["name"], dispatch, rules) if union is not None else None
    head = (b for b in dispatch.blocks[:_HEAD_BLOCKS] if b.kind == "header")
    return (
        "Đoàn TNCS Hồ Chí Minh"
        if any(map(rules.pattern("link.deciding_youth").regex.search, (b.view for b in head)))
        else None
    )


def as_written(name: str, dispatch: Dispatch, rules: Rulebook) -> str:
    """A name that a head prints in capitals, in ordinary letters; any other as it is."""
    if not name.isupper():
        return name
    return _spelled_in_text(name, dispatch) or _lettered(name, dispatch.head.place, rules)


def _spelled_in_text(name: str, dispatch: Dispatch) -> str | None:
    """The name as the document writes it out in ordinary letters; None if it does not."""
    wanted = fold(name)
    view = " ".join(dispatch.text.text.split())
    folded, at = fold(view), 0
    while (at := folded.find(wanted, at)) >= 0:
        printed = view[at : at + len(wanted)]
        if not printed.isupper() and printed[0].isupper():
            return printed
        at += 1
    return None


def _lettered(capitals: str, place: Field | None, rules: Rulebook) -> str:
    """`SỞ TƯ PHÁP` -> `Sở Tư pháp`: heads as the lexicon spells them, place names capital."""
    short = set(rules.lexicon("abbreviations").column("term"))
    first, *rest = capitals.split()  # `TRƯỜNG THCS & THPT A`: what is short stays so
    text = " ".join([first.capitalize(), *(w if w in short else w.lower() for w in rest)])
    known = {fold(name): name for name in rules.lexicon("issuers").column("name")}
    whole = next((known[n] for n in known if f"{fold(text)} ".startswith(f"{n} ")), "")
    heads = sorted(rules.lexicon("unit_heads").column("term"), key=len, reverse=True)
    head = next((h for h in heads if fold(text).startswith(f"{fold(h)} ")), None)
    if head is not None:
        cut = len(head) + 1
        is_area = fold(text[cut:]).startswith(_AREAS)  # `Ủy ban nhân dân tỉnh A`
        text = head + " " + (text[cut] if is_area else text[cut].upper()) + text[cut + 1 :]
    if whole:  # `SỞ GIÁO DỤC VÀ ĐÀO TẠO` -> `Sở Giáo dục và Đào tạo`
        text = whole + text[len(whole) :]
    if school := rules.pattern("link.deciding_school").regex.fullmatch(text):
        return text[: school.start("name")] + school["name"].title()
    places = [*rules.lexicon("provinces").column("name"), *([place.value] if place else [])]
    text = text.replace("Việt nam", "Việt Nam")
    for name in places:
        if fold(text).endswith(f" {fold(name)}"):
            return text[: len(text) - len(name)] + name
    return text
