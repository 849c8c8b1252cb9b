"""Reads Rich Text (.rtf, and .doc that is Rich Text): lines, tables, letters by their fonts."""

from __future__ import annotations

from dataclasses import replace

from pipeline.errors import ReadError
from pipeline.model import RawLine, Reading, Source
from pipeline.read.cut import of_cut_file
from pipeline.read.office_pages import reading_of
from pipeline.read.rtf.body import Body, TooDeep

NAME = "rtf"

MAX_BYTES = 200 * 1024 * 1024


def read(data: bytes, source: Source) -> Reading:
    """Lines of a Rich Text file; pages part at explicit page breaks, without geometry.

    Hidden and deleted text is left out; list numbers stand in the file as text.  Runs in fonts of
    a legacy encoding are decoded, the others by evidence.  A file whose groups do not end was cut.

    :raises ReadError: ``corrupt`` or ``too_large``
    """
    if len(data) > MAX_BYTES:
        message = f"The Rich Text is larger than {MAX_BYTES >> 20} MB. Take its pictures out."
        raise ReadError(source.uri, "too_large", message)
    body = Body()
    try:
        body.take(data.decode("latin-1"))
    except TooDeep as error:
        message = "The Rich Text is broken (groups nested too deep). Save it anew in Word."
        raise ReadError(source.uri, "corrupt", message) from error
    reading = reading_of(
        NAME, body.main, body.encodings,
        headers=_once(body.headers),
        notes=[replace(line, role="footnote") for line in body.notes],
        footers=_once(body.footers),
    )  # fmt: skip
    return of_cut_file(reading, "Rich Text") if body.is_cut else reading


def _once(lines: list[RawLine]) -> list[RawLine]:
    """Lines of headers or footers, each text once, without bare page numbers."""
    shown = {line.text: line for line in lines if line.text.strip("0123456789 -–—/\f\t")}
    return [replace(line, text=" ".join(line.text.split())) for line in shown.values()]
