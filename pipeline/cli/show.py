"""``congvan show``: one document, its head and its rows with the words they were read from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli import console
from pipeline.cli.archive import DEFAULT_ARCHIVE, ArchiveFolder
from pipeline.cli.options import AsJson

if TYPE_CHECKING:
    from rich.text import Text

    from pipeline.dictionary import Code
    from pipeline.store import DocumentRows

# Column, English and Vietnamese label, in the order in which a dispatch shows them.
HEAD = (
    ("parent_issuer", "Parent body", "Cơ quan chủ quản"),
    ("issuer", "Issuer", "Cơ quan ban hành"),
    ("doc_type_name", "Type", "Loại văn bản"),
    ("doc_number", "Number", "Số, ký hiệu"),
    ("place", "Place", "Địa danh"),
    ("issued_on", "Date", "Ngày ban hành"),
    ("subject", "Subject", "Trích yếu"),
    ("addressees", "To", "Kính gửi"),
    ("signing_authority", "Authority", "Thẩm quyền ký"),
    ("signer_title", "Title", "Chức vụ"),
    ("signer_name", "Signer", "Người ký"),
    ("copies", "Copies", "Nơi nhận"),
    ("genre", "Genre", "Thể loại"),
    ("source_uri", "File", "Tệp"),
    ("member", "Inside it", "Tệp con"),
    ("same_bytes_uris", "Same bytes", "Tệp giống hệt"),
    ("same_as", "Copy of", "Bản sao của"),
    ("reader", "Reader", "Bộ đọc"),
    ("status", "Status", "Tình trạng"),
    ("defects", "Defects", "Khiếm khuyết"),
)
# Table, its Vietnamese name, and the columns that tell its rows at a glance.
SECTIONS = (
    ("citations", "Văn bản được dẫn", ("cited_type", "cited_number", "cited_on", "cited_issuer",
                                      "cited_title", "relation", "cited_doc_id")),
    ("awardees", "Tập thể, cá nhân", ("name", "role", "position", "workplace", "award_name",
                                     "grade", "conferred_by", "year", "decision")),
    ("initiatives", "Sáng kiến", ("title", "kind", "authors", "field", "benefit_vnd",
                                   "recognised_by", "level", "year")),
    ("figures", "Số liệu", ("qualifier", "value", "value_high", "unit", "counted", "of_value",
                           "award_name", "conferred_by", "scope", "period_start", "period_end",
                           "role")),
    ("dates", "Ngày tháng", ("date_start", "date_end", "role", "event")),
)  # fmt: skip
_INTACT: dict[object, str] = {
    True: "intact", False: "NOT intact: the file is not as it was signed", None: "not checked",
}  # fmt: skip


def show(
    document: Annotated[
        str, typer.Argument(metavar="DOC", help="Id or number of a document, or its file's name.")
    ],
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Rows shown of each table.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Show a document with the evidence of its rows.

    The fields of its head and foot, each row with the words on the page that it rests on, digital
    signatures, and the contradictions that `congvan audit` found.

    Example: congvan show 418/BC-LĐLĐ
    """
    from pipeline.cli import frames
    from pipeline.store import Archive

    found = Archive(archive).document(document)
    if as_json:
        rows = {name: frames.records(frame) for name, frame in found.rows.items()}
        header = {name: frames.plain(value) for name, value in found.header.items()}
        console.print_json({"doc_id": found.doc_id, "document": header, "rows": rows})
        return
    _print_head(found.doc_id, found.header)
    for name, vietnamese, columns in SECTIONS:
        _print_section(found, name, vietnamese, columns, limit)
    _print_signatures(found)
    _print_contradictions(found, limit)
    for failure in frames.records(found.rows["failures"]):
        where = f"page {failure['page']} not read" if failure["page"] else "not read"
        console.out().print(f"{where}: {failure['message']}", style="red", markup=False)


