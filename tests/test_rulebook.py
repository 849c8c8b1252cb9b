"""The rulebook: schema errors with their line, version, shipped rules."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
import regex

from pipeline.errors import RulesError
from pipeline.rulebook import (
    check_rulebook,
    default_rules_dir,
    describe,
    load,
    load_rulebook,
    rules_version,
)
from pipeline.rulebook.checks import load_checks
from pipeline.rulebook.lexicons import load_lexicons
from pipeline.rulebook.patterns import load_patterns
from pipeline.shelf import Shelf
from tests.rules_folder import PATTERNS, edit, folder

__all__ = ["folder"]


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


def test_an_expression_may_stand_on_several_lines(folder: Path) -> None:
    whole = "'''ngày\\s+(?P<day>{{day}})'''"
    parted = "'''\n  ngày\\s+(?P<day>{{day}})\n  # a pattern = in words\n | ngày mai\n'''"
    file = edit(folder / "patterns" / "garden.toml", whole, parted)
    edit(file, "'[0-3]?\\d'", "'''\n [0-2]\\d\n|3[01]?\n|\\d'''")
    edit(file, '"ngày mai"', '"ngày kia"')
    rules = load_rulebook(folder)
    pattern = rules.pattern("garden.day")
    assert pattern.source == "ngày\\s+(?P<day>{{day}})| ngày mai"
    found = [hit[0] for hit in pattern.regex.finditer("ngày 31, ngày mai, ngày 45")]
    assert found == ["ngày 31", " ngày mai", "ngày 4"] and check_rulebook(rules) == []


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


@pytest.mark.parametrize("name", ["patterns/.old.toml", "lexicons/._fruits.tsv", "audit/.#a.toml"])
def test_a_hidden_file_holds_no_rules(folder: Path, name: str) -> None:
    before = load_rulebook(folder)
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"\0\5\x16\7 not even text\xff")
    load._load.cache_clear()
    now = load_rulebook(folder)
    assert now is not before and now.version == before.version
    assert now.by_id.keys() == before.by_id.keys() and load_checks(folder).checks == {}


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
