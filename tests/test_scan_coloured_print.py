"""Lines of coloured print on a scan stay; seals, stamps and signatures in the same colour go."""

from __future__ import annotations

import cv2
import numpy as np
from PIL import Image, ImageDraw

from pipeline.read.scan.prepare import drop_stamps
from tests.scan_pages import Pixels, font

RED, BLUE = (200, 20, 30), (30, 50, 170)
DPI = 200


def paper() -> Pixels:
    return np.full((1200, 1600, 3), 255, np.uint8)


def printed(
    image: Pixels, lines: dict[str, tuple[int, int]], colour: tuple[int, int, int]
) -> Pixels:
    sheet = Image.fromarray(image)
    for text, (top, size) in lines.items():
        ImageDraw.Draw(sheet).text((400, top), text, fill=colour, font=font(size))
    return np.asarray(sheet).copy()


def ink(image: Pixels) -> int:
    return int((drop_stamps(image, DPI) < 128).sum())


TITLE = {"GIẤY KHEN": (200, 90), "Ông: LÊ VĂN KHẾ": (330, 48)}


def test_title_and_name_in_red_stay() -> None:
    for colour in (RED, BLUE):
        assert ink(printed(paper(), TITLE, colour)) > 0.8 * ink(printed(paper(), TITLE, (0, 0, 0)))


def test_pattern_and_frame_around_print_go() -> None:
    image = paper()
    cv2.rectangle(image, (40, 40), (1560, 1160), RED, 8)
    cv2.circle(image, (700, 330), 320, (250, 225, 180), 10)
    black = ink(printed(paper(), TITLE, (0, 0, 0)))
    assert 0.7 * black < ink(printed(image, TITLE, RED)) < 1.3 * black


def test_words_of_a_seal_and_of_a_stamp_go() -> None:
    image = printed(paper(), {"ỦY BAN": (240, 30), "NHÂN DÂN": (280, 30)}, RED)
    cv2.circle(image, (470, 275), 140, RED, 6)
    assert ink(image) == 0
    image = printed(paper(), {"CÔNG VĂN ĐẾN": (210, 40), "Số: 12": (270, 30)}, RED)
    cv2.rectangle(image, (380, 190), (760, 330), RED, 4)
    assert ink(image) == 0


def test_a_signature_in_one_stroke_goes() -> None:
    image = paper()
    steps = np.linspace(0, 40, 300)
    stroke = np.stack((300 + 9 * steps, 300 + 45 * np.sin(steps)), axis=1).astype(np.int32)
    cv2.polylines(image, [stroke.reshape(-1, 1, 2)], False, BLUE, 4)
    assert ink(image) < 0.1 * int((image.min(axis=2) < 128).sum())
