"""Invented papers as law sites, portals and old gazettes print them: heads, dates, figures."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.document import find_mentions
from pipeline.link.rows import Mentions
from pipeline.model import Dispatch, Field, FigureMention
from pipeline.rulebook import load_rulebook
from tests.layout_pages import plain

RULES = load_rulebook()

OLD = """HỘI ĐỒNG BỘ TRƯỞNG | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 03-HĐBT | Hà Nội, ngày 05 tháng 2 năm 1983 |
QUYẾT ĐỊNH
CỦA HỘI ĐỒNG BỘ TRƯỞNG SỐ 3 - HĐBT NGÀY 5 THÁNG 2 NĂM 1983 VỀ VIỆC MỞ RỘNG THỊ XÃ AN KHÊ
HỘI ĐỒNG BỘ TRƯỞNG
Căn cứ Điều 12 của Luật mẫu ngày 4 tháng 7 năm 1981;
Căn cứ nghị quyết của Hội đồng Chính phủ ngày 26 tháng 3 năm 1958 về việc kiện toàn tổ chức;
Căn cứ luật số 115-SL/LT3 ngày 31 tháng 5 năm 1958 tổ chức chính quyền;
QUYẾT ĐỊNH
Điều 1 - Mở rộng thị xã An Khê như sau.
| Đặng Mẫu (Đã ký) |
"""

NEWS = """Huyện Hải Sơn họp phiên thường kỳ tháng 6/2021

Cập nhật lúc17:38, Thứ Năm, 24/6/2021 (GMT+7)

Trong 6 tháng đầu năm, toàn huyện gieo trồng được 6.859 ha/6.830ha, đạt 100,42% KH; đến nay vụ Hè \
Thu gieo trồng được 7.188 ha/7.937 ha KH, đạt 90,56% KH.
"""


def value(field: Field | None) -> str | None:
    return field.value if field else None


def found(text: str) -> tuple[Dispatch, Mentions]:
    dispatch = plain(text)
    return dispatch, find_mentions(dispatch, RULES)


def figures(text: str) -> list[FigureMention]:
    return list(found(text)[1].figures)


def days(text: str) -> list[tuple[str, str, str]]:
    dispatch, mentions = found(text)
    return [
        (dispatch.text.text[d.start : d.end], d.role, f"{d.date_start}/{d.date_end}")
        for d in mentions.dates
    ]


def test_an_old_decision_names_itself_otherwise_and_is_signed_between_bars() -> None:
    dispatch, mentions = found(OLD)
    assert value(dispatch.head.subject) == "MỞ RỘNG THỊ XÃ AN KHÊ"
    assert value(dispatch.head.signer_name) == "Đặng Mẫu"
    cited = [(c.cited_type, c.cited_number) for c in mentions.citations]
    assert cited == [("L", "115-SL/LT3")]  # not the paper's own number, joined otherwise
    assert {d.role for d in mentions.dates} == {"issued", "cited"}


def test_another_paper_of_the_same_number_is_cited() -> None:
    text = OLD.replace("kiện toàn tổ chức", "theo Quyết định số 3/HĐBT ngày 1 tháng 1 năm 1982")
    assert "3/HĐBT" in [c.cited_number for c in found(text)[1].citations]


def test_a_page_of_news_that_tells_when_it_was_brought_up_to_date() -> None:
    dispatch, mentions = found(NEWS)
    assert dispatch.head.genre == "news"
    assert dispatch.head.issued_on == dt.date(2021, 6, 24)
    assert [(f.value, f.counted, f.role) for f in mentions.figures] == [
        (6859, "ha", "result"), (6830, "ha", "target"), (100.42, None, "result"),
        (7188, "ha", "result"), (7937, "ha", "target"), (90.56, None, "result"),
    ]  # fmt: skip
    assert [d.date_start for d in mentions.dates if d.role == "published"] == [
        dt.date(2021, 6, 24)
    ]  # fmt: skip


def test_the_time_of_a_page_is_no_body_above_the_issuer() -> None:
    text = """Báo cáo kết quả 6 tháng đầu năm
(20/07/2012 3:16:17 CH)

ỦY BAN NHÂN DÂN

HUYỆN HẢI SƠN

CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

Số:. 198/BC-UBND

Hải Sơn, ngày 29 tháng 6 năm 2012

BÁO CÁO

Kết quả 6 tháng đầu năm;

Phương hướng nhiệm vụ 6 tháng cuối năm 2012

