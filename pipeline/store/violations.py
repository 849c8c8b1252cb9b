"""What validation found, and the list it is gathered in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Violation:
    """A promise of the contract that a row, or a table as a whole, breaks.

    ``row`` is the row's id (or its key, joined with ``/``), None for the table as a whole.
    """

    check: str
    table: str
    column: str | None
    row: str | None
    message: str

    def __str__(self) -> str:
        place = ".".join(part for part in (self.table, self.column) if part)
        return f"{place}{f' [{self.row}]' if self.row else ''}: {self.message} ({self.check})"


class Violations:
    """Gathers violations; of each kind (check, table, column) the first ``limit`` in full."""

    def __init__(self, limit: int):
        self._limit = limit
        self._found: list[Violation] = []
        self._counts: Counter[tuple[str, str, str | None]] = Counter()

    def add(
        self, check: str, table: str, column: str | None, row: str | None, message: str
    ) -> None:
        """Note a violation, or only count it if its kind is known well enough by now."""
        kind = (check, table, column)
        self._counts[kind] += 1
        if self._counts[kind] <= self._limit:
            self._found.append(Violation(check, table, column, row, message))

    def listed(self) -> list[Violation]:
        """The violations; a kind beyond the limit ends in one entry that says how many more."""
        more = [
            Violation(check, table, column, None, f"and {count - self._limit} more rows")
            for (check, table, column), count in self._counts.items()
            if count > self._limit
        ]
        return [*self._found, *more]
