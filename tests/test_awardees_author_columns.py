"""Columns of those who made a work: its head, those who worked with him, a heading nobody knows."""

from __future__ import annotations

from award_papers import awarded, given_by

_HEAD = """
    ỦY BAN NHÂN DÂN HUYỆN GÒ MẬN
    TRUNG TÂM Y TẾ
    Số: 31/QĐ-TTYT
    Gò Mận, ngày 04 tháng 2 năm 2025

    QUYẾT ĐỊNH
    Về việc công nhận đề tài, sáng kiến cấp cơ sở năm 2024

    Điều 1. Công nhận các đề tài, sáng kiến sau:
"""


def _authors(*rows: str) -> list[tuple[object, ...]]:
    found = awarded(_HEAD + "".join(f"    {row}\n" for row in rows))
    return [(a["name"], a["kind"], a["workplace"], a["role"]) for a in found]


def test_the_head_of_a_work_and_those_with_him_are_its_authors() -> None:
    assert _authors(
        "TT | Tên đề tài/sáng kiến | Chủ nhiệm | Cộng sự | Khoa/phòng",
        "1 | Nhắc tái khám cho người bệnh | BS. Lê Văn Khế | ĐD. Vũ Thị Na, DS. Đỗ Văn Ổi | Khoa A",
        "2 | Cải tiến tủ sấy dụng cụ | CN. Hồ Thị Mận | | Khoa B",
    ) == [
        ("Lê Văn Khế", "person", "Khoa A", "author"), ("Vũ Thị Na", "person", "Khoa A", "author"),
        ("Đỗ Văn Ổi", "person", "Khoa A", "author"), ("Hồ Thị Mận", "person", "Khoa B", "author"),
    ]  # fmt: skip


def test_people_below_an_unknown_heading_are_the_authors_and_not_their_units() -> None:
    assert _authors(
        "TT | Tên sáng kiến | Người đăng ký | Đơn vị",
        "1 | Nhắc tái khám cho người bệnh | Lê Văn Khế | Khoa A",
        "2 | Cải tiến tủ sấy dụng cụ | Hồ Thị Mận | Khoa B",
    ) == [
        ("Lê Văn Khế", "person", "Khoa A", "author"), ("Hồ Thị Mận", "person", "Khoa B", "author"),
    ]  # fmt: skip


def test_a_column_of_authors_may_say_where_they_are() -> None:
    assert [row[0] for row in _authors(
        "TT | Tên sáng kiến | Tác giả và đơn vị công tác | Số phiếu",
        "1 | Nhắc tái khám cho người bệnh | Ông Lê Văn Khế, Chuyên viên Phòng A | 9/9",
    )] == ["Lê Văn Khế"]  # fmt: skip


def test_bodies_that_compete_have_won() -> None:
    assert given_by(
        "THÔNG BÁO", "Kết quả Hội thi tìm hiểu pháp luật năm 2024", "Kết quả như sau:",
        "TT | Đơn vị dự thi | Điểm | Giải", "1 | Chi đoàn Công an | 95 | Nhất",
        "2 | Chi đoàn Trường THCS Mận | 90 | K.Khích",
    ) == [
        ("Chi đoàn Công an", None, "Giải Nhất"),
        ("Chi đoàn Trường THCS Mận", None, "Giải Khuyến khích"),
    ]  # fmt: skip
