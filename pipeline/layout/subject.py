"""Read the trích yếu: `V/v ...` of a công văn, or the lines below the type name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from pipeline.layout.lost_issuer import OFFICES, is_session, names_authority
from pipeline.layout.pieces import Piece, is_capitals
from pipeline.layout.types import TypeLine
from pipeline.model import BlockKind, Field
from pipeline.rulebook import Rulebook

_LONGEST_LINES = 10
# Points that a subject line may stand off the centre; a full line of the body, which opens with an
# indent, stands off by half of that.
_WIDE, _WIDE_OFF_CENTRE, _OFF_CENTRE = 380, 9, 30
_ADDRESSED = regex.compile(r"(?<=\S)\s{1,8}Kính gửi\s?:")
_NARROW = 60  # letters: a line of the left cell is no wider
_FULL = 80  # letters: a line of a subject that goes on below it
_BAR = "|"
_SHORT = regex.compile(r"(?!KHẨN|MẬT|ĐẾN)\p{Lu}{2,6}")  # `chính sách thuế | GTGT`
_PARTY_NUMBER = regex.compile(r"\d\s*[-–]\s*CV\s*/")  # whose subject opens with `Về`
_ABOUT = regex.compile(r"Về\s+(?=\p{Ll})")
_DECORATION = " \t*_-–=.;"
_CLOSING = ('"', "”")
_WHOSE = regex.compile(r"CỦA(?:\s|(?=\p{Lu}{2}))")
# Laws and ordinances are passed by the National Assembly and its committee alone.
_LAWS = frozenset({"L", "PL"})
_NATIONAL = "QUỐC HỘI"
_ENACTS = "QUỐC HỘI NƯỚC"  # opens the căn cứ; the rest of the line is like the national title
_PARTED_LEAD = regex.compile(r"(?i:việc)\s+")
_SENTENCES = regex.compile(r"\p{Ll}{2}\.\s+\p{Lu}\p{Ll}")
# Offices that sign in their own name; what a paper is about never opens with one in capitals.
_IN_OWN_NAME = (*OFFICES[:2], "CHỦ TỊCH CHÍNH PHỦ", "CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG")
_DAYS_OF_BODY = ("layout.meeting_day", "layout.sentence_day")


def read_subject(
    zone: Sequence[Piece],
    rules: Rulebook,
    number_at: int | None,
    typed: TypeLine | None,
    to_at: int | None,
    kinds: Mapping[int, BlockKind],
) -> tuple[Field | None, list[int]]:
    """Return the subject without `V/v` or `Về việc`, and the indexes of its lines in ``zone``."""
    if typed is not None:
        return _below_type(zone, rules, typed, kinds)
    letter = rules.pattern("layout.subject_letter").regex
    party = rules.pattern("layout.subject_party_letter").regex
    for index, piece in enumerate(zone):
        below = to_at is not None and index >= to_at and number_at is not None and index > number_at
        if below and piece.column != "left":
            break  # below `Kính gửi` stands the body, unless the head was read column by column
        if piece.start in kinds:
            continue
        opened = letter.search(piece.text)
        if opened is not None and number_at is None and _SENTENCES.search(piece.text, opened.end()):
            break  # `Về việc tiếp dân, các cơ quan đã tiếp ... Nội dung ...`: the body itself
        if opened is None and number_at is not None and number_at < index <= number_at + 2:
            is_short = len(piece.text) < 120
            opened = party.search(piece.text) if is_short else None
            is_party = is_short and _PARTY_NUMBER.search(zone[number_at].text)
            is_letter = to_at is not None and index < to_at
            is_letter = is_letter and all(p.start in kinds for p in zone[number_at + 1 : index])
            if opened is None and (is_party or is_letter):
                opened = _ABOUT.match(piece.text)
            if opened is not None:
                return _gather(zone, index, piece.start, rules, kinds, "head.subject_party")
        if opened is not None:
            start = piece.start + opened.end()
            return _gather(zone, index, start, rules, kinds, "layout.subject_letter")
    return _below_number(zone, rules, number_at, kinds) if to_at is None else (None, [])


def _below_number(
    zone: Sequence[Piece],
    rules: Rulebook,
    number_at: int | None,
    kinds: Mapping[int, BlockKind],
) -> tuple[Field | None, list[int]]:
    """The lines in capitals right below number and date, where the line of the type is lost."""
    if number_at is None:
        return None, []
    untyped = rules.pattern("layout.subject_untyped").regex
    for index in range(number_at + 1, len(zone)):
        piece = zone[index]
        if piece.start in kinds:
            continue
        if piece.column or not untyped.match(piece.text):
            break
        lead = untyped.match(piece.text)
        start = piece.start + (lead.end("lead") if lead is not None and lead["lead"] else 0)
        return _gather(zone, index, start, rules, kinds, "layout.subject_untyped")
    return None, []


def _gather(
    zone: Sequence[Piece],
    index: int,
    start: int,
    rules: Rulebook,
    kinds: Mapping[int, BlockKind],
    rule: str,
) -> tuple[Field | None, list[int]]:
    """The line at ``index`` and the lines of the same cell below it."""
    lines = [index]
    # pages copied from the web have a blank line between any two
    apart = 2 if index and zone[index].line - zone[index - 1].line == 2 else 1
    for following in range(index + 1, min(index + _LONGEST_LINES, len(zone))):
        piece, before = zone[following], zone[lines[-1]]
        same_cell = piece.column == before.column or (
            piece.column == "left" and not before.column and piece.line == before.line + 1
        )  # beside the line before stood nothing
        if not same_cell or piece.start in kinds or piece.page != before.page:
            break
        if piece.line - before.line > apart or _is_far_below(before, piece):
            break
        if apart > 1 and len(piece.text) > _NARROW and not piece.text[0].islower():
            break
        goes_on = _is_number(piece) or before.text.endswith(",") or _SHORT.fullmatch(piece.text)
        if is_capitals(piece.text) and not is_capitals(before.text) and not goes_on:
            break
        if piece.text == _BAR:
            break  # the edge of the cell
        below = following + 1  # `KHÓA IX, KỲ HỌP THỨ 9` below the name of a council
        while below < len(zone) and is_session(zone[below].text, rules):
            below += 1
        is_last = below == len(zone) and is_capitals(piece.text)
        if is_last and names_authority(piece.text, rules):
            break  # the authority, with the căn cứ right below
        if rules.pattern("layout.addressees").regex.search(piece.text):
            break
        if before.text.endswith((".", ";", ":")) and not before.text.endswith("..."):
            break
        lines.append(following)
    return _field(zone, lines, start, rule), lines


def _below_type(
    zone: Sequence[Piece], rules: Rulebook, typed: TypeLine, kinds: Mapping[int, BlockKind]
) -> tuple[Field | None, list[int]]:
    """The lines below that of the type, with what stands behind the type in its own line."""
    head, stop = zone[typed.index], min(typed.index + 1 + _LONGEST_LINES, len(zone))
    rest = head.text[typed.rest :]
    lines: list[int] = []
    start = None
    if not (typed.is_alone or _names_kind(rest, zone[typed.index + 1 : typed.index + 2], rules)):
        lines, start = [typed.index], head.start + typed.rest
    letter = rules.pattern("layout.subject_letter").regex
    for index in range(typed.index + 1, stop):
        piece = zone[index]
        before = zone[lines[-1]] if lines else head
        if not lines and (
            kinds.get(piece.start) == "number"
            or rules.pattern("zones.subject_number_day").regex.fullmatch(piece.text)
        ):
            continue  # `HỢP ĐỒNG | Số: 8/2022/HĐ | V/v ...`: the number stands in between
        if not lines and piece.text.casefold() == typed.name.casefold():
            continue  # a site's heading says the type once more
        if piece.start in kinds or piece.column or piece.page != head.page:
            break
        if rules.pattern("zones.subject_site_status").regex.match(piece.text):
            break
        if lines and _stands_apart(zone, typed.index, before, piece, rules):
            break
        if not lines:
            is_all, start = _says_whose(zone, index, rules)
            if is_all:
                continue
        if _is_authority(zone, index, typed, kinds, rules, is_first=not lines):
            break
        if _begins_body(before, piece, head, bool(lines)) or rules.pattern(
            "zones.subject_today"
        ).regex.match(piece.text):
            break
        if lines and (_is_of_body(before, piece, rules) or _sets_out(zone, index, rules)):
            break
        lines.append(index)
        if start is None:
            opened = letter.search(piece.text)
            start = piece.start + (opened.end() if opened else 0)
        elif len(lines) == 2 and before.text.casefold() == "về":
            parted = _PARTED_LEAD.match(piece.text)  # `VỀ | VIỆC BAN HÀNH`, broken in a narrow cell
            start = piece.start + parted.end() if parted else start
        if _ends_subject(piece, zone[index + 1 : index + 2], rules):
            break
    if start is None:
        return None, []
    return _field(zone, lines, start, "head.subject"), lines


def _stands_apart(
    zone: Sequence[Piece], typed: int, before: Piece, piece: Piece, rules: Rulebook
) -> bool:
    """Whether a line is too far below the one before it, or set in letters of another kind."""
    goes_on = (
        piece.text[:1].islower()
        or rules.pattern("zones.subject_open_end").regex.search(before.text) is not None
        or rules.pattern("zones.subject_period").regex.match(piece.text) is not None
        or (before.text.count('"') % 2 and piece.text.count('"') % 2)
        or (
            before.text.endswith(";")
            and rules.pattern("zones.subject_further").regex.match(piece.text) is not None
        )
    )
    # pages copied from the web have a blank line between any two
    gap = 2 if goes_on or _is_wrapped(zone, typed, before, piece) else 1
    if piece.line - before.line > gap or _is_far_below(before, piece):
        return True
    if not any(map(str.isalpha, piece.text)):
        return False  # `NĂM 2019 - | 2020`
    if not any(map(str.isalpha, before.text)):
        return not (is_capitals(piece.text) or piece.text[:1].islower())
    # the authority in capitals that opens the căn cứ, or the opening of the body
    return is_capitals(piece.text) != is_capitals(before.text)


def _says_whose(zone: Sequence[Piece], index: int, rules: Rulebook) -> tuple[bool, int | None]:
    """Whether the line says whose paper it is and no more; and where else its subject begins.

    `QUYẾT ĐỊNH | CỦA BỘ TRƯỞNG BỘ A`: who decides, and not what about.
    """
    piece = zone[index]
    if _WHOSE.match(piece.text) and is_capitals(piece.text):
        about = rules.pattern("zones.subject_numbered_whose").regex.match(
            piece.text
        ) or rules.pattern("zones.subject_whose_about").regex.match(piece.text)
        is_all = about is None
    elif rules.pattern("zones.subject_of_body").regex.match(piece.text):
        about = rules.pattern("zones.subject_of_body_about").regex.match(piece.text)
        is_all = about is None and _is_about(zone, index + 1)
    else:
        return False, None
    return is_all, None if about is None else piece.start + about.end()


def _is_authority(
    zone: Sequence[Piece],
    index: int,
    typed: TypeLine,
    kinds: Mapping[int, BlockKind],
    rules: Rulebook,
    *,
    is_first: bool,
) -> bool:
    """Whether the line names who decides, in capitals right above the căn cứ."""
    piece = zone[index]
    if not is_capitals(piece.text):
        return False
    if is_first and piece.text.startswith(_IN_OWN_NAME):
        return True  # `CHỦ TỊCH NƯỚC VIỆT NAM ...` signs and is no subject
    below = index + 1
    # `KHÓA IX, KỲ HỌP THỨ 9` below the name of a council, or the State's name
    while below < len(zone) and (
        is_session(zone[below].text, rules) or kinds.get(zone[below].start) == "header"
    ):
        below += 1
    enacting = rules.pattern("layout.enacting").regex
    if below < len(zone) and not enacting.match(zone[below].text):
        return False
    # `LUẬT | CÔNG ĐOÀN`: what the law is about
    names_law = is_first and typed.code in _LAWS and _NATIONAL not in piece.text
    return not names_law and names_authority(piece.text, rules)


def _is_of_body(before: Piece, piece: Piece, rules: Rulebook) -> bool:
    """Whether a line below the subject is a sentence of the body, or of what it came with."""
    if before.bold and not piece.bold:
        return True  # paragraphs of an office format: the subject is bold, the body is not
    if any(rules.pattern(day).regex.match(piece.text) for day in _DAYS_OF_BODY):
        return True
    if rules.pattern("zones.subject_attached").regex.match(piece.text) or rules.pattern(
        "zones.subject_unit"
    ).regex.match(piece.text):
        return True  # the subject of a regulation, below it the decision that it came with
    if rules.pattern("zones.subject_open_end").regex.search(before.text):
        return False
    is_told = rules.pattern("zones.subject_told").regex.match(piece.text) is not None
    return is_told or piece.text.startswith(_ENACTS) or _opens(piece.text)


def _sets_out(zone: Sequence[Piece], index: int, rules: Rulebook) -> bool:
    """Whether a sentence begins that names a paper and then who reports or asks on the strength of
    it."""
    if rules.pattern("zones.subject_set_out").regex.match(zone[index].text) is None:
        return False
    if rules.pattern("zones.subject_open_end").regex.search(zone[index - 1].text):
        return False
    sentence = " ".join(piece.text for piece in zone[index : index + _LONGEST_LINES])
    return rules.pattern("zones.subject_acts").regex.search(sentence) is not None


def _ends_subject(piece: Piece, below: Sequence[Piece], rules: Rulebook) -> bool:
    """Whether the signs at a line's end say so; behind a semicolon a long subject goes on in small
    letters."""
    if not piece.text.endswith((".", ";")) or piece.text.endswith("..."):
        return False
    if not below or piece.text.endswith("."):
        return True
    return (
        not below[0].text[:1].islower()
        and rules.pattern("zones.subject_further").regex.match(below[0].text) is None
    )


def _names_kind(rest: str, below: Sequence[Piece], rules: Rulebook) -> bool:
    """``KẾT LUẬN THANH TRA | Việc quản lý ...``: what goes on the type's line is of the type."""
    if not below or not below[0].text.startswith(("Về ", "V/v", "VỀ ", "Việc ", "VIỆC ")):
        return False
    return rules.pattern("zones.subject_kind").regex.fullmatch(rest.strip(_DECORATION)) is not None


