"""The rulebook: schema errors with their line, references, trie, folds, version, shipped rules."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import RulesError
from pipeline.rulebook import (
    check_rulebook,
    default_rules_dir,
    describe,
    load_rulebook,
    rules_version,
)
from pipeline.rulebook.fold import spellings
from pipeline.rulebook.lexicons import load_lexicons
from pipeline.rulebook.patterns import load_patterns
from pipeline.rulebook.trie import trie_regex
from pipeline.shelf import Shelf

LEXICONS = """\
[fruits]
why = "Fruits of the garden."
columns = ["term", "kind", "names"]
required = ["term"]
unique = [["term"]]
lists = ["names"]
values = { kind = ["sweet", "sour"] }
"""
FRUITS = "term\tkind\tnames\n# a comment\nxoài\tsweet\tmango; muỗm\nxoài non\tsour\t\nkhế\t\t\n"
PATTERNS = """\
[fragments]
day = '[0-3]?\\d'

[[pattern]]
id = "garden.day"
pattern = '''ngày\\s+(?P<day>{{day}})'''
why = "A day in the garden."
examples = [ { text = "ngày 04", values = { day = "04" } } ]
rejects = [ "ngày mai" ]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "patterns").mkdir()
    (tmp_path / "lexicons.toml").write_text(LEXICONS, "utf-8")
    (tmp_path / "lexicons" / "fruits.tsv").write_text(FRUITS, "utf-8")
    (tmp_path / "patterns" / "garden.toml").write_text(PATTERNS, "utf-8")
    return tmp_path


def edit(file: Path, old: str, new: str) -> Path:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return file


def error_of(folder: Path) -> RulesError:
    with pytest.raises(RulesError) as caught:
        load_rulebook(folder)
    return caught.value


# ------------------------------------------------------------------------------ the sound folder


def test_a_folder_loads_with_its_lexicons_and_patterns(folder: Path) -> None:
    rules = load_rulebook(folder)
    fruits = rules.lexicon("fruits")
    assert fruits.column("term") == ("xoài", "xoài non", "khế")
    assert fruits.rows[2]["kind"] == ""
    assert fruits.terms("names") == ("mango", "muỗm")
    assert fruits.terms("term", {"kind": ("sour",)}) == ("xoài non",)
    pattern = rules.pattern("garden.day")
    assert (pattern.file.name, pattern.line) == ("garden.toml", 4)
    assert rules.patterns("garden") == (pattern,)
    assert rules.patterns("gard") == ()
    assert check_rulebook(rules) == []


def test_loading_is_cached_for_each_path(folder: Path) -> None:
    rules = load_rulebook(folder)
    assert load_rulebook(folder) is rules
    # What is built from rules is cached by them.
    assert {rules: 1, rules.pattern("garden.day"): 2, rules.lexicon("fruits"): 3}[rules] == 1


def test_windows_line_ends_load_alike(folder: Path) -> None:
    file = folder / "lexicons" / "fruits.tsv"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert load_rulebook(folder).lexicon("fruits").column("term")[-1] == "khế"


def test_what_is_not_there_is_an_error(folder: Path) -> None:
    rules = load_rulebook(folder)
    with pytest.raises(RulesError, match=r"no pattern 'garden\.night'"):
        rules.pattern("garden.night")
    with pytest.raises(RulesError, match="no lexicon 'nuts'"):
        rules.lexicon("nuts")
    with pytest.raises(RulesError, match="no column 'colour'"):
        rules.lexicon("fruits").column("colour")
    with pytest.raises(RulesError, match="no such folder"):
        load_rulebook(folder / "elsewhere")


def test_describe_names_every_rule_with_its_place(folder: Path) -> None:
    described = describe(load_rulebook(folder))
    assert [(d.id, d.kind, d.file.name, d.line) for d in described] == [
        ("garden.day", "pattern", "garden.toml", 4),
        ("fruits", "lexicon", "fruits.tsv", 1),
    ]
    assert described[1].why == "Fruits of the garden."


