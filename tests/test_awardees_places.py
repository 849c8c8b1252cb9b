"""Places and medals in a column, prizes with their winners in brackets, forms behind the name."""

from __future__ import annotations

from award_papers import given, given_by


def test_a_column_of_places_or_metals_is_one_of_prizes() -> None:
    table = ["| TT | Họ và tên | Đơn vị | Hạng |", "|---|---|---|---|"]
    rows = ["| 1 | Lê Văn Mít | Xã Gò Sim | Nhất |", "| 2 | Hồ Văn Na | Xã Bến Ổi | Nhì |"]
    said = "Điều 1. Công nhận kết quả và trao giải cho các vận động viên sau:"
    found = given_by("QUYẾT ĐỊNH", "Về việc công nhận kết quả Hội thao", said, *table, *rows)
    assert found == [
        ("Lê Văn Mít", "Xã Gò Sim", "Giải Nhất"), ("Hồ Văn Na", "Xã Bến Ổi", "Giải Nhì"),
    ]  # fmt: skip
    rows = ["| 1 | Lê Văn Mít | Xã Gò Sim | 1 |", "| 2 | Hồ Văn Na | Xã Bến Ổi | 2 |"]
    assert given_by("QUYẾT ĐỊNH", "Về việc phê duyệt kết quả Hội thao", said, *table, *rows) == []
    rows = ["| 1 | Trường THCS Ổi | 5A | Nhì |", "| 2 | Trường THCS Sim | 5B | Ba |"]
    said = "Điều 1. Công nhận xếp hạng cho các trường như sau:"
    assert given_by("QUYẾT ĐỊNH", "Về việc công nhận xếp hạng trường", said, *table, *rows) == []
    assert given(
        "KẾT QUẢ GIẢI ĐIỀN KINH HUYỆN GÒ MẬN", "",
        "| TT | Nội dung | Huy chương | Họ và tên | Đơn vị |", "|---|---|---|---|---|",
        "| 1 | 100m | Vàng | Lê Văn Mít | Xã Gò Sim |", "| | | Đồng | Hồ Văn Na | Xã Bến Ổi |",
    ) == [
        ("Lê Văn Mít", "Xã Gò Sim", "Huy chương vàng"),
        ("Hồ Văn Na", "Xã Bến Ổi", "Huy chương đồng"),
    ]  # fmt: skip


def test_winners_in_brackets_behind_a_counted_prize() -> None:
    assert given_by(
        "THÔNG BÁO", "Kết quả Hội thi vẽ tranh",
        "- 02 giải Nhì (em Hồ Thị Na, Trường Tiểu học Sim và em Vũ Thị Mận, Trường Tiểu học Ổi);",
        "- 01 giải Ba (500.000 đồng).",
    ) == [
        ("Hồ Thị Na", "Trường Tiểu học Sim", "Giải Nhì"),
        ("Vũ Thị Mận", "Trường Tiểu học Ổi", "Giải Nhì"),
    ]  # fmt: skip


def test_the_form_of_a_reward_stands_behind_whom_it_is_for() -> None:
    assert given_by(
        "QUYẾT ĐỊNH", "Về việc khen thưởng đột xuất",
        "Điều 1. Khen thưởng đột xuất cho ông Lê Văn Mít, Công an viên xã Gò Sim bằng hình thức "
        "Giấy khen của Chủ tịch UBND huyện, vì đã cứu người.",
        "Điều 2. Giao Phòng Nội vụ khen thưởng các cá nhân bằng hình thức Giấy khen.",
    ) == [("Lê Văn Mít", "xã Gò Sim", "Giấy khen")]  # fmt: skip


def test_a_board_formed_first_gives_no_award_and_the_next_article_does() -> None:
    assert given_by(
        "QUYẾT ĐỊNH", "Về việc thành lập Ban Giám khảo và khen thưởng Hội thi nấu ăn",
        "Điều 1. Thành lập Ban Giám khảo Hội thi gồm:", "1. Bà Lê Thị Bưởi, Trưởng ban;",
        "Điều 2. Khen thưởng các tập thể đạt giải tại Hội thi:", "1. Giải Nhất: Lớp 9A;",
        "2. Giải Nhì: Lớp 8B, Lớp 9C.",
    ) == [
        ("Lớp 9A", None, "Giải Nhất"), ("Lớp 8B", None, "Giải Nhì"), ("Lớp 9C", None, "Giải Nhì"),
    ]  # fmt: skip
    assert given_by(
        "QUYẾT ĐỊNH", "Về việc thành lập Hội đồng xét và công nhận sáng kiến",
        "Điều 1. Thành lập Hội đồng xét tặng Giấy khen gồm:", "1. Bà Lê Thị Bưởi, Chủ tịch;",
    ) == []  # fmt: skip


