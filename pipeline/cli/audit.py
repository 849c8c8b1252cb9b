"""``congvan audit``: does this figure hold?  Makes the checks, prints and writes a report."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli import console
from pipeline.cli.archive import DEFAULT_ARCHIVE, asking
from pipeline.cli.options import AsJson
from pipeline.cli.rules import RulesFolder
from pipeline.remote import Remote, place

if TYPE_CHECKING:
    from pipeline.audit import Audit, Finding
    from pipeline.audit.report import Paper, Quote, Report
    from pipeline.rulebook import Rulebook
    from pipeline.store import Archive


class Severity(StrEnum):
    """How much a finding matters, the most first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


# Findings told one by one on the terminal, and with --json.
_PRINTED, _AS_JSON = 500, 20_000
_COLOURS = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def audit(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Folder or URL that `congvan run --out` wrote.")
    ] = DEFAULT_ARCHIVE,
    check: Annotated[
        list[str] | None, typer.Option("--check", metavar="ID", help="Show only this check.")
    ] = None,
    severity: Annotated[
        Severity, typer.Option("--severity", help="Show findings of this weight and above.")
    ] = Severity.INFO,
    show_all: Annotated[
        bool, typer.Option("--all", help="Show what agrees and what cannot be checked too.")
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="FILE", help="Report: FILE.html and FILE.xlsx."),
    ] = None,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="FINDING", help="Mark it as explained.")
    ] = None,
    because: Annotated[
        str | None, typer.Option("--because", metavar="TEXT", help="The reason, for --explain.")
    ] = None,
    gold: Annotated[
        Path | None,
        typer.Option("--gold", metavar="DIR", help="Hold the findings against gold files."),
    ] = None,
    rules: RulesFolder = None,
    wait: Annotated[
        bool, typer.Option("--wait", help="Wait while a run writes to the archive.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Check the figures of an archive against each other, inside documents and across them.

    Fills the table findings and writes a report beside the archive (DIR.audit.html and
    DIR.audit.xlsx; for an archive on an object store, where you are). What you decide is kept in
    DIR.audit.toml: checks that are off, tolerances, findings explained.

    Example: congvan audit data/processed --severity warning
    """
    from pipeline.audit import audit_and_keep
    from pipeline.audit.report import make_report
    from pipeline.rulebook import load_rulebook
    from pipeline.rulebook.checks import load_checks

    book = load_rulebook(rules)
    checks = load_checks(book.root).checks
    unknown = sorted(set(check or ()) - set(checks))
    if unknown:
        console.stop(f"no check {unknown[0]!r}; the checks are {', '.join(checks)}")
    if gold is not None and not gold.is_dir():
        console.stop(f"--gold: there is no folder {gold}")
    if explain is not None:
        _explain(folder, book, explain, because)
    with console.writing(folder), console.working("checking figures and documents"):
        archive, done = audit_and_keep(folder, book, wait=wait)
    held = archive.tables()
    if held["documents"] > 1 and held["awardees"] and not held["entities"]:
        console.note(
            "documents are held against each other only where they are linked: "
            f"run `congvan resolve {shlex.quote(str(folder))}` first"
        )
    if gold is not None:
        _against_gold(archive, done, gold, as_json)
        return
    rows = iter(done.findings if show_all else done.findings.select("contradiction"))
    rows = (row for row in rows if _wanted(row, check, severity))
    chosen = list(islice(rows, _AS_JSON if as_json else _PRINTED))
    left_out = sum(1 for _ in rows)
    written = make_report(archive, done, book.version)
    files = _write(archive, done, written, report or _beside(folder))
    if as_json:
        counts = {name: dict(made) for name, made in written.counts.items()}
        console.print_json(
            {"documents": written.documents, "checks": counts, "findings": chosen,
             "left_out": left_out, "report": [str(file) for file in files]}
        )  # fmt: skip
        return
    _print(archive, done, written, chosen)
    if left_out:
        query = "SELECT * FROM findings WHERE verdict = 'contradiction'"
        console.note(f"{left_out:,} more are not printed; see")
        console.note(asking(query, folder))
    for file in files:
        console.note(f"report: {file}")


def _beside(folder: Path) -> Path:
    """Where the report goes, without its ending: beside the archive, or where the user is."""
    archive = place(folder)
    if isinstance(archive, Remote):
        return Path(f"{archive.name}.audit")
    whole = archive.resolve()
    return whole.with_name(f"{whole.name}.audit")


def _explain(folder: Path, rules: Rulebook, finding: str, because: str | None) -> None:
    """Enter the reason for a finding that there is."""
    from pipeline.audit import audit
    from pipeline.audit.choices import choices_path, explain
    from pipeline.store import Archive

    if not because or not because.strip():
        console.stop("--explain needs a reason: --because TEXT")
    done = audit(Archive(folder), rules)
    if all(row["finding_id"] != finding for row in done.findings):
        console.stop(f"no finding {finding!r}; `congvan audit --all` shows the ids of findings")
    choices = choices_path(place(folder))
    with console.writing(str(choices)):
        explain(choices, finding, because, done.book)
    console.note(f"{finding} is explained, in {choices}")


def _wanted(row: Finding, check: list[str] | None, severity: Severity) -> bool:
    order = list(Severity)
    return (not check or row["check"] in check) and (
        order.index(Severity(str(row["severity"]))) <= order.index(severity)
    )


def _write(archive: Archive, done: Audit, report: Report, stem: Path) -> list[Path]:
    """The report is of all findings, whatever was asked to be printed; it says what it leaves out,
    as a part of it, handed on, would pass for all."""
    from pipeline.audit.report import listed, papers_of
    from pipeline.audit.report_html import html_report
    from pipeline.audit.report_xlsx import write_xlsx

    page, book = stem.with_name(stem.name + ".html"), stem.with_name(stem.name + ".xlsx")
    with console.writing(page):
        page.write_text(html_report(report), "utf-8")
    with console.writing(book):
        rows = listed(done)
        left_out = len(done.findings) - len(rows)
        if left_out:
            console.note(f"{book} leaves out {left_out:,} findings; the table findings holds all")
        everything = papers_of(archive, rows, done.book.checks, around=False)
        cut = write_xlsx(report, everything, book, left_out)
    if cut:
        console.note(f"{cut} cells of {book} were longer than a cell can be and were cut")
    return [page, book]


def _print(archive: Archive, done: Audit, report: Report, rows: Sequence[Finding]) -> None:
    from rich.table import Table
    from rich.text import Text

    from pipeline.audit.report import papers_of

    out = console.out()
    for paper in papers_of(archive, rows, done.book.checks):
        _print_paper(paper)
    table = Table("check", "contradictions", "consistent", "not checkable", box=None,
                  padding=(0, 2, 0, 0))  # fmt: skip
    for column in table.columns[1:]:
        column.justify = "right"
    for name, counts in report.counts.items():
        wrong = counts["contradiction"]
        table.add_row(
            name, Text(str(wrong), "bold red" if wrong else ""), str(counts["consistent"]),
            str(counts["not_checkable"]),
        )  # fmt: skip
    out.print(table)
    made = sum(sum(counts.values()) for counts in report.counts.values())
    out.print(
        f"{report.documents:,} documents, {made:,} checks made: "
        f"{report.total('contradiction'):,} contradictions, "
        f"{report.total('consistent'):,} consistent, "
        f"{report.total('not_checkable'):,} not checkable"
    )


def _print_paper(paper: Paper) -> None:
    from rich.text import Text

    out = console.out()
    out.print(Text(paper.number or paper.file, "bold").append(f"  {paper.file}", "dim"))
    for item in paper.items:
        row = item.row
        told = f"{row['verdict']} ({row['severity']}) "  # colours are not seen everywhere
        line = Text("  ").append(told, _COLOURS[str(row["severity"])])
        out.print(line.append(f"{row['check']} ", "bold").append(str(row["finding_id"]), "dim"))
        out.print(Text(f"    {row['message_vi']}"))
        out.print(Text(f"    {row['message_en']}", "italic"))
        for quote in item.quotes:
            around = Text(f"    {_where(quote)}: ", "dim").append(
                f"... {quote.before[-40:]} ", "dim"
            )
            around.append(f"“{quote.words}”", "yellow").append(f" {quote.after[:40]} ...", "dim")
            out.print(around)
        if row["explained"] is not None:
            out.print(Text(f"    explained: {row['explained']}", "green"))
    out.print()


def _where(quote: Quote) -> str:
    """The document if it is another one, and the page if it has pages."""
    if quote.page is None:
        place = "signature"
    else:
        place = f"page {quote.page}" if quote.is_paged else "in the text"
    return place if quote.document is None else f"{quote.document}, {place}"


def _against_gold(archive: Archive, done: Audit, gold: Path, as_json: bool) -> None:
    from collections import Counter
    from dataclasses import asdict

    from rich.table import Table
    from rich.text import Text

    from pipeline.audit.against_gold import against_gold

    rows = archive.arrow("documents", ["doc_id", "source_uri"]).to_pylist()
    sources = {row["doc_id"]: row["source_uri"] for row in rows}
    lines = against_gold(list(done.findings), sources, gold, done.book)
    counts: dict[str, Any] = dict(Counter(line.result for line in lines))
    if as_json:
        console.print_json({"results": counts, "entries": [asdict(line) for line in lines]})
        return
    table = Table("document", "gold entry", "holds", "result", "verdict", "detail", box=None,
                  padding=(0, 2, 0, 0))  # fmt: skip
    for line in lines:
        holds = "" if line.holds is None else str(line.holds).lower()
        cells = (
            line.source,
            line.gold or line.check,
            holds,
            line.result,
            line.verdict,
            line.detail,
        )
        table.add_row(*(Text(cell) for cell in cells))
    console.out().print(table)
    console.out().print(", ".join(f"{number} {name}" for name, number in counts.items()))
