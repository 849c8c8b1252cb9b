"""Tell the issuing body where the left cell of the head is lost.

OCR models drop the cell (reference: document_format 2).  The symbol names the body, the place line
and the dispatch's own words its level and place; where these leave a doubt, there is no issuer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import regex

from pipeline.grammar.symbols import Symbol
from pipeline.layout.issuers import body_heads
from pipeline.layout.mended_bodies import heads_put_right
from pipeline.layout.pieces import Piece
from pipeline.layout.posts import is_post
from pipeline.layout.provinces import province_names
from pipeline.model import BlockKind, Field
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived
from pipeline.rulebook.fold import spellings

# Bodies whose name says only what they are; level and place are part of the full name.
_PLACED = frozenset({"LĐLĐ", "UBND", "HĐND"})
_LEVEL = r"(tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn)"
_FEWEST = 2  # times the dispatch must name its own level
_SHARE = 0.6
_SURE, _LIKELY = 0.8, 0.7
_BARE = (
    "ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "UBND", "HỘI ĐỒNG NHÂN DÂN", "LIÊN ĐOÀN LAO ĐỘNG",
    "TÒA ÁN NHÂN DÂN", "TOÀ ÁN NHÂN DÂN", "VIỆN KIỂM SÁT NHÂN DÂN",
)  # fmt: skip
_UNTOLD = 0.6  # a body of which nobody tells whose it is
_OPENING = 4000  # letters in which a paper says what its body does
_ACTS = (
    r"(?:ban hành|xây dựng|yêu cầu|báo cáo|đề nghị|thông báo|quyết định|chỉ đạo|tổ chức|kính|trình)"
    r"(?!\p{L})"
)
_LONGEST_BODY = 70
_FEWEST_WORDS = 3  # `TẬP ĐOÀN` alone names no one
# Offices of the State that issue in their own name.
OFFICES = (
    "THỦ TƯỚNG CHÍNH PHỦ", "CHỦ TỊCH NƯỚC", "CHÍNH PHỦ", "QUỐC HỘI", "CHỦ TỊCH CHÍNH PHỦ",
    "CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG", "HỘI ĐỒNG BỘ TRƯỞNG", "HỘI ĐỒNG CHÍNH PHỦ",
    "CHỦ TỊCH PHỦ", "ỦY BAN THƯỜNG VỤ QUỐC HỘI", "UỶ BAN THƯỜNG VỤ QUỐC HỘI", "HỘI ĐỒNG NHÀ NƯỚC",
)  # fmt: skip
_TIGHT_OFFICES = tuple(office.replace(" ", "") for office in OFFICES)


def issuer_of_authority(lines: Sequence[Piece], rules: Rulebook) -> Field | None:
    """The body in `CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN A`, the authority above the căn cứ.

    :param lines: the authority's lines in capitals, none where the document prints none
    """
    words = " ".join(" ".join(line.text.strip(" *:") for line in lines).split())
    for behind in ("zones.lost_issuer_numbered", "zones.lost_issuer_session"):
        words = rules.pattern(behind).regex.sub("", words)
    rest = heads_put_right(rules.pattern("zones.lost_issuer_organ").regex.sub("", words), rules)
    if rules.pattern("zones.lost_issuer_country").regex.sub("", rest) in OFFICES:
        return Field(rest, lines[0].start, lines[-1].end, "head.issuer_of_authority", _SURE)
    body = body_heads(rules).search(_toned(rest))
    if body is None or len(rest[body.start() :].split()) < _FEWEST_WORDS:
        return None
    return Field(
        rest[body.start() :], lines[0].start, lines[-1].end, "head.issuer_of_authority", _SURE
    )


def _toned(words: str) -> str:
    """The tone of `UỶ BAN` on the letter where the lexicon has it; as long as what is printed."""
    return words.replace("UỶ", "ỦY")


def names_authority(line: str, rules: Rulebook) -> bool:
    """Whether a line in capitals names who decides, and not what about."""
    words = line.strip(" *:")
    if rules.pattern("layout.subject_untyped").regex.match(words):
        return False  # `CÔNG NHẬN ...` has the letters of Công nhân, a post
    return (
        body_heads(rules).match(_toned(words)) is not None
        or is_post(words, rules)
        or opens_office(words)
    )


def opens_office(words: str) -> bool:
    """Whether words in capitals open with an office of the State, whatever blanks a copy lost."""
    return "".join(words.split()).startswith(_TIGHT_OFFICES)


def is_session(line: str, rules: Rulebook) -> bool:
    """Whether a line in capitals tells no more than which session: `KHÓA IX, KỲ HỌP THỨ 9`."""
    return rules.pattern("zones.lost_issuer_session_line").regex.match(line) is not None


def is_bare_head(body: str) -> bool:
    """Whether a body is named by its kind alone: `ỦY BAN NHÂN DÂN` of an area on a lost line."""
    return body in _BARE


def whole_by_acts(issuer: Field, place: Field | None, body: str) -> Field:
    """A bare body with its level and place, where the text tells by them what the body does.

    `ỦY BAN NHÂN DÂN` above `Ủy ban nhân dân tỉnh A ban hành Kế hoạch ...`, issued at A; left as it
    is, and doubtful, where none or those of bodies of two levels are told.

    :param body: the text of the dispatch
    """
    bare = replace(issuer, confidence=min(issuer.confidence, _UNTOLD))
    if place is None:
        return bare
    told = _acting(issuer.value, place.value).finditer(body[:_OPENING])
    found = {" ".join(hit["whole"].upper().split()) for hit in told}
    if len(found) != 1:
        return bare
    return Field(f"{issuer.value} {found.pop()}", issuer.start, issuer.end, issuer.rule, _SURE)


def _acting(issuer: str, place: str) -> regex.Pattern[str]:
    """Where a body of a level at the place is told to act."""
    return regex.compile(
        rf"(?<!\p{{L}})(?i:{_either_tone(issuer)})\s+(?P<whole>{_LEVEL}\s+"
        rf"(?:{_either_tone(place)}))\s+{_ACTS}"
    )


def _either_tone(words: str) -> str:
    """The words with the tone on either letter: Hòa and Hoà, Thanh Hóa and Thanh Hoá, Ủy and Uỷ."""
    return "|".join(r"\s+".join(map(regex.escape, each.split())) for each in spellings(words))


def small_issuer(
    zone: Sequence[Piece], number_at: int, kinds: Mapping[int, BlockKind], rules: Rulebook
) -> list[Piece]:
    """The line right above the number that is the name of a body in small letters, or nothing.

    `Sở Nội vụ tỉnh A`: it opens like a body, ends in no sign and says nothing that a body does.
    """
    above = zone[number_at - 1] if number_at else None
    if above is None or above.start in kinds or above.column == "right":
        return []
    words = above.text.strip(" *-–_")
    if not words[:1].isupper() or len(words) > _LONGEST_BODY or words[-1:] in ".,;:":
        return []
    body = body_heads(rules).match(_toned(words.upper()))
    is_whole = body is not None and len(words.split()) >= _FEWEST_WORDS
    return (
        [above]
        if is_whole and not rules.pattern("zones.lost_issuer_does").regex.search(words)
        else []
    )


def issuer_of_symbol(
    symbol: Symbol | None, number: Field | None, place: Field | None, body: str, rules: Rulebook
) -> Field | None:
    """Return the issuer told by the symbol, with the number's words as its evidence.

    :param body: the text of the dispatch, in which it speaks of itself
    """
    if symbol is None or number is None or symbol.issuer_code is None:
        return None
    name = _names(rules).get(symbol.issuer_code)
    if name is None:
        return None
    if symbol.issuer_code not in _PLACED:
        return Field(name, number.start, number.end, "head.issuer_of_symbol", _SURE)
    if place is None:
        return None
    level = _own_level(symbol.issuer_code, name, body)
    is_province = place.value.casefold() in province_names(rules)
    if level is None or ((level == "tỉnh") != is_province and level != "thành phố"):
        return None
    return Field(
        f"{name} {level} {place.value}", number.start, number.end, "head.issuer_of_symbol", _LIKELY
    )


def _own_level(code: str, name: str, body: str) -> str | None:
    """The level that the dispatch names most often behind its own body's name."""
    pattern = regex.compile(rf"(?:{regex.escape(code)}|{regex.escape(name)})\s+{_LEVEL}\b", regex.I)
    counted = Counter(match[1].casefold() for match in pattern.finditer(body))
    if not counted:
        return None
    level, times = counted.most_common(1)[0]
    return level if times >= _FEWEST and times >= _SHARE * counted.total() else None


@derived
def _names(rules: Rulebook) -> dict[str, str]:
    """Codes with one certain body that issues under it."""
    counted = Counter(row["code"] for row in rules.lexicon("issuers").rows)
    return {
        row["code"]: row["name"]
        for row in rules.lexicon("issuers").rows
        if counted[row["code"]] == 1
        and row["certain"] == "yes"
        and row["level"] in ("central", "ministry", "province", "union")
        and row["code"] not in ("BCH", "BTV", "ĐCT", "TW", "CĐN", "CĐCS", "CĐVC")
    }
