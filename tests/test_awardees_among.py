"""Some of those given an award told by name, who goes on under a short address, who fetches it."""

from __future__ import annotations

import hashlib

from laid_out import document, head

from pipeline.document import process
from pipeline.link.awardees.link import link_awardees
from pipeline.model import Source
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def brief(*paragraphs: str) -> list[tuple[str, str, str | None]]:
    found, _ = link_awardees(document([("paragraph", p) for p in paragraphs]), (), RULES)
    return [(a.name, a.role, a.award_name) for a in found]


def test_those_among_the_counted_are_given_the_award_too() -> None:
    assert brief(
        "Trong số 12 cá nhân được tặng Bằng khen có bà Lò Thị Mận, Chủ tịch Hội Phụ nữ xã Mẫu và "
        "anh Vàng A Mít, Bí thư Chi đoàn bản Mẫu."
    ) == [("Lò Thị Mận", "awardee", "Bằng khen"), ("Vàng A Mít", "awardee", "Bằng khen")]
    assert brief(
        "Trong số các tập thể được Chủ tịch UBND tỉnh tặng Bằng khen dịp này có Trường THCS Mẫu "
        "Sơn và Hợp tác xã Nông nghiệp Mẫu Lộc."
    ) == [
        ("Trường THCS Mẫu Sơn", "awardee", "Bằng khen"),
        ("Hợp tác xã Nông nghiệp Mẫu Lộc", "awardee", "Bằng khen"),
    ]


def test_those_among_the_refused_or_counted_are_not() -> None:
    assert brief("Trong số 12 cá nhân được tặng Bằng khen có 5 nữ.") == []
    assert brief("Trong số các đơn vị không có cá nhân đạt Lao động tiên tiến có Phòng A.") == []
    assert brief("Trong số 9 người được tặng Bằng khen có ông Lê Văn Bình xin rút.") == []


def test_a_teacher_is_called_in_short_in_the_next_sentence() -> None:
    assert brief(
        "Cô giáo Hoàng Thị Mận sinh năm 1978, giáo viên Trường Tiểu học Mẫu. Cô đã 5 năm liền đạt "
        "danh hiệu Chiến sĩ thi đua cơ sở, 2 năm đạt Chiến sĩ thi đua cấp tỉnh."
    ) == [
        ("Hoàng Thị Mận", "awardee", "Chiến sĩ thi đua cơ sở"),
        ("Hoàng Thị Mận", "awardee", "Chiến sĩ thi đua Bộ, ban, ngành, tỉnh"),
    ]


def test_who_fetches_an_award_for_others_is_not_given_it() -> None:
    assert brief("Ông Lê Văn Bình đại diện Công ty Mẫu nhận Bằng khen của Thủ tướng.") == []
    assert brief("Ban Giám hiệu Trường Tiểu học Mẫu đón nhận Cờ thi đua của Chính phủ.") == [
        ("Trường Tiểu học Mẫu", "awardee", "Cờ thi đua")
    ]
    assert brief(
        "Ông Lê Văn Bình, Trưởng đại diện Công ty Mẫu tại Hà Nội, được tặng Bằng khen."
    ) == [("Lê Văn Bình", "awardee", "Bằng khen")]


def test_prizes_behind_colons_and_those_beside_a_count() -> None:
    assert brief(
        "Kết quả: giải Nhất thuộc về đồng chí Vi Thị Mận (khoa Nhi), giải Nhì: đồng chí Hứa Văn "
        "Mít (khoa Ngoại)."
    ) == [("Vi Thị Mận", "awardee", "Giải Nhất"), ("Hứa Văn Mít", "awardee", "Giải Nhì")]
    assert brief("Bộ trưởng đã tặng Bằng khen cho 05 tập thể và bác sĩ Lê Đức Bình.") == [
        ("Lê Đức Bình", "awardee", "Bằng khen")
    ]


def test_names_inside_the_sentence_open_no_list() -> None:
    found, _ = link_awardees(
        document(
            [
                (
                    "list_item",
                    "1. Huyện đã trình tặng Huân chương Kháng chiến cho 45 trường hợp; qua thanh "
                    "tra phát hiện 07 hồ sơ không đúng, gồm ông Giáp Văn Dần, bà Thân Thị Tơ.",
                ),
                ("list_item", "2. Ông Nông Văn Mít, Trưởng phòng Nội vụ."),
            ]
        ),
        (),
        RULES,
    )
    assert found == ()


