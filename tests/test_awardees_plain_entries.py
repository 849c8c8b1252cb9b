"""Entries as small offices write them: deeds in brackets, callings, parts known by number."""

from __future__ import annotations

import pytest
from award_papers import awarded, given_by

from pipeline.link.awardees.recipients.names import read_entry
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


@pytest.mark.parametrize(
    ("entry", "name", "post", "unit"),
    [
        ("1. Hộ bà Lê Thị Mận, ấp Sim (trồng hành tím).", "Hộ bà Lê Thị Mận", None, "ấp Sim"),
        ("- Ông Lê Văn Mít, Trưởng Khu phố 4 (vận động 12 camera)", "Lê Văn Mít",
         "Trưởng Khu phố 4", None),
        ("- Ông Lê Văn Mít, Trưởng thôn Làng Sim, xã Gò Đào", "Lê Văn Mít",
         "Trưởng thôn Làng Sim", "xã Gò Đào"),
        ("1. Ông Lê Văn Mít, Giám đốc Công ty Sim (khu vực phía Bắc)", "Lê Văn Mít", "Giám đốc",
         "Công ty Sim (khu vực phía Bắc)"),
        ("- Ni sư Thích nữ Huệ Mận, trụ trì chùa Sim, xã Gò Đào", "Thích nữ Huệ Mận", "trụ trì",
         "chùa Sim, xã Gò Đào"),
        ("2. Bà Lê Thị Mận, chức vụ: Kế toán trưởng Công ty Sim", "Lê Thị Mận", "Kế toán trưởng",
         "Công ty Sim"),
        ("2. Bà Lê Thị Mận, chức vụ: Kế toán trưởng, Công ty Sim", "Lê Thị Mận",
         "Kế toán trưởng", "Công ty Sim"),
        ("2. Bà Lê Thị Mận là Phó Giám đốc Sở Xây dựng;", "Lê Thị Mận", "Phó Giám đốc",
         "Sở Xây dựng"),
        ("- Em Lê Thị Mận (SBD 021), lớp 9A, Trường THCS Gò Sim", "Lê Thị Mận", None,
         "lớp 9A, Trường THCS Gò Sim"),
        ("2. Ông Đỗ Mít, Trưởng khoa Luật Trường Đại học Tự do Gò Mận", "Đỗ Mít",
         "Trưởng khoa Luật", "Trường Đại học Tự do Gò Mận"),
        ("2. DSĐH. Lê Thị Mận - Khoa Dược", "Lê Thị Mận", None, "Khoa Dược"),
        ("3. Đồng chí Lê Văn Mít (đã mất), nguyên Trưởng Ban Tuyên giáo Thị ủy Gò Mận",
         "Lê Văn Mít", "nguyên Trưởng Ban Tuyên giáo", "Thị ủy Gò Mận"),
        ("3. Đồng chí Lê Văn Mít, Chánh Văn phòng Tỉnh ủy, 15 năm công tác trong ngành",
         "Lê Văn Mít", "Chánh Văn phòng", "Tỉnh ủy"),
        ("4. Bà Hồ Thị Na, cộng tác viên dân số, tổ 4, phường Gò Sim", "Hồ Thị Na",
         "cộng tác viên dân số", "tổ 4, phường Gò Sim"),
        ("- Ông Danh Mít - Người có uy tín ấp Sim, xã Gò Đào", "Danh Mít", "Người có uy tín",
         "ấp Sim, xã Gò Đào"),
        ("Lò Văn Mít, sinh năm 1925, vào Đảng ngày 12/4/1947, đảng viên Chi bộ bản Sim",
         "Lò Văn Mít", "đảng viên", "Chi bộ bản Sim"),
        ("1. Lò Văn Mít; sinh ngày 20/10/1950; vào Đảng 03/02/1975; Chi bộ bản Sim", "Lò Văn Mít",
         None, "Chi bộ bản Sim"),
        ("Lò Văn Mít, vào Đảng 03/02/1975, sinh hoạt tại Chi bộ bản Sim, Đảng bộ xã Gò Đào",
         "Lò Văn Mít", None, "Chi bộ bản Sim, Đảng bộ xã Gò Đào"),
        ("3. Sr. Maria Nguyễn Thị Kim Mận, Bề trên Cộng đoàn Gò Sim", "Maria Nguyễn Thị Kim Mận",
         "Bề trên", "Cộng đoàn Gò Sim"),
        ("Lê Văn Mít, Trưởng phòng Thanh tra - Kiểm tra số 2;", "Lê Văn Mít",
         "Trưởng phòng Thanh tra - Kiểm tra số 2", None),
        ("Lê Văn Mít, Trưởng phòng Thanh tra, Sở Sim", "Lê Văn Mít", "Trưởng phòng Thanh tra",
         "Sở Sim"),
        ("Lê Văn Mít, Trưởng phòng Thanh tra tỉnh", "Lê Văn Mít", "Trưởng phòng",
         "Thanh tra tỉnh"),
        ("9. Lê Văn Mít - Hộ lý - Khoa Nhi (Ấn định danh sách có chín người)", "Lê Văn Mít",
         "Hộ lý", "Khoa Nhi"),
        ("2/ Hồ Văn Na, lái xe, XN vận tải Gò Sim", "Hồ Văn Na", "lái xe", "XN vận tải Gò Sim"),
    ],
)  # fmt: skip
def test_what_stands_behind_a_name(
    entry: str, name: str, post: str | None, unit: str | None
) -> None:
    named = read_entry(entry, 0, RULES)
    assert named is not None
    assert (named.name, named.position, named.workplace) == (name, post, unit)


