"""Prints a sample as a Word 97 file: head, foot and tables as rows of cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.renderings.legacy import FONTS, set_in_fonts
from tests.renderings.printed import Columns, Part, printed
from tests.samples.marks import Run, plain, runs
from tests.samples.sample import Grid, NewPage, Sample
from tests.word97_maker import BOLD, ENDS_ROW, IN_TABLE, Paragraph, WordMaker, font, row_frame, sprm

ITALIC = sprm(0x0836, b"\x01")
WIDTH = 9400  # twips between the margins of the page


def to_bytes(sample: Sample, encoding: str | None = None) -> bytes:
    """The .doc file; with an encoding, its codes in its fonts."""
    writer = _Writer(encoding)
    for part in printed(sample):
        writer.part(part)
    return writer.maker.data()


class _Writer:
    """Adds the parts to one Word file."""

    def __init__(self, encoding: str | None) -> None:
        self.encoding = encoding
        self.fonts = ("Times New Roman",) if encoding is None else FONTS[encoding]
        self.maker = WordMaker(self.fonts)

    def part(self, part: Part) -> None:
        if isinstance(part, Columns):
            self._row([part.left, part.right], [0, 4000, WIDTH], drawn=False)
        elif isinstance(part, Grid):
            self._grid(part)
        elif isinstance(part, NewPage):
            self.maker.add("", b"", "\x0c")
        else:
            pieces = runs(part.parts, part.look == "heading", part.look == "basis")
            self._add(pieces)

    def _add(self, pieces: Iterable[Run], mark: str = "\r", changes: bytes = b"") -> None:
        self.maker.paragraphs.append(Paragraph(list(self._runs(pieces)), mark, changes))

    def _runs(self, pieces: Iterable[Run]) -> Iterable[tuple[str, bytes]]:
        for text, is_bold, is_italic in pieces:
            face = (BOLD if is_bold else b"") + (ITALIC if is_italic else b"")
            if self.encoding is None:
                yield text, face
                continue
            for letters, name in set_in_fonts(text, self.encoding):
                yield letters, face + font(self.fonts.index(name))

    def _row(self, cells: Sequence[Sequence[Run]], edges: list[int], drawn: bool) -> None:
        for lines in cells:
            for n, line in enumerate(lines or [("", False, False)], 1):
                self._add([line], "\x07" if n >= len(lines) else "\r", IN_TABLE)
        self._add([], "\x07", ENDS_ROW + row_frame(edges, drawn=drawn))

    def _grid(self, grid: Grid) -> None:
        edges = [0]
        for share in grid.widths:
            edges.append(edges[-1] + round(share * WIDTH))
        self._row([[(name, True, False)] for name in grid.columns], edges, drawn=True)
        for row in grid.rows:
            is_band = len(row) == 1
            cells = [[(plain(cell), is_band, False)] for cell in row]
            self._row(cells, [edges[0], edges[-1]] if is_band else edges, drawn=True)
        self._add([])
