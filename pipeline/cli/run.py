"""``congvan run``: sources in, archive out, a summary at the end."""

from __future__ import annotations

import logging
import os
import shlex
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import console
from pipeline.cli.exits import Exit

if TYPE_CHECKING:
    from pipeline.cli.bar import RunBar
    from pipeline.engine import RunSummary

log = logging.getLogger(__name__)
SHOWN_FAILURES = 20
_MB = 1_000_000
NEXT_QUERY = "SELECT doc_number, issued_on, subject FROM documents"
FAILURES_QUERY = "SELECT source_uri, category, message FROM failures"


def run(
    sources: Annotated[
        list[Path],
        typer.Argument(metavar="SOURCE", help="Files or folders of dispatches."),
    ],
    out: Annotated[
        Path, typer.Option("--out", help="Folder of the archive; made if it is not there.")
    ],
    rules: Annotated[
        Path | None, typer.Option("--rules", help="Your copy of the rules folder.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, help="Processes that read; one a core if unset.")
    ] = None,
    max_mb: Annotated[
        int | None,
        typer.Option("--max-mb", min=1, help="Larger files fail as too_large; 500 if unset."),
    ] = None,
    cache_mb: Annotated[
        int | None,
        typer.Option(
            "--cache-mb",
            min=0,
            help="Room for recognised pages, kept for later runs; 2000 if unset, 0 keeps none.",
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the summary as one JSON object.")
    ] = False,
) -> None:
    """Read files and folders into an archive.

    What was read before and has not changed is kept.  An input that cannot be read becomes a row
    of the table failures.  A run that was cut off goes on where it was: scanned pages that were
    recognised are not recognised again.

    Example: congvan run data/raw --out data/processed
    """
    from pipeline.engine import DEFAULT_LIMIT, MAX_BYTES
    from pipeline.engine import run as run_engine

    with _progress() as bar:
        summary = run_engine(
            sources,
            out,
            rules,
            jobs=jobs or os.cpu_count() or 1,
            isolate=True,
            max_bytes=MAX_BYTES if max_mb is None else max_mb * _MB,
            command=_command(
                sources, out=out, rules=rules, jobs=jobs, max_mb=max_mb, cache_mb=cache_mb
            ),
            progress=bar.advance if bar else None,
            on_page=bar.on_page if bar else None,
            cache_bytes=DEFAULT_LIMIT if cache_mb is None else cache_mb * _MB,
        )
    for left in summary.left_out:
        log.warning("%s: left out: %s", left.uri, left.reason)
    if as_json:
        console.print_json(summary.as_json())
    else:
        _print(summary)
    raise typer.Exit(exit_code(summary))


def _command(sources: list[Path], **options: Path | int | None) -> str:
    """The command as it was given, for the table of runs."""
    words = ["congvan", "run", *map(str, sources)]
    for name, value in options.items():
        if value is not None:
            words += [f"--{name.replace('_', '-')}", str(value)]
    return shlex.join(words)


def exit_code(summary: RunSummary) -> Exit:
    """What the counts mean for a script: all, some or nothing read."""
    if summary.ok + summary.partial == 0:
        return Exit.NOTHING_READ
    return Exit.SOME_FAILED if summary.failed or summary.partial else Exit.OK


def _print(summary: RunSummary) -> None:
    from rich.markup import escape
    from rich.table import Table

    out = console.out()
    if summary.inputs == 0:
        out.print("Nothing to read: the sources hold no files.", style="yellow")
        return
    for failure in summary.failures[:SHOWN_FAILURES]:
        page = f", page {failure.page}" if failure.page else ""
        place = f"[bold]{escape(failure.uri)}[/bold]{page}"
        out.print(f"[red]{failure.category}[/red] {place}: {escape(failure.message)}")
    if len(summary.failures) > SHOWN_FAILURES:
        more = len(summary.failures) - SHOWN_FAILURES
        out.print(f"... and {more} more, in the table failures")
    for same in summary.same_bytes[:SHOWN_FAILURES]:
        out.print(
            f"[yellow]skipped[/yellow] {escape(same.uri)}: same bytes as {escape(same.same_as)}"
        )
    counts = Table.grid(padding=(0, 2))
    for name, number in (
        ("inputs", summary.inputs),
        ("ok", summary.ok),
        ("partial", summary.partial),
        ("failed", summary.failed),
        ("skipped", summary.skipped),
    ):
        counts.add_row(name, f"{number:,}", _remark(name, summary))
    out.print(counts)
    rows = Table("table", "rows", box=None, padding=(0, 2, 0, 0))
    rows.columns[1].justify = "right"
    for name, number in summary.rows.items():
        rows.add_row(name, f"{number:,}")
    out.print(rows)
    out.print(
        f"{summary.pages:,} pages, {summary.bytes / 1e6:,.1f} MB in {summary.seconds:.1f} s; "
        f"tables in [bold]{escape(str(summary.out))}[/bold]"
    )
    folder = escape(str(summary.out))
    sql = NEXT_QUERY if summary.ok + summary.partial else FAILURES_QUERY
    out.print(f'Next: congvan query "{sql}" --archive {folder}')


def _remark(name: str, summary: RunSummary) -> str:
    if name == "inputs" and summary.unchanged:
        return f"{summary.unchanged:,} unchanged since the last run"
    if name == "skipped" and summary.skipped:
        return "same bytes as another input"
    return ""


def _progress() -> AbstractContextManager[RunBar | None]:
    """A bar on standard error where that is a terminal, else nothing."""
    if not console.err().is_terminal:
        return nullcontext(None)
    from pipeline.cli.bar import progress_bar

    return progress_bar(console.err())