def test_a_list_published_by_itself_gives_what_its_title_says() -> None:
    entries = ["1. Lê Thị Mận, giáo viên Trường Tiểu học Ổi", "2. Hồ Văn Mít, Trường THCS Sim"]
    found = given("DANH SÁCH GIÁO VIÊN ĐƯỢC TẶNG GIẤY KHEN NĂM 2024", "", *entries)
    assert [(name, award) for name, _, award in found] == [
        ("Lê Thị Mận", "Giấy khen"), ("Hồ Văn Mít", "Giấy khen"),
    ]  # fmt: skip
    assert given("DANH SÁCH GIÁO VIÊN DỰ LỄ TRAO GIẤY KHEN NĂM 2024", "", *entries) == []
    assert given("DANH SÁCH GIÁO VIÊN ĐƯỢC CỬ ĐI NHẬN GIẤY KHEN", "", *entries) == []


def test_the_name_of_an_award_with_or_without_its_comma() -> None:
    for title in ("Nông dân sản xuất kinh doanh giỏi", "Nông dân sản xuất, kinh doanh giỏi"):
        assert given_by(
            "QUYẾT ĐỊNH", "Về việc công nhận danh hiệu năm 2024",
            f"Điều 1. Công nhận danh hiệu “{title}” năm 2024 cho các hộ có tên sau:",
            "Xã Gò Sim:", "1. Hộ ông Lê Văn Mít - thôn Đông;", "2. Hộ bà Hồ Thị Na - thôn Tây.",
        ) == [
            ("Hộ ông Lê Văn Mít", "thôn Đông", title), ("Hộ bà Hồ Thị Na", "thôn Tây", title),
        ]  # fmt: skip


def test_a_family_in_the_line_of_its_own_section() -> None:
    assert given_by(
        "QUYẾT ĐỊNH", "Về việc khen thưởng hiến máu", "Điều 1. Tặng Giấy khen cho:",
        "a) Cá nhân:", "1. Ông Lê Văn Mít, thôn Đông;",
        "b) Gia đình: Gia đình ông Hồ Văn Na, thôn Tây.",
    ) == [
        ("Lê Văn Mít", "thôn Đông", "Giấy khen"),
        ("Gia đình ông Hồ Văn Na", "thôn Tây", "Giấy khen"),
    ]  # fmt: skip


def test_columns_of_a_name_in_two_parts_and_bands_in_tabs() -> None:
    said = "Điều 1. Tặng Giấy khen cho các học sinh có tên sau:"
    table = ["| TT | Họ và | tên | Trường |", "|---|---|---|---|",
             "| 1 | Lê Văn | Mít | THCS Ổi |", "| 2 | Hồ Thị | Na | THCS Sim |"]  # fmt: skip
    assert given_by("QUYẾT ĐỊNH", "Về việc khen thưởng", said, *table) == [
        ("Lê Văn Mít", "THCS Ổi", "Giấy khen"), ("Hồ Thị Na", "THCS Sim", "Giấy khen"),
    ]  # fmt: skip
    rows = ["TT\tHọ và tên\tChức vụ", "I\tSỞ NỘI VỤ", "1\tLê Văn Mít\tKế toán trưởng",
            "II\tSỞ Y TẾ", "2\tHồ Thị Na\tChuyên viên"]  # fmt: skip
    assert given_by("QUYẾT ĐỊNH", "Về việc khen thưởng", said, *rows) == [
        ("Lê Văn Mít", "SỞ NỘI VỤ", "Giấy khen"), ("Hồ Thị Na", "SỞ Y TẾ", "Giấy khen"),
    ]  # fmt: skip


def test_places_of_events_with_their_money() -> None:
    assert given_by(
        "QUYẾT ĐỊNH", "Về việc khen thưởng Đại hội Thể dục thể thao xã",
        "Điều 1. Trao giải cho các đơn vị, cá nhân sau:",
        "- Giải Nhất toàn đoàn: Thôn Đông - thưởng 1.000.000 đồng",
        "2. Cầu lông nam: Nhất: Lê Văn Mít (thôn Tây); Nhì: Hồ Văn Na (thôn Nam).",
        "- Giải Ba song ca: Vũ Thị Mận - Ngô Văn Khế (Trường THCS Sim)",
    ) == [
        ("Thôn Đông", None, "Giải Nhất"), ("Lê Văn Mít", "thôn Tây", "Giải Nhất"),
        ("Hồ Văn Na", "thôn Nam", "Giải Nhì"), ("Vũ Thị Mận", "Trường THCS Sim", "Giải Ba"),
        ("Ngô Văn Khế", "Trường THCS Sim", "Giải Ba"),
    ]  # fmt: skip


