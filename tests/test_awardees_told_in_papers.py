"""Minutes that resolve behind a title, results of contests in reports, letters that praise."""

from __future__ import annotations

import pytest
from award_papers import RULES, awarded, given
from laid_out import document, head, with_table

from pipeline.link.awardees.link import link_awardees

MINUTES = ("TRƯỜNG TIỂU HỌC GÒ MẬN", "", "Gò Mận, ngày 24 tháng 5 năm 2024", "",
           "BIÊN BẢN HỌP XÉT THI ĐUA", "Năm học 2023 - 2024", "")  # fmt: skip


def test_minutes_name_behind_a_title_whom_they_resolve_to_propose() -> None:
    found = given(
        *MINUTES,
        "* Chiến sĩ thi đua cơ sở: Hội đồng nhất trí đề nghị 02 đồng chí: Tạ Thị Na (26/27), "
        "Khổng Thị Nhài (25/27).",
        "* Tập thể lao động tiên tiến: đề nghị 02 tập thể: Tổ 1; Tổ Văn phòng.",
        "* Giấy khen của Sở: không đề nghị 02 đồng chí: Lê Thị Tuyến, Khổng Thị Nga.",
    )  # fmt: skip
    assert [(name, award) for name, _, award in found] == [
        ("Tạ Thị Na", "Chiến sĩ thi đua cơ sở"), ("Khổng Thị Nhài", "Chiến sĩ thi đua cơ sở"),
        ("Tổ 1", "Tập thể Lao động tiên tiến"), ("Tổ Văn phòng", "Tập thể Lao động tiên tiến"),
    ]  # fmt: skip


def test_bodies_with_numbers_behind_counted_people_are_no_awardees() -> None:
    assert given("Năm 2020 tặng Bằng khen cho 12 giáo viên là: Tiểu học 3, Mầm non 9.") == []


def test_youth_unions_of_bodies_and_places_are_awardees() -> None:
    found = given(
        "Tỉnh đoàn trao tặng Bằng khen cho Đoàn cơ sở Sở Y tế, Đoàn xã Gò Mận và Chi đoàn Công an "
        "huyện."
    )
    assert [row[0] for row in found] == [
        "Đoàn cơ sở Sở Y tế", "Đoàn xã Gò Mận", "Chi đoàn Công an huyện",
    ]  # fmt: skip


def test_points_behind_a_school_are_no_part_of_it() -> None:
    found = given(
        "DANH SÁCH GIÁO VIÊN ĐẠT DANH HIỆU GIÁO VIÊN DẠY GIỎI", "",
        "1. Cô Vũ Thị Na, THCS Gò Mận, 18,5 điểm", "2. Thầy Lê Văn Khế, THCS Gò Mẫu, 17 điểm",
    )  # fmt: skip
    assert [row[1] for row in found] == ["THCS Gò Mận", "THCS Gò Mẫu"]


@pytest.mark.parametrize(
    ("subject", "awards"),
    [
        ("Kết quả Cuộc thi Ý tưởng khởi nghiệp năm 2022", {"Giải Nhất", "Giải Nhì"}),
        ("Tình hình chuẩn bị Cuộc thi Ý tưởng khởi nghiệp năm 2022", {None}),
    ],
)
def test_a_report_of_results_gives_the_prizes_of_its_table(
    subject: str, awards: set[str | None]
) -> None:
    rows = [
        ["1", "Trà túi lọc từ chè dây", "Vũ Thị Na", "Đoàn xã Gò Mận", "Nhất"],
        ["2", "Nhà sàn đón khách", "Lê Văn Khế", "Đoàn xã Gò Mẫu", "Nhì"],
    ]
    header = ["TT", "Tên ý tưởng", "Tác giả", "Đơn vị", "Giải"]
    laid = with_table([], header, rows, head("BC", subject=subject))
    assert {a.award_name for a in link_awardees(laid, (), RULES)[0]} <= awards


def test_those_praised_for_their_models_are_examples() -> None:
    found = awarded(
        "Ban Thường vụ ghi nhận và biểu dương: Chi hội Phụ nữ ấp Đông, xã Gò Mận với mô hình “Bếp "
        "ăn yêu thương”; chị Vũ Thị Na - Chủ tịch Hội LHPN xã Gò Mẫu đã vận động 4,2 tấn rau."
    )
    assert [(a["name"], a["role"], a["workplace"]) for a in found] == [
        ("Chi hội Phụ nữ ấp Đông", "exemplar", "xã Gò Mận"),
        ("Vũ Thị Na", "exemplar", "Hội LHPN xã Gò Mẫu"),
    ]


