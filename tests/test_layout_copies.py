"""Layout of the copies (Nơi nhận): beside, before or behind the signature, item by item."""

from __future__ import annotations

import pytest

from tests.layout_pages import COPIES, LETTER, foot_of, plain, views


@pytest.mark.parametrize("order", ["before", "after"])
def test_copies_before_or_after_the_signature(order: str) -> None:
    signed = "\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\n\nTrần Văn Khoái\n"
    dispatch = plain(LETTER + (COPIES + signed if order == "before" else signed + COPIES))
    assert foot_of(dispatch.head) == ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Trần Văn Khoái")
    assert [f.value for f in dispatch.head.copies] == [
        "Như trên", "TT Huyện ủy (b/c)", "Lưu: VT, TH",
    ]  # fmt: skip
    assert "Trần Văn Khoái" not in " ".join(views(dispatch, "copies"))
    assert " ".join(views(dispatch, "signature")).endswith("Trần Văn Khoái")


def test_signature_between_the_copies() -> None:
    dispatch = plain(
        LETTER
        + """
Nơi nhận:
TM. BAN THƯỜNG VỤ
CHỦ TỊCH
- Như trên;
- Lưu: VT.

Trần Văn Khoái
"""
    )
    assert foot_of(dispatch.head) == ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Trần Văn Khoái")
    assert [f.value for f in dispatch.head.copies] == ["Như trên", "Lưu: VT"]


def test_an_authority_over_the_copies_whose_post_stands_behind_them() -> None:
    foot = "\nTM. BAN THƯỜNG VỤ\nNơi gửi:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\n(Đã ký)\n"
    found = plain(f"{LETTER}{foot}Trần Văn Khoái\n").head
    assert foot_of(found) == ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Trần Văn Khoái")
    assert [f.value for f in found.copies] == ["Như trên", "Lưu: VT"]


@pytest.mark.parametrize(
    ("printed", "items"),
    [
        ("Nơi nhận:\n- Như Điều 3;\n- Các huyện ủy,\nthành ủy;\n- Lưu: VT.",
         ["Như Điều 3", "Các huyện ủy, thành ủy", "Lưu: VT"]),
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT, KTTH,\nKhối Nội chính và Tổng hợp (3b).",
         ["Như trên", "Lưu: VT, KTTH, Khối Nội chính và Tổng hợp (3b)"]),
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT, KTN\n(Vũ 5).", ["Như trên", "Lưu: VT, KTN (Vũ 5)"]),
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT, KTN (5b)\nI. TẬP THỂ\n1. Phòng Tổ chức, Sở Nội vụ;",
         ["Như trên", "Lưu: VT, KTN (5b)"]),
        ("Nơi nhận:\n- Như trên;\n- Lưu: VP (HC)\nTCT (HC, NV)\nỦY BAN NHÂN DÂN\nTỈNH VÂN KHÊ",
         ["Như trên", "Lưu: VP (HC) TCT (HC, NV)"]),
        ("Nơi nhận: - Như trên;\n- Lưu: VT, CSPL&QHLD.", ["Như trên", "Lưu: VT, CSPL&QHLD"]),
        ("**Nơi nhận:**\n- Như kính gửi;\n- Lưu VT.", ["Như kính gửi", "Lưu VT"]),
        ("Nơi nhận\n- Như trên;\n- Lưu Văn phòng Huyện ủy.",
         ["Như trên", "Lưu Văn phòng Huyện ủy"]),
        # the purpose mark drifted to a line of its own
        ("Nơi nhận:\n- TT Huyện ủy\n(B/c);\n- Lưu: VT.", ["TT Huyện ủy (B/c)", "Lưu: VT"]),
    ],
)  # fmt: skip
def test_copies(printed: str, items: list[str]) -> None:
    dispatch = plain(LETTER + f"\n{printed}\n\nCHỦ TỊCH\n\nTrần Văn Khoái\n")
    assert [field.value for field in dispatch.head.copies] == items
    assert foot_of(dispatch.head)[2] == "Trần Văn Khoái"
    for field in dispatch.head.copies:
        quote = " ".join(dispatch.text.text[field.start : field.end].split())
        assert quote.strip(" ;.") == field.value


def test_purpose_mark_that_drifted_behind_its_item() -> None:
    copies = "\nNơi nhận:\n- TT Huyện ủy;\n(B/c)\n- Lưu: VT.\n"
    dispatch = plain(LETTER + copies + "\nCHỦ TỊCH\n\nTrần Văn Khoái\n")
    values = [field.value for field in dispatch.head.copies]
    assert values[-1] == "Lưu: VT"
    assert any("TT Huyện ủy" in value for value in values)
