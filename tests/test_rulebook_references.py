"""What patterns refer to: terms and fragments, the trie of many terms, spellings that are one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from pipeline.rulebook import load_rulebook
from pipeline.rulebook.fold import spellings
from pipeline.rulebook.trie import trie_regex
from tests.rules_folder import edit, folder

__all__ = ["folder"]

# ------------------------------------------------------------------------------------ references


def compiled(folder: Path, source: str, flags: str = "") -> regex.Pattern[str]:
    edit(folder / "patterns" / "garden.toml", "ngày\\s+(?P<day>{{day}})", source)
    edit(folder / "patterns" / "garden.toml", "[[pattern]]", f"[[pattern]]\nflags = [{flags}]")
    return load_rulebook(folder).pattern("garden.day").regex


def test_the_longest_term_wins_and_a_blank_is_any_run_of_blanks(folder: Path) -> None:
    pattern = compiled(folder, "(?P<f>{{lexicon:fruits.term}})")
    found = pattern.search("một xoài \t\n non")
    assert found and found["f"] == "xoài \t\n non"


def test_a_reference_may_choose_rows(folder: Path) -> None:
    pattern = compiled(folder, "{{lexicon:fruits.term[kind=sour]}}")
    assert pattern.search("xoài non") and not pattern.search("xoài chín")


def test_case_is_ignored_where_asked(folder: Path) -> None:
    pattern = compiled(folder, "{{lexicon:fruits.term|nocase}} {{day}}")
    assert pattern.search("XOÀI NON 12") and not pattern.search("XOÀI x")


def test_without_case_the_longest_term_still_wins(folder: Path) -> None:
    edit(folder / "lexicons" / "fruits.tsv", "khế\t\t", "Xoài Non Xanh\t\t")
    found = compiled(folder, "{{lexicon:fruits.term}}", '"IGNORECASE"').match("xoài non xanh")
    assert found and found.group() == "xoài non xanh"


def test_a_fragment_is_a_group_but_bare_inside_a_set(folder: Path) -> None:
    edit(folder / "patterns" / "garden.toml", "'[0-3]?\\d'", "'a|b'")
    pattern = compiled(folder, "x{{day}}y[^\\]{{day}}]")
    assert pattern.fullmatch("xbyc") and not pattern.fullmatch("xbya")
    assert not pattern.fullmatch("xa")


def test_shared_fragments_serve_all_files_and_local_ones_win(folder: Path) -> None:
    shared = folder / "patterns" / "fragments.toml"
    shared.write_text("[fragments]\nday = 'Z'\nmonth = 'M{{day}}'\n", "utf-8")
    pattern = compiled(folder, "{{day}}{{month}}")
    assert pattern.search("04M31")


# ------------------------------------------------------------------------------------------ trie

TERMS = st.lists(
    st.text(alphabet="abcđĐ ủỷ-]^&[.|\\", min_size=1, max_size=6).filter(lambda t: bool(t.strip())),
    min_size=1,
    max_size=12,
)


@given(TERMS, st.text(alphabet="abcđĐ ủỷ-]^&[.|\\", max_size=20))
def test_the_trie_matches_what_the_plain_alternation_matches(terms: list[str], text: str) -> None:
    clean = sorted({" ".join(term.split()) for term in terms}, key=lambda t: (-len(t), t))
    plain = "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in clean)
    for suffix in ("", r"\b", "a"):
        expected = [m.span() for m in regex.finditer(f"(?:{plain}){suffix}", text)]
        for flags in (regex.VERSION0, regex.VERSION1):
            found = regex.finditer(trie_regex(terms) + suffix, text, flags)
            assert [m.span() for m in found] == expected


def test_no_terms_match_nothing() -> None:
    assert regex.search(trie_regex([]), "abc") is None


# ------------------------------------------------------------------------------------------ fold


@pytest.mark.parametrize(
    ("term", "folded"),
    [
        ("hòa", {"hòa", "hoà"}),
        ("Khoẻ", {"Khoẻ", "Khỏe"}),
        ("Thủy", {"Thủy", "Thuỷ"}),
        ("ỦY", {"ỦY", "UỶ"}),
        ("quý", {"quý", "quí"}),
        ("bác sĩ", {"bác sĩ", "bác sỹ"}),
        ("kỷ luật", {"kỷ luật", "kỉ luật"}),
        ("TLĐ", {"TLĐ", "TLD"}),
        ("LĐLĐ", {"LĐLĐ", "LDLĐ", "LĐLD", "LDLD"}),
        ("Đội", {"Đội"}),
        ("ĐỊNH", {"ĐỊNH"}),
        ("toàn", {"toàn"}),
        ("quả", {"quả"}),
        ("Vĩ", {"Vĩ"}),
        ("của", {"của"}),
    ],
)
def test_spellings_that_are_one_word(term: str, folded: set[str]) -> None:
    assert set(spellings(term)) == folded
    assert spellings(term)[0] == term


@given(st.lists(st.sampled_from(["Hòa", "uỷ", "sỹ", "LĐLĐ", "ban", "quý", "-"]), max_size=4))
def test_folding_is_closed(words: list[str]) -> None:
    term = " ".join(words)
    for spelling in spellings(term):
        if "D" not in spelling:
            assert term in spellings(spelling)


def test_a_folded_reference_accepts_all_spellings(folder: Path) -> None:
    edit(folder / "lexicons" / "fruits.tsv", "khế\t\t", "Ủy ban Hoà\t\t\nCĐ\t\t")
    pattern = compiled(folder, r"\b{{lexicon:fruits.term|fold}}\b")
    assert pattern.search("Uỷ  ban\nHòa") and pattern.search("CD")
    assert not pattern.search("Ủy ban Hoàn")
