"""Reads one file into pages of lines: picks the reader by content and raises typed errors."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from pipeline.errors import ReadError
from pipeline.model import Reading, Source
from pipeline.read import choose
from pipeline.read.choose import detect_media_type

__all__ = ["READERS", "detect_media_type", "read"]


class Reader(Protocol):
    """What every reader module offers."""

    NAME: str

    def read(self, data: bytes, source: Source) -> Reading:
        """The file's pages, or a :class:`~pipeline.errors.ReadError`."""


READERS: dict[str, str] = {
    choose.PDF: "pipeline.read.pdf",
    choose.DOCX: "pipeline.read.docx",
    choose.HTML: "pipeline.read.html",
    choose.TEXT: "pipeline.read.text",
    choose.MARKDOWN: "pipeline.read.text",
}
"""Module of the reader for each media type; modules load when they are first needed."""

_DOCX_ADVICE = "Open it in Word or LibreOffice, save it as DOCX and add that."
_UNPACK_ADVICE = "Unpack it and add the files inside."
_SCAN_ADVICE = "Make a PDF with a text layer of it (OCR) and add that."
_SHEET_ADVICE = "Save the sheet as PDF and add that."
_UNSUPPORTED: dict[str, tuple[str, str]] = {
    "application/msword": ("a Word 97-2003 document (.doc)", _DOCX_ADVICE),
    "application/rtf": ("a Rich Text document (.rtf)", _DOCX_ADVICE),
    "application/vnd.oasis.opendocument.text": ("an OpenDocument file", _DOCX_ADVICE),
    "application/xml": ("an XML document", _DOCX_ADVICE),
    "application/vnd.ms-excel": ("an Excel 97-2003 workbook (.xls)", _SHEET_ADVICE),
    choose.XLSX: ("an Excel workbook (.xlsx)", _SHEET_ADVICE),
    "application/vnd.ms-powerpoint": ("a PowerPoint 97-2003 file", "Save it as PDF and add that."),
    choose.PPTX: ("a PowerPoint file", "Save it as PDF and add that."),
    "application/x-ole-storage": ("an Office 97-2003 file of unknown kind", _DOCX_ADVICE),
    "application/vnd.ms-outlook": ("an Outlook message", "Save its attachments and add those."),
    "message/rfc822": ("an e-mail message", "Save its attachments and add those."),
    "multipart/related": ("a web archive (MHTML)", "Save the page as HTML and add that."),
    "application/zip": ("a ZIP archive", _UNPACK_ADVICE),
    "application/gzip": ("a GZIP archive", _UNPACK_ADVICE),
    "application/x-7z-compressed": ("a 7-Zip archive", _UNPACK_ADVICE),
    "application/vnd.rar": ("a RAR archive", _UNPACK_ADVICE),
}


def read(data: bytes, source: Source) -> Reading:
    """Everything a reader finds in one file.

    The reader is picked by the bytes, not by the file's name or stated type.

    :raises ReadError: ``empty``, ``unsupported``, ``encrypted``, ``corrupt``, ``bomb`` or
        ``ocr_unavailable``
    """
    media_type = detect_media_type(data, source.member or source.uri)
    module = READERS.get(media_type)
    if module is None:
        raise _refusal(media_type, source)
    reading = cast(Reader, import_module(module)).read(data, source)
    _refuse_undecoded(reading, source)
    return reading


def _refusal(media_type: str, source: Source) -> ReadError:
    """The error for a kind of file that has no reader."""
    if media_type == choose.EMPTY:
        message = "The file has no bytes. Fetch it again."
        return ReadError(source.uri, "empty", message)
    if media_type == choose.ENCRYPTED_OFFICE:
        message = "The Office file asks for a password. Save a copy without one and add that."
        return ReadError(source.uri, "encrypted", message)
    if media_type.startswith("image/"):
        kind = media_type.partition("/")[2].upper()
        message = (
            f"The file is a picture ({kind}), a scan, and this version has no OCR. {_SCAN_ADVICE}"
        )
        return ReadError(source.uri, "ocr_unavailable", message)
    name, advice = _UNSUPPORTED.get(
        media_type, ("of an unknown binary kind", "Convert it to PDF or DOCX and add that.")
    )
    message = f"The file is {name}, which this version does not read. {advice}"
    return ReadError(source.uri, "unsupported", message)


def _refuse_undecoded(reading: Reading, source: Source) -> None:
    """Refuse a text whose letters come from a legacy font: no value in it could be trusted."""
    from pipeline.read.encodings import legacy_script

    sample = "\n".join(line.text for page in reading.pages[:20] for line in page.lines[:200])
    if not sample.strip():
        if reading.failures:
            return
        raise ReadError(
            source.uri, "empty", "The file has no text. Check that it is the right one."
        )
    name = legacy_script(sample)
    if name is not None:
        raise ReadError(
            source.uri, "unsupported",
            f"The letters are in {name}, a legacy Vietnamese encoding that this version does not "
            "decode. Convert the file to Unicode and add that.",
        )  # fmt: skip
