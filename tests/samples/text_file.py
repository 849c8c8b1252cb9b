"""Prints a sample as plain text: head flattened, paragraphs one to a line."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator

from tests.samples.marks import Piece, Styled, plain
from tests.samples.sample import Block, Para, Sample

STATE_TITLE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
ENCODINGS = {"tb-47-thpt-van-khe": "cp1258", "nq-21-hdtv-co-dien-van-son": "utf-16"}


def to_bytes(sample: Sample) -> bytes:
    """The file's bytes in the encoding of the sample."""
    text = "\n".join(_lines(sample)) + "\n"
    for before, after in sample.wear:
        if before not in text:
            raise ValueError(f"{sample.name}: nothing to wear at {before!r}")
        text = text.replace(before, after, 1)
    encoding = ENCODINGS.get(sample.name, "utf-8")
    if encoding == "cp1258":
        return b"".join(_cp1258(char) for char in text)
    if encoding == "utf-16":
        return b"\xff\xfe" + text.encode("utf-16-le")
    return text.encode("utf-8")


def _cp1258(char: str) -> bytes:
    """A letter as Windows writes it: composed if the code page has it, else letter and tone."""
    try:
        return char.encode("cp1258")
    except UnicodeEncodeError:
        *base, tone = list(unicodedata.normalize("NFD", char))
        # dot below sorts before circumflex and breve in NFD: it is the tone all the same
        if tone in "\u0302\u0306" and base[-1] == "\u0323":
            base[-1], tone = tone, base[-1]
        return unicodedata.normalize("NFC", "".join(base)).encode("cp1258") + tone.encode("cp1258")


def _lines(sample: Sample) -> Iterator[str]:
    yield from _head(sample)
    yield ""
    if sample.title is not None:
        yield f"# {sample.title}" if sample.markdown else sample.title
        # a short line of its own for the subject, as it is set on the page
        yield from textwrap.wrap(sample.subject_lead + sample.subject_text, 64)
        yield ""
    if sample.addressees:
        yield from _addressees(sample)
    for block in _with_copy(sample):
        yield from _paragraph(block, sample.markdown)
    yield from _foot(sample)
    for block in sample.annex:
        yield from _paragraph(block, sample.markdown)


def _head(sample: Sample) -> Iterator[str]:
    assert sample.place_date is not None
    place_date = f"{sample.place}, {sample.place_date.text}"
    if sample.head_lost:
        yield from (sample.number_line, "", place_date)
    elif sample.extra.get("head") == "side by side":
        left = [*sample.parent, *sample.issuer, "", sample.number_line]
        right = [*STATE_TITLE, "-" * 24, place_date]
        yield from (f"{a:<40}{b}".rstrip() for a, b in zip(left, right, strict=True))
    else:
        yield from (*sample.parent, *sample.issuer, "-------", sample.number_line)
        if sample.title is None:
            yield from textwrap.wrap(sample.subject_lead + sample.subject_text, 40)
        yield from ("", *STATE_TITLE, "---------------", "", place_date)


def _addressees(sample: Sample) -> Iterator[str]:
    if len(sample.addressees) == 1:
        yield f"{sample.greeting} {sample.addressees[0]}."
    else:
        yield sample.greeting
        yield from _dashed(sample.addressees)
    yield ""


def _dashed(items: tuple[str, ...]) -> Iterator[str]:
    for item in items[:-1]:
        yield f"- {item};"
    yield f"- {items[-1]}."


def _with_copy(sample: Sample) -> Iterator[Block]:
    if sample.copied is None:
        yield from sample.body
        return
    first, end = sample.copied
    yield from sample.body[:end]
    for block in sample.body[first:end]:
        assert isinstance(block, Para)
        text = plain(block.parts)
        for before, after in sample.slips:
            text = text.replace(before, after)
        yield Para((text,), block.look)
    yield from sample.body[end:]


def _paragraph(block: Block, markdown: bool) -> Iterator[str]:
    if not isinstance(block, Para):
        return
    text = plain(block.parts)
    if markdown and block.look == "heading":
        yield f"**{text}**"
    elif markdown:
        yield "".join(_marked(part) for part in block.parts)
    elif block.look == "entry":
        yield from textwrap.wrap(text, 70)
    else:
        yield text
    yield ""


def _marked(part: Piece) -> str:
    if not isinstance(part, Styled):
        return plain((part,))
    sign = "**" if part.bold else "*"
    return f"{sign}{part.text}{sign}"


def _foot(sample: Sample) -> Iterator[str]:
    yield "**Nơi nhận:**" if sample.markdown else "Nơi nhận:"
    yield from _dashed(sample.copies)
    yield ""
    sign = [line for line in (sample.authority, sample.signer_title) if line is not None]
    if sample.markdown:
        sign = [f"**{sign[0]}", f"{sign[1]}**"]
    yield from (*sign, "", "", sample.signer_name or "")
    yield ""
