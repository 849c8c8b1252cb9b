"""``congvan run``: sources in, archive out, a summary at the end."""

from __future__ import annotations

import os
import shlex
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from pipeline.cli import console
from pipeline.cli.archive import asking
from pipeline.cli.exits import Exit
from pipeline.cli.options import Jobs, Out, RulesCopy, Wait
from pipeline.remote import place

if TYPE_CHECKING:
    from rich.text import Text

    from pipeline.cli.bar import RunBar
    from pipeline.engine import RunSummary
    from pipeline.engine.summary import Failed

SHOWN_FAILURES = 20
_MB = 1_000_000
NEXT_QUERY = "SELECT doc_number, issued_on, subject FROM documents"
FAILURES_QUERY = "SELECT source_uri, category, message FROM failures"


def run(
    sources: Annotated[
        list[Path],
        typer.Argument(
            metavar="SOURCE", help="Files or folders of dispatches, or URLs (s3://bucket/folder)."
        ),
    ],
    out: Out,
    rules: RulesCopy = None,
    jobs: Jobs = None,
    max_mb: Annotated[
        int | None,
        typer.Option("--max-mb", min=1, help="Larger files fail as too_large; 500 if unset."),
    ] = None,
    cache_mb: Annotated[
        int | None,
        typer.Option(
            "--cache-mb",
            min=0,
            help="Room for what was read, kept for later runs; 2000 if unset, 0 keeps none.",
        ),
    ] = None,
    timeout: Annotated[
        int | None,
        typer.Option(
            "--timeout", min=1, metavar="SECONDS", help="For each document; 120 if unset."
        ),
    ] = None,
    page_timeout: Annotated[
        int | None,
        typer.Option(
            "--page-timeout",
            min=0,
            metavar="SECONDS",
            help="More time for each scanned page that is recognised; 20 if unset.",
        ),
    ] = None,
    memory_mb: Annotated[
        int | None,
        typer.Option("--memory-mb", min=1, help="Memory of a process that reads; 2000 if unset."),
    ] = None,
    output_mb: Annotated[
        int | None,
        typer.Option("--output-mb", min=1, help="Rows of one file, in memory; 500 if unset."),
    ] = None,
    retry_failed: Annotated[
        bool,
        typer.Option(
            "--retry-failed",
            help="Take up only what failed by timeout, memory or crash; all else stays as it is.",
        ),
    ] = False,
    prune: Annotated[
        bool,
        typer.Option(
            "--prune/--no-prune",
            help="Whether rows of files that are gone from the sources leave the archive.",
        ),
    ] = True,
    wait: Wait = False,
    engine: Annotated[
        Literal["local", "dask"],
        typer.Option("--engine", help="Where documents are read: here, or on a Dask cluster."),
    ] = "local",
    scheduler: Annotated[
        str | None,
        typer.Option(
            "--scheduler",
            metavar="ADDRESS",
            help="Scheduler of the cluster; without it --engine dask starts its own, here.",
        ),
    ] = None,
    rehash: Annotated[
        bool,
        typer.Option(
            "--rehash",
            help="Read every file to see whether it has changed, whatever its times say.",
        ),
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the summary as one JSON object.")
    ] = False,
) -> None:
    """Read files and folders into an archive.

    What was read before and has not changed is kept.  An input that cannot be read becomes a row
    of the table failures, and so does one that takes more time or memory than is allowed: its
    process is ended, the others go on.  With other rules, or after a run that was cut off, what was
    read is not read again.

    Example: congvan run data/raw --out data/processed
    """
    from pipeline.engine import DEFAULT_LIMIT, LIMITS, MAX_BYTES, Limits
    from pipeline.engine import run as run_engine
    from pipeline.engine.lean import leave_out_pandas

    leave_out_pandas()
    if scheduler is not None and engine != "dask":
        console.stop("--scheduler goes with --engine dask")
    with progress() as bar:
        summary = run_engine(
            sources,
            out,
            rules,
            jobs=jobs or os.cpu_count() or 1,
            isolate=True,
            max_bytes=MAX_BYTES if max_mb is None else max_mb * _MB,
            command=_command(
                sources,
                out=out,
                rules=rules,
                jobs=jobs,
                max_mb=max_mb,
                cache_mb=cache_mb,
                timeout=timeout,
                page_timeout=page_timeout,
                memory_mb=memory_mb,
                output_mb=output_mb,
                retry_failed=retry_failed or None,
                no_prune=not prune or None,
                engine=None if engine == "local" else engine,
                scheduler=scheduler,
                rehash=rehash or None,
            ),
            progress=bar.advance if bar else None,
            on_page=bar.on_page if bar else None,
            cache_bytes=DEFAULT_LIMIT if cache_mb is None else cache_mb * _MB,
            limits=Limits(
                seconds=LIMITS.seconds if timeout is None else timeout,
                page_seconds=LIMITS.page_seconds if page_timeout is None else page_timeout,
                memory_bytes=LIMITS.memory_bytes if memory_mb is None else memory_mb * _MB,
                output_bytes=LIMITS.output_bytes if output_mb is None else output_mb * _MB,
            ),
            retry_failed=retry_failed,
            prune=prune,
            wait=wait,
            engine=engine,
            scheduler=scheduler,
            rehash=rehash,
        )
    if as_json:
        console.print_json(summary.as_json())
    elif retry_failed and not summary.inputs:
        console.out().print("Nothing to retry: no input failed by timeout, memory or crash.")
    else:
        _print(summary)
    raise typer.Exit(Exit.OK if retry_failed and not summary.inputs else exit_code(summary))


