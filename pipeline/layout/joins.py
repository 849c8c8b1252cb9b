"""Decide whether a line goes on with the paragraph of the line above it.

Three kinds of source: set lines with boxes (PDF, scans), wrapped or whole lines of plain text, and
formats that give whole paragraphs (Word, Rich Text, HTML).
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.layout.pieces import Piece, is_capitals
from pipeline.rulebook import Rulebook

# `Kế hoạch số 1043/KH-` | `UBND ngày 16/6/2022`: a document number that the line's end cuts
_CUT_NUMBER = regex.compile(r"\d/(?:(?:19|20)\d{2}/)?(?:\p{Lu}[\p{L}\d]{0,11}[-–/]){0,6}\s*$")
_REST_OF_NUMBER = regex.compile(
    r"\p{Lu}[\p{L}\d]{0,11}(?:[-–/]\p{Lu}[\p{L}\d]{0,11}){0,6}(?:\s?[,;.)]|\s+\p{Ll}|\s*$)"
)
_ABBREVIATED = 8  # letters; a longer word in capitals is a title by itself
_ENDED = regex.compile(r"(?:[.;:!?…]|\./\.?)[\"”’)\]]*\s*$")
_RESTS_ON = regex.compile(r"ngày\s+[\d.…]|của\s")  # a number's day, a document's body
_FULL_LINE = 50  # letters: a line that a writer broke by hand at the margin
_LONGEST_LINE = 160  # letters: no text is wrapped wider
_MUCH_WIDER = 1.3  # times the width at which text wraps: a line that nothing has wrapped
_OFTEN = 3  # one in so many lines goes on in small letters where text is wrapped
_FULL_PAGE, _ALIKE = 8, 45.0  # lines that show a margin; points by which lists are set in
_STRAIGHT, _STEP = 3.0, 60.0  # points: one below the other; from a marker to its item's words
_EDGES = frozenset({"header", "footer"})  # they have margins of their own
_PARAGRAPHS = frozenset({"docx", "html", "rtf", "word97"})


@dataclass(frozen=True, slots=True)
class Margins:
    """Left and right edge of the set text (points), or the width at which plain text wraps."""

    left: float = 0.0
    right: float = 0.0
    wrap: int = 0


def margins_of(pieces: Sequence[Piece], widths: Mapping[int, float | None]) -> dict[int, Margins]:
    """Margins per page (set lines), and the wrap width of plain text under page 0.

    :param widths: of the pages; pages of one format are set to the same margin, which a page of
        short lines alone (a list of names) does not show
    """
    found: dict[int, Margins] = {}
    pages: dict[int, list[Piece]] = {}
    for piece in pieces:
        if (
            piece.box is not None
            and not piece.column
            and piece.cell is None
            and piece.role not in _EDGES
            and len(piece.text) > 25
        ):
            pages.setdefault(piece.page, []).append(piece)
    for page, lines in pages.items():
        boxes = [p.box for p in lines if p.box is not None]
        found[page] = Margins(
            left=sorted(b[0] for b in boxes)[len(boxes) // 10],
            right=sorted(b[2] for b in boxes)[(len(boxes) * 9) // 10],
        )
    full = [page for page, lines in pages.items() if len(lines) >= _FULL_PAGE]
    for page, own in list(found.items()):
        alike = (
            found[other].right
            for other in full
            if widths.get(other) == widths.get(page) is not None
            and abs(found[other].left - own.left) <= _ALIKE
        )
        found[page] = replace(own, right=max([own.right, *alike]))
    found[0] = Margins(wrap=_wrap_of(pieces))
    return found


def _wrap_of(pieces: Sequence[Piece]) -> int:
    """The width at which plain text wraps; 0 where it holds a paragraph a line."""
    lines = [p for p in pieces if p.box is None and p.cell is None]
    pairs = [
        (line.text, below.text)
        for line, below in itertools.pairwise(lines)
        if 40 <= len(line.text) <= 130 and not below.is_blank
    ]
    if not pairs:
        return 0
    lengths = sorted(len(line) for line, _ in pairs)
    wrap = lengths[(len(lengths) * 9) // 10]
    wider = sum(len(line.text) > _MUCH_WIDER * wrap for line in lines)
    wrapped = sum(below[0].islower() and _ENDED.search(line) is None for line, below in pairs)
    # a letter of long lines may have a list that is wrapped: then words go on below most of these
    return wrap if wider <= wrapped or _OFTEN * wrapped >= len(pairs) else 0


def joins(
    lines: Sequence[Piece],
    piece: Piece,
    margins: dict[int, Margins],
    reader: str,
    label: str = "",
    *,
    rules: Rulebook,
) -> bool:
    """True if ``piece`` (which opens with no marker) carries on the paragraph of ``lines``.

    :param label: the marker that the paragraph opens with (``-``, ``1.``)
    """
    before = lines[-1]
    if before.column != piece.column or before.cell is not None or piece.cell is not None:
        return False
    if (before.role == "footnote") != (piece.role == "footnote"):
        return False
    if rules.pattern("zones.joins_closes").regex.match(piece.text) or rules.pattern(
        "zones.joins_prize"
    ).regex.match(piece.text):
        return False  # its capital opens a sentence, also below an entry that ends without a sign
    if before.text.rstrip()[-1:] in "-–/" and _is_cut_number(before.text, piece.text):
        return True
    if before.box is not None and piece.box is not None:
        return _joins_set(before, piece, margins, _hangs(lines, piece, label))
    if reader in _PARAGRAPHS:
        return _joins_paragraphs(before.text, piece.text, rules)
    if len(before.text) > _LONGEST_LINE:
        return _joins_paragraphs(
            before.text, piece.text, rules
        )  # this file holds a paragraph a line
    return _joins_plain(before, piece, margins[0].wrap, rules)


def _is_cut_number(before: str, text: str) -> bool:
    return _CUT_NUMBER.search(before) is not None and _REST_OF_NUMBER.match(text) is not None


def is_full(piece: Piece, margins: dict[int, Margins]) -> bool:
    """True if the line goes to the right margin, or to the width at which plain text wraps."""
    if piece.box is None:
        return margins[0].wrap >= 50 and len(piece.text) >= 0.9 * margins[0].wrap
    page = margins.get(piece.page)
    return page is not None and piece.box[2] > page.right - 0.1 * (page.right - page.left)


def _hangs(lines: Sequence[Piece], piece: Piece, label: str) -> bool:
    """True if the line is set under the words of its item, to the right of the item's marker.

    The second line of such an item stands a step in from its first; every further one, and the
    lines of a block that is set in as a whole, straight below the line above.
    """
    before = lines[-1]
    if before.box is None or piece.box is None:
        return False
    step = piece.box[0] - before.box[0]
    is_ended = _ENDED.search(before.text) is not None
    goes_on = piece.text[:1].islower() and not is_ended
    if abs(step) <= _STRAIGHT:
        return goes_on or (bool(label) and len(lines) > 1)
    is_bullet = not any(letter.isalnum() for letter in label)
    is_second = bool(label) and len(lines) == 1
    return is_second and _STRAIGHT < step <= _STEP and (goes_on or (is_bullet and not is_ended))


def _joins_set(before: Piece, piece: Piece, margins: dict[int, Margins], hangs: bool) -> bool:
    assert before.box is not None and piece.box is not None
    page = margins.get(piece.page)
    page_before = margins.get(before.page)
    if page is None or page_before is None:
        return False
    indented = piece.box[0] > page.left + 12 and not hangs
    reaches = before.box[2] > page_before.right - 0.16 * (page_before.right - page_before.left)
    if before.page != piece.page:
        return reaches and not indented and _ENDED.search(before.text) is None
    if before.italic and not piece.italic and _ENDED.search(before.text):
        return False  # the căn cứ are set in italics, the text below them is not
    if before.text.rstrip().endswith(":") and _is_title(piece):
        return False  # `... như sau:` | `A. TẬP THỂ`
    height = before.box[3] - before.box[1]
    if piece.box[1] - before.box[3] > 1.5 * height:
        return False
    if _is_centred(before, page) or _is_centred(piece, page):
        return _is_centred(before, page) and _is_centred(piece, page) and before.bold == piece.bold
    return reaches and not indented


def _is_centred(piece: Piece, page: Margins) -> bool:
    assert piece.box is not None
    left, right = piece.box[0] - page.left, page.right - piece.box[2]
    return left > 40 and abs(left - right) < 0.3 * (left + right)


def _joins_paragraphs(before: str, text: str, rules: Rulebook) -> bool:
    """True if a writer ended a line with the key that ends a paragraph: a title, a cut sentence."""
    if _ENDED.search(before):
        return False
    if is_capitals(before) or is_capitals(text):
        return is_capitals(before) and is_capitals(text)
    if _is_unclosed(before) or rules.pattern("zones.joins_open_end").regex.search(before):
        return True
    is_rest = len(before) >= _FULL_LINE or _RESTS_ON.match(text) is not None
    return text[0].islower() and is_rest


def _is_unclosed(text: str) -> bool:
    """True if a bracket or a quotation is still open at the end of a line."""
    return text.count("(") > text.count(")") or text.count("“") > text.count("”")


def _joins_plain(before: Piece, piece: Piece, wrap: int, rules: Rulebook) -> bool:
    first = piece.text[0]
    gap = piece.line - before.line > 1
    ended = _ENDED.search(before.text) is not None
    unbalanced = before.text.count("“") > before.text.count("”") and _closes_quote(piece.text)
    if gap:
        # a page break of the original: only a sentence cut in the middle goes on behind it
        if len(before.text) < 50 or ended or is_capitals(before.text):
            return False
        if piece.page != before.page and wrap >= 50 and not is_capitals(piece.text):
            return len(before.text) >= 0.8 * wrap  # a full line, cut where the page ended
        return (
            first.islower()
            or unbalanced
            or (
                first.isdigit()
                and rules.pattern("zones.joins_open_word").regex.search(before.text) is not None
            )
        )
    if ended and first == "(":
        return True  # `(Giải pháp: ...)` on the next line belongs to the entry
    if ended:
        return first.islower() and wrap > 0 and len(before.text) >= 0.8 * wrap
    if _is_title(before) or _is_title(piece):
        return is_capitals(before.text) and is_capitals(piece.text)
    if wrap >= 50 and before.text.endswith(",") and first.isupper() and _is_short(before, wrap):
        return False  # the last căn cứ ends with a comma too
    if (
        first.islower()
        or unbalanced
        or rules.pattern("zones.joins_open_word").regex.search(before.text)
    ):
        return True
    return wrap >= 50 and 0.8 * wrap <= len(before.text) <= 1.2 * wrap


def _is_title(piece: Piece) -> bool:
    """Capitals, and not the abbreviation or number (`VNĐ.`, `47.000 VNĐ`, `428/TTXT-`) left over
    for a line of its own."""
    if not is_capitals(piece.text):
        return False
    words = [
        word
        for word in piece.text.split()
        if any(letter.isalpha() for letter in word) and not word[0].isdigit()
    ]
    return len(words) > 1 or any(len(word) > _ABBREVIATED for word in words)


def _is_short(piece: Piece, wrap: int) -> bool:
    """A line that had room for the next word ends its paragraph."""
    return len(piece.text) < 0.6 * wrap


def _closes_quote(text: str) -> bool:
    """True if a closing quotation mark comes before any opening one."""
    closing, opening = text.find("”"), text.find("“")
    return closing >= 0 and (opening < 0 or closing < opening)
