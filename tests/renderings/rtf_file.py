"""Prints a sample as Rich Text: rows of cells, Unicode escapes, or the bytes of a legacy font."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.renderings.legacy import FONTS, set_in_fonts
from tests.renderings.printed import Columns, Part, printed
from tests.samples.marks import Run, plain, runs
from tests.samples.sample import Grid, NewPage, Sample

WIDTH = 9400  # twips between the margins of the page
BORDER = "".join(rf"\clbrdr{side}\brdrs\brdrw10" for side in "tlbr")


def to_bytes(sample: Sample, encoding: str | None = None) -> bytes:
    """The .rtf file, all ASCII."""
    names = ("Times New Roman",) if encoding is None else FONTS[encoding]
    fonts = "".join(rf"{{\f{n}\fnil {name};}}" for n, name in enumerate(names))
    body = "\n".join(_part(part, encoding) for part in printed(sample))
    return (rf"{{\rtf1\ansi\ansicpg1252\deff0\uc1{{\fonttbl{fonts}}}" + "\n" + body + "\n}").encode(
        "ascii"
    )


def _part(part: Part, encoding: str | None) -> str:
    if isinstance(part, Columns):
        return _row([part.left, part.right], [4000, WIDTH], encoding, "")
    if isinstance(part, Grid):
        return _grid(part, encoding)
    if isinstance(part, NewPage):
        return r"\page"
    pieces = runs(part.parts, part.look == "heading", part.look == "basis")
    place = r"\qc" if part.look == "center" else r"\qj"
    return rf"\pard{place} {_runs(pieces, encoding)}\par"


def _runs(pieces: Iterable[Run], encoding: str | None) -> str:
    return "".join(_run(piece, encoding) for piece in pieces)


def _run(run: Run, encoding: str | None) -> str:
    text, is_bold, is_italic = run
    face = (r"\b" if is_bold else "") + (r"\i" if is_italic else "")
    if encoding is None:
        return rf"{{\f0{face} {_unicode(text)}}}"
    names = FONTS[encoding]
    return "".join(
        rf"{{\f{names.index(font)}{face} {_bytes(letters)}}}"
        for letters, font in set_in_fonts(text, encoding)
    )


def _unicode(text: str) -> str:
    return "".join(c if c.isascii() else rf"\u{ord(c)}?" for c in text)


def _bytes(text: str) -> str:
    """Codes as bytes of CP1252; signs that a legacy font lacks stay as Unicode escapes."""
    shown = []
    for sign in text:
        raw = sign.encode("cp1252", "ignore") or sign.encode("latin-1", "ignore")
        shown.append(sign if sign.isascii() else rf"\'{raw[0]:02x}" if raw else _unicode(sign))
    return "".join(shown)


def _row(
    cells: Sequence[Sequence[Run]], edges: Sequence[int], encoding: str | None, border: str
) -> str:
    frame = "".join(rf"{border}\cellx{edge}" for edge in edges)
    inner = []
    for lines in cells:
        texts = [_run(line, encoding) for line in lines]
        inner.append("\\pard\\intbl " + "\\par\n\\pard\\intbl ".join(texts) + "\\cell\n")
    return rf"\trowd\trgaph108{frame}" + "\n" + "".join(inner) + r"\row"


def _grid(grid: Grid, encoding: str | None) -> str:
    edges, at = [], 0.0
    for share in grid.widths:
        at += share * WIDTH
        edges.append(round(at))
    head: list[list[Run]] = [[(name, True, False)] for name in grid.columns]
    rows = [_row(head, edges, encoding, BORDER)]
    for row in grid.rows:
        is_band = len(row) == 1
        cells: list[list[Run]] = [[(plain(cell), is_band, False)] for cell in row]
        rows.append(_row(cells, edges[-1:] if is_band else edges, encoding, BORDER))
    return "\n".join(rows) + "\n" + r"\pard\par"
