"""Signatures whose lines were copied into one."""

from __future__ import annotations

import pytest

from pipeline.layout.foot_run_on import lines_apart
from pipeline.layout.pieces import Piece
from pipeline.rulebook import load_rulebook
from tests.layout_pages import LETTER, plain, value

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


FLAT = """
Nơi nhận: TM. BAN THƯỜNG VỤ
- Như trên; KT. CHỦ TỊCH
- TT Huyện ủy (b/c); PHÓ CHỦ TỊCH
- Các phòng, ban;
- Lưu: VT, TH. {mark}
{name}
"""


@pytest.mark.parametrize(
    ("mark", "name"), [("(Đã ký)", "Lê Văn Mận"), ("Lê Văn Mận", ""), ("", "(Đã ký)\nLê Văn Mận")]
)
def test_a_signature_one_blank_behind_the_copies_stands_beside_them(mark: str, name: str) -> None:
    head = plain(LETTER + FLAT.format(mark=mark, name=name)).head
    assert [copy.value for copy in head.copies] == [
        "Như trên", "TT Huyện ủy (b/c)", "Các phòng, ban", "Lưu: VT, TH",
    ]  # fmt: skip
    assert (value(head.signing_authority), value(head.signer_title), value(head.signer_name)) == (
        "TM. BAN THƯỜNG VỤ KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn Mận",
    )  # fmt: skip


def test_copies_that_go_to_posts_are_no_signature() -> None:
    copies = "Nơi nhận:\n- Chủ tịch; các PCT;\n- TTr HĐND; Văn phòng Chủ tịch;\n- Lưu: VT.\n"
    head = plain(LETTER + copies + "GIÁM ĐỐC\n\nLê Văn Mận\n").head
    assert [copy.value for copy in head.copies][-1] == "Lưu: VT"
    assert len(head.copies) >= 3
    assert (value(head.signer_title), value(head.signer_name)) == ("GIÁM ĐỐC", "Lê Văn Mận")