def test_an_example_with_its_initiative_is_not_its_author_a_second_time() -> None:
    assert brief(
        "Có 35 sáng kiến được công nhận. Điển hình: kỹ sư Lưu Quang Mẫu với sáng kiến “Thiết bị "
        "treo sứ”, kỹ sư Tăng Bá Mít, Đội Quản lý đường dây với giải pháp “Kẹp cực đa năng”."
    ) == [("Lưu Quang Mẫu", "exemplar", None), ("Tăng Bá Mít", "exemplar", None)]


def test_a_decision_is_that_of_its_own_line() -> None:
    data = (
        "SƠ YẾU LÝ LỊCH\n1. Họ và tên: KHUẤT DUY MẪU\n2. Sinh ngày: 02/4/1961\n"
        "3. Chức vụ, đơn vị công tác: Phó Giám đốc Bệnh viện Đa khoa tỉnh Mẫu\n"
        "5. Khen thưởng:\n- Năm 2005: Bằng khen của Bộ trưởng Bộ Y tế\n"
        "- Năm 2010: danh hiệu Thầy thuốc Ưu tú (Quyết định số 211/QĐ-CTN ngày 20/02/2010)\n"
        "- Năm 2015: Huân chương Lao động hạng Ba\n6. Kỷ luật: Không\n"
    ).encode()
    source = Source("giay.txt", hashlib.sha256(data).hexdigest(), len(data), "text/plain")
    rows = process(data, source, RULES).tables["awardees"]
    assert [(r["award_name"], r["decision"], r["year"]) for r in rows] == [
        ("Bằng khen", None, 2005),
        ("Thầy thuốc ưu tú", "211/QĐ-CTN", 2010),
        ("Huân chương Lao động hạng Ba", None, 2015),
    ]
    assert {(r["position"], r["workplace"]) for r in rows} == {
        ("Phó Giám đốc", "Bệnh viện Đa khoa tỉnh Mẫu")
    }


def test_names_in_a_bracket_are_of_the_award_beside_it() -> None:
    found, _ = link_awardees(
        document(
            [
                (
                    "paragraph",
                    "Có 87 chị được LĐLĐ tỉnh tặng Bằng khen, 03 chị được Tổng Liên đoàn tặng Bằng "
                    "khen (chị Tô Thị Mận - Phó Chánh Văn phòng Sở Tài chính, chị Lê Thị Mơ).",
                )
            ]
        ),
        (),
        RULES,
    )
    assert [(a.name, a.conferred_by) for a in found] == [
        ("Tô Thị Mận", "Tổng Liên đoàn"),
        ("Lê Thị Mơ", "Tổng Liên đoàn"),
    ]


def test_each_award_of_a_sentence_has_its_own_year() -> None:
    found, _ = link_awardees(
        document(
            [
                (
                    "paragraph",
                    "Chị Lộc Thị Mận nhiều năm liền được công nhận Chiến sĩ thi đua cơ sở, năm "
                    "2018 được UBND tỉnh tặng Bằng khen, năm 2019 vinh dự nhận Kỷ niệm chương.",
                )
            ]
        ),
        (),
        RULES,
    )
    assert [(a.award_name, a.year) for a in found] == [
        ("Chiến sĩ thi đua cơ sở", None),
        ("Bằng khen", 2018),
        ("Kỷ niệm chương", 2019),
    ]


def test_examples_of_a_guide_are_nobody() -> None:
    assert brief("4. Ví dụ: Nhà giáo Lê Đức Bình được tặng Bằng khen của Bộ trưởng.") == []
    assert brief("Bà Nguyễn Thị B được tặng Bằng khen của Bộ trưởng.") == []


def test_the_only_one_of_a_profile_is_meant() -> None:
    assert brief(
        "Kỹ sư Dương Bá Mẫu làm việc ở Trung tâm Viễn thông Mẫu.",
        "Năm 2020, anh được Chủ tịch nước tặng Huân chương Lao động hạng Ba.",
    ) == [("Dương Bá Mẫu", "awardee", "Huân chương Lao động hạng Ba")]
    assert (
        brief(
            "Kỹ sư Dương Bá Mẫu và kỹ sư Lê Văn Mít làm việc ở Trung tâm Viễn thông Mẫu.",
            "Năm 2020, anh được Chủ tịch nước tặng Huân chương Lao động hạng Ba.",
        )
        == []
    )


