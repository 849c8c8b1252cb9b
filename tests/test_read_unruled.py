"""Tables without rulings, in plain text and PDF: their columns and rows, and what is none."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from tests.unruled_papers import FORMS, reading, tables

WRAPPED = """\
                     DANH SÁCH KHEN THƯỞNG
  STT     Họ và tên              Chức vụ                   Ghi chú
I. KHỐI VĂN PHÒNG
   1      Bà Trần Thị Khoát      Phó Trưởng phòng
                                 Tổ chức cán bộ
   2      Ông Lê Mẫu             Kế toán
II. KHỐI SẢN XUẤT
   1      Ông Đỗ Văn Thử         Tổ trưởng
   2      Bà Vũ Thị Nghiệm       Công nhân
Danh sách này có bốn người.
"""
CENTRED = """\
                                 Số phiếu
  STT     Họ và tên                             Chức vụ
                                 tán thành
                                               Phó Trưởng phòng
   1      Bà Trần Thị Khoát      12/15
                                               Tổ chức cán bộ
                                               Trưởng ban
   2      Ông Lê Mẫu             13/15
                                               Kế hoạch
   3      Ông Đỗ Văn Thử         14/15         Công nhân
"""
MERGED = """\
   TT     Đơn vị                 Sáng kiến
                          Cấp tỉnh       Cấp cơ sở
    1     Phường Mẫu       15              469
    2     Xã Thử           48              317
          Tổng cộng        63              786