def test_a_ward_by_its_number_lies_in_the_town_behind_it() -> None:
    found = awarded(
        "Nhân rộng mô hình “Đi chợ hộ” của Hội LHPN phường 4, thành phố Gò Mận trong toàn tỉnh."
    )
    assert [(a["name"], a["workplace"]) for a in found] == [
        ("Hội LHPN phường 4", "thành phố Gò Mận")
    ]


def test_who_headed_a_study_has_no_post_of_that_name() -> None:
    found = awarded(
        "Nghiệm thu đề tài “Nhân giống mận tím” do ThS. Lê Văn Khế chủ nhiệm, xếp loại Xuất sắc."
    )
    assert [(a["name"], a["position"]) for a in found] == [("Lê Văn Khế", None)]


def test_authors_told_behind_those_of_an_article_do_not_end_its_list() -> None:
    found = awarded(
        """
        UBND HUYỆN GÒ MẬN
        Số: 66/QĐ-UBND

        Gò Mận, ngày 16 tháng 01 năm 2017

        QUYẾT ĐỊNH
        Về việc công nhận danh hiệu thi đua và khen thưởng năm 2016

        QUYẾT ĐỊNH:
        Điều 1. Công nhận danh hiệu "Chiến sĩ thi đua cơ sở" cho 02 cá nhân: ông Giàng A Páo - Trưởng phòng Tổ chức Hành chính, ông Lê Văn Khế - Hạt phó Hạt Kiểm lâm Gò Mận, là các tác giả của sáng kiến được công nhận năm 2016.
        Điều 2. Tặng Giấy khen cho Trường Mầm non Gò Mận và nhóm thợ điện thôn Lao Chải.
        """  # noqa: E501
    )
    assert [(a["name"], a["position"], a["workplace"]) for a in found] == [
        ("Giàng A Páo", "Trưởng phòng Tổ chức Hành chính", None),
        ("Lê Văn Khế", "Hạt phó", "Hạt Kiểm lâm Gò Mận"),
        ("Trường Mầm non Gò Mận", None, None), ("nhóm thợ điện thôn Lao Chải", None, None),
    ]  # fmt: skip


def test_what_each_winner_was_judged_in_does_not_end_the_row() -> None:
    found = given(
        "- 02 giải Nhất: Nguyễn Văn Khế (Trường Cao đẳng Gò Mận), nghề Điện công nghiệp; Vũ Thị Na "
        "(Trung tâm GDNN-GDTX Gò Mẫu), nghề May thời trang."
    )
    assert [row[:2] for row in found] == [
        ("Nguyễn Văn Khế", "Trường Cao đẳng Gò Mận"), ("Vũ Thị Na", "Trung tâm GDNN-GDTX Gò Mẫu"),
    ]  # fmt: skip


@pytest.mark.parametrize("verb", ["đã nhận được giải Đặc biệt", "nhận giải Nhì"])
def test_a_prize_that_was_received_is_given_to_the_authors(verb: str) -> None:
    (row,) = awarded(f"Đề tài: “Chợ làng người Dao” của tác giả Lê Văn Khế (Trường A) {verb}.")
    assert (row["name"], row["role"]) == ("Lê Văn Khế", "awardee")


def test_a_force_is_sent_a_letter_of_praise() -> None:
    found = given("Thủ tướng Chính phủ gửi thư khen lực lượng Công an TP Gò Mận vì thành tích.")
    assert [row[0] for row in found] == ["Công an TP Gò Mận"]


@pytest.mark.parametrize(
    ("title", "authors"),
    [
        ("DANH SÁCH ĐỀ NGHỊ CÔNG NHẬN SÁNG KIẾN NĂM 2022", ["Lê Văn Khế", "Tổ Hoàn thành 2"]),
        ("DANH SÁCH HỘI ĐỒNG SÁNG KIẾN NĂM 2022", []),
    ],
)
def test_entries_below_the_title_of_a_list_of_works_are_such(
    title: str, authors: list[str]
) -> None:
    laid = document([
        ("heading", title),
        ("list_item", "1. Lê Văn Khế, Tổ bảo trì - “Cải tiến cữ may”, làm lợi 140.000.000đ/năm",
         {"label": "1."}),
        ("list_item", "2. Tổ Hoàn thành 2: “Giá treo hàng xoay”", {"label": "2."}),
    ])  # fmt: skip
    awardees, titles = link_awardees(laid, (), RULES)
    assert [a.name for a in awardees] == authors
    assert [t.benefit_vnd for t in titles] == [140_000_000, None][: len(authors)]


