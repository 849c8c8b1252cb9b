"""Updates of a signed file: added signatures are seen quickly, all else is left to pyHanko."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from pipeline.read.signature.file import QuickReader
from pipeline.read.signature.reader import read_signatures
from pipeline.read.signature.updates import only_adds_signatures
from tests.test_signatures import page, sign, signer

Change = Callable[[IncrementalPdfFileWriter], None]


@cache
def signed() -> bytes:
    return sign(page(), "Nguoi ky", signer("Lò Thị Mỷ", "Sở Văn thư", "Phòng Hành chính"))


def quick(data: bytes) -> bool:
    reader = QuickReader(data)
    return only_adds_signatures(reader, next(iter(reader.embedded_signatures)).signed_revision)


def updated(change: Change) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(signed()))
    change(writer)
    writer.write_in_place()
    return bytes(writer.prev.stream.getvalue())


def test_more_signatures_are_seen_quickly() -> None:
    data = signed()
    for name in ("Co quan", "Van thu"):
        data = sign(data, name, signer("SỞ VĂN THƯ", "Sở Văn thư", "Văn thư"))
        assert quick(data)
    assert [mark.changed_after for mark in read_signatures(data)[0]] == [
        "signatures only", "signatures only", "none",
    ]  # fmt: skip


def _first_page(writer: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    reference, _ = writer.find_page_for_modification(0)
    found = reference.get_object()
    writer.mark_update(reference)
    assert isinstance(found, generic.DictionaryObject)
    return found


def _other_words(writer: IncrementalPdfFileWriter) -> None:
    drawn = generic.StreamObject(stream_data=b"BT /F1 12 Tf (another sum) Tj ET")
    _first_page(writer)[pdf_name("/Contents")] = writer.add_object(drawn)


def _words_in_place(writer: IncrementalPdfFileWriter) -> None:
    reference = _first_page(writer).raw_get("/Contents").reference
    drawn = generic.StreamObject(stream_data=b"BT /F1 12 Tf (another sum) Tj ET")
    writer.objects[(reference.generation, reference.idnum)] = drawn


def _note(writer: IncrementalPdfFileWriter) -> None:
    note = generic.DictionaryObject({
        pdf_name("/Type"): pdf_name("/Annot"),
        pdf_name("/Subtype"): pdf_name("/FreeText"),
        pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (100, 600, 300, 700))),
        pdf_name("/Contents"): pdf_string("another sum"),
    })  # fmt: skip
    _first_page(writer)["/Annots"].append(writer.add_object(note))


def _lost_annotation(writer: IncrementalPdfFileWriter) -> None:
    _first_page(writer)[pdf_name("/Annots")] = generic.ArrayObject()


def _turned(writer: IncrementalPdfFileWriter) -> None:
    _first_page(writer)[pdf_name("/Rotate")] = generic.NumberObject(180)


def _opened(writer: IncrementalPdfFileWriter) -> None:
    writer.root[pdf_name("/OpenAction")] = generic.DictionaryObject(
        {pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): pdf_string("app.alert(1)")}
    )
    writer.update_root()


def _text_field(writer: IncrementalPdfFileWriter) -> None:
    field = generic.DictionaryObject({
        pdf_name("/FT"): pdf_name("/Tx"),
        pdf_name("/T"): pdf_string("Sum"),
        pdf_name("/V"): pdf_string("1"),
        pdf_name("/Type"): pdf_name("/Annot"),
        pdf_name("/Subtype"): pdf_name("/Widget"),
        pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (100, 600, 300, 700))),
    })  # fmt: skip
    reference = writer.add_object(field)
    form = writer.root["/AcroForm"]
    form["/Fields"].append(reference)
    _first_page(writer)["/Annots"].append(reference)
    writer.update_root()
    writer.update_container(form["/Fields"])


def _unsigned_field(writer: IncrementalPdfFileWriter) -> None:
    append_signature_field(writer, SigFieldSpec("Trong", box=(10, 10, 90, 60), on_page=0))


def _written_over_signature(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"].raw_get(0)
    field.get_object()[pdf_name("/Rect")] = generic.ArrayObject(
        map(generic.NumberObject, (0, 0, 600, 800))
    )
    writer.mark_update(field.reference)


@pytest.mark.parametrize(
    "change",
    [
        _other_words, _words_in_place, _note, _lost_annotation, _turned, _opened, _text_field,
        _written_over_signature,
    ],
)  # fmt: skip
@pytest.mark.parametrize("is_signed_again", [False, True])
def test_any_other_change_is_told(change: Change, *, is_signed_again: bool) -> None:
    data = updated(change)
    if is_signed_again:
        data = sign(data, "Co quan", signer("SỞ VĂN THƯ", "Sở Văn thư", "Văn thư"))
    assert not quick(data)
    assert read_signatures(data)[0][0].changed_after == "other"


def test_a_field_that_is_not_signed_is_left_to_pyhanko() -> None:
    data = updated(_unsigned_field)
    assert not quick(data)
    assert read_signatures(data)[0][0].changed_after == "signatures only"


def test_the_name_of_the_program_may_change() -> None:
    def rename(writer: IncrementalPdfFileWriter) -> None:
        information = writer.trailer_view["/Info"]
        information[pdf_name("/Producer")] = pdf_string("signing software")
        writer.update_container(information)

    assert quick(updated(rename))


def _described(writer: IncrementalPdfFileWriter, subject: bytes) -> generic.Reference:
    """Give the file metadata of its own, in an object of its own or in the one it has."""
    vars(writer)["_update_meta"] = lambda: None  # else the writer puts its own in their place
    packet = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF xmlns:r='
        b'"http://www.w3.org/1999/02/22-rdf-syntax-ns#">' + subject + b"</r:RDF></x:xmpmeta>"
    )
    entries = {pdf_name("/Type"): pdf_name("/Metadata"), pdf_name("/Subtype"): pdf_name("/XML")}
    stream = generic.StreamObject(entries, stream_data=packet)
    try:
        known = writer.root.raw_get("/Metadata").reference
    except KeyError:
        writer.root[pdf_name("/Metadata")] = added = writer.add_object(stream)
        writer.update_root()
        return added.reference
    writer.objects[(known.generation, known.idnum)] = stream
    return known


def _with_metadata(
    change: Callable[[IncrementalPdfFileWriter, generic.Reference], None] | None = None,
) -> bytes:
    """A file with metadata of its own."""
    writer = IncrementalPdfFileWriter(io.BytesIO(page()))
    reference = _described(writer, b"one")
    if change is not None:
        change(writer, reference)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _may_become(data: bytes, subject: bytes) -> bool:
    """Whether metadata rewritten in the last revision are seen as harmless."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    _described(writer, subject)
    writer.write_in_place()
    reader = QuickReader(writer.prev.stream.getvalue())
    return only_adds_signatures(reader, reader.xrefs.total_revisions - 2)


