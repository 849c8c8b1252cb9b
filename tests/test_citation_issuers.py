"""Who issued a cited document: named beside it, at the head or the end of a list, or nowhere."""

from __future__ import annotations

import pytest

from tests.cited import cite, short


def test_list_shares_type_and_issuer() -> None:
    text = "Thông tư số 05/2018/TT-BNV và số 11/2020/TT-BNV ngày 06/10/2020 của Bộ Nội vụ"
    assert [short(row) for row in cite(text)] == [
        ("TT", "05/2018/TT-BNV", None, "Bộ Nội vụ"),
        ("TT", "11/2020/TT-BNV", "2020-10-06", "Bộ Nội vụ"),
    ]


def test_a_list_takes_the_issuer_behind_its_last() -> None:
    text = (
        "Bộ Mẫu đổi mới tại Nghị quyết số 01/NQ-CP ngày 01/01/2021, Nghị quyết số 02/NQ-CP ngày "
        "02/01/2021, Nghị quyết số 58/NQ-CP ngày 08/6/2021 của Chính phủ"
    )
    assert [row.cited_issuer for row in cite(text)] == ["Chính phủ"] * 3


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Luật Mẫu số 29/2023/QHI5", ("L", "29/2023/QHI5", None, None)),
        ("theo số 29/2023/QHI5 nêu trên", (None, "29/2023/QHI5", None, None)),
        ("CHỈ THỊ SỐ 37-CT/TW CỦA BAN BÍ THƯ VỀ ĐỔI MỚI", ("CT", "37-CT/TW", None, "BAN BÍ THƯ")),
        ("Sắc-lệnh số 68-SL ngày 30-11-1945 của Bộ trưởng Bộ Mẫu ấn định thể lệ",
         ("SL", "68-SL", "1945-11-30", "Bộ trưởng Bộ Mẫu")),
        ("công văn hướng dẫn số 237/SNV-VP", ("CV", "237/SNV-VP", None, None)),
        ("văn bản số 103/BM-KTĐP &LT ngày 7/01/2008", ("CV", "103/BM-KTĐP&LT", "2008-01-07", None)),
        ("ngày 17-4-1961 Thủ tướng Chính phủ lại có Chỉ thị số 149-TTg",
         ("CT", "149-TTg", "1961-04-17", "Thủ tướng Chính phủ")),
        ("Văn bản số 348/KSTQ-VP của Cục Mẫu", ("CV", "348/KSTQ-VP", None, "Cục Mẫu")),
        ("theo quy định của Luật Mẫu số 93/2025/QH15", ("L", "93/2025/QH15", None, None)),
        ("Quyết định số 13/QĐ-CT.UB ngày 27/4/2004",
         ("QĐ", "13/QĐ-CT.UB", "2004-04-27", None)),
        ("Ban hành theo QĐ số: 99- TC/QĐ/CĐKT \t\tngày 2/11/1996",
         ("QĐ", "99-TC/QĐ/CĐKT", "1996-11-02", None)),
        ("công văn số 12/UBND-CN của Tập đoàn V/v “Một cửa”",
         ("CV", "12/UBND-CN", None, "Tập đoàn")),
        (", UBND cấp huyện triển khai theo yêu cầu của Sở Nội vụ tại Công văn số 7/SNV-VP",
         ("CV", "7/SNV-VP", None, "Sở Nội vụ")),
    ],
)  # fmt: skip
def test_type_and_issuer_that_are_no_default(text: str, want: tuple[str | None, ...]) -> None:
    (row,) = cite(text)
    assert short(row) == want


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("Giấy phép do Sở Xây dựng tỉnh Mẫu cấp theo Nghị định số 19/2017/NĐ-CP.", None),
        ("Căn cứ Nghị định số 19/2017/NĐ-CP của Chính phủ;", "Chính phủ"),
        ("Căn cứ Quyết định số 88/QĐ-TTg của Thủ tướng Chính phủ;", "Thủ tướng Chính phủ"),
    ],
)
def test_a_decree_is_given_by_the_government_alone(words: str, issuer: str | None) -> None:
    assert [c.cited_issuer for c in cite(words)] == [issuer]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Xét đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số 9/TTr-SKHCN,",
         "Giám đốc Sở Khoa học và Công nghệ"),
        ("Xét đề nghị của Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch tại Tờ trình số 9/TTr-BVHTTDL,",
         "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch"),
        ("Xét đề nghị của Chủ tịch Ủy ban nhân dân tỉnh Hải Sơn (Tờ trình số 2/TTr-UBND ngày "
         "27/02/2008),", "Chủ tịch Ủy ban nhân dân tỉnh Hải Sơn"),
        ("Nghị định số 13/2012/NĐ-CP ngày 02/3/2012 của Chính phủ Ban hành Điều lệ Mẫu;",
         "Chính phủ"),
        ("Chủ tịch nước vừa ký Quyết định số 2417 ngày 9/8/2014 tặng thưởng huân chương",
         "Chủ tịch nước"),
    ],
)  # fmt: skip
def test_a_body_is_named_whole_and_ends_where_the_verb_begins(text: str, want: str) -> None:
    assert [row.cited_issuer for row in cite(text)] == [want]


