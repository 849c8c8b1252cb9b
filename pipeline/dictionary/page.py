"""The data-dictionary page: every table and column in both languages, as Markdown."""

from __future__ import annotations

from pipeline.dictionary.model import Column, Table, load_dictionary

_INTRO = """\
# Data dictionary · Từ điển dữ liệu

Written by `python -m pipeline.dictionary` from `pipeline/dictionary/tables.toml`; change that file,
not this page. An archive is a folder with one folder of Parquet files a table. Unknown is null.
Spans are half open and count code points of `texts.text`.

Trang này được sinh tự động. Mỗi bảng là một thư mục tệp Parquet. Giá trị chưa biết để trống (null).
Vị trí tính theo ký tự Unicode của `texts.text`, không gồm ký tự cuối.
"""


def data_dictionary_markdown() -> str:
    """The page as one text, ending in a line break; the same for the same dictionary."""
    tables = load_dictionary().tables.values()
    contents = "\n".join(f"- [{t.name}](#{t.name}): {t.en}. {t.vi}." for t in tables)
    return "\n".join([_INTRO, contents, "", *(_section(table) for table in tables)])


def _section(table: Table) -> str:
    key = ", ".join(f"`{name}`" for name in table.key) or "none"
    head = [
        f"## {table.name}",
        "",
        f"{table.en}.  ",
        f"{table.vi}.",
        "",
        f"Primary key: {key}. Sorted by: {', '.join(f'`{name}`' for name in table.sort)}.",
        "",
        "| column | type | null | meaning | ý nghĩa | unit | example |",
        "|---|---|---|---|---|---|---|",
    ]
    codes = [line for column in table.columns if column.codes for line in _codes(table, column)]
    return "\n".join([*head, *(_row(column) for column in table.columns), "", *codes])


def _codes(table: Table, column: Column) -> list[str]:
    """What each code of a column says."""
    return [
        f"### Codes of {table.name}.{column.name}",
        "",
        "| code | meaning | ý nghĩa |",
        "|---|---|---|",
        *(f"| `{each.code}` | {each.en} | {each.vi} |" for each in column.codes),
        "",
    ]


def _row(column: Column) -> str:
    en = column.en
    if column.codes:
        en += " (listed below)"
    elif column.values:
        en += f". One of: {', '.join(f'`{value}`' for value in column.values)}"
    if column.references:
        en += f". Refers to `{'.'.join(column.references)}`"
    cells = (
        f"`{column.name}`",
        f"`{column.type.text}`",
        "yes" if column.nullable else "",
        en,
        column.vi,
        column.unit or "",
        f"`{column.example}`",
    )
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