def test_a_sentence_below_a_list_is_no_entry() -> None:
    found, _ = link_awardees(
        document(
            [
                ("paragraph", "Kính đề nghị tặng Bằng khen cho các cá nhân sau:"),
                ("list_item", "1. Thượng tá Lương Đình Mẫu, Trung đoàn trưởng Trung đoàn 12."),
                (
                    "paragraph",
                    "Thượng tá Lương Đình Mẫu đã được tặng Huân chương Chiến công năm 1989.",
                ),
            ],
            head("TTr"),
        ),
        (),
        RULES,
    )
    assert [(a.role, a.award_name) for a in found] == [
        ("nominee", "Bằng khen"),
        ("awardee", "Huân chương Chiến công"),
    ]


def test_a_head_alone_is_no_example() -> None:
    assert brief("Tiêu biểu có các chị: Tô Thị Mận (Sở Tài chính); CĐCS: Sở Y tế, Sở Nội vụ.") == [
        ("Tô Thị Mận", "exemplar", None)
    ]


def test_an_area_is_given_an_award_where_it_is_the_subject() -> None:
    assert brief("Năm 2020, xã Mẫu Tiến và xã Mẫu Lập được tặng Cờ thi đua của Chính phủ.") == [
        ("xã Mẫu Tiến", "awardee", "Cờ thi đua"),
        ("xã Mẫu Lập", "awardee", "Cờ thi đua"),
    ]
    assert brief("Đinh Ngút, xã Mẫu Sơn được tặng Bằng khen của Chính phủ.") == []
    assert brief("Huyện Mẫu Bình có 5 tập thể được tặng Bằng khen.") == []


def test_children_counted_are_not_the_child_named_before() -> None:
    assert (
        brief(
            "Nhà thơ tặng quà cho em Hồ Thanh Mẫu.",
            "Trường có 7 em đoạt giải, trong đó có 1 em đoạt giải Nhất, 2 em đoạt giải Nhì.",
        )
        == []
    )


def test_a_prize_won_before_is_told_of_the_same_subject() -> None:
    assert brief(
        "Vận động viên Trà Thị Mẫu đoạt Huy chương Vàng SEA Games nội dung 400m, được Thủ tướng "
        "Chính phủ tặng Bằng khen."
    ) == [("Trà Thị Mẫu", "awardee", "Huy chương vàng"), ("Trà Thị Mẫu", "awardee", "Bằng khen")]


def test_minutes_of_a_meeting_that_settles_no_award_report() -> None:
    words = "có 03 chiến sĩ thi đua cơ sở: Phạm Khắc Mẫu, Vy Thị Mận, Triệu Tiến Lộc."
    for subject, role in (
        ("Hội nghị cán bộ, viên chức năm 2023", "awardee"),
        ("Họp xét thi đua năm 2023", "nominee"),
    ):
        laid = document([("paragraph", words)], head("BB", subject=subject))
        found, _ = link_awardees(laid, (), RULES)
        assert {a.role for a in found} == {role}
        assert len(found) == 3


def test_a_body_ends_before_what_is_told_of_it() -> None:
    assert brief(
        "Trường THCS Mẫu Bình nhiều năm liền là đơn vị dẫn đầu, được UBND tỉnh tặng Cờ thi đua."
    ) == [("Trường THCS Mẫu Bình", "awardee", "Cờ thi đua")]
    assert brief(
        "1. Điển hình tập thể: Trung tâm Điều dưỡng thương binh Mẫu Thành được Chủ tịch nước phong "
        "tặng danh hiệu Anh hùng Lao động năm 2013."
    ) == [("Trung tâm Điều dưỡng thương binh Mẫu Thành", "awardee", "Anh hùng Lao động")]


def test_a_count_before_names_is_passed_over() -> None:
    assert brief("Bí thư trao Huy hiệu 70 năm tuổi Đảng cho 2 đảng viên Trần Thị Mận, Lê Văn Bê.")[
        0
    ][:2] == ("Trần Thị Mận", "awardee")
    assert brief("Tỉnh tặng Bằng khen cho 5 học sinh Trường THPT Mẫu Bình.") == []