def test_parts_known_by_their_numbers() -> None:
    found = given_by(
        "QUYẾT ĐỊNH", "Về việc công nhận danh hiệu",
        "Điều 1. Công nhận danh hiệu “Tập thể lao động tiên tiến” cho các đơn vị: Văn phòng, "
        "phòng 1, phòng 2, Công an xã Gò Sim.",
    )  # fmt: skip
    assert [name for name, _, _ in found] == [
        "Văn phòng",
        "phòng 1",
        "phòng 2",
        "Công an xã Gò Sim",
    ]


def test_a_team_behind_a_workplace_is_the_next() -> None:
    found = given_by(
        "QUYẾT ĐỊNH", "Về việc khen thưởng",
        "Điều 1. Tặng Giấy khen cho anh Lê Văn Mít - công nhân Công ty TNHH Sim Đào và Tổ tự quản "
        "ấp 8, xã Gò Mận vì đã có thành tích tố giác tội phạm.",
    )  # fmt: skip
    assert [(name, unit) for name, unit, _ in found] == [
        ("Lê Văn Mít", "Công ty TNHH Sim Đào"), ("Tổ tự quản ấp 8", "xã Gò Mận"),
    ]  # fmt: skip


def test_the_request_below_the_last_entry_is_none_of_it() -> None:
    found = given_by(
        "TỜ TRÌNH", "Về việc đề nghị khen thưởng",
        "Ủy ban nhân dân xã đề nghị Chủ tịch Ủy ban nhân dân huyện tặng Giấy khen cho:",
        "- Em Lê Văn Mít, học sinh lớp 9/3 Trường THCS Gò Sim",
        "Kính trình Chủ tịch Ủy ban nhân dân huyện xem xét, quyết định./.",
    )  # fmt: skip
    assert found == [("Lê Văn Mít", "Trường THCS Gò Sim", "Giấy khen")]


def test_bodies_before_one_person_that_is_led_by_a_verb() -> None:
    found = given_by(
        "THÔNG BÁO", "Kết quả phong trào",
        "Năm 2020, Hội Nông dân tỉnh tặng Bằng khen cho 02 tập thể: Hội Nông dân huyện Gò Mận, "
        "Hội Nông dân huyện Gò Sim và 01 cá nhân là chị Võ Thị Na, Chủ tịch Hội Nông dân xã Đào.",
    )  # fmt: skip
    assert {name for name, _, _ in found} == {
        "Hội Nông dân huyện Gò Mận", "Hội Nông dân huyện Gò Sim", "Võ Thị Na",
    }  # fmt: skip


