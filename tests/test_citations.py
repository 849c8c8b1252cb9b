"""Citations: type, number, date, subject and relation."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.citations.extract import extract_citations
from pipeline.model import Block, BlockKind, Dispatch, Field, Head, Page, Text
from tests.cited import RULES, cite, short


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
        ("Chiểu chi Sắc lệnh số 18-B ngày 3/1/1946", ("SL", "18-B", "1946-01-03", None)),
        ("Chiểu Sắc lệnh số 18B ngày 3/1/1946", ("SL", "18B", "1946-01-03", None)),
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


def test_the_own_number_with_another_symbol_of_the_body_under_the_own_day() -> None:
    def others(own: str, day: dt.date) -> list[str | None]:
        text = "Kèm theo Quyết định số 60/QĐ-UBND ngày 27/10/2015 của Chủ tịch UBND"
        head = Head(doc_number=Field(own, 0, 0, "test"), issued_on=day)
        block = Block("paragraph", 0, len(text), 1, text)
        paper = Dispatch(Text(text, (), (), ()), head, (block,), (), ())
        return [row.cited_number for row in extract_citations(paper, RULES)]

    assert others("60/QĐ-CTUBND", dt.date(2015, 10, 27)) == []
    assert others("60/QĐ-CTUBND", dt.date(2015, 10, 28)) == ["60/QĐ-UBND"]
    assert others("60/QĐ-HĐND", dt.date(2015, 10, 27)) == ["60/QĐ-UBND"]
    assert others("61/QĐ-CTUBND", dt.date(2015, 10, 27)) == ["60/QĐ-UBND"]


def test_the_own_number_of_another_year_is_that_of_another_paper() -> None:
    def others(own: str, cited: str) -> list[str | None]:
        text = f"Tại {cited} của Sở Nội vụ"
        head = Head(doc_number=Field(own, 60, 70, "test"), issued_on=dt.date(2023, 4, 26))
        block = Block("paragraph", 0, len(text), 1, text)
        paper = Dispatch(Text(text, (), (), ()), head, (block,), (), ())
        return [row.cited_number for row in extract_citations(paper, RULES)]

    assert others("07/CT-SNV", "Chỉ thị số 07/CT-SNV ngày 31/5/2021") == ["07/CT-SNV"]
    assert others("07/CT-SNV", "Chỉ thị số 07/CT-SNV ngày 31/5/2023") == []
    assert others("07/2023/CT-SNV", "Chỉ thị số 07/2023/CT-SNV ngày 31/5/2022") == []
    assert others("15-SL", "Sắc lệnh 15/SL") == []  # in the headline of a site


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
        (
            "Nghị định số 8/2023/NĐ-CP đã bãi bỏ Nghị định số 9/2017/NĐ-CP.",
            ["refers", "refers"],
        ),
        (
            "Quyết định số 5/QĐ-UBND bị bãi bỏ bởi Quyết định số 9/QĐ-UBND.",
            ["refers", "refers"],
        ),
        ("Thực hiện Kế hoạch số 5/KH-UBND và Công văn số 6/UBND-VX", ["implements"] * 2),
    ],
)
def test_relation_among_several(text: str, relations: list[str]) -> None:
    assert [row.relation for row in cite(text)] == relations


def test_what_follows_from_the_basis_is_no_basis() -> None:
    text = "Căn cứ các quy định nêu trên thì công ty hưởng ưu đãi theo Nghị định số 5/2020/NĐ-CP"
    assert [row.relation for row in cite(text)] == ["refers"]


def test_the_basis_reaches_to_the_end_of_its_sentence() -> None:
    text = "Căn cứ Quyết định số 5/QĐ-UBND của UBND tỉnh. Báo cáo số 6/BC-SNV đã nêu"
    assert [row.relation for row in cite(text)] == ["basis", "refers"]


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
     "Nghị quyết Đại hội XI", "28/7", "theo quy định", "ghế số 12-B ngày 3/4/2020",
     "Giấy phép số: 12/GP-TTĐT"],
)  # fmt: skip
def test_no_citation(text: str) -> None:
    assert cite(text) == []


def test_the_number_of_a_true_copy_is_no_citation() -> None:
    assert cite("Số: 12/SY-UBND") == []


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


def test_the_number_of_an_item_is_no_citation() -> None:
    assert cite("2/ Thu ngân sách - Phần thu tại địa phương = 96 tỷ đồng") == []


def test_a_day_without_a_blank_behind_it() -> None:
    (row,) = cite("Kế hoạch số 168/KH-LĐLĐ ngày 03/12/2021của LĐLĐ tỉnh Vân Khê")
    assert short(row) == ("KH", "168/KH-LĐLĐ", "2021-12-03", "LĐLĐ tỉnh Vân Khê")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("công văn số AB/01-2020 đề ngày 22/9/2020 của Công ty TNHH An Bình", "AB/01-2020"),
        ("Văn bản số 01/2022, ngày 15 tháng 1 năm 2022 của Công ty An Bình", "01/2022"),
        ("công văn số 15012022/AB ngày 15/01/2022 của Công ty An Bình", "15012022/AB"),
        ("Chỉ thị 12 GD-ĐT ngày 1/8/1993 của Bộ trưởng", "12GD-ĐT"),
        ("Nghị định 64 CP ngày 27/9/1993 của Chính phủ", "64CP"),
    ],
)
def test_a_number_of_no_known_shape_is_cited_with_its_day(text: str, number: str) -> None:
    (row,) = cite(text)
    assert (row.cited_number, row.rule, row.is_partial) == (number, "citation.own_shape", False)
    assert row.cited_on is not None
    assert not cite(text.replace("ngày", "trong"))
    page = Page(1, 0, len(text), None, None, "tesseract", True, 0.9, 0)
    assert not cite(text, pages=(page,))  # there it is a symbol misread


def test_a_docket_and_a_steering_committee_have_numbers_that_cite_nothing() -> None:
    assert not cite("xét xử vụ án hình sự thụ lý số: 30/2022/TLST-HS ngày 12/5/2022")
    (row,) = cite("Kế hoạch số 5/KH-BCĐ138/CP ngày 14/3/2022 của Ban Chỉ đạo 138/CP về tội phạm")
    assert short(row) == ("KH", "5/KH-BCĐ138/CP", "2022-03-14", "Ban Chỉ đạo 138/CP")
    (valued,) = cite("Căn cứ Chứng thư thẩm định giá số 12/2022/CT-TĐG ngày 3/4/2022")
    assert valued.cited_type is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("văn bản số 5544/CT-TTHT ngày 3/4/2019 của Cục Thuế", "CV"),
        ("văn bản số 22/CĐ-ĐT ngày 3/4/2020 của Trường Cao đẳng", "CV"),
        ("văn bản số 56 TC/NSNN ngày 13/1/1997 của Bộ Tài chính", "CV"),
        ("văn bản số 18/CT-TTg ngày 3/4/2019", "CT"),
        ("theo số 5544/CT-TTHT ngày 3/4/2019 của Cục Thuế", None),
        ("Chỉ thị số 12/CT-TTHT ngày 3/4/2019", "CT"),
    ],
)
def test_a_code_of_types_is_that_of_an_office_too(text: str, kind: str | None) -> None:
    assert cite(text)[0].cited_type == kind


def test_the_same_day_is_that_of_the_paper_before() -> None:
    rows = cite(
        "Quyết định số 7/QĐ-UB ngày 12/5/2005 và các Quyết định số 8/QĐ-UB, 9/QĐ-UB cùng ngày của "
        "UBND tỉnh"
    )
    assert [short(row)[2] for row in rows] == ["2005-05-12"] * 3
    assert [row.confidence < 0.9 for row in rows] == [False, False, True]
    (alone,) = cite("Công văn số 7/SNV-VP cùng ngày của Sở Nội vụ")
    assert short(alone) == ("CV", "7/SNV-VP", None, "Sở Nội vụ")


def test_a_paper_of_several_branches_has_all_their_names() -> None:
    (row,) = cite("Kế hoạch liên ngành số 2/KHLN-SYT-SGDĐT ngày 3/8/2023 của Sở Y tế, Sở Nội vụ;")
    assert row.cited_issuer == "Sở Y tế, Sở Nội vụ"


def test_a_verb_glued_to_the_next_word_ends_the_body() -> None:
    (row,) = cite(
        "Quyết định số 5/QĐ-TTg ngày 8/10/2012 của Thủ tướng Chính phủ phê duyệtChương trình"
    )
    assert row.cited_issuer == "Thủ tướng Chính phủ"
