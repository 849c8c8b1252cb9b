"""Sets type on PDF pages: fonts, wrapped and justified lines, page breaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import matplotlib
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.samples.marks import Run

PAGE = (595.0, 842.0)
LEFT, RIGHT, TOP, BOTTOM = 85.0, 553.0, 57.0, 790.0
SQUEEZE = 82.0  # per cent: brings the wide DejaVu Serif near the width of Times
FACES = {
    (False, False): ("Serif", "DejaVuSerif.ttf"),
    (True, False): ("Serif-Bold", "DejaVuSerif-Bold.ttf"),
    (False, True): ("Serif-Italic", "DejaVuSerif-Italic.ttf"),
    (True, True): ("Serif-BoldItalic", "DejaVuSerif-BoldItalic.ttf"),
}
Word = tuple[str, bool, bool]  # the letters, bold, italic


def register_fonts() -> None:
    """Makes the four faces known to reportlab; they ship with matplotlib and cover Vietnamese."""
    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    for name, file in FACES.values():
        pdfmetrics.registerFont(TTFont(name, str(folder / file)))


def width(text: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """Width of a text in points."""
    name = FACES[bold, italic][0]
    return float(pdfmetrics.stringWidth(text, name, size)) * SQUEEZE / 100


def words(runs: Iterable[Run]) -> list[list[Word]]:
    """The words of a text; a word that changes its face inside is several pieces."""
    found: list[list[Word]] = []
    joined = False
    for text, bold, italic in runs:
        for n, piece in enumerate(text.split(" ")):
            if n > 0:
                joined = False
            if not piece:
                continue
            if joined and found:
                found[-1].append((piece, bold, italic))
            else:
                found.append([(piece, bold, italic)])
            joined = True
    return found


def wrap(
    pieces: Sequence[list[Word]], size: float, room: float, indent: float = 0.0
) -> list[list[list[Word]]]:
    """Words broken into lines of at most ``room`` points, the first one ``indent`` shorter."""
    blank = width(" ", size)
    lines: list[list[list[Word]]] = [[]]
    used = indent
    for word in pieces:
        wide = sum(width(text, size, bold, italic) for text, bold, italic in word)
        if lines[-1] and used + wide > room:
            lines.append([])
            used = 0.0
        lines[-1].append(word)
        used += wide + blank
    return lines


class Page:
    """A cursor on the pages of a file; ``y`` counts from the top of the page in points."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.number = 1
        self.y = TOP

    def turn(self) -> None:
        """Goes to a new page; its number stands in the middle of the top, from page 2 on."""
        self.canvas.showPage()
        self.number += 1
        self.y = TOP
        self.text(str(self.number), PAGE[0] / 2, TOP - 20, 10.5, align="center")

    def room(self, height: float) -> None:
        """Turns the page if less than ``height`` points are left."""
        if self.y + height > BOTTOM:
            self.turn()

    def text(self, text: str, x: float, y: float, size: float, *, bold: bool = False,
             italic: bool = False, align: str = "left") -> None:  # fmt: skip
        """One line at ``x`` (left edge or middle) with its base line at ``y``."""
        if align == "center":
            x -= width(text, size, bold, italic) / 2
        self._put([(x, text, bold, italic)], y, size)

    def line(self, line: list[list[Word]], x: float, y: float, size: float,
             stretch: float | None = None) -> None:  # fmt: skip
        """A line of words from ``x``; ``stretch`` is the width to fill, if it is justified."""
        blank = width(" ", size)
        if stretch is not None and len(line) > 1:
            natural = sum(width(t, size, b, i) for word in line for t, b, i in word)
            blank = (stretch - natural) / (len(line) - 1)
        out: list[tuple[float, str, bool, bool]] = []
        for n, word in enumerate(line):
            last = n == len(line) - 1
            for k, (text, bold, italic) in enumerate(word):
                end = " " if k == len(word) - 1 and not last else ""
                out.append((x, text + end, bold, italic))
                x += width(text, size, bold, italic)
            x += blank
        self._put(out, y, size)

    def paragraph(self, runs: Iterable[Run], size: float = 11.3, *, indent: float = 32.0,
                  gap: float = 5.0, align: str = "justify") -> None:  # fmt: skip
        """A wrapped paragraph between the margins."""
        lines = wrap(words(runs), size, RIGHT - LEFT, indent)
        for n, line in enumerate(lines):
            self.room(size * 1.5)
            self.y += size * 1.45
            first = indent if n == 0 else 0.0
            if align == "center":
                wide = sum(width(t, size, b, i) for w in line for t, b, i in w)
                wide += width(" ", size) * (len(line) - 1)
                self.line(line, (LEFT + RIGHT - wide) / 2, self.y, size)
            else:
                full = RIGHT - LEFT - first if n < len(lines) - 1 else None
                self.line(line, LEFT + first, self.y, size, full)
        self.y += gap

    def rule(self, x0: float, x1: float, y: float) -> None:
        """A thin horizontal rule."""
        self.canvas.setLineWidth(0.7)
        self.canvas.line(x0, PAGE[1] - y, x1, PAGE[1] - y)

    def box(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """The four edges of a table cell."""
        self.canvas.setLineWidth(0.6)
        self.canvas.rect(x0, PAGE[1] - bottom, x1 - x0, bottom - top)

    def _put(self, pieces: list[tuple[float, str, bool, bool]], y: float, size: float) -> None:
        line = self.canvas.beginText()
        line.setHorizScale(SQUEEZE)
        for x, text, bold, italic in pieces:
            line.setFont(FACES[bold, italic][0], size)
            line.setTextOrigin(x, PAGE[1] - y)
            line.textOut(text)
        self.canvas.drawText(line)
