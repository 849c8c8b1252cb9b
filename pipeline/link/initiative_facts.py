"""What a document says of its titled initiatives beside the title: field, level, year, by whom.

The words stand in the clause of the title, in the columns of its table, in the headings above it,
or hold for a whole decision whose subject recognises initiatives.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.grammar.spelling import fold
from pipeline.link.deciding import body_in_words
from pipeline.model import Block, Dispatch, InitiativeMention, Table, TableCell
from pipeline.rulebook import Rulebook

_LEFT, _RIGHT = 160, 200  # letters of a clause on either side of its title
_LONGEST_FIELD = 60


@dataclass(frozen=True, slots=True)
class Facts:
    """Field of work (lĩnh vực), level of recognition (cấp), year and recognising body."""

    field: str | None = None
    level: str | None = None
    year: int | None = None
    recognised_by: str | None = None

    def over(self, other: Facts) -> Facts:
        """These facts, and the other's where these are silent."""
        return Facts(
            self.field or other.field, self.level or other.level, self.year or other.year,
            self.recognised_by or other.recognised_by,
        )  # fmt: skip


def with_facts(
    initiatives: Sequence[InitiativeMention], dispatch: Dispatch, rules: Rulebook
) -> tuple[InitiativeMention, ...]:
    """The initiatives with what the document says of each; unknown stays None."""
    if not initiatives:
        return ()
    everywhere = _of_subject(dispatch, rules)
    blocks = sorted(dispatch.blocks, key=lambda block: block.start)
    starts = [block.start for block in blocks]
    rows = sorted(
        ((min(cell.start for cell in row), table, row)
         for table in dispatch.tables for row in table.rows if row),
        key=lambda entry: entry[0],
    )  # fmt: skip
    found = []
    for item in initiatives:
        block = blocks[max(bisect_right(starts, item.start) - 1, 0)]
        own = _of_row(item, rows, rules) if block.kind == "table" else _of_clause(
            item, block, rules
        )  # fmt: skip
        facts = own.over(_of_headings(block, rules)).over(everywhere)
        found.append(
            replace(
                item, field=item.field or facts.field, level=item.level or facts.level,
                year=item.year or facts.year,
                recognised_by=item.recognised_by or facts.recognised_by,
            )
        )  # fmt: skip
    return tuple(found)


def _of_subject(dispatch: Dispatch, rules: Rulebook) -> Facts:
    """A decision to recognise initiatives says level and year of all of them, and who does it."""
    subject = dispatch.head.subject
    if dispatch.head.doc_type != "QĐ" or subject is None:
        return Facts()
    if not rules.pattern("initiative.recognising").regex.search(subject.value):
        return Facts()
    level, year = _level(subject.value, rules), _year(subject.value, rules)
    return Facts(level=level, year=year, recognised_by=body_in_words(dispatch, rules))


def _of_headings(block: Block, rules: Rulebook) -> Facts:
    """The field that the paragraph opens with, else that of the innermost heading that has one."""
    opening = rules.pattern("initiative.field_opening").regex.match(block.view)
    if opening is not None:
        return Facts(field=" ".join(opening["field"].split()))
    for heading in reversed(block.path):
        field = _field(heading, rules)
        if field is not None:
            return Facts(field=field)
    return Facts()


def _of_clause(item: InitiativeMention, block: Block, rules: Rulebook) -> Facts:
    """The words around the title in its own clause; another title ends it."""
    start, end = item.start - block.start, item.end - block.start
    left = block.view[max(0, start - _LEFT) : start].rstrip('“„«" ')
    left = left[max((hit.end() for hit in _BREAKS.finditer(left)), default=0) :]
    right = block.view[end : end + _RIGHT].lstrip('”"» ')
    cut = _BREAKS.search(right)
    right = right[: cut.start()] if cut is not None else right
    both = f"{left}\n{right}"
    giver = rules.pattern("initiative.recognised_by").regex.search(right)
    is_recognised = rules.pattern("initiative.recognised").regex.search(both) is not None
    return Facts(
        _field(both, rules),
        _level(both, rules),
        _year(both, rules) if is_recognised else None,
        None if giver is None else " ".join(giver["body"].split()),
    )


# A sentence or list item ends the clause, and so does the mark that opens another title.
_BREAKS = regex.compile(r"[;“„«”»]|\.(?=\s+\p{Lu}|\s*$)")


def _of_row(
    item: InitiativeMention,
    rows: Sequence[tuple[int, Table, tuple[TableCell, ...]]],
    rules: Rulebook,
) -> Facts:
    """The columns of the row that say what the initiative is, by their headings.

    :param rows: all rows of all tables by where they begin
    """
    at = bisect_right(rows, item.start, key=lambda entry: entry[0]) - 1
    if at < 0:
        return Facts()
    _, table, row = rows[at]
    facts = Facts()
    for cell in row:
        heading = fold(table.header[cell.column]) if cell.column < len(table.header) else ""
        hit = rules.pattern("initiative.fact_column").regex.search(heading)
        words = " ".join(cell.text.split())
        if hit is None or not words:
            continue
        if hit["field"] is not None and len(words) <= _LONGEST_FIELD:
            facts = replace(facts, field=words)
        elif hit["level"] is not None and len(words) <= _LONGEST_FIELD:
            facts = replace(facts, level=_level(words, rules) or words)
        elif hit["body"] is not None:
            facts = replace(facts, recognised_by=words)
        elif hit["year"] is not None:
            facts = replace(facts, year=_year(f"năm {words}", rules))
    named = Facts(level=_level(table.title, rules), year=_year(table.title, rules))
    return facts.over(named)


def _field(words: str, rules: Rulebook) -> str | None:
    """``thuộc lĩnh vực y tế``; None where several are named."""
    hits = {" ".join(hit["field"].split()) for hit in _all("initiative.field", words, rules)}
    return hits.pop() if len(hits) == 1 else None


def _level(words: str, rules: Rulebook) -> str | None:
    hits = {" ".join(hit["level"].split()) for hit in _all("initiative.level", words, rules)}
    hits = {hit.lower() if hit.isupper() else hit for hit in hits}
    return hits.pop() if len(hits) == 1 else None


def _year(words: str, rules: Rulebook) -> int | None:
    """The one year that is named; two make a term, and no year is chosen of it."""
    hits = {int(hit["year"]) for hit in _all("initiative.year", words, rules)}
    return hits.pop() if len(hits) == 1 else None


def _all(rule: str, words: str, rules: Rulebook) -> list[regex.Match[str]]:
    return list(rules.pattern(rule).regex.finditer(words))
