"""``congvan evaluate``: how right an archive is, against gold annotations."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import console
from pipeline.cli.archive import DEFAULT_ARCHIVE, ArchiveFolder


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of gold JSON files.")],
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    only: Annotated[
        str,
        typer.Option("--only", help="Gold files of this kind, or with this in name or source."),
    ] = "",
    errors: Annotated[
        bool, typer.Option("--errors", help="List each miss, extra row and wrong attribute.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Compare an archive with gold annotations.

    Precision, recall and F1 of each table, and how many attributes are right. Then how reliable
    confidence is: of the rows of each range, the share that gold finds right. A row is right if it
    is a gold item and all compared attributes agree; incomplete if it only leaves something out.
    Gold is complete, so other rows are wrong; not judged are documents and tables without gold,
    unlisted rows of partial gold, citations without a number and repeated blocks. A further mention
    of a listed citation is right if it contradicts nothing. Fields of head and foot stand under
    documents and do not count among all rows.

    Example: congvan evaluate gold --archive data/processed --errors
    """
    from pipeline.evaluate import as_json as figures
    from pipeline.evaluate import as_lines, reliability_json, reliability_lines, wrong
    from pipeline.evaluate import evaluate as compare

    tallies = compare(archive, gold, only)
    if as_json:
        report = figures(tallies) | {"reliability": reliability_json(tallies)}
        if errors:
            report["errors"] = list(wrong(tallies))
        console.print_json(report)
        return
    if errors:
        for line in wrong(tallies):
            print(line)
        print()
    for line in [*as_lines(tallies), "", *reliability_lines(tallies)]:
        print(line)
