"""The event that a date belongs to, as printed: a meeting beside it, or that rules take effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

# Letters between a date and the words of its event.
_REACH = 160


def event_of(view: str, start: int, end: int, rules: Rulebook) -> str | None:
    """What happens on the date ``start:end`` of the view; None where its sentence does not say.

    The nearest event before the date wins, then the first behind it.
    """
    before = view[max(0, start - _REACH) : start]
    before = before[max(before.rfind(sign) for sign in (". ", "; ", "\t")) + 1 :]
    effect = rules.pattern("date.effect_before").regex.search(before)
    if effect is not None:
        return _flat(effect["event"])
    name = rules.pattern("date.event_name").regex
    named = [hit for hit in name.finditer(before) if _joins(before[hit.end() :], rules)]
    if named:
        return _named(named[-1]["event"], rules)
    after = view[end : end + _REACH]
    cut = [at for sign in ".;\t" if (at := after.find(sign)) >= 0]
    cut += [m.start() for m in rules.pattern("date.event_next_day").regex.finditer(after)][:1]
    behind = name.search(after[: min(cut, default=len(after))])
    return None if behind is None else _named(behind["event"], rules)


def _joins(words: str, rules: Rulebook) -> bool:
    """Whether nothing but the verb and the place of an event stands between it and its date."""
    return rules.pattern("date.event_joint").regex.fullmatch(words) is not None


def _named(words: str, rules: Rulebook) -> str | None:
    """The name without a verb or a term word whose number is not part of it."""
    ended = rules.pattern("date.event_end").regex.search(words)
    return _flat(words if ended is None else words[: ended.start()]) or None


def _flat(words: str) -> str:
    return " ".join(words.split()).strip(" ,-–")