Năm 2012 huyện đã trồng 12 ha rừng.
"""
    dispatch, mentions = found(text)
    assert value(dispatch.head.issuer) == "ỦY BAN NHÂN DÂN HUYỆN HẢI SƠN"
    assert dispatch.head.parent_issuer is None
    assert value(dispatch.head.doc_number) == "198/BC-UBND"
    subject = "Kết quả 6 tháng đầu năm; Phương hướng nhiệm vụ 6 tháng cuối năm 2012"
    assert value(dispatch.head.subject) == subject
    assert [d.date_start for d in mentions.dates if d.role == "published"] == [
        dt.date(2012, 7, 20)
    ]  # fmt: skip


COUNCIL = """HỘI ĐỒNG NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 20/NQ-HĐND | An Bình, ngày 09 tháng 12 năm 2020 |
VỀ DỰ TOÁN NGÂN SÁCH NĂM 2021
HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ AN BÌNH
KHÓA XV, KỲ HỌP THỨ 18
(Từ ngày 07/12 đến ngày 09/12/2020)
Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;
Sau khi xem xét Tờ trình số 61/TTr-UBND ngày 16 tháng 11 năm 2020 của Ủy ban nhân dân thành phố,
QUYẾT NGHỊ:
Điều 1. Thông qua dự toán.
"""


def test_a_council_whose_place_and_type_stand_elsewhere() -> None:
    dispatch, mentions = found(COUNCIL)
    assert value(dispatch.head.issuer) == "HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ AN BÌNH"
    assert value(dispatch.head.subject) == "DỰ TOÁN NGÂN SÁCH NĂM 2021"
    assert [c.relation for c in mentions.citations] == ["basis"]
    assert ("Từ ngày 07/12 đến ngày 09/12/2020", "event", "2020-12-07/2020-12-09") in days(COUNCIL)


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("Ủy ban nhân dân tỉnh An Khoá ban hành Kế hoạch", "ỦY BAN NHÂN DÂN TỈNH AN KHOÁ"),
        ("Ủy ban nhân dân tỉnh An Bình ban hành Kế hoạch", "ỦY BAN NHÂN DÂN"),
        ("Ủy ban nhân dân tỉnh An Khóa giao; Ủy ban nhân dân huyện An Khóa báo cáo và "
         "Ủy ban nhân dân tỉnh An Khóa yêu cầu", "ỦY BAN NHÂN DÂN"),
    ],
)  # fmt: skip
def test_a_bare_body_is_whole_by_what_it_does(words: str, issuer: str) -> None:
    text = f"""ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 130/KH-UBND | An Khóa, ngày 27 tháng 6 năm 2025 |
KẾ HOẠCH
TRIỂN KHAI PHONG TRÀO MẪU
Thực hiện Quyết định của trên, {words} như sau:
"""
    assert value(plain(text).head.issuer) == issuer


@pytest.mark.parametrize(
    ("above", "below", "code"),
    [
        ("Số hiệu: 43-TTg Loại văn bản: Chỉ thị\n\n", "Trong mấy năm gần đây.", "CT"),
        ("", "Căn cứ Luật Mẫu ngày 30 tháng 9 năm 1992;\nNGHỊ ĐỊNH:\nĐiều 1. Thành lập.", "NĐ"),
        ("", "Trong mấy năm gần đây.", None),
    ],
)
def test_a_type_that_the_enacting_word_or_the_site_tells(
    above: str, below: str, code: str | None
) -> None:
    text = f"""{above}CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 43-TTg

Hà Nội, ngày 22 tháng 1 năm 1996

