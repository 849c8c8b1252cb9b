"""Prints a result as tables that say what is fast enough and what is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from benchmarks.budget import Budget
from benchmarks.run import Group, Result
from benchmarks.runs import Runs
from benchmarks.stages import STAGES

_TITLES = {"pdf": "PDF, born digital", "text": "plain text", "office": "Office, HTML and mail"}


def to_text(result: Result) -> str:
    """What the stages took, lines of at most 100 characters."""
    lines = ["  ".join(f"{name} {value}" for name, value in result.machine.items())]
    lines.append(
        f"best of {result.repeat} passes a file, one process, after a warm-up pass; "
        f"first document of the process {result.first_document_seconds:.2f} s"
    )
    for group in result.groups:
        lines += ["", *_group(group)]
    if result.left_out:
        reasons = Counter(reason for _, reason in result.left_out)
        counts = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items()))
        lines += ["", f"left out: {counts}"]
    return "\n".join(lines)


def runs_text(runs: Runs) -> str:
    """The whole runs, a line each."""
    lines = [
        f"whole runs of the command on {runs.cores} cores, start and rules compiled included; "
        "memory of all processes",
        f"  {'':<18}{'workers':>8}{'documents':>11}{'pages read':>12}{'seconds':>9}"
        f"{'ms a document':>15}{'peak MB':>9}{'cores used':>12}",
    ]
    for run in runs.runs:
        lines.append(
            f"  {run.name:<18}{run.workers:>8}{run.documents:>11,}{run.pages:>12,}"
            f"{run.seconds:>9.1f}{1000 * run.seconds / run.documents:>15.1f}"
            f"{run.peak_bytes / 1e6:>9,.0f}{run.cores_used:>12.2f}"
        )
    return "\n".join(lines)


def budgets_text(budgets: Sequence[Budget]) -> str:
    """The table of budgets: what was allowed, what was measured, and the verdict."""
    lines = ["budgets of the design"]
    for budget in budgets:
        figures = f"{budget.limit:>7.2f}  measured {budget.measured:>7.2f}"
        lines.append(f"  {budget.name:<52} {figures}  {budget.verdict}")
    if not budgets:
        lines.append("  none of them concerns these files")
    return "\n".join(lines)


def _group(group: Group) -> list[str]:
    megabytes = group.text_bytes / 1e6
    pages = f", {group.pages} pages" if group.pages else ""
    lines = [
        f"{_TITLES[group.kind]}: {group.files} files{pages}, {megabytes:.2f} MB of text, "
        f"{group.rows} rows",
        f"  {'':<28}{'seconds':>9}{'pages/s':>10}{'MB/s':>9}{'share':>8}{'x pypdfium2':>13}",
    ]
    for stage in STAGES:
        seconds = group.seconds.get(stage)
        if seconds is None:
            continue
        share = "" if stage == "write" else f"{seconds / group.to_rows:.0%}"
        lines.append(_line(stage, seconds, group, share))
        if stage == "read" and group.signatures is not None:
            part = f"{group.signatures / group.to_rows:.0%}"
            lines.append(_line("  of it signatures", group.signatures, group, part))
    lines.append(_line("read to rows", group.to_rows, group, "100%"))
    if group.scan:
        lines.append(_line("bare scan, one regex pass", group.scan, group, ""))
    if group.pypdfium2:
        lines.append(_line("bare pypdfium2 words", group.pypdfium2, group, ""))
    if group.pdfplumber:
        speed = group.pdfplumber_pages / group.pdfplumber
        ratio = group.pdfplumber / group.pypdfium2_on_those
        words = f"bare pdfplumber words ({group.pdfplumber_pages} p.)"
        lines.append(
            f"  {words:<28}{group.pdfplumber:>9.3f}{speed:>10.1f}{'':>9}{'':>8}{ratio:>13.1f}"
        )
    return lines


def _line(name: str, seconds: float, group: Group, share: str) -> str:
    pages = f"{group.pages / seconds:.1f}" if group.pages else ""
    speed = f"{group.text_bytes / 1e6 / seconds:.2f}"
    ratio = f"{seconds / group.pypdfium2:.2f}" if group.pypdfium2 else ""
    return f"  {name:<28}{seconds:>9.3f}{pages:>10}{speed:>9}{share:>8}{ratio:>13}"
