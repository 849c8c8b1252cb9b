"""Prints a paper as plain text in the ways that exports, flattened PDFs and OCR models do."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.generated.typed_tables import TableLook, table_look, typed
from tests.samples.marks import Piece, Styled, plain
from tests.samples.sample import Block, Grid, NewPage, Sample

TITLE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
STAMPS = (
    ("KHẨN",), ("HỎA TỐC",), ("MẬT",), ("DỰ THẢO",), ("THƯỢNG KHẨN",),
    ("CÔNG VĂN ĐẾN", "Số: 1432", "Ngày: 12/5"), ("ĐẾN", "Số: 87", "Chuyển: ..............."),
)  # fmt: skip
SEALS = (
    ("Ký bởi: VĂN PHÒNG", "Thời gian ký: 25/06/2021 13:37:45"),
    ("Người ký: Văn thư", "Email: vanthu@hopthu.vn", "Thời gian ký: 04.09.2020 10:25:30 +07:00"),
    ("Số 12 đường Lê Lợi. Điện thoại: 0203.3825.111; Fax: 0203.3825.112",),
)  # fmt: skip
MOTTO = (
    "Độc lập - Tự do - Hạnh phúc",
    "Độc lập – Tự do – Hạnh phúc",
    "Độc lập - Tự do - Hạnh phúc",
)
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
YOUTH = "ĐOÀN TNCS HỒ CHÍ MINH"
SIGNED = ("", "", "", "(Đã ký)", "(đã ký)", "(Ký tên, đóng dấu)", "Đã ký")


@dataclass(frozen=True, slots=True)
class Look:
    """How one paper is set; ``width`` 0 leaves paragraphs on one line."""

    head: str
    width: int
    gaps: bool
    sign: str
    markdown: bool
    pages: int  # lines a page, 0 for none
    rule: str
    national: tuple[str, str]
    stamp: tuple[str, ...]
    seal: tuple[str, ...]
    tables: TableLook


def look(rng: Random, sample: Sample, tables: Random) -> Look:
    """A way of printing; party papers and minutes have no side-by-side variants.

    :param tables: draws how tables are typed, apart from the rest; pages do not cut them
    """
    heads = ["left", "left", "right", "side", "tabs", "lost"]
    if sample.national == "party" or sample.place_date is None:
        heads = ["left", "left", "right"]
    if "(Số" in (sample.printed_number or ""):
        heads = ["left"]
    width = rng.choice((0, 0, 72, 80, 90))
    has_tables = any(isinstance(block, Grid) for block in (*sample.body, *sample.annex))
    signs = ["after", "after", "before", "side"] if sample.left_sign is None else ["after"]
    return Look(
        rng.choice(heads),
        width,
        rng.random() < 0.6,
        rng.choice(signs),
        width == 0 and rng.random() < 0.2,
        rng.randint(38, 50) if width and rng.random() < 0.5 and not has_tables else 0,
        rng.choice(("-------", "_______", "", "***")),
        (rng.choice(TITLE), rng.choice(MOTTO)),
        rng.choice(STAMPS) if rng.random() < 0.06 else (),
        rng.choice(SEALS) if rng.random() < 0.06 else (),
        table_look(tables),
    )


def print_with(rng: Random, sample: Sample, chosen: Look) -> str:
    body = [*chosen.stamp, *_head(rng, sample, chosen), *_blocks(sample.body, chosen)]
    foot = [*_foot(rng, sample, chosen), *chosen.seal]
    parts = (body, foot, list(_blocks(sample.annex, chosen)))
    lines = [line for part in parts for line in part]
    if chosen.pages:
        lines = list(_paged(rng, parts, chosen.pages))
    text = "\n".join(lines) + "\n"
    return text.replace("\n\f\n", "\n\f")


def _wrap(text: str, width: int) -> list[str]:
    """Lines of a paragraph; blanks inside it are kept."""
    if not width or len(text) <= width:
        return [text]
    # no line begins with the dash of an apposition, which would look like an item of a list
    kept = re.sub(r" ([-–]) ", "\u00a0\\1 ", text[2:])
    lines = textwrap.wrap(text[:2] + kept, width, break_long_words=False, break_on_hyphens=False)
    return [line.replace("\u00a0", " ") for line in lines]


# --------------------------------------------------------------------------------------- head


def _head(rng: Random, sample: Sample, chosen: Look) -> Iterator[str]:
    place = None
    if sample.place_date is not None:
        place = f"{sample.place}, {sample.place_date.text}"
    subject = _wrap(sample.subject_lead + sample.subject_text, rng.choice((34, 40, 46)))
    letter = sample.title is None
    below = subject if letter else []
    if sample.head_lost:
        if rng.random() < 0.5 and place:
            yield from (sample.number_line, "", place, "", *below)
        else:
            yield f"{sample.number_line}        {place}"
            yield from below
    elif sample.national == "party":
        title = YOUTH if any("ĐOÀN" in line for line in sample.parent) else PARTY
        yield from (*sample.parent, *sample.issuer, rng.choice(("*", "***", "-----")), title, "")
        yield from (sample.number_line, *below, place or "")
    elif chosen.head in ("side", "tabs"):
        yield from _side(sample, chosen, place or "", below)
    else:
        left = [*sample.parent, *sample.issuer, *([chosen.rule] if chosen.rule else [])]
        right = [*chosen.national, *([chosen.rule] if chosen.rule else [])]
        blocks = (left, right) if chosen.head == "left" else (right, left)
        yield from (*blocks[0], *blocks[1])
        if rng.random() < 0.3 and place:
            yield f"{sample.number_line}          {place}"
            yield from below
        elif rng.random() < 0.5 and place:
            yield from (sample.number_line, *below, place)
        else:
            yield from (sample.number_line, *([place] if place else []), *below)
    yield ""
    if sample.title is not None:
        mark = "**" if chosen.markdown else ""
        title = " ".join(sample.title) if rng.random() < 0.03 else sample.title
        yield f"{mark}{title}{mark}"
        yield from _wrap(sample.subject_lead + sample.subject_text, rng.choice((60, 70)))
        yield ""
    yield from _addressees(rng, sample)


def _side(sample: Sample, chosen: Look, place: str, below: list[str]) -> Iterator[str]:
    left = [*sample.parent, *sample.issuer]
    right = list(chosen.national)
    height = max(len(left), len(right))
    left += [""] * (height - len(left))
    right += [""] * (height - len(right))
    rows = [*zip(left, right, strict=True), (sample.number_line, place)]
    for one, other in rows:
        gap = "\t" if chosen.head == "tabs" else " " * max(4, 46 - len(one))
        yield f"{one}{gap}{other}".rstrip()
    yield from below


def _addressees(rng: Random, sample: Sample) -> Iterator[str]:
    if not sample.addressees:
        return
    label = rng.choice(("Kính gửi:", "Kính gửi:", "Kính gửi:", "Kính gửi :", "KÍNH GỬI:"))
    if len(sample.addressees) == 1:
        yield f"{label} {sample.addressees[0]}{rng.choice(('', '.', ''))}"
    else:
        items = [f"- {name};" for name in sample.addressees[:-1]] + [f"- {sample.addressees[-1]}."]
        if rng.random() < 0.35:
            yield f"{label} {items[0]}"
            yield from items[1:]
        else:
            yield label
            yield from items
    yield ""


# --------------------------------------------------------------------------------------- body


def _blocks(blocks: Sequence[Block], chosen: Look) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, chosen)


def _block(block: Block, chosen: Look) -> Iterator[str]:
    if isinstance(block, NewPage):
        yield from ("\f",) if chosen.pages else ("", "")
        return
    if isinstance(block, Grid):
        yield from typed(block, chosen.tables)
        yield ""
        return
    text = _marked(block.parts, chosen.markdown)
    if chosen.markdown and block.look == "heading":
        text = f"**{text}**"
    yield from _wrap(text, 60 if block.look == "center" and chosen.width else chosen.width)
    if chosen.gaps:
        yield ""


def _marked(parts: tuple[Piece, ...], markdown: bool) -> str:
    if not markdown:
        return plain(parts)
    return "".join(
        f"**{part.text}**" if isinstance(part, Styled) and part.bold else plain((part,))
        for part in parts
    )


# --------------------------------------------------------------------------------------- foot


def _foot(rng: Random, sample: Sample, chosen: Look) -> Iterator[str]:
    copies = [
        "Nơi nhận:",
        *(f"- {name};" for name in sample.copies[:-1]),
        f"- {sample.copies[-1]}.",
    ]
    stack = _stack(sample)
    signed = [line for line in (rng.choice(SIGNED),) if line]
    blank = [""] * rng.randint(0, 3)
    name = sample.signer_name or ""
    if rng.random() < 0.08:
        name = name.upper()
    elif rng.random() < 0.05:
        name = rng.choice(("TS. ", "ThS. ", "PGS.TS. ", "BSCKII. ", "Đại tá ")) + name
    right = [*stack, *blank, *signed, *blank, name]
    if sample.left_sign is not None:
        post, secretary = sample.left_sign
        yield from ("", post, *blank, secretary, "", *right, "", *copies, "")
    elif chosen.sign == "side":
        gap = 8
        for n in range(max(len(copies), len(right))):
            one = copies[n] if n < len(copies) else ""
            other = right[n] if n < len(right) else ""
            yield (f"{one:<46}{' ' * gap}{other}" if other else one).rstrip()
        yield ""
    elif chosen.sign == "before":
        yield from ("", *right, "", *copies, "")
    else:
        yield from ("", *copies, "", *right, "")


def _stack(sample: Sample) -> list[str]:
    """The authority's lines (`TM. ...`, `KT. ...` each on its own) and the post."""
    lines: list[str] = []
    if sample.authority:
        at = sample.authority.find(" KT. ")
        lines = (
            [sample.authority] if at < 0 else [sample.authority[:at], sample.authority[at + 1 :]]
        )
    return [*lines, sample.signer_title or ""]


def _paged(rng: Random, parts: Sequence[Sequence[str]], height: int) -> Iterator[str]:
    """The parts with form feeds and page numbers: body, foot (in one piece), annex."""
    number, on_page = 1, 0
    form = rng.choice(("{}", "{}", "- {} -", "Trang {}"))
    for at, part in enumerate(parts):
        for line in part:
            if line == "\f":
                number, on_page = number + 1, 0
                yield "\f"
                continue
            if on_page >= height and line and at != 1:
                number, on_page = number + 1, 0
                yield from ("\f", form.format(number), "")
            on_page += 1
            yield line
