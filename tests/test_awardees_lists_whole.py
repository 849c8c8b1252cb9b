"""Lists that stand below a bare title, below what is typical, in minutes, and are read whole."""

from __future__ import annotations

import pytest
from award_papers import RULES, awarded, given, given_by
from laid_out import Piece, head, with_table

from pipeline.link.awardees.link import link_awardees

NOTICE = (
    "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "HUYỆN GÒ MẬN                              Độc lập - Tự do - Hạnh phúc",
    "Số: 8/TB-HĐTĐKT                       Gò Mận, ngày 11 tháng 12 năm 2024", "",
    "THÔNG BÁO", "Kết luận phiên họp Hội đồng Thi đua - Khen thưởng huyện", "",
)  # fmt: skip


def brief(*lines: str) -> list[tuple[object, object, object]]:
    """Name, role and award of each row of a page."""
    rows = awarded("\n".join(lines))
    return [(row["name"], row["role"], row["award_name"]) for row in rows]


def test_good_examples_are_listed_below_the_line_that_says_so() -> None:
    found = brief(
        "Một số tập thể, cá nhân tiêu biểu trong phong trào như:",
        "- Công đoàn cơ sở Công ty May Gò Mận", "- Bà Vũ Thị Na, Trưởng thôn Hạ: hiến 300 m2 đất.",
        "Các chỉ tiêu khác đều đạt.",
    )  # fmt: skip
    assert found == [
        ("Công đoàn cơ sở Công ty May Gò Mận", "exemplar", None), ("Vũ Thị Na", "exemplar", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "opener",
    [
        "Các công trình tiêu biểu:", "Một số đơn vị vi phạm điển hình:",
        "Lựa chọn, giới thiệu gương điển hình tiên tiến:", "Kết quả:",
    ],
)  # fmt: skip
def test_works_faults_and_choices_list_no_good_examples(opener: str) -> None:
    assert brief(opener, "- Trạm Y tế xã Gò Mận", "- Ông Lê Văn Khế, thôn Hạ") == []


def test_who_is_praised_in_a_list_or_said_to_be_one_of_the_best_is_an_example() -> None:
    found = brief(
        "Sở biểu dương và khen ngợi các tập thể, cá nhân sau:", "1. Tập thể:",
        "- Chi cục Thú y;", "2. Cá nhân:", "- Ông Lê Văn Khế, Trạm trưởng Trạm Thú y Gò Mận.", "",
        "Chị Tạ Thị Sim, nông dân xã Gò Mận, là một trong những điển hình tiên tiến.",
    )  # fmt: skip
    assert [row[:2] for row in found] == [
        ("Chi cục Thú y", "exemplar"), ("Lê Văn Khế", "exemplar"), ("Tạ Thị Sim", "exemplar"),
    ]  # fmt: skip
    assert brief("Chủ tịch Hồ Chí Minh là tấm gương sáng cho các thế hệ.") == []


@pytest.mark.parametrize(
    "title",
    [
        ("DANH SÁCH", "Đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh năm 2023"),
        ("TÓM TẮT THÀNH TÍCH", "của các cá nhân đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh"),
    ],
)
def test_the_line_below_a_bare_title_says_what_the_list_is_of(title: tuple[str, str]) -> None:
    found = awarded("\n".join([
        *title, "1. Ông Lê Văn Khế - Phó Trưởng phòng Kỹ thuật, Công ty Nước Gò Mận",
        "Năm 2021 đạt nhiều thành tích.", "2. Bà Vũ Thị Na - Kế toán trưởng, Công ty Nước Gò Mận",
    ]))  # fmt: skip
    assert [(r["name"], r["role"], r["workplace"]) for r in found] == [
        ("Lê Văn Khế", "nominee", "Công ty Nước Gò Mận"),
        ("Vũ Thị Na", "nominee", "Công ty Nước Gò Mận"),
    ]


def test_a_list_of_its_own_takes_the_decision_named_below_its_title() -> None:
    found = awarded("\n".join([
        "DANH SÁCH", "Tập thể, cá nhân được tặng Giấy khen của Giám đốc Công an tỉnh",
        "(Kèm theo Quyết định số 45/QĐ-CAT ngày 12/10/2023)", "I/ TẬP THỂ",
        "1/ Đội Hình sự - Công an huyện Gò Mận", "II/ CÁ NHÂN",
        "1/ Thiếu tá Lê Văn Khế - Cán bộ Công an xã Gò Mẫu",
    ]))  # fmt: skip
    assert [(r["name"], r["decision"], r["year"]) for r in found] == [
        ("Đội Hình sự", "45/QĐ-CAT", 2023), ("Lê Văn Khế", "45/QĐ-CAT", 2023),
    ]  # fmt: skip


def test_labels_tell_the_entries_of_a_list() -> None:
    found = awarded("\n".join([
        "TRÍCH NGANG THÀNH TÍCH", "các cá nhân đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh",
        "1. Họ và tên: Lê Văn Khế", "- Chức vụ: Chủ tịch Hội Nông dân xã Gò Mận",
        "- Thời gian công tác: 12 năm", "2. Họ và tên: Vũ Thị Na",
        "- Chức vụ: Chủ tịch Hội Nông dân xã Gò Mẫu",
    ]))  # fmt: skip
    assert [(r["name"], r["role"], r["workplace"]) for r in found] == [
        ("Lê Văn Khế", "nominee", "Hội Nông dân xã Gò Mận"),
        ("Vũ Thị Na", "nominee", "Hội Nông dân xã Gò Mẫu"),
    ]


def test_a_heading_that_asks_makes_nominees_of_what_stands_below_it() -> None:
    found = brief(
        *NOTICE, "1. Trình Chủ tịch UBND tỉnh:",
        "a) Công nhận danh hiệu “Chiến sĩ thi đua cấp tỉnh” đối với đồng chí Lê Văn Khế.",
        "b) Tặng Bằng khen cho 01 cá nhân:", "- Đồng chí Vũ Thị Na - Chuyên viên Thanh tra huyện.",
    )  # fmt: skip
    assert [row[:2] for row in found] == [("Lê Văn Khế", "nominee"), ("Vũ Thị Na", "nominee")]


def test_minutes_name_collectives_behind_their_title() -> None:
    found = given(
        "TRƯỜNG TIỂU HỌC GÒ MẬN", "", "BIÊN BẢN HỌP XÉT THI ĐUA", "Năm học 2023 - 2024", "",
        "I. Danh hiệu", "1. Tập thể lao động tiên tiến: Tổ Toán - Tin; Tổ Ngữ văn",
        "2. Chiến sĩ thi đua cơ sở:", "Họ và tên: Lê Văn Khế; Vũ Thị Na", "II. Xét hình thức khác",
    )  # fmt: skip
    assert [row[0] for row in found] == ["Tổ Toán - Tin", "Tổ Ngữ văn", "Lê Văn Khế", "Vũ Thị Na"]


def test_badges_of_a_list_are_told_by_their_years() -> None:
    found = awarded("\n".join([
        "Đợt này Đảng bộ có 3 đảng viên nhận Huy hiệu Đảng, trong đó:",
        "- Huy hiệu 55 năm: đồng chí Lê Văn Khế, chi bộ thôn Hạ",
        "- 50 năm tuổi Đảng: các đồng chí Vũ Thị Na, Tạ Văn Sim.",
    ]))  # fmt: skip
    assert [(r["name"], r["grade"], r["workplace"]) for r in found] == [
        ("Lê Văn Khế", "55 năm tuổi Đảng", "chi bộ thôn Hạ"),
        ("Vũ Thị Na", "50 năm tuổi Đảng", None), ("Tạ Văn Sim", "50 năm tuổi Đảng", None),
    ]  # fmt: skip


def test_two_bodies_before_people_are_one_with_the_unit_above_it() -> None:
    found = given(
        "Giám đốc Sở gửi Thư khen tập thể Khoa Nhi, Bệnh viện Đa khoa Gò Mận và 2 cá nhân: "
        "ông Lê Văn Khế, bà Vũ Thị Na."
    )
    assert [row[:2] for row in found] == [
        ("Khoa Nhi", "Bệnh viện Đa khoa Gò Mận"), ("Lê Văn Khế", None), ("Vũ Thị Na", None),
    ]  # fmt: skip


def test_who_held_an_anniversary_has_got_the_order_received_there() -> None:
    found = given(
        "Công ty Than Gò Mận tổ chức kỷ niệm 40 năm ngày thành lập và đón nhận Huân chương Lao "
        "động hạng Nhất."
    )
    assert [row[0] for row in found] == ["Công ty Than Gò Mận"]


def test_how_many_bodies_are_counted_tells_which_of_them_lie_in_another() -> None:
    two = given("UBND tỉnh tặng Bằng khen cho 02 tập thể: Phòng Kỹ thuật, Trung tâm Gò Mận.")
    one = given("UBND tỉnh tặng Bằng khen cho 01 tập thể: Phòng Kỹ thuật, Trung tâm Gò Mận.")
    assert [row[:2] for row in two] == [("Phòng Kỹ thuật", None), ("Trung tâm Gò Mận", None)]
    assert [row[:2] for row in one] == [("Phòng Kỹ thuật", "Trung tâm Gò Mận")]


def test_votes_behind_the_names_of_a_row_pass_some_of_them() -> None:
    found = given(
        "CÔNG ĐOÀN TRƯỜNG MẦM NON GÒ MẬN", "", "BIÊN BẢN HỌP XÉT THI ĐUA", "Năm học 2023 - 2024",
        "", "1. Đề nghị LĐLĐ huyện tặng Giấy khen:",
        "- Cá nhân: đ/c Vũ Thị Na (7/7 phiếu), đ/c Tạ Thị Sim (2/7 phiếu)",
    )  # fmt: skip
    assert [row[0] for row in found] == ["Vũ Thị Na"]


def test_what_somebody_has_given_is_no_part_of_an_entry() -> None:
    found = given(
        "Chủ tịch UBND tỉnh gửi Thư khen đến các tập thể, cá nhân sau:",
        "1. Công ty Cà phê Gò Mận: 200 triệu đồng", "2. Bà Vũ Thị Na, giáo viên: 500 suất quà",
    )  # fmt: skip
    assert [row[0] for row in found] == ["Công ty Cà phê Gò Mận", "Vũ Thị Na"]


@pytest.mark.parametrize(
    ("says", "role"), [("thống nhất công nhận", "awardee"), ("thống nhất trình", "nominee")]
)
def test_a_conclusion_names_the_award_first_and_then_what_was_agreed(says: str, role: str) -> None:
    found = brief(f"1. Về Bằng khen của UBND tỉnh: Hội đồng {says} 01 cá nhân: ông Lê Văn Khế.")
    assert [row[:2] for row in found] == [("Lê Văn Khế", role)]


def test_a_heading_of_good_examples_opens_their_list() -> None:
    found = brief(
        "BÁO CÁO", "", "IV. Học tập và làm theo Bác", "", "1. Điển hình tập thể", "",
        "1.1. Đảng bộ xã Gò Mận: xây dựng mô hình “Tổ tự quản”.", "", "2. Điển hình cá nhân", "",
        "2.1. Đồng chí Lê Văn Khế, Bí thư Chi bộ thôn Hạ: vận động 45 hộ hiến đất.", "",
        "VI. Hạn chế", "", "Một số chi bộ sinh hoạt chưa đều, điển hình là Chi bộ thôn Thượng.",
    )  # fmt: skip
    assert [row[:2] for row in found] == [
        ("Đảng bộ xã Gò Mận", "exemplar"), ("Lê Văn Khế", "exemplar"),
    ]  # fmt: skip


def test_a_proposal_says_first_whom_its_line_is_about() -> None:
    minutes = ("TRƯỜNG TIỂU HỌC GÒ MẬN", "", "BIÊN BẢN HỌP XÉT THI ĐUA", "Năm học 2023 - 2024", "")
    found = given(
        *minutes, "1/ Bằng khen của Bộ trưởng (02 người): Vũ Thị Na, Tạ Văn Sim.",
        "2/ Đối với ông Lê Văn Khế: đề nghị Thủ tướng Chính phủ tặng Bằng khen.",
        "3/ Đối với bà Đỗ Thị Mít: giao Văn phòng rà soát hồ sơ đề nghị tặng Bằng khen.",
    )  # fmt: skip
    assert [row[0] for row in found] == ["Vũ Thị Na", "Tạ Văn Sim", "Lê Văn Khế"]


def test_a_row_that_is_proposed_may_begin_with_an_area() -> None:
    found = given(
        "TRƯỜNG TIỂU HỌC GÒ MẬN", "", "BIÊN BẢN HỌP XÉT THI ĐUA", "Năm học 2023 - 2024", "",
        "- UBND huyện tặng Giấy khen: Thôn Hạ; Ban Chỉ huy quân sự xã; ông Lê Văn Khế.",
    )  # fmt: skip
    assert [row[0] for row in found] == ["Thôn Hạ", "Ban Chỉ huy quân sự xã", "Lê Văn Khế"]


def test_the_unit_that_heads_a_table_is_where_its_people_are() -> None:
    heading: Piece = ("heading", "II. Phòng Đào tạo", {"label": "II.", "level": 3})
    columns = ["TT", "Họ và tên", "Chức danh", "Danh hiệu đề nghị"]
    rows = [["1", "Lê Văn Khế", "Chuyên viên", "Chiến sĩ thi đua cơ sở"]]
    laid = with_table([heading], columns, rows, head("TTr", subject="Đề nghị khen thưởng"))
    found = link_awardees(laid, (), RULES)[0]
    assert [(a.name, a.workplace) for a in found] == [("Lê Văn Khế", "Phòng Đào tạo")]


def test_a_heading_that_sorts_bodies_is_neither_one_nor_theirs() -> None:
    article = "Điều 1. Tặng Giấy khen của Chủ tịch UBND huyện cho các tập thể có tên sau:"
    listed = given_by(
        "QUYẾT ĐỊNH", "Về việc tặng Giấy khen", article, "* Khối các trường", "1. Trường THCS Na;",
        "2. Trường THCS Mít;", "* Khối xã, thị trấn", "1. UBND xã Na;", "2. UBND xã Lê.",
    )  # fmt: skip
    assert [(name, unit) for name, unit, _ in listed] == [
        ("Trường THCS Na", None), ("Trường THCS Mít", None), ("UBND xã Na", None),
        ("UBND xã Lê", None),
    ]  # fmt: skip
    listed = given_by("QUYẾT ĐỊNH", "Về việc tặng Giấy khen", article, "1. Khối thi đua số 1;",
                      "2. Phòng Cảnh sát giao thông (PC08).")  # fmt: skip
    assert [name for name, _, _ in listed] == [
        "Khối thi đua số 1", "Phòng Cảnh sát giao thông (PC08)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Điều 1. Tặng Giấy khen Gia đình văn hóa cho 02 hộ gia đình có tên sau:",
        "Điều 1. Tặng Giấy khen “Gia đình văn hóa” cho 02 hộ gia đình có tên sau:",
    ],
)
def test_a_certificate_is_for_the_title_that_stands_beside_it(line: str) -> None:
    subject = "Về việc tặng Giấy khen Gia đình văn hóa"
    assert given_by("QUYẾT ĐỊNH", subject, line, "1. Hộ ông Lê Văn Na", "2. Hộ bà Vũ Thị Mít") == [
        ("Hộ ông Lê Văn Na", None, "Giấy khen"), ("Hộ bà Vũ Thị Mít", None, "Giấy khen"),
    ]  # fmt: skip
    foot = ("", "    Nơi nhận:                     CHỦ TỊCH", "    - Lưu.        Lê Văn Tám", "")
    annexed = "Điều 1. Tặng Giấy khen cho 02 hộ gia đình văn hóa (có danh sách kèm theo)."
    title = "DANH SÁCH GIA ĐÌNH VĂN HÓA ĐƯỢC TẶNG GIẤY KHEN"
    listed = given_by("QUYẾT ĐỊNH", subject, annexed, *foot, title, "", "1. Hộ ông Lê Văn Na")
    assert listed == [("Hộ ông Lê Văn Na", None, "Giấy khen")]


def test_a_count_of_one_tells_the_unit_above_a_body() -> None:
    said = "đã có thành tích xuất sắc trong công tác."
    people = "Đội Cứu hộ, Công an huyện Gò Mận và 01 cá nhân: ông Lê Văn Na, Đội trưởng"
    subject = "Về việc tặng Giấy khen"
    article = "Điều 1. Tặng Giấy khen cho {} tập thể: {} {}"
    listed = given_by("QUYẾT ĐỊNH", subject, article.format("01", people, said))
    assert listed == [
        ("Đội Cứu hộ", "Công an huyện Gò Mận", "Giấy khen"), ("Lê Văn Na", None, "Giấy khen"),
    ]  # fmt: skip
    listed = given_by("QUYẾT ĐỊNH", subject, article.format("02", people, said))
    assert [name for name, _, _ in listed] == ["Đội Cứu hộ", "Công an huyện Gò Mận", "Lê Văn Na"]
