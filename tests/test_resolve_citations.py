"""Cited documents: linked where number, symbol, year and body agree, else candidates or nothing."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.resolve.cited import Cited, find_cited
from pipeline.resolve.papers import read_number, read_papers
from pipeline.rulebook import load_rulebook
from tests.resolve_papers import citation, paper

RULES = load_rulebook()
CITING = paper("citing", "90/QĐ-UBND", "2022-10-24")


def found(cited: dict[str, Any], *held: dict[str, Any], citing: Any = CITING) -> Cited | None:
    papers = read_papers([citing, *held], RULES)
    results = find_cited([cited], papers, {}, RULES)
    return results[0] if results else None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("05/CT-TW", "5-CT/TW"),
        ("012/QĐ-UBND", "12/QĐ-UBND"),
        ("12NQ/HĐNN8", "12-NQ/HĐNN8"),
        ("144/2002/QĐ/BTC", "144/2002/QĐ-BTC"),
    ],
)
def test_spellings_of_one_number_have_one_key(one: str, other: str) -> None:
    keys = [read_number(text, RULES) for text in (one, other)]
    assert keys[0] is not None and keys[1] is not None and keys[0].bare == keys[1].bare


@pytest.mark.parametrize("number", ["7c/NQ-BCH", "12/HĐ-STC", "66.7/2025/NQ-CP"])
def test_suffixes_and_bars_tell_numbers_apart(number: str) -> None:
    others = {"7c/NQ-BCH": "7/NQ-BCH", "12/HĐ-STC": "12/HD-STC", "66.7/2025/NQ-CP": "66/2025/NQ-CP"}
    one, other = read_number(number, RULES), read_number(others[number], RULES)
    assert one is not None and other is not None and one.key != other.key


def test_a_blank_number_names_nothing() -> None:
    assert read_number("/TTr-SNV", RULES) is None and read_number(None, RULES) is None
    assert found(citation("citing", "/QĐ-UBND"), paper("a", "12/QĐ-UBND", "2022-01-05")) is None


def test_number_day_and_body_make_a_link() -> None:
    held = paper("a", "12/QĐ-UBND", "2021-01-05")
    cited = found(citation("citing", "12/QĐ-UBND", "2021-01-05", "UBND tỉnh"), held)
    assert cited is not None and cited.doc_id == "a" and cited.difference is None


def test_numbers_of_a_state_body_restart_each_year() -> None:
    held = [paper(f"y{year}", "12/QĐ-UBND", f"{year}-03-05") for year in (2019, 2020, 2021)]
    cited = found(citation("citing", "12/QĐ-UBND", "2020-03-05", "UBND tỉnh"), *held)
    assert cited is not None and cited.doc_id == "y2020"
    undated = found(citation("citing", "12/QĐ-UBND", None, "UBND tỉnh"), *held)
    assert undated is not None and undated.doc_id is None and undated.difference == "undated"
    assert undated.candidates == ("y2019", "y2020", "y2021")


def test_without_a_year_the_citing_papers_own_year_is_meant() -> None:
    held = [paper("old", "12/QĐ-UBND", "2021-03-05"), paper("new", "12/QĐ-UBND", "2022-03-05")]
    cited = found(citation("citing", "12/QĐ-UBND", None, "UBND tỉnh"), *held)
    assert cited is not None and cited.doc_id == "new"
    later = paper("later", "12/QĐ-UBND", "2022-12-30")
    assert found(citation("citing", "12/QĐ-UBND", None, "UBND tỉnh"), later) is None


def test_numbers_of_the_party_run_through_a_term() -> None:
    held = paper("a", "34-CT/TW", "2019-08-08", "BỘ CHÍNH TRỊ", doc_type="CT")
    for day, linked in (("2020-11-30", True), ("2021-03-01", False)):
        citing = paper("citing", "90/BC-UBND", day, doc_type="BC")
        cited = found(
            citation("citing", "34-CT/TW", None, "Bộ Chính trị", "CT"), held, citing=citing
        )
        assert cited is not None and (cited.doc_id == "a") is linked, day


def test_a_repeat_takes_the_day_of_the_fuller_mention() -> None:
    papers = read_papers([CITING, paper("a", "12/QĐ-UBND", "2019-01-05")], RULES)
    full = citation("citing", "12/QĐ-UBND", "2019-01-05", "UBND tỉnh")
    results = find_cited([full, citation("citing", "12/QĐ-UBND")], papers, {}, RULES)
    assert [cited.doc_id for cited in results] == ["a", "a"]


def test_a_regulation_has_the_number_of_its_decision() -> None:
    held = paper("a", "1689/QĐ-TLĐ", "2019-11-12", "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM")
    cited = found(citation("citing", "1689/QĐ-TLĐ", "2019-11-12", "Tổng Liên đoàn", "QC"), held)
    assert cited is not None and cited.doc_id == "a"


def test_a_year_in_the_number_may_be_dropped_beside_the_day() -> None:
    held = paper("a", "06/2018/QĐ-UBND", "2018-02-21")
    cited = found(citation("citing", "06/QĐ-UBND", "2018-02-21", "UBND tỉnh"), held)
    assert cited is not None and cited.doc_id == "a"


@pytest.mark.parametrize(
    ("printed", "on", "difference"),
    [
        ("12/HD-UBND", "2021-01-05", "type"),
        ("12/QĐ-UBDN", "2021-01-05", "symbol"),
        ("12/QĐ-UBND", "2020-01-05", "year"),
        ("12/QĐ-UBND", "2021-01-06", "day"),
        ("21/QĐ-UBND", "2021-01-05", "number"),
    ],
)
def test_a_misprint_is_a_candidate_and_no_link(printed: str, on: str, difference: str) -> None:
    held = paper("a", "12/QĐ-UBND", "2021-01-05")
    cited = found(citation("citing", printed, on, "UBND tỉnh"), held)
    assert cited is not None and cited.doc_id is None
    assert (cited.candidates, cited.difference) == (("a",), difference)


@pytest.mark.parametrize(
    "issuer",
    ["UBND tỉnh Điện Biên", "UBND huyện Than Uyên", "Chủ tịch UBND thành phố Hà Nội"],
)
def test_the_same_number_and_day_of_another_body_is_nothing(issuer: str) -> None:
    held = paper("a", "12/QĐ-UBND", "2021-01-05")
    assert found(citation("citing", "12/QĐ-UBND", "2021-01-05", issuer), held) is None


def test_a_body_without_a_place_is_of_the_citing_papers_province() -> None:
    held = paper("a", "12/QĐ-UBND", "2021-01-05", "ỦY BAN NHÂN DÂN TỈNH SƠN LA")
    assert found(citation("citing", "12/QĐ-UBND", "2021-01-05", "UBND tỉnh"), held) is None


def test_a_merged_province_cites_its_forerunners_papers() -> None:
    held = paper("a", "12/QĐ-UBND", "2021-01-05", "ỦY BAN NHÂN DÂN TỈNH HÀ NAM")
    after = paper("citing", "90/QĐ-UBND", "2025-10-24", "ỦY BAN NHÂN DÂN TỈNH NINH BÌNH")
    before = paper("citing", "90/QĐ-UBND", "2022-10-24", "ỦY BAN NHÂN DÂN TỈNH NINH BÌNH")
    cited = citation("citing", "12/QĐ-UBND", "2021-01-05", "UBND tỉnh")
    linked = found(cited, held, citing=after)
    assert linked is not None and linked.doc_id == "a"
    assert found(cited, held, citing=before) is None


def test_drafts_copies_and_the_paper_itself_are_not_cited() -> None:
    own = paper("citing", "12/QĐ-UBND", "2021-01-05")
    draft = paper("a", "12/QĐ-UBND", "2021-01-05", is_draft=True)
    assert found(citation("citing", "12/QĐ-UBND", "2021-01-05"), draft, citing=own) is None
    papers = read_papers([CITING, *(paper(x, "12/QĐ-UBND", "2021-01-05") for x in "ab")], RULES)
    cited = [citation("citing", "12/QĐ-UBND", "2021-01-05", "UBND tỉnh")]
    assert find_cited(cited, papers, {"b": "a"}, RULES)[0].doc_id == "a"
    assert find_cited(cited, papers, {}, RULES)[0].difference == "several"


UNION = "LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU"
HOSPITAL = "CÔNG ĐOÀN BỆNH VIỆN ĐA KHOA MẪU"
SCHOOL = paper("citing", "22/BC-CĐCS", "2022-11-20", "CÔNG ĐOÀN TRƯỜNG CAO ĐẲNG THỬ",
               parent_issuer=UNION)  # fmt: skip


@pytest.mark.parametrize(
    ("issuer", "linked"),
    [
        ("Công đoàn Trường Cao đẳng Thử", None),
        ("CĐCS Bệnh viện đa khoa Mẫu", True),
        ("Ban Chấp hành Công đoàn Bệnh viện Đa khoa Mẫu", True),
        ("Công đoàn Bệnh viện", False),  # which of them is not told
        (None, False),  # the school's own, or any other's
    ],
)
@pytest.mark.parametrize("on", ["2022-03-05", None])
def test_two_bodies_of_one_province_give_the_same_numbers(
    issuer: str | None, linked: bool | None, on: str | None
) -> None:
    held = paper("a", "15/KH-CĐCS", "2022-03-05", HOSPITAL, parent_issuer=UNION, doc_type="KH")
    cited = found(citation("citing", "15/KH-CĐCS", on, issuer, "KH"), held, citing=SCHOOL)
    if linked is None:
        assert cited is None
    else:
        assert cited is not None and (cited.doc_id == "a") is linked
        assert linked or (cited.candidates, cited.difference) == (("a",), "undated")


def test_two_firms_of_no_known_province_give_the_same_numbers() -> None:
    held = paper("a", "15/QĐ-GĐ", "2022-03-05", "CÔNG TY CỔ PHẦN ĐIỆN CƠ MẪU")
    citing = paper("citing", "22/BC-GĐ", "2022-11-20", "CÔNG TY TNHH HẢI SẢN THỬ")
    for named, linked in (
        ("Công ty TNHH Hải sản Thử", None),
        ("Công ty Cổ phần Điện cơ Mẫu", "a"),
        ("Giám đốc Công ty CP Điện cơ Mẫu", "a"),
    ):
        cited = found(citation("citing", "15/QĐ-GĐ", "2022-03-05", named), held, citing=citing)
        assert (cited.doc_id if cited is not None else None) == linked, named


def test_without_a_body_the_citing_one_or_the_one_above_it_is_meant() -> None:
    cited = citation("citing", "12/QĐ-UBND", "2021-01-05")
    held = paper("a", "12/QĐ-UBND", "2021-01-05")
    office = paper("citing", "9/BC-SNV", "2022-10-24", "SỞ NỘI VỤ", parent_issuer=held["issuer"])
    own = found(cited, held)
    above = found(cited, held, citing=office)
    assert own is not None and above is not None and own.doc_id == above.doc_id == "a"
    district = held | {"issuer": "ỦY BAN NHÂN DÂN HUYỆN THAN UYÊN"}
    other = found(cited, district, citing=office)
    assert other is not None and other.doc_id is None and other.difference == "undated"


@pytest.mark.parametrize(
    ("named", "issuer", "linked"),
    [
        ("Chủ tịch UBND tỉnh", "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU", True),
        ("Sở LĐTBXH tỉnh Lai Châu", "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", True),
        ("Giám đốc Sở VHTTDL", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH TỈNH LAI CHÂU", True),
        ("Ban Thường vụ Tỉnh ủy", "TỈNH ỦY LAI CHÂU", True),
        ("Huyện ủy Than Uyên", "TỈNH ỦY LAI CHÂU", False),
        ("UBND thành phố", "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU", False),
        ("Sở Nội vụ", "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU", False),
        ("Trường Cao đẳng Thử", "CÔNG ĐOÀN TRƯỜNG CAO ĐẲNG THỬ TỈNH LAI CHÂU", False),
    ],
)
def test_short_forms_and_posts_name_the_body_and_areas_tell_two_apart(
    named: str, issuer: str, linked: bool
) -> None:
    held = paper("a", "12/QĐ-XYZ", "2021-01-05", issuer, place="Lai Châu")
    cited = found(citation("citing", "12/QĐ-XYZ", "2021-01-05", named), held)
    assert (cited is not None and cited.doc_id == "a") is linked


def test_the_office_of_a_body_is_named_with_the_body() -> None:
    held = paper("a", "12/TB-VP", "2021-01-05", "VĂN PHÒNG", doc_type="TB",
                 parent_issuer="UBND TỈNH LAI CHÂU")  # fmt: skip
    for named, linked in (("Văn phòng UBND tỉnh", True), ("UBND tỉnh", False)):
        cited = found(citation("citing", "12/TB-VP", "2021-01-05", named, "TB"), held)
        assert (cited is not None and cited.doc_id == "a") is linked, named
