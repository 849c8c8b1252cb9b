"""Prizes for works, line by line or in a row, and institutions called by their head noun alone."""

from __future__ import annotations

from award_papers import awarded, given, given_by, rows_of
from laid_out import Piece, document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
Row = tuple[str, str | None, str | None]


def brief(*pieces: Piece) -> list[Row]:
    awardees, _ = link_awardees(document(pieces), (), RULES)
    return [(a.name, a.award_name, a.conferred_by) for a in awardees]


def test_works_below_a_line_of_their_prize_win_it_for_their_authors() -> None:
    found = brief(
        ("paragraph", "1 giải A:"),
        ("list_item", '- Loạt 5 bài "Quê Mận" của nhóm tác giả: Lê Văn Khế, Vũ Thị Na - Báo Mận.',
         {"label": "-"}),
        ("paragraph", "2 giải B:"),
        ("list_item", "- Phóng sự “Mùa mít” của tác giả Đỗ Văn Mít.", {"label": "-"}),
        ("list_item", "- Tiền thưởng 5.000.000 đồng và giấy chứng nhận.", {"label": "-"}),
    )  # fmt: skip
    assert [row[:2] for row in found] == [
        ("Lê Văn Khế", "Giải A"), ("Vũ Thị Na", "Giải A"), ("Đỗ Văn Mít", "Giải B"),
    ]  # fmt: skip


def test_works_in_a_row_win_the_prize_for_those_they_are_of() -> None:
    found = brief(
        ("paragraph",
         "Các giải Nhất thuộc về: Nghiên cứu chế tạo máy tách hạt mận của Trung tá Lê Văn Khế, Cục "
         "A và các cộng sự; Quy trình ủ men của tác giả TS. Vũ Thị Na thuộc Viện B."),
    )  # fmt: skip
    assert [row[:2] for row in found] == [("Lê Văn Khế", "Giải Nhất"), ("Vũ Thị Na", "Giải Nhất")]
    other = "Giải Nhất thuộc về: đội của tỉnh A; Ban Tổ chức cảm ơn sự có mặt của ông Lê Văn Khế."
    assert brief(("paragraph", other)) == []


def test_the_school_is_the_only_one_named_before() -> None:
    given = "Nhà trường vinh dự được Thủ tướng Chính phủ tặng Bằng khen; UBND tỉnh tặng Cờ thi đua."
    found = brief(("paragraph", "Trường Mầm non Hoa Mận đã lớn mạnh."), ("paragraph", given))
    assert found == [
        ("Trường Mầm non Hoa Mận", "Bằng khen", "Thủ tướng Chính phủ"),
        ("Trường Mầm non Hoa Mận", "Cờ thi đua", "UBND tỉnh"),
    ]
    two = "Trường Mầm non Hoa Mận và Trường Tiểu học Khế ở cùng xã."
    assert brief(("paragraph", two), ("paragraph", given)) == []
    assert brief(("paragraph", given)) == []


def test_kin_behind_a_giver_is_not_the_giver() -> None:
    words = "Ông Lê Văn Khế được tặng Bằng khen của Bộ Y tế, vợ ông được tặng Giấy khen."
    assert brief(("paragraph", words)) == [("Lê Văn Khế", "Bằng khen", "Bộ Y tế")]


_CONTEST = "công nhận kết quả và trao giải Hội thi Sáng tạo kỹ thuật huyện Gò Mận năm 2024"


def _contest(*lines: str) -> list[tuple[object, ...]]:
    return [
        (*row[:2], row[2]) for row in given_by("QUYẾT ĐỊNH", f"Về việc {_CONTEST}", *lines)
    ]  # fmt: skip


def test_a_line_of_authors_below_a_work_that_won_names_the_winners() -> None:
    found = _contest(
        "Điều 1. Công nhận và trao giải cho 02 giải pháp đạt giải, gồm:",
        "1. Giải Nhất (01 giải):",
        "- Giải pháp: Máy tách hạt mận dùng năng lượng mặt trời.",
        "Tác giả: Lê Văn Khế và cộng sự - Trường Cao đẳng nghề Gò Mận.",
        "2. Giải Nhì (01 giải):",
        "- Giải pháp: Hệ thống báo ngập.",
        "Tác giả: Vũ Thị Na, Đỗ Văn Mít - Trạm Thủy nông huyện.",
        "Điều 2. Văn phòng UBND huyện chịu trách nhiệm thi hành Quyết định này.",
    )
    assert found == [
        ("Lê Văn Khế", "Trường Cao đẳng nghề Gò Mận", "Giải Nhất"),
        ("Vũ Thị Na", "Trạm Thủy nông huyện", "Giải Nhì"),
        ("Đỗ Văn Mít", "Trạm Thủy nông huyện", "Giải Nhì"),
    ]