def test_the_metadata_of_the_file_may_change() -> None:
    assert _may_become(_with_metadata(), b"two")


def test_metadata_that_are_no_metadata_may_not_change() -> None:
    assert not _may_become(_with_metadata(), b"<broken>")


def _also_contents(writer: IncrementalPdfFileWriter, reference: generic.Reference) -> None:
    _first_page(writer)[pdf_name("/Contents")] = generic.IndirectObject(
        reference.idnum, reference.generation, writer
    )


def _also_in_a_stream(writer: IncrementalPdfFileWriter, reference: generic.Reference) -> None:
    writer.root[pdf_name("/Shown")] = writer.add_object(
        generic.ArrayObject([generic.IndirectObject(reference.idnum, 0, writer)])
    )
    writer.update_root()


@pytest.mark.parametrize("change", [_also_contents, _also_in_a_stream])
def test_metadata_that_stand_elsewhere_too_are_left_to_pyhanko(
    change: Callable[[IncrementalPdfFileWriter, generic.Reference], None],
) -> None:
    assert not _may_become(_with_metadata(change), b"two")


@pytest.mark.parametrize(
    "written",
    [
        b"%d 0 R", b"0%d 0 R", b"%d\n0 R", b"%d 00\r\nR", b"%d %%c\n0 R", b"%d 0%%c\n R",
        b"%d 1 R", b"%d%%c\n0 R", b"%d +0 R", b"%d -0 %%c\nR",
    ],
)  # fmt: skip
def test_references_are_seen_however_they_are_written(written: bytes) -> None:
    reader = QuickReader(_with_metadata())
    number = reader.root.raw_get("/Metadata").idnum
    assert reader.stands_only_at(number, "/Metadata")
    assert not reader.stands_only_at(number, "/Contents")
    hidden = b"%PDF-1.7\n9 0 obj<</Contents " + written % number + b">>endobj\n"
    reader._bytes = reader._bytes + hidden
    assert not reader.stands_only_at(number, "/Metadata")


def test_resources_of_the_form_may_gain_names_and_keep_what_they_have() -> None:
    def drawn(writer: IncrementalPdfFileWriter, shown: bytes) -> None:
        looks = writer.add_object(generic.StreamObject(stream_data=shown))
        names = generic.DictionaryObject({pdf_name("/FRM"): looks})
        writer.root["/AcroForm"] = generic.DictionaryObject({
            pdf_name("/Fields"): generic.ArrayObject(),
            pdf_name("/DR"): generic.DictionaryObject({pdf_name("/XObject"): names}),
        })  # fmt: skip
        writer.update_root()

    data = page()
    seen = []
    for shown in (None, b"", b"other"):
        writer = IncrementalPdfFileWriter(io.BytesIO(data))
        vars(writer)["_update_meta"] = lambda: None
        if shown is None:
            form = generic.DictionaryObject({pdf_name("/Fields"): generic.ArrayObject()})
            writer.root["/AcroForm"] = form
            writer.update_root()
        else:
            drawn(writer, shown)
        writer.write_in_place()
        data = writer.prev.stream.getvalue()
        reader = QuickReader(data)
        seen.append(only_adds_signatures(reader, reader.xrefs.total_revisions - 2))
    assert seen == [False, True, False]


def test_without_a_later_revision_nothing_is_added() -> None:
    assert quick(signed())