def test_minutes_name_bodies_and_people_before_their_votes() -> None:
    found = given(
        *MINUTES,
        "1. Cờ thi đua ngành Kiểm sát: VKSND huyện Gò Mận 10/10 phiếu.",
        "2. Chiến sĩ thi đua cơ sở: đ/c Lê Văn Khế - Phó Viện trưởng: 9/10; đ/c Vũ Thị Na - Trưởng "
        "phòng 8: 10/10.",
    )  # fmt: skip
    assert [row[0] for row in found] == ["VKSND huyện Gò Mận", "Lê Văn Khế", "Vũ Thị Na"]


def test_seniority_is_no_workplace_and_who_is_put_off_no_nominee() -> None:
    found = awarded(
        """
        HỘI NÔNG DÂN HUYỆN GÒ MẬN
        Số: 52-TTr/HND

        Gò Mận, ngày 09 tháng 10 năm 2021

        TỜ TRÌNH
        V/v đề nghị tặng Kỷ niệm chương “Vì giai cấp nông dân Việt Nam”

        Ban Thường vụ đề nghị xét tặng Kỷ niệm chương cho các cá nhân sau:
        1) Lê Văn Khế, Chủ tịch Hội Nông dân xã Gò Mẫu, thời gian công tác Hội: 12 năm;
        2) Vũ Thị Na, Phó Chủ tịch Hội Nông dân xã Mận Hạ, 10 năm 6 tháng;
        3) Hà Thị Chanh, nguyên Bí thư Huyện ủy, nghỉ hưu năm 2020.
        Đối với ông Đỗ Văn Mít, Trưởng ấp Cây Da do chưa đủ 10 năm nên chưa trình đợt này.
        """
    )
    assert [(a["name"], a["workplace"]) for a in found] == [
        ("Lê Văn Khế", "Hội Nông dân xã Gò Mẫu"), ("Vũ Thị Na", "Hội Nông dân xã Mận Hạ"),
        ("Hà Thị Chanh", "Huyện ủy"),
    ]  # fmt: skip


def test_winners_whom_an_article_rewards_have_the_prizes_of_their_lines() -> None:
    found = awarded(
        """
        TRƯỜNG THCS GÒ MẬN
        Số: 19/QĐ-GM

        Gò Mận, ngày 04 tháng 6 năm 2021

        QUYẾT ĐỊNH
        Về việc khen thưởng học sinh năm học 2020 - 2021

        QUYẾT ĐỊNH:
        Điều 1. Nay khen thưởng 02 học sinh có thành tích trong năm học 2020 - 2021:
        1. Học sinh đạt giải kỳ thi học sinh giỏi cấp tỉnh:
        - Em Lê Văn Khế (9B): giải Nhì môn Vật lí;
        - Em Vũ Thị Na (9B): giải Khuyến khích môn Tiếng Anh;
        """
    )
    assert [(a["name"], a["award_name"], a["decision"]) for a in found] == [
        ("Lê Văn Khế", "Giải Nhì", None), ("Vũ Thị Na", "Giải Khuyến khích", None),
    ]  # fmt: skip


def test_the_unit_of_authors_stands_in_a_line_below_them() -> None:
    found = given(
        "DANH SÁCH", "CÁC GIẢI PHÁP ĐOẠT GIẢI HỘI THI SÁNG TẠO KỸ THUẬT LẦN THỨ 9", "",
        "GIẢI NHẤT (01 giải)", "1. Giải pháp: Máy cuốn rơm tự hành", "Tác giả: Lê Văn Khế",
        "Đơn vị: Trường Tiểu học Gò Mận", "GIẢI NHÌ (01 giải)",
        "2. Giải pháp: Lọc nước phèn", "Nhóm tác giả: Vũ Thị Na, Đỗ Văn Mít",
        "Đơn vị: Trường Đại học Gò Mẫu",
    )  # fmt: skip
    assert found == [
        ("Lê Văn Khế", "Trường Tiểu học Gò Mận", "Giải Nhất"),
        ("Vũ Thị Na", "Trường Đại học Gò Mẫu", "Giải Nhì"),
        ("Đỗ Văn Mít", "Trường Đại học Gò Mẫu", "Giải Nhì"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Hai giải nhì thuộc về Quàng Văn Thủy và Lò Văn Inh.", ["Quàng Văn Thủy", "Lò Văn Inh"]),
        (
            "Nghề Nấu ăn: giải nhất Hà Thị Mận, giải nhì Lường Thị Na.",
            ["Hà Thị Mận", "Lường Thị Na"],
        ),
        ("Anh Triệu Tiến Phùng và hai cộng sự đoạt giải nhất Hội thi.", ["Triệu Tiến Phùng"]),
        ("Hai giải nhì thuộc về Bình Định và Khánh Hòa.", []),
    ],
)
def test_winners_named_barely_behind_a_prize(words: str, names: list[str]) -> None:
    assert [row[0] for row in given(words)] == names


