"""Reads one file into pages of lines: picks the reader by content and raises typed errors.

`choose` tells the kind of the bytes, `READERS` names the reader of each kind, a package for each
format (`pdf`, `docx`, `word97`, `rtf`, `html`, `mail`, `sheet`, `text`); `container` opens archives
before.  A page that is a picture is made ready by `scan` and recognised by `ocr`; `page` puts words
at places into lines, columns and tables, whoever gave them.  `legacy` decodes old encodings.
"""

from __future__ import annotations

from importlib import import_module
from itertools import chain
from typing import Protocol, cast

from pipeline.errors import ReadError
from pipeline.model import Reading, Source
from pipeline.read import choose
from pipeline.read.choose import detect_media_type
from pipeline.read.legacy import decode_reading

__all__ = ["READERS", "detect_media_type", "read"]


class Reader(Protocol):
    """What every reader module offers."""

    NAME: str

    def read(self, data: bytes, source: Source) -> Reading:
        """The file's pages, or a :class:`~pipeline.errors.ReadError`."""


READERS: dict[str, str] = {
    choose.PDF: "pipeline.read.pdf.reader",
    choose.DOCX: "pipeline.read.docx.reader",
    choose.XLSX: "pipeline.read.sheet.xlsx",
    choose.XLS: "pipeline.read.sheet.xls",
    choose.ODS: "pipeline.read.sheet.ods",
    choose.CSV: "pipeline.read.sheet.separated",
    choose.MAIL: "pipeline.read.mail.reader",
    choose.OUTLOOK: "pipeline.read.mail.reader",
    choose.WEB_ARCHIVE: "pipeline.read.mail.reader",
    choose.HTML: "pipeline.read.html.reader",
    choose.TEXT: "pipeline.read.text.reader",
    choose.MARKDOWN: "pipeline.read.text.reader",
    "image/png": "pipeline.read.ocr.image",
    "image/jpeg": "pipeline.read.ocr.image",
    "image/tiff": "pipeline.read.ocr.image",
    "image/gif": "pipeline.read.ocr.image",
    "image/bmp": "pipeline.read.ocr.image",
    "image/webp": "pipeline.read.ocr.image",
    "image/jp2": "pipeline.read.ocr.image",
    choose.WORD97: "pipeline.read.word97.reader",
    choose.RTF: "pipeline.read.rtf.reader",
    choose.ODT: "pipeline.read.odt.reader",
}
"""Module of the reader for each media type; modules load when they are first needed."""

_DOCX_ADVICE = "Open it in Word or LibreOffice, save it as DOCX and add that."
_UNPACK_ADVICE = "Unpack it and add the files inside."
_SCAN_ADVICE = "Save it as PNG, JPEG or TIFF and add that."
_UNSUPPORTED: dict[str, tuple[str, str]] = {
    choose.OPEN: ("an OpenDocument file of another kind", "Save it as PDF and add that."),
    "application/xml": ("an XML document", _DOCX_ADVICE),
    "application/vnd.ms-powerpoint": ("a PowerPoint 97-2003 file", "Save it as PDF and add that."),
    choose.PPTX: ("a PowerPoint file", "Save it as PDF and add that."),
    "application/x-ole-storage": ("an Office 97-2003 file of unknown kind", _DOCX_ADVICE),
    choose.ZIP: ("a ZIP archive", _UNPACK_ADVICE),
    choose.TAR: ("a TAR archive", _UNPACK_ADVICE),
    choose.GZIP: ("a GZIP archive", _UNPACK_ADVICE),
    "application/x-7z-compressed": ("a 7-Zip archive", _UNPACK_ADVICE),
    "application/vnd.rar": ("a RAR archive", _UNPACK_ADVICE),
}


def read(data: bytes, source: Source, media_type: str | None = None) -> Reading:
    """Everything a reader finds in one file.

    The reader is picked by the bytes, not by the file's name or stated type.

    :param media_type: what :func:`detect_media_type` said of these bytes, None to ask it here
    :raises ReadError: ``empty``, ``unsupported``, ``encrypted``, ``corrupt``, ``bomb`` or
        ``ocr_unavailable``
    """
    media_type = media_type or detect_media_type(data, source.member or source.uri)
    module = READERS.get(media_type)
    if module is None:
        raise _refusal(media_type, source)
    reading = cast(Reader, import_module(module)).read(data, source)
    _refuse_empty(reading, source)
    return decode_reading(reading)


def _refusal(media_type: str, source: Source) -> ReadError:
    """The error for a kind of file that has no reader."""
    if media_type == choose.EMPTY:
        message = "The file has no bytes. Fetch it again."
        return ReadError(source.uri, "empty", message)
    if media_type == choose.ZEROS:
        message = "The file holds nothing but zeros: a copy broke off. Fetch it again."
        return ReadError(source.uri, "corrupt", message)
    if media_type == choose.CUT_OFFICE:
        message = "The Office file is cut off before the list of its parts. Fetch it again."
        return ReadError(source.uri, "corrupt", message)
    if media_type == choose.ENCRYPTED_OFFICE:
        message = "The Office file asks for a password. Save a copy without one and add that."
        return ReadError(source.uri, "encrypted", message)
    if media_type.startswith("image/"):
        kind = media_type.partition("/")[2].upper()
        message = (
            f"The file is a picture ({kind}) of a kind that this version does not open. "
            f"{_SCAN_ADVICE}"
        )
        return ReadError(source.uri, "unsupported", message)
    name, advice = _UNSUPPORTED.get(
        media_type, ("of an unknown binary kind", "Convert it to PDF or DOCX and add that.")
    )
    message = f"The file is {name}, which this version does not read. {advice}"
    return ReadError(source.uri, "unsupported", message)


def _is_shown(letter: str) -> bool:
    """Whether a letter leaves a trace on a page: no blank and no control code."""
    return letter.isprintable() and not letter.isspace()


def _refuse_empty(reading: Reading, source: Source) -> None:
    """Refuse a file without text, unless its pages failed for a reason of their own."""
    lines = (line.text for page in reading.pages for line in page.lines)
    if reading.failures or any(map(_is_shown, chain.from_iterable(lines))):
        return
    message = (
        "The file has no text. Check that it is the right one; if it shows pictures of pages, save "
        "it as PDF and add that."
    )
    raise ReadError(source.uri, "empty", message)
