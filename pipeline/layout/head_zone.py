"""Cut the head off the text: its printed lines, with what was broken over several put together.

Pages copied from law sites open with a headline and a table of attributes, and print the cells of
the head one below the other between bars, wrapped at any word.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.layout.markers import marker_of
from pipeline.layout.pieces import Piece, is_capitals, run_on_lines, skeleton, split_cells
from pipeline.layout.provinces import province_names
from pipeline.layout.types import type_line
from pipeline.rulebook import Rulebook

# A head is never longer than this many printed lines; beyond stands the body.
_LONGEST_HEAD = 45
_BODY_LINE = 150
_LONGEST_PREAMBLE = 60  # lines of a page of the web above the head of its document
_ANCHORS = ("layout.national_title", "layout.number_line", "layout.place_date")
_NATIONAL_TITLES = tuple(
    map(
        skeleton,
        (
            "Cộng hòa xã hội chủ nghĩa Việt Nam",
            "Việt Nam dân chủ cộng hòa",
            "Độc lập - Tự do - Hạnh phúc",
        ),
    )
)
_MOST_TITLE_LINES = 4
_SUBJECT_LINES, _SUBJECT_LINE = 6, 60  # of a `V/v` in the left cell: lines, and letters of one
_MOST_DATE_LINES = 3
_DATE_LINES = (", ng", ", hồi ", ", lúc ")
_PLACE_BEGIN = regex.compile(r"\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*){0,2}$")
_PLACE_ALONE = regex.compile(r"\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*){0,3},")
_CARRIES_OUT = regex.compile(r"[Tt]hực hiện\s")
_FIRST_WORDS = ("CỘNG", "VIỆT", "CỘNG HÒA", "CỘNG HOÀ", "VIỆT NAM", "VIỆT NAM DÂN CHỦ")
_BEFORE_NAME = " -–*_"
_NAME_OF_STATE = regex.compile(r"[\s*_–-]*(?:CỘNG|VIỆT|ĐẢNG)\s")
# What copies of scanned and printed files leave of a page's number: `Trang 1THỦ TƯỚNG`, `(1)BỘ`.
_PAGE_MARK = regex.compile(r"(?:Trang\s?\d{1,4}|\(\d{1,3}\))\s{0,3}(?=\p{Lu}{2})")
_FIRST_ITEM = regex.compile(
    r"1\.\s{1,3}(?=(?:UBND|[UỦ][ỶY] BAN|BỘ|SỞ|CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI)\s)"
)
_NEXT_LINE = 8  # blanks at most between two lines of a cell in the text
_BAR = "|"


def head_zone(pieces: Sequence[Piece], rules: Rulebook) -> list[Piece]:
    """The printed lines from the top, or from below the preamble, to where only body can follow."""
    zone = _zone(pieces, rules)
    if _is_anchored(zone, rules):
        return zone
    first = _below_preamble(pieces, rules)
    if first is None:
        return zone
    lower = _zone(pieces[first:], rules)
    return lower if _is_anchored(lower, rules) else zone


def _is_anchored(zone: Sequence[Piece], rules: Rulebook) -> bool:
    anchors = [rules.pattern(rule).regex for rule in _ANCHORS]
    return any(anchor.search(piece.text) for piece in zone for anchor in anchors)


def _below_preamble(pieces: Sequence[Piece], rules: Rulebook) -> int | None:
    """Where the head begins below a page's headline and attributes: its national title tells."""
    title = rules.pattern("layout.national_title").regex
    number = rules.pattern("layout.number_line").regex
    letter = rules.pattern("layout.subject_letter").regex
    at, seen, table = None, 0, -1
    for index, piece in enumerate(pieces):
        if piece.cell is not None:
            table = (
                piece.cell.table
                if rules.pattern("zones.head_zone_attribute").regex.match(piece.text)
                else table
            )
            if piece.cell.table != table:
                return None  # a table that tells no attributes of the paper
            continue
        if seen > _LONGEST_PREAMBLE:
            return None
        seen += not piece.is_blank
        # `SỞ NỘI VỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |`: the cells of a row between bars;
        # a narrow cell breaks the name of the State behind its first word
        below = (
            pieces[index + 1].text if piece.text in _FIRST_WORDS and index + 1 < len(pieces) else ""
        )
        cells = f"{piece.text} {below}".split(_BAR)
        if any(
            _NAME_OF_STATE.match(cell) and title.search(cell.strip(_BEFORE_NAME)) for cell in cells
        ):
            at = index
            break
    if at is None:
        return None
    while at > 0:
        text = pieces[at - 1].text
        printed = any(letter.isalpha() for letter in text)
        if not printed or is_capitals(text) or number.search(text) or letter.search(text):
            at -= 1
            continue
        above = [piece for piece in pieces[max(0, at - _SUBJECT_LINES) : at] if not piece.is_blank]
        opened = next((i for i, piece in enumerate(above) if letter.search(piece.text)), None)
        if opened is None or len(text) > _SUBJECT_LINE:
            break
        at = pieces.index(above[opened])  # the other lines of `V/v ...` in the left cell
    return at


