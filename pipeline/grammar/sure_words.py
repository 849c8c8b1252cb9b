"""Put right a misread syllable in words of official prose that can be nothing else (`giáo đục`).

Recognition swaps the marks of a letter; the syllables beside it tell which word stands there.  What
neighbours may spell all the same is named beside each word (reference: text_defects, section 4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from pipeline.grammar.bare_letters import without_marks
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived
from pipeline.rulebook.fold import spellings
from pipeline.rulebook.lexicons import split_list

_SYLLABLE = regex.compile(r"\p{L}+")
_LONG = 3  # syllables of a word of which two may be misread; of a shorter one only one
_PLACES = frozenset({"tỉnh", "huyện", "quận", "xã", "phường", "trấn", "thôn", "phố"})
_MOST = 7  # syllables of a word and what stays beside it


@dataclass(frozen=True, slots=True)
class _Word:
    """A word by its syllables, with their spellings, and what stays as it is printed.

    ``is_body``: its first letter is printed as a capital, and the others may be capitals, too.
    """

    syllables: tuple[str, ...]
    spelled: tuple[tuple[str, ...], ...]
    stays: tuple[tuple[str, ...], ...]
    is_body: bool

    def has(self, bare: Sequence[str], at: int) -> bool:
        """Whether these are its letters, marks and blanks aside."""
        own = [without_marks(each) for each in self.syllables]
        return list(bare[at : at + len(own)]) == own

    def is_spelled(self, run: Sequence[str]) -> bool:
        """Whether the run begins with the word as it is spelled."""
        return len(run) >= len(self.syllables) and all(
            each.lower() in options for each, options in zip(run, self.spelled, strict=False)
        )


def words_put_right(printed: str, rules: Rulebook) -> str:
    """The text, as long as before, with the words of the lexicon as they are spelled there.

    Of two capitalised syllables only those of bodies are looked at: a name keeps its letters.
    """
    known = _words(rules)
    hits = list(_SYLLABLE.finditer(printed))
    bare = [without_marks(hit.group()).lower() for hit in hits]
    letters = list(printed)
    at = 0
    while at < len(hits) - 1:
        run = _run(printed, hits, at)
        if at and run[0][0].isupper() and hits[at - 1].group().lower() in _PLACES:
            at += 1  # `HUYỆN VĂN PHONG`
            continue
        words = [word for word in known.get((bare[at], bare[at + 1]), ()) if word.has(bare, at)]
        whole = next((word for word in words if word.is_spelled(run)), None)
        word = whole or next((word for word in words if _is_misread(word, run)), None)
        if word is None or (whole is None and _goes_on(run, bare, at, word, known)):
            at += 1
            continue
        for hit, right, options in zip(hits[at:], word.syllables, word.spelled, strict=False):
            if hit.group().lower() not in options:
                letters[hit.start() : hit.end()] = _cased(right, hit.group())
        at += len(word.syllables)
    return "".join(letters)


def _run(printed: str, hits: Sequence[regex.Match[str]], at: int) -> list[str]:
    """The syllables from ``at`` on that nothing but a blank parts, as many as a word may have."""
    run = [hits[at].group()]
    for left, right in zip(hits[at:], hits[at + 1 : at + _MOST], strict=False):
        if printed[left.end() : right.start()] not in (" ", "\n"):
            break
        run.append(right.group())
    return run


def _goes_on(
    run: Sequence[str],
    bare: Sequence[str],
    at: int,
    word: _Word,
    known: Mapping[tuple[str, str], tuple[_Word, ...]],
) -> bool:
    """Whether the last syllable belongs to the word behind it, spelled right as it stands."""
    last = len(word.syllables) - 1
    rest = run[last:]
    behind = known.get((bare[at + last], bare[at + last + 1]), ()) if len(rest) > 1 else ()
    return any(each.is_spelled(rest) for each in behind)


def _is_misread(word: _Word, run: Sequence[str]) -> bool:
    """Whether few syllables differ, and neither a name nor another phrase is printed."""
    count = len(word.syllables)
    seen = run[:count]
    if len(seen) < count or not (all(map(str.isupper, seen)) or _is_set_as(word, seen)):
        return False
    lowered = [each.lower() for each in run]
    if any(tuple(lowered[: len(stay)]) == stay for stay in word.stays):
        return False
    misread = sum(each not in options for each, options in zip(lowered, word.spelled, strict=False))
    return misread <= (2 if count >= _LONG else 1)


def _is_set_as(word: _Word, seen: Sequence[str]) -> bool:
    if word.is_body:
        return seen[0][0].isupper()
    return all(map(str.islower, seen[1:])) and not seen[0][1:].isupper()


def _cased(right: str, printed: str) -> list[str]:
    return [a.upper() if b.isupper() else a for a, b in zip(right, printed, strict=True)]


@derived
def _words(rules: Rulebook) -> Mapping[tuple[str, str], tuple[_Word, ...]]:
    """The words by their first two syllables without marks, the longest first."""
    found: dict[tuple[str, str], list[_Word]] = {}
    for row in rules.lexicon("sure_words").rows:
        syllables = tuple(row["term"].split())
        word = _Word(
            syllables,
            tuple(spellings(each) for each in syllables),
            tuple(tuple(stay.split()) for stay in split_list(row["stays"])),
            row["kind"] == "body",
        )
        key = (without_marks(syllables[0]), without_marks(syllables[1]))
        found.setdefault(key, []).append(word)
    return {
        key: tuple(sorted(words, key=lambda word: -len(word.syllables)))
        for key, words in found.items()
    }