def test_one_proposed_had_an_award_before() -> None:
    found, _ = link_awardees(
        document(
            [("paragraph", "Ông Hàn Quốc Mẫu đã 3 lần được Tổng Công ty tặng Giấy khen.")],
            head("TTr"),
        ),
        (),
        RULES,
    )
    assert [(a.name, a.role) for a in found] == [("Hàn Quốc Mẫu", "awardee")]


def test_the_front_of_all_the_country_gives_awards() -> None:
    found, _ = link_awardees(
        document(
            [("paragraph", "Ông Lầu Bá Mẫu được Ủy ban Trung ương MTTQ Việt Nam tặng Bằng khen.")]
        ),
        (),
        RULES,
    )
    assert [a.conferred_by for a in found] == ["Ủy ban Trung ương MTTQ Việt Nam"]


def test_who_gives_what_a_report_asks_for_is_not_its_owner() -> None:
    laid = document(
        [
            ("heading", "BÁO CÁO THÀNH TÍCH"),
            ("paragraph", "Thành tích tập thể đề nghị tặng Cờ thi đua của Tổng Liên đoàn"),
            ("list_item", "- Năm 2019: Bằng khen của LĐLĐ tỉnh;"),
        ],
        head("BC"),
    )
    assert link_awardees(laid, (), RULES)[0] == ()


def test_an_area_is_given_an_award_by_the_words_behind_it() -> None:
    assert brief("Bí thư huyện ủy trao tặng Huân chương Lao động hạng Nhất cho xã Mẫu Châu.") == [
        ("xã Mẫu Châu", "awardee", "Huân chương Lao động hạng Nhất")
    ]
    assert brief("Trao Bằng khen cho học sinh nghèo xã Mẫu Châu.") == []


def test_a_body_behind_and_is_given_it_too_and_is_no_workplace() -> None:
    found, _ = link_awardees(
        document(
            [
                (
                    "paragraph",
                    "UBND huyện tặng Giấy khen cho bà Mùi Thị Mận, Trưởng thôn Thượng và Chi hội "
                    "Phụ nữ thôn Thượng.",
                )
            ]
        ),
        (),
        RULES,
    )
    assert [(a.name, a.position, a.workplace) for a in found] == [
        ("Mùi Thị Mận", "Trưởng thôn Thượng", None),
        ("Chi hội Phụ nữ thôn Thượng", None, None),
    ]


def test_what_stands_behind_a_prize_is_not_the_next_winner() -> None:
    assert brief(
        "Thầy Phó Đức Mẫu (Khoa Cơ khí) đạt giải Nhì Hội giảng nhà giáo toàn quốc; em Giàng Seo "
        "Mít, lớp Hàn K12 đạt Huy chương Đồng Kỳ thi tay nghề ASEAN."
    ) == [("Phó Đức Mẫu", "awardee", "Giải Nhì"), ("Giàng Seo Mít", "awardee", "Huy chương đồng")]


def test_the_given_name_last_called_so_is_meant() -> None:
    assert brief(
        "1. Bác sĩ Thang Đức Mẫu - Giám đốc Bệnh viện Mẫu.",
        "2. Điều dưỡng Đàm Thị Mận - Trạm Y tế xã Mẫu",
        "Chị Mận luôn tận tụy. Năm 2019, chị được Bộ trưởng Bộ Y tế tặng Bằng khen.",
    ) == [("Đàm Thị Mận", "awardee", "Bằng khen")]


def test_what_is_found_fault_with_gives_nothing() -> None:
    assert (
        brief(
            "Báo phản ánh việc ông Lưu Đức Mẫu, Giám đốc Công ty Mẫu được tặng Bằng khen của UBND "
            "tỉnh năm 2020 trong khi đang bị thanh tra."
        )
        == []
    )


def test_awards_of_several_years_have_none() -> None:
    found, _ = link_awardees(
        document(
            [
                (
                    "paragraph",
                    "Chị Mai Thị Mẫu được tặng Bằng khen của Tổng Liên đoàn các năm 2017, 2019.",
                )
            ]
        ),
        (),
        RULES,
    )
    assert [(a.conferred_by, a.year) for a in found] == [("Tổng Liên đoàn", None)]