def _zone(pieces: Sequence[Piece], rules: Rulebook) -> list[Piece]:
    """The printed lines from the top to the first line that can only be body."""
    zone: list[Piece] = []
    basis = rules.pattern("layout.basis").regex
    to = rules.pattern("layout.addressees").regex
    letter = rules.pattern("layout.subject_letter").regex
    to_table: int | None = None  # `Kính gửi` and its list are often cells without rules
    for piece in map(_without_page_mark, pieces):
        if not zone and (mark := _FIRST_ITEM.match(piece.text)):
            piece = piece._replace(start=piece.start + mark.end(), text=piece.text[mark.end() :])
        if piece.is_blank or piece.role == "footnote":
            continue
        if piece.cell is not None and to.search(piece.text):
            to_table = piece.cell.table
        if piece.cell is not None and piece.cell.table == to_table:
            zone.append(piece)
            continue
        if piece.cell is not None or len(zone) >= _LONGEST_HEAD:
            break
        opens_basis = zone and basis.search(piece.text) and not is_capitals(piece.text)
        if opens_basis and not _is_carried_out(piece.text, zone[-1], rules):
            break
        if zone and len(piece.text) > _BODY_LINE and piece.box is None:
            # a format of whole paragraphs: a long one is still the subject below its type
            typed = type_line(zone[-1], 0, rules)
            if not letter.search(piece.text) and (typed is None or not typed.is_alone):
                break
        marker = marker_of(piece.text, rules)
        if zone and marker is not None and marker.kind not in ("bullet", "words"):
            break
        zone.extend(cell for line in run_on_lines(piece, rules) for cell in split_cells(line))
    return _with_number_of_team(zone, rules)


def _without_page_mark(piece: Piece) -> Piece:
    mark = _PAGE_MARK.match(piece.text)
    if mark is None:
        return piece
    return piece._replace(start=piece.start + mark.end(), text=piece.text[mark.end() :])


def _with_number_of_team(zone: list[Piece], rules: Rulebook) -> list[Piece]:
    """``ĐOÀN THANH TRA THEO QUYẾT ĐỊNH | SỐ 7/QĐ-TTr``: the number is of the team's name."""
    at = next(
        (
            i
            for i, p in enumerate(zone[:-1])
            if rules.pattern("zones.head_zone_team_of").regex.match(p.text)
        ),
        None,
    )
    if at is None:
        return zone
    piece, below = zone[at], zone[at + 1]
    gap = below.start - piece.end
    if (
        not rules.pattern("zones.head_zone_number_of_team").regex.match(below.text)
        or not 0 < gap <= _NEXT_LINE
    ):
        return zone
    whole = piece._replace(end=below.end, text=piece.text + " " * gap + below.text)
    return [*zone[:at], whole, *zone[at + 2 :]]


def _is_carried_out(words: str, above: Piece, rules: Rulebook) -> bool:
    """Whether `Thực hiện Nghị quyết số ...` right below the type says what a plan is about."""
    if not _CARRIES_OUT.match(words) or words.endswith((";", ",", ":")):
        return False
    typed = type_line(above, 0, rules)
    return typed is not None and typed.is_alone


def title_lines(zone: Sequence[Piece], titles: Sequence[int]) -> list[int]:
    """The lines of the national title and motto, also where a narrow cell broke them.

    :param titles: the lines that hold one of the two, whole or its begin
    """
    found = set(titles)
    for first in range(len(zone)):
        bones = ""
        for index in range(first, min(first + _MOST_TITLE_LINES, len(zone))):
            columns = {zone[index].column, zone[first].column} - {""}
            if len(columns) > 1 or zone[index].page != zone[first].page:
                break
            bones += skeleton(zone[index].text)
            if not bones or not any(title.startswith(bones) for title in _NATIONAL_TITLES):
                break
            if bones in _NATIONAL_TITLES:
                found.update(range(first, index + 1))
    return sorted(found)


def _day_below(zone: Sequence[Piece], index: int, rules: Rulebook) -> str:
    """The day on the line below ``Đông Khê,``; "" where none stands there."""
    piece, below = zone[index], zone[index + 1] if index + 1 < len(zone) else None
    if below is None or not _PLACE_ALONE.fullmatch(piece.text):
        return ""
    gap = below.start - piece.end
    is_rest = below.column == piece.column and below.page == piece.page
    if (
        not is_rest
        or gap > _NEXT_LINE
        or not rules.pattern("zones.head_zone_day_alone").regex.fullmatch(below.text)
    ):
        return ""
    return " " * gap + below.text


def whole_date(zone: Sequence[Piece], index: int, rules: Rulebook) -> tuple[int, str]:
    """A line with its start, and with what its cell printed of a place and date above and below.

    `Lai | Châu, ngày 16 tháng 11 | năm 2024`: the rest of the date stands on the next line, the
    begin of the place on the one above it if a bar opens the cell or a province is named so.  The
    line may break right behind the place.  Blanks stand for what lies between the lines, so that
    offsets hold.
    """
    piece = zone[index]
    start, words = piece.start, piece.text
    if not any(opening in words for opening in _DATE_LINES):
        return start, words + _day_below(zone, index, rules)
    for below in zone[index + 1 : index + 1 + _MOST_DATE_LINES]:
        gap = below.start - start - len(words)
        is_rest = below.column == piece.column and below.page == piece.page
        if (
            not is_rest
            or gap > _NEXT_LINE
            or not rules.pattern("zones.head_zone_date_rest").regex.match(below.text)
        ):
            break
        words += " " * gap + below.text
    if index:
        above = zone[index - 1]
        is_cell = index > 1 and zone[index - 2].text == _BAR
        is_cell = is_cell or f"{above.text} {words.partition(',')[0]}".casefold() in province_names(
            rules
        )
        if is_cell and start - above.end <= _NEXT_LINE and _PLACE_BEGIN.match(above.text):
            words = above.text + " " * (start - above.end) + words
            start = above.start
    return start, words
