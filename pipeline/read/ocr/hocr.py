"""Words of Tesseract's hOCR output: text, box, confidence, line, baseline and height of print."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

_SPAN = regex.compile(
    r"<span class='(?P<kind>ocr_line|ocr_header|ocr_textfloat|ocr_caption|ocrx_word)'"
    r"[^>]*? title=(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)')[^>]*>"
)
_BOX = regex.compile(r"bbox (\d+) (\d+) (\d+) (\d+)")
_BASELINE = regex.compile(r"baseline (-?[\d.]+) (-?[\d.]+)")
_HEIGHT = regex.compile(r"x_size ([\d.]+)")
_CONFIDENCE = regex.compile(r"x_wconf (\d+)")
# Two readings of one glyph that the Vietnamese model writes both, and a slash it takes for another.
_ONE_GLYPH = (("ĐÐ", "Đ"), ("ÐĐ", "Đ"), ("đð", "đ"), ("⁄", "/"))
# What it makes of a Đ or a V in the codes of councils and unions: no code has HĐĐND, HĐTI or LĐLP.
_CODES = (
    (regex.compile(r"(?<=HĐ)[ĐDỌO](?=(?:ND|QT|TV|TĐ)(?!\p{Ll}))"), ""),
    (regex.compile(r"(?<=(?<!\p{L})HĐT)I(?!\p{L})"), "V"),
    (regex.compile(r"(?<=(?<!\p{L})LĐL)PĐ?(?!\p{L})"), "Đ"),
)
# And of the second T of a proposal's code (tờ trình), `253/TTr-SNV`: no code begins with TIr.
_PROPOSAL = regex.compile(r"(?<=(?<!\p{L})T)[Il1](?=r-\p{Lu})")
# And of the label that stands right before a number: `S0:152/QĐ-UBND`, `30:152/QĐ-UBND`.
_LABEL = regex.compile(r"[S$§3][\p{L}06][:;](?=\d{1,5}/\p{Lu})")
_TAG = regex.compile(r"<[^<>]+>")


@dataclass(frozen=True, slots=True)
class OcrWord:
    """A recognised word; pixels of the image that was read, ``confidence`` in 0..1.

    ``baseline`` is the height of its line's baseline at the word's middle, ``height`` the line's
    height from ascenders to descenders, ``line`` counts the lines of the image.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float
    baseline: float
    height: float
    line: int

    def moved(self, dx: float, dy: float) -> OcrWord:
        """The same word so many pixels to the right and down."""
        return replace(
            self, x0=self.x0 + dx, x1=self.x1 + dx, top=self.top + dy, bottom=self.bottom + dy,
            baseline=self.baseline + dy,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class OcrLine:
    """Where a line begins, how its baseline runs, how high it is from ascenders to descenders."""

    x0: float
    bottom: float
    slope: float
    offset: float
    height: float

    def baseline(self, x: float) -> float:
        """Height of the baseline at a place of the line."""
        return self.bottom + self.offset + self.slope * (x - self.x0)


def parse_hocr(text: str) -> tuple[OcrWord, ...]:
    """Words of an hOCR page in the order of the file; words without a letter are left out.

    Tesseract writes the numbers of a line (``baseline 0.002 -9; x_size 41``) into its title, with
    the baseline counted from the lower left corner of the line's box.
    """
    return tuple(_words(text))


def _words(text: str) -> Iterator[OcrWord]:
    line: OcrLine | None = None
    count = -1
    for match in _SPAN.finditer(text):
        title = match["a"] or match["b"] or ""
        box = _BOX.search(title)
        if box is None:
            continue
        x0, top, x1, bottom = (float(side) for side in box.groups())
        if match["kind"] != "ocrx_word":
            line = _line(title, x0, top, bottom)
            count += 1
            continue
        end = text.find("</span>", match.end())
        content = _content(text[match.end() : end])
        if not content or line is None:
            continue
        confidence = _CONFIDENCE.search(title)
        yield OcrWord(
            content, x0, top, x1, bottom,
            int(confidence[1]) / 100 if confidence else 0.0,
            line.baseline((x0 + x1) / 2), line.height, count,
        )  # fmt: skip


def _content(markup: str) -> str:
    content = markup.strip()
    if "<" in content or "&" in content:
        content = html.unescape(_TAG.sub("", content)).strip()
    return as_printed(content)


def as_printed(content: str) -> str:
    """A recognised word with glyphs put right that the Vietnamese model writes for others."""
    if not content.isascii():
        for read, shown in _ONE_GLYPH:
            content = content.replace(read, shown)
        if "HĐ" in content or "LĐL" in content:
            for code, right in _CODES:
                content = code.sub(right, content)
    if content[1:2].isupper() and content[0] in "'`´":
        content = content[1:]  # a speck: names and sentences have other quotation marks
    if "/" in content and _LABEL.match(content):
        content = f"Số:{content[3:]}"
    return _PROPOSAL.sub("T", content) if "r-" in content else content


def _line(title: str, x0: float, top: float, bottom: float) -> OcrLine:
    slope, offset = 0.0, 0.0
    baseline = _BASELINE.search(title)
    if baseline:
        slope, offset = float(baseline[1]), float(baseline[2])
    height = _HEIGHT.search(title)
    return OcrLine(x0, bottom, slope, offset, float(height[1]) if height else bottom - top)
