"""What pages of the web print beside and in their news, and what only looks like a sure row."""

from __future__ import annotations

import pytest

from tests.award_papers import awarded, rows_of
from tests.layout_pages import head_of, value

CLOCK = "08/04/2019 19:22"


def figures(words: str) -> list[tuple[object, object, object]]:
    found = rows_of(words).get("figures", [])
    return [(f["value"], f["counted"], f["role"]) for f in found]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        (
            "Chủ tịch nước hủy quyết định khen thưởng, thu hồi tiền thưởng, hiện vật và Bằng khen "
            "của Thủ tướng Chính phủ đã trao cho ông Lê Văn Khế.",
            None,
        ),
        ("Công ty A thu hồi đất nhanh; Chủ tịch nước tặng Huân chương Lao động hạng Ba cho ông "
         "Lê Văn Khế.", 0.9),
        ("Huyện đã thu hồi Giấy khen của ông Lê Văn Khế. Chủ tịch nước tặng Huân chương Lao động "
         "hạng Ba cho ông Lê Văn Khế.", 0.85),
    ],
)  # fmt: skip
def test_what_is_taken_back(words: str, role: float | None) -> None:
    found = awarded(words)
    assert [a["confidence"] >= 0.9 for a in found] == ([] if role is None else [role >= 0.9])


def test_a_workplace_holds_no_verb() -> None:
    words = (
        "Huyện đoàn Mẫu tặng Giấy khen cho em Lê Văn Khế.Huyện đoàn Mẫu cũng đang hoàn thiện hồ sơ."
    )
    assert all(a["workplace"] is None or a["confidence"] < 0.9 for a in awarded(words))


def test_papers_listed_above_a_paper_are_not_counted() -> None:
    lines = [f"- {n} Nghị quyết {n + 30}/NQ-HĐND về chế độ thi đua" for n in range(4, 8)]
    assert figures("\n".join(lines)) == []
    assert figures("- 4 Nghị quyết về chế độ\n- 5 Quyết định\n") != []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ngoài ra, ngoài 5 cá nhân được khen còn có 2 tập thể.", [5, 2]),
        ("Hai học sinh lớp 7 được khen; huyện tặng quà cho 2 học sinh lớp 7.", [2]),
        ("Trẻ 4 tuổi lớp mầm 1\nTrường mầm non Hải Mẫu có sân chơi.", []),
        ("14h10-14h20 3 Báo cáo tình hình đoàn viên", []),
        ("• Lượt xem: 2569 lượt xem", []),
        ("Chặng 1 giải báo chí Hải Mẫu thu hút 50 tác phẩm.", [50]),
        ("Hải Mẫu, ngày tháng năm 20 TỜ TRÌNH về khen thưởng", []),
    ],
)
def test_numbers_that_count(words: str, expected: list[float]) -> None:
    assert [value for value, _, _ in figures(words)] == expected


def test_what_holds_for_whom_is_no_result() -> None:
    words = "Đối với cơ sở, đơn vị có số lượng dưới 200 người lao động thì họp toàn thể."
    assert [role for _, _, role in figures(words)] == [None]


def test_a_unit_has_a_name() -> None:
    words = (
        "Sáng kiến “Chế tạo xe nâng” của công nhân Lê Văn Khế, thợ tiện, giàn nén khí Trung tâm, "
        "Xí nghiệp May Mẫu."
    )
    assert all(a["workplace"] != "Trung tâm" or a["confidence"] < 0.9 for a in awarded(words))


def test_a_ministry_spelt_apart_is_one_code() -> None:
    found = rows_of("Căn cứ công văn số 55/BGD ĐT-GDTrH ngày 08/10/2014 của Bộ Giáo dục.")
    assert [c["cited_number"] for c in found["citations"]] == ["55/BGDĐT-GDTrH"]


def test_besides_is_no_bound() -> None:
    found = rows_of("Huyện cho biết ngoài 5 cá nhân được khen còn có 2 tập thể.")["figures"]
    assert [f["qualifier"] for f in found] == ["exact", "exact"]


def test_players_are_part_of_a_team() -> None:
    words = "Thủ tướng tặng quà cho 31 thành viên đội tuyển Hải Mẫu, trong đó 21 cầu thủ."
    assert [role for _, _, role in figures(words)] == ["total", "part"]