def test_who_wrote_it_with_the_one_of_the_entry() -> None:
    rows = awarded("""
        BỆNH VIỆN MẪU
        Số: 9/QĐ-BVM
        Gò Mận, ngày 30 tháng 1 năm 2023

        QUYẾT ĐỊNH
        Về việc công nhận sáng kiến năm 2022

        Điều 1. Công nhận sáng kiến của các cá nhân sau:
        1. ĐD. Lê Thị Mận - Khoa Ngoại; đồng tác giả: BS. Hồ Thị Na
        Sáng kiến: Cải tiến khay thay băng hai tầng
    """)
    assert [(r["name"], r["role"], r["workplace"]) for r in rows] == [
        ("Lê Thị Mận", "author", "Khoa Ngoại"), ("Hồ Thị Na", "author", None),
    ]  # fmt: skip


def test_a_decision_that_adds_to_another_gives_its_own_award() -> None:
    found = awarded(
        """
        UBND HUYỆN GÒ MẬN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        PHÒNG GIÁO DỤC VÀ ĐÀO TẠO                Độc lập - Tự do - Hạnh phúc
        Số: 77/QĐ-PGDĐT                      Gò Mận, ngày 14 tháng 7 năm 2021

        QUYẾT ĐỊNH
        Về việc điều chỉnh, bổ sung Quyết định số 65/QĐ-PGDĐT ngày 30/6/2021

        QUYẾT ĐỊNH:

        Điều 1. Bổ sung danh sách tặng Giấy khen cho 01 giáo viên đạt giải Nhất hội thi:
        1. Bà Lê Thị Mận, giáo viên Trường Mầm non Gò Sim.
        """
    )
    assert [(a["name"], a["award_name"], a["decision"]) for a in found] == [
        ("Lê Thị Mận", "Giấy khen", "77/QĐ-PGDĐT")
    ]


def test_a_unit_named_by_its_head_alone_is_the_one_above_the_list() -> None:
    subject = "Về việc tặng Giấy khen"
    lines = [
        "Điều 1. Tặng Giấy khen cho các cá nhân sau:",
        "Công ty Cà phê Sim",
        "1. Bà Lê Thị Mận - Chủ tịch Công đoàn Công ty",
        "2. Ông Lê Văn Mít - Thủ kho",
    ]
    assert [(n, w) for n, w, _ in given_by("QUYẾT ĐỊNH", subject, *lines)] == [
        ("Lê Thị Mận", "Công ty Cà phê Sim"),
        ("Lê Văn Mít", "Công ty Cà phê Sim"),
    ]


def test_the_word_before_a_work_is_not_of_the_unit() -> None:
    lines = [
        "Điều 1. Tặng Giấy khen cho 01 nhóm tác giả:",
        "1. Nhóm tác giả: Lê Thị Mận và Lê Văn Mít, Trường Sim, với giải pháp “Bẫy ruồi”.",
    ]
    found = given_by("QUYẾT ĐỊNH", "Về việc tặng Giấy khen", *lines)
    assert [w for _, w, _ in found] == ["Trường Sim", "Trường Sim"]


@pytest.mark.parametrize(
    ("to", "names"),
    [
        ("tập thể chi bộ thôn 8 và đồng chí Lê Văn Mít, Bí thư Chi bộ thôn 8",
         ["chi bộ thôn 8", "Lê Văn Mít"]),
        ("tập thể cán bộ, chiến sĩ Công an xã Gò Sim", ["Công an xã Gò Sim"]),
        ("02 chi bộ tiêu biểu (Chi bộ thôn 5, Chi bộ Sim)", ["Chi bộ thôn 5", "Chi bộ Sim"]),
        ("02 chi bộ tiêu biểu (Đảng bộ xã Gò Sim)", []),
    ],
)  # fmt: skip
def test_bodies_of_a_sentence_are_found_behind_their_words(to: str, names: list[str]) -> None:
    lines = [f"Điều 1. Tặng Giấy khen cho {to}."]
    found = given_by("QUYẾT ĐỊNH", "Về việc tặng Giấy khen", *lines)
    assert [name for name, _, _ in found] == names