def _print_head(doc_id: str, header: Mapping[str, Any]) -> None:
    from rich.table import Table
    from rich.text import Text

    from pipeline.cli import frames
    from pipeline.dictionary import table

    meanings = {code.code: code for code in table("documents").column("defects").codes}
    grid = Table.grid(padding=(0, 2))
    grid.add_row(Text("Id", style="cyan"), Text("Mã", style="dim"), doc_id)
    for column, english, vietnamese in HEAD:
        value = frames.show(frames.plain(header.get(column)))
        if value:
            style = "bold" if column in ("doc_number", "subject") else ""
            words = Text(value, style=style, overflow="fold")
            if column == "defects":
                words = Text("\n", overflow="fold").join(
                    _defect(code, meanings.get(code)) for code in header["defects"]
                )
            grid.add_row(Text(english, style="cyan"), Text(vietnamese, style="dim"), words)
    console.out().print(grid)


def _defect(name: str, code: Code | None) -> Text:
    """A code and what it says; one of another version of the program by its name alone."""
    from rich.text import Text

    if code is None:
        return Text(name)
    return Text(f"{name}: {code.en}").append(f"\n{code.vi}", style="dim")


def _print_section(
    found: DocumentRows, name: str, vietnamese: str, columns: tuple[str, ...], limit: int
) -> None:
    from rich.text import Text

    from pipeline.cli import frames

    rows = [row for row in frames.records(found.rows[name]) if not row["is_duplicate"]]
    if not rows:
        return
    out = console.out()
    out.print()
    out.print(Text(f"{name} ", style="bold green").append(f"{vietnamese} ({len(rows)})", "dim"))
    for row in rows[:limit]:
        values = [frames.show(row[column]) for column in columns]
        out.print(Text("  " + " · ".join(value for value in values if value)))
        page = "" if found.header["page_count"] is None else f"page {row['page']}, "
        where = f"{page}{row['rule']}, {row['confidence']:.2f}"
        quote = " ".join(str(row["quote"]).split())
        out.print(Text(f"    “{quote}” ", style="italic yellow").append(f"({where})", "dim"))
    if len(rows) > limit:
        out.print(Text(f"  ... and {len(rows) - limit} more (--limit)", style="dim"))


def _print_signatures(found: DocumentRows) -> None:
    """Who signed the file, when, and whether it is as it was signed."""
    from rich.text import Text

    from pipeline.cli import frames

    rows = frames.records(found.rows["signatures"])
    if not rows:
        return
    out = console.out()
    out.print()
    out.print(Text("signatures ", style="bold green").append(f"Chữ ký số ({len(rows)})", "dim"))
    for row in rows:
        values = [frames.show(row[name]) for name in ("signer", "organisation", "signed_at")]
        out.print(Text("  " + " · ".join(value for value in values if value)))
        changed = row["changed_after"]
        states = (
            _INTACT[row["intact"]],
            None if changed is None else f"changed after signing: {changed}",
            f"certificate {row['trust']}",
        )
        out.print(Text(f"    {'; '.join(state for state in states if state)}", style="dim"))


def _print_contradictions(found: DocumentRows, limit: int) -> None:
    """What the last audit found wrong, in both languages, with the id to ask or explain it by."""
    from rich.text import Text

    from pipeline.cli import frames

    rows = frames.records(found.rows["findings"])
    rows = [row for row in rows if row["verdict"] == "contradiction"]
    if not rows:
        return
    out = console.out()
    out.print()
    out.print(Text("findings ", style="bold green").append(f"Mâu thuẫn ({len(rows)})", "dim"))
    for row in rows[:limit]:
        out.print(Text(f"  {row['message_vi']}"))
        explained = "" if row["explained"] is None else f"; explained: {row['explained']}"
        out.print(
            Text(f"    {row['message_en']} ", "italic").append(
                f"({row['check']}, {row['severity']}, {row['finding_id']}{explained})", "dim"
            )
        )
    if len(rows) > limit:
        out.print(Text(f"  ... and {len(rows) - limit} more (--limit)", style="dim"))
