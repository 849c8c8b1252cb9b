"""Stretches in another language: what is found in them is doubtful, all else stays as sure."""

from __future__ import annotations

from pipeline.document import process
from pipeline.model import Source
from pipeline.rulebook import load_rulebook

ENGLISH = """The network of the province was extended in two steps and reached most of the schools.
More than 50% of the pupils were connected by 31/12/2022, which is 100% of what was planned, and
each of the 120 rooms was given its own lines without delays.
"""
LETTER = """UBND TỈNH MẪU
SỞ NỘI VỤ
Số: 12/SNV-VP

Gò Mẫu, ngày 12 tháng 3 năm 2024
Kính gửi: Các phòng, ban thuộc Sở

Tính đến nay có 315 đơn vị tham gia, đạt 96% kế hoạch năm 2024. Phần lớn các trường đã được nối
mạng, việc học của các em thuận lợi hơn,
giáo viên có thêm tài liệu để soạn bài và trao đổi với nhau.
Sở Nội vụ đề nghị các phòng, ban tiếp tục theo dõi, kịp thời báo cáo những khó khăn, vướng mắc.
"""
TELEX = """Nam 2023 toan tinh co 315 don vi tham gia phong trao thi dua, dat 96% ke hoach nam de ra,
tang 12% so voi cung ky nam truoc; da khen thuong 45 tap the va 120 ca nhan co thanh tich xuat sac.
"""


def tables(words: str) -> dict[str, list[dict[str, object]]]:
    data = words.encode()
    source = Source("mem/a.txt", "0" * 64, len(data), "text/plain")
    return dict(process(data, source, load_rulebook()).tables)


def test_what_is_found_in_another_language_is_doubtful() -> None:
    read = tables(ENGLISH)
    (document,) = read["documents"]
    assert document["defects"] == ["other_language"]
    assert any(row["quote"].startswith("50%") for row in read["figures"])
    for table in ("figures", "dates"):
        assert read[table]
        assert all(row["confidence"] <= 0.6 for row in read[table])


def test_a_passage_in_another_language_leaves_the_rest_as_it_is() -> None:
    alone, both = tables(LETTER), tables(LETTER + "\n" + ENGLISH)
    assert "other_language" not in both["documents"][0]["defects"]
    assert both["documents"][0]["evidence"] == alone["documents"][0]["evidence"]
    sure = [row for row in both["figures"] if row["confidence"] > 0.6]
    assert [row["quote"] for row in sure] == [row["quote"] for row in alone["figures"]]
    assert len(both["figures"]) > len(sure)


def test_vietnamese_without_marks_is_no_other_language() -> None:
    (document,) = tables(TELEX * 3)["documents"]
    assert document["defects"] == ["marks_lost"]