def test_what_is_asked_behind_a_semicolon_is_asked_too() -> None:
    found = awarded(
        "Kiến nghị: đề nghị Bộ xem xét tặng Bằng khen cho Phòng Quản trị Gò Mận; tặng Kỷ niệm "
        "chương cho thầy Lê Văn Khế."
    )
    assert {a["role"] for a in found} == {"nominee"}


def test_the_year_of_the_next_contest_is_not_that_of_the_award() -> None:
    (row,) = awarded(
        "Trường Cao đẳng Gò Mận được Giám đốc Sở tặng Giấy khen và đại diện tỉnh dự Kỳ thi tay "
        "nghề quốc gia năm 2020."
    )
    assert row["year"] is None


def test_works_of_a_prize_in_a_row_are_their_authors_prizes() -> None:
    found = given(
        "Giải A được trao cho cụm công trình “Máy gặt lúa ruộng thụt” do kỹ sư Lê Văn Khế (Công ty "
        "Gò Mận) làm chủ nhiệm. Giải B gồm các công trình: “Cắt túi mật một lỗ” của TS Vũ Thị Na "
        "(Bệnh viện Gò Mẫu); “Chuỗi nuôi ngao sạch” của nhóm tác giả Công ty Mận Hạ."
    )
    assert found == [
        ("Lê Văn Khế", "Công ty Gò Mận", "Giải A"), ("Vũ Thị Na", "Bệnh viện Gò Mẫu", "Giải B"),
        ("Công ty Mận Hạ", None, "Giải B"),
    ]  # fmt: skip


def test_works_below_a_line_that_asks_to_recognise_them_have_their_owners() -> None:
    laid = document([
        ("list_item", "1. Công nhận phạm vi ảnh hưởng, hiệu quả áp dụng đối với 02 sáng kiến:",
         {"label": "1."}),
        ("list_item", "- “Giám sát từ xa quỹ tín dụng”, chủ sáng kiến: Lê Văn Khế, Phó Chánh thanh "
         "tra;", {"label": "-"}),
        ("list_item", "- “Biểu mẫu kiều hối tự động”, đồng tác giả: Vũ Thị Na, chuyên viên và Hà "
         "Thị Chanh, kế toán viên.", {"label": "-"}),
    ], head("TTr"))  # fmt: skip
    titles = link_awardees(laid, (), RULES)[1]
    assert [t.authors for t in titles] == [("Lê Văn Khế",), ("Vũ Thị Na", "Hà Thị Chanh")]


def test_the_place_of_a_body_is_no_author() -> None:
    (_, titles) = link_awardees(
        document([("paragraph", "Có nhóm kỹ thuật Điện lực Hạ Lang với giải pháp “Sơn phủ sứ”.")]),
        (),
        RULES,
    )
    assert [t.authors for t in titles] == [()]


@pytest.mark.parametrize(
    ("heading", "authors"),
    [
        ("A. SÁNG KIẾN ĐƯỢC CÔNG NHẬN", [("Lê Văn Khế",), ("Vũ Thị Na", "Đỗ Văn Mít")]),
        ("B. SÁNG KIẾN KHÔNG ĐƯỢC CÔNG NHẬN", []),
        ("C. HỘI ĐỒNG SÁNG KIẾN", []),
    ],
)
def test_works_below_a_heading_stand_before_the_word_for_their_authors(
    heading: str, authors: list[tuple[str, ...]]
) -> None:
    laid = document([
        ("heading", heading),
        ("list_item", "1. Xe tập đi từ khung giường cũ - Tác giả: KTV. Lê Văn Khế (Khoa Nội)",
         {"label": "1."}),
        ("list_item", "2. Phiếu theo dõi té ngã - Nhóm tác giả: ĐD. Vũ Thị Na, ĐD. Đỗ Văn Mít",
         {"label": "2."}),
    ])  # fmt: skip
    assert [t.authors for t in link_awardees(laid, (), RULES)[1]] == authors


def test_who_stands_in_brackets_behind_a_work_has_won_its_prize() -> None:
    found = given("Giải ba được trao cho đề tài “Robot hái dừa” (Lê Văn Khế, Khoa Cơ khí).")
    assert found == [("Lê Văn Khế", "Khoa Cơ khí", "Giải Ba")]


def test_all_ranks_of_professional_soldiers_lead_a_name() -> None:
    found = given("Tặng Bằng khen cho Thiếu úy Lê Văn Khế; Trung úy QNCN Vũ Thị Na.")
    assert [row[0] for row in found] == ["Lê Văn Khế", "Vũ Thị Na"]