@pytest.mark.parametrize("marks", [("", ""), ("- ", "+ "), ("- ", "- ")])
def test_bodies_above_people_are_their_units_where_people_alone_are_given(
    marks: tuple[str, str],
) -> None:
    head, item = marks
    lines = ["Điều 1. Tặng Giấy khen cho các cá nhân như sau:", f"{head}Trường Tiểu học Sim",
             f"{item}Ông Lê Văn Mít, Hiệu trưởng", f"{head}Trường THCS Mận",
             f"{item}Bà Lê Thị Mận, kế toán"]  # fmt: skip
    found = given_by("QUYẾT ĐỊNH", "Về việc tặng Giấy khen", *lines)
    assert [(n, w) for n, w, _ in found] == [
        ("Lê Văn Mít", "Trường Tiểu học Sim"),
        ("Lê Thị Mận", "Trường THCS Mận"),
    ]


def test_bodies_above_people_are_given_it_too_where_bodies_are() -> None:
    lines = ["Điều 1. Tặng Giấy khen cho 01 tập thể, 01 cá nhân như sau:",
             "- Trường Tiểu học Sim", "- Ông Lê Văn Mít, Hiệu trưởng"]  # fmt: skip
    found = given_by("QUYẾT ĐỊNH", "Về việc tặng Giấy khen", *lines)
    assert [name for name, _, _ in found] == ["Trường Tiểu học Sim", "Lê Văn Mít"]


@pytest.mark.parametrize("label", ["a) ", "- ", "1. "])
def test_a_count_may_stand_between_a_label_and_its_names(label: str) -> None:
    lines = ["Điều 1. Tặng Giấy khen cho 02 tập thể, gồm:",
             f"{label}02 tập thể: Trường Tiểu học Sim, Trạm Y tế xã Gò Đào."]  # fmt: skip
    found = given_by("QUYẾT ĐỊNH", "Về việc tặng Giấy khen", *lines)
    assert [name for name, _, _ in found] == ["Trường Tiểu học Sim", "Trạm Y tế xã Gò Đào"]


def test_every_household_of_a_sentence_is_one() -> None:
    lines = ["Điều 1. Tặng Giấy khen cho gia đình cụ Lê Văn Mít, thôn Sim; hộ anh Y Bham Niê, "
             "buôn Kna."]  # fmt: skip
    assert [(n, w) for n, w, _ in given_by("QUYẾT ĐỊNH", "Về việc tặng Giấy khen", *lines)] == [
        ("gia đình cụ Lê Văn Mít", "thôn Sim"),
        ("hộ anh Y Bham Niê", "buôn Kna"),
    ]


@pytest.mark.parametrize(
    ("office", "giver"),
    [
        ("Chủ tịch UBND xã Lê Văn Mít", "Chủ tịch UBND xã"),
        ("Chủ tịch UBND huyện Trần Văn Thời", "Chủ tịch UBND huyện Trần Văn Thời"),  # the place
        ("Chủ tịch UBND phường Trần Hưng Đạo", "Chủ tịch UBND phường Trần Hưng Đạo"),
    ],
)
def test_who_heads_a_commune_is_no_part_of_his_office(office: str, giver: str) -> None:
    [row] = awarded(f"{office} đã tặng Giấy khen cho bà Lê Thị Mận, thôn Sim.")
    assert row["conferred_by"] == giver


def test_who_fetches_an_award_for_somebody_is_not_given_it() -> None:
    words = "Ông Lê Văn Mít (nhận thay cho bà Lê Thị Mận) nhận Bằng khen của Chủ tịch UBND tỉnh."
    assert awarded(words) == []
    [row] = awarded("Bà Lê Thị Mận (ông Lê Văn Mít nhận thay) nhận Bằng khen của UBND tỉnh.")
    assert row["name"] == "Lê Thị Mận"


