"""``congvan evaluate``: how right an archive is, against gold annotations."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.cli import console
from pipeline.cli.archive import DEFAULT_ARCHIVE, ArchiveFolder
from pipeline.cli.options import AsJson


def evaluate(
    gold: Annotated[
        Path | None, typer.Argument(metavar="GOLD_DIR", help="Folder of gold JSON files.")
    ] = None,
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="OLD_DIR", help="List what differs from this archive."),
    ] = None,
    only: Annotated[
        str,
        typer.Option(
            "--only",
            help="Gold files of this kind, or with this in name or source; without gold, documents "
            "with this in their source.",
        ),
    ] = "",
    errors: Annotated[
        bool,
        typer.Option("--errors", help="List each miss, extra row and wrong value with its text."),
    ] = False,
    limit: Annotated[
        int, typer.Option("--limit", min=1, help="Differing rows listed; --json lists all.")
    ] = 100,
    as_json: AsJson = False,
) -> None:
    """Compare an archive with gold annotations, or with an older archive.

    GOLD_DIR gives precision, recall and F1 of each table, and how many attributes are right. Then
    how reliable confidence is: of the rows of each range, the share that gold finds right. A row
    is right if it is a gold item and all compared attributes agree; incomplete if it only leaves
    something out. Gold is complete, so other rows are wrong; not judged are documents and tables
    without gold, unlisted rows of partial gold, citations without a number and repeated blocks. A
    further mention of a listed citation is right if it contradicts nothing. Fields of head and
    foot stand under documents and do not count among all rows.

    --against OLD_DIR lists rows gained (+), lost (-) and changed (~) between two archives, by
    table, rule and document. Rows are the same by document, words and key values, not by id. With
    GOLD_DIR each row says if it is right, and documents that got worse come first.

    Example: congvan evaluate gold --archive data/processed --errors

    Example: congvan evaluate --archive new --against old --limit 20
    """
    if gold is None and against is None:
        console.stop("give GOLD_DIR, a folder of gold files, or --against OLD_DIR, an archive")
    if gold is None and errors:
        console.stop("--errors needs GOLD_DIR, a folder of gold files")
    report: dict[str, Any] = {}
    lines: list[str] = []
    if against is not None:
        report["against"], lines = _difference(archive, against, gold, only, limit)
    if gold is not None:
        figures, told = _score(archive, gold, only, errors)
        report |= figures
        lines += ["", *told] if lines else told
    if as_json:
        console.print_json(report)
        return
    for line in lines:
        print(line)


def _score(archive: Path, gold: Path, only: str, errors: bool) -> tuple[dict[str, Any], list[str]]:
    """How right an archive is: for machines, and for people."""
    from pipeline.evaluate import as_json as figures
    from pipeline.evaluate import as_lines, reliability_json, reliability_lines, wrong
    from pipeline.evaluate import evaluate as compare

    tallies = compare(archive, gold, only)
    report = figures(tallies) | {"reliability": reliability_json(tallies)}
    lines = [*as_lines(tallies), "", *reliability_lines(tallies)]
    if errors:
        report["errors"] = list(wrong(tallies))
        lines = [*report["errors"], "", *lines]
    return report, lines


def _difference(
    archive: Path, old: Path, gold: Path | None, only: str, limit: int
) -> tuple[dict[str, Any], list[str]]:
    """What differs between two archives: for machines, and for people."""
    from pipeline.evaluate import compare_archives, difference_json, difference_lines

    difference = compare_archives(archive, old, gold, only)
    return difference_json(difference), list(difference_lines(difference, limit))