def test_quoted_works_without_a_word_for_them_win_for_people_and_bodies() -> None:
    found = _contest(
        "Điều 1. Trao giải cho các giải pháp sau:",
        "1. Giải Ba:",
        'a) "Thiết bị báo cháy rừng" của nhóm tác giả Lê Văn Khế, Vũ Thị Na (Hạt Kiểm lâm huyện);',
        'b) "Quy trình nuôi tôm" của Công ty TNHH Thủy sản Gò Mận.',
        "Điều 2. Văn phòng UBND huyện chịu trách nhiệm thi hành Quyết định này.",
    )
    assert found == [
        ("Lê Văn Khế", "Hạt Kiểm lâm huyện", "Giải Ba"),
        ("Vũ Thị Na", "Hạt Kiểm lâm huyện", "Giải Ba"),
        ("Công ty TNHH Thủy sản Gò Mận", None, "Giải Ba"),
    ]


def test_works_that_won_are_kept_with_their_authors() -> None:
    pieces: list[Piece] = [
        ("paragraph", "2 giải Nhất:"),
        ("list_item", "- Giải pháp “Máy tách hạt mận” của tác giả Lê Văn Khế - Báo Mận.",
         {"label": "-"}),
        ("list_item", "- Giải pháp “Lò sấy khế” của nhóm tác giả Vũ Thị Na, Đỗ Văn Mít - Trạm A.",
         {"label": "-"}),
    ]  # fmt: skip
    awardees, initiatives = link_awardees(document(pieces), (), RULES)
    assert [(i.title, i.authors) for i in initiatives] == [
        ("Máy tách hạt mận", ("Lê Văn Khế",)), ("Lò sấy khế", ("Vũ Thị Na", "Đỗ Văn Mít")),
    ]  # fmt: skip
    assert [a.initiative_key for a in awardees] == [0, 1, 1]


def test_titles_in_a_row_share_the_word_for_their_kind_and_the_prize() -> None:
    laid = document([("paragraph",
        '2 giải Nhì được trao cho các giải pháp: "Máy gieo hạt hai hàng" của nhóm tác giả Lê Văn '
        'Khế, Vũ Thị Na (Trường THPT Mận Hạ); "Sấy chè bằng hơi" của ThS Đỗ Văn Mít, Trạm Khuyến '
        "nông tỉnh Mẫu."
    )])  # fmt: skip
    awardees, titles = link_awardees(laid, (), RULES)
    assert [(a.name, a.award_name, a.initiative_key) for a in awardees] == [
        ("Lê Văn Khế", "Giải Nhì", 0), ("Vũ Thị Na", "Giải Nhì", 0), ("Đỗ Văn Mít", "Giải Nhì", 1),
    ]  # fmt: skip
    assert [t.title for t in titles] == ["Máy gieo hạt hai hàng", "Sấy chè bằng hơi"]


def test_the_next_work_of_a_row_may_have_won_another_prize() -> None:
    found = brief(("paragraph",
        "Giải Nhất thuộc về giải pháp “Máy gieo hạt” của anh Lê Văn Khế; giải pháp “Sấy chè” của "
        "anh Đỗ Văn Mít đạt giải Nhì."
    ))  # fmt: skip
    assert ("Lê Văn Khế", "Giải Nhất", None) in found
    assert ("Đỗ Văn Mít", "Giải Nhất", None) not in found


def test_a_dash_parts_two_authors_and_not_a_pupil_from_a_school() -> None:
    words = "Giải A: Loạt bài “Quê Mận” (3 kỳ) của nhóm tác giả Lê Văn Khế - Vũ Thị Na (Báo Mận)."
    laid = document([("paragraph", words)])
    assert [(a.name, a.workplace) for a in link_awardees(laid, (), RULES)[0]] == [
        ("Lê Văn Khế", "Báo Mận"), ("Vũ Thị Na", "Báo Mận"),
    ]  # fmt: skip
    assert brief(("paragraph", "Giải Nhất: em Lê Văn Khế - Nguyễn Trãi.")) == [
        ("Lê Văn Khế", "Giải Nhất", None)
    ]


