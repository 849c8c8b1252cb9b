"""Prints a sample as the web page that an office programme or a legal portal makes of it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tests.renderings.legacy import FONTS, set_in_fonts
from tests.renderings.printed import Columns, Part, printed
from tests.samples.marks import Run, plain, runs
from tests.samples.sample import Grid, NewPage, Para, Sample


def to_bytes(sample: Sample, encoding: str | None = None) -> bytes:
    """The page: UTF-8, or the codes of a legacy encoding in its fonts under Windows-1252."""
    charset = "utf-8" if encoding is None else "windows-1252"
    family = "Times New Roman" if encoding is None else FONTS[encoding][0]
    body = "\n".join(_part(part, encoding) for part in printed(sample))
    page = (
        f'<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset={charset}">\n'
        f'<title></title>\n<style>p {{font-family:"{family}"}}</style>\n</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )
    return page.encode("utf-8") if encoding is None else page.encode("cp1252", "xmlcharrefreplace")


def _part(part: Part, encoding: str | None) -> str:
    if isinstance(part, Columns):
        cells = "".join(
            f"<td valign=top>{_lines(side, encoding)}</td>" for side in (part.left, part.right)
        )
        return f'<table border=0 width="100%"><tr>{cells}</tr></table>'
    if isinstance(part, Grid):
        return _grid(part, encoding)
    if isinstance(part, NewPage):
        return '<br style="page-break-before:always">'
    return _paragraph(part, encoding)


def _lines(lines: Iterable[Run], encoding: str | None) -> str:
    return "".join(f"<p align=center>{_run(line, encoding) or '&nbsp;'}</p>" for line in lines)


def _paragraph(block: Para, encoding: str | None) -> str:
    pieces = runs(block.parts, block.look == "heading", block.look == "basis")
    text = "".join(_run(piece, encoding) for piece in pieces)
    return f"<p{' align=center' if block.look == 'center' else ''}>{text}</p>"


def _run(run: Run, encoding: str | None) -> str:
    text, is_bold, is_italic = run
    shown = _letters(text, encoding)
    if is_bold and text:
        shown = f"<b>{shown}</b>"
    return f"<i>{shown}</i>" if is_italic and text else shown


def _letters(text: str, encoding: str | None) -> str:
    if encoding is None:
        return escape(text, quote=False)
    usual = FONTS[encoding][0]
    return "".join(
        escape(letters, quote=False)
        if font == usual
        else f"<span style='font-family:\"{font}\"'>{escape(letters, quote=False)}</span>"
        for letters, font in set_in_fonts(text, encoding)
    )


def _grid(grid: Grid, encoding: str | None) -> str:
    head = "".join(f"<td>{_lines([(name, True, False)], encoding)}</td>" for name in grid.columns)
    rows = [f"<tr>{head}</tr>"]
    for row in grid.rows:
        if len(row) == 1:
            band = _lines([(plain(row[0]), True, False)], encoding)
            rows.append(f"<tr><td colspan={len(grid.columns)}>{band}</td></tr>")
            continue
        cells = (f"<td>{_lines([(plain(cell), False, False)], encoding)}</td>" for cell in row)
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return "<table border=1 cellspacing=0>\n" + "\n".join(rows) + "\n</table>"
