"""Whole papers, read and laid out, whose lists confer something else, or all that they say."""

from __future__ import annotations

import hashlib
import textwrap

import pytest

from pipeline.document import process
from pipeline.model import Source
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
HEAD = """
    ỦY BAN NHÂN DÂN HUYỆN GÒ MẬN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                            Độc lập - Tự do - Hạnh phúc
    Số: 31/{symbol}                     Gò Mận, ngày 04 tháng 2 năm 2025

    {kind}
    {subject}

"""
DECISION, LIST, REPORT = "QUYẾT ĐỊNH", "DANH SÁCH", "BÁO CÁO"
SYMBOLS = {DECISION: "QĐ-UBND", LIST: "DS-UBND", REPORT: "BC-UBND"}
Row = tuple[object, object, object]


def awarded(words: str) -> list[dict[str, object]]:
    """The rows of awardees of a paper."""
    data = textwrap.dedent(words).encode()
    source = Source("giay.txt", hashlib.sha256(data).hexdigest(), len(data), "text/plain")
    return process(data, source, RULES).tables.get("awardees", [])


def rows(kind: str, subject: str, *lines: str) -> list[Row]:
    """Name, workplace and giver of each awardee of a paper."""
    top = HEAD.format(symbol=SYMBOLS[kind], kind=kind, subject=subject)
    decides = ["QUYẾT ĐỊNH:"] if kind == DECISION else []
    body = "".join(f"    {line}\n" for line in [*decides, *lines])
    return [(a["name"], a["workplace"], a["conferred_by"]) for a in awarded(top + body)]


def names(kind: str, subject: str, *lines: str) -> list[object]:
    return [name for name, _, _ in rows(kind, subject, *lines)]


@pytest.mark.parametrize(
    ("subject", "lines"),
    [
        (
            "Về việc chia cụm thi đua năm 2025",
            ["Điều 1. Chia các đơn vị thành các cụm thi đua để bình xét, đề nghị tặng Cờ thi đua "
             "của Ủy ban nhân dân tỉnh, cụ thể:",
             "1. Cụm số 1 (3 đơn vị):", "- Xã Gò Sim: Cụm trưởng;", "- Xã Bến Ổi;",
             "- Thị trấn Cầu Mít."],
        ),
        (
            "Về việc giao chỉ tiêu năm 2025",
            ["Điều 1. Giao chỉ tiêu làm căn cứ xét tặng Cờ thi đua của Ủy ban nhân dân huyện:",
             "1. Công ty Cổ phần Gạch Mận;", "2. Công ty Cổ phần Sim Tím."],
        ),
        (
            "Về việc cấp đổi hiện vật khen thưởng",
            ["Điều 1. Cấp đổi hiện vật khen thưởng Huân chương Kháng chiến cho 2 cá nhân:",
             "1. Ông Phạm Văn Mít, xã Gò Sim;", "2. Bà Vũ Thị Bưởi, xã Bến Ổi."],
        ),
        (
            "Về việc công nhận Ban Chấp hành Công đoàn cơ sở",
            ["Điều 1. Công nhận Ban Chấp hành Công đoàn cơ sở Trường THCS Bến Ổi (đơn vị Cờ thi "
             "đua năm 2024) gồm các ông, bà:",
             "1. Ông Phạm Văn Mít, Chủ tịch;", "2. Bà Vũ Thị Bưởi, Ủy viên."],
        ),
    ],
)  # fmt: skip
def test_decisions_that_speak_of_an_award_and_give_none(subject: str, lines: list[str]) -> None:
    assert names(DECISION, subject, *lines) == []


def test_gifts_for_those_who_have_an_award_are_no_award() -> None:
    table = [
        "STT | Họ và tên | Thôn | Số tiền", "1 | Lê Thị Ổi | Thôn 2 | 500.000",
        "2 | Tạ Văn Mít | Thôn 3 | 500.000",
    ]  # fmt: skip
    assert names(LIST, "Tặng quà các gia đình có Huân chương Kháng chiến", *table) == []
    assert names(LIST, "Tặng Giấy khen và quà cho hộ sản xuất giỏi", *table) == [
        "Lê Thị Ổi", "Tạ Văn Mít",
    ]  # fmt: skip


