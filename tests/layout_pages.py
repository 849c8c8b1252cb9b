"""Invented pages for the layout tests: plain text, set lines with boxes, tables."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import replace

from pipeline.layout import lay_out
from pipeline.model import (
    Block,
    BlockKind,
    Cell,
    Column,
    Dispatch,
    Field,
    Head,
    Metadata,
    RawLine,
    RawPage,
    Reading,
    WordBox,
)  # fmt: skip
from pipeline.normalise import compose
from pipeline.rulebook import load_rulebook

LEFT, RIGHT = 85.0, 540.0
LETTER_WIDTH = 5.6
LINE_HEIGHT = 14.0


BODY = """
Căn cứ Luật Thi đua, khen thưởng;
Ban Thường vụ đề nghị các đơn vị thực hiện những nội dung sau đây.
"""
LETTER = """
Số: 637/LĐLĐ
Đông Khê, ngày 07 tháng 8 năm 2019
V/v báo cáo kết quả

Kính gửi: Sở Nội vụ

Ban Thường vụ đề nghị các đơn vị báo cáo kết quả thực hiện trước ngày 30/9/2020./.
"""
COPIES = """
Nơi nhận:
- Như trên;
- TT Huyện ủy (b/c);
- Lưu: VT, TH.
"""
REPORT = """
Số: 12/BC-LĐLĐ
Đông Khê, ngày 07 tháng 8 năm 2019

BÁO CÁO
Kết quả phong trào thi đua

"""
LONG = (
    "Trong năm qua, các cấp công đoàn trong huyện đã phối hợp với chính quyền đồng cấp tổ chức "
    "phát động nhiều phong trào thi đua yêu nước, thu hút đông đảo đoàn viên tham gia"
)


def laid_out(reading: Reading) -> Dispatch:
    """The one dispatch of a reading; its blocks are checked for what every layout must hold."""
    text = compose(reading)
    dispatch = lay_out(text, reading.metadata, reading.reader, load_rulebook())
    check_blocks(dispatch)
    return dispatch


def check_blocks(dispatch: Dispatch) -> None:
    """Views are as long as their spans and show the text's own letters at their offsets."""
    text = dispatch.text.text
    for block in dispatch.blocks:
        assert 0 <= block.start < block.end <= len(text)
        assert len(block.view) == block.end - block.start
        for at, letter in enumerate(block.view):
            assert letter == text[block.start + at] or letter == " "
    for table in dispatch.tables:
        for row in table.rows:
            for cell in row:
                assert len(cell.text) == cell.end - cell.start
                for at, letter in enumerate(cell.text):
                    assert letter == text[cell.start + at] or letter == " "


def plain(words: str, metadata: Metadata | None = None, reader: str = "text") -> Dispatch:
    """Lay out plain text; a line of ``=====`` begins a page."""
    pages = textwrap.dedent(words).strip("\n").split("\n=====\n")
    raw = tuple(
        RawPage(i, tuple(RawLine(line) for line in page.split("\n")), reader)
        for i, page in enumerate(pages, start=1)
    )
    return laid_out(Reading(reader, raw, metadata=metadata or Metadata()))


def head_of(words: str) -> Head:
    """The head of a paper that goes on with a căn cứ."""
    return plain(words + BODY).head


def value(field: Field | None) -> str | None:
    """What a field of the head says."""
    return field.value if field else None


def line(
    words: str, top: float, left: float = LEFT, *, column: Column = "", bold: bool = False
) -> RawLine:
    """A set line with a box for each word."""
    boxes, at = [], 0
    for word in words.split(" "):
        x0 = left + LETTER_WIDTH * at
        boxes.append(
            WordBox(at, at + len(word), (x0, top, x0 + LETTER_WIDTH * len(word), top + 11.0))
        )
        at += len(word) + 1
    return RawLine(words, words=tuple(boxes), column=column, bold=bold)


def centred(words: str, top: float, *, bold: bool = True) -> RawLine:
    width = LETTER_WIDTH * len(words)
    return line(words, top, (LEFT + RIGHT - width) / 2, bold=bold)


def paragraph(words: str, top: float, *, cut: bool = False) -> list[RawLine]:
    """A justified paragraph with an indented first line; ``cut`` leaves out the indent."""
    width = int((RIGHT - LEFT) / LETTER_WIDTH)
    lines = textwrap.wrap(words, width, initial_indent="" if cut else " " * 5)
    found = []
    for at, printed in enumerate(lines):
        indent = 0.0 if cut or at else 28.0
        found.append(line(printed.strip(), top + at * LINE_HEIGHT, LEFT + indent))
    return found


def table_lines(rows: Sequence[Sequence[str]], table: int, top: float) -> list[RawLine]:
    """The cells of a ruled table, row by row."""
    found = []
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            made = line(words or "-", top + r * 20, LEFT + c * 120)
            found.append(
                replace(made, text=words, words=made.words if words else (), cell=Cell(table, r, c))
            )
    return found


def set_pages(*pages: Sequence[RawLine]) -> Dispatch:
    """Lay out set pages (A4)."""
    raw = tuple(
        RawPage(i, tuple(lines), "pdfium", 595.0, 842.0) for i, lines in enumerate(pages, start=1)
    )
    return laid_out(Reading("pdfium", raw, page_count=len(raw)))


def views(dispatch: Dispatch, kind: BlockKind) -> list[str]:
    """The words of the blocks of a kind, blanks joined."""
    return [" ".join(block.view.split()) for block in dispatch.blocks if block.kind == kind]


def block_with(dispatch: Dispatch, words: str) -> Block:
    """The only block whose words hold these, copies left aside."""
    (found,) = [
        b for b in dispatch.blocks if words in " ".join(b.view.split()) and not b.is_duplicate
    ]
    return found


def foot_of(head: Head) -> tuple[str | None, str | None, str | None]:
    """Authority, title and name of the signer."""
    fields = (head.signing_authority, head.signer_title, head.signer_name)
    authority, title, name = (field.value if field else None for field in fields)
    return authority, title, name
