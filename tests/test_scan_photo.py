"""Photographs of pages: the sheet laid flat, shadows taken off, boxes led back to the picture."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.model import RawPage
from pipeline.read.ocr.recognise import read_image
from pipeline.read.scan.prepare import prepare, without_shadow
from pipeline.read.scan.sheet import lay_flat
from tests.scan_pages import DPI, Pixels, engine, grained, page_of

SAMPLE = "cv-927-skhcn-quan-ly-sang-kien.pdf"


def shaded(image: Pixels, darkest: float) -> Pixels:
    """The image with light that falls off to the upper left."""
    high, wide = image.shape[:2]
    down, across = np.mgrid[0:high, 0:wide]
    light = darkest + (1 - darkest) * np.clip(0.7 * across / wide + 0.5 * down / high, 0, 1)
    return np.clip(image * light[..., None], 0, 255).astype(np.uint8)


def photographed(image: Pixels, corners: list[tuple[float, float]]) -> tuple[Pixels, Pixels]:
    """The page on a brown table, its corners moved by shares of its sides, and the matrix to it."""
    high, wide = image.shape[:2]
    table = np.full((int(1.12 * high), int(1.16 * wide), 3), (92, 70, 55), np.uint8)
    flat = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    moved = flat + np.array(corners, np.float32) * (wide, high) + (0.08 * wide, 0.06 * high)
    matrix = cv2.getPerspectiveTransform(flat, moved.astype(np.float32))
    size = (table.shape[1], table.shape[0])
    picture = cv2.warpPerspective(image, matrix, size, dst=table, borderMode=cv2.BORDER_TRANSPARENT)
    return picture, matrix


LEANING = [(0.03, 0.01), (-0.02, 0.03), (0.02, -0.02), (-0.03, 0.02)]


def words_of(page: RawPage) -> set[str]:
    return {word for line in page.lines for word in line.text.split() if len(word) > 3}


def test_an_even_page_stays_as_it_is() -> None:
    grey = page_of(SAMPLE).mean(axis=2).astype(np.uint8)
    assert without_shadow(grey, DPI) is grey


def test_print_in_a_shadow_is_read() -> None:
    page = page_of(SAMPLE)
    plain = words_of(read_image(page, DPI, engine()))
    found = words_of(read_image(grained(shaded(page, 0.45), 6), DPI, engine()))
    assert len(plain & found) >= 0.95 * len(plain)


def test_a_scan_without_a_darker_ground_is_no_photograph() -> None:
    assert lay_flat(page_of(SAMPLE), DPI) is None
    assert lay_flat(np.full((400, 300), 255, np.uint8), DPI) is None


def test_a_sheet_cut_off_by_the_picture_is_left() -> None:
    picture, _ = photographed(page_of(SAMPLE), LEANING)
    high, wide = picture.shape[:2]
    assert lay_flat(picture[high // 3 :, : wide // 2], DPI) is None


def test_a_photograph_reads_as_its_page() -> None:
    page = page_of(SAMPLE)
    picture, _ = photographed(page, LEANING)
    plain = words_of(read_image(page, DPI, engine()))
    found = read_image(grained(shaded(picture, 0.5), 5), DPI, engine())
    assert len(plain & words_of(found)) >= 0.95 * len(plain)
    assert (found.width, found.height) == (
        round(picture.shape[1] * 72 / DPI, 2), round(picture.shape[0] * 72 / DPI, 2),
    )  # fmt: skip


def test_boxes_lie_on_the_picture_as_it_came() -> None:
    page = page_of(SAMPLE)
    picture, matrix = photographed(page, LEANING)
    for degrees in (0, 90, 180, 270):
        came = np.ascontiguousarray(np.rot90(picture, degrees // 90))
        prepared = prepare(came, DPI, degrees)
        assert prepared.sheet is not None
        assert prepared.size == (picture.shape[1], picture.shape[0])
        x, y = 700.0, 900.0  # of the page
        across, down, share = matrix @ (x, y, 1.0)
        box = prepared.to_upright((x - 5, y - 5, x + 5, y + 5))
        assert abs((box[0] + box[2]) / 2 - across / share) < 12
        assert abs((box[1] + box[3]) / 2 - down / share) < 12
