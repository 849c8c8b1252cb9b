"""An expression and its twin for the other engine find the same in every plain text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.grammar import misread_words
from pipeline.grammar.spelling import fold
from pipeline.layout import issuers, mended_bodies, names, posts
from pipeline.layout.pieces import without_marks
from pipeline.rulebook import Pattern, load_rulebook
from pipeline.rulebook.twin import Twins, is_plain, twin

PATTERNS = tuple(load_rulebook().by_id.values())
SAMPLES = Path(__file__).resolve().parents[1] / "data" / "raw"
LETTERS = "".join(chr(c) for c in range(0x3000) if is_plain(chr(c)))


def test_ordinary_text_is_plain() -> None:
    assert is_plain("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 – “Công tác” … ●\t15 %\n")
    assert not is_plain("12 m²")
    assert not is_plain("TRİỆU")
    assert not is_plain("cu\u0309a")


@pytest.mark.parametrize("ignore_case", [False, True])
@pytest.mark.parametrize(
    "source", [r"\p{L}", r"\p{N}", r"\p{M}", r"\w", r"\W", r"\d", r"\D", r"\s", r"\S", ".", r"\b."]
)
def test_the_engines_agree_on_classes(source: str, ignore_case: bool) -> None:
    other = twin(source, ignore_case=ignore_case)
    assert other is not None
    flags = regex.IGNORECASE if ignore_case else regex.V0
    assert other.findall(LETTERS) == regex.findall(source, LETTERS, flags)


@pytest.mark.parametrize(
    "source", [r"\p{Lu}", r"\p{Ll}", r"[^\p{Lu}]", r"[\p{Ll}\d]", r"[][\p{Lu}]"]
)
def test_the_engines_agree_on_case(source: str) -> None:
    other = twin(source)
    assert other is not None
    assert other.findall(LETTERS) == regex.findall(source, LETTERS)


def test_the_engines_agree_on_letters_without_case() -> None:
    for letter in LETTERS:
        found = regex.findall(regex.escape(letter), LETTERS, regex.IGNORECASE)
        assert re.findall(re.escape(letter), LETTERS, re.IGNORECASE) == found


@pytest.mark.parametrize(
    "source", [r"(?<=a+)b", r"(?P<x>a)|(?P<x>b)", r"\p{Greek}", r"(?|a|b)", r"\m\w+"]
)
def test_what_the_other_engine_cannot_say_has_no_twin(source: str) -> None:
    assert twin(source) is None


@pytest.fixture(scope="module")
def texts() -> list[str]:
    written = [example.text for pattern in PATTERNS for example in pattern.examples]
    written += [text for pattern in PATTERNS for text in pattern.rejects]
    for file in sorted(SAMPLES.glob("*.txt")):
        written += file.read_text(encoding="utf-8", errors="replace").splitlines()
    plain = [text for text in dict.fromkeys(written) if is_plain(text)]
    return [*plain, *(fold(text) for text in plain[::3])]


_NTH = 4


def _drawn(pattern: Pattern, texts: list[str]) -> list[str]:
    """A pattern's own plain texts, and of all others one in four: other ones for the next."""
    own = [*(example.text for example in pattern.examples), *pattern.rejects]
    plain = [text for text in own if is_plain(text)]
    return [*dict.fromkeys((*plain, *texts[PATTERNS.index(pattern) % _NTH :: _NTH]))]


def _found(engine: regex.Pattern[str], text: str, start: int, end: int) -> list[object]:
    found: list[object] = [
        (hit.span(), hit.groupdict(), hit.lastgroup) for hit in engine.finditer(text, start, end)
    ]
    for hit in (engine.match(text, start, end), engine.fullmatch(text, start, end)):
        found.append(hit and (hit.span(), hit.groupdict()))
    return found


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.id)
def test_pattern_and_twin_find_the_same(pattern: Pattern, texts: list[str]) -> None:
    for number, text in enumerate(_drawn(pattern, texts)):
        cut = number % (len(text) + 1)
        for start, end in ((0, len(text)), (cut, len(text)), (cut // 2, len(text) - cut // 3)):
            expected = _found(pattern.regex, text, start, end)
            assert _found(pattern.on(text), text, start, end) == expected


RULES = load_rulebook()


@pytest.mark.parametrize(
    ("twins", "ignore_case"),
    [
        (issuers.body_heads(RULES), False),
        (mended_bodies._heads(RULES)[1], False),
        (misread_words._MISREAD, False),
        (names._titles(RULES), True),
        (posts._posts(RULES), False),
    ],
)
def test_expressions_of_the_code_and_their_twins_find_the_same(
    twins: Twins, ignore_case: bool, texts: list[str]
) -> None:
    assert twins.on("Ủy ban") is not twins.on("12 m²")
    for text in (*texts[::5], *(without_marks(text.upper()) for text in texts[1::5])):
        expected = _found(twins._regex, text, 0, len(text))
        assert _found(twins.on(text), text, 0, len(text)) == expected
    assert bool(twins._regex.flags & regex.IGNORECASE) == ignore_case


def test_titles_are_told_in_either_case_and_not_within_a_word() -> None:
    titles = Twins(r"(?:TS|bs)(?!\p{Ll})", ignore_case=True)
    for sign in ("", "²"):  # which is not plain
        assert titles.match(f"a ts.{sign}", 2) is not None
        assert titles.search(f"Ông BS. An{sign}") is not None
        assert titles.match(f"TSAN{sign}") is None


_PIECES = (
    "được", "tặng", "Bằng khen", "cho", "12", "tập thể", ",", ";", ".", " ", "  ", "và", "(", ")",
    "phấn đấu", "đạt", "Trưởng phòng", "Sở", "Công ty", "ông", "Nguyễn Văn An", "kế hoạch", ":",
    "trong đó", "của", "Quyết định số", "5/QĐ-UBND", "ngày 5/3/2020", "không quá", "5%", "triệu",
)  # fmt: skip


@settings(deadline=None)  # expressions compile when they are first asked for
@given(st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join), st.integers(0, 30))
def test_pattern_and_twin_find_the_same_in_any_text(text: str, start: int) -> None:
    for pattern in PATTERNS[::5]:
        engine = pattern.on(text)
        if engine is not pattern.regex:
            found = _found(engine, text, start, len(text))
            assert found == _found(pattern.regex, text, start, len(text)), pattern.id
