"""A dispatch and its scan whose number is misread: listed for a person, never merged."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.resolve.likely_copies import likely_copies, likely_findings
from pipeline.resolve.papers import read_papers
from pipeline.rulebook import load_rulebook
from tests.resolve_papers import paper

RULES = load_rulebook()
SUBJECT = "Về việc tặng Bằng khen cho các cá nhân có thành tích xuất sắc"
BORN = paper("a", "1276/QĐ-UBND", "2021-01-05", subject=SUBJECT)
SCAN = BORN | {"doc_id": "b", "doc_number": "1278/QĐ-UBND", "is_ocr": True}
PEOPLE = {"a": frozenset({"nguyen van mau"}), "b": frozenset({"nguyen van mau"})}


def pairs(*rows: dict[str, Any], people: Any = None) -> list[set[str]]:
    found = likely_copies(read_papers(rows, RULES), PEOPLE if people is None else people, {})
    return [{left.doc_id, right.doc_id} for left, right in found]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"doc_number": None},
        {"issuer": "UY BAN NHÂN DÂN TỈNH LAI CHÂU"},
        {"subject": SUBJECT.replace("xuất sắc", "xuat săo")},
    ],
)
def test_a_scan_with_a_misread_number_is_a_candidate(change: dict[str, Any]) -> None:
    assert pairs(BORN, SCAN | change) == [{"a", "b"}]


@pytest.mark.parametrize(
    "change",
    [
        {"is_ocr": False},
        {"doc_number": "1267/QĐ-UBND"},
        {"doc_number": "127/QĐ-UBND"},
        {"doc_number": "1278/QĐ-STC"},
        {"issued_on": None},
        {"issuer": "ỦY BAN NHÂN DÂN TỈNH SƠN LA"},
        {"subject": "Về việc thành lập Hội đồng xét duyệt sáng kiến"},
        {"doc_type": "TB"},
        {"is_draft": True},
    ],
)
def test_what_differs_in_more_is_none(change: dict[str, Any]) -> None:
    assert pairs(BORN, SCAN | change) == []


def test_decisions_of_one_day_for_other_people_are_none() -> None:
    assert pairs(BORN, SCAN, people=PEOPLE | {"b": frozenset({"tran thi vi du"})}) == []


def test_the_finding_names_both_and_leaves_the_verdict_open() -> None:
    found = likely_copies(read_papers([SCAN, BORN], RULES), PEOPLE, {})
    (row,) = likely_findings(found, lambda _: "")
    assert (row["verdict"], row["doc_ids"]) == ("not_checkable", ["a", "b"])
    assert "1278/QĐ-UBND (05/01/2021)" in row["observed"] and "1276" in row["expected"]
    assert likely_copies(read_papers([SCAN, BORN], RULES), PEOPLE, {"b": "a"}) == ()
