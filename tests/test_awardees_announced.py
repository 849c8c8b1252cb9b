"""Lists whose award an article states elsewhere: by annex, by kind of the listed, by article."""

from __future__ import annotations

import datetime as dt

from award_papers import given_by
from laid_out import Piece, document, head, with_table

from pipeline.extract.awards import awards_in_words
from pipeline.link.awardees.link import link_awardees
from pipeline.model import AwardeeMention, Dispatch
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "66/QĐ-TA", "TÒA ÁN NHÂN DÂN TỈNH SƠN HẠ", dt.date(2018, 11, 30))

OFFICE_AND_JUDGE = [
    ("Văn phòng Tòa án nhân dân tỉnh", "Tập thể Lao động tiên tiến"),
    ("Cù Huy Phan", "Lao động tiên tiến"),
]


def article(number: int, words: str) -> Piece:
    return ("list_item", f"Điều {number}. {words}", {"label": f"Điều {number}.", "level": 5})


def item(words: str, part: int = 0) -> Piece:
    return ("list_item", words, {"label": words.split()[0], "level": 7, "part": part})


def annex(title: str) -> Piece:
    return ("appendix", title, {"part": 1})


def brief(laid: Dispatch) -> list[tuple[str, str | None]]:
    return [(a.name, a.award_name) for a in found(laid)]


def found(laid: Dispatch) -> tuple[AwardeeMention, ...]:
    return link_awardees(laid, (), RULES)[0]


def test_annexes_are_told_by_their_numbers() -> None:
    for named, title in (("Danh sách số 02", "DANH SÁCH SỐ 2"), ("Phụ lục II", "Phụ lục 2")):
        first = named.replace("02", "01").replace("II", "I")
        laid = document(
            [
                article(1, "Tặng danh hiệu thi đua cho các tập thể, cá nhân, cụ thể:"),
                item(f"- Danh hiệu “Tập thể lao động tiên tiến” cho 01 tập thể ({first});"),
                item(f"- Danh hiệu “Chiến sĩ thi đua cơ sở” cho 01 cá nhân ({named})."),
                annex(title.replace("2", "1")),
                item("1. Văn phòng Tòa án nhân dân tỉnh", part=1),
                annex(title),
                item("1. Cù Huy Phan, Thẩm phán Tòa Dân sự", part=1),
            ],
            DECISION,
        )
        assert brief(laid) == [
            ("Văn phòng Tòa án nhân dân tỉnh", "Tập thể Lao động tiên tiến"),
            ("Cù Huy Phan", "Chiến sĩ thi đua cơ sở"),
        ]


def test_annex_without_an_award_has_that_of_the_kind_in_its_title() -> None:
    laid = document(
        [
            article(1, "Công nhận danh hiệu “Lao động tiên tiến” cho 01 cá nhân (danh sách kèm)."),
            article(2, "Công nhận danh hiệu “Tập thể lao động tiên tiến” cho 01 tập thể "
                       "(danh sách kèm theo)."),
            annex("DANH SÁCH TẬP THỂ"),
            item("1. Văn phòng Tòa án nhân dân tỉnh", part=1),
            annex("DANH SÁCH CÁ NHÂN"),
            item("1. Cù Huy Phan, Thẩm phán Tòa Dân sự", part=1),
        ],
        DECISION,
    )  # fmt: skip
    assert brief(laid) == OFFICE_AND_JUDGE


def test_sections_of_one_annex_have_the_award_and_giver_of_their_kind() -> None:
    laid = with_table(
        [
            article(1, "Tặng Cờ thi đua của Liên đoàn Lao động tỉnh cho 01 tập thể, Bằng khen của "
                       "Ban Chấp hành Liên đoàn Lao động tỉnh cho 01 cá nhân (có danh sách)."),
            annex("DANH SÁCH KÈM THEO"),
        ],
        ["STT", "Đơn vị, họ và tên", "Chức vụ"],
        [
            ["I", "CỜ THI ĐUA", ""], ["1", "Công đoàn ngành Giáo dục", ""],
            ["II", "BẰNG KHEN", ""], ["1", "Đ/c Văn Thị Giao", "Chủ tịch CĐCS Công ty May Lam"],
        ],
        DECISION, part=1,
    )  # fmt: skip
    assert [(a.name, a.award_name, a.conferred_by) for a in found(laid)] == [
        ("Công đoàn ngành Giáo dục", "Cờ thi đua", "Liên đoàn Lao động tỉnh"),
        ("Văn Thị Giao", "Bằng khen", "Ban Chấp hành Liên đoàn Lao động tỉnh"),
    ]


