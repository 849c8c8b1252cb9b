"""Words that signing software draws in annotations: number and day of a dispatch."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PdfFileWriter, copy_into_new_writer

from pipeline.read.pdf import annotations as pdf_annotations
from tests.pdf_pages import FONT, draw_dispatch, made, pdf

pytestmark = pytest.mark.skipif(FONT is None, reason="no font with Vietnamese letters")
_BOX = (100, 100, 300, 120)


def _numbers(values: tuple[int, ...]) -> generic.ArrayObject:
    return generic.ArrayObject(map(generic.NumberObject, values))


def annotated(shown: bytes, *, compressed: bool = False) -> bytes:
    """A dispatch with an annotation that shows this at the foot of its first page."""
    page = made(draw_dispatch)
    writer: PdfFileWriter = IncrementalPdfFileWriter(io.BytesIO(page))
    if compressed:
        writer = copy_into_new_writer(PdfFileReader(io.BytesIO(page)))
    font = generic.DictionaryObject({
        pdf_name("/Type"): pdf_name("/Font"),
        pdf_name("/Subtype"): pdf_name("/Type1"),
        pdf_name("/BaseFont"): pdf_name("/Helvetica"),
    })  # fmt: skip
    fonts = generic.DictionaryObject({pdf_name("/F9"): writer.add_object(font)})
    looks = generic.StreamObject(
        {
            pdf_name("/Type"): pdf_name("/XObject"),
            pdf_name("/Subtype"): pdf_name("/Form"),
            pdf_name("/BBox"): _numbers((0, 0, 200, 20)),
            pdf_name("/Resources"): generic.DictionaryObject({pdf_name("/Font"): fonts}),
        },
        stream_data=b"BT /F9 12 Tf 5 5 Td (" + shown + b") Tj ET",
    )
    stamp = generic.DictionaryObject({
        pdf_name("/Type"): pdf_name("/Annot"),
        pdf_name("/Subtype"): pdf_name("/Stamp"),
        pdf_name("/Rect"): _numbers(_BOX),
        pdf_name("/F"): generic.NumberObject(4),
        pdf_name("/AP"): generic.DictionaryObject({pdf_name("/N"): writer.add_object(looks)}),
    })  # fmt: skip
    reference, _ = writer.find_page_for_modification(0)
    first = reference.get_object()
    first[pdf_name("/Annots")] = generic.ArrayObject([writer.add_object(stamp)])
    if compressed:
        writer.stream_xrefs = True
        held = writer.prepare_object_stream()
        held.add_object(reference.idnum, first)
        del writer.objects[(reference.generation, reference.idnum)]
    else:
        writer.update_container(first)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("compressed", [False, True])
def test_words_of_an_annotation_are_words_of_the_page(compressed: bool) -> None:
    own = [line.text for line in pdf(made(draw_dispatch)).pages[0].lines]
    page = pdf(annotated(b"So 163 ngay 05", compressed=compressed)).pages[0]
    assert [line.text for line in page.lines if line.text not in own] == ["So 163 ngay 05"]
    assert {line.text for line in page.lines} > set(own)
    (line,) = (line for line in page.lines if "163" in line.text)
    x0, top, x1, bottom = line.words[0].box
    assert _BOX[0] <= x0 < x1 <= _BOX[2]
    assert page.height - _BOX[3] <= top < bottom <= page.height - _BOX[1]


def test_annotations_apart_from_the_page_read_as_those_drawn_into_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = annotated(b"So 163 ngay 05")
    apart = pdf(data)
    monkeypatch.setattr(pdf_annotations, "_NO_KEY", b"/Contents")
    assert pdf(data) == apart
    monkeypatch.setattr(pdf_annotations, "_MOST_BYTES", len(data) - 1)
    assert pdf(data) == apart


def test_what_software_stamps_at_the_edge_is_furniture() -> None:
    page = pdf(annotated(b"Digitally signed by Van Khe 09:14:54")).pages[0]
    assert [line.role for line in page.lines if "Digitally" in line.text] == ["footer"]


@given(
    st.lists(
        st.sampled_from(
            [b"/Contents", b" ", b"\0", b"12 0 R", b" 1 0 R", b"[", b"<", b"/", b"C", b"7"]
        ),
        max_size=12,
    ).map(b"".join)
)
def test_keys_of_contents_are_found_as_by_a_pattern(data: bytes) -> None:
    of_page = re.compile(rb"/Contents(?=[\s\0]*+(?:\d++[\s\0]++\d++[\s\0]++R|\[))")
    assert pdf_annotations._without_contents(data) == of_page.sub(b"/Kontents", data)