def test_who_hands_over_or_speaks_next_got_nothing() -> None:
    said = "Chủ tịch Ủy ban nhân dân huyện trao Giấy khen cho "
    assert names(REPORT, "Kết quả hội thao", said + "Trường THCS Bến Ổi; bà Vũ Thị Bưởi trao "
                 "Giấy chứng nhận cho 5 cá nhân.") == ["Trường THCS Bến Ổi"]  # fmt: skip
    assert names(REPORT, "Kết quả hội thao", said + "ông Phạm Văn Mít, bà Vũ Thị Bưởi phát biểu "
                 "cảm ơn.") == ["Phạm Văn Mít"]  # fmt: skip
    assert names(REPORT, "Kết quả chữa cháy", said + "Đội Cứu hộ số 2, Công an xã Gò Sim đã phối "
                 "hợp cứu người.") == ["Đội Cứu hộ số 2", "Công an xã Gò Sim"]  # fmt: skip


def test_a_ministry_behind_a_comma_is_the_unit_above() -> None:
    given = "Điều 1. Tặng Bằng khen của Thủ tướng Chính phủ cho "
    giver = "Thủ tướng Chính phủ"
    assert rows(DECISION, "Về việc tặng Bằng khen",
                given + "Vụ Kho vận, Bộ Nội thương và 2 cá nhân thuộc Bộ Nội thương.") == [
        ("Vụ Kho vận", "Bộ Nội thương", giver)]  # fmt: skip
    assert rows(DECISION, "Về việc tặng Bằng khen",
                given + "Trường Đại học Mận, Bộ Nội thương và Cục Bến bãi, Bộ Nội thương.") == [
        ("Trường Đại học Mận", "Bộ Nội thương", giver),
        ("Cục Bến bãi", "Bộ Nội thương", giver)]  # fmt: skip
    assert names(DECISION, "Về việc tặng Bằng khen",
                 given + "Văn phòng Chính phủ, Bộ Nội vụ và Bộ Công an.") == [
        "Văn phòng Chính phủ", "Bộ Nội vụ", "Bộ Công an"]  # fmt: skip


def test_the_giver_ends_before_the_words_that_open_the_list() -> None:
    assert rows(
        DECISION, "Về việc tặng Cờ thi đua năm 2024",
        "Điều 1. Tặng Cờ thi đua của Ủy ban nhân dân huyện, cụ thể như sau:",
        "1. Trường THCS Bến Ổi;", "2. Trạm Y tế xã Gò Sim.",
    ) == [
        ("Trường THCS Bến Ổi", None, "Ủy ban nhân dân huyện"),
        ("Trạm Y tế xã Gò Sim", None, "Ủy ban nhân dân huyện"),
    ]  # fmt: skip


def test_the_last_collective_above_a_higher_heading_is_an_entry() -> None:
    assert names(
        DECISION, "Tặng Cờ thi đua, Giấy khen năm 2024",
        "Điều 1. Tặng Cờ thi đua và Giấy khen cho các tập thể, cá nhân (có danh sách kèm theo).",
        "CHỦ TỊCH", "Phạm Văn Mít", "", "DANH SÁCH KHEN THƯỞNG", "A. CỜ THI ĐUA",
        "1. Công ty Cổ phần Gạch Mận", "2. Trường THCS Bến Ổi", "B. GIẤY KHEN", "I. Tập thể",
        "1. Công ty Cổ phần Sim Tím", "2. Trạm Y tế xã Gò Sim",
    ) == [
        "Công ty Cổ phần Gạch Mận", "Trường THCS Bến Ổi", "Công ty Cổ phần Sim Tím",
        "Trạm Y tế xã Gò Sim",
    ]  # fmt: skip


def test_what_somebody_once_got_is_no_part_of_his_unit() -> None:
    assert rows(
        REPORT, "Kết quả hội thao",
        "Tham dự có ông Phạm Văn Mít, nguyên Bí thư Huyện ủy, người từng được tặng Huy hiệu 50 "
        "năm tuổi Đảng.",
    ) == [("Phạm Văn Mít", "Huyện ủy", None)]  # fmt: skip


