"""What few papers say: each case is of the pattern that it names and fails without it."""

from __future__ import annotations

import hashlib

import pytest
from award_papers import HEAD, RULES, rows_of

from pipeline.document import process
from pipeline.model import Source

_REPORT = HEAD.format(symbol="BC-UBND", kind="BÁO CÁO", subject="Kết quả công tác năm 2024")
_DECISION = (
    HEAD.format(symbol="QĐ-UBND", kind="QUYẾT ĐỊNH", subject="Về việc khen thưởng")
    + "QUYẾT ĐỊNH:\nĐiều 1. "
)
_MINUTES = HEAD.format(symbol="BB-UBND", kind="BIÊN BẢN", subject="{subject}")
_FOOT = "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Mít\n\n"
_CERTIFICATE = """
ỦY BAN NHÂN DÂN HUYỆN GÒ MẬN

CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN GÒ MẬN

TẶNG

GIẤY KHEN

Ông: LÊ VĂN KHẾ
{post}

Đã có thành tích xuất sắc trong công tác năm 2024

Số: 31/QĐ-UBND
Gò Mận, ngày 04 tháng 2 năm 2025
CHỦ TỊCH
Vũ Thị Na
"""
Row = tuple[object, ...]


def _read(words: str, table: str, *columns: str) -> list[Row]:
    return [tuple(row[c] for c in columns) for row in rows_of(words).get(table, [])]