def _is_number(piece: Piece) -> bool:
    """Whether a line is but the number of a paper that the subject names: `75/2023/NĐ-CP`."""
    return piece.text[:1].isdigit() and "/" in piece.text and " " not in piece.text


def _is_about(zone: Sequence[Piece], index: int) -> bool:
    """Whether the line at ``index`` opens with what a paper is about: `về tăng cường ...`."""
    return index < len(zone) and zone[index].text.casefold().startswith("về ")


def _is_wrapped(zone: Sequence[Piece], typed: int, before: Piece, piece: Piece) -> bool:
    """Whether a line goes on with the one before it where a blank line parts any two of the head.

    The line before is a full one, and this is neither a sentence nor the announcement of one.
    """
    if typed == 0 or zone[typed].line - zone[typed - 1].line != 2:
        return False
    is_end = piece.text.endswith((".", ":", ";", ",")) or len(piece.text) > _FULL + _NARROW
    return len(before.text) >= _FULL and not is_end


def _opens(words: str) -> bool:
    """A line of its own that announces what follows: ``Kết quả cụ thể như sau:``."""
    return words.endswith(":") and words[:1].isupper() and not is_capitals(words)


def _is_far_below(before: Piece, piece: Piece) -> bool:
    if before.box is None or piece.box is None:
        return False
    height = before.box[3] - before.box[1]
    return piece.box[1] - before.box[3] > 1.6 * height


