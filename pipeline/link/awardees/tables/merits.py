"""The work that a cell of achievements names (`Chủ trì sáng kiến “X”, làm lợi 1,1 tỷ đồng`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import regex

from pipeline.extract.initiatives import TitledInitiative, initiatives_in
from pipeline.model import Block, TableCell
from pipeline.rulebook import Rulebook

_SURE = 0.85
_SHORTEST = 24  # letters of a cell that may hold a quoted title
_TOLD = frozenset({None, "other", "achievement"})
_OF_ANOTHER = regex.compile(r"[”\"»]?,?\s(?:của|do)\s")


def work_in(
    row: Sequence[TableCell], columns: Mapping[int, str], rules: Rulebook
) -> TitledInitiative | None:
    """The one quoted title in the row's words about what its only name did, None without one."""
    for cell in row:
        if columns.get(cell.column) not in _TOLD or len(cell.text) < _SHORTEST:
            continue
        if '"' not in cell.text and "“" not in cell.text:
            continue
        block = Block("paragraph", cell.start, cell.start + len(cell.text), 1, cell.text)
        titles = initiatives_in(block, rules)
        if len(titles) != 1:
            continue
        lead, after = titles[0].lead - cell.start, titles[0].after - cell.start
        if rules.pattern("award_tables.merits_wrote").regex.search(
            cell.text[:lead]
        ) and not _OF_ANOTHER.match(cell.text, after):
            return replace(titles[0], confidence=min(titles[0].confidence, _SURE))
    return None
