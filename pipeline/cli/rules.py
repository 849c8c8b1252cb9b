"""``congvan rules``: check, list and explain the rules that make the rows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import console
from pipeline.cli.archive import DEFAULT_ARCHIVE, ArchiveFolder
from pipeline.cli.exits import Exit
from pipeline.cli.options import AsJson

app = typer.Typer(
    no_args_is_help=True, help="Check, list and explain the rules.", rich_markup_mode=None
)

RulesFolder = Annotated[
    Path | None,
    typer.Option("--rules", help="Your copy of the rules folder; else the shipped one."),
]


@app.command()
def check(rules: RulesFolder = None, as_json: AsJson = False) -> None:
    """Run the examples of every rule.

    Examples must match, rejects must not; exit code 5 if one does not hold.

    Example: congvan rules check --rules my-rules
    """
    from pipeline.audit.examples import check_examples
    from pipeline.errors import RulesError
    from pipeline.rulebook import check_rulebook, load_rulebook
    from pipeline.rulebook.checks import load_checks
    from pipeline.rulebook.composed import load_composed

    try:
        book = load_rulebook(rules)
        load_composed(book.root)
        checks = load_checks(book.root)
        problems = [
            {"rule": p.id, "file": str(p.file), "line": p.line, "message": p.message}
            for p in [*check_rulebook(book), *check_examples(checks, book)]
        ]
    except RulesError as error:
        if rules is not None and not rules.is_dir():
            raise
        place = {"file": str(error.path), "line": error.line}
        _report(
            {"ok": False, "problems": [{"rule": None, **place, "message": error.message}]}, as_json
        )
        raise typer.Exit(Exit.CHECK_FAILED) from error
    examples = sum(len(p.examples) + len(p.rejects) for p in book.by_id.values())
    report = {
        "ok": not problems,
        "rules_version": book.version,
        "patterns": len(book.by_id.values()),
        "examples": examples + 2 * len(checks.checks),
        "checks": len(checks.checks),
        "problems": problems,
    }
    _report(report, as_json)
    raise typer.Exit(Exit.CHECK_FAILED if problems else Exit.OK)


@app.command("list")
def list_rules(rules: RulesFolder = None, as_json: AsJson = False) -> None:
    """List every rule with its reason.

    Example: congvan rules list
    """
    from pipeline.rulebook import Described, describe, load_rulebook
    from pipeline.rulebook.checks import load_checks
    from pipeline.rulebook.composed import load_composed

    book = load_rulebook(rules)
    described = describe(book)
    for composed in load_composed(book.root).values():
        described.append(
            Described(composed.id, "composed", composed.why, composed.file, composed.line)
        )
    for check in load_checks(book.root).checks.values():
        described.append(Described(check.id, "check", check.why, check.file, check.line))
    if as_json:
        rows = [rule._asdict() | {"file": str(rule.file)} for rule in described]
        console.print_json({"rules": rows})
        return
    from rich.table import Table
    from rich.text import Text

    table = Table("rule", "kind", "why", "file", box=None, padding=(0, 2, 0, 0))
    for rule in described:
        place = f"{rule.file.name}:{rule.line}"
        table.add_row(*(Text(cell) for cell in (rule.id, rule.kind, rule.why, place)))
    console.out().print(table)


@app.command()
def explain(
    row_id: Annotated[str, typer.Argument(metavar="ROW_ID", help="Id of a row of any table.")],
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    rules: RulesFolder = None,
    as_json: AsJson = False,
) -> None:
    """Tell which rule made a row, and why.

    The rule, the reason for it, and the text that it worked on.

    Example: congvan rules explain 3f1c9a0b7d52e684-citation-1204-1231-0
    """
    from pipeline.cli.explain import explanation, print_explanation
    from pipeline.rulebook import load_rulebook
    from pipeline.store import Archive

    found = explanation(Archive(archive), load_rulebook(rules), row_id)
    if found is None:
        console.stop(f"no row {row_id!r} in {archive}; `congvan query` shows the ids of rows")
    if as_json:
        console.print_json(found)
    else:
        print_explanation(found)


def _report(report: dict[str, object], as_json: bool) -> None:
    if as_json:
        console.print_json(report)
        return
    problems = report["problems"]
    assert isinstance(problems, list)
    for problem in problems:
        where = f"{problem['file']}:{problem['line'] or 1}"
        name = f"{problem['rule']}: " if problem["rule"] else ""
        print(f"{where}: {name}{problem['message']}")
    if problems:
        print(f"{len(problems)} problems")
    else:
        print(
            f"{report['patterns']} patterns, {report['checks']} checks, "
            f"{report['examples']} examples and rejects: all hold"
        )