def test_each_of_two_who_ask_issued_the_paper_in_brackets_behind_it() -> None:
    rows = cite(
        "Xét đề nghị của Giám đốc Sở Y tế (Tờ trình số 12/TTr-SYT ngày 2/3/2018) và Trưởng ban "
        "Ban Thi đua - Khen thưởng tỉnh (Tờ trình số 70/TTr-BTĐKT ngày 7/3/2018),"
    )
    assert [row.cited_issuer for row in rows] == [
        "Giám đốc Sở Y tế",
        "Trưởng ban Ban Thi đua - Khen thưởng tỉnh",
    ]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        # a body with `và` in its name is one
        ("Xét đề nghị của Giám đốc Sở Tài nguyên và Môi trường tại Tờ trình số 6/TTr-STNMT",
         ("TTr", "6/TTr-STNMT", None, "Giám đốc Sở Tài nguyên và Môi trường")),
        ("theo ý kiến của Sở Kế hoạch và Đầu tư tại Công văn số 7/SKHĐT-KT",
         ("CV", "7/SKHĐT-KT", None, "Sở Kế hoạch và Đầu tư")),
        # a date that is none hides nothing
        ("Chỉ thị số 4/CT-UBND ngày 42/02/2018 của UBND huyện Mẫu",
         ("CT", "4/CT-UBND", None, "UBND huyện Mẫu")),
        ("Công văn số 5/UBND-VX ngày 12/4/20210 của UBND tỉnh",
         ("CV", "5/UBND-VX", None, "UBND tỉnh")),
        ("Quyết định số 2/QĐ-BCĐ ngày 22/01/2024 của Trưởng Ban Chỉ đạo 389 tỉnh về",
         ("QĐ", "2/QĐ-BCĐ", "2024-01-22", "Trưởng Ban Chỉ đạo 389 tỉnh")),
        ("dự toán tại Nghị quyết số 8/NQ-HĐND của HĐND tỉnh kinh phí còn lại",
         ("NQ", "8/NQ-HĐND", None, "HĐND tỉnh")),
        ("theo chỉ đạo của Thủ tướng Chính phủ tại Nghị quyết số 1/NQ-CP",
         ("NQ", "1/NQ-CP", None, None)),
        ("đã được UBND huyện Mẫu thu hồi đất của hộ dân tại Quyết định số 4/QĐ-UBND",
         ("QĐ", "4/QĐ-UBND", None, "UBND huyện Mẫu")),
        ("Tại Quyết định số 15/QĐ-UBND, ngày 12/3/2021, UBND tỉnh Mẫu đã tặng Bằng khen",
         ("QĐ", "15/QĐ-UBND", "2021-03-12", "UBND tỉnh Mẫu")),
        ("Quyết định số 9/QĐ-TTg của thủ tướng chính phủ",
         ("QĐ", "9/QĐ-TTg", None, "thủ tướng chính phủ")),
        ("Kế hoạch số 9/KH-UBND của ủy ban nhân dân tỉnh An Bình về thi đua",
         ("KH", "9/KH-UBND", None, "ủy ban nhân dân tỉnh An Bình")),
        ("Theo Quyết định số 15/QĐ-BNV, ngày 12/3/2021, UBND tỉnh Mẫu đã tặng Bằng khen",
         ("QĐ", "15/QĐ-BNV", "2021-03-12", None)),
    ],
)  # fmt: skip
def test_issuer_where_the_sentence_names_it(text: str, want: tuple[str | None, ...]) -> None:
    (row,) = cite(text)
    assert short(row) == want


