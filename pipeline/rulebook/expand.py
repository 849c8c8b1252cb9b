"""Replaces ``{{fragment}}`` and ``{{lexicon:name.column}}`` in the source of a pattern."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.rulebook.fold import spellings
from pipeline.rulebook.lexicons import Lexicon
from pipeline.rulebook.trie import trie_regex

_REFERENCE = re.compile(r"\{\{([^{}]*)\}\}")
_FRAGMENT = re.compile(r"[A-Za-z_]\w*\Z")
_LEXICON = re.compile(
    r"lexicon:(?P<name>\w+)\.(?P<column>\w+)(?:\[(?P<where>[^\[\]]+)\])?(?P<options>(?:\|\w+)*)\Z"
)
_OPTIONS = frozenset({"fold", "nocase"})


class ReferenceProblem(ValueError):
    """A ``{{...}}`` that names nothing; the caller adds file and line."""


@dataclass(frozen=True)
class Expander:
    """What a pattern may refer to: the fragments of its file, the shared ones, the lexicons."""

    local: Mapping[str, str]
    shared: Mapping[str, str]
    lexicons: Mapping[str, Lexicon]

    def check(self, source: str, path: tuple[str, ...] = ()) -> None:
        """Follows every reference of ``source`` without building anything.

        :raises ReferenceProblem: unknown fragment, lexicon, column or option, or a circle
        """
        for reference in _references(source):
            if _FRAGMENT.match(reference):
                if reference in path:
                    raise ReferenceProblem(f"fragments in a circle: {' > '.join(path)}")
                self.check(self._fragment(reference), (*path, reference))
            else:
                self._resolve(reference)

    def expand(self, source: str, *, ignore_case: bool) -> str:
        """``source`` with every reference replaced by a group (bare inside a character set).

        :param ignore_case: the pattern is compiled with IGNORECASE; terms that differ by case
            only are then one, else the trie could prefer a shorter term of the other case
        :raises ReferenceProblem: as for :meth:`check`
        """
        parts: list[str] = []
        last = 0
        in_set = False
        for match in _REFERENCE.finditer(source):
            before = source[last : match.start()]
            parts.append(before)
            in_set = _ends_in_set(before, in_set)
            reference = match.group(1)
            if _FRAGMENT.match(reference):
                text = self.expand(self._fragment(reference), ignore_case=ignore_case)
                parts.append(text if in_set else f"(?:{text})")
            else:
                parts.append(self._lexicon(reference, ignore_case=ignore_case))
            last = match.end()
        parts.append(source[last:])
        return "".join(parts)

    def _fragment(self, name: str) -> str:
        text = self.local.get(name, self.shared.get(name))
        if text is None:
            raise ReferenceProblem(f"no fragment {name!r} in this file or in fragments.toml")
        return text

    def _lexicon(self, reference: str, *, ignore_case: bool) -> str:
        terms, options = self._resolve(reference)
        if "fold" in options:
            terms = tuple(spelling for term in terms for spelling in spellings(term))
        if ignore_case or "nocase" in options:
            terms = tuple(term.lower() for term in terms)
        group = trie_regex(terms)
        return f"(?i:{group})" if "nocase" in options else group

    def _resolve(self, reference: str) -> tuple[tuple[str, ...], frozenset[str]]:
        """The terms and options that a ``lexicon:`` reference asks for."""
        match = _LEXICON.match(reference)
        if match is None:
            raise ReferenceProblem(
                f"{{{{{reference}}}}}: expected a fragment or "
                "lexicon:name.column[column=value,value]|fold|nocase"
            )
        lexicon = self.lexicons.get(match["name"])
        if lexicon is None:
            raise ReferenceProblem(f"no lexicon {match['name']!r}")
        where = _where(match["where"])
        for column in (match["column"], *where):
            if column not in lexicon.schema.columns:
                raise ReferenceProblem(f"lexicon {lexicon.name!r} has no column {column!r}")
        options = frozenset(match["options"].split("|")) - {""}
        if options - _OPTIONS:
            raise ReferenceProblem(f"unknown option in {{{{{reference}}}}}; known: fold, nocase")
        terms = lexicon.terms(match["column"], where)
        if not terms:
            raise ReferenceProblem(f"{{{{{reference}}}}} has no terms")
        return terms, options


def _references(source: str) -> list[str]:
    rest = _REFERENCE.sub("", source)
    if "{{" in rest or "}}" in rest:
        raise ReferenceProblem("'{{' or '}}' without its partner")
    return _REFERENCE.findall(source)


def _where(text: str | None) -> dict[str, tuple[str, ...]]:
    """``kind=degree,rank`` -> {"kind": ("degree", "rank")}; several conditions parted by ``;``."""
    conditions: dict[str, tuple[str, ...]] = {}
    for condition in (text or "").split(";"):
        if condition:
            column, _, values = condition.partition("=")
            conditions[column.strip()] = tuple(value.strip() for value in values.split(","))
    return conditions


def _ends_in_set(text: str, in_set: bool) -> bool:
    """Whether a reader of ``text`` that began (not) inside ``[...]`` ends inside one."""
    at = 0
    while at < len(text):
        letter = text[at]
        if letter == "\\":
            at += 1
        elif letter == "[" and not in_set:
            in_set = True
            at += text.startswith("^", at + 1)
            at += text.startswith("]", at + 1)
        elif letter == "]" and in_set:
            in_set = False
        at += 1
    return in_set
