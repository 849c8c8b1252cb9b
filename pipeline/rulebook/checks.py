"""Reads ``audit/*.toml``: the checks of the auditor, each with its words and its examples."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pipeline.errors import RulesError
from pipeline.rulebook.load import AUDIT, files_version
from pipeline.rulebook.toml import TomlDocument, read_toml, rule_files, strings_of

SEVERITIES = ("error", "warning", "info")
FIELDS = frozenset({"expected", "observed", "difference"})
_ID = re.compile(r"[a-z][a-z0-9_]*\Z")
_TEXTS = ("id", "compares", "why", "vi", "en", "holds_vi", "holds_en", "fails_vi", "fails_en")
_REQUIRED = (*_TEXTS, "tolerance", "severity", "passes", "fails")
_KEYS = frozenset({*_REQUIRED, "on", "gold", "unit"})
_EXAMPLE_KEYS = frozenset({"text", "signatures"})


@dataclass(frozen=True)
class CheckExample:
    """A document, or several that refer to each other, on which a check must come out as said.

    ``text`` is the document as plain text; ``signatures`` the digital signatures of its file,
    each with some of the columns of the table `signatures`.  ``documents`` are the texts of an
    archive, for a check across documents; empty for others.
    """

    text: str
    signatures: tuple[Mapping[str, Any], ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Check:
    """One check: what it compares, how exactly, how much it matters, and its words.

    ``tolerance`` is in ``unit`` (of the difference).  ``vi`` and ``en`` name the check; ``holds_*``
    and ``fails_*`` are sentences with {expected}, {observed} and {difference}.  ``gold`` holds
    names under which gold files know the check, besides its id.
    """

    id: str
    compares: str
    why: str
    tolerance: float
    unit: str
    severity: str
    on: bool
    vi: str
    en: str
    holds_vi: str
    holds_en: str
    fails_vi: str
    fails_en: str
    passes: CheckExample
    fails: CheckExample
    gold: tuple[str, ...]
    file: Path
    line: int

    @property
    def across(self) -> bool:
        """Whether it holds documents against each other; its examples have several."""
        return bool(self.passes.documents)


@dataclass(frozen=True)
class CheckBook:
    """The checks of a rules folder in file order, and why a check can be undecided.

    ``reasons`` leads from the code of a reason to its sentences (Vietnamese, English); ``version``
    is the hash of the checks' files, which those of a rulebook leaves out.
    """

    checks: Mapping[str, Check]
    reasons: Mapping[str, tuple[str, str]]
    version: str = ""


def load_checks(folder: Path) -> CheckBook:
    """The checks of a rules folder; an empty book if it has none.

    :raises RulesError: an entry is not as the schema wants it; file and line are named
    """
    checks: dict[str, Check] = {}
    reasons: dict[str, tuple[str, str]] = {}
    for file in rule_files(folder / AUDIT, ".toml"):
        document = read_toml(file)
        unknown = sorted(set(document.data) - {"check", "reason"})
        if unknown:
            line = document.table_line(unknown[0]) or document.key_line(None, unknown[0])
            raise RulesError(
                file, line, f"unknown table {unknown[0]!r}; known: [[check]], [[reason]]"
            )
        for entry, line in _entries(file, document, "check"):
            check = _check(file, document, entry, line)
            if check.id in checks:
                raise RulesError(file, line, f"duplicate id {check.id!r}")
            checks[check.id] = check
        for entry, line in _entries(file, document, "reason"):
            if set(entry) != {"id", "vi", "en"} or not all(
                isinstance(value, str) and value for value in entry.values()
            ):
                raise RulesError(file, line, "a reason has `id`, `vi` and `en`, all text")
            if entry["id"] in reasons:
                raise RulesError(file, line, f"duplicate id {entry['id']!r}")
            reasons[entry["id"]] = (entry["vi"], entry["en"])
    version = files_version(folder / AUDIT)
    return CheckBook(MappingProxyType(checks), MappingProxyType(reasons), version)


def _entries(file: Path, document: TomlDocument, name: str) -> list[tuple[dict[str, Any], int]]:
    entries = document.data.get(name, [])
    lines = document.table_lines(name)
    if not isinstance(entries, list) or len(entries) != len(lines):
        raise RulesError(file, document.table_line(name), f"write each entry as [[{name}]]")
    return list(zip(entries, lines, strict=True))


def _check(file: Path, document: TomlDocument, entry: dict[str, Any], line: int) -> Check:
    def refuse(key: str, message: str) -> RulesError:
        return RulesError(file, document.key_line(line, key), message)

    for key in entry:
        if key not in _KEYS:
            raise refuse(key, f"unknown key {key!r}; known: {', '.join(sorted(_KEYS))}")
    for key in _REQUIRED:
        if key not in entry:
            raise RulesError(file, line, f"missing key {key!r}")
    for key in _TEXTS:
        if not isinstance(entry[key], str) or not entry[key].strip():
            raise refuse(key, f"{key!r}: expected some text")
    for key in ("holds_vi", "holds_en", "fails_vi", "fails_en"):
        strange = _placeholders(entry[key]) - FIELDS
        if strange == {""}:
            raise refuse(key, f"{key!r}: write a value as {{name}} and nothing more in the braces")
        if strange:
            known = ", ".join(f"{{{name}}}" for name in sorted(FIELDS))
            raise refuse(key, f"{key!r}: unknown {{{min(strange)}}}; known: {known}")
    tolerance = entry["tolerance"]
    is_number = isinstance(tolerance, int | float) and not isinstance(tolerance, bool)
    if not is_number or not 0 <= tolerance < inf:
        raise refuse("tolerance", "'tolerance': expected a number that is not negative")
    if entry["severity"] not in SEVERITIES:
        raise refuse("severity", f"'severity': expected one of {', '.join(SEVERITIES)}")
    if not _ID.match(entry["id"]):
        raise refuse("id", f"{entry['id']!r}: expected small letters, digits and _")
    if not isinstance(entry.get("on", True), bool):
        raise refuse("on", "'on': expected true or false")
    if not isinstance(entry.get("unit", ""), str):
        raise refuse("unit", "'unit': expected some text")
    passes = _example(refuse, "passes", entry["passes"])
    fails = _example(refuse, "fails", entry["fails"])
    if bool(passes.documents) != bool(fails.documents):
        raise refuse("fails", "'passes' and 'fails': both have `documents`, or neither")
    gold_line = document.key_line(line, "gold")
    return Check(
        **{key: entry[key] for key in _TEXTS},
        tolerance=float(tolerance),
        unit=entry.get("unit", ""),
        severity=entry["severity"],
        on=entry.get("on", True),
        passes=passes,
        fails=fails,
        gold=strings_of(file, gold_line, "gold", entry.get("gold", [])),
        file=file,
        line=line,
    )


def _placeholders(template: str) -> set[str]:
    """The names in braces; "" where braces hold anything else (a format, a conversion)."""
    try:
        return {
            name if not form and conversion is None else ""
            for _, name, form, conversion in string.Formatter().parse(template)
            if name is not None
        }
    except ValueError:
        return {""}


def _example(refuse: Any, key: str, value: object) -> CheckExample:
    """A text, a table of ``text`` and ``signatures``, or one of ``documents``."""
    if isinstance(value, str):
        value = {"text": value}
    if isinstance(value, dict) and set(value) == {"documents"}:
        texts = value["documents"]
        if (
            not isinstance(texts, list)
            or len(texts) < 2
            or not all(isinstance(text, str) for text in texts)
        ):
            raise refuse(key, f"{key!r}: `documents` are the texts of two documents or more")
        return CheckExample("", (), tuple(texts))
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise refuse(key, f"{key!r}: expected the text of a document")
    unknown = sorted(set(value) - _EXAMPLE_KEYS)
    signatures = value.get("signatures", [])
    if (
        unknown
        or not isinstance(signatures, list)
        or not all(isinstance(item, dict) for item in signatures)
    ):
        raise refuse(key, f"{key!r}: expected `text` and a list of `signatures`, nothing else")
    return CheckExample(value["text"], tuple(signatures))
