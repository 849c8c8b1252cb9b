"""Persons one after another in a sentence: behind a comma and và, numbers, or a word for them."""

from __future__ import annotations

import pytest

from pipeline.document import process
from pipeline.model import Source
from pipeline.rulebook import load_rulebook

PAPER = """UBND TỈNH MẪU
SỞ Y TẾ
Số: 12/QĐ-SYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mẫu, ngày 12 tháng 3 năm 2024

QUYẾT ĐỊNH
Về việc khen thưởng

GIÁM ĐỐC SỞ Y TẾ
Căn cứ Luật Thi đua, khen thưởng;
QUYẾT ĐỊNH:
Điều 1. {article}
Điều 2. Quyết định có hiệu lực kể từ ngày ký.

GIÁM ĐỐC

Lê Văn Mẫu
"""

Said = tuple[str, str | None, str | None]


def named(article: str) -> list[Said]:
    data = PAPER.format(article=article).encode()
    source = Source("mem/a.txt", "0" * 64, len(data), "text/plain")
    rows = process(data, source, load_rulebook()).tables["awardees"]
    return [(row["name"], row["position"], row["workplace"]) for row in rows]  # type: ignore[misc]


@pytest.mark.parametrize("joint", [", và bà", " và bà", ", bà", "; bà", " cùng bà", ", cùng bà"])
def test_the_next_person_is_no_part_of_the_post_before(joint: str) -> None:
    people = f"ông Nguyễn Đức Tâm, Giám đốc Bệnh viện Gò Mẫu{joint} Lê Thị Mơ, Trưởng khoa Nhi"
    assert named(f"Tặng Giấy khen cho {people}, đã có thành tích.") == [
        ("Nguyễn Đức Tâm", "Giám đốc", "Bệnh viện Gò Mẫu"),
        ("Lê Thị Mơ", "Trưởng khoa Nhi", None),
    ]


@pytest.mark.parametrize("sign", [")", "."])
def test_the_number_of_the_next_is_no_part_of_a_workplace(sign: str) -> None:
    people = f"1{sign} Nguyễn Đức Tâm - Khoa Nhi, 2{sign} Lê Thị Mơ - Khoa Nội"
    assert named(f"Tặng Giấy khen cho 02 (hai) cá nhân là: {people}.") == [
        ("Nguyễn Đức Tâm", None, "Khoa Nhi"), ("Lê Thị Mơ", None, "Khoa Nội"),
    ]  # fmt: skip
    assert (
        named("Tặng Giấy khen cho ông Nguyễn Đức Tâm, Khoa Nội, cơ sở 2 Bệnh viện Mẫu.")[0][0]
        == "Nguyễn Đức Tâm"
    )


@pytest.mark.parametrize("word", ["cùng các ông, bà:", "và các đồng chí sau:"])
def test_a_word_for_them_leads_a_row_of_names(word: str) -> None:
    article = f"Tặng Giấy khen cho tập thể Khoa Nhi, {word} Nguyễn Đức Tâm, Lê Thị Mơ."
    assert [name for name, _, _ in named(article)] == ["Khoa Nhi", "Nguyễn Đức Tâm", "Lê Thị Mơ"]


@pytest.mark.parametrize("year", ["", " năm 2023", " năm học 2022-2023"])
def test_a_title_is_recognised_in_respect_of_someone(year: str) -> None:
    article = (
        f"Công nhận danh hiệu Chiến sĩ thi đua cơ sở{year} đối với ông Nguyễn Đức Tâm - Kế toán."
    )
    assert [name for name, _, _ in named(article)] == ["Nguyễn Đức Tâm"]
