"""Tell people and bodies in text typed without marks, by the word that a name opens with.

Which marks a given name has lost nobody can tell (`Hung` is Hùng, Hưng or Hứng); the family name is
one of few, and by it a name is known for one.  So it is with the head of a body (`Bao Nghe An`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.grammar.bare_letters import without_marks
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived

_ADDRESSES = {"ong": "ông", "ba": "bà"}
_MIDDLE = {"van": "văn", "thi": "thị"}
_MOST_WORDS = 5
_FREQUENT = "2"  # class of the family names that are more likely met than the body of like letters

IsPair = Callable[[str, str], bool]


@derived
def _surnames(rules: Rulebook) -> dict[str, tuple[str, bool]]:
    """By their letters without marks the most frequent of those written alike, and if it is."""
    found: dict[str, tuple[str, bool]] = {}
    rows = rules.lexicon("surnames").rows
    for row in sorted(rows, key=lambda row: row["freq_class"] or "9"):
        name = row["surname"].lower()
        if name.isalpha():
            found.setdefault(without_marks(name), (name, (row["freq_class"] or "9") <= _FREQUENT))
    return found


@derived
def _heads(rules: Rulebook) -> dict[str, str]:
    """Bodies of one word (`Sở`, `Báo`), by their letters without marks."""
    terms = (row["term"] for row in rules.lexicon("unit_heads").rows)
    return {without_marks(t.lower()): t.lower() for t in terms if t.isalpha() and not t.isupper()}


def opened_names(
    tokens: Sequence[str], told: Sequence[str], is_pair: IsPair, rules: Rulebook
) -> dict[int, str]:
    """The words of names among ``tokens``, by their place, as they are to be read.

    :param told: the tokens as their neighbours tell them, in small letters
    :param is_pair: whether two words are known to stand side by side, names of people aside
    """
    found: dict[int, str] = {}
    at = 0
    while at < len(tokens):
        end = _end_of_run(tokens, at)
        if end - at >= 2:
            found |= _opened(tokens, told, at, end, is_pair, rules)
        at = max(end, at + 1)
    return found


def _end_of_run(tokens: Sequence[str], at: int) -> int:
    """Behind the words that begin at ``at`` and are all capitals, or have one capital each."""
    is_set = str.isupper if len(tokens[at]) > 1 and tokens[at].isupper() else str.istitle
    end = at
    while end < len(tokens) and tokens[end].isalpha() and is_set(tokens[end]):
        end += 1
    return end


def _opened(
    tokens: Sequence[str],
    told: Sequence[str],
    start: int,
    end: int,
    is_pair: IsPair,
    rules: Rulebook,
) -> dict[int, str]:
    words = [token.lower() for token in tokens[start:end]]
    if words[0] in _ADDRESSES and words[1] == "h" and tokens[end : end + 1] == ["'"]:
        return {start: _ADDRESSES[words[0]]}  # Ba H'Loan
    addressed = words[0] in _ADDRESSES and words[1] in _surnames(rules) and len(words) > 2
    first = start + addressed
    own = words[addressed:]
    surname, is_frequent = _surnames(rules).get(own[0], ("", False))
    head = _heads(rules).get(own[0])
    follower = tokens[end] if end < len(tokens) else ""
    runs_on = follower.islower() and is_pair(told[end - 1], told[end])
    tied = any(is_pair(told[n], told[n + 1]) for n in range(first, end - 1))
    is_alone = first == 0 and not follower and len(own) > 2
    has_middle = (
        own[1] in _MIDDLE and len(own) > 2 and not is_pair(told[first + 1], told[first + 2])
    )
    is_sure = addressed or has_middle
    is_likely = not runs_on and not tied and (is_frequent or is_alone or head is None)
    if surname and len(own) <= _MOST_WORDS and (is_sure or is_likely):
        found = {first: surname}
        for at, word in enumerate(own[1:], first + 1):
            found[at] = _MIDDLE.get(word, word) if at < end - 1 else word
        before = _address_before(tokens, first)
        return found if before is None else found | before
    return {} if head is None or is_pair(told[first], told[first + 1]) else {first: head}


def _address_before(tokens: Sequence[str], first: int) -> dict[int, str] | None:
    """`Ong`, `Ba` right before a name, or before the colon that it stands behind."""
    at = first - 2 if first > 1 and tokens[first - 1] == ":" else first - 1
    address = _ADDRESSES.get(tokens[at].lower()) if at >= 0 else None
    return None if address is None else {at: address}
