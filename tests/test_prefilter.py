"""Patterns are searched only where their letters stand, and never missed where they match."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.grammar.spelling import fold
from pipeline.rulebook import Pattern, Prefilter, load_rulebook
from pipeline.rulebook.needed import needed, opening_at, outline
from pipeline.rulebook.places import places

RULES = load_rulebook()
unhurried = settings(deadline=None)  # patterns are compiled when first asked for
PATTERNS = tuple(RULES.by_id.values())
SAMPLES = Path(__file__).resolve().parents[1] / "data" / "raw"


@pytest.mark.parametrize(
    ("source", "strings"),
    [
        (r"quý\s+\d", ("quý 0",)),
        (r"ngày\s{0,40}\d{1,2}", ("ngày0", "ngày 0")),
        (r"(?:từ\s+)?(?=ngày)\p{L}+", ("ngày",)),
        (r"(?<!\p{L})(?:xã|phường)(?!\p{L})", ("xã", "phường")),
        (r"(?:ab)+c", ("abc",)),
        (r"(?:ab|cd)*ef", ("ef",)),
        (r"a[bc]d?e", ("abe", "ace", "abde", "acde")),
        (r"\d{3}x", ("000x",)),
        (r"a\d{2,}\.", ("a00", "00.")),
        (r"(?P<a>x)y(?P=a)", ("xy",)),
        (r"TRƯỜNG", ("trường",)),
        (r"[A-Z]+", ()),
        (r"năm|\p{L}", ()),
        (r"(?:năm)?", ()),
        (r"\s+", ()),
        (r"(?|a|b)", ()),
        (
            r"(?:tại|theo)\s{1,40}(?:các\s)?\Z",
            ("tại \x03", "theo \x03", "tại các \x03", "theo các \x03"),
        ),
        (
            r"(?:ký|ra)(?: ý kiến[^,]{0,9} (?:tại|các))?\s+$",
            ("ký \x03", "ra \x03", " tại \x03", " các \x03"),
        ),
        (r"(?m)a$", ()),
        (r"(?im:a$)", ()),
        (r"(?:x|\Z)\Z{2}", ()),
    ],
)
def test_what_a_pattern_needs_is_read_off_it(source: str, strings: tuple[str, ...]) -> None:
    found = needed(source)
    assert set(found) <= set(strings)
    assert bool(found) == bool(strings)


def test_an_outline_has_one_case_digit_and_blank() -> None:
    assert outline("  Ngày\u00a0\t15/4\n2010 ") == " ngày 00/0 0000 \x03"


@pytest.mark.parametrize("text", ["ngày ١٢ tháng 3", "TRİỆU", "ngày １２"])
def test_a_text_with_strange_digits_or_letters_has_no_outline(text: str) -> None:
    assert outline(text) is None
    assert all(pattern.may_match(text) for pattern in PATTERNS)


def _texts() -> list[str]:
    written = [example.text for pattern in PATTERNS for example in pattern.examples]
    written += [text for pattern in PATTERNS for text in pattern.rejects]
    for file in sorted(SAMPLES.glob("*.txt")):
        written += file.read_text(encoding="utf-8", errors="replace").splitlines()
    return [*dict.fromkeys(written), *(fold(text) for text in dict.fromkeys(written))]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return _texts()


_NTH = 4


@pytest.fixture
def drawn(pattern: Pattern, texts: list[str]) -> list[str]:
    """A pattern's own texts, and of all others one in four: other ones for the next pattern.

    Rules times texts grow with the square of the rules; a filter that is wrong is wrong in many.
    """
    own = [*(example.text for example in pattern.examples), *pattern.rejects]
    others = texts[PATTERNS.index(pattern) % _NTH :: _NTH]
    return [*dict.fromkeys((*own, *map(fold, own), *others))]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.id)
def test_no_match_is_passed_over(pattern: Pattern, drawn: list[str]) -> None:
    missed = [t for t in drawn if not pattern.may_match(t) and pattern.regex.search(t)]
    assert missed == []


_PIECES = (
    "ngày", "tháng", "năm", "quý", " ", "  ", "\u00a0", "1", "2", "15", "2020", "/", "-", "–", ".",
    "từ", "đến", "nay", "Đến", "TỪ", ",", "và", "giai đoạn", "nhiệm kỳ", "cuối", "hết", "II",
    "9:30", "11-08-23", "chậm nhất", "là", "…", "x", "0912345678", "chai", "lít", "hạng", "tuổi",
    "http://", "@", "lần", "(", ")", "bản", "trang", "h", "giờ", "mã số", "000",
)  # fmt: skip


@unhurried
@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_no_match_is_passed_over_in_any_text(text: str) -> None:
    for pattern in (*RULES.patterns("date"), *RULES.patterns("figure_not")):
        if not pattern.may_match(text):
            assert pattern.regex.search(text) is None, pattern.id


def test_most_searches_are_spared(texts: list[str]) -> None:
    looks = [pattern.may_match(text) for pattern in PATTERNS for text in texts[::7]]
    assert sum(looks) < len(looks) / 3


@unhurried
@given(st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join))
def test_a_group_names_in_order_what_may_match(text: str) -> None:
    group = RULES.patterns("date")
    possible = Prefilter(group).possible(text)
    assert list(possible) == [pattern for pattern in group if pattern.may_match(text)]


_LETTERS = st.sampled_from("aăâđê ốộ10.-/()xX")


@unhurried
@given(
    st.recursive(
        st.text(_LETTERS, min_size=1, max_size=3).map(regex.escape),
        lambda inner: st.one_of(
            st.tuples(inner, inner).map("".join),
            st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
            inner.map(lambda one: f"(?:{one})?"),
            inner.map(lambda one: f"(?:{one})*"),
            inner.map(lambda one: f"(?:{one}){{1,2}}"),
            inner.map(lambda one: f"(?={one})"),
            st.sampled_from(
                [r"\s*", r"\s+", r"\d", r"\d{2}", "[ab]", "[^x]", r"\p{L}", ".", r"\Z", "$"]
            ),
        ),
        max_leaves=6,
    ),
    st.text(_LETTERS, max_size=12),
)
def test_any_pattern_needs_only_what_its_matches_hold(source: str, text: str) -> None:
    seen, wanted = outline(text), needed(source)
    if seen is not None and wanted and regex.search(source, text, regex.IGNORECASE):
        assert any(string in seen for string in wanted)


@unhurried
@given(st.lists(st.sampled_from((*_PIECES, "tỷ", "đồng", "%", "rưỡi", "nghìn")), max_size=9))
def test_no_match_is_passed_over_by_what_a_text_opens_with(pieces: list[str]) -> None:
    text = "".join(pieces)
    for pattern in PATTERNS:
        for position in range(0, len(text), 5):
            if not pattern.may_open(opening_at(text, position)):
                assert pattern.regex.match(text, position) is None, pattern.id


def test_few_patterns_can_open_at_a_place() -> None:
    dotted = RULES.pattern("number.dotted")
    assert dotted.may_open(opening_at("12.500 đồng", 0))
    assert not dotted.may_open(opening_at("12,5 %", 0))
    assert not dotted.may_open(opening_at("125", 0))
    assert dotted.may_open(opening_at("1" * 30 + ".", 0))  # too long to tell


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.id)
def test_what_is_tried_at_some_places_only_is_found_all_the_same(
    pattern: Pattern, drawn: list[str]
) -> None:
    for text in drawn:
        hit, same = pattern.regex.search(text), pattern.search(text)
        assert (hit and hit.span()) == (same and same.span()), text
        hit, same = pattern.regex.search(text, 3, 40), pattern.search(text, 3, 40)
        assert (hit and hit.span()) == (same and same.span()), text


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.id)
def test_all_matches_of_a_stretch_are_found_by_their_places(
    pattern: Pattern, drawn: list[str]
) -> None:
    if pattern.regex.match("") is not None:
        return  # between letters there are more places than matches begin at
    for text in drawn:
        for start, end in ((0, len(text)), (3, 40)):
            wanted = [hit.span() for hit in pattern.regex.finditer(text, start, end)]
            assert [hit.span() for hit in pattern.finditer(text, start, end)] == wanted, text


def test_places_are_told_by_what_matches_open_with() -> None:
    found = places(r"\A\d+|(?<!\p{L})(?i:của|do)\s|\s{1,9}x")
    assert found is not None
    assert list(found.of("12 Của cuộc đO họ, do x", 0, 99)) == [0, 2, 3, 6, 11, 14, 18, 19, 21]
    assert list(found.of("12 của", 1, 99)) == [2, 3]
    assert places(r"\p{L}+") is None
    assert places(r"(?:của)?\d*") is None
    at_the_end = places(r"(?:có|là|đã được)\s*\Z")
    assert at_the_end is not None
    assert list(at_the_end.of("là có đã là", 0, 11)) == [0, 3, 6, 9]


def test_many_words_are_told_apart_by_more_than_their_first_letter() -> None:
    found = places("|".join(f"m{a}{b}" for a in "aeiouy" for b in "cghnpt"))
    assert found is not None
    assert list(found.of("mua một mớ măng mic", 0, 99)) == [16]


def test_hits_may_begin_inside_one_another() -> None:
    level = RULES.pattern("initiative.level")
    text = "cấp bộ, cấp cơ sở"
    assert [hit.group() for hit in level.hits(text)] == ["cấp bộ", "cấp cơ sở"]
    assert [hit.group() for hit in level.hits(text, 1)] == ["cấp cơ sở"]
    run = RULES.pattern("person.syllable")  # `^`: whatever follows, it begins at the start only
    assert [hit.start() for hit in run.hits("Bình")] == [0]
    words = RULES.pattern("body.bare_place")
    assert [hit.group() for hit in words.hits("ở Mù Cang")] == ["Mù Cang", "Cang"]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.id)
def test_what_begins_at_a_place_is_found_there(pattern: Pattern, drawn: list[str]) -> None:
    for text in drawn:
        for at, end in ((0, None), (1, None), (len(text) // 2, None), (4, 30), (len(text), None)):
            hit = pattern.regex.match(text, at, len(text) if end is None else end)
            same = pattern.match(text, at, end)
            assert (hit and hit.span()) == (same and same.span()), (text, at)


def test_many_letters_do_not_fill_what_a_pattern_remembers() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    pattern = RULES.pattern("body.outer")
    for text in (a + b + c for a in letters for b in letters for c in letters):
        assert pattern.match(f" {text} xyz", 1) is None
    assert len(pattern._beginning) <= 4096
    assert pattern.match("ở Bệnh viện", 2) is not None