def test_people_of_one_article_get_what_another_gives_them() -> None:
    laid = document(
        [
            article(1, "Biểu dương các cá nhân sau đây:"),
            item("1. Bác sĩ Lại Thị Lan, Trưởng khoa Nhi."),
            article(2, "Tặng Giấy khen cho các cá nhân có tên tại Điều 1."),
        ],
        DECISION,
    )
    assert brief(laid) == [("Lại Thị Lan", "Giấy khen")]


def test_people_whom_another_article_refuses_get_nothing() -> None:
    laid = document(
        [
            article(1, "Phê bình các cá nhân sau đây:"),
            item("1. Ông Bùi Xuân Tỏa, lái tàu."),
            article(2, "Không xét tặng Giấy khen cho các cá nhân có tên tại Điều 1."),
        ],
        DECISION,
    )
    assert brief(laid) == []


def test_heading_of_a_stated_title_opens_its_list() -> None:
    laid = document(
        [
            article(1, "Trao Giấy chứng nhận \"Doanh nghiệp tiêu biểu\" cho 01 doanh nghiệp và "
                       "\"Doanh nhân tiêu biểu\" cho 01 doanh nhân:"),
            ("heading", "I. Doanh nghiệp tiêu biểu", {"label": "I.", "level": 3}),
            item("1. Công ty TNHH Nội thất Mộc An"),
            ("heading", "II. Doanh nhân tiêu biểu (01)", {"label": "II.", "level": 3}),
            item("1. Ông Lưu Gia Thành, Giám đốc Công ty TNHH Nội thất Mộc An"),
        ],
        DECISION,
    )  # fmt: skip
    assert brief(laid) == [
        ("Công ty TNHH Nội thất Mộc An", "Doanh nghiệp tiêu biểu"),
        ("Lưu Gia Thành", "Doanh nhân tiêu biểu"),
    ]


def test_straight_marks_quote_a_name_as_well() -> None:
    (named,) = awards_in_words('tặng Huy chương "Vì sự nghiệp giáo dục" cho', RULES)
    assert named.award_name == "Huy chương Vì sự nghiệp"
    (named,) = awards_in_words('tặng Kỷ niệm chương "Vì thế hệ trẻ" cho', RULES)
    assert named.award == "knc_doan_the"


def test_line_above_names_counted_anew_is_their_unit() -> None:
    laid = document(
        [
            article(1, "Tặng Giấy khen cho các em học sinh có tên sau:"),
            ("paragraph", "Lớp 1A"),
            item("1. Nguyễn Bảo An"),
            item("2. Trần Minh Quân"),
            ("paragraph", "Lớp 2B"),
            item("1. Phạm Ngọc Diệp"),
        ],
        DECISION,
    )
    assert [(a.name, a.workplace) for a in found(laid)] == [
        ("Nguyễn Bảo An", "Lớp 1A"), ("Trần Minh Quân", "Lớp 1A"), ("Phạm Ngọc Diệp", "Lớp 2B"),
    ]  # fmt: skip


def test_area_is_placed_in_the_area_behind_it() -> None:
    laid = document(
        [article(1, "Nay tặng Cờ thi đua cho huyện Quỳnh Giang, tỉnh Nam Châu, là đơn vị dẫn "
                    "đầu phong trào làm thủy lợi.")],
        DECISION,
    )  # fmt: skip
    assert [(a.name, a.workplace) for a in found(laid)] == [("huyện Quỳnh Giang", "tỉnh Nam Châu")]


