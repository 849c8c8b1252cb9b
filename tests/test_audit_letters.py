"""Dates, heads, lists, numbering, seals and awards: what the checks say of invented letters."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from pipeline.audit.choices import Choices
from pipeline.audit.examples import example_paper
from pipeline.audit.judge import findings
from pipeline.rulebook import load_rulebook
from pipeline.rulebook.checks import CheckExample, load_checks
from tests.audited import audited, letter, verdicts

SIGNED = dt.datetime(2021, 5, 20, 9, tzinfo=dt.timezone(dt.timedelta(hours=7)))


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("trước ngày 30/11/2021", "consistent"),
        ("trước ngày 31/11/2021", "contradiction"),
        ("ngày 29/02/2020", "consistent"),
        ("ngày 29 tháng 02 năm 2021", "contradiction"),
        ("ngày 29/2 hằng năm", "consistent"),
        ("ngày 30/2 âm lịch", "consistent"),
        ("ngày 30 tháng 02 năm nay", "contradiction"),
    ],
)
def test_days_that_no_calendar_has(words: str, wanted: str) -> None:
    assert wanted in verdicts(letter(f"Các đơn vị gửi báo cáo {words}."), "date_impossible")


@pytest.mark.parametrize(
    "words",
    [
        "từ ngày 13-15 tháng 6 năm 2021", "trong 02 ngày 28 - 29 tháng 4", "ngày 28/29 tháng 4",
        "mỗi ngày 20-30 lượt", "mỗi ngày 20/30 ca", "ngày 20/30 lượt", "ngày 15.30 phút",
        "từ ngày 28-30/6/2021",
    ],
)  # fmt: skip
def test_ranges_of_days_and_counts_of_a_day_are_no_dates(words: str) -> None:
    assert verdicts(letter(f"Hội thi diễn ra {words}."), "date_impossible") == ["consistent"]


@pytest.mark.parametrize("words", ["ngày 31-11-2021", "ngày 31.11.2021", "ngày 31 - 11/2021"])
def test_dashes_and_dots_are_of_a_date_before_a_year(words: str) -> None:
    assert "contradiction" in verdicts(letter(f"Hội thi diễn ra {words}."), "date_impossible")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("sáng thứ Sáu, ngày 21/5/2021", ["consistent"]),
        ("chiều thứ 6 (21/5/2021)", ["consistent"]),
        ("sáng thứ Hai, ngày 21/5/2021", ["contradiction"]),
        ("Đại hội lần thứ hai ngày 21/5/2021", []),
        ("phiên họp thứ 3 ngày 21/5/2021", []),
        ("tuần thứ hai, ngày 21/5/2021", []),
        ("buổi thứ ba ngày 21/5/2021", []),
        ("ngày thứ tư 21/5/2021", []),
    ],
)
def test_weekdays(words: str, wanted: list[str]) -> None:
    assert verdicts(letter(f"Hội nghị: {words}."), "weekday") == wanted


def test_a_draft_may_leave_its_day_open_and_nothing_is_said_of_later_citations() -> None:
    text = letter("Thực hiện Kế hoạch số 12/KH-LĐLĐ ngày 10/6/2021.")
    assert verdicts(text, "cited_after_issue") == ["contradiction"]
    blank = text.replace("ngày 20 tháng 5", "ngày     tháng   ")
    assert verdicts(blank, "cited_after_issue") == ["not_checkable"]


def test_a_past_deadline_is_told_in_a_report_and_set_in_a_letter() -> None:
    body = "Đề nghị các đơn vị gửi báo cáo trước ngày 15/4/2021."
    assert verdicts(letter(body), "deadline_after_issue") == ["not_checkable"]
    asking = letter("Kính gửi: Các đơn vị\n\n" + body).replace("45/BC-LĐLĐ", "45/LĐLĐ")
    asking = asking.replace("BÁO CÁO\nKết quả phong trào thi đua\n", "V/v báo cáo\n")
    assert verdicts(asking, "deadline_after_issue") == ["contradiction"]
    told = asking.replace("gửi báo cáo trước", "chưa gửi báo cáo theo thời hạn trước")
    assert verdicts(told, "deadline_after_issue") == ["not_checkable"]


@pytest.mark.parametrize(
    ("cited", "wanted"),
    [
        ("Quyết định số 16/QĐ-LĐLĐ ngày 12/11/2019", "consistent"),
        ("Quy chế số 16/QĐ-LĐLĐ ngày 12/11/2019", "contradiction"),
        ("Thông tư số 60/2003/TTLT-BNV-BTC ngày 25/4/2003", "consistent"),
        ("Quyết định số 99-TC/QĐ-CĐKT ngày 02/11/1996", "consistent"),
        ("Quy định số 66-QĐ/TW ngày 06/02/2017", "consistent"),
        ("Công văn số 1234/CT-TTHT ngày 10/5/2020 của Cục Thuế tỉnh", "not_checkable"),
        ("Công văn số 77/KH-TC ngày 10/5/2020 của Phòng Kế hoạch", "not_checkable"),
        ("Công văn số 77/QĐ-LĐLĐ ngày 10/5/2020", "contradiction"),
        ("Quyết định số 156/CT ngày 23/5/1988", "not_checkable"),
    ],
)
def test_the_type_word_of_a_citation_against_its_symbol(cited: str, wanted: str) -> None:
    assert verdicts(letter(f"Căn cứ {cited};"), "title_number_mismatch") == [wanted]


ARTICLES = "\n\n".join(f"Điều {n}. Các đơn vị thực hiện nội dung thứ {n}." for n in range(1, 6))


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("", "", ["consistent"]),
        ("Điều 3.", "Điều 4.", ["contradiction", "contradiction"]),
        ("Điều 5.", "Điều 6.", ["contradiction"]),
    ],
)
def test_articles_are_numbered_without_a_gap(old: str, new: str, wanted: list[str]) -> None:
    text = letter(ARTICLES.replace(old, new) if old else ARTICLES)
    assert verdicts(text, "numbering_gap") == wanted


def test_a_number_that_stands_inside_another_item_is_no_gap() -> None:
    text = letter(ARTICLES.replace("\n\nĐiều 3.", " Điều 3."))
    assert "contradiction" not in verdicts(text, "numbering_gap")


def test_numbers_that_begin_anew_below_each_heading_are_no_repeats() -> None:
    body = "\n\n".join(
        f"{roman}. KẾT QUẢ {roman}\n\n1. Việc đầu của phần này.\n\n2. Việc sau của phần này."
        for roman in ("I", "II", "III")
    )
    assert set(verdicts(letter(body), "numbering_gap")) <= {"consistent"}


UNREAD = """Điều 1. Tặng Bằng khen cho các tập thể có tên sau đây:

{first} Phòng Tổ chức, Sở Công Thương tỉnh Vân Khê;

{second} Phòng Hành chính, Sở Công Thương tỉnh Vân Khê;

3. Phòng Thương mại, Sở Công Thương tỉnh Vân Khê;

4. Phòng Công nghiệp, Sở Công Thương tỉnh Vân Khê;

5. Phòng Năng lượng, Sở Công Thương tỉnh Vân Khê./."""


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("1.", "2.", ["consistent"]),
        ("", "", ["not_checkable"]),  # nobody knows whether the list is whole
        ("1.", "", ["contradiction"]),
    ],
)
def test_a_list_whose_first_numbers_were_not_read_is_told_of(
    first: str, second: str, wanted: list[str]
) -> None:
    assert verdicts(letter(UNREAD.format(first=first, second=second)), "numbering_gap") == wanted


LISTED = """Điều 1. Tặng Bằng khen cho 03 cá nhân (có danh sách kèm theo).

Điều 2. Các cá nhân có tên tại Điều 1 thi hành Quyết định này.
"""
LIST = """
DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG BẰNG KHEN
(Kèm theo Quyết định số {number} ngày {day} năm 2021)

1. Ông Nguyễn Văn Mẫu, Giám đốc, Công ty Điện lực Vân Khê;
2. Bà Trần Thị Thử, Trưởng phòng, Sở Tài chính;
3. {third}.
"""


def decision(
    number: str = "45/QĐ-LĐLĐ",
    day: str = "20 tháng 5",
    third: str = "Ông Lê Văn Ví, Phó Giám đốc, Sở Y tế",
) -> str:
    head = letter(LISTED).replace("BC-LĐLĐ", "QĐ-LĐLĐ").replace("BÁO CÁO", "QUYẾT ĐỊNH")
    return head + LIST.format(number=number, day=day, third=third)


@pytest.mark.parametrize(
    ("number", "day", "wanted"),
    [
        ("45/QĐ-LĐLĐ", "20 tháng 5", ["consistent", "consistent"]),
        ("45/QĐ-LĐLĐ", "21 tháng 5", ["consistent", "contradiction"]),
        ("54/QĐ-LĐLĐ", "20 tháng 5", ["contradiction", "consistent"]),
        # The annex of an earlier decision of the same body, and of another body.
        ("1207/QĐ-LĐLĐ", "03 tháng 2", ["not_checkable"]),
        ("45/QĐ-UBND", "20 tháng 5", ["not_checkable"]),
        # The letters of the body are not the same, number and day are.
        ("45/QĐ-BTVLĐLĐ", "20 tháng 5", ["contradiction", "consistent"]),
        ("45/QĐ-BTVLĐLĐ", "21 tháng 5", ["not_checkable"]),
        ("     /QĐ-LĐLĐ", "20 tháng 5", ["not_checkable"]),
    ],
)
def test_an_annex_names_the_decision_it_comes_with(
    number: str, day: str, wanted: list[str]
) -> None:
    assert verdicts(decision(number, day), "annex_number") == wanted


def test_one_name_twice_is_a_slip_where_the_post_is_the_same_too() -> None:
    assert verdicts(decision(), "awardee_twice") == ["consistent"]
    same = decision(third="Ông Nguyễn Văn Mẫu, Giám đốc, Công ty Điện lực Vân Khê")
    assert verdicts(same, "awardee_twice") == ["contradiction"]
    other = decision(third="Ông Nguyễn Văn Mẫu, Phó Giám đốc, Sở Y tế")
    assert verdicts(other, "awardee_twice") == ["consistent"]


@pytest.mark.parametrize(
    ("marks", "check", "wanted"),
    [
        ([{"signer": "TRẦN THỊ MẪU", "signed_at": SIGNED}], "signature_signer", ["consistent"]),
        ([{"signer": "Ngô Văn Khác", "signed_at": SIGNED}], "signature_signer",
         ["contradiction"]),
        ([{"signer": "Ngô Văn Khác", "signed_at": SIGNED + dt.timedelta(days=3)}],
         "signature_signer", ["not_checkable"]),
        ([{"signer": "Trần Thị Mẫu", "signed_at": SIGNED}], "signature_date", ["consistent"]),
        ([{"signer": "Trần Thị Mẫu", "signed_at": SIGNED + dt.timedelta(days=3)}],
         "signature_date", ["contradiction"]),
        ([{"signer": "Trần Thị Mẫu", "signed_at": SIGNED - dt.timedelta(days=3)}],
         "signature_date", ["consistent"]),
        ([{"signer": "Cổng thông tin", "is_body": True,
           "signed_at": SIGNED + dt.timedelta(days=3)}], "signature_date", ["not_checkable"]),
        ([{"signer": "Cổng thông tin", "is_body": True,
           "signed_at": SIGNED + dt.timedelta(days=3)}], "signature_body", ["not_checkable"]),
        ([{"signer": "Trần Thị Mẫu", "signed_at": SIGNED, "intact": None}], "signature_intact",
         ["not_checkable"]),
        ([{"signer": "Trần Thị Mẫu", "signed_at": SIGNED, "intact": False}], "signature_intact",
         ["contradiction"]),
    ],
)  # fmt: skip
def test_the_head_against_the_digital_signatures(
    marks: list[dict[str, object]], check: str, wanted: list[str]
) -> None:
    rows = audited(letter("Các đơn vị triển khai thực hiện."), signatures=marks)
    assert [row["verdict"] for row in rows if row["check"] == check] == wanted


def test_a_check_can_be_off_and_its_tolerance_be_another() -> None:
    text = letter("Có 35/70 công đoàn cơ sở ký thỏa ước lao động tập thể, chiếm 52%.")
    off = audited(text, Choices(off=frozenset({"percent_of_total"})))
    assert "percent_of_total" not in {row["check"] for row in off}
    wide = audited(text, Choices(tolerance={"percent_of_total": 2.5}))
    assert [r["verdict"] for r in wide if r["check"] == "percent_of_total"] == ["consistent"]


@pytest.mark.parametrize(
    "piece",
    ["ngày ", "thứ hai ", "kèm theo aa aa ", "(gồm ", "\n", " ", "Điều 1. ", "1\t", "trong đó ",
     "12 cá nhân, trong đó ", "50% ", "3/4 đơn vị "],
)  # fmt: skip
def test_time_grows_with_the_text_and_not_faster(piece: str) -> None:
    text = letter((piece * 20_000)[:30_000] + " Căn cứ kết quả.")
    rules = load_rulebook()
    paper = example_paper(CheckExample(text), rules)
    started = time.process_time()
    list(findings([paper], load_checks(rules.root), Choices()))
    assert time.process_time() - started < 10


def test_a_clerk_who_signs_beside_the_seal_of_the_body_is_no_other_signer() -> None:
    clerk = {"signer": "Ngô Thị Văn Thư", "signed_at": SIGNED}
    seal = {
        "signer": "Liên đoàn Lao động tỉnh Vân Khê", "is_body": True, "signed_at": SIGNED,
    }  # fmt: skip
    for signatures, wanted in (([clerk, seal], "not_checkable"), ([clerk], "contradiction")):
        rows = audited(letter("Căn cứ kết quả."), signatures=signatures)
        assert [r["verdict"] for r in rows if r["check"] == "signature_signer"] == [wanted]


@pytest.mark.parametrize(
    ("ending", "wanted"),
    [
        ("Đề nghị các đơn vị triển khai thực hiện./.", "contradiction"),
        ("Đề nghị các đơn vị triển khai thực hiện.", "contradiction"),
        ("Đề nghị các đơn vị triển khai\n\nNơi nhận:\n- Như trên;\n- Lưu: VT", "contradiction"),
        ("Đề nghị các đơn vị triển khai thực hiện một số nội", "not_checkable"),
        ("II. NHIỆM VỤ\n\n1. Mục đích", "not_checkable"),
        ("Nơi nhận: | TM. BAN THƯỜNG VỤ |", "consistent"),
    ],
)
def test_a_text_that_breaks_off_has_lost_its_foot(ending: str, wanted: str) -> None:
    head = letter("Các đơn vị gửi báo cáo.").split("Nơi nhận")[0]
    assert verdicts(f"{head}{ending}\n", "missing_signature") == [wanted]
