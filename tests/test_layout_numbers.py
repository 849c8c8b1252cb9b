"""Layout of the head: the number with its symbol, drafts without one, numbers of others."""

from __future__ import annotations

import pytest

from tests.layout_pages import BODY, head_of, plain, value, views


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Số: 637/LĐLĐ", "637/LĐLĐ"),
        ("Số 637/LĐLĐ", "637/LĐLĐ"),
        ("Số : 637/LĐLĐ", "637/LĐLĐ"),
        ("SỐ: 637/LĐLĐ", "637/LĐLĐ"),
        ("Sô: 637/LĐLĐ", "637/LĐLĐ"),
        ("Số: 418 /BC - LĐLĐ", "418/BC-LĐLĐ"),
        ("Số: 418/BC–LĐLĐ", "418/BC-LĐLĐ"),
        ("Số: 05/2019/QĐ-UBND", "05/2019/QĐ-UBND"),
        ("Số: 9b/NQ-BCH", "9b/NQ-BCH"),
        ("Số 34-CT/TU", "34-CT/TU"),
        ("Số: 12/HD-BTV-VP", "12/HD-BTV-VP"),
        ("Số: 15/TTLT-BNV-BTC", "15/TTLT-BNV-BTC"),
    ],
)
def test_shapes_of_the_number(printed: str, number: str) -> None:
    head = head_of(f"\n{printed}\nĐông Khê, ngày 07 tháng 8 năm 2019\n")
    assert value(head.doc_number) == number


@pytest.mark.parametrize(
    "printed",
    [
        "Số: 418\n/BC-LĐLĐ",
        "Số: 418/\nBC-LĐLĐ",
        "Số: 418\n/BC - LĐLĐ",
    ],
)
def test_number_and_symbol_broken_over_a_line(printed: str) -> None:
    dispatch = plain(f"\n{printed}\nĐông Khê, ngày 07 tháng 8 năm 2019\n" + BODY)
    field = dispatch.head.doc_number
    assert field is not None and field.value == "418/BC-LĐLĐ"
    quote = dispatch.text.text[field.start : field.end]
    assert quote.startswith("418") and quote.endswith("LĐLĐ")
    assert any("LĐLĐ" in view for view in views(dispatch, "number"))


@pytest.mark.parametrize(
    "printed",
    [
        "Số:      /QĐ-UBND",
        "Số:   /QĐ-UBND",
        "Số: ...../QĐ-UBND",
        "Số:……/QĐ-UBND",
        "Số: ____/QĐ-UBND",
    ],
)
def test_blank_number_is_a_draft(printed: str) -> None:
    head = head_of(f"\n{printed}\nĐông Khê, ngày   tháng 9 năm 2020\n")
    assert head.number is None
    assert value(head.doc_number) == "/QĐ-UBND"
    assert head.symbol == "QĐ-UBND"
    assert head.is_draft
    assert head.issued_on is None
    assert value(head.place) == "Đông Khê"


@pytest.mark.parametrize("mark", ["DỰ THẢO", "Dự thảo", "DỰ THẢO LẦN 2"])
def test_draft_mark(mark: str) -> None:
    head = head_of(f"\n{mark}\nSố: 15/KH-UBND\nĐông Khê, ngày 07 tháng 8 năm 2019\n")
    assert head.is_draft
    assert value(head.doc_number) == "15/KH-UBND"


def test_a_cited_number_is_not_the_documents_own() -> None:
    head = head_of("""
    Số: 31/QĐ-UBND
    Đông Khê, ngày 07 tháng 8 năm 2019
    QUYẾT ĐỊNH
    Ban hành Quy chế theo Nghị quyết số 99/NQ-HĐND
    """)
    assert value(head.doc_number) == "31/QĐ-UBND"


def test_incoming_stamp_has_its_own_number() -> None:
    head = head_of("""
    CÔNG VĂN ĐẾN
    Số: 31/QĐ-UBND
    Đông Khê, ngày 07 tháng 8 năm 2019
    Số tiền: 15.000 đồng
    """)
    assert value(head.doc_number) == "31/QĐ-UBND"
