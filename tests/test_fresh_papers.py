"""Whole invented papers of several kinds of bodies, read from plain text to rows."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from pipeline.document import process
from pipeline.model import Source
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
REPORT = (
    f"CÔNG TY CỔ PHẦN HẢI VÂN\n{STATE}Số: 37/BC-HV\nTân Hải, ngày 12 tháng 7 năm 2022\n\n"
    "BÁO CÁO\nKết quả công tác\n\n"
)


def tables(text: str) -> dict[str, list[dict[str, Any]]]:
    data = text.encode()
    source = Source("paper.txt", hashlib.sha256(data).hexdigest(), len(data), "text/plain")
    found = process(data, source, RULES).tables
    return {name: [dict(row) for row in found.get(name, ())] for name in (
        "awardees", "initiatives", "figures", "citations", "dates")}  # fmt: skip


def report(sentence: str) -> dict[str, list[dict[str, Any]]]:
    return tables(f"{REPORT}{sentence}\n")


def people(rows: list[dict[str, Any]]) -> list[tuple[str, str, str | None]]:
    return [(r["name"], r["role"], r["award_name"]) for r in rows]


def posts(rows: list[dict[str, Any]]) -> list[tuple[str, str | None, str | None]]:
    return [(r["name"], r["position"], r["workplace"]) for r in rows]


def test_a_commune_list_in_the_article_with_sections() -> None:
    rows = tables(
        f"ỦY BAN NHÂN DÂN\nHUYỆN TÂN HẢI\n{STATE}Số: 1532/QĐ-UBND\n"
        "Tân Hải, ngày 22 tháng 3 năm 2022\n\n"
        "QUYẾT ĐỊNH\nVề việc khen thưởng phong trào toàn dân đoàn kết năm 2021\n\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN\n\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Tặng Giấy khen cho 02 tập thể, 02 cá nhân trong phong trào toàn dân đoàn kết "
        "năm 2021, gồm các ông (bà) có tên sau đây:\n\n"
        "I. Tập thể\n1. Nhân dân và cán bộ thôn Bến Đò, xã Phú Điền;\n"
        "2. Hội Nông dân xã An Lạc.\n\n"
        "II. Cá nhân\n1. Ông Trịnh Bá Lộc - Trưởng thôn Đông, xã Phú Điền;\n"
        "2. Bà Mai Thị Lụa - Chi hội trưởng Phụ nữ thôn Đoài, xã An Lạc.\n\n"
        "Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành./.\n\n"
        "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nĐỗ Khắc Tiệp\n"
    )["awardees"]
    assert posts(rows) == [
        ("Nhân dân và cán bộ thôn Bến Đò", None, "xã Phú Điền"),
        ("Hội Nông dân xã An Lạc", None, None),
        ("Trịnh Bá Lộc", "Trưởng thôn Đông", "xã Phú Điền"),
        ("Mai Thị Lụa", "Chi hội trưởng Phụ nữ thôn Đoài", "xã An Lạc"),
    ]
    assert {(r["award_name"], r["decision"], r["year"]) for r in rows} == {
        ("Giấy khen", "1532/QĐ-UBND", 2021)
    }


def test_an_entry_that_cannot_be_read_does_not_end_the_list() -> None:
    rows = tables(
        f"ỦY BAN NHÂN DÂN\nHUYỆN TÂN HẢI\n{STATE}Số: 15/QĐ-UBND\n"
        "Tân Hải, ngày 22 tháng 3 năm 2022\n\n"
        "QUYẾT ĐỊNH\nVề việc tặng Giấy khen năm 2021\n\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Tặng Giấy khen cho các tập thể, cá nhân sau đây:\n\n"
        "I. Tập thể\n1. quán nước đầu làng;\n2. Hội Nông dân xã An Lạc.\n\n"
        "Điều 2. Quyết định có hiệu lực từ ngày ký./.\n\n"
        "Nơi nhận:\n- Như Điều 2.\n\nCHỦ TỊCH\n\nĐỗ Khắc Tiệp\n"
    )["awardees"]
    assert [r["name"] for r in rows] == ["Hội Nông dân xã An Lạc"]


def test_a_school_proposes_two_titles_and_lists_the_second() -> None:
    rows = tables(
        f"SỞ GIÁO DỤC VÀ ĐÀO TẠO BẮC LÂM\nTRƯỜNG THPT TÂN HẢI\n{STATE}Số: 58/TTr-THPTTH\n"
        "Tân Hải, ngày 28 tháng 5 năm 2021\n\nTỜ TRÌNH\n"
        "Về việc đề nghị tặng danh hiệu thi đua năm học 2020-2021\n\n"
        "Kính gửi: Sở Giáo dục và Đào tạo Bắc Lâm.\n\n"
        "Trường THPT Tân Hải kính đề nghị Giám đốc Sở Giáo dục và Đào tạo xét công nhận danh hiệu "
        "Tập thể Lao động tiên tiến cho 03 tổ chuyên môn và danh hiệu Chiến sĩ thi đua cơ sở cho "
        "02 cá nhân sau:\n"
        "1. Thầy Vương Đình Quý, Tổ trưởng Tổ Toán - Tin;\n"
        "2. Cô Bùi Thu Uyên, giáo viên Tiếng Anh.\n\n"
        "Kính mong Sở xem xét, quyết định.\n\n"
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nHIỆU TRƯỞNG\n\nNguyễn Bá Thuần\n"
    )["awardees"]
    assert people(rows) == [
        ("Vương Đình Quý", "nominee", "Chiến sĩ thi đua cơ sở"),
        ("Bùi Thu Uyên", "nominee", "Chiến sĩ thi đua cơ sở"),
    ]
    assert {r["conferred_by"] for r in rows} == {"Giám đốc Sở Giáo dục và Đào tạo"}
    assert [r["position"] for r in rows] == ["Tổ trưởng Tổ Toán - Tin", "giáo viên Tiếng Anh"]


def test_an_army_annex_is_headed_by_the_titles() -> None:
    rows = tables(
        f"SƯ ĐOÀN 308B\nTRUNG ĐOÀN 88\n{STATE}Số: 96/QĐ-TĐ88\n"
        "Tân Hải, ngày 30 tháng 12 năm 2021\n\n"
        "QUYẾT ĐỊNH\nVề việc công nhận danh hiệu thi đua năm 2021\n\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Công nhận danh hiệu “Đơn vị quyết thắng” cho 02 tập thể và danh hiệu “Chiến sĩ "
        "tiên tiến” cho 02 cá nhân năm 2021 (có danh sách kèm theo).\n\n"
        "Nơi nhận:\n- Lưu: VT.\n\nTRUNG ĐOÀN TRƯỞNG\n\nThượng tá Trần Trọng Nghĩa\n\n"
        "DANH SÁCH\nTập thể, cá nhân được công nhận danh hiệu thi đua\n"
        "(Kèm theo Quyết định số 96/QĐ-TĐ88 ngày 30/12/2021)\n\n"
        "I. ĐƠN VỊ QUYẾT THẮNG\n1. Tiểu đoàn 4\n2. Đại đội 11, Tiểu đoàn 6\n\n"
        "II. CHIẾN SĨ TIÊN TIẾN\n1. Thiếu úy Lê Khả Linh, Trung đội trưởng, Đại đội 11\n"
        "2. Hạ sĩ Y Blim Kbuôr, chiến sĩ, Đại đội 9\n"
    )["awardees"]
    assert people(rows) == [
        ("Tiểu đoàn 4", "awardee", "Đơn vị quyết thắng"),
        ("Đại đội 11", "awardee", "Đơn vị quyết thắng"),
        ("Lê Khả Linh", "awardee", "Chiến sĩ tiên tiến"),
        ("Y Blim Kbuôr", "awardee", "Chiến sĩ tiên tiến"),
    ]


def test_a_year_in_a_company_number_makes_no_regulation() -> None:
    rows = tables(
        f"CÔNG TY CỔ PHẦN GỐM SỨ HẢI AN\n{STATE}Số: 77/2022/QĐ-GSHA\n"
        "Hải An, ngày 10 tháng 6 năm 2022\n\n"
        "QUYẾT ĐỊNH\nV/v khen thưởng quý I năm 2022\n\n"
        "Điều 1: Tặng Giấy khen cho các cá nhân sau:\n"
        "1. Ông Đinh Văn Quyền, Tổ trưởng Tổ Lò nung;\n\n"
        "Điều 2: Phòng Tài vụ chi tiền thưởng.\n\nGIÁM ĐỐC\n\nTrần Hữu Lân\n"
    )["awardees"]
    assert people(rows) == [("Đinh Văn Quyền", "awardee", "Giấy khen")]


def test_speakers_of_minutes_are_nobody_and_the_proposed_are_nominees() -> None:
    rows = tables(
        f"TỔNG CÔNG TY XÂY LẮP SÔNG THAO\nCÔNG TY XÂY LẮP SỐ 7\n{STATE}Số: 26/BB-XL7\n"
        "Tân Hải, ngày 16 tháng 12 năm 2020\n\nBIÊN BẢN\nHọp Hội đồng Thi đua\n\n"
        "Hội đồng nghe ông Lại Văn Định, Trưởng phòng Tổ chức báo cáo thành tích.\n"
        "Hội đồng thống nhất đề nghị Tổng Giám đốc Tổng công ty tặng Giấy khen cho Đội Thi công 3 "
        "và ông Tô Hiến Chương, Đội trưởng Đội Thi công 3.\n\n"
        "CHỦ TRÌ\n\nPhùng Văn Khải\n"
    )["awardees"]
    assert people(rows) == [
        ("Đội Thi công 3", "nominee", "Giấy khen"), ("Tô Hiến Chương", "nominee", "Giấy khen"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Tiêu biểu có các tập thể: Phòng Kế hoạch - Tài chính, Khoa Dược; các cá nhân: bác sĩ "
         "Lương Văn Hậu, điều dưỡng Tạ Thị Thơm.",
         [("Phòng Kế hoạch - Tài chính", "exemplar", None), ("Khoa Dược", "exemplar", None),
          ("Lương Văn Hậu", "exemplar", None), ("Tạ Thị Thơm", "exemplar", None)]),
        ("Đề nghị Bộ trưởng Bộ Y tế tặng Bằng khen cho Khoa Cấp cứu và bác sĩ Đoàn Quốc Việt.",
         [("Khoa Cấp cứu", "nominee", "Bằng khen"), ("Đoàn Quốc Việt", "nominee", "Bằng khen")]),
        ("Năm 2021, Trường Mầm non Hoa Sen được UBND huyện tặng Giấy khen.",
         [("Trường Mầm non Hoa Sen", "awardee", "Giấy khen")]),
        ("Theo Quyết định số 88 ngày 3 tháng 2 năm 2021 của Chủ tịch UBND huyện, Trường Mầm non "
         "Hoa Sen được tặng Cờ thi đua.", [("Trường Mầm non Hoa Sen", "awardee", "Cờ thi đua")]),
        ("Điển hình: Hợp tác xã Phú Điền doanh thu 4,2 tỷ đồng/năm.",
         [("Hợp tác xã Phú Điền", "exemplar", None)]),
        ("Ông Phạm Gia Khiêm, Giám đốc Sở, phát biểu khai mạc; bà Lưu Thị Hà trao Bằng khen cho "
         "các tập thể.", []),
        ("Chủ tịch nước tặng thưởng Huân chương Bảo vệ Tổ quốc hạng Nhì cho Đại tá Đặng Quốc Hùng, "
         "Chính ủy Trung đoàn 88.",
         [("Đặng Quốc Hùng", "awardee", "Huân chương Bảo vệ Tổ quốc hạng Nhì")]),
        ("Nhân dịp này, Tổng Giám đốc đã trao Bằng khen cho 4 tập thể và 11 cá nhân.", []),
        ("Bệnh viện được Thủ tướng Chính phủ tặng Bằng khen năm 2019.", []),
    ],
)  # fmt: skip
def test_who_is_named(sentence: str, found: list[tuple[str, str, str | None]]) -> None:
    assert people(report(sentence)["awardees"]) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Trung úy Lý A Sùng, chiến sĩ Đồn Biên phòng Pa Khoang đạt danh hiệu Chiến sĩ thi đua cơ "
         "sở năm 2022.", ("Lý A Sùng", "chiến sĩ", "Đồn Biên phòng Pa Khoang")),
        ("Sáng kiến “Cải tiến khay cấy mô” của bà Cao Thị Hạnh, kỹ sư Trung tâm Giống cây trồng.",
         ("Cao Thị Hạnh", "kỹ sư", "Trung tâm Giống cây trồng")),
        ("Chị Hồ Thị Nhàn (công nhân Xưởng 2, Công ty TNHH Giày Phú Mỹ) đạt danh hiệu Lao động "
         "giỏi năm 2020.", ("Hồ Thị Nhàn", "công nhân Xưởng 2", "Công ty TNHH Giày Phú Mỹ")),
    ],
)  # fmt: skip
def test_post_and_workplace(sentence: str, found: tuple[str, str, str]) -> None:
    assert posts(report(sentence)["awardees"]) == [found]


@pytest.mark.parametrize(
    ("sentence", "authors"),
    [
        ("Sáng kiến “Phần mềm quản lý bệnh án” của nhóm tác giả Lương Văn Hậu, Tạ Thị Thơm được áp "
         "dụng rộng rãi.", ["Lương Văn Hậu", "Tạ Thị Thơm"]),
        ("Giải pháp “Tời kéo cáp” của hai tác giả Nguyễn Văn Hậu và Trần Thị Thơm đạt giải Ba.",
         ["Nguyễn Văn Hậu", "Trần Thị Thơm"]),
        ("Chị Hồ Thị Nhàn, công nhân Công ty TNHH Giày Phú Mỹ được tặng Bằng Lao động sáng tạo năm "
         "2020 với sáng kiến “Cải tiến bàn gấp mép da”.", ["Hồ Thị Nhàn"]),
    ],
)  # fmt: skip
def test_authors(sentence: str, authors: list[str]) -> None:
    (row,) = report(sentence)["initiatives"]
    assert list(row["authors"]) == authors


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Bộ Tư lệnh Quân khu tặng Bằng khen cho 05 tập thể, 12 cá nhân; Bộ Chỉ huy Quân sự tỉnh "
         "tặng Giấy khen cho 18 tập thể.",
         [(5, "Bộ Tư lệnh Quân khu"), (12, "Bộ Tư lệnh Quân khu"),
          (18, "Bộ Chỉ huy Quân sự tỉnh")]),
        ("Có 3 tập thể, 5 cá nhân được UBND tỉnh tặng Bằng khen; 9 tập thể được Sở Y tế tặng Giấy "
         "khen.", [(3, "UBND tỉnh"), (5, "UBND tỉnh"), (9, "Sở Y tế")]),
        ("Công an xã đã bắt giữ 17 vụ, 23 đối tượng, thu giữ 15 kg pháo.",
         [(17, None), (23, None), (15, None)]),
        ("Đến nay có 15/18 xã (83,3%) đạt chuẩn.", [(15, None), (83.3, None)]),
        ("Mỗi đội có 01 sáng kiến cải tiến.", []),
    ],
)  # fmt: skip
def test_figures(sentence: str, found: list[tuple[float, str | None]]) -> None:
    rows = report(sentence)["figures"]
    assert [(r["value"], r["conferred_by"]) for r in rows] == found


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("Tổng số đảng viên là 356 đồng chí (chính thức 342, dự bị 14); kết nạp 15 đảng viên mới.",
         ["total", "part", "part", "result"]),
        ("Phấn đấu có 80% số xã đạt chuẩn, tạo việc làm cho 3.500 - 4.000 lao động.",
         ["target", "target"]),
        ("Nhà trường có 1.245 học sinh, trong đó 612 nữ.", ["total", "part"]),
    ],
)  # fmt: skip
def test_roles_of_figures(sentence: str, roles: list[str]) -> None:
    assert [r["role"] for r in report(sentence)["figures"]] == roles


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Đến 30/6/2022, đã giải ngân xong.", [("2022-06-30", "2022-06-30", "period")]),
        ("Hội nghị diễn ra từ ngày 10 đến ngày 11/5/2022 tại Nhà văn hóa huyện.",
         [("2022-05-10", "2022-05-11", "event")]),
        ("Thời gian hoàn thành: trước 15/8/2023.", [("2023-08-15", "2023-08-15", "deadline")]),
        ("Từ 01/3/2021 đến 31/5/2021 đã tiêm xong.", [("2021-03-01", "2021-05-31", "period")]),
    ],
)  # fmt: skip
def test_dates(sentence: str, found: list[tuple[str, str, str]]) -> None:
    rows = [r for r in report(sentence)["dates"] if r["role"] != "issued"]
    assert [(str(r["date_start"]), str(r["date_end"]), r["role"]) for r in rows] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Thực hiện Chỉ thị số 15-CT/HU ngày 12/4/2021 của Ban Thường vụ Huyện ủy và Kế hoạch "
         "45/KH-UBND của UBND huyện.",
         [("CT", "15-CT/HU", "Ban Thường vụ Huyện ủy"), ("KH", "45/KH-UBND", "UBND huyện")]),
        ("Quyết định này thay thế Quyết định số 1020/QĐ-SYT ngày 9/9/2018 của Giám đốc Sở Y tế.",
         [("QĐ", "1020/QĐ-SYT", "Giám đốc Sở Y tế")]),
        ("Công văn số 2210/UBND-VX ngày 5/5/2022 của UBND tỉnh Tân Hải về việc phòng, chống dịch.",
         [("CV", "2210/UBND-VX", "UBND tỉnh Tân Hải")]),
    ],
)  # fmt: skip
def test_citations(sentence: str, found: list[tuple[str, str, str]]) -> None:
    rows = report(sentence)["citations"]
    assert [(r["cited_type"], r["cited_number"], r["cited_issuer"]) for r in rows] == found


def listed(lines: str) -> list[dict[str, Any]]:
    return tables(
        f"CÔNG TY CỔ PHẦN HẢI VÂN\n{STATE}Số: 37/QĐ-HV\nTân Hải, ngày 12 tháng 7 năm 2022\n\n"
        "QUYẾT ĐỊNH\nVề việc khen thưởng năm 2021\n\nGIÁM ĐỐC CÔNG TY\n\nQUYẾT ĐỊNH:\n\n"
        f"Điều 1. Tặng Giấy khen cho các tập thể, cá nhân năm 2021, gồm:\n{lines}\n"
        "Điều 2. Phòng Tổ chức chịu trách nhiệm thi hành./.\n"
    )["awardees"]


def test_a_bulleted_unit_over_numbered_people_is_their_workplace() -> None:
    rows = listed("* Xí nghiệp Than Tây\n1. Ông Đỗ Bá Lộc, Quản đốc;\n* Xí nghiệp Cơ khí\n"
                  "2. Ông K' Brèo, Thợ lò;\n3. Bà Lê Thị Na, Thủ kho.")  # fmt: skip
    assert posts(rows) == [
        ("Đỗ Bá Lộc", "Quản đốc", "Xí nghiệp Than Tây"),
        ("K' Brèo", "Thợ lò", "Xí nghiệp Cơ khí"),
        ("Lê Thị Na", "Thủ kho", "Xí nghiệp Cơ khí"),
    ]


def test_the_last_unit_before_a_section_is_an_entry() -> None:
    rows = listed("A. TẬP THỂ\n1. Phòng Kỹ thuật\n2. Phòng Vật tư\nB. CÁ NHÂN\n"
                  "1. Ông Đỗ Bá Lộc, Thợ lò, Xí nghiệp Than Tây\n")  # fmt: skip
    assert [row["name"] for row in rows] == ["Phòng Kỹ thuật", "Phòng Vật tư", "Đỗ Bá Lộc"]


def test_a_dash_parts_a_bare_post_from_its_unit() -> None:
    rows = listed("1. Ông Đỗ Bá Lộc - Thợ lò - Phân xưởng Đào lò 2;\n"
                  "2. Bà Lê Thị Na - Trưởng phòng Tổ chức - Hành chính.")  # fmt: skip
    assert posts(rows) == [
        ("Đỗ Bá Lộc", "Thợ lò", "Phân xưởng Đào lò 2"),
        ("Lê Thị Na", "Trưởng phòng Tổ chức - Hành chính", None),
    ]


def test_an_owner_without_a_role_word_is_sure_by_the_post_behind() -> None:
    rows = report("Tiêu biểu là giải pháp “Chống thấm mái tôn” của Võ Tuyết, Phó Giám đốc, "
                  "Xí nghiệp Than Tây, giá trị làm lợi 62 triệu đồng.")["awardees"]  # fmt: skip
    assert posts(rows) == [("Võ Tuyết", "Phó Giám đốc", "Xí nghiệp Than Tây")]


def test_a_sentence_that_names_exemplary_units_is_no_section() -> None:
    rows = report("Các đơn vị tiêu biểu trong phong trào là: Trạm Y tế xã An Lạc, Trường THCS "
                  "Phú Điền.")["awardees"]  # fmt: skip
    assert [(row["name"], row["role"]) for row in rows] == [
        ("Trạm Y tế xã An Lạc", "exemplar"), ("Trường THCS Phú Điền", "exemplar"),
    ]  # fmt: skip


def test_names_in_capitals_may_hold_syllables_of_bodies() -> None:
    rows = listed("1. Ông HÀ TRƯỜNG BÚT, Thợ lò, Xí nghiệp Than Tây;\n"
                  "2. Ông Phạm Công An, Quản đốc, Xí nghiệp Than Tây.\n"
                  "Danh sách này có 02 người./.")  # fmt: skip
    assert posts(rows) == [
        ("Hà Trường Bút", "Thợ lò", "Xí nghiệp Than Tây"),
        ("Phạm Công An", "Quản đốc", "Xí nghiệp Than Tây"),
    ]


def test_a_collective_called_so_got_the_award() -> None:
    rows = report("Tập thể Phòng Kỹ thuật được Chủ tịch UBND tỉnh tặng Bằng khen.")["awardees"]
    assert [(row["name"], row["award_name"]) for row in rows] == [("Phòng Kỹ thuật", "Bằng khen")]


def test_an_organ_behind_a_dash_goes_with_the_post() -> None:
    rows = listed("1. Bà Lê Thị Na, Ủy viên Ban Thường vụ - CĐCS Trường THPT Phú Điền.")
    assert posts(rows) == [("Lê Thị Na", "Ủy viên Ban Thường vụ", "CĐCS Trường THPT Phú Điền")]


def test_an_award_whose_name_a_page_number_parts() -> None:
    rows = report("Trong năm, Chủ tịch UBND tỉnh đã xét và quyết định tặng Bằng\n\f2\nkhen cho "
                  "05 tập thể.")["figures"]  # fmt: skip
    assert [(row["value"], row["award_name"]) for row in rows] == [(5, "Bằng khen")]


@pytest.mark.parametrize(
    "giver",
    [
        "Giám đốc Trung tâm Y tế Cẩm Phong",
        "Giám đốc Sở Khoa học và Công nghệ",
        "Giám đốc Sở Văn hóa, Thể thao và Du lịch",
    ],
)
def test_the_giver_is_named_whole(giver: str) -> None:
    for sentence in (
        f"{giver} tặng Giấy khen cho 02 tập thể.", f"02 tập thể được {giver} tặng Giấy khen.",
        f"Kính đề nghị {giver} tặng Giấy khen cho 02 tập thể.",
    ):  # fmt: skip
        (figure,) = report(sentence)["figures"]
        assert (figure["conferred_by"], figure["award_name"]) == (giver, "Giấy khen")


def test_the_last_basis_may_end_with_a_comma() -> None:
    laid = tables(
        f"CÔNG TY CỔ PHẦN HẢI VÂN\n{STATE}Số: 37/TTr-HV\nTân Hải, ngày 12 tháng 7 năm 2022\n\n"
        "TỜ TRÌNH\nVề việc đề nghị khen thưởng\n\nKính gửi: Sở Công Thương\n"
        "Căn cứ Luật Thi đua, khen thưởng và các văn bản hướng dẫn thi hành của Chính phủ;\n"
        "Xét đề nghị của Trưởng phòng,\nCông ty Cổ phần Hải Vân đề nghị Sở Công Thương tặng Giấy "
        "khen cho các cá\nnhân sau:\n1. Ông Đỗ Bá Lộc, Thợ lò, Xí nghiệp Than Tây.\n"
    )
    assert [row["name"] for row in laid["awardees"]] == ["Đỗ Bá Lộc"]


def test_a_cited_document_known_by_its_year_keeps_its_issuer() -> None:
    rows = report("Thực hiện Quyết định số 12/QĐ-BNV năm 2019 của Bộ Nội vụ về việc khen thưởng.")
    assert [(r["cited_number"], r["cited_issuer"]) for r in rows["citations"]] == [
        ("12/QĐ-BNV", "Bộ Nội vụ")
    ]


def test_an_unnumbered_unit_over_numbered_people_is_their_workplace() -> None:
    rows = listed("Xí nghiệp Than Tây:\n\n1. Ông Đỗ Bá Lộc, Quản đốc;\n\nXí nghiệp Cơ khí\n\n"
                  "2. Bà Lê Thị Na, Thủ kho.")  # fmt: skip
    assert posts(rows) == [
        ("Đỗ Bá Lộc", "Quản đốc", "Xí nghiệp Than Tây"),
        ("Lê Thị Na", "Thủ kho", "Xí nghiệp Cơ khí"),
    ]


@pytest.mark.parametrize(
    ("printed", "award"),
    [
        ("tặng Băng khen", "Bằng khen"), ("tặng Giây khen", "Giấy khen"),
        ("công nhận danh hiệu Chiến sỹ thỉ đua cơ sở", "Chiến sĩ thi đua cơ sở"),
    ],
)  # fmt: skip
def test_misread_award_names_are_known(printed: str, award: str) -> None:
    (figure,) = report(f"Chủ tịch UBND huyện {printed} cho 05 cá nhân.")["figures"]
    assert (figure["award_name"], figure["quote"]) == (award, "05 cá nhân")


def test_a_phrase_of_the_letters_of_an_award_word_is_none() -> None:
    (figure,) = report("Nếu đủ điều kiện thì đưa 05 cá nhân đi học.")["figures"]
    assert figure["award_name"] is None


def test_a_full_line_goes_on_behind_the_page_break() -> None:
    lines = (
        "Trong những năm qua, phong trào thi đua được triển khai sâu rộng ở các\n"
        "đơn vị. Nhiều gương tiêu biểu như: ông Đỗ Bá Lộc, Phó Quản đốc,\n\n"
        "\f2\n\nXí nghiệp Than Tây; bà Lê Thị Na, Thủ kho, Xí nghiệp Cơ khí."
    )
    rows = report(lines)
    assert posts(rows["awardees"]) == [
        ("Đỗ Bá Lộc", "Phó Quản đốc", "Xí nghiệp Than Tây"),
        ("Lê Thị Na", "Thủ kho", "Xí nghiệp Cơ khí"),
    ]


def test_a_unit_whose_number_a_scan_lost_is_an_entry() -> None:
    rows = listed("I. TẬP THỂ\n1. Phòng Kỹ thuật;\nPhòng Vật tư;\n3. Phòng An toàn;")
    assert [row["name"] for row in rows] == ["Phòng Kỹ thuật", "Phòng Vật tư", "Phòng An toàn"]


def test_an_article_that_takes_up_the_title_is_no_copy_of_it() -> None:
    title = (
        "tặng Giấy khen của Hiệu trưởng Trường Tiểu học Phú Điền cho các\n"
        "tập thể, cá nhân đã có thành tích xuất sắc trong phong trào “Xanh -\n"
        "Sạch - Đẹp, bảo đảm an toàn vệ sinh lao động” năm 2012"
    )
    paper = (
        f"TRƯỜNG TIỂU HỌC PHÚ ĐIỀN\n{STATE}Số: 20/QĐ-TH\nTân Hải, ngày 12 tháng 7 năm 2012\n\n"
        f"QUYẾT ĐỊNH\nVề việc {title}\n\nCăn cứ Luật Thi đua, khen thưởng;\n\nQUYẾT ĐỊNH:\n\n"
        f"Điều 1. Tặng Giấy{title[9:]} (có danh sách kèm theo).\n\nHIỆU TRƯỞNG\n\nĐỗ Bá Lộc\n"
    )
    data = paper.encode()
    source = Source("paper.txt", hashlib.sha256(data).hexdigest(), len(data), "text/plain")
    (row,) = process(data, source, RULES).tables["documents"]
    assert str(row["subject"]).endswith("vệ sinh lao động” năm 2012")


def test_a_dash_that_a_full_line_put_first_opens_no_item() -> None:
    rows = report(
        "Trong những năm qua, phong trào thi đua được triển khai sâu rộng ở các\n"
        "đơn vị, doanh nghiệp. Nhiều gương tiêu biểu như: ông Đỗ Bá Lộc Thành\n"
        "- Quản đốc, Xí nghiệp Than Tây."
    )
    assert posts(rows["awardees"]) == [("Đỗ Bá Lộc Thành", "Quản đốc", "Xí nghiệp Than Tây")]


def test_a_heading_in_capitals_below_an_open_list_is_nobody() -> None:
    rows = listed("1. Ông Đỗ Bá Lộc, Quản đốc, Xí nghiệp Than Tây.\nII. ĐÁNH GIÁ CHUNG")
    assert [row["name"] for row in rows] == ["Đỗ Bá Lộc"]


def test_an_amount_whose_unit_was_left_over_for_the_next_line() -> None:
    rows = report(
        "Nhiều giải pháp của đoàn viên, người lao động được áp dụng vào sản xuất,\n"
        "tiêu biểu là giải pháp cải tiến máy nghiền, số tiền làm lợi 7.000.000\nVNĐ."
    )
    assert [(f["value"], f["unit"]) for f in rows["figures"]] == [(7_000_000, "vnd")]


def test_the_last_unit_before_a_closing_sentence_is_an_entry() -> None:
    rows = listed("I. TẬP THỂ\n\n1. Phòng Kỹ thuật\n\n2. Phòng Vật tư\n\n"
                  "Danh sách này có 02 tập thể./.")  # fmt: skip
    assert [row["name"] for row in rows] == ["Phòng Kỹ thuật", "Phòng Vật tư"]


def test_an_article_names_its_awardee_behind_a_long_giver() -> None:
    rows = tables(
        f"CÔNG TY CỔ PHẦN HẢI VÂN\n{STATE}Số: 37/QĐ-HV\nTân Hải, ngày 12 tháng 7 năm 2022\n\n"
        "QUYẾT ĐỊNH\nVề việc khen thưởng\n\nGIÁM ĐỐC\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Tặng Giấy khen "
        "của Giám đốc Công ty TNHH một thành viên Đường sắt An Trạch cho Bà Lê Thị Na - Kỹ sư, "
        "Đội Vận hành 2 đã có thành tích xuất sắc năm 2021.\n"
    )["awardees"]
    assert posts(rows) == [("Lê Thị Na", "Kỹ sư", "Đội Vận hành 2")]


def test_a_share_in_brackets_is_no_part_without_its_noun() -> None:
    rows = report("Đến nay 77/99 công đoàn cơ sở đã ký giao ước thi đua (đạt 77,8%).")["figures"]
    assert [(row["value"], row["unit"]) for row in rows] == [(77, "count"), (77.8, "percent")]
