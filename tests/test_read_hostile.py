"""Files made to hold a reader up or to break it: each is read soon, or refused with a reason."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import tarfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from pipeline.document import process
from pipeline.model import Source
from pipeline.read import read
from pipeline.read.container.reader import Unread, members
from pipeline.read.entry import unique_path
from pipeline.rulebook import load_rulebook

_SOON = 10.0  # seconds; each took minutes, or for ever
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PAGE = "<html><head><meta charset='utf-8'></head><body><p>Nơi nhận:</p>"


def source(data: bytes) -> Source:
    return Source("in/a", hashlib.sha256(data).hexdigest(), len(data), "")


@contextmanager
def soon() -> Iterator[None]:
    """Hold what is done to the bound: by the processor, and by the clock as far as it is ours.

    Where more programs run than the machine has processors each takes so many times as long.
    """
    clock, processor = time.perf_counter(), time.process_time()
    yield
    crowd = os.getloadavg()[0] / (os.cpu_count() or 1) if hasattr(os, "getloadavg") else 1.0
    assert time.process_time() - processor < _SOON
    assert time.perf_counter() - clock < _SOON * max(1.0, crowd)


def texts(data: bytes) -> list[str]:
    """The lines of a file, which must come soon."""
    with soon():
        reading = read(data, source(data))
    return [line.text for page in reading.pages for line in page.lines]


def page(markup: str) -> list[str]:
    """The lines of a page that is read from its own blocks, without its first."""
    return texts((_PAGE + markup).encode())[1:]


def refusals(data: bytes) -> list[str]:
    """Why the members of an archive are not read; that must come soon."""
    with soon():
        found = list(members(data, source(data)))
    return [item.error.category for item in found if isinstance(item, Unread)]


def word(body: str, part: str = "", xml: str = "") -> bytes:
    """A Word document with one more part, `footnotes`, `numbering` or `styles`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>"
        )
        if part:
            package.writestr(f"word/{part}.xml", f"<w:{part} {_W}>{xml}</w:{part}>")
            package.writestr(
                "word/_rels/document.xml.rels",
                f'<Relationships xmlns="{_RELS}"><Relationship Id="r" Type="x/{part}" '
                f'Target="{part}.xml"/></Relationships>',
            )
    return buffer.getvalue()


def test_comments_before_a_page_that_never_comes() -> None:
    assert texts(b"<!---->" * 60 + b"x") == ["<!---->" * 60 + "x"]


def test_pages_of_huge_lists_spans_and_styles() -> None:
    assert page("<ol>" + "<li>a" * 30_000 + "</ol>")[-1] == "30000. a"
    cells = "<td rowspan=1000 colspan=1000>a" * 2000
    rows = page(f"<table border=1><tr>{cells}{'<tr><td>x' * 1000}</table>")
    assert rows.count("a") == 2000 and rows.count("x") == 1000
    article = f"<html><body><table><tr>{cells}{'<tr><td>x' * 1000}</table></body></html>"
    assert texts(article.encode()).count("a") == 2000
    styled = f"<table style='{'border: ' * 20_000}'><tr><td>a<td>b</table>"
    assert page(styled) == ["a", "b"]


def test_spans_that_hang_from_rows_above_push_cells_aside() -> None:
    markup = (
        "<table border=1><tr><td rowspan=3>a<td>b<td rowspan=2 colspan=2>c"
        "<tr><td>d<td>e<tr><td>f<td>g</table>"
    )
    data = (_PAGE + markup).encode()
    lines = read(data, source(data)).pages[0].lines
    places = {line.text: (line.cell.row, line.cell.column) for line in lines if line.cell}
    assert places == {
        "a": (0, 0), "b": (0, 1), "c": (0, 2), "d": (1, 1), "e": (1, 4), "f": (2, 1), "g": (2, 2),
    }  # fmt: skip