def _command(sources: list[Path], **options: Path | int | str | None) -> str:
    """The command as it was given, for the table of runs."""
    words = ["congvan", "run", *map(named, sources)]
    for name, value in options.items():
        if value is not None:
            words.append(f"--{name.replace('_', '-')}")
            words += [] if value is True else [named(value)]
    return shlex.join(words)


def named(value: Path | int | str) -> str:
    """A value as it was given: a path has folded the slashes of a URL."""
    return str(place(value)) if isinstance(value, Path) else str(value)


def exit_code(summary: RunSummary) -> Exit:
    """What the counts mean for a script: all, some or nothing read."""
    if summary.ok + summary.partial == 0:
        return Exit.NOTHING_READ
    return Exit.SOME_FAILED if summary.failed or summary.partial else Exit.OK


def _print(summary: RunSummary) -> None:
    from rich.markup import escape
    from rich.table import Table

    from pipeline.engine import PASSING

    out = console.out()
    if summary.inputs == 0:
        _print_left_out(summary)
        out.print("Nothing to read: the sources hold no files.", style="yellow")
        return
    for failure in summary.failures[:SHOWN_FAILURES]:
        out.print(failure_line(failure))
    _more(len(summary.failures), "in the table failures")
    for same in summary.same_bytes[:SHOWN_FAILURES]:
        out.print(_told("skipped", same.uri, f"same bytes as {console.one_line(same.same_as)}"))
    _more(len(summary.same_bytes), "in the column same_bytes_uris of documents")
    _print_left_out(summary)
    counts = Table.grid(padding=(0, 2))
    for name, number in (
        ("inputs", summary.inputs),
        ("ok", summary.ok),
        ("partial", summary.partial),
        ("failed", summary.failed),
        ("skipped", summary.skipped),
        *((("removed", summary.removed),) if summary.removed else ()),
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
    given_up = sum(failure.category in PASSING for failure in summary.failures)
    if given_up:
        out.print(f"{given_up:,} given up by timeout, memory or crash: run again --retry-failed")
    sql = NEXT_QUERY if summary.ok + summary.partial else FAILURES_QUERY
    # Not wrapped: it is there to be copied.
    command = f"Next: {asking(sql, summary.out)}"
    out.print(command, markup=False, highlight=False, soft_wrap=True)


def failure_line(failure: Failed) -> Text:
    """What was not read, where and why, in a line."""
    from rich.text import Text

    name = failure.uri if failure.member is None else f"{failure.uri} › {failure.member}"
    line = Text(f"{failure.category} ", "red").append(console.one_line(name), "default bold")
    page = f", page {failure.page}" if failure.page else ""
    return line.append(f"{page}: {failure.message}", "default")


def _print_left_out(summary: RunSummary) -> None:
    """What stands under the sources and is no input."""
    for left in summary.left_out[:SHOWN_FAILURES]:
        console.out().print(_told("left out", left.uri, left.reason))
    _more(len(summary.left_out), "told by --json")


def _told(what: str, uri: str, why: str) -> Text:
    from rich.text import Text

    return Text(f"{what} ", "yellow").append(f"{console.one_line(uri)}: {why}", "default")


def _more(count: int, where: str) -> None:
    if count > SHOWN_FAILURES:
        console.out().print(f"... and {count - SHOWN_FAILURES:,} more, {where}")


def _remark(name: str, summary: RunSummary) -> str:
    if name == "inputs" and summary.unchanged:
        return f"{summary.unchanged:,} unchanged since the last run"
    if name == "removed":
        return "files gone or changed since they were read: their former rows have left the archive"
    if name == "skipped" and summary.skipped:
        return "same bytes as another input"
    return ""


def progress() -> AbstractContextManager[RunBar | None]:
    """A bar on standard error where that is a terminal, else nothing."""
    if not console.err().is_terminal:
        return nullcontext(None)
    from pipeline.cli.bar import progress_bar

    return progress_bar(console.err())
