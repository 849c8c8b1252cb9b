"""No expression, of the rules or of the code, takes more than linear time on a hostile line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import regex

from pipeline.rulebook import Pattern, load_rulebook
from pipeline.rulebook.needed import needed
from tests.expressions import ROOT

Engine = regex.Pattern[str] | re.Pattern[str]

PATTERNS = tuple(load_rulebook().by_id.values())
_PIECES = (" ", "1", "a", "Ạ", "1.", ", ", "( ", "12/", "A ", "\u00a0x")
_NO_TIME = 0.3  # seconds; what takes less is too short to be judged
_GROWTH = 9  # four times the line may take this many times as long; sixteen would be the square
_SLIGHT = 6  # the same for short lines, of which the times are less sure
_EXAMPLES = 3
_SUSPECT = 2e-6  # seconds a letter of a short line; what takes longer is judged on longer ones
_SHORT = 3_000
_SIZES = (6_000, 12_000, 24_000, 40_000)
_BLANKS = (*_SIZES, 200_000)
"""Letters of the lines on which is judged what is suspect: doubled until it takes long enough, so
that what grows with the cube comes to an end, and what looks some hundred letters far is far behind
its bound by then.
"""
# What expressions are made of, to be repeated.
_HOSTILE = (
    " ", "\t", "\u00a0", "1", "a", "A", "ạ", "Ạ", "I", ".", "…", "-", "_", "(", "[", "“", '"', ",",
    ":", "/", "|", "=", "<", "*", "@a", "1. ", "a ", "A ", "( ", "x, ", "12/", "12/QĐ-", "1/1/",
    "1,", "số ", "và ", "ngày ", "năm ", "của ", "tập thể ", "cá nhân ", "Nguyễn Văn ", "; ",
)  # fmt: skip
_STRETCH = 1_500  # letters of each of them in one line
_MEGABYTE = 1_000_000
_NO_TICK = 1e-6  # seconds: less than the clock tells
_NAMED = re.compile(
    r"""pattern\(\s*"([a-z0-9_.]+)"\s*\)(?:\s*\.regex\s*\.(match|fullmatch)(?=\())?"""
)
_LONG = 0.15  # seconds a linear rule may take: the square is far beyond `_NO_TIME` on such a line
pytestmark = pytest.mark.slow


def _near_misses(text: str) -> Iterator[str]:
    """The text, and what just fails to be like it, as pieces to repeat."""
    yield text + " "
    yield text
    yield text[:-1]
    yield text[: len(text) // 2] + " "
    yield text.rpartition(" ")[0] + " "
    yield text[1:]


def _pieces(examples: list[str], source: str) -> list[str]:
    wanted = needed(source)
    pieces = [piece for text in examples for piece in _near_misses(text)]
    pieces += [" ".join(wanted[:4]) + " ", *(wanted[:1])]
    pieces += [text[:-1] + one for text in examples[:1] for one in (" ", "1", "x")]
    return [piece for piece in dict.fromkeys((*pieces, *_PIECES)) if piece]


def _line(piece: str, size: int) -> str:
    return piece * (size // len(piece) + 1)


def _seconds(engine: Engine, line: str, method: str = "finditer") -> float:
    began = time.process_time()
    if method == "finditer":
        for _ in engine.finditer(line):
            pass
    else:
        getattr(engine, method)(line)
    return time.process_time() - began


def _assert_linear(
    engine: Engine, piece: str, method: str = "finditer", sizes: tuple[int, ...] = _SIZES
) -> None:
    """Look at a short line, and at longer ones where it takes long and grows fast."""
    took = _seconds(engine, _line(piece, _SHORT), method)
    if took > _NO_TIME:
        _judge(engine, _line(piece, _SHORT), method)
    is_suspect = took > _SHORT * _SUSPECT and (
        took > _SLIGHT * _seconds(engine, _line(piece, _SHORT // 4), method)
    )
    if not is_suspect:
        sizes = sizes[len(_SIZES) :]
    for size in sizes:
        if _seconds(engine, _line(piece, size), method) > _NO_TIME:
            _judge(engine, _line(piece, size), method)
            return


def _judge(engine: Engine, line: str, method: str = "finditer") -> None:
    took = _seconds(engine, line, method)
    if took <= _NO_TIME:
        return
    quarter = _seconds(engine, line[: len(line) // 4], method)
    if took >= _GROWTH * quarter:  # once more: others may have had the machine
        quarter = min(quarter, _seconds(engine, line[: len(line) // 4], method))
        took = min(took, _seconds(engine, line, method))
        assert took < _GROWTH * quarter, f"{line[:60]!r}: {took:.1f} s, a quarter {quarter:.2f} s"


def _methods(pattern: Pattern) -> tuple[str, ...]:
    """How the code tries a rule: at one place alone where it does nothing else with it."""
    used = _used().get(pattern.id, {"finditer"})
    return tuple(sorted(used)) if used <= {"match", "fullmatch"} else ("finditer",)


@cache
def _used() -> dict[str, set[str]]:
    """What is done with each rule that the code names, by id; any mention is a search."""
    used: dict[str, set[str]] = {}
    for file in (ROOT / "pipeline").rglob("*.py"):
        for name, method in _NAMED.findall(file.read_text("utf-8")):
            used.setdefault(name, set()).add(method or "finditer")
    return used


def _engines(pattern: Pattern) -> list[Engine]:
    engines: list[Engine] = [pattern.regex]
    if pattern.on("") is not pattern.regex:
        engines.append(pattern.on(""))
    return engines


@pytest.mark.parametrize("pattern", PATTERNS, ids=[pattern.id for pattern in PATTERNS])
def test_a_rule_is_linear(pattern: Pattern) -> None:
    examples = [example.text for example in pattern.examples[:_EXAMPLES]]
    examples += pattern.rejects[:1]
    for engine in _engines(pattern):
        for piece in _pieces(examples, pattern.regex.pattern):
            for method in _methods(pattern):
                _assert_linear(engine, piece, method)


@pytest.mark.parametrize("pattern", PATTERNS, ids=[pattern.id for pattern in PATTERNS])
def test_a_rule_is_linear_on_a_megabyte(pattern: Pattern) -> None:
    example = pattern.examples[0].text
    near_miss = example[:-1] or " "
    for method in _methods(pattern):
        _judge(pattern.on(near_miss), _line(near_miss, _MEGABYTE), method)
        for piece in (example[: len(example) // 2] + " ", example[1:] or "1", " "):
            engine = pattern.on(piece)
            a_letter = max(_seconds(engine, _line(piece, _SHORT), method), _NO_TICK) / _SHORT
            _judge(engine, _line(piece, min(_MEGABYTE, int(_LONG / a_letter))), method)


def _expressions(target: Path) -> list[tuple[Engine, str, str]]:
    """Each expression of the code, how it is used, and where it is made."""
    subprocess.run([sys.executable, "-m", "tests.expressions", str(target)], cwd=ROOT, check=True)
    made = []
    for name, source, flags, method, place in json.loads(target.read_text("utf-8")):
        engine = re.compile(source, flags) if name == "re" else regex.compile(source, flags)
        made.append((engine, method, place))
    return made


def test_an_expression_of_the_code_is_linear_on_a_hostile_line(tmp_path: Path) -> None:
    expressions = _expressions(tmp_path / "all.json")
    stages = {place.split(".")[1].partition(":")[0] for _, _, place in expressions}
    assert {"grammar", "extract", "layout", "link", "normalise", "read"} <= stages
    assert len(expressions) > 500 and {"finditer", "match"} <= {each[1] for each in expressions}
    bad = []
    for engine, method, place in expressions:
        try:
            _assert_linear_on_stretches(engine, method)
        except AssertionError as error:
            bad.append(f"{place} {engine.pattern}: {error}")
    assert not bad, "\n".join(bad)


def _assert_linear_on_stretches(engine: Engine, method: str) -> None:
    """Search one long line, and look at its stretches where that takes long; then blanks alone.

    What is matched at one place alone is tried at the start of each stretch.
    """
    line = "".join(piece * (_STRETCH // len(piece)) for piece in _HOSTILE)
    if method != "finditer" or _seconds(engine, line) > _STRETCH * _SUSPECT:
        for piece in _HOSTILE:
            _assert_linear(engine, piece, method)
    _assert_linear(engine, " ", method, _BLANKS)
