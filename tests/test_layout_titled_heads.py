"""Papers whose title tells number, day and office, as law sites print them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.layout_pages import head_of, plain, value

BODY = """
Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
QUYẾT ĐỊNH:
Điều 1. Tặng thưởng cho các đơn vị.
"""


def test_a_decree_without_symbol_names_number_day_and_office_in_its_title() -> None:
    head = plain(
        """SẮC LỆNH

CỦACHỦ TỊCH CHÍNH PHỦ SỐ 30 NGÀY 17 THÁNG 3 NĂM 1947

CHỦ TỊCH CHÍNH PHỦ

RA SẮC LỆNH:

Điều thứ nhất

Đặt một ban coi việc trồng rừng.

Lò Văn Khánh

(Đã ký)
"""
    ).head
    assert head.genre == "dispatch"
    assert value(head.doc_number) == "30"
    assert value(head.issuer) == "CHỦ TỊCH CHÍNH PHỦ"
    assert head.issued_on == dt.date(1947, 3, 17)
    assert head.subject is None
    assert value(head.signer_name) == "Lò Văn Khánh"


def test_a_title_with_number_and_body_is_the_head_below_a_book_title() -> None:
    head = plain(
        """VĂN KIỆN TOÀN TẬP TẬP VII Quyển 1


NGHỊ QUYẾT SỐ 58 NQ/HĐNN8 NGÀY 11-3-1988 CỦA HỘI ĐỒNG NHÀ NƯỚC
VỀ VIỆC TRỒNG RỪNG

HỘI ĐỒNG NHÀ NƯỚC
"""
        + BODY
    ).head
    assert value(head.doc_number) == "58NQ/HĐNN8"
    assert value(head.issuer) == "HỘI ĐỒNG NHÀ NƯỚC"
    assert head.issued_on == dt.date(1988, 3, 11)
    assert value(head.subject) == "TRỒNG RỪNG"


@pytest.mark.parametrize(
    ("number", "value_"), [("28 NV", "28NV"), ("141-B", "141-B"), ("167", "167")]
)
def test_a_decree_of_the_first_years_has_its_number_in_the_title(number: str, value_: str) -> None:
    head = head_of(
        f"SẮC LỆNH\n\nCỦA CHỦ TỊCH CHÍNH PHỦ SỐ {number} NGÀY 15 THÁNG 3 NĂM 1946\n\n"
        "CHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HOÀ\n\nChiểu đề nghị của Bộ Nội vụ,\n"
    )
    assert (head.doc_type, value(head.doc_number), value(head.issuer)) == (
        "SL", value_, "CHỦ TỊCH CHÍNH PHỦ",
    )  # fmt: skip
    assert head.issued_on == dt.date(1946, 3, 15)


@pytest.mark.parametrize(
    ("title", "kind", "name"),
    [
        ("BẢN ÁN 53/2018/DS-PT NGÀY 16/03/2018", None, "Bản án"),
        ("QUYẾT ĐỊNH GIÁM ĐỐC THẨM 53/2018/DS-PT NGÀY 16/03/2018", "QĐ", "Quyết định"),
    ],
)
def test_a_judgment_has_number_and_day_in_its_title(
    title: str, kind: str | None, name: str
) -> None:
    head = head_of(
        "Bản án 53/2018/DS-PT ngày 16/03/2018 về tranh chấp đất\n\nTÒA ÁN NHÂN DÂN TỈNH AN MẪU\n\n"
        f"{title} VỀ TRANH CHẤP ĐẤT\n\nTòa án xét xử công khai vụ án.\n"
    )
    assert (head.doc_type, head.doc_type_name) == (kind, name)
    assert (value(head.doc_number), head.issued_on) == ("53/2018/DS-PT", dt.date(2018, 3, 16))
    assert value(head.issuer) == "TÒA ÁN NHÂN DÂN TỈNH AN MẪU"
    assert value(head.subject) == "TRANH CHẤP ĐẤT"
