"""The addressees (`Kính gửi`) of a head: one behind the words, or a list of lines with dashes."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.layout.pieces import Piece
from pipeline.model import Field
from pipeline.rulebook import Rulebook

_BODY_LINE = 150
_SHORT_ITEM = 70
_BAR = "|"
_LABEL_REST = "gửi:"
_FURTHER_BODY = regex.compile(r",\s\p{Lu}")  # on a line of several: the next one goes on with it
_COUNTRY = regex.compile(r"\(\p{Lu}[\p{L} .-]{2,20}\)[.;]?")  # `Công ty TNHH A | (Việt Nam)`
_LIST_BREAK = regex.compile(r"[;.]\s*[-–+•]\s*")


def run_on_items(line: str) -> list[tuple[int, int]]:
    """Where each item of a list on one line stands: `- Sở Nội vụ; - Sở Y tế`."""
    cuts = [cut.span() for cut in _LIST_BREAK.finditer(line) if cut.end() < len(line)]
    begins = [0, *(end for _, end in cuts)]
    return list(zip(begins, [*(begin for begin, _ in cuts), len(line)], strict=True))


def read_addressees(
    pieces: Sequence[Piece], at: int, rules: Rulebook
) -> tuple[tuple[Field, ...], int]:
    """The addressees that the line at index ``at`` opens, and the index of their last line."""
    opened = rules.pattern("layout.addressees").regex.search(pieces[at].text)
    label = opened.end() if opened is not None else len(_LABEL_REST)
    bullet = rules.pattern("layout.label_bullet").regex
    items: list[tuple[int, int, str]] = []
    rest = pieces[at].text[label:]
    index = at
    start = pieces[at].start + label
    if index + 1 < len(pieces) and pieces[index + 1].text == _BAR and not rest.strip():
        index += 1  # the edge between two cells of a page of the web
    listed = bool(bullet.search(rest)) or not rest.strip()
    for begin, end in run_on_items(rest) if listed else [(0, len(rest))]:
        _append(items, start + begin, rest[begin:end], bullet)
    while index + 1 < len(pieces):
        piece = pieces[index + 1]
        before = pieces[index]
        opens = bullet.search(piece.text) is not None or (
            listed and bool(items) and _is_without_dash(before, piece, rules)
        )
        if rules.pattern("layout.national_title").regex.search(piece.text):
            break
        if piece.cell is not None:
            index += 1
            _append_listed(items, piece, bullet)
            continue
        goes_on = _continues(before, piece, listed, bool(items)) or (
            bool(items) and _is_without_dash(before, piece, rules)
        )
        if not opens and not goes_on:
            break
        index += 1
        if opens or not items:
            listed = True
            _append_listed(items, piece, bullet)
        else:
            begin, _, value = items[-1]
            items[-1] = (begin, piece.end, f"{value} {piece.text}")
    if not listed:
        items = _apart_at_commas(pieces, at, index, items)
    fields = tuple(
        Field(value, begin, end, "layout.addressees")
        for begin, end, value in ((a, e, v.strip(" ;.,:")) for a, e, v in items)
        if value
    )
    return fields, index


def _apart_at_commas(
    pieces: Sequence[Piece], at: int, last: int, items: list[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """Bodies on a line each that ends in a sign, below each other without dashes (old papers)."""
    lines = [(items[0][0], pieces[at].end)] if items else []
    lines += [(piece.start, piece.end) for piece in pieces[at + 1 : last + 1]]
    if len(lines) < 2 or len(items) != 1:
        return items
    begin, _, _ = items[0]
    texts = [pieces[at].text[begin - pieces[at].start :]]
    texts += [piece.text for piece in pieces[at + 1 : last + 1]]
    is_apart = all(text.endswith((",", ";")) for text in texts[:-1]) and (
        any(text.endswith(";") for text in texts[:-1])
        or not any(_FURTHER_BODY.search(text) for text in texts)
    )
    if not is_apart or not all(text[:1].isupper() for text in texts):
        return items
    return [(a, e, text) for (a, e), text in zip(lines, texts, strict=True)]


def broken_label(zone: Sequence[Piece]) -> int | None:
    """The line with the rest of `Kính | gửi:`, which pages of the web wrap at any word."""
    return next(
        (
            index
            for index in range(1, len(zone))
            if zone[index].text.startswith(_LABEL_REST) and zone[index - 1].text == "Kính"
        ),
        None,
    )


def _append(
    items: list[tuple[int, int, str]], start: int, text: str, bullet: regex.Pattern[str]
) -> None:
    match = bullet.search(text)
    if match:
        start, text = start + match.end(), text[match.end() :]
    stripped = text.strip()
    if stripped:
        start += len(text) - len(text.lstrip())
        items.append((start, start + len(stripped), stripped))


def _append_listed(
    items: list[tuple[int, int, str]], piece: Piece, bullet: regex.Pattern[str]
) -> None:
    """Take the items of a cell apart, whose lines the reader has joined."""
    for begin, end in run_on_items(piece.text):
        _append(items, piece.start + begin, piece.text[begin:end], bullet)


def _is_without_dash(before: Piece, piece: Piece, rules: Rulebook) -> bool:
    """An addressee whose dash is lost or was never set: the lines of the list end in `;`."""
    return (
        before.text.endswith(";")
        and piece.text.endswith((";", "."))
        and piece.text[:1].isupper()
        and len(piece.text) < _SHORT_ITEM
        and piece.line - before.line == 1
        and rules.pattern("layout.basis").regex.search(piece.text) is None
    )


def _continues(before: Piece, piece: Piece, listed: bool, has_items: bool) -> bool:
    """True if a line without a dash still belongs to the addressee above it."""
    if not has_items:
        return len(piece.text) < _BODY_LINE
    if before.text.endswith((".", ";")):
        return False
    if piece.line - before.line > 1:
        return False  # a blank line ends the list
    if before.box is not None and piece.box is not None:
        if not listed and before.text.endswith(",") and len(piece.text) < _SHORT_ITEM:
            return True
        # a body paragraph starts at the margin, a wrapped addressee does not
        return listed and piece.box[0] > before.box[0] - 2 and len(piece.text) < 90
    is_rest = piece.text[0].islower() or _COUNTRY.fullmatch(piece.text) is not None
    return is_rest or before.text.endswith(",")
