"""Tables without rulings whose headings or groups are set over several lines or centred."""

from __future__ import annotations

import pytest

from tests.unruled_papers import FORMS, tables

CUT_HEADING = """\
 ST                            Năm sinh
        Họ và tên                               Hình thức
 T                          Nam       Nữ
                                                Giấy khen
 1      Bà Trần Thị Khoát             1985
                                                cấp trường
 2      Ông Lê Mẫu          1979                Bằng khen
"""


@pytest.mark.parametrize("form", FORMS)
def test_a_heading_that_a_narrow_column_cuts_into_letters(form: str) -> None:
    assert tables(CUT_HEADING, form) == [
        ["ST T 2x1", "Họ và tên 2x1", "Năm sinh 1x2", "Hình thức 2x1"],
        ["Nam", "Nữ"],
        ["1", "Bà Trần Thị Khoát", "", "1985", "Giấy khen cấp trường"],
        ["2", "Ông Lê Mẫu", "1979", "", "Bằng khen"],
    ]


HEADINGS_OF_MANY_LINES = """\
                                     Kế          Thực hiện năm        Tỷ lệ so
                                   hoạch              2023             với kế
 TT         Nội dung       ĐVT
                                    năm                    Trong       hoạch
                                                Tổng số
                                    2023                  đó: nữ        (%)
  I   Phát triển đoàn viên
      Đoàn viên mới kết
  1                       người     1.200     1.346          702     112,2
      nạp
  2   Cơ sở mới           đơn vị       10        12                    120
"""


@pytest.mark.parametrize("form", FORMS)
def test_headings_of_many_lines_over_columns_and_beside_them(form: str) -> None:
    assert tables(HEADINGS_OF_MANY_LINES, form)[:4] == [
        ["TT 2x1", "Nội dung 2x1", "ĐVT 2x1", "Kế hoạch năm 2023 2x1", "Thực hiện năm 2023 1x2",
         "Tỷ lệ so với kế hoạch (%) 2x1"],
        ["Tổng số", "Trong đó: nữ"],
        ["I", "Phát triển đoàn viên", "", "", "", "", ""],
        ["1", "Đoàn viên mới kết nạp", "người", "1.200", "1.346", "702", "112,2"],
    ]  # fmt: skip


GROUPS_IN_THE_MIDDLE = """\
 TT     Họ và tên                 Chức danh              Danh hiệu
                        A. TRƯỜNG MẪU
 1      Bà Trần Thị Khoát         Tổ trưởng              Lao động tiên tiến
 2      Ông Lê Mẫu                Nhân viên              Lao động tiên tiến
               Cộng Trường Mẫu                           02 người
                        B. TRƯỜNG THỬ
 1      Ông Đỗ Văn Thử            Giáo viên              Lao động tiên tiến
 2      Bà Vũ Thị Nghiệm          Tổ trưởng              Lao động tiên tiến
"""


@pytest.mark.parametrize("form", FORMS)
def test_groups_headed_in_the_middle_and_summed_up(form: str) -> None:
    assert tables(GROUPS_IN_THE_MIDDLE, form)[4:7] == [
        ["", "Cộng Trường Mẫu", "", "02 người"],
        ["B. TRƯỜNG THỬ 1x4"],
        ["1", "Ông Đỗ Văn Thử", "Giáo viên", "Lao động tiên tiến"],
    ]


UNITS_IN_THE_MIDDLE = """\
 TT     Họ và tên            Chức vụ              Đơn vị
 I      TẬP THỂ
 1      Phòng Kế hoạch - Tài chính huyện Mẫu
 2      Trường Thử
 II     CÁ NHÂN
 1      Bà Trần Thị Khoát    Trưởng phòng
                                                  Phòng Nội vụ
 2      Ông Lê Mẫu           Chuyên viên
 3      Ông Đỗ Văn Thử       Hiệu trưởng
 4      Bà Vũ Thị Nghiệm     Giáo viên            Trường Trung học
 5      Ông Hồ Phép          Giáo viên            cơ sở Mẫu
 6      Bà Mai Thị Dẫn       Kế toán
"""


@pytest.mark.parametrize("form", FORMS)
def test_units_centred_beside_those_who_work_there(form: str) -> None:
    found = tables(UNITS_IN_THE_MIDDLE, form)
    assert [row for row in found if len(row) == 4][-2:] == [
        ["1", "Bà Trần Thị Khoát", "Trưởng phòng", "Phòng Nội vụ 2x1"],
        ["3", "Ông Đỗ Văn Thử", "Hiệu trưởng", "Trường Trung học cơ sở Mẫu 4x1"],
    ]
    assert ["2", "Ông Lê Mẫu", "Chuyên viên"] in found


@pytest.mark.parametrize("form", FORMS)
def test_units_that_no_rows_can_be_told_for_make_no_table(form: str) -> None:
    text = UNITS_IN_THE_MIDDLE.replace(" 6      Bà Mai Thị Dẫn       Kế toán\n", "")
    assert not any("4x1" in cell for row in tables(text, form) for cell in row)


TWO_PLACES = """\
     Số          Đơn vị                      Năm 2022            Năm 2023
                                  Đơn vị
     TT                                    Kế      Thực        Kế      Thực
                                   tính
                                         hoạch      hiện     hoạch      hiện
      1     Xã Mẫu                 hộ       52        53        54        55
      2     Xã Thử                 hộ       18        20        21        22
II. CÁ NHÂN
TT     Họ và tên                 Chức danh
1      Bà Trần Thị Khoát         Tổ trưởng
2      Ông Lê Mẫu                Nhân viên
"""


@pytest.mark.parametrize("form", FORMS)
def test_a_table_below_another_may_stand_elsewhere(form: str) -> None:
    found = tables(TWO_PLACES, form)
    assert found[-1] == ["2", "Ông Lê Mẫu", "Nhân viên"]