def test_the_head_of_a_list_names_type_and_issuer_of_all() -> None:
    rows = cite(
        "theo ý kiến của Thường trực HĐND tỉnh tại các Công văn: số 87/HĐND-VP ngày 15/5/2024 về "
        "việc mua xe tại Quyết định số 13/QĐ-UBND, số 208/HĐND-VP và số 24/HĐND-VP; nêu tại Báo "
        "cáo số 3/BC-HĐND"
    )
    assert [(row.cited_type, row.cited_number, row.cited_issuer) for row in rows] == [
        ("CV", "87/HĐND-VP", "Thường trực HĐND tỉnh"),
        ("QĐ", "13/QĐ-UBND", None),
        ("CV", "208/HĐND-VP", "Thường trực HĐND tỉnh"),
        ("CV", "24/HĐND-VP", "Thường trực HĐND tỉnh"),
        ("BC", "3/BC-HĐND", None),
    ]


def test_the_head_of_a_list_ends_with_its_sentence() -> None:
    rows = cite(
        "các Thông tư của Bộ Mẫu: Thông tư số 5/2020/TT-BM, Thông tư số 6/2021/TT-BM. Ngoài ra, "
        "và Thông tư số 7/2022/TT-BM"
    )
    assert [row.cited_issuer for row in rows] == ["Bộ Mẫu", "Bộ Mẫu", None]


def test_papers_of_the_council_of_government() -> None:
    text = (
        "nghị quyết của Hội đồng Chính phủ (số 103-CP ngày 8-7-1963) và các nghị định số 19/CP, "
        "số 20/CP của Hội đồng Chính phủ đã ban hành ngày 29 tháng 6 năm 1960"
    )
    assert [short(row) for row in cite(text)] == [
        ("NQ", "103-CP", "1963-07-08", "Hội đồng Chính phủ"),
        ("NĐ", "19/CP", "1960-06-29", "Hội đồng Chính phủ"),
        ("NĐ", "20/CP", "1960-06-29", "Hội đồng Chính phủ"),
    ]


def test_who_gives_a_task_at_a_paper() -> None:
    (row,) = cite(
        "Cụ thể, tại Quyết định 1841/QĐ-TTg, Thủ tướng Chính phủ giao Bộ Tài chính cấp gạo"
    )
    assert row.cited_issuer == "Thủ tướng Chính phủ"


def test_ministries_together_issue_and_their_papers_are_annulled() -> None:
    text = (
        "Điều 3. – Điều 5 Nghị định số 18-NĐ ngày 17 tháng 11 năm 1954 và điều 2 Nghị định số "
        "19-NĐ ngày 17 tháng 11 năm 1954 của Liên bộ Thương binh, Tài chính, Y tế ấn định phụ cấp "
        "nay bãi bỏ."
    )
    assert [(row.cited_issuer, row.relation) for row in cite(text)] == [
        ("Liên bộ Thương binh, Tài chính, Y tế", "replaces")
    ] * 2


def test_what_a_title_calls_annulled_is_not() -> None:
    text = "Quyết định số 12/QĐ-UBND ngày 4/5/2020 về danh mục thủ tục hành chính bị bãi bỏ."
    assert [row.relation for row in cite(text)] == ["refers"]


