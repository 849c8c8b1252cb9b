"""From the cost of a page to the machines for many millions, with the arithmetic shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

PAGES = (10_000_000, 100_000_000)
CORES = (64, 512)
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Costs:
    """What a page costs.

    :param cpu_seconds: of all processes together
    :param commit_seconds: of the process that commits, while no other works
    :param archive_bytes: of the tables
    """

    cpu_seconds: float
    commit_seconds: float
    archive_bytes: float
    pages_a_document: float


def sizing(costs: Costs) -> Iterator[str]:
    """Cores, hours and room for archives of each size, each line an equation."""
    yield (
        f"a page: {1000 * costs.cpu_seconds:.1f} ms of a core, "
        f"{1000 * costs.commit_seconds:.2f} ms of commit, "
        f"{costs.archive_bytes / 1e3:.1f} kB of tables; "
        f"{costs.pages_a_document:.2f} pages a document"
    )
    for pages, cores in zip(PAGES, CORES, strict=True):
        hours = pages * costs.cpu_seconds / _HOUR
        commit = pages * costs.commit_seconds / _HOUR
        room = pages * costs.archive_bytes / 1e9
        yield f"{pages:,} pages"
        yield (
            f"  cores    {pages:,} x {1000 * costs.cpu_seconds:.1f} ms / 3,600,000 = "
            f"{hours:,.0f} core-hours; / {cores} cores = {hours / cores:,.1f} h"
        )
        yield (
            f"  commit   {pages:,} x {1000 * costs.commit_seconds:.2f} ms / 3,600,000 = "
            f"{commit:,.1f} h in one process"
        )
        yield (
            f"  tables   {pages:,} x {costs.archive_bytes / 1e3:.1f} kB = {room:,.0f} GB; "
            f"two versions on the machine that commits: {2 * room:,.0f} GB"
        )