def _begins_body(before: Piece, piece: Piece, head: Piece, has_lines: bool) -> bool:
    """True where the set lines tell: the subject is centred, the body opens with an indent."""
    if piece.box is None or head.box is None:
        return False
    if has_lines and before.bold and not piece.bold:
        return True
    centre = (head.box[0] + head.box[2]) / 2
    own = (piece.box[0] + piece.box[2]) / 2
    is_wide = piece.box[2] - piece.box[0] > _WIDE
    return abs(own - centre) > (_WIDE_OFF_CENTRE if is_wide else _OFF_CENTRE)


def _field(zone: Sequence[Piece], lines: Sequence[int], start: int, rule: str) -> Field | None:
    if not lines:
        return None
    parts = []
    for index in lines:
        piece = zone[index]
        parts.append(
            piece.text[max(0, start - piece.start) :] if piece.start < start else piece.text
        )
    end = zone[lines[-1]].end
    last = _ADDRESSED.search(parts[-1])
    if last is not None:  # a copy that runs the whole head together
        end -= len(parts[-1]) - last.start()
        parts[-1] = parts[-1][: last.start()]
    value = " ".join(" ".join(parts).split()).strip(_DECORATION).lstrip(": ")
    if value.endswith(")") and "(" not in value:  # `(về việc ...)`: the bracket opened before it
        value, end = value.removesuffix(")").rstrip(), end - 1
    if value[-1:] in _CLOSING and value.count(value[-1]) % 2 and "“" not in value:
        value, end = value[:-1].rstrip(), end - 1  # `"V/v ..."`: the quotation opened before it
    if not value:
        return None
    return Field(value, start, end, rule)
