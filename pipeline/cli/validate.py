"""``congvan validate``: whether every row of an archive keeps what the tables promise."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import console
from pipeline.cli.archive import DEFAULT_ARCHIVE
from pipeline.cli.exits import Exit
from pipeline.cli.options import ArchiveArgument, AsJson

SHOWN = 50


def validate(
    archive: ArchiveArgument = DEFAULT_ARCHIVE,
    rules: Annotated[
        Path | None, typer.Option("--rules", help="The rules folder that the rows were made with.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check that an archive keeps its promises.

    Each quote stands at its place in the text, ids are unique, every link leads to a row.
    Exit code 5 if something does not hold.

    Example: congvan validate data/processed
    """
    from pipeline.rulebook import load_rulebook
    from pipeline.rulebook.composed import known_rules
    from pipeline.store import Archive
    from pipeline.store import validate as check

    book = load_rulebook(rules)
    with console.working("checking rows"):
        violations = check(archive, known_rules(book.root, book.by_id))
    rows = sum(Archive(archive).tables().values())
    if as_json:
        found = [str(violation) for violation in violations]
        console.print_json({"ok": not violations, "rows": rows, "violations": found})
    elif violations:
        for violation in violations[:SHOWN]:
            print(violation)
        print(f"{len(violations):,} violations")
    else:
        print(f"{rows:,} rows checked: all hold")
    raise typer.Exit(Exit.CHECK_FAILED if violations else Exit.OK)