def test_a_list_below_a_prize_and_the_title_that_won_it_is_of_its_makers() -> None:
    laid = document([
        ("list_item", "1. Giải Nhất: Đề tài “Vỏ trấu trong bê tông nhẹ”", {"label": "1."}),
        ("list_item", "- Nhóm sinh viên: Lê Văn Khế (chủ nhiệm), Vũ Thị Na - lớp 61X",
         {"label": "-"}),
        ("list_item", "- Giảng viên hướng dẫn: TS. Đỗ Văn Mít.", {"label": "-"}),
        ("list_item", "2. Giải Nhì: Đề tài “Máy lọc nước mặn”", {"label": "2."}),
        ("list_item", "- Sinh viên: Hà Thị Chanh - lớp 60C", {"label": "-"}),
    ], head("QĐ", subject="Khen thưởng sinh viên nghiên cứu khoa học đạt giải"))  # fmt: skip
    awardees, titles = link_awardees(laid, (), RULES)
    assert [(a.name, a.award_name, a.initiative_key) for a in awardees] == [
        ("Lê Văn Khế", "Giải Nhất", 0), ("Vũ Thị Na", "Giải Nhất", 0),
        ("Hà Thị Chanh", "Giải Nhì", 1),
    ]  # fmt: skip
    assert [t.authors for t in titles] == [("Lê Văn Khế", "Vũ Thị Na"), ("Hà Thị Chanh",)]


def test_the_contest_behind_a_prize_is_no_second_award() -> None:
    assert brief(("paragraph",
        "Anh Lê Văn Khế được tặng giải Nhì Giải thưởng Tuổi trẻ sáng tạo trong Quân đội."
    )) == [("Lê Văn Khế", "Giải Nhì", None)]  # fmt: skip


def test_pen_names_of_authors_part_nobody_from_the_paper_they_write_for() -> None:
    found = given(
        "Danh sách các tác phẩm đoạt Giải Báo chí tỉnh Mẫu năm 2023:", "", "2 giải B:", "",
        '- Loạt 5 bài "Quê "ma" Mận" của nhóm tác giả: Lê Văn Khế (Hạ Mây), Vũ Thị Na (Hà Na, An '
        "An), Đỗ Văn Mít - Liên Chi hội Nhà báo Báo Mận.", "",
        "- Loạt 3 kỳ: Giải pháp để đầu tư hiệu quả của tác giả Hà Thị Chanh (Thu) – Báo Mẫu.",
    )  # fmt: skip
    assert found == [
        ("Lê Văn Khế", "Liên Chi hội Nhà báo Báo Mận", "Giải B"),
        ("Vũ Thị Na", "Liên Chi hội Nhà báo Báo Mận", "Giải B"),
        ("Đỗ Văn Mít", "Liên Chi hội Nhà báo Báo Mận", "Giải B"),
        ("Hà Thị Chanh", "Báo Mẫu", "Giải B"),
    ]  # fmt: skip


def test_entries_of_a_prize_are_works_of_those_behind_them() -> None:
    found = _contest(
        "Điều 1. Công nhận 02 giải pháp đạt giải Nhất gồm:",
        "1. Giải pháp Máy tách hạt mận của tác giả Lê Văn Khế, Trường THPT Gò Mận.",
        "2. Giải pháp Lò sấy mận của nhóm tác giả Vũ Thị Na, Đỗ Văn Mít.",
    )
    assert found == [
        ("Lê Văn Khế", "Trường THPT Gò Mận", "Giải Nhất"), ("Vũ Thị Na", None, "Giải Nhất"),
        ("Đỗ Văn Mít", None, "Giải Nhất"),
    ]  # fmt: skip


