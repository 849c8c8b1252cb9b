"""Guests who are given something themselves, who hands an award over, votes that need a share."""

from __future__ import annotations

import pytest
from award_papers import awarded, given, given_by

ORDER = "Huân chương Lao động hạng Ba"


def names(*lines: str) -> list[object]:
    return [row[0] for row in given(*lines)]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Sau khi phát biểu tại Hội nghị, ông Lê Văn Khế đã đón nhận Bằng khen của Chủ tịch UBND "
         "tỉnh.", "Lê Văn Khế"),
        ("Ông Lê Văn Khế dự Hội nghị tổng kết và vinh dự đón nhận Bằng khen của Chủ tịch UBND "
         "tỉnh.", "Lê Văn Khế"),
        ("Ông Lê Văn Khế dự lễ tuyên dương và được tặng Bằng khen của Chủ tịch UBND tỉnh.",
         "Lê Văn Khế"),
        ("Ông Lê Văn Khế phát biểu tại hội nghị, bà Vũ Thị Na nhận Bằng khen của UBND tỉnh.",
         "Vũ Thị Na"),
    ],
)  # fmt: skip
def test_a_guest_or_speaker_who_is_said_to_be_given_it(line: str, who: str) -> None:
    assert names(line) == [who]


@pytest.mark.parametrize(
    "line",
    [
        f"Ông Lê Văn Khế dự Lễ kỷ niệm 40 năm thành lập Trường THPT Mận Đỏ và đón nhận {ORDER}.",
        "UBND huyện Gò Mận tổ chức lễ kỷ niệm 70 năm thành lập dân quân xã Mận Hạ và đón nhận "
        f"{ORDER}.",
        "Ông Lê Văn Khế và bà Vũ Thị Na trao giải cho các tác giả đạt giải Nhất.",
        "Chủ tịch UBND tỉnh Lê Văn Khế và ông Phạm Văn Sim trao giải cho tác giả đoạt giải A",
        "Cùng dự có 3 Anh hùng Lao động, gồm: bà Vũ Thị Na, ông Lê Văn Khế, ông Phạm Văn Sim.",
        "UBND tỉnh tặng Bằng khen cho 5 tập thể và 12 cá nhân trước sự có mặt của lãnh đạo các cấp,"
        " trong đó có ông Lê Văn Khế, Bí thư Tỉnh ủy.",
        "Huyện đề nghị tặng Bằng khen cho 12 cá nhân theo kết quả họp của Hội đồng gồm 9 thành "
        "viên, trong đó có ông Lê Văn Khế, Trưởng phòng Nội vụ.",
    ],
)
def test_those_who_are_only_there_are_given_nothing(line: str) -> None:
    assert names(line) == []


@pytest.mark.parametrize(
    ("line", "giver"),
    [
        ("Ông Lê Văn Khế, Giám đốc Sở Nội vụ trao giải Nhất cho Trường THCS Mận Hạ.", None),
        ("Bà Vũ Thị Na - Tổng Giám đốc Công ty May Mận Đỏ trao giải Nhất cho Trường THCS Mận Hạ.",
         None),
        ("Ông Lê Văn Khế, Trưởng ban Tổ chức Huyện ủy trao Giấy khen cho Trường THCS Mận Hạ.",
         None),
        ("Giám đốc Sở Y tế Lê Văn Khế trao Bằng khen cho Bệnh viện Mận Đỏ.", None),
        ("Giám đốc Sở Y tế Lê Văn Khế trao Giấy khen cho Bệnh viện Mận Đỏ.", "Giám đốc Sở Y tế"),
        ("Ông Lê Văn Khế, Giám đốc Sở Y tế tặng Giấy khen cho Bệnh viện Mận Đỏ.",
         "Giám đốc Sở Y tế"),
        ("Chủ tịch LĐLĐ tỉnh Lê Văn Khế trao Bằng khen cho Công đoàn Trường THCS Mận Hạ.",
         "Chủ tịch LĐLĐ tỉnh"),
        ("UBND huyện trao giải Nhất cho Trường THCS Mận Hạ.", "UBND huyện"),
    ],
)  # fmt: skip
def test_who_hands_over_what_others_give_is_not_the_giver(line: str, giver: str | None) -> None:
    (row,) = awarded(line)
    assert row["conferred_by"] == giver
    assert giver is not None or row["confidence"] < 0.9


