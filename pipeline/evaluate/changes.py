"""The difference of two archives for people and for machines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from pipeline.dictionary import load_dictionary
from pipeline.evaluate.against import Change, Difference
from pipeline.evaluate.facts import Fact
from pipeline.evaluate.judged import Judged

_SIGNS = {"gained": "+", "lost": "-", "changed": "~"}
_KINDS = ("gained", "lost", "changed")


def difference_json(difference: Difference) -> dict[str, Any]:
    """Counts by table and rule, and every differing row with its values before and after."""
    before, after = difference.documents
    return {
        "documents": {
            "before": before, "after": after,
            "gained": list(difference.gained), "lost": list(difference.lost),
        },
        "tables": {
            name: {"before": difference.old.get(name, 0), "after": difference.new.get(name, 0)}
            | _counts([change for change in difference.changes if change.fact.table == name])
            for name in _tables(difference)
        },
        "rules": {
            rule: _counts(changes) for rule, changes in _by_rule(difference.changes).items()
        },
        "rows": [_row(change) for change in difference.changes],
    }  # fmt: skip


def difference_lines(difference: Difference, limit: int) -> Iterator[str]:
    """Counts by table and by rule, then the rows by document.

    Documents with most rows that gold finds worse come first, and such rows in a document.

    :param limit: rows listed
    """
    before, after = difference.documents
    gained, lost = len(difference.gained), len(difference.lost)
    yield f"documents {before:,} -> {after:,}: {gained:,} gained, {lost:,} lost"
    judged = "  better  worse" if difference.is_judged else ""
    yield f"{'table':<14}{'before':>8}{'after':>8}{'gained':>8}{'lost':>8}{'changed':>9}{judged}"
    for name in _tables(difference):
        changes = [change for change in difference.changes if change.fact.table == name]
        counts = f"{difference.old.get(name, 0):>8}{difference.new.get(name, 0):>8}"
        yield f"{name:<14}{counts}{_columns(changes, difference.is_judged)}"
    if not difference.changes:
        yield "no row differs"
        return
    yield ""
    yield f"{'rule':<30}{'gained':>8}{'lost':>8}{'changed':>9}{judged}"
    for rule, changes in _by_rule(difference.changes).items():
        yield f"{rule:<30}{_columns(changes, difference.is_judged)}"
    left = limit
    for document, changes in _by_document(difference.changes).items():
        if left > 0:
            yield ""
            yield document
            worst_first = sorted(changes, key=lambda change: change.gain >= 0)
            yield from (_line(change) for change in worst_first[:left])
            left -= len(changes)
    if left < 0:
        yield f"... and {-left:,} more rows; see --limit and --json"


def _tables(difference: Difference) -> list[str]:
    known = difference.old.keys() | difference.new.keys()
    return [name for name in load_dictionary().tables if name in known]


def _by_rule(changes: Sequence[Change]) -> dict[str, list[Change]]:
    """The changes of each rule, the rule with the most first; a changed rule counts as the new."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(change.fact.rule or "no rule", []).append(change)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def _by_document(changes: Sequence[Change]) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(change.document, []).append(change)
    worse = {name: sum(one.gain < 0 for one in ones) for name, ones in found.items()}
    return dict(sorted(found.items(), key=lambda item: (-worse[item[0]], item[0])))


def _counts(changes: Sequence[Change]) -> dict[str, int]:
    counts = {kind: sum(change.kind == kind for change in changes) for kind in _KINDS}
    gains = [change.gain for change in changes]
    return counts | {"better": gains.count(1), "worse": gains.count(-1)}


def _columns(changes: Sequence[Change], is_judged: bool) -> str:
    counts = _counts(changes)
    shown = f"{counts['gained']:>8}{counts['lost']:>8}{counts['changed']:>9}"
    return shown + (f"{counts['better']:>8}{counts['worse']:>7}" if is_judged else "")


def _line(change: Change) -> str:
    fact = change.fact
    if change.old is not None and change.new is not None:
        old, new = change.old.values, change.new.values
        pairs = [f"{name}: {_show(old[name])} -> {_show(new[name])}" for name in change.columns]
        said = "; ".join(pairs)
    else:
        said = _said(fact)
    quote = " ".join(fact.quote.split())
    words = f" “{quote}”" if quote and fact.table != "failures" else ""
    judged = [_verdict(one) for one in (change.before, change.after) if one is not None]
    verdict = f" [{' -> '.join(dict.fromkeys(judged))}]" if judged else ""
    return f"  {_SIGNS[change.kind]} {fact.table} {fact.rule or '-'}: {said}{words}{verdict}"


def _said(fact: Fact) -> str:
    """What a row says above all: a field's name and value, else the key and the role."""
    if fact.place is None:
        key = " ".join(_show(part) for part in fact.key if part is not None)
        return f"{key}: {_show(fact.values.get(str(fact.key[0])) or fact.quote)}"
    parts = (*fact.key, fact.values.get("role"), fact.values.get("confidence"))
    return " · ".join(_show(part) for part in parts if part is not None)


def _verdict(judged: Judged) -> str:
    faults = ", ".join((*judged.wrong, *(f"no {name}" for name in judged.left_out)))
    return f"{judged.verdict}: {faults}" if faults else judged.verdict


def _row(change: Change) -> dict[str, Any]:
    fact = change.fact
    return {
        "change": change.kind, "document": change.document, "table": fact.table,
        "rule": fact.rule, "columns": list(change.columns),
        "before": _side(change.old), "after": _side(change.new),
        "verdict_before": _judgement(change.before), "verdict_after": _judgement(change.after),
    }  # fmt: skip


def _side(fact: Fact | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    values: Mapping[str, Any] = {name: _plain(value) for name, value in fact.values.items()}
    return {"id": fact.row_id, "rule": fact.rule, "place": fact.place, "values": values}


def _judgement(judged: Judged | None) -> dict[str, Any] | None:
    if judged is None:
        return None
    return {
        "verdict": judged.verdict, "wrong": list(judged.wrong), "left_out": list(judged.left_out)
    }  # fmt: skip


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value)
    return value


def _show(value: Any) -> str:
    """A value as a person reads it."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "[" + "; ".join(map(_show, value)) + "]"
    if isinstance(value, float) and value.is_integer():
        return f"{int(value)}"
    return " ".join(str(_plain(value)).split())
