"""Draws blanks of a head as scanners see them: figures in ink or print between printed words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import matplotlib
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from benchmarks.digit_rows.strokes import Hand, Random
from pipeline.read.ocr.digit_net import HEIGHT, LONGEST

Pixels = NDArray[Any]

PRINT = 10
"""Class of what is printed beside a blank; 0 to 9 are the figures."""

_EM = 50  # pixels of the type while it is drawn; a strip has half of that
_TALL = round(1.6 * _EM)  # a strip: 1.15 em above the baseline, 0.45 below
_BASE = round(2.15 * _EM)
_FROM = 3.0 * _EM  # where the blank begins
_SIZE = (_TALL + 2 * _EM, 16 * _EM)
_FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"  # STIX has the letters of Times
_OTHERS = ("DejaVuSans", "DejaVuSansMono", "DejaVuSerif", "DejaVuSans-Bold", "DejaVuSerif-Italic")
_CODES = (
    "QĐ", "BC", "TB", "KH", "CV", "UBND", "TTr", "CT", "LĐLĐ", "NQ", "HD", "BB", "TTg", "CĐ",
    "SNV", "BGDĐT", "VPCP", "SYT", "TLĐ", "GM", "GP", "PA", "KL",
)  # fmt: skip
_LEAST_INK, _NO_INK = 60, 8  # of a neighbour: it is seen, it is not; between, no one can tell
_MOST_SIGNS = 7


@dataclass(frozen=True, slots=True)
class Drawn:
    """A strip (0 is paper, 1 is ink), ``long`` columns of it drawn, and the classes on it."""

    strip: NDArray[np.float32]
    signs: tuple[int, ...]
    long: int


def draw(random: Random) -> Drawn:
    """A blank that is filled in, by hand more often than not."""
    while True:
        drawn = _draw(random)
        if drawn is not None:
            return drawn


@cache
def _font(name: str, size: int = _EM) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONTS / f"{name}.ttf"), size)


def _text(random: Random) -> tuple[str, str, str, ImageFont.FreeTypeFont]:
    """Printed words before and behind a blank, its figures, and the type."""
    kind = random.random()
    if kind < 0.55:
        is_month = kind < 0.25
        slanted = "STIXGeneralItalic" if random.random() < 0.85 else "STIXGeneral"
        most = (13 if is_month else 32) if random.random() < 0.8 else 100
        value = int(random.integers(most))
        figures = f"{value:02d}" if random.random() < 0.75 or value > 9 else str(value)
        words = ("tháng", "năm") if is_month else ("ngày", "tháng")
        return words[0], words[1], figures, _font(slanted)
    upright = ("STIXGeneral", "STIXGeneral", "STIXGeneral", "STIXGeneralBol", "STIXGeneralItalic")
    font = _font(upright[int(random.integers(len(upright)))])
    count = int(random.choice([1, 2, 3, 4, 5], p=[0.1, 0.28, 0.3, 0.27, 0.05]))
    figures = "".join(str(figure) for figure in random.integers(0, 10, count))
    if random.random() < 0.1:
        figures = f"0{figures[:4]}"
    if random.random() < 0.08:
        figures = f"{figures[:-2]}11"
    before = str(random.choice(["Số:", "Số:", "Số", "Số :", "Số."]))
    codes = random.choice(_CODES, 2)
    return before, f"/{codes[0]}-{codes[1]}", figures, font


def _draw(random: Random) -> Drawn | None:
    page = np.zeros(_SIZE, np.float32)
    before, behind, figures, font = _text(random)
    if random.random() < 0.05:
        figures = ""  # left blank
    ink = random.uniform(0.65, 1)
    has_before, has_behind = random.random() < 0.93, random.random() < 0.95
    if has_before:
        _print(page, before, _FROM - font.getlength(before), _BASE, font, ink)
    is_close = random.random() < 0.45
    start = _FROM + (random.uniform(-0.22, 0.15) if is_close else random.uniform(0.1, 0.8)) * _EM
    end = start + _fill(page, figures, start, font, ink, random)
    is_close = random.random() < 0.45
    end += (random.uniform(-0.16, 0.15) if is_close else random.uniform(0.1, 0.8)) * _EM
    if has_behind:
        _print(page, behind, end, _BASE, font, ink)
    left = _FROM - random.uniform(0, min(1.6, font.getlength(before) / _EM + 0.1)) * _EM
    right = end + random.uniform(0, 1.5) * _EM
    if end - _FROM > 5.2 * _EM:
        left, right = max(left, _FROM - 0.6 * _EM), min(right, end + 0.6 * _EM)
    signs = [int(figure) for figure in figures]
    for is_printed, columns, place in (
        (has_before, slice(int(left), int(_FROM)), 0),
        (has_behind, slice(int(end), int(right)), len(signs) + 1),
    ):
        seen = float(page[:, columns].sum()) if is_printed else 0.0
        if _NO_INK < seen <= _LEAST_INK:
            return None
        if seen > _LEAST_INK:
            signs.insert(place, PRINT)
    if len(signs) > _MOST_SIGNS:
        return None
    _disturb(page, left, right, end, ink, random)
    strip = _scan(page, left, right, random)
    padded = np.zeros((HEIGHT, LONGEST), np.float32)
    padded[:, : strip.shape[1]] = strip
    return Drawn(padded, tuple(signs), strip.shape[1])


def _print(
    page: Pixels, text: str, x: float, base: float, font: ImageFont.FreeTypeFont, ink: float
) -> None:
    picture = Image.new("L", (page.shape[1], page.shape[0]), 0)
    ImageDraw.Draw(picture).text((x, base), text, fill=255, font=font, anchor="ls")
    np.maximum(page, np.asarray(picture, np.float32) / 255 * ink, out=page)


def _fill(
    page: Pixels,
    figures: str,
    x: float,
    font: ImageFont.FreeTypeFont,
    ink: float,
    random: Random,
) -> float:
    """Write or print the figures; how long they are."""
    if not figures:
        return float(random.uniform(0.3, 1.6) * _EM)
    if random.random() < 0.2:
        if random.random() < 0.3:
            font = _font(str(random.choice(_OTHERS)), int(_EM * random.uniform(0.8, 1.2)))
        _print(page, figures, x, _BASE + random.normal(0, 0.05) * _EM, font, ink)
        return float(font.getlength(figures))
    hand = Hand.invented(random)
    height = random.uniform(0.5, 1.1) * _EM
    strokes, long = hand.write([int(figure) for figure in figures], height, random)
    pen = max(2, round(hand.pen * height * random.uniform(0.7, 1.1)))
    down = _BASE + random.normal(0.02, 0.09) * _EM
    written = np.zeros_like(page)
    for stroke in strokes:
        points = np.round((stroke + np.array([x, down])) * 16).astype(np.int32)
        cv2.polylines(written, [points.reshape(-1, 1, 2)], False, 1.0, pen, cv2.LINE_AA, 4)
    if random.random() < 0.15:  # a pen that runs dry
        faint = random.uniform(0.3, 1, (page.shape[0] // 8, page.shape[1] // 8))
        written *= cv2.resize(faint.astype(np.float32), (page.shape[1], page.shape[0]))
    np.maximum(page, written * random.uniform(0.6, 1), out=page)
    return long


def _disturb(
    page: Pixels, left: float, right: float, end: float, ink: float, random: Random
) -> None:
    """Dots of the form, a ruling above, the line below, specks."""
    if random.random() < 0.2:
        down, step = _BASE + random.uniform(0.02, 0.15) * _EM, random.uniform(0.12, 0.25) * _EM
        for x in np.arange(_FROM, end, step):
            cv2.circle(page, (int(x), int(down)), 1, float(random.uniform(0.3, 0.9)), -1)
    if random.random() < 0.12:
        down, x = int(_BASE - random.uniform(0.95, 1.2) * _EM), left + random.uniform(-1, 3) * _EM
        other = (int(x + random.uniform(1, 6) * _EM), down)
        cv2.line(page, (int(x), down), other, float(ink), int(random.integers(1, 4)))
    if random.random() < 0.12:
        letters = "".join(random.choice(list("Vvề việc công tác khen thưởng năm"), 12))
        below = _BASE + random.uniform(0.95, 1.3) * _EM
        _print(page, letters, left - random.uniform(0, 0.5) * _EM, below, _font("STIXGeneral"), ink)
    for _ in range(random.poisson(0.7)):
        speck = (int(random.uniform(left, right)), int(random.uniform(_EM, _EM + _TALL)))
        cv2.circle(page, speck, int(random.integers(1, 3)), float(random.uniform(0.2, 0.9)), -1)


def _scan(page: Pixels, left: float, right: float, random: Random) -> Pixels:
    """The strip between two columns of the page, as a scanner of any kind gives it."""
    share = random.uniform(0.85, 1.15)
    long = int(min(LONGEST, max(12, round((right - left) * share / 2))))
    middle = ((left + right) / 2, _EM + _TALL / 2 + random.normal(0, 0.06) * _EM)
    turn = cv2.getRotationMatrix2D(middle, random.normal(0, 1.0), HEIGHT / _TALL * share)
    turn[:, 2] += np.array([long / 2 - middle[0], HEIGHT / 2 - middle[1]])
    strip: Pixels = cv2.warpAffine(cv2.GaussianBlur(page, (0, 0), 0.45), turn, (long, HEIGHT))
    if random.random() < 0.25:
        fewer = random.uniform(0.45, 0.8)
        coarse = cv2.resize(strip, None, fx=fewer, fy=fewer, interpolation=cv2.INTER_AREA)
        strip = cv2.resize(coarse, (long, HEIGHT))
    if random.random() < 0.5:
        strip = cv2.GaussianBlur(strip, (0, 0), random.uniform(0.3, 0.9))
    if random.random() < 0.2:
        strip = (cv2.erode(strip, np.ones((2, 2))) + strip) / 2
    if random.random() < 0.25:  # black and white alone
        strip = 1 / (1 + np.exp((random.uniform(0.25, 0.55) - strip) * random.uniform(8, 30)))
    strip = strip + random.normal(0, random.uniform(0, 0.12), strip.shape)
    if random.random() < 0.15:
        strip = strip + np.linspace(*random.uniform(-0.15, 0.15, 2), long)[None]
    paper, full = np.percentile(strip, (50, 99))
    even: Pixels = np.clip((strip - paper) / max(full - paper, 0.15), 0, 1).astype(np.float32)
    return even