def test_two_works_joined_are_each_of_their_own_authors() -> None:
    found = given(
        "Trao giải báo chí của tỉnh",
        "Giải A thuộc về loạt bài “Giữ rừng” của nhóm tác giả Lê Khế, Vũ Thị Na (Báo Gò Mận) và "
        "phóng sự “Mùa nước” của tác giả Đỗ Văn Mít, Đài Phát thanh tỉnh.",
    )
    assert found == [
        ("Lê Khế", "Báo Gò Mận", "Giải A"), ("Vũ Thị Na", "Báo Gò Mận", "Giải A"),
        ("Đỗ Văn Mít", "Đài Phát thanh tỉnh", "Giải A"),
    ]  # fmt: skip
    found = given(
        "Trao giải hội thi của tỉnh",
        "Ban Tổ chức trao 2 giải Nhì cho giải pháp “Nhà ấm” của tác giả Vũ Thị Na và giải pháp "
        "“Đèn học” của tác giả Đỗ Văn Mít.",
    )
    assert [(name, award) for name, _, award in found] == [
        ("Vũ Thị Na", "Giải Nhì"), ("Đỗ Văn Mít", "Giải Nhì"),
    ]  # fmt: skip


def test_acts_of_a_stage_win_for_those_who_showed_them() -> None:
    found = _contest(
        "Điều 1. Kết quả như sau:",
        "- 02 giải A: Hát múa “Quê mận” (Chi đoàn Cục Thuế); tốp ca “Lúa mới” (Trường THPT Khế).",
        "- 01 giải B: Đơn ca “Bến đò” - Lê Thị Na, Chi đoàn Sở Nội vụ.",
        "Kéo co - Nhất: Trường THCS Mận; Nhì: Trường THCS Khế.",
    )
    assert [(name, award) for name, _, award in found][:3] == [
        ("Chi đoàn Cục Thuế", "Giải A"), ("Trường THPT Khế", "Giải A"), ("Lê Thị Na", "Giải B"),
    ]  # fmt: skip


def test_money_behind_a_winner_is_no_part_of_the_unit() -> None:
    found = _contest(
        "Điều 1. Kết quả như sau:",
        "- Giải Nhất: Chị Lê Thị Na, Xí nghiệp May 2, số tiền thưởng 5.000.000 đồng.",
    )
    assert found == [("Lê Thị Na", "Xí nghiệp May 2", "Giải Nhất")]


def test_students_named_behind_a_work_have_won_with_it() -> None:
    found = _contest(
        "Điều 1. Khen thưởng các nhóm sinh viên đạt giải, gồm:",
        "1. Giải Nhất (2.000.000 đồng): Đề tài “Dòng lúa chịu mặn”. Nhóm sinh viên: Lê Văn Khế "
        "(K53 Nông học), Vũ Thị Na (K54 KHCT). Giảng viên hướng dẫn: TS. Hồ Văn Mít.",
    )
    assert [(name, award) for name, _, award in found] == [
        ("Lê Văn Khế", "Giải Nhất"), ("Vũ Thị Na", "Giải Nhất"),
    ]  # fmt: skip


def test_a_counted_prize_goes_to_the_author_of_the_book_it_was_won_with() -> None:
    words = (
        "Tỉnh giành được 1 giải B chuyên ngành văn học với tập thơ “Bến đò” của tác giả Lê Thị Khế "
        "(Gò Mận); 1 giải C âm nhạc với ca khúc “Mùa hoa” của tác giả Đỗ Văn Mít (Gò Sim)."
    )
    assert [row["name"] for row in awarded(words)] == ["Lê Thị Khế"]


def test_one_behind_the_deed_of_another_owns_none_of_his_model() -> None:
    rows = rows_of(
        "Tiêu biểu như ông Vũ Văn Na (Gò Đào) có 3 ha nhãn; mô hình nuôi ốc của ông Lê Văn Khế "
        "(Gò Mận) có doanh thu 5 tỷ đồng; ông Đỗ Văn Mít (Gò Sim) có ba trang trại gà."
    )
    assert [row["authors"] for row in rows["initiatives"]] == [["Lê Văn Khế"]]
    assert [(row["name"], row["confidence"]) for row in rows["awardees"]] == [
        ("Vũ Văn Na", 0.95), ("Lê Văn Khế", 0.95), ("Đỗ Văn Mít", 0.85),
    ]  # fmt: skip


def test_a_venerable_stands_beside_a_body_and_is_no_part_of_its_name() -> None:
    sentence = "Chủ tịch tỉnh tặng Bằng khen cho Tạp chí NCPH và Hòa thượng Lê Văn Mít."
    assert [name for name, _, _ in given(sentence)] == ["Tạp chí NCPH", "Lê Văn Mít"]
