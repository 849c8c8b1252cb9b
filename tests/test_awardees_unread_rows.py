"""Awardees of lines that belong to a table nobody could read as one."""

from __future__ import annotations

import hashlib

import pytest

from pipeline.document import process
from pipeline.model import Source
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()

DECISION = """\
ỦY BAN NHÂN DÂN                          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN MẪU                                    Độc lập - Tự do - Hạnh phúc
Số: 118/QĐ-UBND                              Mẫu, ngày 12 tháng 12 năm 2022

                              QUYẾT ĐỊNH
        Về việc tặng Giấy khen cho các cá nhân có thành tích năm 2022

        CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN

                              QUYẾT ĐỊNH:
Điều 1. Tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện cho các cá nhân có thành
tích xuất sắc năm 2022 (có danh sách kèm theo).

Nơi nhận:                                        CHỦ TỊCH
- Lưu: VT.
                                               Tạ Quang Thử
\f                    DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN
    (Kèm theo Quyết định số 118/QĐ-UBND ngày 12/12/2022 của Chủ tịch UBND huyện)

"""
TORN = """\
                                                Trạm Y tế thị
             Bà Lương Kim      Phó Trưởng
  4                                             trấn Mẫu
             Thử               trạm
                                                Thượng
                                                Trường Trung
             Ông Vũ Khoát      Giáo viên
  5                                             học cơ sở
             Dẫn               chính
                                                Mẫu Hạ
"""
LIST = """\
1. Bà Lương Kim Thử, Phó Trưởng trạm, Trạm Y tế thị trấn Mẫu;
2. Ông Vũ Khoát Dẫn, giáo viên, Trường Trung học cơ sở Mẫu Hạ.
"""


def sure_names(text: str) -> list[str]:
    data = text.encode()
    source = Source("mem/a.txt", hashlib.sha256(data).hexdigest(), len(data), "text/plain")
    rows = process(data, source, RULES).tables["awardees"]
    return [row["name"] for row in rows if row["confidence"] >= 0.9]


@pytest.mark.parametrize(
    ("listed", "names"), [(TORN, []), (LIST, ["Lương Kim Thử", "Vũ Khoát Dẫn"])]
)
def test_names_of_rows_torn_apart_are_not_sure(listed: str, names: list[str]) -> None:
    assert sure_names(DECISION + listed) == names


def test_names_below_headings_that_stand_in_the_text_are_not_sure() -> None:
    stacked = """\
Họ và tên
Chức vụ
Đơn vị
Bà Lương Kim Thử
Phó Trưởng trạm
Trạm Y tế thị trấn Mẫu
Ông Vũ Khoát Dẫn
Giáo viên
Trường Trung học cơ sở Mẫu Hạ
"""
    assert sure_names(DECISION + stacked) == []
