"""The progress bar of a run, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from pipeline.cli.console import one_line

_NAME = 40


@dataclass(frozen=True, slots=True)
class RunBar:
    """A bar: one step for each input, and beside it the page of a scan that was just recognised."""

    bar: Progress
    task: TaskID

    def advance(self, done: int, total: int, name: str) -> None:
        """An input is finished."""
        self.bar.update(
            self.task, completed=done, total=total, name=one_line(name)[-_NAME:], page=""
        )

    def on_page(self, name: str, page: int, pages: int) -> None:
        """A scanned page is recognised."""
        self.bar.update(self.task, name=one_line(name)[-_NAME:], page=f"page {page} of {pages}")


@contextmanager
def progress_bar(console: Console) -> Iterator[RunBar]:
    """A bar that vanishes at the end."""
    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
        TextColumn("{task.fields[page]}", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        yield RunBar(bar, bar.add_task("reading", total=None, name="", page=""))
