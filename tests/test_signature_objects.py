"""Objects of signed PDFs: read the quick way, they equal what pyHanko reads."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PdfFileWriter

from pipeline.read.signature.file import QuickReader
from pipeline.read.signature.history import QuickResolver
from pipeline.read.signature.objects import UnusualError, read_object

USUAL = [
    b"<</Type/Font/BaseFont/Times#20New#20Roman,Bold /Flags 32/Ascent -8.5>>",
    b"<< /Kids [ 3 0 R 14 0 R]/Count 2 /Parent 1 0 R >>",
    b"[0 .5 -1. +7 12345 0.25]",
    b"[true false null/Name/ ]",
    b"<48 65 6C6c\n6F7>",
    b"<FEFF1EA0>",
    b"(plain) ",
    b"(nested (parens) and \\(escapes\\) \\101\\\n)",
    b"(\xfe\xff\x1e\xa0)",
    b"<</A<</B[<</C(x)>>]>>/A 2>>",
    b"<< /Contents <3080> /ByteRange [0 10 20 30] /M (D:20240506090000+07'00')>>",
]
UNUSUAL = [
    b"<</A 1 % a comment\n>>",
    b"<</A>>",
    b"<</A 1 0 R",
    b"[1 2",
    b"/A#2",
    b"0 0 R ",
    b"[--5]",
    b"(never closed",
    b"12345678901234567890123 ",
]
CONTAINER = generic.Reference(7, 0)


def shape(value: Any) -> Any:
    """A value with the types of its parts and the container each part names."""
    told = (type(value).__name__, value.container_ref)
    if isinstance(value, dict):
        return told, {key: shape(dict.__getitem__(value, key)) for key in value}
    if isinstance(value, list):
        return told, [shape(item) for item in list.__iter__(value)]
    return told, str(value) if isinstance(value, generic.BooleanObject) else value


@pytest.mark.parametrize("written", USUAL)
def test_usual_objects_are_read_as_pyhanko_reads_them(written: bytes) -> None:
    data = b"  " + written + b" endobj"
    found, end = read_object(data, 0, CONTAINER)
    expected = generic.read_object(io.BytesIO(data[2:]), generic.Reference(7, 0, Lenient()))
    assert shape(found) == shape(expected)
    assert data[:end] == b"  " + written.rstrip()


class Lenient:
    """What pyHanko asks of a reader while it reads an object."""

    strict = False


@pytest.mark.parametrize("written", UNUSUAL)
def test_what_is_unusual_is_left_to_pyhanko(written: bytes) -> None:
    with pytest.raises(UnusualError):
        read_object(written, 0, CONTAINER)


@pytest.mark.parametrize(
    "letter", [b" ", b"/A", b"(", b"[", b"<", b"1 ", b"/A#41", b"%\n", b"1 0 "]
)
def test_an_endless_object_is_given_up(letter: bytes) -> None:
    data = b"<</A " + letter * (1_000_000 // len(letter))
    with pytest.raises((UnusualError, RecursionError)):
        read_object(data, 0, CONTAINER)


def written_pdf(*, packed: bool) -> bytes:
    """A PDF whose catalogue names many objects, packed into an object stream or not."""
    writer = PdfFileWriter(stream_xrefs=packed)
    into = writer.prepare_object_stream() if packed else None
    held = [
        writer.add_object(
            generic.DictionaryObject({"/N": generic.NumberObject(number)}), obj_stream=into
        )
        for number in range(40)
    ]
    held.append(writer.add_object(generic.StreamObject(stream_data=b"q 1 0 0 1 0 0 cm Q")))
    writer.root["/Held"] = generic.ArrayObject(held)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_gives_the_objects_that_pyhanko_gives(packed: bool) -> None:
    data = written_pdf(packed=packed)
    held = QuickReader(data).root["/Held"]
    expected = PdfFileReader(io.BytesIO(data), strict=False).root["/Held"]
    assert len(held) == 41
    assert [shape(item) for item in held] == [shape(item) for item in expected]
    assert held[40].data == expected[40].data == b"q 1 0 0 1 0 0 cm Q"


@pytest.mark.parametrize(
    ("usual", "unusual"),
    [
        (rb"(\d+) 0 obj", rb"\1 0\nobj"),
        (rb"endobj", b"%ndobj"),
        (rb"/N 18\b", rb"/N--8"),
        (rb"stream\n", b"stream "),
    ],
)
def test_a_file_written_oddly_fares_as_with_pyhanko(usual: bytes, unusual: bytes) -> None:
    plain = written_pdf(packed=False)
    data = re.sub(usual, unusual, plain)
    assert data != plain and len(data) == len(plain)  # the places in the file stay true
    assert told(QuickReader(data)) == told(PdfFileReader(io.BytesIO(data), strict=False))


def told(reader: PdfFileReader) -> list[Any]:
    """What a reader gives for each object held, or the kind of error that it raises."""
    found: list[Any] = []
    for item in list.__iter__(reader.root["/Held"]):
        try:
            value = item.get_object()
            found.append((shape(value), getattr(value, "data", None)))
        except Exception as error:
            found.append(type(error).__name__)
    return found


def linked_pdf() -> bytes:
    """Two revisions of a file whose page and structure trees and back references make circles."""
    writer = PdfFileWriter(stream_xrefs=False)
    name, number = generic.NameObject, generic.NumberObject
    pages = writer.root.raw_get("/Pages")
    page = writer.add_object(
        generic.DictionaryObject({name("/Type"): name("/Page"), name("/Parent"): pages})
    )
    pages.get_object()["/Kids"] = generic.ArrayObject([page])
    leaf = writer.add_object(generic.DictionaryObject({name("/S"): name("/P"), name("/Pg"): page}))
    tree = writer.add_object(
        generic.DictionaryObject({name("/Type"): name("/StructElem"), name("/K"): leaf})
    )
    leaf.get_object()["/P"] = tree
    roots = generic.DictionaryObject(
        {name("/K"): generic.ArrayObject([tree]), name("/IDTree"): leaf}
    )
    writer.root["/StructTreeRoot"] = writer.add_object(roots)
    writer.root["/OpenAction"] = generic.ArrayObject([page, generic.ArrayObject([number(1), tree])])
    page.get_object()["/Annots"] = generic.ArrayObject([leaf, page])
    out = io.BytesIO()
    writer.write(out)
    later = IncrementalPdfFileWriter(io.BytesIO(out.getvalue()))
    later.root["/Added"] = later.add_object(generic.StreamObject(stream_data=b"q Q"))
    later.update_root()
    out = io.BytesIO()
    later.write(out)
    return out.getvalue()


@pytest.mark.parametrize("revision", [0, 1])
def test_paths_and_objects_of_a_revision_are_those_of_pyhanko(revision: int) -> None:
    data = linked_pdf()
    quick = QuickReader(data).get_historical_resolver(revision)
    known = PdfFileReader(io.BytesIO(data), strict=False).get_historical_resolver(revision)
    assert isinstance(quick, QuickResolver)
    assert not isinstance(known, QuickResolver)
    for view in (quick, known):
        view._load_reverse_xref_cache()  # type: ignore[no-untyped-call]
    for idnum in range(1, 12):
        reference = generic.Reference(idnum)
        assert quick._get_usages_of_ref(reference) == known._get_usages_of_ref(reference)
        assert shape(quick(reference)) == shape(known(reference))
    for since in (None, 0, 1):
        assert quick.collect_dependencies(quick.root, since) == known.collect_dependencies(
            known.root, since
        )
    assert len(quick._get_usages_of_ref(generic.Reference(3))) > 1
