"""Sheets that are broken, hostile or of a kind that is not read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest

from pipeline.document import process
from pipeline.errors import ReadError
from pipeline.read import read
from pipeline.read.sheet import grid as sheet_grid
from pipeline.rulebook import load_rulebook
from tests.sheets import (
    annex,
    data_with,
    old_annex,
    saved,
    source,
    texts,
)


def broken(make: Callable[[], bytes]) -> ReadError:
    data = make()
    with pytest.raises(ReadError) as caught:
        read(data, source(data))
    return caught.value


def empty_book() -> bytes:
    return saved(openpyxl.Workbook())


def only_hidden() -> bytes:
    book = annex()
    book.create_sheet("trống")
    book.active.sheet_state = "hidden"
    return saved(book)


def entity_bomb() -> bytes:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 1000 + b'">'
    laughs += b"".join(
        b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 1000) for letter in b"cdefgh"
    )
    text = saved(annex())
    xml = zipfile.ZipFile(io.BytesIO(text)).read("xl/worksheets/sheet1.xml")
    hostile = (
        laughs + b"]>" + xml.replace(b"<sheetData>", b"<sheetData><row><c><v>&h;</v></c></row>")
    )
    return data_with(text, "xl/worksheets/sheet1.xml", xml, hostile)


def test_truncated_sheet_part_is_corrupt() -> None:
    text = saved(annex())
    xml = zipfile.ZipFile(io.BytesIO(text)).read("xl/worksheets/sheet1.xml")
    data = data_with(text, "xl/worksheets/sheet1.xml", xml, xml[: len(xml) // 2])
    assert broken(lambda: data).category == "corrupt"


def test_failures_are_typed() -> None:
    assert broken(empty_book).category == "empty"
    assert broken(only_hidden).category == "empty"
    cut = saved(annex())[:2000]  # no longer told from any other ZIP
    rows = process(cut, source(cut), load_rulebook()).tables["failures"]
    assert [row["category"] for row in rows] == ["corrupt"]
    assert broken(lambda: old_annex()[:3000]).category in ("corrupt", "unsupported")
    assert broken(lambda: old_annex()[:512] + b"\xff" * 4000).category in ("corrupt", "unsupported")


def test_entities_are_not_expanded() -> None:
    data = entity_bomb()
    try:
        reading = read(data, source(data))
    except ReadError as error:
        assert error.category in ("corrupt", "bomb")
    else:
        assert sum(map(len, texts(reading))) < 5000


def test_parts_of_blanks_are_a_bomb() -> None:
    text = saved(annex())
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(text)) as before,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            content = before.read(name)
            if name.endswith("sheet1.xml"):
                content = content.replace(b"<sheetData>", b" " * 30_000_000 + b"<sheetData>")
            after.writestr(name, content)
    assert broken(buffer.getvalue).category == "bomb"


def test_data_base_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.read.sheet import book as sheet_book

    monkeypatch.setattr(sheet_book, "MAX_CELLS", 20)
    assert broken(lambda: saved(annex())).category == "too_large"
    assert sheet_grid.MAX_CELLS > 20


def test_escapes_of_the_file_are_undone() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Kết quả\nnăm học_x000D_ và_xD800_ đề xuất"
    data = saved(book)
    assert texts(read(data, source(data))) == ["Kết quả", "năm học và đề xuất"]


def test_far_cells_cost_nothing() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Danh sách này có một ô ở rất xa"
    book.active["XFD1048576"] = "xa"
    book.active.merge_cells("A1:B1")
    data = saved(book)
    data = data_with(data, "xl/worksheets/sheet1.xml", b'"A1:B1"', b'"A1:XFD1048575"')
    assert texts(read(data, source(data))) == ["Danh sách này có một ô ở rất xa", "xa"]


def test_binary_workbook_is_unsupported() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("xl/workbook.bin", b"x")
        package.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.bin"/>'
            "</Relationships>",
        )
    assert broken(buffer.getvalue).category == "unsupported"