@pytest.mark.parametrize("number", ["²", "9" * 5000, "-", ""])
def test_numbers_that_are_none(number: str) -> None:
    assert page(f"<ol start='{number}'><li>a</ol>") == ["1. a"]
    assert page(f"<table border=1><tr><td rowspan='{number}'>a<td>b</table>") == ["a", "b"]
    span = f'<w:tcPr><w:gridSpan w:val="{number}"/></w:tcPr>'
    cell = f"<w:tc>{span}<w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
    assert texts(word(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")) == ["a"]


def test_a_charset_that_decodes_nothing() -> None:
    assert texts(b"<html><meta charset=undefined><body><p>abc</p></body></html>") == ["abc"]


@pytest.mark.parametrize("kind", ["upperRoman", "lowerLetter"])
def test_a_list_that_begins_at_ten_billion(kind: str) -> None:
    level = f'<w:start w:val="999999999"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="%1."/>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    properties = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    paragraph = f"<w:p>{properties}<w:r><w:t>a</w:t></w:r></w:p>"
    assert texts(word(paragraph, "numbering", numbering)) == ["999999999. a"]


def test_a_note_that_names_itself() -> None:
    mark = '<w:footnoteReference w:id="1"/>'
    note = f'<w:footnote w:id="1"><w:p><w:r><w:t>n</w:t>{mark}</w:r></w:p></w:footnote>'
    body = f"<w:p><w:r><w:t>a</w:t>{mark}</w:r></w:p>"
    assert texts(word(body, "footnotes", note)) == ["a 1", "1 n 2"]


def test_styles_that_follow_one_another_by_thousands() -> None:
    styles = "".join(
        f'<w:style w:styleId="s{i}" w:type="paragraph"><w:basedOn w:val="s{i + 1}"/></w:style>'
        for i in range(5000)
    )
    body = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    assert texts(word(body, "styles", styles)) == ["a"]


def test_list_labels_and_fonts_of_a_megabyte() -> None:
    text = "x" * 1_000_000
    level = f'<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}%1"/>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    properties = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    paragraph = f"<w:p>{properties}<w:r><w:t>a</w:t></w:r></w:p>"
    assert all(len(line) < 300 for line in texts(word(paragraph * 300, "numbering", numbering)))
    names = rb"{\f0 " + rb"Ti\x " * 200_000 + rb";}"
    assert texts(rb"{\rtf1{\fonttbl" + names + rb"}a\par}") == ["a"]


def test_a_paragraph_of_very_many_runs() -> None:
    letters = rb"\u273?" * 200_000
    (line,) = texts(rb"{\rtf1 " + letters + rb"\par}")
    assert line == "đ" * 200_000


def test_linked_data_nested_without_end() -> None:
    script = f"<script type='application/ld+json'>{'[' * 100_000}</script>"
    assert page(f"{script}<p>a</p>") == ["a"]
    assert texts(f"<html><body>{script}<p>abc</p></body></html>".encode()) == ["abc"]


def test_archives_of_very_many_parts() -> None:
    assert refusals(gzip.compress(b"") * 200_000) == ["bomb"]
    assert refusals(gzip.compress(b"a") + gzip.compress(b"b") + bytes(9)) == []
    folder = tarfile.TarInfo("d")
    folder.type = tarfile.DIRTYPE
    header = folder.tobuf()
    assert refusals(header * 100_002) == ["bomb"]


def test_members_of_one_name_are_numbered_soon() -> None:
    taken: dict[str, int] = {}
    with soon():
        names = [unique_path("a.txt", taken) for _ in range(20_000)]
    assert names[:2] == ["a.txt", "a (2).txt"] and len(set(names)) == 20_000
    assert unique_path("a (2).txt", taken) == "a (2) (2).txt"


def test_a_subject_of_words_that_never_end() -> None:
    fields = b"From: a@b.vn\r\nTo: c@d.vn\r\nDate: x\r\nSubject: "
    assert texts(fields + b"=?a?q?" * 100_000 + b"\r\n\r\nhello\r\n")[-1] == "hello"


@pytest.mark.parametrize(
    "text",
    [
        "Nội dung\n" * 5000,
        "Nội dung của dòng này dài hơn bốn mươi lăm chữ cái và lặp lại mãi\n" * 5000,
        "x" + "*" * 100_000,
        "x" + "\u0345" * 50_000,
        "²" + "A" * 200_000,
        "PHỤ LỤC I\n(Kèm theo Quyết định số 1/QĐ-UBND)\nnội dung ở đây.\n" * 3000,
        "sáng kiến “Máy gieo hạt” của ông Lê Văn Bảy, " * 2000,
    ],
    ids=["short lines", "long lines", "marks", "accents", "one word", "annexes", "titles"],
)
def test_texts_that_repeat_without_end(text: str) -> None:
    data = text.encode()
    with soon():
        found = process(data, source(data), load_rulebook()).tables
    assert len(found["documents"]) == 1


def test_tables_of_very_many_columns() -> None:
    span = '<w:tcPr><w:gridSpan w:val="{}"/></w:tcPr>'
    cell = f"<w:tc>{span}<w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:tc>"
    rows = f"<w:tr>{cell.format(999_999_999, 'Tên')}{cell.format(1, 'Số')}</w:tr>"
    rows += f"<w:tr>{cell.format(1, 'a')}{cell.format(1, '5')}</w:tr>" * 3
    data = word(f"<w:tbl>{rows}</w:tbl>")
    found = process(data, source(data), load_rulebook()).tables
    assert len(found["documents"]) == 1 and not found["failures"]