def test_those_counted_before_their_names() -> None:
    assert given_by(
        "THÔNG BÁO", "Kết quả xét khen thưởng năm học 2023-2024",
        "Nhà trường thông báo kết quả xét danh hiệu thi đua như sau:",
        "1. Danh hiệu Chiến sĩ thi đua cơ sở: 02 đ/c (Lê Văn Mít, Hồ Thị Na).",
        "2. Danh hiệu Lao động tiên tiến: 45/50 đ/c (đạt 90%).",
    ) == [
        ("Lê Văn Mít", None, "Chiến sĩ thi đua cơ sở"),
        ("Hồ Thị Na", None, "Chiến sĩ thi đua cơ sở"),
    ]  # fmt: skip


def test_classes_that_head_pupils_who_are_counted_on() -> None:
    assert given_by(
        "QUYẾT ĐỊNH", "Về việc khen thưởng học sinh năm học 2024-2025",
        "Điều 1. Khen thưởng học sinh đạt danh hiệu “Học sinh Xuất sắc”, “Học sinh Giỏi” năm học "
        "2024-2025, gồm:",
        "A. HỌC SINH XUẤT SẮC", "Lớp 6A", "1. Lê Văn Mít", "2. Hồ Thị Na", "Lớp 7B",
        "3. Vũ Thị Mận", "B. HỌC SINH GIỎI", "Lớp 6A", "1. Ngô Văn Khế",
    ) == [
        ("Lê Văn Mít", "Lớp 6A", "Học sinh Xuất sắc"), ("Hồ Thị Na", "Lớp 6A", "Học sinh Xuất sắc"),
        ("Vũ Thị Mận", "Lớp 7B", "Học sinh Xuất sắc"), ("Ngô Văn Khế", "Lớp 6A", "Học sinh Giỏi"),
    ]  # fmt: skip


def test_the_bodies_of_those_who_are_counted_got_nothing() -> None:
    for said in (
        "Bằng khen cho 18 cá nhân thuộc 3 cơ quan: Bộ Nội vụ, Bộ Y tế, Bộ Công an và 2 tỉnh, thành "
        "phố: Huế, Lâm Đồng (có danh sách kèm theo).",
        "Bằng khen cho 05 cá nhân công tác tại các bệnh viện: Bạch Mận, Việt Sim.",
    ):
        assert given_by("QUYẾT ĐỊNH", "Về việc tặng Bằng khen", f"Điều 1. Tặng {said}") == []


def test_sections_of_a_unit_and_crosses_beside_other_awards() -> None:
    said = "Điều 1. Công nhận danh hiệu thi đua và khen thưởng năm 2024 cho:"
    table = [
        "| TT | Họ và tên | LĐTT | CSTĐCS | Khen thưởng |", "|---|---|---|---|---|",
        "| I | SỞ NỘI VỤ | | | |", "| | Cá nhân | | | |", "| 1 | Lê Văn Mít | x | x | Giấy khen |",
        "| II | SỞ Y TẾ | | | |", "| | Cá nhân | | | |", "| 1 | Hồ Thị Na | x | | |",
    ]  # fmt: skip
    subject = "Về việc công nhận danh hiệu thi đua và khen thưởng năm 2024"
    assert given_by("QUYẾT ĐỊNH", subject, said, *table) == [
        ("Lê Văn Mít", "SỞ NỘI VỤ", "Lao động tiên tiến"),
        ("Lê Văn Mít", "SỞ NỘI VỤ", "Chiến sĩ thi đua cơ sở"),
        ("Lê Văn Mít", "SỞ NỘI VỤ", "Giấy khen"), ("Hồ Thị Na", "SỞ Y TẾ", "Lao động tiên tiến"),
    ]  # fmt: skip


def test_those_who_showed_an_act_have_its_prize() -> None:
    assert given_by(
        "QUYẾT ĐỊNH", "Về việc khen thưởng Liên hoan Nghệ thuật quần chúng",
        "Điều 1. Tặng giải cho các tiết mục sau:", "1. Giải A:",
        "- Đơn ca “Mùa xuân” - Lê Thị Mận, huyện Bến Ổi", "- Đơn ca “Mùa hạ” được xếp sau cùng.",
    ) == [("Lê Thị Mận", "huyện Bến Ổi", "Giải A")]  # fmt: skip