# ------------------------------------------------------------------- schema errors and their line


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("why = ", "reason = ", 7, "unknown key 'reason'"),
        ('why = "A day in the garden."\n', "", 4, "missing key 'why'"),
        ('"garden.day"', '"GardenDay"', 5, "not like area.name"),
        ('"A day in the garden."', '""', 7, "'why': expected a text"),
        ("{{day}}", "{{month}}", 6, "no fragment 'month'"),
        ("{{day}}", "{{day", 6, "without its partner"),
        ("{{day}}", "{{lexicon:nuts.term}}", 6, "no lexicon 'nuts'"),
        ("{{day}}", "{{lexicon:fruits.colour}}", 6, "no column 'colour'"),
        ("{{day}}", "{{lexicon:fruits.term|loud}}", 6, "unknown option"),
        ("{{day}}", "{{lexicon:fruits.term[kind=bitter]}}", 6, "has no terms"),
        ("{{day}}", "{{fruits.term}}", 6, "expected a fragment"),
        ("(?P<day>", "((?P<day>", 4, "does not compile"),
        ("rejects", 'flags = ["LOUD"]\nrejects', 9, "unknown flag 'LOUD'"),
        ('[ { text = "ngày 04", values = { day = "04" } } ]', '["ngày 04"]', 8, "not a table"),
        ('text = "ngày 04", ', "", 8, "missing key 'text'"),
        ("values = { day", "value = { day", 8, "unknown key 'value'"),
        ('day = "04" } }', "day = 4 } }", 8, "table of strings"),
        ('[ "ngày mai" ]', "[ 4 ]", 9, "'rejects': expected a list of strings"),
        ("[fragments]", "[pieces]", 1, "unknown key 'pieces'"),
        ("'[0-3]?\\d'", "4", 2, "fragment 'day' is not a string"),
        ("'[0-3]?\\d'", "'{{day}}'", 2, "in a circle"),
        ("rejects = [", "rejects = = [", 9, "not TOML"),
    ],
)
def test_a_pattern_error_names_its_line(
    folder: Path, old: str, new: str, line: int, message: str
) -> None:
    file = edit(folder / "patterns" / "garden.toml", old, new)
    error = error_of(folder)
    assert (error.path, error.line) == (file, line)
    assert message in error.message


def test_a_duplicate_id_names_the_second_place(folder: Path) -> None:
    second = folder / "patterns" / "yard.toml"
    second.write_text("# copy\n" + PATTERNS, "utf-8")
    error = error_of(folder)
    assert (error.path, error.line) == (second, 5)
    assert "garden.toml:4" in error.message


def test_a_header_inside_a_long_string_is_no_pattern(folder: Path) -> None:
    file = folder / "patterns" / "garden.toml"
    edit(file, '"A day in the garden."', "'''\n[[pattern]]\n'''")
    edit(file, "(?P<day>", "((?P<day>")
    assert error_of(folder).line == 4


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("khế\t\t", "khế\t", 5, "2 cells, expected 3"),
        ("khế\t\t", "khế\t\t\t", 5, "4 cells, expected 3"),
        ("khế\t\t", "\tsour\t", 5, "'term' is empty"),
        ("khế\t\t", "xoài\t\t", 5, "stands already in line 3"),
        ("khế\t\t", "khế\tbitter\t", 5, "known: sweet, sour"),
        ("khế\t\t", "khế \t\t", 5, "blank at the edge"),
        ("khế\t\t", "khe\u0302\u0301\t\t", 5, "not NFC"),
        ("term\tkind", "word\tkind", 1, "columns must be: term, kind, names"),
    ],
)
def test_a_lexicon_error_names_its_line(
    folder: Path, old: str, new: str, line: int, message: str
) -> None:
    file = edit(folder / "lexicons" / "fruits.tsv", old, new)
    error = error_of(folder)
    assert (error.path, error.line) == (file, line)
    assert message in error.message


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("required =", "needed =", 4, "unknown key 'needed'"),
        ('columns = ["term", "kind", "names"]\n', "", 1, "missing key 'columns'"),
        ('lists = ["names"]', 'lists = ["nicknames"]', 1, "'nicknames'"),
        ('required = ["term"]', 'required = "term"', 1, "list of strings"),
        ("[fruits]", "[Fruits]", 1, "lower case"),
    ],
)
def test_a_declaration_error_names_its_line(
    folder: Path, old: str, new: str, line: int, message: str
) -> None:
    file = edit(folder / "lexicons.toml", old, new)
    error = error_of(folder)
    assert (error.path, error.line) == (file, line)
    assert message in error.message


