"""Tell which marks words typed without any have lost (`Uy ban nhan dan`), from the words beside.

What is known of Vietnamese here is what the rules say: the terms of the lexicons, the examples of
the patterns, the phrases of `plain_speech`.  Pairs of neighbours decide between the forms of a word
(`tinh` is tỉnh, tính or tình); a word that the rules never use stays as it is typed.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipeline.grammar.bare_letters import without_marks
from pipeline.grammar.lost_names import opened_names
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived
from pipeline.rulebook.lexicons import Lexicon

TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_VOWEL = re.compile(r"[^bcdđghklmnpqrstvxz]")
_EDGE, _NUMBER = "", "1"
_SPEECH, _WEIGHT = "plain_speech", 6
# letters, names and misreadings, no running words
_ELSEWHERE = ("legacy_", "surnames", "issuer_codes", "sure_words")
_LEANING = 2.0  # how often a neighbour is to be met before it is believed more than the word alone
_NEVER = 0.02
_DAY_WORDS = frozenset({"NGÀY", "THÁNG", "NĂM"})
_ENDS = frozenset({_EDGE, ",", ";", ".", ")"})  # behind a name as behind any word


@dataclass(frozen=True, slots=True)
class Speech:
    """How often words and pairs of neighbours occur; forms by the word without marks.

    ``said`` are the pairs of `plain_speech`, in which nobody is named.
    """

    words: Counter[str]
    pairs: Counter[tuple[str, str]]
    leads: Counter[str]
    forms: dict[str, tuple[str, ...]]
    bare_pairs: frozenset[tuple[str, str]]
    said: frozenset[tuple[str, str]]
    total: int

    def cost(self, left: str, right: str) -> float:
        """Minus the logarithm of how likely ``right`` stands behind ``left``."""
        alone = self.words.get(right, _NEVER) / self.total
        seen = self.leads.get(left, 0)
        return -math.log((self.pairs.get((left, right), 0) + _LEANING * alone) / (seen + _LEANING))


@derived
def speech(rules: Rulebook) -> Speech:
    """The words and pairs of the rules; built when the first text without marks is met."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    said: set[tuple[str, str]] = set()
    for phrase, weight in _phrases(rules):
        tokens = [_EDGE, *map(_key, TOKEN.findall(phrase)), _EDGE]
        beside = list(pairwise(tokens))
        for token in tokens:
            words[token] += weight
        for pair in beside:
            pairs[pair] += weight
        if weight == _WEIGHT:
            said.update(beside)
    leads: Counter[str] = Counter()
    for (left, _), count in pairs.items():
        leads[left] += count
    bare_pairs = {(without_marks(left), without_marks(right)) for left, right in pairs}
    return Speech(
        words, pairs, leads, _forms(words, rules), frozenset(bare_pairs), frozenset(said),
        sum(words.values()),
    )  # fmt: skip


def _forms(words: Counter[str], rules: Rulebook) -> dict[str, tuple[str, ...]]:
    """The spellings of each word without marks; those of examples, which may be misread, last."""
    terms = {
        _key(token)
        for _, lexicon in _spoken(rules)
        for row in lexicon.rows
        for value in row.values()
        for token in TOKEN.findall(value)
    }
    forms: dict[str, list[str]] = {}
    for word, _ in words.most_common():
        spelled = forms.setdefault(without_marks(word), [])
        if not spelled or _VOWEL.search(word):  # of a short form only the usual spelling
            spelled.append(word)
    return {
        bare: tuple(word for word in spelled if word in terms) or tuple(spelled)
        for bare, spelled in forms.items()
    }


@derived
def _costs(rules: Rulebook) -> Callable[[str, str], float]:
    """The cost of a pair, kept: a text is made of the same few pairs."""
    return lru_cache(maxsize=1 << 16)(speech(rules).cost)


def _spoken(rules: Rulebook) -> Iterator[tuple[str, Lexicon]]:
    return ((n, found) for n, found in rules.lexicons.items() if not n.startswith(_ELSEWHERE))


def _phrases(rules: Rulebook) -> Iterator[tuple[str, int]]:
    """What the rules say, with how much it weighs."""
    for name, lexicon in _spoken(rules):
        weight = _WEIGHT if name == _SPEECH else 1
        for row in lexicon.rows:
            yield from ((value, weight) for value in row.values())
    for pattern in rules.by_id.values():
        yield from ((example.text, 1) for example in pattern.examples)
        yield from ((reject, 1) for reject in pattern.rejects)


