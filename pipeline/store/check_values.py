"""Validation of values one by one: blanks, closed lists, bounds, order, keys, known rules."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.store.held import Held, HeldTables, Leaf, leaves, true_rows
from pipeline.store.violations import Violations

# Pairs of columns of which the first may not be above the second.
ORDERED = {
    "dates": [("date_start", "date_end")],
    "figures": [("period_start", "period_end"), ("value", "value_high")],
    "entities": [("first_year", "last_year")],
    "runs": [("started_at", "finished_at")],
    "pages": [("start", "end")],
}


def check_values(tables: HeldTables, known_rules: frozenset[str] | None, to: Violations) -> None:
    """Hold every value against its column's entry in the dictionary."""
    for held in tables.values():
        for name in held.rows.column_names:
            for leaf in leaves(held, name):
                _blanks(held, leaf, to)
                _finite(held, leaf, to)
            _closed_list(held, name, to)
            _bounds(held, name, to)
        for low, high in ORDERED.get(held.table.name, ()):
            _order(held, low, high, to)
        if known_rules is not None:
            _rules(held, known_rules, to)


def check_keys(tables: HeldTables, to: Violations) -> None:
    """Keys are unique in their table, and row ids in the whole archive."""
    owners: list[tuple[str, pa.Array]] = []
    for held in tables.values():
        if not held.table.key:
            continue
        names = list(held.table.key)
        counted = held.rows.select(names).group_by(names, use_threads=False)
        counts = counted.aggregate([([], "count_all")])
        for row in counts.filter(pc.greater(counts["count_all"], 1)).to_pylist():
            label = "/".join(str(row[name]) for name in names)
            message = f"the key stands in {row['count_all']} rows"
            to.add("key", held.table.name, names[0], label, message)
        if held.table.id_column and held.table.columns[0].references is None:
            ids = counts[names[0]].combine_chunks()
            _foreign_owner(held, ids, owners, to)
            owners.append((held.table.name, ids))


def _foreign_owner(
    held: Held, ids: pa.Array, owners: Sequence[tuple[str, pa.Array]], to: Violations
) -> None:
    """An id that another table, the first that has it, gives to a row of its own."""
    found: dict[str, str] = {}
    for owner, theirs in owners:
        for each in ids.filter(pc.is_in(ids, value_set=theirs)).to_pylist():
            found.setdefault(each, owner)
    for each, owner in sorted(found.items()):
        message = f"the id belongs to a row of {owner} already"
        to.add("key", held.table.name, held.table.key[0], each, message)


def _blanks(held: Held, leaf: Leaf, to: Violations) -> None:
    if leaf.type.name != "string":
        return
    blank = pc.equal(pc.utf8_trim_whitespace(leaf.values), "")
    for i in true_rows(blank):
        message = "the text is blank; unknown must be null"
        to.add("blank", held.table.name, leaf.path, held.label(leaf.rows[i].as_py()), message)


def _finite(held: Held, leaf: Leaf, to: Violations) -> None:
    if leaf.type.name != "double":
        return
    for i in true_rows(pc.invert(pc.is_finite(leaf.values))):
        message = f"{leaf.values[i].as_py()} is no number; unknown must be null"
        to.add("number", held.table.name, leaf.path, held.label(leaf.rows[i].as_py()), message)


def _closed_list(held: Held, name: str, to: Violations) -> None:
    allowed = held.table.column(name).values
    if not allowed:
        return
    for leaf in leaves(held, name):
        array = leaf.values
        strange = pc.and_(
            pc.is_valid(array), pc.invert(pc.is_in(array, value_set=pa.array(allowed, array.type)))
        )
        for i in true_rows(strange):
            message = f"{array[i].as_py()!r} is none of {', '.join(allowed)}"
            to.add("value", held.table.name, name, held.label(leaf.rows[i].as_py()), message)


def _bounds(held: Held, name: str, to: Violations) -> None:
    column = held.table.column(name)
    array = held.array(name)
    for bound, outside, word in (
        (column.low, pc.less, "below"),
        (column.high, pc.greater, "above"),
    ):
        if bound is None:
            continue
        for row in true_rows(outside(array, pa.scalar(bound, array.type))):
            message = f"{array[row].as_py()} is {word} {bound:g}"
            to.add("bounds", held.table.name, name, held.label(row), message)


def _order(held: Held, low: str, high: str, to: Violations) -> None:
    for row in true_rows(pc.greater(held.array(low), held.array(high))):
        values = held.rows[low][row].as_py(), held.rows[high][row].as_py()
        message = f"{low} {values[0]} is after {high} {values[1]}"
        to.add("order", held.table.name, low, held.label(row), message)


def _rules(held: Held, known: frozenset[str], to: Violations) -> None:
    """Rules named in the evidence of rows and of header fields."""
    for name in ("rule", "evidence"):
        if name not in held.rows.column_names:
            continue
        for leaf in leaves(held, name):
            if leaf.path.rpartition(".")[2] != "rule":
                continue
            value_set = pa.array(sorted(known), pa.string())
            strange = pc.invert(pc.is_in(leaf.values, value_set=value_set))
            for i in true_rows(pc.and_(strange, pc.is_valid(leaf.values))):
                message = f"{leaf.values[i].as_py()!r} is no rule of the rules folder"
                label = held.label(leaf.rows[i].as_py())
                to.add("rule", held.table.name, leaf.path, label, message)
