"""``congvan query``: SQL over the tables of an archive."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import console
from pipeline.cli.archive import DEFAULT_ARCHIVE, ArchiveFolder

if TYPE_CHECKING:
    import pandas as pd


def query(
    sql: Annotated[str, typer.Argument(metavar="SQL", help="One SELECT, DESCRIBE or SHOW.")],
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    csv: Annotated[
        str | None, typer.Option("--csv", metavar="FILE", help="Write CSV; - is standard output.")
    ] = None,
    xlsx: Annotated[
        Path | None, typer.Option("--xlsx", metavar="FILE", help="Write an Excel workbook.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object: columns and rows.")
    ] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Rows shown as a table.")] = 50,
) -> None:
    """Ask an archive in SQL.

    The dialect is DuckDB's; every table is a view of its own name.

    Example: congvan query "SELECT name, award_name, year FROM awardees ORDER BY year"
    """
    from pipeline.cli import frames
    from pipeline.store import Archive

    frame = Archive(archive).query(sql)
    if csv is not None:
        write_csv(frame, csv)
    if xlsx is not None:
        write_xlsx(frame, xlsx)
    if as_json:
        console.print_json({"columns": frames.names(frame), "rows": frames.records(frame)})
    elif csv is None and xlsx is None:
        frames.print_frame(frame, limit)


def write_csv(frame: pd.DataFrame, file: str) -> None:
    """CSV to a file, or to standard output for `-`, there without a byte-order mark."""
    from pipeline.store import export_csv

    if file != "-":
        with console.writing(file):
            export_csv(frame, Path(file))
        console.note(f"{len(frame):,} rows in {file}")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        export_csv(frame, path)
        sys.stdout.write(path.read_text("utf-8-sig"))


def write_xlsx(frame: pd.DataFrame, path: Path) -> None:
    """An Excel workbook, and a note if cells had to be cut."""
    from pipeline.store import export_xlsx

    with console.writing(path):
        cut = export_xlsx(frame, path)
    console.note(f"{len(frame):,} rows in {path}")
    if cut:
        console.note(f"{cut} cells were longer than a cell can be and were cut; CSV has them whole")