def test_an_undeclared_or_missing_lexicon_file_is_an_error(folder: Path) -> None:
    stray = folder / "lexicons" / "nuts.tsv"
    stray.write_text("term\n", "utf-8")
    assert error_of(folder).path == stray
    stray.unlink()
    (folder / "lexicons" / "fruits.tsv").unlink()
    error = error_of(folder)
    assert (error.path.name, error.line) == ("lexicons.toml", 1)


def test_bytes_that_are_not_utf8_name_their_line(folder: Path) -> None:
    file = folder / "lexicons" / "fruits.tsv"
    file.write_bytes(b"term\tkind\tnames\n\xff\t\t\n")
    error = error_of(folder)
    assert (error.path, error.line) == (file, 2)


# -------------------------------------------------------------------------- examples and rejects


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"ngày 04", values', '"hôm nay", values', "is not matched"),
        ('day = "04"', 'day = "05"', "day is '04', expected '05'"),
        ('day = "04"', 'month = "04"', "wants group 'month'"),
        ('"ngày mai"', '"ngày 31"', "reject 'ngày 31' is matched"),
        ('rejects = [ "ngày mai" ]', "", "no reject"),
        ('examples = [ { text = "ngày 04", values = { day = "04" } } ]', "", "no example"),
    ],
)
def test_a_rule_that_does_not_keep_its_word_is_a_problem(
    folder: Path, old: str, new: str, message: str
) -> None:
    edit(folder / "patterns" / "garden.toml", old, new)
    (problem,) = check_rulebook(load_rulebook(folder))
    assert (problem.id, problem.line) == ("garden.day", 4)
    assert message in problem.message


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


# --------------------------------------------------------------------------------------- version


def test_the_version_changes_with_any_byte_or_name_only(folder: Path, tmp_path: Path) -> None:
    version = rules_version(folder)
    assert regex.fullmatch("[0-9a-f]{16}", version)
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("copy"))
    assert rules_version(copy) == version
    file = copy / "lexicons" / "fruits.tsv"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    (copy / ".swap").write_text("x")
    assert rules_version(copy) == version
    edit(file, "khế", "me")
    assert rules_version(copy) != version
    edit(file, "me\t", "khế\t")
    assert rules_version(copy) == version
    (copy / "patterns" / "garden.toml").rename(copy / "patterns" / "yard.toml")
    assert rules_version(copy) != version


# ------------------------------------------------------------------------------ the shipped rules


def test_every_shipped_rule_keeps_its_word() -> None:
    assert [f"{p.file.name}:{p.line} {p.message}" for p in check_rulebook(load_rulebook())] == []


def test_every_shipped_rule_says_why() -> None:
    assert [d.id for d in describe(load_rulebook()) if not d.why] == []


def test_the_shipped_folder_loads_fast() -> None:
    root = default_rules_dir()
    best = 9.9
    for _ in range(3):
        started = time.process_time()
        load_patterns(root, load_lexicons(root), Shelf("patterns", "none"))
        best = min(best, time.process_time() - started)
    # A tenth of a second is the aim; the rest is room for a busy machine.
    assert best < 0.5


def test_shipped_facts_carry_no_open_question() -> None:
    rules = load_rulebook()
    for name in ("awards", "doc_types", "issuers", "provinces", "surnames", "abbreviations"):
        for row in rules.lexicon(name).rows:
            assert not any("?" in cell for cell in row.values()), (name, dict(row))