@pytest.mark.parametrize(
    ("words", "award", "giver"),
    [
        ("7 vận động viên được tặng Huân chương Lao động hạng Ba của Chủ tịch nước là: A, B.",
         "Huân chương Lao động hạng Ba", "Chủ tịch nước"),
        ("Hồ sơ do 5 Hội đồng chuyên ngành trình Hội đồng Nhà nước xét tặng danh hiệu Nghệ sĩ "
         "Nhân dân.", None, None),
    ],
)  # fmt: skip
def test_who_gives_is_not_given(words: str, award: str | None, giver: str | None) -> None:
    found = rows_of(words)["figures"]
    assert [(f["award_name"], f["conferred_by"]) for f in found] == [(award, giver)]


def test_one_count_of_the_awards_counted_before() -> None:
    words = "Huyện quyết định tặng 3 Cờ thi đua và 19 Giấy khen cho 22 tập thể."
    assert rows_of(words)["figures"][-1]["award_name"] == "Cờ thi đua và Giấy khen"
    words = "Huyện quyết định tặng 3 Cờ thi đua và 19 Giấy khen cho 19 cá nhân."
    assert rows_of(words)["figures"][-1]["award_name"] == "Giấy khen"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Đồng chí Lê Văn Khế", None),
        ("Lê Văn Khế", "Lê Văn Khế"),
        ("ĐỒNG HÀNH CÙNG BẠN ĐỌC", None),
    ],
)
def test_who_wrote_it(line: str, byline: str | None) -> None:
    page = f"Lễ tang một cán bộ lão thành ở Hải Mẫu\n\n{CLOCK}\n\nLễ viếng từ 7 giờ.\n\n{line}\n"
    assert value(head_of(page).signer_name) == byline


def test_the_headline_has_letters() -> None:
    title = "Huyện Hải Mẫu khen thưởng 5 tập thể"
    read = head_of(f"Tin\n{CLOCK}\n.\n{title}\nNgày 5/4, huyện họp.\n")
    assert value(read.subject) == title
    read = head_of(f"Chuyên mục: XÃ HỘI | Lượt xem : 10,651\n{CLOCK}\n{title}\nHuyện họp.\n")
    assert value(read.subject) == title


def test_an_academy_signs_nothing() -> None:
    page = (
        "HỌC VIỆN QUẢN LÝ MẪU\n----------\n\nLÊ THỊ KHẾ\n\nQUẢN LÝ THƯ VIỆN\n\nLUẬN VĂN THẠC SĨ\n"
    )
    assert head_of(page).signer_name is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Thăm huyện\n\nTin, ảnh: Đài Hải Mẫu-Thứ sáu, ngày 13/01/2017 10:47", "published"),
        ("Họp huyện\n• Cập nhật: 06/01/2022\nHuyện họp.", "published"),
        ("Luật Mẫu\nNgày ban hành: | 15/06/2022 |\nSố hiệu: | 6/2022/QH15 |", "issued"),
        ("Truyền thống của ngành (28-7-1929 - 28/7/2014) rất vẻ vang.", "period"),
    ],
)  # fmt: skip
def test_days_of_pages(words: str, expected: str) -> None:
    assert [d["role"] for d in rows_of(words)["dates"]] == [expected]


def test_an_issuer_in_capitals_that_swallows_a_verb_is_doubtful() -> None:
    words = (
        "CHỦ TỊCH UBND TỈNH HẢI MẪU ĐÃ KÝ QUYẾT ĐỊNH SỐ 3739/QĐ-UBND NGÀY 31/10/2014 VỀ VIỆC BỔ "
        "NHIỆM ÔNG LÊ VĂN KHẾ."
    )
    (cited,) = rows_of(words)["citations"]
    assert cited["confidence"] < 0.9 or not cited["cited_issuer"].endswith("ĐÃ")


def test_doubled_blanks_count_as_one() -> None:
    lines = [f"-  {n}  Nghị quyết  {n + 30}/NQ-HĐND về chế độ thi đua" for n in range(4, 8)]
    assert figures("\n".join(lines)) == []