def _key(token: str) -> str:
    return _NUMBER if token.isdigit() else token.lower()


def known_pairs(sentences: Sequence[Sequence[str]], rules: Rulebook) -> tuple[int, int]:
    """How many pairs of neighbouring words the rules know, marks aside, and of how many."""
    known = speech(rules).bare_pairs
    pairs = [
        (without_marks(left.lower()), without_marks(right.lower()))
        for tokens in sentences
        for left, right in pairwise(tokens)
        if left.isalpha() and right.isalpha()
    ]
    return sum(pair in known for pair in pairs), len(pairs)


def with_marks(tokens: Sequence[str], rules: Rulebook) -> list[str]:
    """The tokens of a line with the marks that they lost, each as long as before.

    Words with marks stay and tell of their neighbours.  A word with a capital may belong to a name:
    it is left as typed where nothing ties it to the capital before it or to the word behind.
    """
    known, cost_of = speech(rules), _costs(rules)
    steps: list[dict[str, tuple[float, str]]] = [{_EDGE: (0.0, _EDGE)}]
    for token in tokens:
        key = _key(token)
        forms = known.forms.get(key, (key,)) if key.isascii() else (key,)
        before = steps[-1]
        steps.append(
            {
                form: min((cost + cost_of(left, form), left) for left, (cost, _) in before.items())
                for form in forms
            }
        )
    last = steps[-1]
    form = min(last, key=lambda end: last[end][0] + cost_of(end, _EDGE))
    told: list[str] = []
    for step in reversed(steps[1:]):
        told.append(form)
        form = step[form][1]
    told.reverse()
    shouted = "".join(tokens).isupper()
    names = opened_names(tokens, told, lambda left, right: (left, right) in known.said, rules)
    words = [
        _cased(names[at], token)
        if at in names
        else _cased(word, token)
        if (shouted and not _is_in_symbol(tokens, at)) or _is_tied(tokens, told, at, known)
        else token
        for at, (word, token) in enumerate(zip(told, tokens, strict=True))
    ]
    return _with_small_day(words) if shouted else words


def _with_small_day(words: list[str]) -> list[str]:
    """Text in capitals alone, as telexes have, with place and day as they are set elsewhere."""
    at = next((n for n, pair in enumerate(pairwise(words), 1) if pair == (",", "NGÀY")), None)
    if at is None:
        return words
    return [*words[:at], *(word.lower() if word in _DAY_WORDS else word for word in words[at:])]


def _is_in_symbol(tokens: Sequence[str], at: int) -> bool:
    """Whether a short form stands in a number (`97-KH/TU`)."""
    return (at > 0 and tokens[at - 1] in "/-") or tokens[at + 1 : at + 2] == ["/"]


def _is_tied(tokens: Sequence[str], told: Sequence[str], at: int, known: Speech) -> bool:
    """Whether a word is no capital, or one that the words beside it are known to go with."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(told) else _EDGE
    if not token[:1].isupper():
        return True
    pair = (told[at], _key(told[at + 1])) if after else (told[at], _EDGE)
    if token.isupper() and len(token) > 1:
        # a short form has lost no more than its Đ
        lost = told[at].replace("đ", "d") == token.lower()
        return lost or pair in known.said or _is_among_capitals(tokens, at)
    if at and (told[at - 1], told[at]) in known.pairs:
        return True
    if at and tokens[at - 1][:1].isupper():
        return after.islower() and pair in known.said
    return after.islower() or (after not in _ENDS and pair in known.pairs)


def _is_among_capitals(tokens: Sequence[str], at: int) -> bool:
    """Whether the word beside is in capitals, too: `CHU TICH` behind words in small letters."""
    beside = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    return any(token.isupper() and len(token) > 1 for token in beside)


def _cased(word: str, token: str) -> str:
    """``word`` in the letters' cases of ``token``; the token where their lengths differ."""
    if len(word) != len(token) or not token.isalpha():
        return token
    return "".join(a.upper() if b.isupper() else a for a, b in zip(word, token, strict=True))