def _site(body: str) -> dict[str, list[dict[str, object]]]:
    data = f"<html><body>{body}</body></html>".encode()
    source = Source("trang.html", hashlib.sha256(data).hexdigest(), len(data), "text/html")
    return dict(process(data, source, RULES).tables)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(_CERTIFICATE.format(post="Là giáo viên Trường Tiểu học Gò Mận"),
            [("Lê Văn Khế", "giáo viên", "Trường Tiểu học Gò Mận")],
            id="awardees.certificates_post_label"),
        pytest.param(_DECISION + "Tặng Giấy khen cho các tập thể: Phòng Tài chính, Sở Y tế và các "
            "cá nhân có thành tích.", [("Phòng Tài chính", None, "Sở Y tế")],
            id="extract.bodies_others_behind"),
        pytest.param(_DECISION + "Tặng Giấy khen cho các tập thể: Hội Nông dân; Hội Nông dân xã "
            "Mận Bình, Hội Nông dân huyện Gò Mận; Tổ 5.",
            [("Hội Nông dân", None, None), ("Hội Nông dân xã Mận Bình", None, "Hội Nông dân huyện "
            "Gò Mận"), ("Tổ 5", None, None)], id="recipients.of_area"),
        pytest.param(_DECISION + "Tặng Giấy khen cho các hộ gia đình:\n1. Hộ bà Vũ Thị Na, chồng "
            "là ông Lê Văn Khế, thôn Đông.\n2. Hộ ông Lê Văn Mít, thôn Đoài.",
            [("Hộ bà Vũ Thị Na, chồng là ông Lê Văn Khế", None, "thôn Đông"),
             ("Hộ ông Lê Văn Mít", None, "thôn Đoài")], id="recipients.couples_husband"),
        pytest.param(_DECISION + "Tặng Giấy khen cho hộ ông Lê Văn Khế, bà Vũ Thị Na, ông Lê Văn "
            "Mít.", [("hộ ông Lê Văn Khế", None, None), ("Vũ Thị Na", None, None),
            ("Lê Văn Mít", None, None)], id="recipients.couples_third"),
        pytest.param(_DECISION + "Tặng Cờ thi đua cho hai phường: Khế Hạ và Khế Thượng.",
            [("phường Khế Hạ", None, None), ("phường Khế Thượng", None, None)],
            id="recipients.headed_one_area"),
        pytest.param(_DECISION + "Tặng Bằng khen cho Công ty Gạch Gò Mận, Tổng công ty Mận Bình.",
            [("Công ty Gạch Gò Mận", None, "Tổng công ty Mận Bình")],
            id="recipients.pairs_highest"),
        pytest.param(_REPORT + "Các điển hình tiên tiến tiêu biểu:\n- Tập thể: Phòng Nội vụ, Phòng "
            "Tài chính;\n- Cá nhân: Lê Văn Khế, Vũ Thị Na.",
            [("Phòng Nội vụ", None, None), ("Phòng Tài chính", None, None),
             ("Lê Văn Khế", None, None), ("Vũ Thị Na", None, None)], id="lists.examples_group"),
    ],
)  # fmt: skip
def test_posts_and_units(words: str, expected: list[Row]) -> None:
    assert _read(words, "awardees", "name", "position", "workplace") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(_REPORT + "Hội đồng không đề nghị tặng Huân chương Lao động hạng Ba mà đề "
            "nghị tặng Bằng khen của Thủ tướng Chính phủ cho ông Lê Văn Khế.",
            [("Lê Văn Khế", "nominee", "Bằng khen")], id="clauses.turned_down_instead"),
        pytest.param(_MINUTES.format(subject="Họp xét thi đua") + "Hội đồng nhất trí tặng danh "
            "hiệu Chiến sĩ thi đua cơ sở cho ông Lê Văn Khế và bà Vũ Thị Na không đạt tỷ lệ phiếu.",
            [("Lê Văn Khế", "nominee", "Chiến sĩ thi đua cơ sở"),
             ("Vũ Thị Na", "nominee", "Chiến sĩ thi đua cơ sở")], id="clauses.turned_down_asks"),
        pytest.param(_MINUTES.format(subject="Hội nghị cán bộ, viên chức xét thi đua năm 2024")
            + "Hội nghị nhất trí tặng danh hiệu Lao động tiên tiến cho bà Vũ Thị Na.",
            [("Vũ Thị Na", "nominee", "Lao động tiên tiến")], id="link.deciding_settles"),
        pytest.param("TRƯỜNG TIỂU HỌC GÒ MẬN\n\nBan Chấp hành thống nhất đề nghị:\n- Chủ tịch UBND "
            "huyện tặng Giấy khen cho ông Lê Văn Khế, giáo viên.\n",
            [("Lê Văn Khế", "nominee", "Giấy khen")], id="link.deciding_asks"),
        pytest.param(_DECISION + "Công nhận sáng kiến “Máy sấy ngô” của ông Lê Văn Khế.\nĐiều 2. "
            "Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho các tác giả có tên tại Điều 1.",
            [("Lê Văn Khế", "author", None)], id="lists.authors_gives_nothing"),
        pytest.param(HEAD.format(symbol="KH-UBND", kind="KẾ HOẠCH", subject="Tổ chức hội thi")
            + "Thí sinh đạt giải sẽ được tặng Giấy khen\nSTT\tHọ và tên\tĐơn vị\n1\tLê Văn Khế\t"
            "Phòng Nội vụ\n2\tVũ Thị Na\tPhòng Tài chính", [], id="lists.opening_of_others"),
        pytest.param(_REPORT + "Tặng Giấy khen và trao giải thưởng cho các thí sinh sau:\nGiải "
            "Nhất\n1. Lê Văn Khế, Trường Tiểu học Gò Mận\nGiải Nhì\n2. Vũ Thị Na, Tổ 5",
            [("Lê Văn Khế", "awardee", "Giải Nhất"), ("Vũ Thị Na", "awardee", "Giải Nhì")],
            id="lists.prize_lines_gives_prizes"),
        pytest.param(_REPORT + "Trao giải Nhất cho giải pháp “Máy sấy ngô” của ông Lê Văn Khế, "
            "giải pháp “Bến đò” của bà Vũ Thị Na đạt yêu cầu.",
            [("Lê Văn Khế", "awardee", "Giải Nhất"), ("Vũ Thị Na", "author", None)],
            id="prose.behind_title_won_another"),
        pytest.param(_REPORT + "Thầy Lê Văn Khế trao quà cho em Vũ Thị Na được Chủ tịch UBND huyện "
            "tặng Giấy khen.", [("Vũ Thị Na", "awardee", "Giấy khen")],
            id="prose.beside_other_named"),
        pytest.param(_REPORT + "Bà Vũ Thị Na, vợ ông Lê Văn Khế, người đã được Chủ tịch UBND huyện "
            "tặng Giấy khen năm 2023.", [("Lê Văn Khế", "awardee", "Giấy khen")],
            id="prose.beside_kin"),
        pytest.param(_REPORT + "02 tập thể (Tổ Hàn, Tổ Nguội) bị loại được tặng Giấy khen.", [],
            id="prose.bracketed_dropped"),
        pytest.param(_REPORT + "Giấy khen năm 2024: Hội Nông dân huyện Gò Mận tặng cho ông Lê Văn "
            "Khế; bà Vũ Thị Na.", [("Lê Văn Khế", "awardee", "Giấy khen"),
            ("Vũ Thị Na", "awardee", "Giấy khen")], id="prose.named_gives"),
        pytest.param(_REPORT + "Giải Nhất: tác phẩm “Bến đò” của tác giả Lê Văn Khế; tác phẩm “Mùa "
            "ngô” của tác giả Vũ Thị Na được khen.", [("Lê Văn Khế", "awardee", "Giải Nhất")],
            id="prose.works_own_prize"),
    ],
)  # fmt: skip
def test_who_is_given_what(words: str, expected: list[Row]) -> None:
    assert _read(words, "awardees", "name", "role", "award_name") == expected