def test_two_annexes_behind_two_awards_are_theirs_in_turn() -> None:
    laid = document(
        [
            article(1, "Công nhận danh hiệu “Tập thể Lao động tiên tiến” cho 01 tập thể; danh hiệu "
                       "“Lao động tiên tiến” cho 01 cá nhân có tên trong Phụ lục 1 và Phụ lục 2."),
            annex("PHỤ LỤC 1 DANH SÁCH"),
            item("1. Văn phòng Tòa án nhân dân tỉnh", part=1),
            annex("PHỤ LỤC 2 DANH SÁCH"),
            item("1. Cù Huy Phan, Thẩm phán Tòa Dân sự", part=1),
        ],
        DECISION,
    )  # fmt: skip
    assert brief(laid) == OFFICE_AND_JUDGE


def test_long_line_that_parts_the_listed_leaves_the_list_open() -> None:
    laid = document(
        [
            article(1, "Tặng Giấy khen cho:"),
            item("1. Chi bộ Văn phòng."),
            item("2. Các đồng chí đảng viên đạt tiêu chuẩn “Đảng viên hoàn thành xuất sắc nhiệm "
                 "vụ” năm 2023:"),
            ("list_item", "- Đồng chí Lưu Thế Cương, Chi bộ 2;", {"label": "-", "level": 10}),
        ],
        DECISION,
    )  # fmt: skip
    assert [name for name, _ in brief(laid)] == ["Chi bộ Văn phòng", "Lưu Thế Cương"]


def test_pupils_of_a_contest_have_no_title_of_its_name() -> None:
    for words in (
        "công nhận kết quả kỳ thi chọn học sinh giỏi lớp 9",
        "bồi dưỡng học sinh giỏi năm học 2023",
        "thành lập đội tuyển học sinh giỏi",
    ):
        assert awards_in_words(words, RULES) == ()
    (named,) = awards_in_words("tặng danh hiệu “Học sinh Giỏi” cho 4 học sinh", RULES)
    assert named.award_name == "Học sinh Giỏi"


def test_lists_of_titles_that_an_earlier_article_states_are_of_those_titles() -> None:
    rows = given_by(
        "QUYẾT ĐỊNH", "Về việc khen thưởng học sinh năm học 2017-2018",
        "Điều 1. Khen thưởng 3 học sinh đạt danh hiệu Học sinh giỏi, 1 học sinh đạt danh hiệu Học "
        "sinh tiên tiến (có danh sách kèm theo).",
        "Điều 2. Tặng Giấy khen cho em Vũ Thị Na, lớp 9A1, giải Nhì môn Tin học.",
        "Nơi nhận:", "- Như Điều 2;", "- Lưu VT.", "HIỆU TRƯỞNG", "", "Phan Trọng Khế", "",
        "DANH SÁCH HỌC SINH GIỎI", "(Kèm theo Quyết định số 31/QĐ-UBND ngày 04/2/2025)", "LỚP 6A1",
        "1. Bùi Gia Mít", "2. Đào Minh Khôi", "LỚP 6A2", "1. Hồ Nhật Minh",
        "DANH SÁCH HỌC SINH TIÊN TIẾN", "LỚP 6A1", "1. Mai Quốc Bảo",
    )  # fmt: skip
    assert rows == [
        ("Vũ Thị Na", "lớp 9A1", "Giấy khen"),
        ("Bùi Gia Mít", "LỚP 6A1", "Học sinh Giỏi"),
        ("Đào Minh Khôi", "LỚP 6A1", "Học sinh Giỏi"),
        ("Hồ Nhật Minh", "LỚP 6A2", "Học sinh Giỏi"),
        ("Mai Quốc Bảo", "LỚP 6A1", "Học sinh tiên tiến"),
    ]


def test_people_of_a_named_body_work_there() -> None:
    rows = given_by(
        "QUYẾT ĐỊNH", "Về việc công nhận danh hiệu Lao động tiên tiến",
        "Điều 1. Công nhận danh hiệu Lao động tiên tiến đối với 02 cá nhân thuộc Tòa án nhân dân "
        "huyện Gò Mận, gồm:",
        "1. Lê Văn Khế - Thẩm phán;", "2. Vũ Thị Na - Kế toán, Phòng Tài vụ.",
    )  # fmt: skip
    assert [row[1] for row in rows] == ["Tòa án nhân dân huyện Gò Mận", "Phòng Tài vụ"]
