"""Makes scans for the tests: pages of the samples drawn as images, tilted, grained, stamped."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from pipeline.read.ocr.engine import Engine, OcrUnavailable, open_engine

Pixels = NDArray[Any]

RAW = Path(__file__).parent.parent / "data" / "raw"
DPI = 200
_FONTS = [
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    Path("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"),
    *Path(pytest.__file__).parent.parent.glob("matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf"),
]


def engine() -> Engine:
    """The OCR engine, or a skipped test that says what to install."""
    try:
        return open_engine()
    except OcrUnavailable as error:
        pytest.skip(str(error))


def page_of(name: str, number: int = 1, dpi: int = DPI) -> Pixels:
    """Page of a sample PDF as red, green and blue pixels."""
    document = pypdfium2.PdfDocument((RAW / name).read_bytes())
    try:
        page = document[number - 1]
        return page.render(scale=dpi / 72, rev_byteorder=True).to_numpy()[:, :, :3].copy()
    finally:
        document.close()


def pages_of(name: str) -> int:
    """How many pages a sample PDF has."""
    document = pypdfium2.PdfDocument((RAW / name).read_bytes())
    try:
        return len(document)
    finally:
        document.close()


def tilted(image: Pixels, degrees: float) -> Pixels:
    """The image turned so that its lines fall to the right by some degrees."""
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    return cv2.warpAffine(image, matrix, (width, height), borderValue=(255, 255, 255))


def grained(image: Pixels, strength: float, seed: int = 1) -> Pixels:
    """The image with the grain and softness of a scanner."""
    soft = cv2.GaussianBlur(image, (0, 0), 0.6).astype(np.float32)
    noise = np.random.default_rng(seed).normal(0, strength, soft.shape[:2])
    return np.clip(soft + noise[..., None], 0, 255).astype(np.uint8)


def stamped(image: Pixels, x: int, y: int, radius: int = 130) -> Pixels:
    """The image with a red round seal over its print."""
    seal = np.full_like(image, 255)
    red = (215, 40, 60)
    for share, thick in ((1.0, 6), (0.75, 3)):
        cv2.circle(seal, (x, y), int(share * radius), red, thick)
    cv2.putText(seal, "SEAL", (x - radius + 40, y), cv2.FONT_HERSHEY_SIMPLEX, 2, red, 5)
    return np.minimum(image, seal)


def font(size: int) -> ImageFont.FreeTypeFont:
    """A font with Vietnamese letters, or a skipped test."""
    path = next((path for path in _FONTS if path.is_file()), None)
    if path is None:
        pytest.skip("no font with Vietnamese letters")
    return ImageFont.truetype(str(path), size)


def table_image(
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
    dashed: bool = False,
    level: bool = True,
    upright: bool = True,
) -> Pixels:
    """A white A4 page with a line of text and a table; inner level lines can be dashed.

    :param level: whether level rulings are drawn
    :param upright: whether upright ones are
    """
    letters = font(32)
    page = Image.new("RGB", (1654, 2339), "white")
    draw = ImageDraw.Draw(page)
    draw.text((300, 200), "Danh sách cá nhân được đề nghị khen thưởng năm 2024", "black", letters)
    top, high = 300, 64
    edges = [180]
    for width in widths:
        edges.append(edges[-1] + width)
    bottom = top + high * len(rows)
    for x in edges if upright else ():
        draw.line((x, top, x, bottom), "black", 3)
    for number in range(len(rows) + 1) if level else ():
        y = top + high * number
        if dashed and 1 < number < len(rows):
            for x in range(edges[0], edges[-1], 14):
                draw.line((x, y, x + 8, y), "black", 2)
        else:
            draw.line((edges[0], y, edges[-1], y), "black", 3)
    for number, row in enumerate(rows):
        for x, text in zip(edges, row, strict=False):
            draw.text((x + 12, top + high * number + 12), text, "black", letters)
    draw.text(
        (300, bottom + 60), "Danh sách này có bốn cá nhân thuộc hai đơn vị./.", "black", letters
    )
    return np.asarray(page)


def scan_pdf(images: Sequence[Pixels]) -> bytes:
    """A PDF of page images without a text layer."""
    buffer = io.BytesIO()
    pages = [Image.fromarray(image) for image in images]
    pages[0].save(buffer, "PDF", resolution=DPI, save_all=True, append_images=pages[1:])
    return buffer.getvalue()


def picture(images: Sequence[Pixels], kind: str) -> bytes:
    """An image file of one page, or of several where the format can."""
    buffer = io.BytesIO()
    pages = [Image.fromarray(image) for image in images]
    more: dict[str, Any] = {"save_all": True, "append_images": pages[1:]} if pages[1:] else {}
    pages[0].save(buffer, kind, dpi=(DPI, DPI), **more)
    return buffer.getvalue()
