"""Signatures whose lines were copied into one."""

from __future__ import annotations

import pytest

from pipeline.layout.foot_run_on import lines_apart
from pipeline.layout.pieces import Piece
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def _texts(text: str) -> list[str]:
    piece = Piece(0, 10, 10 + len(text), text, 1, "", None, "", None, False)
    found = lines_apart(piece, RULES)
    for part in found:
        assert text[part.start - 10 : part.end - 10] == part.text
    return [part.text for part in found]


@pytest.mark.parametrize(
    "lines",
    [
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "PGS.TS. Phạm Thế Mận"),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)", "Lê Văn Mận"),
        ("TL. BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG"),
        ("KT THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"),
        ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "ÔN TRƯỜNG MƠ"),
        ("KT. TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC"),
        ("TM. ĐOÀN CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN", "PHÓ CHỦ TỊCH"),
        ("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ", "Trần Văn Mơ"),
        ("HIỆU TRƯỞNG", "NGUYỄN THỊ ĐÀO"),
    ],
)
def test_authority_post_mark_and_name_are_lines_of_their_own(lines: tuple[str, ...]) -> None:
    assert _texts(" ".join(lines)) == list(lines)


@pytest.mark.parametrize(
    "line",
    [
        "TM. ĐOÀN CHỦ TỊCH", "CHỦ TỊCH HỘI ĐỒNG QUẢN TRỊ", "GIÁM ĐỐC TRUNG TÂM VĂN HÓA",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "GIÁM ĐỐC CÔNG AN TỈNH", "TM. BAN CHẤP HÀNH",
        "BÍ THƯ ĐOÀN THANH NIÊN", "Giám đốc Sở Nội vụ chịu trách nhiệm",
    ],
)  # fmt: skip
def test_a_post_of_several_words_stays_one_line(line: str) -> None:
    assert _texts(line) == [line]
