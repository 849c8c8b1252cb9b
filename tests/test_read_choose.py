"""The kind of a file is told by its bytes, and what cannot be read says why."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile

import pytest

from pipeline.errors import ReadError
from pipeline.model import Source
from pipeline.read import detect_media_type, read


def source(name: str, data: bytes) -> Source:
    return Source(name, "0" * 64, len(data), "application/octet-stream")


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in members.items():
            container.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + stream.encode("utf-16-le") + bytes(99)


def cut_ole(sector: int) -> bytes:
    """A container of 4 kB whose header says that its directory is that sector."""
    header = bytearray(ole("")[:512])
    header[30:32] = (9).to_bytes(2, "little")
    header[48:52] = sector.to_bytes(4, "little")
    return bytes(header) + bytes(3584)


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"", "a.pdf", "application/x-empty"),
        (b"%PDF-1.7\n", "a.txt", "application/pdf"),
        (b"\n\n%PDF-1.4 rest", "a", "application/pdf"),
        (b"<html><body>x</body></html>", "a.doc", "text/html"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "a.txt", "text/html"),
        ("<html><body>Số</body></html>".encode("utf-16"), "a.htm", "text/html"),
        ("Số: 12/QĐ-UBND".encode(), "a.pdf", "text/plain"),
        ("# Báo cáo".encode(), "a.md", "text/markdown"),
        (ole("WordDocument"), "a.docx", "application/msword"),
        (ole("Workbook"), "a", "application/vnd.ms-excel"),
        (cut_ole(6), "a.doc", "application/x-ole-storage"),
        (cut_ole(7), "a.doc", "application/x-cut-office"),
        (cut_ole(7)[:300], "a.doc", "application/x-cut-office"),
        (b"{\\rtf1\\ansi", "a.doc", "application/rtf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "a", "image/png"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "a", "image/jpeg"),
        (zipped(readme=b"x"), "a.docx", "application/zip"),
        (zipped(xl__workbook=b"x"), "a", "application/zip"),
        (b"From: a@b.vn\r\nTo: c@d.vn\r\nSubject: x\r\n\r\nhello", "a", "message/rfc822"),
        (bytes(range(256)) * 8, "a.txt", "application/octet-stream"),
        (bytes(5000), "a.pdf", "application/x-zeros"),
        (b"\xdb\xa5-\x00" + bytes(600), "a.doc", "application/octet-stream"),
        (b"\xff\xfe" + bytes(600), "a.txt", "application/octet-stream"),
        ("Số: 12/QĐ-UBND".encode("utf-16-be"), "a.txt", "text/plain"),
        ("Số: 12/QĐ-UBND".encode("utf-32"), "a.txt", "text/plain"),
        (b"\x00\x00\xfe\xff" + "Số: 12".encode("utf-32-be"), "a.txt", "text/plain"),
    ],
)
def test_media_type_comes_from_the_bytes(data: bytes, name: str, expected: str) -> None:
    assert detect_media_type(data, name) == expected


def test_office_zip_is_told_by_its_members() -> None:
    word = zipped(**{"[Content_Types].xml": b"<x/>", "word__document.xml": b"<x/>"})
    assert detect_media_type(word, "a.zip").endswith("wordprocessingml.document")
    assert detect_media_type(word[: len(word) // 2], "a.zip") != "application/x-empty"
    sheet = zipped(**{"xl__workbook.xml": b"<x/>"})
    assert detect_media_type(sheet).endswith("spreadsheetml.sheet")


@pytest.mark.parametrize(
    ("data", "category", "words"),
    [
        (b"", "empty", "no bytes"),
        (bytes(5000), "corrupt", "nothing but zeros"),
        (b" \x1b\x07\r\n \x1b", "empty", "no text"),
        (ole("WordDocument"), "corrupt", "save it anew in Word"),
        (ole("EncryptedPackage"), "encrypted", "password"),
        (b"{\\rtf1}", "empty", "no text"),
        (zipped(a=b"x"), "unsupported", "ZIP"),
        (bytes(range(256)) * 8, "unsupported", "unknown binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "corrupt", "picture"),
        (b"   \n \n", "empty", "no text"),
        (b"%PDF-1.4 cut", "corrupt", "PDF"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, category: str, words: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, source("in/a.bin", data))
    assert caught.value.category == category
    assert words in caught.value.message
    assert caught.value.source == "in/a.bin"


def test_importing_the_package_loads_no_reader() -> None:
    code = (
        "import sys, pipeline.read; "
        "print([m for m in ('pypdfium2', 'lxml', 'trafilatura', 'pdfplumber') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=".." if not __import__("pathlib").Path("pipeline").is_dir() else ".",
    )
    assert done.stdout.strip() == "[]"
