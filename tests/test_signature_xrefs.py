"""Cross-reference sections of signed PDFs: read the quick way, they equal what pyHanko reads."""

from __future__ import annotations

import io
import logging
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter
from pyhanko.pdf_utils.xref import XRefBuilder

from pipeline.read.signature.file import QuickReader

OWN = {"_bytes", "_is_plain", "_views", "_places", "_sections"}


def written(revisions: int = 3, *, as_streams: bool = False) -> bytes:
    """A file of so many revisions."""
    writer = PdfFileWriter(stream_xrefs=as_streams)
    content = writer.add_object(generic.StreamObject(stream_data=b"q Q"))
    writer.insert_page(PageObject(content, (0, 0, 595, 842)))
    out = io.BytesIO()
    writer.write(out)
    for number in range(revisions - 1):
        update = IncrementalPdfFileWriter(io.BytesIO(out.getvalue()))
        update.root["/Revision"] = generic.NumberObject(number)
        update.add_object(generic.TextStringObject("added"))
        update.update_root()
        out = io.BytesIO()
        update.write(out)
    return out.getvalue()


def in_sections(*, hybrid: bool) -> bytes:
    """A file of hand whose sections name objects apart; in a hybrid one some stand in a stream."""
    parts = [
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
        b"2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n",
        b"7 0 obj<</Type/ObjStm/N 1/First 4/Length 10>>stream\n9 0 (nine)\nendstream endobj\n",
    ]
    data = b"%PDF-1.5\n"
    places = []
    for part in parts:
        places.append(len(data))
        data += part
    one, two, seven = places
    beside = len(data)
    rows = [
        (1, one, 0), (1, two, 0), (1, seven, 0), (1, beside, 0), (2, 7, 0), (0, 0, 1), (9, 1, 1),
    ]  # fmt: skip
    index = [1, 2, 7, 3, 12, 2]
    packed = zlib.compress(b"".join(bytes([a]) + b.to_bytes(3) + bytes([c]) for a, b, c in rows))
    entries = (
        f"8 0 obj<</Type/XRef/W[1 3 1]/Index{index}/Size 14/Root 1 0 R/Filter/FlateDecode"
        f"/Length {len(packed)}>>stream\n"
    )
    data += entries.replace(", ", " ").encode() + packed + b"\nendstream endobj\n"
    start = beside
    if hybrid:
        start = len(data)
        data += b"xref\n0 3\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n" % (one, two)
        data += b"7 1\n%010d 00000 n \n12 1\n0000000000 00001 f \n" % seven
        data += b"trailer\n<</Size 14/Root 1 0 R/XRefStm %d>>\n" % beside
    return data + b"startxref\n%d\n%%%%EOF\n" % start


USUAL = [
    written(), written(1), written(as_streams=True), in_sections(hybrid=False),
    in_sections(hybrid=True),
]  # fmt: skip


def told(reader: Any) -> Any:
    """All that a reader knows of its sections."""

    def section(found: Any) -> Any:
        data = found.xref_data
        return (
            str(found.meta_info), data.freed, data.standard_xrefs, data.xrefs_in_objstm,
            data.explicit_refs_in_revision, data.obj_streams_used,
            section(data.hybrid) if data.hybrid else None,
        )  # fmt: skip

    return (
        [section(found) for found in reader.xrefs._xref_sections],
        str(reader.trailer._trailer_revisions), reader.has_xref_stream, reader.last_startxref,
        reader._header_version, sorted(set(vars(reader)) - OWN),
    )  # fmt: skip


def outcome(reader: type[Any], *arguments: Any) -> Any:
    try:
        return told(reader(*arguments))
    except Exception:  # whatever pyHanko raises, the file counts as unreadable
        return "fault"


def by_pyhanko(data: bytes) -> Any:
    return outcome(lambda: PdfFileReader(io.BytesIO(data), strict=False))  # type: ignore[arg-type]


@pytest.mark.parametrize("data", USUAL)
def test_usual_sections_are_read_without_pyhanko(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = by_pyhanko(data)
    monkeypatch.delattr(XRefBuilder, "_read_xref_table")
    monkeypatch.delattr(XRefBuilder, "_read_xref_stream")
    assert told(QuickReader(data)) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b" n \n", b" n\n"),  # entries of 19 bytes
        (b"trailer", b"trailer % a comment\n"),
        (b"00000 n", b"99999 n"),
        (b"00000 n", b"00000 x"),
    ],
)
def test_unusual_sections_are_left_to_pyhanko(old: bytes, new: bytes) -> None:
    data = written(1).replace(old, new)
    assert outcome(QuickReader, data) == by_pyhanko(data)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(USUAL), st.integers(1, 700), st.integers(0, 255))
def test_damaged_sections_are_read_as_pyhanko_reads_them(
    data: bytes, place: int, byte: int
) -> None:
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    broken = bytearray(data)
    broken[-min(place, len(broken) - 9)] = byte
    assert outcome(QuickReader, bytes(broken)) == by_pyhanko(bytes(broken))
