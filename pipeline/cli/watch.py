"""``congvan watch``: reads files as they come to a folder, until it is told to stop."""

from __future__ import annotations

import os
import shlex
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import console
from pipeline.cli.options import Jobs, Out, RulesCopy
from pipeline.cli.run import failure_line, named, progress
from pipeline.remote import place

if TYPE_CHECKING:
    from pipeline.engine import RunSummary


def watch(
    folders: Annotated[
        list[Path], typer.Argument(metavar="FOLDER", help="Folders that dispatches come to.")
    ],
    out: Out,
    rules: RulesCopy = None,
    jobs: Jobs = None,
    settle: Annotated[
        float,
        typer.Option(
            "--settle",
            min=0.1,
            metavar="SECONDS",
            help="A file is taken up when its size and time have not changed for so long.",
        ),
    ] = 2.0,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a line, for each commit.")
    ] = False,
) -> None:
    """Read files as they come to folders, until Ctrl-C or SIGTERM.

    What is there at the start is taken up first.  Names of unfinished files (.part, .tmp,
    .crdownload, ~$...) and hidden ones are left alone.  Rows of files that are gone stay: `congvan
    run` on the folder removes them.  When it is told to stop, documents under way are dropped and
    what was read is written; they are read at the next start.

    Example: congvan watch data/raw --out data/processed
    """
    from pipeline.engine.watch import watch as watch_folders

    words = ["congvan", "watch", *map(named, folders), "--out", named(out)]
    words += [] if rules is None else ["--rules", named(rules)]
    with _told_to_stop() as stopped, progress() as bar:
        console.note(f"watching {', '.join(map(str, folders))}; Ctrl-C stops")
        for summary in watch_folders(
            folders,
            place(out),
            rules,
            jobs=jobs or os.cpu_count() or 1,
            settle=settle,
            command=shlex.join(words),
            stopped=stopped,
            progress=bar.advance if bar else None,
            on_page=bar.on_page if bar else None,
        ):
            if as_json:
                console.print_json(summary.as_json(), flush=True)
            else:
                _print(summary)
    console.note("stopped; the archive is whole")


@contextmanager
def _told_to_stop() -> Iterator[threading.Event]:
    """An event that SIGTERM and SIGINT set, instead of ending the process in the middle."""
    stopped = threading.Event()
    former = {
        number: signal.signal(number, lambda *_: stopped.set())
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    try:
        yield stopped
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def _print(summary: RunSummary) -> None:
    """One line a commit, and one for each input that was not read."""
    from rich.markup import escape

    out = console.out()
    for failure in summary.failures:
        out.print(failure_line(failure))
    counts = f"{summary.ok:,} ok, {summary.partial:,} partial, {summary.failed:,} failed"
    same = f", {summary.skipped:,} skipped" if summary.skipped else ""
    old = f", {summary.unchanged:,} of them known" if summary.unchanged else ""
    out.print(
        f"{counts}{same}{old} in {summary.seconds:.1f} s; "
        f"{summary.rows['documents']:,} documents in [bold]{escape(str(summary.out))}[/bold]"
    )
