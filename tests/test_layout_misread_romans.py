"""Roman numbers of headings that recognition misreads are told by the headings around them."""

from __future__ import annotations

import pytest
from award_papers import awarded

PAPER = """
    CÔNG TY CỔ PHẦN THÉP GÒ MẬN             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                            Độc lập - Tự do - Hạnh phúc
    Số: 634/QĐ-CTGM                        Gò Mận, ngày 21 tháng 02 năm 2021

    QUYẾT ĐỊNH
    Về việc tặng Giấy khen cho các cá nhân

    QUYẾT ĐỊNH:
    Điều 1. Tặng Giấy khen cho 03 cá nhân có thành tích năm 2020, gồm các ông, bà có tên sau:
    {} Phòng Nội vụ
    1. Ông Lê Văn Khế, Kế toán.
    {} Trạm Y tế xã Bến Ổi
    2. Bà Lý Thị Na, Y sĩ.
    {} Trường Tiểu học Gò Mận
    3. Ông Trần Hữu Mít, Giáo viên.
    Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.
    GIÁM ĐỐC
    Võ Thị Bưởi
"""
UNITS = ["Phòng Nội vụ", "Trạm Y tế xã Bến Ổi", "Trường Tiểu học Gò Mận"]


@pytest.mark.parametrize(
    "labels",
    [
        ("I.", "II.", "III."), ("L", "II.", "III."), ("[.", "II.", "III."), ("I.", "H.", "III."),
        ("I.", "HH.", "HI."), ("I.", "II.", "IH."), ("I.", "II.", "HII."),
    ],
)  # fmt: skip
def test_misread_numbers_are_headings(labels: tuple[str, ...]) -> None:
    assert [row["workplace"] for row in awarded(PAPER.format(*labels))] == UNITS


def test_a_letter_that_counts_nothing_is_no_number() -> None:
    rows = awarded(PAPER.format("I.", "H.", "Đ."))  # H.: huyện
    assert [row["workplace"] for row in rows][:1] == UNITS[:1]
    assert rows[1]["workplace"] is None
