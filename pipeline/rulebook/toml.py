"""Reads a TOML file and remembers on which line its tables and keys stand."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import RulesError

_ERROR_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_HEADER = re.compile(r"\s*\[{1,2}\s*([^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?\Z")
_LONG_QUOTES = ("'''", '"""')


@dataclass(frozen=True)
class TomlDocument:
    """Parsed data with, beside it, the lines of the text (``tomllib`` gives no line numbers)."""

    data: dict[str, Any]
    lines: tuple[str, ...]
    inside_string: tuple[bool, ...]

    def table_lines(self, name: str) -> tuple[int, ...]:
        """1-based lines of all headers ``[name]`` or ``[[name]]``, in order."""
        return tuple(
            number
            for number, line in enumerate(self.lines, start=1)
            if not self.inside_string[number - 1]
            and (header := _HEADER.match(line))
            and header.group(1).strip("\"'") == name
        )

    def table_line(self, name: str) -> int | None:
        """1-based line of the first header of that name, None where there is no header."""
        return next(iter(self.table_lines(name)), None)

    def key_line(self, header: int | None, key: str) -> int | None:
        """1-based line of ``key = ...`` below the header line; the header line if not found."""
        wanted = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        for number in range((header or 0) + 1, len(self.lines) + 1):
            if self.inside_string[number - 1]:
                continue
            line = self.lines[number - 1]
            if _HEADER.match(line):
                break
            if wanted.match(line):
                return number
        return header


def rule_files(folder: Path, kind: str) -> list[Path]:
    """The files of rules in a folder, sorted; hidden ones are an editor's or a system's.

    They do not count for the version of the rules, so that nothing of them may be a rule.

    :param kind: what their names end in, with its dot
    """
    return sorted(file for file in folder.glob(f"*{kind}") if not file.name.startswith("."))


def read_text(file: Path) -> str:
    """The text of a UTF-8 file.

    :raises RulesError: the bytes are not UTF-8
    """
    raw = file.read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise RulesError(file, line, f"not UTF-8: {error.reason}") from error


def read_toml(file: Path) -> TomlDocument:
    """Parses a TOML file.

    :raises RulesError: not UTF-8 or not TOML
    """
    text = read_text(file)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _ERROR_LINE.search(str(error))
        end = text.count("\n") + 1
        raise RulesError(
            file, int(place.group(1)) if place else end, f"not TOML: {error}"
        ) from error
    lines = tuple(text.split("\n"))
    return TomlDocument(data, lines, _inside_strings(lines))


def strings_of(file: Path, line: int | None, key: str, value: object) -> tuple[str, ...]:
    """A value that must be a list of strings.

    :raises RulesError: it is not
    """
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise RulesError(file, line, f"{key!r}: expected a list of strings")
    return tuple(value)


def _inside_strings(lines: tuple[str, ...]) -> tuple[bool, ...]:
    """For each line, whether it begins inside a string of several lines."""
    flags: list[bool] = []
    quote = ""
    for line in lines:
        flags.append(bool(quote))
        at = 0
        while True:
            if quote:
                at = line.find(quote, at)
            else:
                starts = [(i, mark) for mark in _LONG_QUOTES if (i := line.find(mark, at)) >= 0]
                at, mark = min(starts, default=(-1, ""))
            if at < 0:
                break
            quote = "" if quote else mark
            at += 3
    return tuple(flags)