def test_a_deputy_among_the_posts_of_a_giver_gives_nothing_himself() -> None:
    words = "Ông Vũ Văn Na được Chủ tịch HĐND huyện, nguyên Chủ tịch UBND huyện Gò Mận {verb}."
    for verb in ("tặng Giấy khen", "trao tặng Giấy khen"):
        rows = _read(_REPORT + words.format(verb=verb), "awardees", "name", "conferred_by")
        assert rows == [("Vũ Văn Na", None)]


def test_a_list_of_its_own_names_the_decision_that_it_belongs_to() -> None:
    words = (
        "DANH SÁCH CÁC CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN\n(Kèm theo Quyết định số 12/QĐ-UBND ngày "
        "05/3/2023 của UBND huyện Gò Mận)\n\n1. Lê Văn Khế, Phòng Nội vụ\n2. Vũ Thị Na, Tổ 5\n"
    )
    assert _read(words, "awardees", "name", "decision", "year") == [
        ("Lê Văn Khế", "12/QĐ-UBND", 2023),
        ("Vũ Thị Na", "12/QĐ-UBND", 2023),
    ]


def test_what_is_asked_is_doubted() -> None:
    words = "Phòng Nội vụ huyện Gò Mận được Chủ tịch UBND tỉnh tặng Bằng khen năm 2023{end}"
    (told,) = _read(_REPORT + words.format(end="."), "awardees", "confidence")
    (asked,) = _read(_REPORT + words.format(end=" có đúng không?"), "awardees", "confidence")
    assert (told, asked) == ((0.9,), (0.85,))


def test_an_article_ends_a_table_that_was_left_in_the_text() -> None:
    words = (
        "Tặng Giấy khen cho các cá nhân sau:\n\nTT\nHọ và tên\nChức vụ\n1. Hồ Văn Na\nĐiều 2. Tặng "
        "Giấy khen cho ông Lê Văn Mít, Phòng Tài chính."
    )
    rows = _read(_DECISION + words, "awardees", "name", "confidence")
    assert ("Lê Văn Mít", 0.95) in rows


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Đã hỗ trợ 00.000 đồng; toàn xã với 4. 673 nhân khẩu.", [],
            id="figure_not.torn"),
        pytest.param("Đã giải quyết trợ cấp BHXH 1 lần cho 12 đoàn viên.", [(12.0, "result")],
            id="figure_not.at_once"),
        pytest.param("Gửi kèm mẫu (ngày tháng năm 20 hộ dân ký).", [],
            id="figure_not.blank_year"),
        pytest.param("Kết quả so với mục tiêu phấn đấu:\n- Kết nạp 12 đoàn viên;\n- Thành lập 3 "
            "công đoàn cơ sở.", [(12.0, "result"), (3.0, "result")], id="counts.aims_compared"),
        pytest.param("ĐẠI HỘI GIAO CHỈ TIÊU\n\nSố đoàn viên: 12 đoàn viên; có 3 tổ công đoàn.",
            [(12.0, "result"), (3.0, "result")], id="counts.roles_meeting"),
        pytest.param("Tỷ lệ 100%, trong đó 60% kế hoạch, 40% dự toán.",
            [(100.0, "result"), (60.0, "result"), (40.0, "result")], id="totals.changes_of_plan"),
        pytest.param("Nhận 20 đơn, đã giải quyết 12 đơn, giảm 3 đơn, còn lại 5 đơn.",
            [(20.0, "result"), (12.0, "part"), (3.0, "result"), (5.0, "part")],
            id="totals.left_over_done"),
        pytest.param("Toàn huyện có 20 sáng kiến, gồm:\n- Cấp tỉnh, trong đó 12 sáng kiến về nông "
            "nghiệp;\n- Cấp huyện: 8 sáng kiến.\n- Cấp xã: 12 sáng kiến",
            [(20.0, "total"), (12.0, "result"), (8.0, "part"), (12.0, "part")],
            id="totals.listed_parts_nested"),
    ],
)  # fmt: skip
def test_figures(words: str, expected: list[Row]) -> None:
    assert _read(_REPORT + words, "figures", "value", "role") == expected