def test_old_papers_take_the_place_of_others() -> None:
    rows = cite("Thông tư này thay thông tư số 05-TTg ngày 17-01-1962.")
    assert [row.relation for row in rows] == ["replaces"]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("được Chủ tịch UBND tỉnh Mẫu (trước sắp xếp) phê duyệt theo Quyết định số 8/QĐ-UBND",
         "Chủ tịch UBND tỉnh Mẫu"),
        ("Theo đề nghị của Hội Làm vườn, Hội Nuôi ong (cũ) và Giám đốc Sở Mẫu tại Tờ trình số "
         "……/TTr-SM ngày …./12/2025", "Giám đốc Sở Mẫu"),
        ("Tờ trình số ......./TTr-SM ngày ..../..../2025 của Sở Mẫu", "Sở Mẫu"),
        ("Phiếu chuyển số 455/PC-VP (20/8/2022) của Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh"),
        ("Sau khi nghe Sở Mẫu báo cáo (Báo cáo số 310/BC-SM ngày 20/6/2025)", "Sở Mẫu"),
        ("Sở Mẫu (Công văn số 911/SM-XD ngày 07/8/2024)", "Sở Mẫu"),
        ("Xét đề nghị của ông Lê Mẫu và của Giám đốc Sở Mẫu (Tờ trình số 4/TTr-SM)",
         "Giám đốc Sở Mẫu"),
        ("Xét đề nghị của Hội A, Hội B và Sở Mẫu (Tờ trình số 4/TTr-SM)", "Sở Mẫu"),
        ("UBND huyện Mẫu trình (Tờ trình số 16/TTr-UBND ngày 03/6/2022)", "UBND huyện Mẫu"),
    ],
)  # fmt: skip
def test_issuer_beside_a_bracket_and_a_blank_number(text: str, issuer: str) -> None:
    (row,) = cite(text)
    assert row.cited_issuer == issuer


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("các Quyết định số: 5/QĐ-SM, 6/QĐ-SM ngày 05/3/2020", ["2020-03-05"] * 2),
        ("Công văn số 15/SM-VP và số 16/SM-VP ngày 05/3/2020", ["2020-03-05"] * 2),
        ("Quyết định số 5/QĐ-SM ngày 04/3/2020, 6/QĐ-SM ngày 05/3/2020",
         ["2020-03-04", "2020-03-05"]),
        # each has its own type, subject, body or year
        ("Quyết định số 5/QĐ-SM và Quyết định số 6/QĐ-SM ngày 05/3/2020", [None, "2020-03-05"]),
        ("Quyết định số 5/QĐ-SM về thi đua, số 6/QĐ-SM ngày 05/3/2020", [None, "2020-03-05"]),
        ("Công văn số 5/SM-VP, số 6/UBND-VP ngày 05/3/2020", [None, "2020-03-05"]),
        ("Thông tư số 5/2019/TT-BM, số 6/2020/TT-BM ngày 05/3/2020", [None, "2020-03-05"]),
    ],
)  # fmt: skip
def test_bare_numbers_before_one_day_are_of_it(text: str, days: list[str | None]) -> None:
    rows = cite(text)
    assert [short(row)[2] for row in rows] == days
    assert days[0] != days[1] or (rows[0].confidence < 0.9 <= rows[1].confidence)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Thông tư số 15/2020/TT-BM ngày 26 tháng 5 năm 2020 và được sửa đổi, bổ sung tại Thông tư "
         "số 05/2021/TT-BM ngày 12/3/2021 của Bộ trưởng Bộ Mẫu", "Bộ trưởng Bộ Mẫu"),
        ("Quyết định số 5/QĐ-UBND ngày 2/3/2020 được thay thế bởi Quyết định số 12/QĐ-SM ngày "
         "3/4/2021 của Sở Mẫu", None),
        ("Thông tư số 15/2020/TT-BM ngày 26/5/2020 quy định tại Thông tư số 05/2021/TT-BM ngày "
         "12/3/2021 của Bộ trưởng Bộ Mẫu", None),
    ],
)  # fmt: skip
def test_who_amends_a_paper_issued_it(text: str, issuer: str | None) -> None:
    assert cite(text)[0].cited_issuer == issuer


def test_a_line_below_the_letters_stands_for_a_dash() -> None:
    text = "Căn cứ Quyết định số 10/2007/QĐ_BMAU ngày 11/5/2007 của Bộ Mẫu"
    assert [short(row) for row in cite(text)] == [("QĐ", "10/2007/QĐ-BMAU", "2007-05-11", "Bộ Mẫu")]