VOTE = "Kết quả bỏ phiếu kín đề nghị danh hiệu Lao động tiên tiến:"
BALLOT = ("- Bà Vũ Thị Na, Phòng Nội vụ: 65%", "- Ông Lê Văn Khế, Phòng Y tế: 95%")


@pytest.mark.parametrize(
    ("rule", "passed"),
    [
        ("Người được từ 80% số phiếu trở lên được đề nghị.", ["Lê Văn Khế"]),
        ("Tỷ lệ phiếu đồng ý từ 90% trở lên thì đề nghị.", ["Lê Văn Khế"]),
        ("Cuộc họp có từ 70% thành viên trở lên dự, tỷ lệ biểu quyết hợp lệ.",
         ["Vũ Thị Na", "Lê Văn Khế"]),
        ("Điều kiện: hoàn thành từ 70% nhiệm vụ trở lên, được quá nửa số phiếu đồng ý.",
         ["Vũ Thị Na", "Lê Văn Khế"]),
    ],
)  # fmt: skip
def test_a_quorum_is_not_the_share_of_votes_that_is_needed(rule: str, passed: list[str]) -> None:
    assert names(rule, "", VOTE, *BALLOT) == passed


def test_an_entry_of_several_people_with_one_unit() -> None:
    title, article = "Về việc tặng Giấy khen", "Điều 1. Tặng Giấy khen cho các cá nhân sau:"
    several = (
        "1. Ông Lê Văn Khế, Vũ Thị Na, Phạm Văn Sim - Phòng Nội vụ",
        "2. Bà Ngô Thị Hà - Phòng Y tế",
    )
    found = given_by("QUYẾT ĐỊNH", title, article, *several)
    assert [row[:2] for row in found] == [
        ("Lê Văn Khế", "Phòng Nội vụ"), ("Vũ Thị Na", "Phòng Nội vụ"),
        ("Phạm Văn Sim", "Phòng Nội vụ"), ("Ngô Thị Hà", "Phòng Y tế"),
    ]  # fmt: skip
    single = (
        "1. Ông Lê Văn Khế, Phó Bí thư Đoàn - Phòng Nội vụ",
        "2. Ông Ngô Văn Đại, Trường Tiểu học Lê Văn Sim - xã Mận Hạ",
        "3. Bà Vũ Thị Na, Bà Rịa - Vũng Tàu",
    )
    found = given_by("QUYẾT ĐỊNH", title, article, *single)
    assert [row[0] for row in found] == ["Lê Văn Khế", "Ngô Văn Đại", "Vũ Thị Na"]


def test_what_it_is_given_for_is_no_part_of_the_unit() -> None:
    line = "Điều 1. Tặng Giấy khen cho ông Lê Văn Khế, Bí thư Chi bộ 3 đối với thành tích năm 2024."
    assert given_by("QUYẾT ĐỊNH", "Về việc tặng Giấy khen", line)[0][:2] == (
        "Lê Văn Khế", "Chi bộ 3",
    )  # fmt: skip