def test_the_conclusion_of_an_inspection_reports_and_orders_nothing() -> None:
    words = "1. Ủy ban nhân dân xã rà soát 12 hộ; cấp 3 giấy chứng nhận."
    for subject, role in (("kiểm tra việc lãnh đạo", "result"), ("về phát triển kinh tế", None)):
        head = HEAD.format(symbol="KL/HU", kind="KẾT LUẬN", subject=f"Kết luận {subject}")
        assert _read(head + words, "figures", "value", "role") == [(12.0, role), (3.0, role)]


def test_a_count_behind_a_verb_is_reported_though_the_name_was_read_too_far() -> None:
    words = "Tặng Giấy khen cho Công đoàn Trường Mầm non Gò Mận tăng 5 đoàn viên."
    assert _read(_DECISION + words, "figures", "value", "counted") == [(5.0, "đoàn viên")]


def test_columns_of_amounts_and_cells_of_units() -> None:
    head = "".join(f"<p>{line}</p>" for line in _REPORT.split("\n") if line.strip())
    loans = "<table><tr><td>{}</td></tr></table>".format(
        "</td></tr><tr><td>".join(
            "</td><td>".join(row)
            for row in (("STT", "Xã", "Dư nợ", "Số hộ vay"), ("1", "Gò Mận", "1.250", "12"))
        )
    )
    figures = _site(f"{head}<p>Đơn vị tính: triệu đồng</p>{loans}")["figures"]
    assert [(f["value"], f["unit"]) for f in figures] == [(1.25e9, "vnd"), (12.0, "count")]
    sums = (
        "<table><tr><td>Tổng thu:</td><td>26.536.722</td><td>triệu đồng</td></tr>"
        "<tr><td>Tổng chi:</td><td>20.536.722</td><td>triệu đồng</td></tr></table>"
    )
    figures = _site(f"<p>BÁO CÁO</p>{sums}")["figures"]
    assert [f["value"] for f in figures] == [26_536_722e6, 20_536_722e6]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Hội nghị họp ngày 12/8 năm 2020 tại huyện.",
            ("2020-08-12", "2020-08-12", "event"), id="date.mixed"),
        pytest.param("Các xã gửi báo cáo chậm nhất tháng 11/2019.",
            ("2019-11-30", "2019-11-30", "deadline"), id="date.before_month"),
        pytest.param("Đến hết năm 2020, toàn huyện có 12 xã.",
            ("2020-12-31", "2020-12-31", "period"), id="date.until_year"),
        pytest.param(_FOOT + "PHỤ LỤC\nDANH SÁCH KHEN THƯỞNG KÈM THEO QUYẾT ĐỊNH NGÀY 05/3/2025\n"
            "1. Bà Vũ Thị Na", ("2025-03-05", "2025-03-05", "issued"), id="date.enclosed_before"),
    ],
)  # fmt: skip
def test_days(words: str, expected: Row) -> None:
    start, end, role = _read(_REPORT + words, "dates", "date_start", "date_end", "role")[-1]
    assert (str(start), str(end), role) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Thực hiện Quyết định số 12/QĐ*-BTĐ ngày 05/3/2024.", [], id="symbol.torn"),
        pytest.param("Công bố Nghị định sửa đổi, bổ sung Nghị định số 12/2020/NĐ-CP ngày "
            "05/3/2020.", [("12/2020/NĐ-CP", "refers")], id="citation.other_paper"),
    ],
)  # fmt: skip
def test_numbers_of_papers(words: str, expected: list[Row]) -> None:
    assert _read(_DECISION + words, "citations", "cited_number", "relation") == expected