def test_sorts_of_those_given_a_certificate_are_not_its_titles() -> None:
    lines = ["Điều 1. Tặng Giấy khen cho các tập thể, gia đình, cá nhân sau:",
             "1. Gia đình hiếu học:", "- Gia đình ông Lê Văn Mít, thôn Sim.",
             "2. Cá nhân:", "- Bà Lê Thị Mận, thôn Sim."]  # fmt: skip
    assert given_by("QUYẾT ĐỊNH", "Về việc tặng Giấy khen", *lines) == [
        ("Gia đình ông Lê Văn Mít", "thôn Sim", "Giấy khen"),
        ("Lê Thị Mận", "thôn Sim", "Giấy khen"),
    ]


def test_a_unit_behind_a_semicolon_is_not_that_of_the_body_before() -> None:
    lines = ["Điều 1. Tặng Giấy khen cho các đơn vị: Bưu điện Sim; Bưu điện Mận thuộc Bưu điện "
             "Gò Đào."]  # fmt: skip
    assert [(n, w) for n, w, _ in given_by("QUYẾT ĐỊNH", "Về việc tặng Giấy khen", *lines)] == [
        ("Bưu điện Sim", None),
        ("Bưu điện Mận", "Bưu điện Gò Đào"),
    ]


def test_those_counted_of_a_unit_are_of_it() -> None:
    lines = ["Điều 1. Tặng Giấy khen cho 02 tập thể thuộc Sở Sim: Văn phòng Sở, Phòng Ngân sách."]
    assert [(n, w) for n, w, _ in given_by("QUYẾT ĐỊNH", "Về việc tặng Giấy khen", *lines)] == [
        ("Văn phòng Sở", "Sở Sim"),
        ("Phòng Ngân sách", "Sở Sim"),
    ]


@pytest.mark.parametrize(
    ("top", "giver"),
    [
        ("HỘI NÔNG DÂN VIỆT NAM\nBAN CHẤP HÀNH TỈNH GÒ MẬN",
         "Ban Chấp hành Hội Nông dân tỉnh Gò Mận"),
        ("ĐOÀN TNCS HỒ CHÍ MINH\nBCH TỈNH GÒ MẬN", "BCH Đoàn TNCS Hồ Chí Minh tỉnh Gò Mận"),
    ],
)  # fmt: skip
def test_a_committee_of_an_area_is_that_of_the_union_above_it(top: str, giver: str) -> None:
    [row] = awarded(
        f"{top}\nSố: 31/QĐ-HND            Gò Mận, ngày 04 tháng 2 năm 2025\n\nQUYẾT ĐỊNH\n"
        "Về việc tặng Giấy khen\n\nĐiều 1. Tặng Giấy khen cho bà Lê Thị Mận.\n"
    )
    assert row["conferred_by"] == giver


def test_the_giver_of_an_article_is_that_of_the_annex_of_its_award() -> None:
    lines = [
        "Điều 1. Công nhận danh hiệu Lao động tiên tiến cho 01 cá nhân; tặng Giấy khen của "
        "Chủ tịch UBND huyện cho 01 cá nhân (có danh sách kèm theo).",
        "CHỦ TỊCH",
        "Lê Văn A",
        "",
        "DANH SÁCH ĐƯỢC TẶNG GIẤY KHEN",
        "(Kèm theo Quyết định số 31/QĐ-UBND ngày 04/02/2025)",
        "1. Ông Lê Văn Mít",
    ]
    top = "UBND HUYỆN GÒ MẬN\nSố: 31/QĐ-UBND            Gò Mận, ngày 04 tháng 2 năm 2025\n\n"
    [row] = awarded(top + "QUYẾT ĐỊNH\nVề việc khen thưởng\n\n" + "\n".join(lines) + "\n")
    assert (row["award_name"], row["conferred_by"]) == ("Giấy khen", "Chủ tịch UBND huyện")


def test_those_a_body_competes_with_are_no_unit_above_it() -> None:
    named = read_entry("- Sở Sim (Khối Tổng hợp);", 0, RULES)
    assert named is not None
    assert (named.name, named.workplace) == ("Sở Sim", None)
