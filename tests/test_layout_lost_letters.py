"""Heads and feet whose labels, posts and dates lost a letter to a stamp or to recognition."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.layout.misread import mend_dates
from pipeline.layout.posts import authority_put_right, is_post, post_put_right
from pipeline.rulebook import load_rulebook
from tests.layout_pages import plain

RULES = load_rulebook()


def letter(
    number: str = "Số: 12/SM-VP",
    day: str = "Đông Khê, ngày 07 tháng 8 năm 2019",
    subject: str = "V/v tổ chức hội nghị",
    label: str = "Kính gửi:",
    copies: str = "Nơi nhận:",
) -> str:
    return (
        f"SỞ MẪU TỈNH AN BÌNH\n{number}\n{subject}\n{day}\n\n{label} Sở Văn thư.\n\n"
        f"Sở Mẫu đề nghị phối hợp./.\n\n{copies}\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\n"
        "Trần Văn Khoái\n"
    )


def test_the_label_of_the_addressees_without_its_mark() -> None:
    head = plain(letter(label="Kính gưi:")).head
    assert [field.value for field in head.addressees] == ["Sở Văn thư"]


def test_the_label_of_the_copies_without_its_first_letter() -> None:
    head = plain(letter(copies="ơi nhận:")).head
    assert [field.value for field in head.copies] == ["Như trên", "Lưu: VT"]


@pytest.mark.parametrize("opening", ["V v", ",Vềviệc", "Và việc"])
def test_the_opening_of_the_subject(opening: str) -> None:
    subject = plain(letter(subject=f"{opening} tổ chức hội nghị")).head.subject
    assert subject is not None
    assert subject.value == "tổ chức hội nghị"


@pytest.mark.parametrize(
    ("day", "place"),
    [
        ("Đông Khê ngày 0Ÿ tháng 2 năm 2026", "Đông Khê"),
        ("Đông Khê, ngàw/f{ tháng 5 năm 2021", "Đông Khê"),
    ],
)
def test_a_day_in_ink_leaves_place_and_year(day: str, place: str) -> None:
    head = plain(letter(day=day)).head
    assert head.place is not None
    assert head.place.value == place
    assert head.issued_on is None
    assert head.issued_span is not None


def test_the_day_of_a_law_is_no_place_and_date() -> None:
    head = plain(letter(day="Luật Đầu tư ngày 26 tháng 11 năm 2014 của Quốc hội")).head
    assert head.place is None


@pytest.mark.parametrize("number", ["S641 /QĐ-SM", "Số: 9_/QĐ-SM", "Số: 99 _/QĐ-SM"])
def test_a_number_that_was_not_read_whole_is_none(number: str) -> None:
    head = plain(letter(number=number)).head
    assert head.doc_number is None
    assert head.symbol == "QĐ-SM"
    assert head.issuer is not None
    assert "/" not in head.issuer.value


@pytest.mark.parametrize(
    ("read", "post"),
    [("PHÓ CHỦ TỊC", "PHÓ CHỦ TỊCH"), ("PHÓ GIÁM ĐÓ", "PHÓ GIÁM ĐỐC"), ("GIÁM ĐỐC", "GIÁM ĐỐC")],
)
def test_a_post_whose_last_letter_lies_under_the_seal(read: str, post: str) -> None:
    assert is_post(read, RULES)
    assert post_put_right(read, RULES) == post


def test_what_is_no_post_stays_none() -> None:
    assert not is_post("CHỦ T", RULES)
    assert not is_post("PHÓ CHỦ", RULES)
    assert authority_put_right("KT. CHỦ TỊCH", RULES) == "KT. CHỦ TỊCH"


@pytest.mark.parametrize(
    ("read", "seen"),
    [
        ("ngày 2 5 tháng 8 năm 2020", "ngày  25 tháng 8 năm 2020"),
        ("ngày 30 tháng 1 1 năm 2010", "ngày 30 tháng  11 năm 2010"),
        ("ngày 0 tháng 12 năm 2011", "ngày 0 tháng 12 năm 2011"),
    ],
)
def test_figures_of_a_day_torn_apart(read: str, seen: str) -> None:
    assert mend_dates(read, RULES) == seen


def test_a_long_subject_goes_on_behind_a_semicolon() -> None:
    head = plain(
        "BỘ MẪU\nSố: 7/2026/TT-BM\nĐông Khê, ngày 15 tháng 02 năm 2026\n\nTHÔNG TƯ\n"
        "Quy định chi tiết một số điều về phân cấp trong lĩnh vực mẫu;\n"
        "hướng dẫn thi hành đối với ngành\n\nCăn cứ Luật Mẫu;\n"
    ).head
    assert head.subject is not None
    assert head.subject.value.endswith("lĩnh vực mẫu; hướng dẫn thi hành đối với ngành")
    assert head.issued_on == dt.date(2026, 2, 15)