"""


@pytest.mark.parametrize("form", FORMS)
def test_rows_set_from_the_top(form: str) -> None:
    assert tables(WRAPPED, form) == [
        ["STT", "Họ và tên", "Chức vụ", "Ghi chú"],
        ["I. KHỐI VĂN PHÒNG 1x4"],
        ["1", "Bà Trần Thị Khoát", "Phó Trưởng phòng Tổ chức cán bộ", ""],
        ["2", "Ông Lê Mẫu", "Kế toán", ""],
        ["II. KHỐI SẢN XUẤT 1x4"],
        ["1", "Ông Đỗ Văn Thử", "Tổ trưởng", ""],
        ["2", "Bà Vũ Thị Nghiệm", "Công nhân", ""],
    ]


@pytest.mark.parametrize("form", FORMS)
def test_rows_centred_beside_their_numbers(form: str) -> None:
    assert tables(CENTRED, form) == [
        ["STT", "Họ và tên", "Số phiếu tán thành", "Chức vụ"],
        ["1", "Bà Trần Thị Khoát", "12/15", "Phó Trưởng phòng Tổ chức cán bộ"],
        ["2", "Ông Lê Mẫu", "13/15", "Trưởng ban Kế hoạch"],
        ["3", "Ông Đỗ Văn Thử", "14/15", "Công nhân"],
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_heading_over_two_columns_and_a_total(form: str) -> None:
    assert tables(MERGED, form) == [
        ["TT 2x1", "Đơn vị 2x1", "Sáng kiến 1x2"],
        ["Cấp tỉnh", "Cấp cơ sở"],
        ["1", "Phường Mẫu", "15", "469"],
        ["2", "Xã Thử", "48", "317"],
        ["", "Tổng cộng", "63", "786"],
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_table_goes_on_over_the_page(form: str) -> None:
    first = WRAPPED.split("II. KHỐI")[0]
    second = (
        "   3      Bà Vũ Thị Nghiệm       Công nhân\n   4      Ông Hồ Phép            Thủ kho\n"
    )
    found = tables(f"{first}\f{second}", form)
    assert found[-2:] == [
        ["3", "Bà Vũ Thị Nghiệm", "Công nhân", ""],
        ["4", "Ông Hồ Phép", "Thủ kho", ""],
    ]


def test_a_cell_that_fills_its_column_is_parted_from_the_next() -> None:
    text = (
        "TT   Họ và tên        Chức vụ            Đơn vị\n"
        "1    Trần Thị Khoát   Giáo viên Ngữ      Trường Một\n"
        "                      văn\n"
        "2    Bế Kim Thu Hương Nhân viên kế       Trường Hai\n"
        "                      toán\n"
        "3    Lê Mẫu           Hiệu trưởng        Trường Ba\n"
    )
    assert tables(text, "text")[1:] == [
        ["1", "Trần Thị Khoát", "Giáo viên Ngữ văn", "Trường Một"],
        ["2", "Bế Kim Thu Hương", "Nhân viên kế toán", "Trường Hai"],
        ["3", "Lê Mẫu", "Hiệu trưởng", "Trường Ba"],
    ]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "behind",
    [
        "3. Ông Phạm Văn Dũng, Chánh Văn phòng chịu trách nhiệm thi hành quyết định.\n",
        "Các đơn vị căn cứ danh sách này để thực hiện theo quy định.\n",
        "\n   5      Bà Vũ Thị Nghiệm       Công nhân\n",
    ],
)
def test_what_stands_below_a_table_is_no_row_of_it(form: str, behind: str) -> None:
    text = WRAPPED.split("II. KHỐI")[0] + behind
    assert (
        tables(text, form)[-1] == ["2", "Ông Lê Mẫu", "Kế toán", ""][: len(tables(text, form)[0])]
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "text",
    [
        # no heading over the third column
        "STT   Họ và tên\n1     Trần Khoát      Kỹ sư\n2     Lê Mẫu          Thủ kho\n",
        # the numbers do not count on
        "STT   Họ và tên       Chức vụ\n2     Trần Khoát      Kỹ sư\n7     Lê Mẫu          Thợ\n",
        # head and foot of a dispatch
        "SỞ NỘI VỤ            CỘNG HÒA XÃ HỘI\nSố: 1/TT             Độc lập - Tự do\n",
        # prose in two columns
        "Một là thi đua        Hai là khen\nlao động giỏi         thưởng kịp thời\n",
    ],
)
def test_what_is_no_table(form: str, text: str) -> None:
    assert all(len(row) < 3 for row in tables(text, form))


@pytest.mark.parametrize(
    "lines",
    [
        ["STT   a    b", "1   x   y"],
        ["STT   a    b", "1   aaa   bbb", *["    ccc   "] * 8],
        ["STT   a    b", *[f"{n}   aaa   bbb" for n in range(1, 40)], "zz"],
        ["1   aaa   bbb", "I. AA"],
        ["STT  " + "a   " * 60, "1  " + "b   " * 60],
    ],
)
def test_hostile_lines_are_read_in_time_that_grows_as_they_do(lines: Sequence[str]) -> None:
    started = time.perf_counter()
    reading("\n".join(list(lines) * (3000 // len(lines))), "text")
    assert time.perf_counter() - started < 20


CUT = """\
  STT     Họ và tên              Chức vụ
                                 Phó Trưởng phòng
   1      Bà Trần Thị Khoát      Tổ chức
                                 cán bộ
          Ông Lê
   2                             Kế toán
          Mẫu Hai
   3      Ông Đỗ Văn Thử         Trưởng ban
                                 Kế hoạch
\f\
                                 tổng hợp
          Bà Vũ
   4                             Công nhân
          Thị Nghiệm
   5      Ông Hồ Phép            Thủ kho
