"""``congvan resolve``: link the rows of an archive to each other."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import console

CANDIDATES_QUERY = "SELECT message_vi FROM findings WHERE check = 'cited_document'"


def resolve(
    archive: Annotated[
        Path, typer.Argument(metavar="DIR", help="Folder that `congvan run --out` wrote.")
    ],
    rules: Annotated[
        Path | None, typer.Option("--rules", help="Your copy of the rules folder.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Find what belongs together in an archive.

    Copies of one dispatch and cited documents that the archive holds.  What is
    only likely is listed and never linked.

    Example: congvan resolve data/processed
    """
    from pipeline.resolve import resolve as resolve_archive

    with console.writing(archive):
        found = resolve_archive(archive, rules)
    if as_json:
        console.print_json(found.as_json())
        return
    print(f"{found.documents:,} documents, {found.copies:,} of them further copies of another")
    print(f"{found.citations:,} citations, {found.linked:,} of them of documents held")
    if found.candidates:
        print(f"{found.candidates:,} citations may mean a document held; see")
        print(f'congvan query "{CANDIDATES_QUERY}" --archive {archive}')