def test_the_next_work_that_has_won_a_prize_of_its_own() -> None:
    found = given(
        "Giải Nhất thuộc về tác phẩm “Nắng” của tác giả Lê Văn Khế; bài của em Vũ Thị Na đạt giải "
        "Nhì."
    )
    assert [(row[0], row[2]) for row in found] == [
        ("Lê Văn Khế", "Giải Nhất"), ("Vũ Thị Na", "Giải Nhì"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Nhờ sự giúp đỡ của ông Lê Văn Khế, bà Vũ Thị Na được tặng Bằng khen của UBND tỉnh.",
         ["Vũ Thị Na"]),
        ("Với vai trò của người đứng đầu, ông Lê Văn Khế được tặng Bằng khen của UBND tỉnh.",
         ["Lê Văn Khế"]),
        ("Với thành tích của mình, ông Lê Văn Khế và bà Vũ Thị Na được tặng Bằng khen.",
         ["Lê Văn Khế", "Vũ Thị Na"]),
        ("Ông Lê Văn Khế xin rút khỏi danh sách được tặng Bằng khen của UBND tỉnh.", []),
        ("Huyện đoàn Gò Mận tổ chức lễ kỷ niệm 90 năm Ngày thành lập Đoàn và đón nhận Bằng khen "
         "của Tỉnh đoàn.", ["Huyện đoàn Gò Mận"]),
    ],
)  # fmt: skip
def test_who_is_thanked_or_has_withdrawn_is_not_given_it(line: str, who: list[str]) -> None:
    assert names(line) == who


def test_the_award_of_the_next_one_whose_verb_is_left_out() -> None:
    line = "Phòng Nội vụ được tặng Cờ thi đua của UBND tỉnh, Phòng Y tế Bằng khen của UBND tỉnh."
    assert [(row[0], row[2]) for row in given(line)] == [("Phòng Nội vụ", "Cờ thi đua")]
    line = "Ông Lê Văn Khế được Sở Y tế tặng Giấy khen, Công đoàn Trường Mận Đỏ tặng Bằng khen."
    assert [row[2] for row in given(line)] == ["Giấy khen", "Bằng khen"]
    line = "Phòng Nội vụ được tặng Cờ thi đua của UBND tỉnh, Bằng khen của Bộ Nội vụ."
    assert [row[2] for row in given(line)] == ["Cờ thi đua", "Bằng khen"]


@pytest.mark.parametrize(
    ("lead", "year"),
    [
        ("Thành lập năm 2005, Trường THCS Mận Hạ được tặng", None),
        ("Vào Đảng năm 2015, bà Vũ Thị Na được tặng", None),
        ("Kỷ niệm 20 năm thành lập năm 2024, Trường THCS Mận Hạ được tặng", 2024),
        ("Năm 2023, Trường THCS Mận Hạ được tặng", 2023),
    ],
)
def test_the_year_in_which_a_body_was_founded_is_not_the_award_s(
    lead: str, year: int | None
) -> None:
    assert [row["year"] for row in awarded(f"{lead} Bằng khen của UBND tỉnh.")] == [year]


def test_a_street_called_after_somebody_is_no_second_name() -> None:
    found = given_by(
        "QUYẾT ĐỊNH", "Về việc tặng Giấy khen", "Điều 1. Tặng Giấy khen cho các cá nhân:",
        "1. Lê Văn Khế, Hoàng Hoa Thám - Hà Nội", "2. Vũ Thị Na, Lê Thị Riêng - Phường 5",
    )  # fmt: skip
    assert [row[0] for row in found] == ["Lê Văn Khế", "Vũ Thị Na"]


PLAN = """
    ỦY BAN NHÂN DÂN HUYỆN GÒ MẬN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                            Độc lập - Tự do - Hạnh phúc
    Số: 31/{symbol}                     Gò Mận, ngày 04 tháng 2 năm 2025

    {kind}
    Tổ chức Lễ tổng kết

    {line}
"""


