"""``congvan tables`` and ``congvan schema``: the data dictionary on the terminal."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from pipeline.cli import console
from pipeline.cli.archive import DEFAULT_ARCHIVE, ArchiveFolder
from pipeline.cli.options import AsJson


def tables(archive: ArchiveFolder = DEFAULT_ARCHIVE, as_json: AsJson = False) -> None:
    """List the tables: what a row is, how many.

    Example: congvan tables --archive data/processed
    """
    from pipeline.dictionary import load_dictionary

    made = load_dictionary().tables.values()
    counts: dict[str, int] = {}
    if archive.is_dir() or archive != DEFAULT_ARCHIVE:
        from pipeline.store import Archive

        counts = Archive(archive).tables()
    if as_json:
        rows = [{"table": t.name, "rows": counts.get(t.name), "en": t.en, "vi": t.vi} for t in made]
        console.print_json({"tables": rows})
        return
    from rich.table import Table
    from rich.text import Text

    page = Table("table", "rows", "what a row is", box=None, padding=(0, 2, 0, 0))
    page.columns[1].justify = "right"
    for table in made:
        number = f"{counts[table.name]:,}" if table.name in counts else ""
        meaning = Text(table.en).append(f"\n{table.vi}", style="dim")
        page.add_row(table.name, number, meaning)
    console.out().print(page)


def schema(
    table: Annotated[
        str | None, typer.Argument(metavar="[TABLE]", help="One table; all if left out.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Explain the columns of a table.

    Type, meaning in English and Vietnamese, unit, and what it is one of.

    Example: congvan schema awardees
    """
    from pipeline.dictionary import load_dictionary

    made = load_dictionary().tables
    if table is not None and table not in made:
        console.stop(f"no table {table!r}; the tables are {', '.join(made)}")
    chosen = list(made.values()) if table is None else [made[table]]
    if as_json:
        console.print_json(
            {
                each.name: [
                    {
                        "name": column.name,
                        "type": column.type.text,
                        "null": column.nullable,
                        "en": column.en,
                        "vi": column.vi,
                        "unit": column.unit,
                        "values": list(column.values),
                        "codes": [asdict(code) for code in column.codes],
                        "example": column.example,
                    }
                    for column in each.columns
                ]
                for each in chosen
            }
        )
        return
    from rich.table import Table
    from rich.text import Text

    for each in chosen:
        console.out().print(Text(each.name, style="bold").append(f"  {each.en}", style="not bold"))
        page = Table("column", "type", "null", "meaning", box=None, padding=(0, 2, 0, 0))
        for column in each.columns:
            unit = f" [{column.unit}]" if column.unit else ""
            one_of = f": {', '.join(column.values)}" if column.values and not column.codes else ""
            meaning = Text(column.en + unit + one_of).append(f"\n{column.vi}", style="dim")
            for code in column.codes:
                meaning.append(f"\n{code.code}", style="cyan").append(f"  {code.en}")
                meaning.append(f"\n  {code.vi}", style="dim")
            null = "null" if column.nullable else ""
            page.add_row(column.name, Text(column.type.text), null, meaning)
        console.out().print(page)
