"""Recognised pages: stamps known or small, copies without their label, figures cut off."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipeline.model import RawLine, WordBox
from pipeline.read.ocr import filled_in as ocr_filled_in
from pipeline.read.ocr import recognise as ocr
from pipeline.read.ocr.digit_net import Places
from pipeline.read.ocr.filled_in import read_filled_in
from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.ocr.small_print import mark_small_print
from pipeline.read.page.order import order_page
from pipeline.read.page.word import PlacedWord


def word(text: str, x: float, y: float, size: float = 12.0) -> PlacedWord:
    return PlacedWord(
        text=text, x0=x, top=y, x1=x + 0.5 * size * len(text), bottom=y + size,
        baseline=y + 0.8 * size, size=size, index=0, last=0, confidence=0.9,
    )  # fmt: skip


def row(text: str, x: float, y: float) -> list[PlacedWord]:
    words = []
    for each in text.split():
        words.append(word(each, x, y))
        x = words[-1].x1 + 4
    return words


def ordered(*rows: list[PlacedWord]) -> list[tuple[str, str]]:
    words = [each for row in rows for each in row]
    return [(line.text, line.column) for line in order_page(words, (), 595.0, 0)]


COPIES = [
    row("- Ban Mẫu;", 80, 500), row("GIÁM ĐỐC", 360, 500), row("- Sở Nội vụ;", 80, 516),
    row("- Lưu: VT, KT.", 80, 532), row("Lê Văn Khoái", 360, 590),
]  # fmt: skip


def test_copies_without_their_label_are_a_column() -> None:
    assert ordered(*COPIES) == [
        ("- Ban Mẫu;", "left"),
        ("- Sở Nội vụ;", "left"),
        ("- Lưu: VT, KT.", "left"),
        ("GIÁM ĐỐC", "right"),
        ("Lê Văn Khoái", "right"),
    ]


def test_items_beside_capitals_that_nothing_closes_are_no_copies() -> None:
    lines = ordered(*(each for each in COPIES if each[1].text != "Lưu:"))
    assert {column for _, column in lines} == {""}


def test_half_a_label_opens_the_copies() -> None:
    rows = [row("nhận:", 80, 484), row("KT. GIÁM ĐỐC", 360, 484), *COPIES]
    assert ("KT. GIÁM ĐỐC", "right") in ordered(*rows)


def line(text: str, top: float, size: float) -> RawLine:
    return RawLine(text, (WordBox(0, len(text), (300, top, 400, top + size)),), size=size)


def test_small_print_above_the_national_title_is_no_head() -> None:
    lines = [
        line("TRUNG TÂM TIN HỌC", 12, 7),
        line("SỞ NỘI VỤ", 40, 13),
        line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 40, 13),
        line("Độc lập - Tự do - Hạnh phúc", 56, 13),
        line("(chữ nhỏ)", 700, 7),
    ]
    assert [each.role for each in mark_small_print(lines)] == ["header", "", "", "", ""]
    assert mark_small_print(lines[:2]) == lines[:2]  # no head on this page


def test_known_stamps_are_white_before_the_page_is_recognised(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[np.ndarray] = []

    class Blind:
        version = "none"

        def recognise(self, image: np.ndarray, dpi: int, layout: str = "page") -> tuple[()]:
            seen.append(image.copy())
            return ()

    page = np.full((1200, 1000), 255, np.uint8)
    cv2.putText(page, "Mau", (100, 140), cv2.FONT_HERSHEY_SIMPLEX, 1.5, 0, 3)  # the stamp
    sentence = "Ban Mau kinh gui cac don vi truc thuoc ke hoach nam hoc moi"
    words = sentence.split()
    for number, down in enumerate(range(500, 1000, 80)):  # no two lines alike, as on a page
        cv2.putText(page, " ".join(words[number : number + 5]), (100, down), 0, 1.3, 0, 3)
    printed = page.copy()
    stamp = RawLine("Ký bởi: A", (WordBox(0, 9, (30.0, 30.0, 90.0, 60.0)),), role="footer")
    ocr.read_image(page, 200, Blind(), known=ocr.Known(stamps=[stamp]))
    assert seen[0][:300].min() > 250
    assert seen[0][450:].min() < 128
    assert np.array_equal(page, printed)  # the picture itself stays


def places(figures: str) -> Places:
    shares = np.full((2 * len(figures) + 1, 12), 1e-6)
    for at, figure in enumerate(figures):
        shares[2 * at, 11] = shares[2 * at + 1, int(figure)] = 1.0
    shares[-1, 11] = 1.0
    return Places(shares / shares.sum(axis=1, keepdims=True))


@pytest.mark.parametrize(
    ("net", "figures"),
    [("276", "1276"), ("127", "1276"), ("2876", "2876"), ("76", "76")],
)
def test_a_figure_lost_at_the_edge_of_the_strip_is_kept(
    monkeypatch: pytest.MonkeyPatch, net: str, figures: str
) -> None:
    monkeypatch.setattr(ocr_filled_in, "look_at", lambda _: places(net))
    words = [OcrWord("Số:1276/QĐ-SXD", 100, 70, 340, 100, 0.65, 95, 33.6, 1)]
    page = np.full((200, 1600), 255, np.uint8)
    read = "".join(each.text for each in read_filled_in(page, words))
    assert read == f"Số:{figures}/QĐ-SXD"


def test_who_keeps_the_file_of_a_court_closes_the_copies() -> None:
    kept = row("- Lưu HS, VT.", 80, 532)
    lines = dict(ordered(*COPIES[:3], kept, COPIES[4]))
    assert (lines["- Lưu HS, VT."], lines["Lê Văn Khoái"]) == ("left", "right")


def test_the_name_of_the_state_in_a_line_opens_no_column() -> None:
    state = row("NHÂN DANH NƯỚC", 150, 300)
    title = row("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", state[-1].x1 + 6, 300)
    ((_, column),) = ordered([*state, *title])
    assert column == ""


def test_the_foot_of_a_certificate_has_two_columns() -> None:
    assert ordered(
        row("Đã có thành tích xuất sắc trong phong trào thi đua năm 2019", 90, 400),
        row("Quyết định số: 148/QĐ-UBND", 80, 440)
        + row("Gò Mận, ngày 10 tháng 12 năm 2020", 310, 440),
        row("ngày 10 tháng 12 năm 2020", 80, 456) + row("CHỦ TỊCH", 380, 456),
        row("Vào sổ số: 31", 80, 472), row("Trần Hữu Mít", 370, 540),
    ) == [
        ("Đã có thành tích xuất sắc trong phong trào thi đua năm 2019", ""),
        ("Quyết định số: 148/QĐ-UBND", "left"),
        ("ngày 10 tháng 12 năm 2020", "left"),
        ("Vào sổ số: 31", "left"),
        ("Gò Mận, ngày 10 tháng 12 năm 2020", "right"),
        ("CHỦ TỊCH", "right"),
        ("Trần Hữu Mít", "right"),
    ]  # fmt: skip
