"""Citations: type, number, date, issuer, subject and relation, alone and in lists."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.citations import extract_citations
from pipeline.model import Appendix, Block, BlockKind, CitationMention, Dispatch, Field, Head, Text
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def cite(
    text: str, kind: BlockKind = "paragraph", own: str | None = None, annex: bool = False
) -> list[CitationMention]:
    block = Block(kind, 0, len(text), 1, text, part=int(annex))
    number = Field(own, 0, 1, "symbol.state") if own else None
    annexes = (Appendix(1, "DANH SÁCH", 0, len(text), (0, len(text))),) if annex else ()
    head = Head(doc_number=number)
    dispatch = Dispatch(Text(text, (), (), ()), head, (block,), (), annexes)
    return list(extract_citations(dispatch, RULES))


def short(row: CitationMention) -> tuple[str | None, str | None, str | None, str | None]:
    on = row.cited_on.isoformat() if row.cited_on else None
    return row.cited_type, row.cited_number, on, row.cited_issuer


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "theo Quyết định số 4321/QĐ-TLĐ, ngày 15/3/2019 của Tổng Liên đoàn Lao động Việt Nam",
            ("QĐ", "4321/QĐ-TLĐ", "2019-03-15", "Tổng Liên đoàn Lao động Việt Nam"),
        ),
        ("Chỉ thị số 19 -CT/TW của Ban Bí thư (khóa IX) về dạy nghề",
         ("CT", "19-CT/TW", None, "Ban Bí thư (khóa IX)")),
        ("Công văn số 5432/BC-SXD ngày 07/9/2021 của Sở Xây dựng",
         ("CV", "5432/BC-SXD", "2021-09-07", "Sở Xây dựng")),
        ("Quy chế số 1547/QĐ - TLĐ", ("QC", "1547/QĐ-TLĐ", None, None)),
        ("Luật Mẫu, Thử số 06/2022/QH15", ("L", "06/2022/QH15", None, None)),
        ("Nghị quyết số 202/2025/QH15 của Quốc hội", ("NQ", "202/2025/QH15", None, "Quốc hội")),
        ("Nghị quyết 57 của Bộ Chính trị", ("NQ", "57", None, "Bộ Chính trị")),
        ("Quyết định số 9/2015/QĐ-UBND tỉnh Bắc Nam về “Một cửa”",
         ("QĐ", "9/2015/QĐ-UBND", None, "UBND tỉnh Bắc Nam")),
        ("Ngày 17/03/2023, Ban Thường vụ Công đoàn ngành đã ban hành Kế hoạch số 17/KH-CĐN",
         ("KH", "17/KH-CĐN", "2023-03-17", "Ban Thường vụ Công đoàn ngành")),
        ("Theo đề nghị của Giám đốc Sở Công Thương tại Tờ trình số 27/TTr-SCT ngày 28/6/2019",
         ("TTr", "27/TTr-SCT", "2019-06-28", "Giám đốc Sở Công Thương")),
        ("Giám đốc Sở Nội vụ tại Tờ trình số   /TTr-SNV ngày   /4/2019",
         ("TTr", "/TTr-SNV", None, None)),
        ("Tờ trình số 45/TTr-SCTngày 12/5/2015 của Sở Công Thương",
         ("TTr", "45/TTr-SCT", "2015-05-12", "Sở Công Thương")),
        ("Kế hoạch số 298 KH/TWĐTN ngày 14/7/2011 của Ban Chấp hành Trung ương Đoàn",
         ("KH", "298KH/TWĐTN", "2011-07-14", "Ban Chấp hành Trung ương Đoàn")),
        ("Căn cứ Pháp lệnh số 28/2005/PL-UBTVQH11ngày 13/12/2005",
         ("PL", "28/2005/PL-UBTVQH11", "2005-12-13", None)),
        ("tiếp theo Thông tư số 1519-P4A ngày 09-6-1956 về con dấu",
         ("TT", "1519-P4A", "1956-06-09", None)),
        ("Hướng dẫn số 96-HD/BTGTW của Ban Tuyên giáo Trung ương tuyên truyền kỷ niệm",
         ("HD", "96-HD/BTGTW", None, "Ban Tuyên giáo Trung ương")),
        ("Can cu Nghi dinh so 42/2010/ND-CP ngay 15 thang 4 nam 2010",
         ("NĐ", "42/2010/NĐ-CP", "2010-04-15", None)),
        ("Nghị định của Chính phủ số 31-CP", ("NĐ", "31-CP", None, "Chính phủ")),
        ("Theo đề nghị của Sở Giao thông vận tải tại Công văn số 5/SGTVT-HT",
         ("CV", "5/SGTVT-HT", None, "Sở Giao thông vận tải")),
        ("Thông tư số 5/2019/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch, các đơn vị",
         ("TT", "5/2019/TT-BVHTTDL", None, "Bộ Văn hóa, Thể thao và Du lịch")),
    ],
)  # fmt: skip
def test_one_citation(text: str, want: tuple[str | None, ...]) -> None:
    (row,) = cite(text)
    assert short(row) == want


def test_list_shares_type_and_issuer() -> None:
    text = "Thông tư số 05/2018/TT-BNV và số 11/2020/TT-BNV ngày 06/10/2020 của Bộ Nội vụ"
    assert [short(row) for row in cite(text)] == [
        ("TT", "05/2018/TT-BNV", None, "Bộ Nội vụ"),
        ("TT", "11/2020/TT-BNV", "2020-10-06", "Bộ Nội vụ"),
    ]


def test_bare_number_gives_way_to_the_fuller_mention() -> None:
    rows = cite("Nghị định 07 của Chính phủ; Nghị định 07/NĐ-CP của Chính phủ")
    assert [row.cited_number for row in rows] == ["07/NĐ-CP"]
    assert rows[0].is_partial


def test_the_code_of_the_letter_itself_is_an_office_and_no_type() -> None:
    text = "Hóa đơn lập theo 77/CT-TTHT ngày 12/12/2013, Chỉ thị số 5/CT-UBND"
    head = Head(doc_type="CV", symbol="CT-CS")
    block = Block("paragraph", 0, len(text), 1, text)
    rows = extract_citations(Dispatch(Text(text, (), (), ()), head, (block,), (), ()), RULES)
    assert [row.cited_type for row in rows] == ["CV", "CT"]


def test_own_number_is_no_citation() -> None:
    text = "Quyết định số 7/QĐ-SNV và Quyết định số /QĐ-SNV"
    assert cite(text, own="7/QĐ-SNV") == []


def test_annex_line_is_no_citation() -> None:
    assert cite("(Kèm theo Quyết định số 71/QĐ-SNV ngày 5/6/2021)", "appendix", annex=True) == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Điều 1. Sửa đổi, bổ sung, bãi bỏ một số điều, khoản của Nghị định số 63/2010/NĐ-CP",
         "amends"),
        ("Sửa đổi một số điều của Quy chế thi đua, khen thưởng trên địa bàn tỉnh ban hành kèm theo"
         " Quyết định số 13/2018/QĐ-UBND", "amends"),
        ("Căn cứ Nghị định số 91/2017/NĐ-CP", "basis"),
        ("Thực hiện Kế hoạch số 5/KH-UBND", "implements"),
        ("sửa đổi, bổ sung một số điều của Quyết định số 5/QĐ-UBND", "amends"),
        ("Quyết định này thay thế Quyết định số 5/QĐ-UBND", "replaces"),
        ("nêu tại Báo cáo số 5/BC-UBND", "refers"),
        ("hồ sơ thực hiện theo quy định tại Nghị định số 5/2020/NĐ-CP", "refers"),
        ("Xét tặng cho tập thể theo Điều 9, Nghị định số 5/2020/NĐ-CP", "refers"),
        ("danh mục thay thế được công bố tại Quyết định số 5/QĐ-UBND", "refers"),
        ("bãi bỏ khoản 7 Điều 2 Quyết định số 5/QĐ-UBND", "replaces"),
        ("Bộ trưởng ban hành Thông tư sửa đổi khoản 2 Điều 5 Thông tư số 5/2020/TT-BNV", "amends"),
        ("theo Luật sửa đổi, bổ sung một số điều của Luật Mẫu số 5/2020/QH14", "refers"),
    ],
)  # fmt: skip
def test_relation(text: str, relation: str) -> None:
    (row,) = cite(text)
    assert row.relation == relation


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Căn cứ Nghị định số 7/2021/NĐ-CP sửa đổi, bổ sung một số điều của "
            "Nghị định số 5/2020/NĐ-CP",
            ["basis", "basis"],
        ),
        (
            "theo Thông tư số 7/2021/TT-BTC ngày 5/6/2021 của Bộ Tài chính về sửa đổi, bổ sung "
            "Thông tư số 5/2020/TT-BTC",
            ["refers", "refers"],
        ),
        (
            "Thực hiện Thông tư số 7/2021/TT-BTC, hướng dẫn thi hành Nghị định số 5/2020/NĐ-CP",
            ["implements", "refers"],
        ),
        (
            "Thông tư này thay thế Thông tư số 5/2018/TT-BTC, Thông tư số 6/2019/TT-BTC",
            ["replaces", "replaces"],
        ),
        (
            "Quyết định này thay thế Quyết định số 5/2018/QĐ-UBND của UBND tỉnh ban hành Quy chế "
            "mẫu và Quyết định số 6/2019/QĐ-UBND",
            ["replaces", "replaces"],
        ),
        (
            "thay thế Thông tư số 5/2018/TT-BTC quy định chi tiết Luật Mẫu và Nghị định số "
            "6/2019/NĐ-CP",
            ["replaces", "refers"],
        ),
        ("Thực hiện Kế hoạch số 5/KH-UBND và Công văn số 6/UBND-VX", ["implements"] * 2),
    ],
)
def test_relation_among_several(text: str, relations: list[str]) -> None:
    assert [row.relation for row in cite(text)] == relations


def test_a_list_takes_the_issuer_behind_its_last() -> None:
    text = (
        "Bộ Mẫu đổi mới tại Nghị quyết số 01/NQ-CP ngày 01/01/2021, Nghị quyết số 02/NQ-CP ngày "
        "02/01/2021, Nghị quyết số 58/NQ-CP ngày 08/6/2021 của Chính phủ"
    )
    assert [row.cited_issuer for row in cite(text)] == ["Chính phủ"] * 3


def test_what_follows_from_the_basis_is_no_basis() -> None:
    text = "Căn cứ các quy định nêu trên thì công ty hưởng ưu đãi theo Nghị định số 5/2020/NĐ-CP"
    assert [row.relation for row in cite(text)] == ["refers"]


def test_the_basis_reaches_to_the_end_of_its_sentence() -> None:
    text = "Căn cứ Quyết định số 5/QĐ-UBND của UBND tỉnh. Báo cáo số 6/BC-SNV đã nêu"
    assert [row.relation for row in cite(text)] == ["basis", "refers"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Luật Mẫu số 29/2023/QHI5", ("L", "29/2023/QHI5", None, None)),
        ("theo số 29/2023/QHI5 nêu trên", (None, "29/2023/QHI5", None, None)),
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


def test_subject_of_the_cited_document() -> None:
    (row,) = cite("Kế hoạch số 5/KH-TLĐ ngày 1/2/2019 về việc tổ chức hội thi; các đơn vị")
    assert row.cited_title == "tổ chức hội thi"
    (quoted,) = cite("Chỉ thị số 3/CT-TLĐ “Về công tác thi đua” và")
    assert quoted.cited_title == "Về công tác thi đua"


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        ("thi đua, Trường THPT Mẫu thông báo kế hoạch như sau", "thi đua"),
        ("thành lập Tổ công tác (gọi tắt là Tổ 12) gồm", "thành lập Tổ công tác"),
        ("sắp xếp bộ máy, theo đó giảm 02 phòng.", "sắp xếp bộ máy"),
        ("kiểm tra, giám sát, đôn đốc thi đua;", "kiểm tra, giám sát, đôn đốc thi đua"),
        ("sửa đổi một số điều của", "sửa đổi một số điều"),
        (
            "kiểm tra việc thu, chi (Công văn số 6/SNV-VP), trong đó nêu rõ",
            "kiểm tra việc thu, chi",
        ),
        ("cơ chế “một cửa” tại xã;", "cơ chế “một cửa” tại xã"),
        (
            "xin phép tổ chức đại hội lần hai, ý kiến của Sở Nội vụ tại Công văn số 6/SNV-VP",
            "xin phép tổ chức đại hội lần hai",
        ),
    ],
)
def test_subject_of_the_cited_document_ends_where_the_sentence_goes_on(
    behind: str, title: str
) -> None:
    row = cite(f"Thực hiện Kế hoạch số 5/KH-TLĐ ngày 1/2/2019 về việc {behind}")[0]
    assert row.cited_title == title


@pytest.mark.parametrize(
    "text",
    ["có 64/64 CĐCS ký", "Quyết định 12 tập thể được khen", "chấp hành pháp luật số 1",
     "Nghị quyết Đại hội XI", "28/7", "theo quy định"],
)  # fmt: skip
def test_no_citation(text: str) -> None:
    assert cite(text) == []


@pytest.mark.parametrize("kind", ["header", "number", "copies", "signature", "furniture"])
def test_kinds_that_hold_none(kind: BlockKind) -> None:
    assert cite("Quyết định số 5/QĐ-UBND", kind) == []


def test_date_before_the_body_or_behind_it() -> None:
    (row,) = cite("Nghị định số 77-CP của Chính phủ ngày 18/6/1997")
    assert (row.cited_on, row.cited_issuer) == (dt.date(1997, 6, 18), "Chính phủ")


@given(st.text(alphabet="0123456789/-. QĐUBNDcủaố“”về Nghịđnà,;()", max_size=90))
def test_never_crashes_and_spans_hold(text: str) -> None:
    for row in cite("Quyết định số 5/QĐ-UBND " + text):
        assert 0 <= row.start < row.end <= len(text) + 24
        assert row.number_span is not None
        assert row.start <= row.number_span[0] < row.number_span[1] <= row.end


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


def test_one_day_for_two_numbers() -> None:
    rows = cite("Quyết định số 46/QĐ-SM và số 47/QĐ-SM cùng ngày 13/12/2024")
    assert [row.cited_on for row in rows] == [dt.date(2024, 12, 13)] * 2


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Thực hiện Quyết định số 5/QĐ-TTg của Thủ tướng Chính phủ phê duyệt Đề án mẫu giai đoạn "
         "2016 - 2020, Nghị quyết số 17/NQ-CP; UBND tỉnh đã có Công văn số 6/UBND-VX",
         ["implements", "implements", "refers"]),
        ("Thực hiện các Quyết định số: 43/QĐ-BM, 44/QĐ-BM", ["implements"] * 2),
        ("Thực hiện Kế hoạch số 5/KH-UBND về phong trào thi đua yêu nước trên địa bàn tỉnh, Công "
         "văn số 6/UBND-VX đã giao", ["implements", "refers"]),
        ("2. Thông tư số 8/2025/TT-BM hướng dẫn Nghị định số 98/2023/NĐ-CP hết hiệu lực thi hành "
         "kể từ ngày Thông tư này có hiệu lực", ["replaces", "refers"]),
        ("Các Quyết định số 5/QĐ-SM và số 6/QĐ-SM hết hiệu lực kể từ ngày Quyết định này có hiệu "
         "lực", ["replaces"] * 2),
        ("Thông tư số 8/2025/TT-BM hết hiệu lực từ năm 2020", ["refers"]),
        ("“Căn cứ Nghị định số 9/2020/NĐ-CP", ["basis"]),
    ],
)  # fmt: skip
def test_relation_of_a_list_and_of_what_expires(text: str, relations: list[str]) -> None:
    assert [row.relation for row in cite(text)] == relations


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        ("đào tạo đã được sửa đổi, bổ sung bởi Nghị định số 9/2021/NĐ-CP", "đào tạo"),
        ("công bố thủ tục được sửa đổi, bổ sung hoặc thay thế;",
         "công bố thủ tục được sửa đổi, bổ sung hoặc thay thế"),
        ("tích hợp dịch vụ công (gửi kèm theo Công văn này), đề nghị", "tích hợp dịch vụ công"),
        ("phân khai kinh phí mua xe, cụ thể như sau:", "phân khai kinh phí mua xe"),
        ("phê duyệt kế hoạch (giai đoạn 2) mới;", "phê duyệt kế hoạch (giai đoạn 2) mới"),
    ],
)  # fmt: skip
def test_subject_ends_before_what_is_said_of_the_paper(behind: str, title: str) -> None:
    row = cite(f"theo Nghị định số 5/2020/NĐ-CP ngày 1/2/2020 về {behind}")[0]
    assert row.cited_title == title


def test_subject_ends_at_the_bracket_around_the_citation() -> None:
    (row,) = cite("(mẫu tại Kế hoạch số 5/KH-TLĐ ngày 1/2/2019 về tổ chức hội thi), cần ghi rõ")
    assert row.cited_title == "tổ chức hội thi"


def test_subject_ends_before_the_next_number_of_the_list() -> None:
    rows = cite("Quyết định số 36/QĐ-SM về việc giao dự toán năm 2024 và số 37/QĐ-SM")
    assert rows[0].cited_title == "giao dự toán năm 2024"


def test_papers_of_the_council_of_government() -> None:
    text = (
        "nghị quyết của Hội đồng Chính phủ (số 103-CP ngày 8-7-1963) và các nghị định số 19/CP, "
        "số 20/CP của Hội đồng Chính phủ đã ban hành ngày 29 tháng 6 năm 1960"
    )
    assert [short(row) for row in cite(text)] == [
        ("NQ", "103-CP", "1963-07-08", "Hội đồng Chính phủ"),
        ("NĐ", "19/CP", None, "Hội đồng Chính phủ"),
        ("NĐ", "20/CP", "1960-06-29", "Hội đồng Chính phủ"),
    ]


def test_the_number_of_an_item_is_no_citation() -> None:
    assert cite("2/ Thu ngân sách - Phần thu tại địa phương = 96 tỷ đồng") == []


def test_a_day_without_a_blank_behind_it() -> None:
    (row,) = cite("Kế hoạch số 168/KH-LĐLĐ ngày 03/12/2021của LĐLĐ tỉnh Vân Khê")
    assert short(row) == ("KH", "168/KH-LĐLĐ", "2021-12-03", "LĐLĐ tỉnh Vân Khê")


def test_who_gives_a_task_at_a_paper() -> None:
    (row,) = cite(
        "Cụ thể, tại Quyết định 1841/QĐ-TTg, Thủ tướng Chính phủ giao Bộ Tài chính cấp gạo"
    )
    assert row.cited_issuer == "Thủ tướng Chính phủ"
