"""Split the left cell of the head into the issuing body and the one above it.

NĐ 30/2020, Annex I, II.2: the superior body in plain capitals, below it the issuing body in bold;
each may break over lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import regex

from pipeline.layout.mended_bodies import opens_misread
from pipeline.layout.pieces import Piece, skeleton
from pipeline.model import Field
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived
from pipeline.rulebook.twin import Twins

_LETTER_SPACED = regex.compile(r"^(?:\p{Lu}\s{1,6}){3,}\p{Lu}$")
_BLANKS = regex.compile(r"\s+")
# A number that recognition could make nothing of: `s6:(Ï# /BC-UBND`.
_LOST_NUMBER = regex.compile(r"^\W{0,3}[Ss][ốôóồổỗỐöõớøØ06]\s*[:.;]")
_MOST_WRAPPED = 4
_WHOSE = regex.compile(r"^CỦA\s(?=\p{Lu})")  # the line below the type: no name opens so
_DECORATION = " *-–_.=•|+"
_LOST_BREAK = regex.compile(r"(?<=NHÂN DÂN)(?=(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG)\s)")
# Two vowels with marks and consonants between them are two syllables: `NHÂNDÂN`, `CHỦTỊCH`.
_MARKED = "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_RUN_TOGETHER = regex.compile(rf"[{_MARKED}][AEIOUY]?[B-DF-HJ-NP-TV-XZĐ]{{1,5}}[{_MARKED}]")
_RUN_TOGETHER_SURE = 0.6
_NO_BODY_SURE = 0.85
_DASH_AT_END = regex.compile(r"\p{L} [-–] ?$")


def issuers_of(
    pieces: Sequence[Piece], rules: Rulebook, authority: str = "", *, is_joint: bool = False
) -> tuple[Field | None, Field | None]:
    """Return (issuer, parent issuer); both None where the cell is lost.

    :param authority: the line above the căn cứ, which names the issuer whole
    :param is_joint: several bodies issue together: none of them is above the other
    """
    named = takewhile(
        lambda piece: not rules.pattern("zones.issuers_gives").regex.match(piece.text), pieces
    )
    lines = [
        line
        for piece in named
        for line in _bodies_apart(piece, rules)
        if line.text.strip(_DECORATION)
        and not rules.pattern("zones.issuers_in_a_form").regex.match(line.text.strip(_DECORATION))
        and not _LOST_NUMBER.match(line.text)
    ]
    lines = _without_english(lines, rules)
    if not lines:
        return None, None
    groups: list[list[Piece]] = []
    known = _known_bodies(rules)
    at = 0
    while at < len(lines):
        whole = _known_length(lines[at:], known)
        if whole > 1 or not groups or _begins_body(lines[at - 1], lines[at], rules):
            groups.append(list(lines[at : at + whole]))
        else:
            groups[-1].extend(lines[at : at + whole])
        at += whole
    if is_joint and len(groups) > 1:
        return _joint(groups, rules), None
    if len(groups) > 1 and skeleton(authority) == skeleton("".join(p.text for p in lines)):
        # `HỘI ĐỒNG A | TRƯỜNG B`: one name on two lines
        return _field(lines, "head.issuer", rules), None
    issuer = _field(groups[-1], "head.issuer", rules)
    parent = _field(groups[-2], "head.parent_issuer", rules) if len(groups) > 1 else None
    if parent is not None and skeleton(parent.value) == skeleton(issuer.value):
        parent = None  # the headline of the body's own site
    return issuer, parent


def _bodies_apart(piece: Piece, rules: Rulebook) -> tuple[Piece, ...]:
    """The body above and the body, where both stand on one line."""
    found = rules.pattern("zones.issuers_run_on").regex.match(piece.text)
    if found is None:
        return (piece,)
    cut, begin = found.span("gap")
    return (
        piece._replace(end=piece.start + cut, text=piece.text[:cut]),
        piece._replace(start=piece.start + begin, text=piece.text[begin:]),
    )


def _without_english(lines: Sequence[Piece], rules: Rulebook) -> list[Piece]:
    """The lines without those that say the name above them once more in English."""
    english = rules.pattern("zones.issuers_english").regex
    named_below = rules.pattern("zones.issuers_named_below").regex
    return [
        line
        for index, line in enumerate(lines)
        if not index or not english.match(line.text) or named_below.search(lines[index - 1].text)
    ]


def _known_length(lines: Sequence[Piece], known: frozenset[str]) -> int:
    """How many lines, from the first on, make the name of a known body; 1 if none do."""
    for count in range(min(_MOST_WRAPPED, len(lines)), 1, -1):
        name = " ".join(line.text.strip(_DECORATION) for line in lines[:count])
        if " ".join(name.split()).casefold() in known:
            return count
    return 1


def _begins_body(before: Piece, piece: Piece, rules: Rulebook) -> bool:
    if rules.pattern("zones.issuers_open_end").regex.search(before.text) or rules.pattern(
        "zones.issuers_joined"
    ).regex.search(piece.text):
        return False
    if rules.pattern("zones.issuers_of_a_body").regex.match(before.text.strip(_DECORATION)):
        return False
    place = rules.pattern("zones.issuers_place").regex
    if place.match(piece.text.lstrip(_DECORATION)) and not place.search(before.text):
        return False  # `ỦY BAN NHÂN DÂN | THÀNH PHỐ A`, the place alone in bold
    if before.bold != piece.bold or rules.pattern("zones.issuers_team").regex.match(piece.text):
        return True
    if rules.pattern("zones.issuers_open_word").regex.search(f"{before.text}\n{piece.text}"):
        return False
    heads = body_heads(rules)
    return heads.match(piece.text) is not None or opens_misread(piece.text, rules)


def _joint(groups: Sequence[Sequence[Piece]], rules: Rulebook) -> Field:
    names = [_field(group, "head.issuer", rules) for group in groups]
    value = " - ".join(name.value for name in names)
    sure = min(name.confidence for name in names)
    return Field(value, names[0].start, names[-1].end, "head.issuer", sure)


def _field(group: Sequence[Piece], rule: str, rules: Rulebook) -> Field:
    words = [_closed_up(piece.text.strip(_DECORATION)) for piece in group]
    for index, piece in enumerate(group[:-1]):
        if _DASH_AT_END.search(piece.text):  # `BỘ LAO ĐỘNG - | THƯƠNG BINH`: the name goes on
            words[index] += " -"
    value = _WHOSE.sub("", " ".join(" ".join(words).split()).rstrip(" ,;"))
    value = _LOST_BREAK.sub(" ", value)
    sure = _RUN_TOGETHER_SURE if _RUN_TOGETHER.search(value) else 1.0
    if not _names_body(value, rules):
        sure = min(sure, _NO_BODY_SURE)
    return Field(value, group[0].start, group[-1].end, rule, sure)


def _names_body(value: str, rules: Rulebook) -> bool:
    """Whether a word for a body, or one of the few names without it, stands in an issuer.

    The heading of a table (`DANH MỤC VĂN BẢN | STT`) stands where the issuer does, too.
    """
    told = value.upper()
    without_head = rules.pattern("zones.issuers_without_head").regex
    return body_heads(rules).search(told) is not None or without_head.search(told) is not None


def _closed_up(line: str) -> str:
    """`S Ở   N Ộ I   V Ụ` without the blanks between letters: the widest gaps part the words."""
    if not _LETTER_SPACED.match(line):
        return line
    gaps = [len(gap) for gap in _BLANKS.findall(line)]
    if min(gaps) == max(gaps):
        return line
    return _BLANKS.sub(lambda gap: " " if len(gap.group()) == max(gaps) else "", line)


@derived
def _known_bodies(rules: Rulebook) -> frozenset[str]:
    """Names whose wrapped lines may open like a body of their own."""
    return frozenset(row["name"].casefold() for row in rules.lexicon("issuers").rows)


@derived
def body_heads(rules: Rulebook) -> Twins:
    """The words in capitals that the name of a body opens with."""
    terms = {
        row["term"].upper() for row in rules.lexicon("unit_heads").rows if row["kind"] != "place"
    }
    options = "|".join(
        regex.escape(term).replace(r"\ ", r"\s*") for term in sorted(terms, key=len, reverse=True)
    )
    # Copies lose blanks: `UỶ BAN NHÂNDÂN`.  `TỔ CHỨC`, `BAN HÀNH` and `BỘ TRƯỞNG` open no body,
    # though Tổ, Ban and Bộ do.
    return Twins(rf"(?<!\w)(?:{options})(?!\w)(?!\s+(?:CHỨC|HÀNH|ĐẦU|GIÁ|TRƯỞNG)(?!\w))")
