"""``congvan cache``: what an archive keeps of its sources as they were read, and how to drop it."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.cli import console
from pipeline.cli.archive import DEFAULT_ARCHIVE
from pipeline.cli.options import ArchiveArgument


def cache(
    archive: ArchiveArgument = DEFAULT_ARCHIVE,
    clear: Annotated[bool, typer.Option("--clear", help="Delete what is kept.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the sizes as JSON.")] = False,
) -> None:
    """Show how much an archive keeps of what was read before, or delete it.

    Files are slow to read and scans slow to recognise, so what was read is kept: a run that was
    cut off, or has other rules, reads nothing twice.  The tables do not need it.  Archives on
    object stores keep nothing of it.

    Example: congvan cache data/processed --clear
    """
    from pipeline.engine import CACHE, CacheSize, cache_size, clear_cache
    from pipeline.remote import Remote, place
    from pipeline.store.current import check_archive

    where = place(archive)
    check_archive(where)
    if isinstance(where, Remote):
        size = CacheSize(0, 0, 0)
    else:
        if clear:
            clear_cache(where / CACHE)
        size = cache_size(where / CACHE)
    if as_json:
        sizes = {"readings": size.readings, "pages": size.pages, "size_bytes": size.size_bytes}
        console.print_json(sizes)
    else:
        console.out().print(
            f"{size.readings:,} files and {size.pages:,} recognised pages kept, "
            f"{size.size_bytes / 1e6:,.1f} MB"
        )