def test_who_stands_for_another_at_the_ceremony_got_nothing() -> None:
    assert names(
        DECISION, "Về việc truy tặng Bằng khen",
        "Điều 1. Truy tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho ông Phạm Văn Mít.",
        "Điều 2. Đại diện gia đình bà Vũ Thị Bưởi (vợ ông Mít) nhận Bằng khen.",
    ) == ["Phạm Văn Mít"]  # fmt: skip


def test_a_hamlet_gets_the_title_of_hamlets() -> None:
    top = HEAD.format(symbol="QĐ-UBND", kind=DECISION, subject="Công nhận danh hiệu văn hóa")
    found = awarded(
        top + "    QUYẾT ĐỊNH:\n    Điều 1. Công nhận danh hiệu “Gia đình văn hóa” cho 12 hộ và "
        "“Khu dân cư văn hóa” cho thôn Sim, thôn Ổi.\n"
    )
    assert [a["award_name"] for a in found] == ["Khu dân cư văn hóa"] * 2


def test_columns_of_titles_had_before_or_missed_give_nothing() -> None:
    opening = [
        "Điều 1. Công nhận danh hiệu thi đua năm 2024 cho các cá nhân (danh sách kèm theo).",
        "CHỦ TỊCH", "Phạm Văn Mít", "", "DANH SÁCH KHEN THƯỞNG",
    ]  # fmt: skip
    had = [
        *opening,
        "TT | Họ và tên | Chức vụ | Danh hiệu năm trước | Danh hiệu",
        "1 | Lê Thị Ổi | Kế toán | Lao động tiên tiến | Chiến sĩ thi đua cơ sở",
        "2 | Tạ Văn Sim | Thủ quỹ | Không | Lao động tiên tiến",
    ]
    missed = [
        *opening,
        "TT | Họ và tên | Chức vụ | LĐTT | Không đạt LĐTT", "1 | Lê Thị Ổi | Kế toán | x |",
        "2 | Tạ Văn Sim | Thủ quỹ | | x",
    ]  # fmt: skip
    subject = "Công nhận danh hiệu thi đua năm 2024"
    assert titles(subject, had) == [
        ("Lê Thị Ổi", "Chiến sĩ thi đua cơ sở", 2024), ("Tạ Văn Sim", "Lao động tiên tiến", 2024),
    ]  # fmt: skip
    assert titles(subject, missed) == [("Lê Thị Ổi", "Lao động tiên tiến", 2024)]


def titles(subject: str, lines: list[str]) -> list[tuple[object, object, object]]:
    """Name, award and year of each awardee of a decision."""
    top = HEAD.format(symbol="QĐ-UBND", kind=DECISION, subject=subject)
    body = "".join(f"    {line}\n" for line in ["QUYẾT ĐỊNH:", *lines])
    return [(a["name"], a["award_name"], a["year"]) for a in awarded(top + body)]


def test_a_dash_inside_the_name_of_a_department_parts_nothing() -> None:
    assert rows(
        DECISION, "Về việc tặng Giấy khen",
        "Điều 1. Tặng Giấy khen cho các tập thể:",
        "1. Khoa Tài chính - Ngân hàng Trường Đại học Mận;",
        "2. Phòng Kiểm tra - Thanh tra thuế, Cục Thuế tỉnh;",
        "3. Đội Kiểm soát số 2 - Cục Quản lý thị trường.",
    ) == [
        ("Khoa Tài chính - Ngân hàng", "Trường Đại học Mận", "Ủy ban nhân dân huyện Gò Mận"),
        ("Phòng Kiểm tra - Thanh tra thuế", "Cục Thuế tỉnh", "Ủy ban nhân dân huyện Gò Mận"),
        ("Đội Kiểm soát số 2", "Cục Quản lý thị trường", "Ủy ban nhân dân huyện Gò Mận"),
    ]  # fmt: skip