@pytest.mark.parametrize(
    "text",
    ["Sở Mẫu đã báo cáo Chủ tịch UBND tỉnh (Báo cáo số 5/BC-SM)",
     "hồ sơ trình UBND tỉnh (Tờ trình số 12/TTr-SM)"],
)  # fmt: skip
def test_whom_a_bracketed_paper_was_sent_to_did_not_issue_it(text: str) -> None:
    (row,) = cite(text)
    assert row.cited_issuer is None or row.cited_issuer == "Sở Mẫu"


def test_a_list_of_bodies_with_their_papers() -> None:
    text = (
        "ý kiến của Sở Mẫu (Công văn số 1/SM-A), UBND huyện Mẫu (Công văn số 2/UBND-B) và Sở "
        "Thử (Công văn số 3/ST-C)"
    )
    assert [row.cited_issuer for row in cite(text)] == ["Sở Mẫu", "UBND huyện Mẫu", "Sở Thử"]


def test_a_bracket_around_the_citation_closes_behind_its_date_only() -> None:
    (row,) = cite("Các đơn vị (Công văn số 15/SM-NS ngày 02/6/2022) của tỉnh Mẫu")
    assert row.cited_issuer is None


def test_an_office_whose_name_goes_on_in_small_letters() -> None:
    text = (
        "Theo đề nghị của Chánh Văn phòng Điều phối nông thôn mới tỉnh tại Tờ trình số 12/TTr-VPM "
        "ngày 11/01/2021"
    )
    assert [row.cited_issuer for row in cite(text)] == [
        "Chánh Văn phòng Điều phối nông thôn mới tỉnh"
    ]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Chỉ thị số 72-TTg/TN ngày 20-7-1971 của Thủ tướng",
         [("CT", "72-TTg/TN", "1971-07-20", "Thủ tướng")]),
        ("Thông tư số 5 NV/TC ngày 12-1-1959 của Bộ Nội vụ",
         [("TT", "5NV/TC", "1959-01-12", "Bộ Nội vụ")]),
        ("Thông tư liên bộ Mẫu - Y tế số 14/TTLB ngày 30/9/1995 hướng dẫn",
         [("TTLT", "14/TTLB", "1995-09-30", None)]),
        ("Công điện số 02/CĐ-UBND hồi 16 giờ 00 ngày 05/9/2024 của Chủ tịch UBND tỉnh",
         [("CĐ", "02/CĐ-UBND", "2024-09-05", "Chủ tịch UBND tỉnh")]),
        ("đề xuất của Sở Nội vụ (Văn bản số 29/SNV-VP ngày 20/11/2019)",
         [("CV", "29/SNV-VP", "2019-11-20", "Sở Nội vụ")]),
        ("Sắc lệnh số 63 ngày 22-11-1945 và số 77 ngày 21-12-1945 đặt ra",
         [("SL", "63", "1945-11-22", None), ("SL", "77", "1945-12-21", None)]),
        ("Công văn 4567 ngày 12/6/2019 của UBND tỉnh",
         [("CV", "4567", "2019-06-12", "UBND tỉnh")]),
        ("Nghị quyết số 18-NQ/TW (khóa XII) ngày 25/10/2017 về bộ máy",
         [("NQ", "18-NQ/TW", "2017-10-25", None)]),
        ("Thông tư số 5/2014/TT-BTC (sửa đổi bởi Thông tư số 9/2015/TT-BTC) của Bộ Tài chính",
         [("TT", "5/2014/TT-BTC", None, "Bộ Tài chính"),
          ("TT", "9/2015/TT-BTC", None, "Bộ Tài chính")]),
        ("Giấy phép số 33/GP-SCT ngày 22/7/2019 do Sở Công Thương cấp;",
         [(None, "33/GP-SCT", "2019-07-22", "Sở Công Thương")]),
        ("TAND huyện Mẫu đã ban hành Thông báo thụ lý vụ án số 112/TB-TLVA ngày 22/3/2021",
         [("TB", "112/TB-TLVA", "2021-03-22", "TAND huyện Mẫu")]),
        ("Luật số 59/2020/QH14 đã được Quốc hội khóa XIV, kỳ họp thứ 9 thông qua ngày 17/6/2020",
         [("L", "59/2020/QH14", "2020-06-17", "Quốc hội")]),
        ("Kế hoạch số 18/KH-TT của Trung tâm Xúc tiến Mẫu, Thương mại và Du lịch tỉnh;",
         [("KH", "18/KH-TT", None, "Trung tâm Xúc tiến Mẫu, Thương mại và Du lịch tỉnh")]),
        ("Công văn số 12/STC-NS ngày 3/3/2020 của Sở Tài chính, UBND huyện và các phòng báo cáo",
         [("CV", "12/STC-NS", "2020-03-03", "Sở Tài chính")]),
        ("ý kiến của Chủ tịch UBND tỉnh tại mục 3 Thông báo số 512/TB-UBND",
         [("TB", "512/TB-UBND", None, "Chủ tịch UBND tỉnh")]),
        ("báo cáo của Đoàn kiểm tra theo Quyết định số 30/QĐ-SNV",
         [("QĐ", "30/QĐ-SNV", None, None)]),
        ("Quyết định của Giám đốc Sở Nội vụ: số 11/QĐ-SNV ngày 2/3/2015 về thi đua",
         [("QĐ", "11/QĐ-SNV", "2015-03-02", "Giám đốc Sở Nội vụ")]),
        ("Phiếu chuyển số 34/VPCP-ĐMDN của Văn phòng Chính phủ (Cổng TTĐT) đề ngày 28/7/2020",
         [("PC", "34/VPCP-ĐMDN", "2020-07-28", "Văn phòng Chính phủ")]),
        ("Nghị định 31/2019/NĐ-CP ngày 10/4/2019 của CP;",
         [("NĐ", "31/2019/NĐ-CP", "2019-04-10", "CP")]),
        ("Công văn số 55-CV/VPTW/nb ngày 3/3/2019 của Văn phòng Trung ương",
         [("CV", "55-CV/VPTW/nb", "2019-03-03", "Văn phòng Trung ương")]),
        ("Quyết định số 11/QĐ-SNV ngày 20/01/2022 (bổ sung) của Sở Nội vụ và Biên bản kiểm phiếu",
         [("QĐ", "11/QĐ-SNV", "2022-01-20", "Sở Nội vụ")]),
        ("Tờ trình liên Sở số 45/TTrLS-SYT-STC ngày 4/4/2016",
         [("TTr", "45/TTrLS-SYT-STC", "2016-04-04", None)]),
        ("văn bản số 22/EVN-KD+CNTT ngày 29/4/2022 của Tập đoàn Mẫu",
         [("CV", "22/EVN-KD+CNTT", "2022-04-29", "Tập đoàn Mẫu")]),
        ("kiến nghị của Hội Mẫu (Văn bản số 9/SNV-VP ngày 2/6/2016)",
         [("CV", "9/SNV-VP", "2016-06-02", "Hội Mẫu")]),
        ("Công điện số 15 hồi 9h00 ngày 7/9/2024 của Ban Chỉ huy PCTT tỉnh",
         [("CĐ", "15", "2024-09-07", "Ban Chỉ huy PCTT tỉnh")]),
        ("Mệnh lệnh số 05/ML-TM ngày 15/11/2021", [(None, "05/ML-TM", "2021-11-15", None)]),
    ],
)  # fmt: skip
def test_what_stands_around_a_number(text: str, want: list[tuple[str | None, ...]]) -> None:
    assert [short(row) for row in cite(text)] == want


@pytest.mark.parametrize(
    "text",
    ["theo số liệu ngày 12/3/2020 và số 77 ngày 5/4/2020", "quyết định 30 ngày nghỉ",
     "Nhà số 15-A/HĐ của ông Mẫu", "phiếu số 5 NV/TC"],
)  # fmt: skip
def test_numbers_of_other_things(text: str) -> None:
    assert cite(text) == []
