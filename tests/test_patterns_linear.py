"""No pattern of the rules takes more than linear time on a hostile line."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
import regex

from pipeline.rulebook import Pattern, load_rulebook
from pipeline.rulebook.needed import needed

Engine = regex.Pattern[str] | re.Pattern[str]

PATTERNS = tuple(load_rulebook().by_id.values())
_PIECES = (" ", "1", "a", "Ạ", "1.", ", ", "( ", "12/", "A ", "\u00a0x")
_NO_TIME = 0.3  # seconds; what takes less is too short to be judged
_GROWTH = 9  # four times the line may take this many times as long; sixteen would be the square
_EXAMPLES = 2
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


def _seconds(engine: Engine, line: str) -> float:
    began = time.process_time()
    for _ in engine.finditer(line):
        pass
    return time.process_time() - began


def _assert_linear(engine: Engine, piece: str, size: int) -> None:
    line = piece * (size // len(piece) + 1)
    took = _seconds(engine, line)
    if took > _NO_TIME:
        quarter = min(_seconds(engine, line[: len(line) // 4]) for _ in range(2))
        took = min(took, _seconds(engine, line))
        assert took < _GROWTH * quarter, f"{piece!r}: {took:.1f} s, a quarter {quarter:.2f} s"


def _engines(pattern: Pattern) -> list[Engine]:
    engines: list[Engine] = [pattern.regex]
    if pattern.on("") is not pattern.regex:
        engines.append(pattern.on(""))
    return engines


def _of_rule(pattern: Pattern, size: int, pieces: slice) -> None:
    examples = [example.text for example in pattern.examples[:_EXAMPLES]]
    chosen = _pieces(examples, pattern.regex.pattern)[pieces]
    for engine in _engines(pattern):
        for piece in chosen:
            _assert_linear(engine, piece, size)


@pytest.mark.parametrize("pattern", PATTERNS, ids=[pattern.id for pattern in PATTERNS])
def test_a_rule_is_linear(pattern: Pattern) -> None:
    _of_rule(pattern, 3_000, slice(0, 40, 3))


@pytest.mark.parametrize("pattern", PATTERNS, ids=[pattern.id for pattern in PATTERNS])
def test_a_rule_is_linear_on_a_megabyte(pattern: Pattern) -> None:
    examples = [example.text for example in pattern.examples[:1]]
    near_miss = _pieces(examples, pattern.regex.pattern)[2]
    _assert_linear(pattern.on(near_miss), near_miss, 1_000_000)