def test_a_column_of_how_many_is_none_of_names() -> None:
    given = "Điều 1. Tặng Giấy khen cho 02 chi bộ có thành tích xuất sắc:"
    assert names(
        DECISION, "Khen thưởng chi bộ năm 2024", given, "TT | Tên chi bộ | Số đảng viên | Ghi chú",
        "1 | Chi bộ Trường THCS Bến Ổi | 25 |", "2 | Chi bộ Trạm Y tế xã Gò Sim | 9 |",
    ) == ["Chi bộ Trường THCS Bến Ổi", "Chi bộ Trạm Y tế xã Gò Sim"]  # fmt: skip
    assert names(
        DECISION, "Khen thưởng giáo viên năm 2024", "Điều 1. Tặng Giấy khen cho các giáo viên sau:",
        "TT | Số sinh viên hướng dẫn | Họ và tên | Đơn vị", "1 | 5 | Lê Thị Ổi | Khoa Luật",
        "2 | 7 | Tạ Văn Sim | Khoa Sử",
    ) == ["Lê Thị Ổi", "Tạ Văn Sim"]  # fmt: skip


def test_two_awards_for_bodies_and_people_are_not_all_given_to_each() -> None:
    assert names(
        DECISION, "Khen thưởng năm 2024",
        "Điều 1. Tặng Cờ thi đua và trao Bằng khen cho các đơn vị, cá nhân, gồm:",
        "1. Trường THCS Bến Ổi;", "2. Ông Phạm Văn Mít, Trưởng phòng Nội vụ.",
    ) == []  # fmt: skip


def test_a_deed_behind_a_dash_is_no_part_of_name_or_post() -> None:
    assert rows(
        DECISION, "Về việc tặng Giấy khen",
        "Điều 1. Tặng Giấy khen của Sở Nội vụ cho các tập thể, cá nhân sau:",
        "1. Công ty TNHH Sim Tím - tài trợ 500 triệu đồng;",
        "2. Ông Phạm Văn Mít, Giám đốc Công ty Gạch Mận - có 02 sáng kiến.",
    ) == [
        ("Công ty TNHH Sim Tím", None, "Sở Nội vụ"),
        ("Phạm Văn Mít", "Công ty Gạch Mận", "Sở Nội vụ"),
    ]  # fmt: skip


def test_men_and_women_may_be_listed_behind_a_colon_each() -> None:
    assert names(
        DECISION, "Về việc tặng Giấy khen", "Điều 1. Tặng Giấy khen cho:",
        "- Các ông: Phạm Văn Mít, Lê Văn Sim (Sở Nông nghiệp);", "- Các bà: Vũ Thị Bưởi.",
    ) == ["Phạm Văn Mít", "Lê Văn Sim", "Vũ Thị Bưởi"]  # fmt: skip


def test_what_is_said_among_collectives_is_none_of_them() -> None:
    subject = "Công nhận danh hiệu Tập thể Lao động xuất sắc năm 2024"
    opening = "Điều 1. Công nhận danh hiệu Tập thể Lao động xuất sắc năm 2024 cho các đơn vị sau:"
    assert names(
        DECISION, subject, opening, "1. Tổ Hành chính;", "2. Cộng đồng dân cư thôn Sim;",
        "3. Thưởng mỗi tập thể 2.000.000 đồng;", "4. Báo cáo kết quả trước ngày 30/3/2025.",
    ) == ["Tổ Hành chính", "Cộng đồng dân cư thôn Sim"]  # fmt: skip
    assert names(
        DECISION, subject, opening, "TT | Tập thể, cá nhân | Thành tích", "1 | Tổ Hành chính | Tốt",
        "2 | Đại diện: Phạm Văn Mít | nhận thay", "3 | Cộng: 02 tập thể |",
        "4 | Chi hội thôn Sim | Tốt",
    ) == ["Tổ Hành chính", "Chi hội thôn Sim"]  # fmt: skip


def test_who_registers_for_a_title_is_not_given_it() -> None:
    assert names(
        DECISION, "Khen thưởng năm 2024",
        "Điều 1. Khen thưởng các cá nhân có thành tích năm 2024 (danh sách kèm theo).",
        "CHỦ TỊCH", "Phạm Văn Mít", "", "DANH SÁCH", "I. LAO ĐỘNG TIÊN TIẾN",
        "1. Lê Thị Ổi - Kế toán", "2. Tạ Văn Sim - Thủ quỹ", "II. ĐĂNG KÝ CHIẾN SĨ THI ĐUA",
        "1. Vũ Đình Bưởi - Bảo vệ",
    ) == ["Lê Thị Ổi", "Tạ Văn Sim"]  # fmt: skip
