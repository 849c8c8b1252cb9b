"""Prints a sample as an OpenDocument text, named styles and automatic ones as LibreOffice sets."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from tests.renderings.legacy import FONTS, set_in_fonts
from tests.renderings.printed import Columns, Part, printed
from tests.samples.marks import Run, plain, runs
from tests.samples.sample import Grid, NewPage, Sample

SPACES = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = "".join(
    f' xmlns:{short}="{SPACES}{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip
MIMETYPE = "application/vnd.oasis.opendocument.text"
BORDER = '<style:table-cell-properties fo:border="0.5pt solid #000000"/>'


def to_bytes(sample: Sample, encoding: str | None = None) -> bytes:
    """The .odt file, its letters in Unicode or in the codes of a legacy encoding's fonts."""
    fonts = ("Times New Roman",) if encoding is None else FONTS[encoding]
    body = "".join(_part(part, encoding) for part in printed(sample))
    return package(body, _faces(fonts))


def package(body: str, styles: str = "", common: str = "") -> bytes:
    """An ODT of the given text.

    :param body: what stands in ``office:text``
    :param styles: automatic styles of the text
    :param common: what stands in the root of ``styles.xml``
    """
    content = (
        f"<office:document-content{NAMES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        for name, text in (
            ("mimetype", MIMETYPE),
            ("content.xml", content),
            ("styles.xml", f"<office:document-styles{NAMES}>{common}</office:document-styles>"),
        ):
            file.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text)
    return raw.getvalue()


def style(name: str, family: str, inner: str, more: str = "") -> str:
    """A style of a family."""
    return f'<style:style style:name="{name}" style:family="{family}"{more}>{inner}</style:style>'


def _faces(fonts: Sequence[str]) -> str:
    """A text style for each font and face, a style of cells with borders, one that parts pages."""
    made = [
        style("Cell", "table-cell", BORDER),
        style("Page", "paragraph", '<style:paragraph-properties fo:break-before="page"/>'),
    ]
    for at, font in enumerate(fonts):
        for face, says in (
            ("", ""), ("b", ' fo:font-weight="bold"'), ("i", ' fo:font-style="italic"'),
            ("bi", ' fo:font-weight="bold" fo:font-style="italic"'),
        ):  # fmt: skip
            looks = f'<style:text-properties fo:font-family="{font}"{says}/>'
            made.append(style(f"T{at}{face}", "text", looks))
    return "".join(made)


def _part(part: Part, encoding: str | None) -> str:
    if isinstance(part, Columns):
        return _table([[part.left, part.right]], encoding, "")
    if isinstance(part, Grid):
        return _grid(part, encoding)
    if isinstance(part, NewPage):
        return '<text:p text:style-name="Page"/>'
    pieces = runs(part.parts, part.look == "heading", part.look == "basis")
    return _paragraph(pieces, encoding)


def _paragraph(pieces: Iterable[Run], encoding: str | None) -> str:
    return f"<text:p>{''.join(_run(piece, encoding) for piece in pieces)}</text:p>"


def _run(run: Run, encoding: str | None) -> str:
    text, is_bold, is_italic = run
    face = "b" * is_bold + "i" * is_italic
    spans = [(text, 0)] if encoding is None else [
        (letters, FONTS[encoding].index(font)) for letters, font in set_in_fonts(text, encoding)
    ]  # fmt: skip
    return "".join(
        f'<text:span text:style-name="T{font}{face}">{escape(letters)}</text:span>'
        for letters, font in spans
    )


def _table(rows: list[list[Sequence[Run]]], encoding: str | None, cell_style: str) -> str:
    width = max(map(len, rows))
    shown = []
    for row in rows:
        covered = width - len(row)
        span = f' table:number-columns-spanned="{covered + 1}"' if covered else ""
        cells = "".join(
            f"<table:table-cell{cell_style}{span}>"
            f"{''.join(_paragraph([line], encoding) for line in lines)}</table:table-cell>"
            for lines in row
        )
        shown.append(f"<table:table-row>{cells}{'<table:covered-table-cell/>' * covered}"
                     "</table:table-row>")  # fmt: skip
    return f"<table:table>{''.join(shown)}</table:table>"


def _grid(grid: Grid, encoding: str | None) -> str:
    head: list[Sequence[Run]] = [[(name, True, False)] for name in grid.columns]
    rows = [head]
    for row in grid.rows:
        rows.append([[(plain(cell), len(row) == 1, False)] for cell in row])
    return _table(rows, encoding, ' table:style-name="Cell"') + "<text:p/>"
