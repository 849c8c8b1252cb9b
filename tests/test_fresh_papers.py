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


@pytest.mark.parametrize("mark", ["./.", "./", ".//.", " ./.", "."])
def test_the_end_mark_of_a_list_is_no_part_of_its_last_entry(mark: str) -> None:
    rows = tables(
        f"ỦY BAN NHÂN DÂN\nHUYỆN TÂN HẢI\n{STATE}Số: 15/QĐ-UBND\n"
        "Tân Hải, ngày 22 tháng 3 năm 2022\n\n"
        "QUYẾT ĐỊNH\nVề việc tặng Giấy khen năm 2021\n\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Tặng Giấy khen cho 01 tập thể, 02 cá nhân (có danh sách kèm theo).\n\n"
        "Điều 2. Quyết định có hiệu lực từ ngày ký./.\n\n"
        "Nơi nhận:\n- Như Điều 2.\n\nCHỦ TỊCH\n\nĐỗ Khắc Tiệp\n\n\n"
        "DANH SÁCH\n(Kèm theo Quyết định số 15/QĐ-UBND ngày 22 tháng 3 năm 2022)\n"
        f"I. Cá nhân\n1. Bà Mai Thị Lụa, kế toán{mark}\n"
        f"2. Ông Vương Đình Quý, kế toán, Trường Tiểu học An Lạc{mark}\n"
        f"II. Tập thể\n1. Hội Nông dân xã An Lạc{mark}\n"
    )["awardees"]
    assert posts(rows) == [
        ("Mai Thị Lụa", "kế toán", None),
        ("Vương Đình Quý", "kế toán", "Trường Tiểu học An Lạc"),
        ("Hội Nông dân xã An Lạc", None, None),
    ]


def test_the_closing_sentence_is_no_part_of_the_last_entry() -> None:
    rows = tables(
        f"HỘI NÔNG DÂN TỈNH VÂN KHÊ\n{STATE}Số: 15/TTr-HND\n"
        "Vân Khê, ngày 22 tháng 3 năm 2022\n\n"
        "TỜ TRÌNH\nVề việc đề nghị tặng Bằng khen năm 2021\n\n"
        "Kính gửi: Hội Nông dân Việt Nam.\n\n"
        "Hội Nông dân tỉnh Vân Khê đề nghị tặng Bằng khen cho 02 cá nhân sau:\n"
        "1. Ông Vương Đình Quý, Ủy viên Ban Chấp hành, Hội Nông dân xã An Lạc\n"
        "2. Bà Mai Thị Lụa, Phó Chủ tịch, Hội Nông dân xã Thạch Phú Đông\n"
        "Kính đề nghị Hội Nông dân Việt Nam xem xét, quyết định./.\n\n"
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nĐỗ Khắc Tiệp\n"
    )["awardees"]
    assert posts(rows) == [
        ("Vương Đình Quý", "Ủy viên Ban Chấp hành", "Hội Nông dân xã An Lạc"),
        ("Mai Thị Lụa", "Phó Chủ tịch", "Hội Nông dân xã Thạch Phú Đông"),
    ]