{below}
"""
    assert plain(text).head.doc_type == code


def test_a_signer_of_a_rare_family_below_the_mark_of_the_signature() -> None:
    head = "Số: 12/SNV\nĐông Khê, ngày 07 tháng 8 năm 2019\n\nKính gửi: Sở Y tế\n\nBáo cáo.\n\n"
    signed = plain(f"{head}KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n(Đã ký)\n\nZa Mẫu Khê\n").head
    assert signed.signer_name is not None
    assert signed.signer_name.value == "Za Mẫu Khê"
    assert signed.signer_name.confidence < 0.9
    assert plain(f"{head}KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nZa Mẫu Khê\n").head.signer_name is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Trong 8 tháng của năm 2013 đã họp.", ["2013-01-01/2013-08-31"]),
        ("Lương tháng 01 và tháng 02 năm 2013.", ["2013-01-01/2013-02-28"]),
        ("Lương tháng 01 và tháng 05 năm 2013.", ["2013-05-01/2013-05-31"]),
        ("Đàn lợn tại thời điểm 1/4/2016 có 5 con.", ["2016-04-01/2016-04-01"]),
    ],
)
def test_stretches_of_months(words: str, expected: list[str]) -> None:
    assert [day for _, role, day in days(words) if role == "period"] == expected


def test_figures_of_land_and_herds() -> None:
    words = (
        "Tổng sản lượng năm 2019 giảm 5.240 tấn. Cả năm, tổng sản lượng là 905 tấn, giảm 0,58% "
        "(40 tấn) so với vụ mùa năm 2018; trong đó thóc là 880 tấn, giảm 0,3% (3 tấn); ngô là 20 "
        "tấn, giảm 10,7% (2 tấn); kê là 5 tấn, giảm 65 tấn. Năng suất 69,3 tạ/ha tăng 0,1 tạ/ha. "
        "Xã còn 830 hécta, với 4. 673 nhân khẩu; trợ cấp BHXH 1 lần."
    )
    read = figures(words)
    assert read[0].role == "result"  # by how much a total changed is none
    whole = next(f for f in read if f.value == 905)
    parts = [f.value for f in read if f.parent_key == whole.key]
    assert parts == [880, 20, 5]
    assert whole.period_start is None  # the year that it is compared with is not its own
    assert [f.counted for f in read if f.value in (69.3, 830)] == ["tạ/ha", "hécta"]
    assert not [f for f in read if f.value in (673, 1)]


def test_the_time_of_one_item_is_not_that_of_the_next() -> None:
    apart = figures("Tổng đàn lợn của huyện đến ngày 1/4/2016 có 79 con; thịt lợn 77 tấn.")
    assert [f.period_start for f in apart] == [dt.date(2016, 4, 1), None]
    same = figures("Chỉ số giá hàng hóa tháng 7 năm 2016 bằng 100,2%; so với kỳ gốc bằng 120,2%.")
    assert [f.period_start for f in same] == [dt.date(2016, 7, 1)] * 2
    same = figures("Tổng kết phong trào thi đua năm 2016, có 7 cá nhân được khen; có 9 tập thể.")
    assert [f.period_start for f in same] == [dt.date(2016, 1, 1)] * 2
    opened = figures("Trong năm 2016, đàn lợn có 79 con; thịt lợn 77 tấn.")
    assert [f.period_start for f in opened] == [dt.date(2016, 1, 1)] * 2


def test_an_issuer_in_small_letters_right_above_the_number() -> None:
    text = "{}\nSố: 12/SNV-TC\nĐông Khê, ngày 7 tháng 8 năm 2019\n\nKính gửi: Sở Y tế\n\nBáo cáo.\n"
    assert value(plain(text.format("Sở Nội vụ tỉnh Hải Sơn")).head.issuer) == (
        "Sở Nội vụ tỉnh Hải Sơn"
    )
    answers = plain(text.format("Sở Nội vụ tỉnh Hải Sơn trả lời đơn")).head.issuer
    assert value(answers) == "Sở Nội vụ"  # by its code alone


def test_a_bound_under_results_is_one() -> None:
    words = "I. KẾT QUẢ\n\n- Mỗi quý thăm ít nhất 20 gia đình.\n- Mỗi quý thăm 30 gia đình.\n"
    assert [f.role for f in figures(words)] == ["result", "result"]


def test_a_title_in_small_letters_names_number_and_day() -> None:
    text = """QUYẾT ĐỊNH
Của Hội đồng Chính phủ số 217/CP ngày 29-5-1981 về việc
giao cho các xã việc
trồng rừng
HỘI ĐỒNG CHÍNH PHỦ
Căn cứ vào Luật tổ chức ngày 14-7-1960;
QUYẾT ĐỊNH:
Điều 1. - Giao cho các xã.
"""
    dispatch, mentions = found(text)
    assert value(dispatch.head.doc_number) == "217/CP"
    assert dispatch.head.issued_on == dt.date(1981, 5, 29)
    assert value(dispatch.head.subject) == "giao cho các xã việc trồng rừng"
    assert mentions.citations == ()


def test_counts_behind_co_are_parts_where_they_add_up() -> None:
    read = figures(
        "Số còn lại gồm 7.172 hồ sơ, có 5.950 hồ sơ chưa đến hạn và 1.222 hồ sơ quá hạn."
    )
    assert [f.parent_key for f in read] == [None, read[0].key, read[0].key]
    read = figures("Toàn tỉnh có 9 đơn vị, có 5 tập thể và 4 cá nhân được khen.")
    assert [f.parent_key for f in read] == [None, None, None]