@pytest.mark.parametrize(
    ("kind", "line", "is_sure"),
    [
        ("KẾ HOẠCH KH-UBND", "1. Ông Lê Văn Khế, Chủ tịch UBND huyện trao Giấy khen cho bà Vũ Thị "
         "Na.", False),
        ("KẾ HOẠCH KH-UBND", "- Chủ tịch UBND huyện trao Giấy khen cho bà Vũ Thị Na.", False),
        ("THÔNG BÁO TB-UBND", "Phân công ông Lê Văn Khế, Phó Chủ tịch UBND huyện trao Giấy khen của"
         " UBND huyện cho bà Vũ Thị Na.", False),
        ("BÁO CÁO BC-UBND", "Chủ tịch UBND huyện trao Giấy khen cho bà Vũ Thị Na.", True),
        ("KẾ HOẠCH KH-UBND", "Chủ tịch UBND huyện đã tặng Giấy khen cho bà Vũ Thị Na.", True),
    ],
)  # fmt: skip
def test_what_somebody_is_to_hand_over_is_less_sure(kind: str, line: str, is_sure: bool) -> None:
    name, _, symbol = kind.rpartition(" ")
    rows = awarded(PLAN.format(symbol=symbol, kind=name, line=line))
    assert [row["name"] for row in rows] == ["Vũ Thị Na"]
    assert all((float(str(row["confidence"])) >= 0.9) is is_sure for row in rows)


def test_a_banner_handed_over_is_of_the_one_named_behind_what_it_is_for() -> None:
    found = awarded(
        "Liên minh Hợp tác xã tỉnh trao cờ đơn vị xuất sắc của UBND tỉnh Gò Mận cho Hợp tác xã Sim."
    )
    assert [(row["name"], row["conferred_by"]) for row in found] == [
        ("Hợp tác xã Sim", "UBND tỉnh Gò Mận")
    ]


def test_what_was_given_besides_is_not_by_the_decision_cited_before() -> None:
    found = awarded(
        "Có 2 cá nhân được phong tặng danh hiệu NNND theo Quyết định 356/QĐ-CTN ngày 8-3-2019 của "
        "Chủ tịch nước, gồm: Lê Văn Khế, Vũ Thị Na. Đồng thời, cố nghệ nhân Phạm Thị Sen cũng được "
        "Chủ tịch nước truy tặng danh hiệu NNND."
    )
    assert [(row["name"], row["decision"]) for row in found] == [
        ("Lê Văn Khế", "356/QĐ-CTN"), ("Vũ Thị Na", "356/QĐ-CTN"), ("Phạm Thị Sen", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "sure"),
    [
        ("Công ty Sim và chủ thầu Lê Văn Khế", 0.85),
        ("Công ty Sim và Việt kiều Lê Văn Khế", 0.85),
        ("Trung tâm Sim - địa chỉ tin cậy của bà con", 0.85), ("Phòng Tổ chức - hành chính", 0.9),
    ],
)  # fmt: skip
def test_a_name_that_runs_on_is_less_sure(body: str, sure: float) -> None:
    found = awarded(f"Chủ tịch UBND tỉnh tặng Bằng khen cho {body} vì có nhiều đóng góp.")
    assert [row["confidence"] for row in found] == [sure]


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ("Phòng Nội vụ huyện Sim, Công ty Gạch Sen", [("Phòng Nội vụ huyện Sim", None, 0.85)]),
        ("Phòng Kỹ thuật, Công ty Gạch Sim", [("Phòng Kỹ thuật", "Công ty Gạch Sim", 0.9)]),
        ("Khoa Ngoại, Khoa Nội, Bộ Y tế",
         [("Khoa Ngoại", None, 0.9), ("Khoa Nội", None, 0.9), ("Bộ Y tế", None, 0.85)]),
    ],
)  # fmt: skip
def test_what_stands_above_by_a_comma_alone_is_told_with_care(
    bodies: str, expected: list[tuple[str, str | None, float]]
) -> None:
    found = awarded(f"Chủ tịch UBND tỉnh tặng Bằng khen cho {bodies}.")
    assert [(row["name"], row["workplace"], row["confidence"]) for row in found] == expected
