"""A kind that is said behind the type of the paper is no part of what it is about."""

from __future__ import annotations

import pytest

from tests.layout_pages import head_of, value

TOP = "Số: 15/KL-TTM\nĐông Khê, ngày 30 tháng 9 năm 2019\n\n"


@pytest.mark.parametrize(
    ("title", "code", "subject"),
    [
        ("KẾT LUẬN THANH TRA\nVề việc quản lý ngân sách", "KL", "quản lý ngân sách"),
        ("BÁO CÁO THẨM TRA\nVề dự thảo Nghị quyết", "BC", "Về dự thảo Nghị quyết"),
        ("BÁO CÁO KẾT QUẢ GIÁM SÁT\nVề việc giải quyết đơn", "BC", "giải quyết đơn"),
        # what the paper is about may begin in the line of the type
        ("BÁO CÁO TỔNG KẾT PHONG TRÀO\nVề việc thi đua", "BC", "TỔNG KẾT PHONG TRÀO"),
        ("BÁO CÁO KIỂM TRA\nNĂM 2020", "BC", "KIỂM TRA NĂM 2020"),
    ],
)
def test_subject(title: str, code: str, subject: str) -> None:
    head = head_of(f"{TOP}{title}\n")
    assert (head.doc_type, value(head.subject)) == (code, subject)
