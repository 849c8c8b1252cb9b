"""Why a row is there: its rule, the reason for the rule, and the text around its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow.compute as pc

from pipeline.cli import console, frames
from pipeline.dictionary import load_dictionary
from pipeline.rulebook.composed import load_composed

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook
    from pipeline.store import Archive

AROUND = 120  # letters of text shown before and after the words


def explanation(archive: Archive, rules: Rulebook, row_id: str) -> dict[str, Any] | None:
    """All about one row of a table with evidence, by its id; None if no table has it."""
    for table in load_dictionary().tables.values():
        if not table.has_evidence or table.id_column is None:
            continue
        rows = archive.arrow(table.name, filters=pc.field(table.id_column) == row_id).to_pylist()
        if rows:
            row = {name: frames.plain(value) for name, value in rows[0].items()}
            return _explain(archive, rules, table.name, row)
    return None


def print_explanation(found: dict[str, Any]) -> None:
    """The explanation for the eye: the words in colour inside their text."""
    from rich.text import Text

    out = console.out()
    row, rule = found["row"], found["rule"]
    out.print(Text(f"{found['table']}: made by rule ").append(str(rule["id"]), "bold"))
    if rule["why"]:
        out.print(Text(f"  {rule['why']}"))
        out.print(Text(f"  {rule['file']}:{rule['line']}", style="dim"))
    before, words, after = found["context"]
    text = Text("  ... ", style="dim").append(" ".join(before.split()) + " ")
    text.append(" ".join(words.split()), "bold yellow").append(
        " " + " ".join(after.split()) + " ..."
    )
    out.print(text)
    number, title = found["document"]
    page = f", page {row['page']}" if found["is_paged"] else ""
    out.print(Text(f"  {number or title or row['doc_id']}{page}", style="dim"))
    for name, value in row.items():
        if value is not None and name not in ("quote", "bbox"):
            out.print(Text(f"  {name} ", style="cyan").append(frames.show(value), "default"))


def _explain(archive: Archive, rules: Rulebook, table: str, row: dict[str, Any]) -> dict[str, Any]:
    same = pc.field("doc_id") == row["doc_id"]
    text = archive.arrow("texts", ["text"], same)["text"][0].as_py()
    columns = ["doc_number", "source_uri", "page_count"]
    document = archive.arrow("documents", columns, same).to_pylist()[0]
    start, end = row["start"], row["end"]
    made_by = rules.by_id.get(row["rule"]) or load_composed(rules.root).get(row["rule"])
    return {
        "table": table,
        "row": row,
        "rule": {
            "id": row["rule"],
            "why": made_by.why if made_by else None,
            "file": str(made_by.file) if made_by else None,
            "line": made_by.line if made_by else None,
        },
        "context": [
            text[max(0, start - AROUND) : start],
            text[start:end],
            text[end : end + AROUND],
        ],
        "document": [document["doc_number"], document["source_uri"]],
        "is_paged": document["page_count"] is not None,
    }
