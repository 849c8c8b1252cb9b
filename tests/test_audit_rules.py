"""The checks as rules: read strictly, with line-exact errors, and held to their examples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.audit.across.registry import ACROSS
from pipeline.audit.choices import Choices
from pipeline.audit.examples import check_examples
from pipeline.audit.judge import chosen_checks
from pipeline.audit.registry import METHODS
from pipeline.errors import RulesError
from pipeline.rulebook import load_rulebook
from pipeline.rulebook.checks import CheckBook, load_checks

CHECK = """[[check]]
id = "weekday"
compares = "a weekday and the calendar"
why = "A fact of the calendar."
tolerance = 0
severity = "warning"
vi = "Thứ"
en = "Weekday"
holds_vi = "Đúng {expected}."
holds_en = "It is {expected}."
fails_vi = "Sai {observed}."
fails_en = "Wrong {observed}."
passes = "Sáng thứ Sáu, ngày 21/5/2021."
fails = "Sáng thứ Hai, ngày 21/5/2021."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[str], Path]:
    def make(text: str) -> Path:
        (tmp_path / "audit").mkdir()
        (tmp_path / "audit" / "a.toml").write_text(text, "utf-8")
        return tmp_path

    return make


def test_every_shipped_check_is_made_and_keeps_its_examples() -> None:
    rules = load_rulebook()
    book = load_checks(rules.root)
    assert set(book.checks) == set(METHODS) | set(ACROSS)
    assert check_examples(book, rules) == []


def test_every_reason_that_a_check_gives_has_its_words() -> None:
    import pipeline.audit as package

    said = "".join(p.read_text("utf-8") for p in Path(package.__path__[0]).rglob("*.py"))
    book = load_checks(load_rulebook().root)
    unused = [code for code in book.reasons if f'"{code}"' not in said]
    assert unused == []


def test_a_check_is_read_with_its_values(folder: Callable[[str], Path]) -> None:
    check = load_checks(folder(CHECK)).checks["weekday"]
    assert (check.severity, check.on, check.tolerance, check.line) == ("warning", True, 0.0, 1)
    assert check.fails.text.startswith("Sáng thứ Hai")


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('severity = "warning"', 'severity = "bad"', 6, "expected one of error, warning, info"),
        ("tolerance = 0", "tolerance = -1", 5, "not negative"),
        ("tolerance = 0", 'tolerance = "0"', 5, "expected a number"),
        ('en = "Weekday"', 'en = " "', 8, "expected some text"),
        ("Đúng {expected}.", "Đúng {wanted}.", 9, "unknown {wanted}"),
        ("Đúng {expected}.", "Đúng {expected:.2f}.", 9, "nothing more in the braces"),
        ("Đúng {expected}.", "Đúng {expected!r}.", 9, "nothing more in the braces"),
        ("Đúng {expected}.", "Đúng {expected:{x}}.", 9, "nothing more in the braces"),
        ("tolerance = 0", "tolerance = nan", 5, "expected a number"),
        ("tolerance = 0", "tolerance = inf", 5, "expected a number"),
        ('vi = "Thứ"', 'vi = "Thứ"\ncolour = "red"', 8, "unknown key 'colour'"),
        ('id = "weekday"', 'id = "Week day"', 2, "small letters"),
        ('why = "A fact of the calendar."\n', "", 1, "missing key 'why'"),
        ('passes = "Sáng thứ Sáu, ngày 21/5/2021."', "passes = 3", 13, "text of a document"),
        ('vi = "Thứ"', 'vi = "Thứ"\non = "yes"', 8, "true or false"),
    ],
)
def test_a_fault_is_named_with_its_line(
    folder: Callable[[str], Path], old: str, new: str, line: int, words: str
) -> None:
    with pytest.raises(RulesError) as caught:
        load_checks(folder(CHECK.replace(old, new, 1)))
    assert caught.value.line == line
    assert words in caught.value.message


def test_an_id_stands_once(folder: Callable[[str], Path]) -> None:
    with pytest.raises(RulesError, match="duplicate id 'weekday'"):
        load_checks(folder(CHECK + CHECK))


def test_nothing_but_checks_and_reasons_stands_there(folder: Callable[[str], Path]) -> None:
    with pytest.raises(RulesError, match="unknown table 'rule'") as caught:
        load_checks(folder(CHECK + "[rule]\nid = 1\n"))
    assert caught.value.line == 15


def test_an_example_that_comes_out_otherwise_is_a_problem(folder: Callable[[str], Path]) -> None:
    rules = load_rulebook()
    text = CHECK.replace("thứ Hai, ngày 21", "thứ Sáu, ngày 21")
    book = CheckBook(load_checks(folder(text)).checks, load_checks(rules.root).reasons)
    (problem,) = check_examples(book, rules)
    assert problem.line == 1
    assert problem.message == "`fails` comes out as consistent, expected contradiction"


def test_a_check_that_nobody_makes_is_a_problem(folder: Callable[[str], Path]) -> None:
    book = load_checks(folder(CHECK.replace('"weekday"', '"tides"')))
    (problem,) = check_examples(book, load_rulebook())
    assert "no such check" in problem.message


def test_a_check_that_nobody_makes_stops_the_audit_with_its_line(
    folder: Callable[[str], Path],
) -> None:
    book = load_checks(folder(CHECK.replace('"weekday"', '"tides"')))
    with pytest.raises(RulesError, match=r"a\.toml:1: no check 'tides'"):
        chosen_checks(book, Choices())
    assert chosen_checks(book, Choices(off=frozenset({"tides"}))) == []