"""


@pytest.mark.parametrize("form", FORMS)
def test_a_centred_row_that_the_page_cuts_is_set_from_its_top(form: str) -> None:
    assert tables(CUT, form) == [
        ["STT", "Họ và tên", "Chức vụ"],
        ["1", "Bà Trần Thị Khoát", "Phó Trưởng phòng Tổ chức cán bộ"],
        ["2", "Ông Lê Mẫu Hai", "Kế toán"],
        ["3", "Ông Đỗ Văn Thử", "Trưởng ban Kế hoạch"],
        ["", "", "tổng hợp"],
        ["4", "Bà Vũ Thị Nghiệm", "Công nhân"],
        ["5", "Ông Hồ Phép", "Thủ kho"],
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_cell_with_no_line_beside_its_number_is_no_heading_over_the_rows(form: str) -> None:
    text = (
        "  STT     Đơn vị          Điểm     Thứ hạng\n"
        "          Phường\n"
        "   1                      6,74        58\n"
        "          Mẫu Một\n"
        "          Xã Thử\n"
        "   2                      7,68        38\n"
        "          Nghiệm\n"
    )
    assert tables(text, form) == [
        ["STT", "Đơn vị", "Điểm", "Thứ hạng"],
        ["1", "Phường Mẫu Một", "6,74", "58"],
        ["2", "Xã Thử Nghiệm", "7,68", "38"],
    ]


SIGNED = """\
STT   Họ và tên             Chức vụ           Đơn vị
1     Nguyễn Thị Thử        Chuyên viên       Phòng Mẫu
2     Trần Văn Nghiệm       Kế toán           Phòng Khoát
      NGƯỜI LẬP BIỂU                          CHỦ TỊCH
      Hoàng Thị Dẫn                           Tạ Văn Ví
"""
ON_BOTTOM = """\
STT   Họ và tên             Chức vụ           Đơn vị
                            Phó Trưởng
1     Nguyễn Thị Thử        phòng             Phòng Mẫu
                            Tổ trưởng
2     Trần Văn Nghiệm       kho               Phòng Khoát
"""


@pytest.mark.parametrize("form", FORMS)
def test_who_signs_right_below_a_table_is_in_no_cell(form: str) -> None:
    assert tables(SIGNED, form)[-1] == ["2", "Trần Văn Nghiệm", "Kế toán", "Phòng Khoát"]


def test_cells_in_capitals_go_on_in_capitals() -> None:
    text = SIGNED.replace("Phòng Khoát", "SỞ KHOÁT").replace("Kế toán", "KẾ TOÁN")
    text = text.replace("Trần Văn Nghiệm", "TRẦN VĂN NGHIỆM")
    assert tables(text, "text")[-1][-1].startswith("SỞ KHOÁT CHỦ TỊCH")


@pytest.mark.parametrize("form", FORMS)
def test_cells_that_end_beside_their_number(form: str) -> None:
    assert tables(ON_BOTTOM, form) == [
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị"],
        ["1", "Nguyễn Thị Thử", "Phó Trưởng phòng", "Phòng Mẫu"],
        ["2", "Trần Văn Nghiệm", "Tổ trưởng kho", "Phòng Khoát"],
    ]


def test_a_name_that_stands_out_to_the_left_is_not_cut() -> None:
    text = """\
TT   Tên sáng kiến        Tác giả          Đơn vị
01   Mô hình thử nghiệm   Đinh Thị Thử     Phòng Mẫu
02   Mô hình mẫu mực   Mai Hồng Kim        Phòng Khoát
03   Giải pháp khoát      Vũ Văn Vinh      Phòng Dẫn
"""
    cells = {cell for row in tables(text, "text") for cell in row}
    assert "Mai" not in cells and "Hồng Kim" not in cells


def test_a_heading_over_the_rows_whose_word_begins_where_a_column_does() -> None:
    text = """\
TT  Họ tên              Chức vụ       Đơn vị công tác
I. TẬP THỂ
1   Phòng Kỹ thuật
2   Chi nhánh Mẫu
II. CÁ NHÂN
1   Nguyễn Thị Thử      Công nhân     Tổ Sửa chữa
2   Trần Văn Khoát      Giám đốc      Xí nghiệp Mẫu
"""
    assert tables(text, "text")[-4:] == [
        ["2", "Chi nhánh Mẫu", "", ""],
        ["II. CÁ NHÂN 1x4"],
        ["1", "Nguyễn Thị Thử", "Công nhân", "Tổ Sửa chữa"],
        ["2", "Trần Văn Khoát", "Giám đốc", "Xí nghiệp Mẫu"],
    ]