def test_titles_whose_closing_mark_is_lost() -> None:
    words = (
        "Ông Lê Văn Khế có sáng kiến “Máy sấy ngô, số tiền làm lợi 85 triệu đồng.\nBà Vũ Thị Na "
        "với đề tài “Bến đò; ông Lê Văn Mít với giải pháp “Mùa ngô” của tổ."
    )
    assert [t for (t,) in _read(_REPORT + words, "initiatives", "title")] == [
        "Máy sấy ngô", "Bến đò", "Mùa ngô",
    ]  # fmt: skip


_TOP = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
_OPENING = "Gò Mận, ngày 04 tháng 2 năm 2025\n\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Số hiệu: 12-TTg     Loại văn bản: Chỉ thị\nNơi ban hành: Thủ tướng Chính phủ"
            f"\n\nTHỦ TƯỚNG CHÍNH PHỦ\n{_TOP}Số: 12-TTg\n{_OPENING}Về phòng chống cháy rừng\n",
            ("CT", "THỦ TƯỚNG CHÍNH PHỦ", None), id="layout.type_attribute"),
        pytest.param(f"Số: 31/QĐ-LĐLĐ\n{_OPENING}QUYẾT ĐỊNH\nVề việc khen thưởng\n\nBAN THƯỜNG VỤ "
            "LIÊN ĐOÀN LAO ĐỘNG HUYỆN GÒ MẬN\n\nCăn cứ Luật Thi đua, khen thưởng;\n\nQUYẾT ĐỊNH:\n"
            "Điều 1. Tặng Giấy khen cho ông Lê Văn Khế.",
            ("QĐ", "LIÊN ĐOÀN LAO ĐỘNG HUYỆN GÒ MẬN", "khen thưởng"), id="zones.lost_issuer_organ"),
        pytest.param(f"UBND tỉnh Gò Mận thông báo\nSố: 31/TB-SYT\n{_OPENING}THÔNG BÁO\nVề việc "
            "nghỉ lễ\n\nCác xã trực 12 ngày.", ("TB", "Sở Y tế", "nghỉ lễ"),
            id="zones.lost_issuer_does"),
        pytest.param(HEAD.format(symbol="BC-UBND", kind="BÁO CÁO", subject="Kết quả thi đua năm "
            "2024;\nPhương hướng, nhiệm vụ năm 2025") + "1. Kết quả\nĐã khen 12 người.",
            ("BC", "ỦY BAN NHÂN DÂN HUYỆN GÒ MẬN",
             "Kết quả thi đua năm 2024; Phương hướng, nhiệm vụ năm 2025"),
            id="zones.subject_further"),
        pytest.param(_DECISION + "Khen thưởng ông Lê Văn Khế." + _FOOT + "\nMẫu số 1\nTÊN CƠ QUAN"
            f"\n{_TOP}Số: 15/BC-UBND\n{_OPENING}BÁO CÁO\nKết quả khen thưởng\n\nKính gửi: Ủy ban "
            "nhân dân huyện.\nĐã khen 12 người." + _FOOT,
            ("QĐ", "ỦY BAN NHÂN DÂN HUYỆN GÒ MẬN", "khen thưởng"), id="zones.dispatches_form"),
    ],
)  # fmt: skip
def test_heads(words: str, expected: Row) -> None:
    assert _read(words, "documents", "doc_type", "issuer", "subject") == [expected]


def test_the_attributes_that_a_site_prints_above_a_paper_are_not_its_head() -> None:
    (paper,) = _site(
        "<p>Chỉ thị phòng cháy rừng</p><table><tr><td>Số hiệu:</td><td>12/CT-UBND</td></tr>"
        "<tr><td>Loại văn bản:</td><td>Chỉ thị</td></tr></table>"
        "<p>ỦY BAN NHÂN DÂN HUYỆN GÒ MẬN</p><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - "
        "Tự do - Hạnh phúc</p><p>Số: 12/CT-UBND</p><p>Gò Mận, ngày 04 tháng 2 năm 2025</p><p>CHỈ "
        "THỊ</p><p>Về việc phòng cháy rừng</p><p>Các xã rà soát 12 hộ.</p>"
    )["documents"]
    assert (paper["doc_type"], paper["doc_number"], paper["issuer"]) == (
        "CT", "12/CT-UBND", "ỦY BAN NHÂN DÂN HUYỆN GÒ MẬN",
    )  # fmt: skip
