"""Prepares a page image for recognition: flat, evenly lit, without stamps, upright, straight."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.model import Box
from pipeline.read.scan.coloured_print import coloured_print
from pipeline.read.scan.dark_cells import dark_cells, with_cells
from pipeline.read.scan.seals import bridge_seals
from pipeline.read.scan.sheet import Sheet, lay_flat
from pipeline.read.scan.streaks import without_streaks
from pipeline.read.scan.strokes import thickened

Image = NDArray[Any]

_CHROMA = 45  # a coloured pixel's strongest channel stands this far above its weakest
_STAMP_HEIGHT = 0.4  # inch: coloured ink that stands higher is a stamp or signature, not print
# In a stamp's own channel, black print under it stays dark and the bare stamp turns white.
_BLEACH = np.clip((np.arange(256) - 80) * (255 / 120), 0, 255).astype(np.uint8)
_BRIDGE = 0.04  # inch: how far apart the parts of a stamp stand
_HALF = 0.5  # stamps are looked for in an image of half the size
_SMALL = 800  # pixels of the longer side of the image in which the skew is measured
_MAX_SKEW = 8.0
_MIN_SKEW = 0.12  # below, turning the image costs more than it gains
_GRAIN = 0.0035  # inch: the blur that takes a scanner's grain off the letters' edges
_LEAST_INK = 200  # pixels of that picture: fewer have no lines to measure
_MOST_POINTS = 40_000
_TEXT = 0.5  # sums that vary less than this are no text at all
_SIDEWAYS = 1.3  # how much more the column sums must vary than the row sums
_PERHAPS = 0.15  # share of the row sums' from which a page that does not read is turned, too
_GROUND = 0.04  # inch: a step of the picture of the paper, without its print
_PRINT = 0.6  # inch: print is narrower than this, so that the lightest pixel around it is paper
_UNEVEN = 0.88  # darkest by lightest paper: below, one threshold does not part ink from shadow
_EDGE = 0.02  # share of the paper's picture at its darkest and lightest that does not count
_SPARSE = 4  # pixels: a sixteenth of the page tells its contrast
_FEW_INK = 0.005  # share of a page that has ink at least
_GREY = 225  # level of paper that is not white
_GRAIN_ONLY, _FAINT = 30, 120  # levels between paper and ink: of an empty page, of faint print
_PAPER = 0.94  # of the way from ink to paper, from where on all is white
_BLACK = 48  # ground darker than this is no paper


@dataclass(frozen=True, slots=True)
class Prepared:
    """A grey image ready to be read, and the way back to the image as it came.

    ``image`` has its grain smoothed (a quarter of the wrong names of real scans go by that), thin
    strokes made wider; ``sharp`` is without that, for the ruling, ``dark`` its ink.  ``size`` is
    the (width, height) of the upright image in pixels, ``turned`` the degrees (0, 90, 180, 270;
    clockwise) that brought the page upright, ``skew`` the degrees that its lines fall to the right
    after that, ``sheet`` the page itself where the image is a photograph of it, ``bridged`` the
    image with what seals cover filled.
    """

    image: Image
    sharp: Image
    dark: Image
    size: tuple[int, int]
    turned: int = 0
    skew: float = 0.0
    sheet: Sheet | None = None
    bridged: Image | None = None

    @property
    def is_as_it_came(self) -> bool:
        """Whether boxes of the prepared image are those of the upright page."""
        return not self.skew and self.sheet is None

    def to_upright(self, box: Box) -> Box:
        """Box of the prepared image -> box of the upright page; both in pixels.

        The middle of the box is turned, its width and height stay; on a photograph it is the box
        around the corners.
        """
        if self.skew:
            box = self._turned(box)
        if self.sheet is None:
            return box
        corners = [self._on_picture(self.sheet, x, y) for x in box[::2] for y in box[1::2]]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        return (min(across), min(down), max(across), max(down))

    def _turned(self, box: Box) -> Box:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        middle_x, middle_y = self.image.shape[1] / 2, self.image.shape[0] / 2
        angle = math.radians(self.skew)
        dx, dy = x - middle_x, y - middle_y
        turned_x = middle_x + dx * math.cos(angle) - dy * math.sin(angle)
        turned_y = middle_y + dx * math.sin(angle) + dy * math.cos(angle)
        shift_x, shift_y = turned_x - x, turned_y - y
        return (box[0] + shift_x, box[1] + shift_y, box[2] + shift_x, box[3] + shift_y)

    def _on_picture(self, sheet: Sheet, x: float, y: float) -> tuple[float, float]:
        """A point of the upright sheet on the upright picture."""
        back = (360 - self.turned) % 360
        x, y = _turned_point(x, y, self.image.shape[1], self.image.shape[0], back)
        x, y = sheet.on_picture(x, y)
        is_lying = self.turned in (90, 270)
        wide, high = self.size[::-1] if is_lying else self.size
        return _turned_point(x, y, wide, high, self.turned)


def _turned_point(
    x: float, y: float, wide: float, high: float, degrees: int
) -> tuple[float, float]:
    """Where a point lies after an image of this size is turned clockwise."""
    for _ in range(degrees // 90):
        x, y, wide, high = high - y, x, high, wide
    return x, y


def prepare(
    image: Image,
    dpi: float,
    turned: int | None = None,
    stamps: Sequence[tuple[int, int, int, int]] = (),
) -> Prepared:
    """A page image made ready.

    :param image: rows x columns (grey) or rows x columns x 3 (red, green, blue)
    :param dpi: its resolution
    :param turned: degrees clockwise to turn it; None looks whether its lines run sideways
    :param stamps: places of known stamps (left, top, right, bottom), to be left white
    """
    half = _halved(image)
    sheet = lay_flat(image, dpi, half)
    size = image.shape[1], image.shape[0]
    if sheet is not None:
        image = sheet.image
        half = _halved(image)
    even = cv2.cvtColor(half, cv2.COLOR_RGB2GRAY) if half.ndim == 3 else half
    cells = dark_cells(image, without_shadow(even, dpi * _HALF), dpi)
    grey, bridged = image, None
    if image.ndim == 3:
        bare = drop_stamps(image, dpi, half)
        grey, bridged = without_shadow(bare, dpi), bridge_seals(image, bare, dpi)
        bridged = None if bridged is None else without_shadow(bridged, dpi)
    else:
        grey = without_shadow(image, dpi)
    grey = with_cells(grey, cells)
    grey, *bare_too = without_streaks(grey, dpi, *([] if bridged is None else [bridged]))
    grey = with_full_contrast(grey)
    bridged = with_full_contrast(bare_too[0]) if bare_too else None
    ink = _text_ink(grey)  # a page lies as straight with stamps as without
    if stamps and sheet is None:
        grey = grey.copy()
        for left, top, right, bottom in stamps:
            grey[top:bottom, left:right] = 255
    if turned is None:
        turned = 90 if is_sideways(ink) else 0
    if turned:
        grey, ink = turn(grey, turned), turn(ink, turned)
    skew = measure_skew(ink)
    if turned in (90, 270):
        size = size[::-1]
    if skew:
        grey = straighten(grey, skew)
    if bridged is not None:
        bridged = straighten(turn(bridged, turned), skew) if turned or skew else bridged
        bridged = cv2.GaussianBlur(bridged, (0, 0), _GRAIN * dpi)
    dark = dark_pixels(grey)
    smooth = cv2.GaussianBlur(thickened(grey, dark, dpi), (0, 0), _GRAIN * dpi)
    return Prepared(smooth, grey, dark, size, turned, skew, sheet, bridged)


def _halved(image: Image) -> Image:
    return cv2.resize(image, None, fx=_HALF, fy=_HALF, interpolation=cv2.INTER_AREA)


def drop_stamps(image: Image, dpi: float, half: Image | None = None) -> Image:
    """Grey image of a colour scan without its red stamps and coloured signatures.

    Coloured ink goes where it stands higher than two lines of print: a number stamped or written
    in colour stays, as do lines of coloured print.  Black print under the ink stays: a pigment
    hardly darkens its own channel.

    :param half: the image in half its size, where that is at hand
    """
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    red, green, blue = cv2.split(_halved(image) if half is None else half)
    weakest = cv2.min(cv2.min(red, green), blue)
    for channel, own, other in ((0, red, blue), (2, blue, red)):
        # own channel strongest, and by far the strongest of those that the pigment swallows
        leads = cv2.compare(own, cv2.max(green, other), cv2.CMP_GE)
        _, chroma = cv2.threshold(cv2.subtract(own, weakest), _CHROMA, 255, cv2.THRESH_BINARY)
        mask = cv2.bitwise_and(leads, chroma)
        areas = _high_areas(mask, dpi * _HALF)
        printed = coloured_print(mask, weakest, areas, dpi * _HALF)
        for left, top, right, bottom in areas:
            rows, columns = slice(2 * top, 2 * bottom), slice(2 * left, 2 * right)
            part = image[rows, columns]
            spread = cv2.subtract(part.max(axis=2), part.min(axis=2))
            bare = cv2.LUT(np.ascontiguousarray(part[:, :, channel]), _BLEACH)
            below = grey[rows, columns]
            high, wide = below.shape
            print_too = cv2.resize(printed[top:bottom, left:right], (wide, high))
            is_stamp = (spread > _CHROMA // 2) & (print_too == 0)
            grey[rows, columns] = np.where(is_stamp, np.maximum(below, bare), below)
    return grey


def without_shadow(grey: Image, dpi: float) -> Image:
    """The image with its paper equally light everywhere; one that is so nearly stays as it is.

    Photographs and books at the scanner have shadows that are darker than print elsewhere.
    """
    step = max(1, round(_GROUND * dpi))
    small = cv2.resize(grey, None, fx=1 / step, fy=1 / step, interpolation=cv2.INTER_AREA)
    reach = round(_PRINT / _GROUND)
    ground = cv2.medianBlur(cv2.dilate(small, np.ones((reach, reach), np.uint8)), 2 * reach + 1)
    dark, light = np.quantile(ground, (_EDGE, 1 - _EDGE))
    if dark >= _UNEVEN * light:
        return grey
    paper = cv2.resize(np.maximum(ground, _BLACK), (grey.shape[1], grey.shape[0]))
    even: Image = cv2.divide(grey, paper, scale=255)
    return even


def with_full_contrast(grey: Image) -> Image:
    """A faint page on grey paper with its ink black and its paper white; others stay as they are.

    The white that stands around a cell's letters, and around all print, differs from such a paper
    as much as the paper from its ink.
    """
    some = np.ascontiguousarray(grey[::_SPARSE, ::_SPARSE])
    darker = np.cumsum(cv2.calcHist([some], [0], None, [256], [0, 256]).ravel())
    ink, paper = np.searchsorted(darker, (_FEW_INK * some.size, 0.5 * some.size))
    if paper > _GREY or not _GRAIN_ONLY < paper - ink < _FAINT:
        return grey
    levels = (np.arange(256) - ink) * (255 / (_PAPER * (paper - ink)))
    return cv2.LUT(grey, np.clip(levels, 0, 255).astype(np.uint8))


def _high_areas(mask: Image, dpi: float) -> list[tuple[int, int, int, int]]:
    """Boxes of coloured parts that stand high enough for a stamp: left, top, right, bottom."""
    if cv2.countNonZero(mask) < dpi:
        return []
    reach = max(3, round(_BRIDGE * dpi))
    joined = cv2.dilate(mask, np.ones((reach, reach), np.uint8))
    # the parts are thicker than two pixels now: every other row and column holds them all
    sparse = np.ascontiguousarray(joined[::2, ::2])
    count, _, stats, _ = cv2.connectedComponentsWithStats(sparse, connectivity=8)
    high = _STAMP_HEIGHT * dpi / 2
    return [
        (2 * left, 2 * top, 2 * (left + width), 2 * (top + height))
        for left, top, width, height, _ in stats[1:count].tolist()
        if height >= high
    ]


def turn(image: Image, degrees: int) -> Image:
    """The image turned clockwise by a multiple of 90 degrees."""
    return np.ascontiguousarray(np.rot90(image, -(degrees // 90) % 4))


def _ink(grey: Image) -> Image:
    """Small picture of the ink: 1 where it is dark, its longer side at most ``_SMALL`` pixels."""
    scale = _SMALL / max(grey.shape)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    _, dark = cv2.threshold(small, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    return dark


def _text_ink(grey: Image) -> Image:
    """The ink without large parts (black margins, pictures) and without long rulings."""
    dark = _ink(grey)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    keep = np.ones(count, np.uint8)
    keep[0] = 0
    large = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]) > _SMALL // 8
    keep[large] = 0
    ink: Image = keep[labels]
    return ink


def _roughness(sums: NDArray[np.int64]) -> float:
    """How sharply the sums go up and down: lines of text make sharp steps."""
    steps = np.diff(sums.astype(np.float64))
    return float(np.dot(steps, steps))


def is_sideways(ink: Image) -> bool:
    """Whether the lines of a page run from top to bottom, by its picture of ink."""
    rows = _roughness(ink.sum(axis=1, dtype=np.int64)) / max(1, ink.shape[1])
    columns = _roughness(ink.sum(axis=0, dtype=np.int64)) / max(1, ink.shape[0])
    if columns <= _SIDEWAYS * rows or columns <= _TEXT:
        return False
    # A tilt blurs the rows: what counts is how sharp they are once they lie level.
    _, rows = _find_skew(ink)
    _, columns = _find_skew(turn(ink, 90))
    return bool(columns / ink.shape[0] > rows / ink.shape[1])


def may_be_sideways(grey: Image) -> bool:
    """Whether the columns of a page are sharp enough for lines of print: tables have sharp ones."""
    ink = _text_ink(grey)
    rows = _roughness(ink.sum(axis=1, dtype=np.int64)) / max(1, ink.shape[1])
    columns = _roughness(ink.sum(axis=0, dtype=np.int64)) / max(1, ink.shape[0])
    return bool(columns > _PERHAPS * rows)


def measure_skew(ink: Image) -> float:
    """Degrees by which the lines of a page fall to the right, 0.0 where it does not matter."""
    skew, _ = _find_skew(ink)
    return round(skew, 2) if abs(skew) >= _MIN_SKEW else 0.0


def _find_skew(ink: Image) -> tuple[float, float]:
    """The angle at which the rows of ink are sharpest, and how sharp they are then."""
    if cv2.countNonZero(ink) < _LEAST_INK:
        return 0.0, 0.0
    points = np.argwhere(ink).astype(np.float32)
    if len(points) > _MOST_POINTS:
        points = points[:: len(points) // _MOST_POINTS + 1]
    best, _ = _sharpest(points, np.arange(-_MAX_SKEW, _MAX_SKEW + 0.25, 0.5))
    best, _ = _sharpest(points, best + np.arange(-0.5, 0.55, 0.1))
    return _sharpest(points, best + np.arange(-0.08, 0.09, 0.02))


def _sharpest(points: NDArray[np.float32], angles: NDArray[np.float64]) -> tuple[float, float]:
    """The angle at which the points fall into the sharpest rows, and their sharpness."""
    rows, columns = points[:, 0], points[:, 1]
    best, sharpest = 0.0, -1.0
    for angle in sorted(angles, key=abs):
        slope = math.radians(float(angle))
        places = rows * math.cos(slope) - columns * math.sin(slope)
        places -= places.min()
        score = _roughness(np.bincount(places.astype(np.int64)))
        if score > sharpest * 1.001:
            best, sharpest = float(angle), score
    return best, sharpest


def straighten(grey: Image, skew: float) -> Image:
    """The image turned about its middle so that lines which fall by ``skew`` degrees lie level."""
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1.0)
    return cv2.warpAffine(
        grey, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )


def dark_pixels(grey: Image) -> Image:
    """255 where the image is dark, by Otsu's threshold."""
    _, dark = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    return dark


def soften(grey: Image) -> Image:
    """The image with grain smoothed and faint print made dark: a second try for a harsh scan."""
    smooth = cv2.GaussianBlur(grey, (0, 0), 1.0)
    ground = cv2.medianBlur(cv2.resize(smooth, None, fx=0.125, fy=0.125), 21)
    ground = cv2.resize(ground, (grey.shape[1], grey.shape[0]))
    even = cv2.divide(smooth, ground, scale=255)
    full: Image = cv2.normalize(even, even, 0, 255, cv2.NORM_MINMAX)
    return full
