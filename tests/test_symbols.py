"""Document numbers: every shape of the reference, repairs, and what is no number at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.grammar.symbols import find_symbols, normalise_symbol
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


@pytest.mark.parametrize(
    ("text", "number", "type_code", "style"),
    [
        ("Số: 345 /BC - LĐLD", "345/BC-LĐLĐ", "BC", "state"),
        ("Số: 163/BC-SNV", "163/BC-SNV", "BC", "state"),
        ("Số: 66/QĐ-K2ĐT", "66/QĐ-K2ĐT", "QĐ", "state"),
        ("Số:09/2010/QD-UBND", "09/2010/QĐ-UBND", "QĐ", "state"),
        ("Số: 1234/LĐLĐ", "1234/LĐLĐ", None, "state"),
        ("Số: 509/TTH-VP", "509/TTH-VP", None, "state"),
        ("Số: 12/TTh-BYT", "12/TTh-BYT", "TTh", "state"),
        ("SỐ: 12/TTR-SNV", "12/TTr-SNV", "TTr", "state"),
        ("Số 12-CT/TU", "12-CT/TU", "CT", "party"),
        ("Số 367 - QĐ/TWĐTN-VP", "367-QĐ/TWĐTN-VP", "QĐ", "party"),
        ("12NQ/HĐNN8", "12NQ/HĐNN8", "NQ", "glued"),
        ("Số: 31-CP", "31-CP", None, "old"),
        ("Số: 9b/NQ-BCH", "9b/NQ-BCH", "NQ", "state"),
        ("Số: 66.7/2025/NQ-CP", "66.7/2025/NQ-CP", "NQ", "state"),
        ("Số: 55/2005/TTLT-BNV-VPCP", "55/2005/TTLT-BNV-VPCP", "TTLT", "state"),
        ("Số: 15/CĐ-TTg", "15/CĐ-TTg", "CĐ", "state"),
        ("Số: 15/CĐCS", "15/CĐCS", None, "state"),
        ("Số: 522/2002/QĐ.UB", "522/2002/QĐ.UB", "QĐ", "state"),
        ("Số: 224/VNPT VNP-KTNV", "224/VNPTVNP-KTNV", None, "state"),
        ("Số: 5/QĐ UBND-NV", "5/QĐ", "QĐ", "state"),
        ("Số: 5/2016/TT-BGD ĐT", "5/2016/TT-BGDĐT", "TT", "state"),
        ("Số: 5/2016/TTLT-BGD ĐT-BNV", "5/2016/TTLT-BGDĐT-BNV", "TTLT", "state"),
        ("Số: 5/QĐ-BVHTT & DL", "5/QĐ-BVHTT&DL", "QĐ", "state"),
        ("Số: 5/QĐ-UBND TT", "5/QĐ-UBND", "QĐ", "state"),
        ("Số: 38/2003/QĐ-BTCNGÀY 5", "38/2003/QĐ-BTC", "QĐ", "state"),
        ("Số: 15/QĐ-UBND.HC", "15/QĐ-UBND.HC", "QĐ", "state"),
        ("Số: 12/KH-BCĐ.ATTP", "12/KH-BCĐ.ATTP", "KH", "state"),
        ("Số: 72/UBND-VX.NV", "72/UBND-VX.NV", None, "state"),
    ],
)
def test_head_numbers(text: str, number: str, type_code: str | None, style: str) -> None:
    symbol = normalise_symbol(text, RULES)
    assert symbol is not None
    assert (symbol.doc_number, symbol.type_code, symbol.style) == (number, type_code, style)
    assert not symbol.is_blank


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("57/QĐ-UBOLV", "57/QĐ-UBQLV"),
        ("57/QĐ-UBQLW", "57/QĐ-UBQLV"),
        ("12/KH-LĐLD", "12/KH-LĐLĐ"),
        ("12/KH-XOV", "12/KH-XOV"),  # a short code with another sign is another code
    ],
)
def test_codes_are_put_right_by_the_known_ones(printed: str, number: str) -> None:
    (symbol,) = find_symbols(f"Quyết định số {printed}", RULES)
    assert (symbol.doc_number, symbol.is_repaired) == (number, printed != number)


@pytest.mark.parametrize("text", ["Số:      /QĐ-UBND", "Số …../QĐ-UBND", "/QĐ-UBND"])
def test_blank_number(text: str) -> None:
    symbol = normalise_symbol(text, RULES)
    assert symbol is not None
    assert (symbol.doc_number, symbol.number, symbol.is_blank) == ("/QĐ-UBND", None, True)


@pytest.mark.parametrize("text", ["", "Số: 05", "QĐ", "Kính gửi", "28/7", "70/70 CĐCS"])
def test_no_head_number(text: str) -> None:
    assert normalise_symbol(text, RULES) is None


@pytest.mark.parametrize(
    "text",
    ["có 64/64 CĐCS", "ngày 28/7", "24/7", "100 m3/ngày", "3 triệu đồng/hộ/dự án", "12/8/2020",
     "phòng 12/A", "862/1.266", "và/hoặc", "Mẫu số 02/BTC", "Biểu mẫu số 5/BC-SNV"],
)  # fmt: skip
def test_nothing_in_text(text: str) -> None:
    assert find_symbols(text, RULES) == ()


def test_meaningful_letters_stay() -> None:
    found = find_symbols("05/HD-SNV và 06/HĐ-UBND", RULES)
    assert [symbol.doc_number for symbol in found] == ["05/HD-SNV", "06/HĐ-UBND"]


def test_next_clause_is_not_eaten() -> None:
    (symbol,) = find_symbols("theo 637/LĐLĐ - Ban Chấp hành đã họp", RULES)
    assert symbol.doc_number == "637/LĐLĐ"


def test_unknown_issuer_needs_a_label() -> None:
    assert find_symbols("428/ZZXT-QK", RULES) == ()
    (symbol,) = find_symbols("Công văn số 428/ZZXT-QK", RULES)
    assert symbol.doc_number == "428/ZZXT-QK"


def test_year_is_missing() -> None:
    (symbol,) = find_symbols("Nghị định 07/NĐ-CP", RULES)
    assert symbol.is_partial


@given(st.text(alphabet="0123456789/-– .…QĐUBNDCTWsốabc:&", max_size=60))
def test_never_crashes_and_spans_hold(text: str) -> None:
    normalise_symbol(text, RULES)
    last = 0
    for symbol in find_symbols(text, RULES):
        assert last <= symbol.start < symbol.end <= len(text)
        assert " " not in symbol.doc_number
        last = symbol.end


@given(
    st.integers(min_value=1, max_value=9999),
    st.sampled_from(["QĐ", "BC", "KH", "TTr", "HD"]),
    st.sampled_from(["UBND", "LĐLĐ", "TLĐ", "SNV"]),
    st.sampled_from(["", " "]),
)
def test_blanks_do_not_matter(number: int, kind: str, issuer: str, blank: str) -> None:
    text = f"Số: {number:02d}{blank}/{blank}{kind}{blank}-{blank}{issuer}"
    symbol = normalise_symbol(text, RULES)
    assert symbol is not None
    assert symbol.doc_number == f"{number:02d}/{kind}-{issuer}"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Công văn số 2667/TLĐ - ToC ngày 29/12/2022", "2667/TLĐ-ToC"),
        ("Công văn số 56/TLĐ - TG - NC của Tổng Liên đoàn", "56/TLĐ-TG-NC"),
        ("Công văn số 56/TLĐ - Tổ chức của", "56/TLĐ"),
        ("Nghị quyết số 19-2018/NQ-CP ngày 15/5/2018", "19-2018/NQ-CP"),
    ],
)
def test_units_behind_loose_dashes(text: str, number: str) -> None:
    assert [symbol.doc_number for symbol in find_symbols(text, RULES)] == [number]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Báo cáo số 04/BC-HLV.HB ngày 02/11/2025", "04/BC-HLV.HB"),
        ("Quyết định số 15/QĐ-UBND.HC phê duyệt", "15/QĐ-UBND.HC"),
        ("theo Công văn số 72/UBND.VX của", "72/UBND.VX"),
        ("Quyết định số 15/QĐ-UBND.Từ ngày 01/01", "15/QĐ-UBND"),
        ("Quyết định số 15/QĐ-SNV.BHXH tỉnh yêu cầu", "15/QĐ-SNV"),
        ("Nghị quyết số 99/2025/QH 15 ngày 12/6/2025", "99/2025/QH15"),
        ("Nghị quyết số 71/NQ- UBTVQH 15 ngày 16/6/2025", "71/NQ-UBTVQH15"),
    ],
)
def test_a_symbol_goes_on_behind_a_point_or_with_its_term(text: str, number: str) -> None:
    (symbol,) = find_symbols(text, RULES)
    assert symbol.doc_number == number
