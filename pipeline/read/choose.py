"""Says what kind of file some bytes are by content; the name only tells kinds of text apart."""

from __future__ import annotations

import codecs
import io
import re
import struct
import zipfile

from pipeline.model import LOST
from pipeline.read.zip_directory import MAX_DIRECTORY, directory_size

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLS = "application/vnd.ms-excel"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
OPEN = "application/vnd.oasis.opendocument"
ZIP = "application/zip"
TAR = "application/x-tar"
GZIP = "application/gzip"
MAIL = "message/rfc822"
WEB_ARCHIVE = "multipart/related"
OUTLOOK = "application/vnd.ms-outlook"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
HTML = "text/html"
WORD97 = "application/msword"
RTF = "application/rtf"
TEXT = "text/plain"
MARKDOWN = "text/markdown"
CSV = "text/csv"
EMPTY = "application/x-empty"
ZEROS = "application/x-zeros"
BINARY = "application/octet-stream"
CUT_OFFICE = "application/x-cut-office"
ENCRYPTED_OFFICE = "application/x-encrypted-office"

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", RTF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"\x00\x00\x00\x0cjP  ", "image/jp2"),
    (b"\x1f\x8b", GZIP),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_HEADER = 512
_TORN = (OSError, ValueError, LookupError, ArithmeticError, TypeError, struct.error, RecursionError)
_PROPERTIES = "__properties_version1.0"  # of a message, or of one that lies inside
_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", ENCRYPTED_OFFICE),
    ("WordDocument", WORD97),
    ("Workbook", XLS),
    ("Book\0", XLS),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
)
_HTML_START = re.compile(
    rb"^(?>\s+|<!--.*?-->|<\?xml[^>]*\?>)*+<(?:!doctype\s+html|html|head|body|meta|title|table|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_INSIDE = re.compile(rb"<(?:html|body)[\s>]", re.IGNORECASE)
_MAIL_HEADER = re.compile(
    rb"(?:Received|Return-Path|From|To|Cc|Reply-To|Subject|Date|Message-ID|MIME-Version|X-[\w-]+"
    rb"|Delivered-To|DKIM-Signature|Content-Type|Content-Transfer-Encoding):",
    re.IGNORECASE,
)
_HEADER_FIELD = re.compile(rb"[!-9;-~]+:|From ")  # a name and a colon; `From ` opens a mailbox
_SENT = re.compile(rb"^(?:Received|To|Delivered-To|Message-ID|Return-Path):", re.I | re.M)
_HEAD = 4096
_MOST_STRETCHES = 4  # of text between bytes that were overwritten
_FEWEST_MARKED = 20  # letters of such a text that are not ASCII
_MOST_NOTHING = 0.05  # of the letters of UTF-16 text
# bytes that text has none of: not the bell, blanks, breaks and escape
_CONTROL = bytes(set(range(0x20)) - {7, 8, 9, 10, 11, 12, 13, 27})


def detect_media_type(data: bytes, name: str = "") -> str:
    """Media type of some bytes.

    :param data: the whole file
    :param name: its name, which only parts Markdown from other text
    :returns: a media type; ``application/x-empty`` for no bytes, ``application/x-zeros`` for
        nothing but zeros (a copy that broke off has the right length), ``application/octet-stream``
        for binary data of unknown kind
    """
    if not data:
        return EMPTY
    head = data[:_HEAD]
    if not head.strip(b"\x00") and not data.strip(b"\x00"):
        return ZEROS
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_type(data)  # before PDF: a stored member's bytes stand near the front
    if head[257:262] == b"ustar":
        return TAR
    if b"%PDF-" in data[:1024]:
        return PDF
    if head.startswith(_OLE):
        return _ole_type(data)
    for magic, media_type in _MAGIC:
        if head.startswith(magic) and not (magic == b"BM" and _is_text(head)):
            return media_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif"):
        return "image/heif"
    if not _is_text(head):
        return BINARY
    return _text_type(_narrow(head), name)


def _ole_type(data: bytes) -> str:
    """Kind of an OLE container, by the names of its streams (UTF-16 in the directory)."""
    if _PROPERTIES.encode("utf-16-le") in data and _is_outlook(data):
        return OUTLOOK
    for stream, media_type in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return media_type
    return CUT_OFFICE if _is_ole_cut(data) else "application/x-ole-storage"


def _is_outlook(data: bytes) -> bool:
    """Whether an OLE container is a message; a Word file can hold one, and a message Word files."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            return bool(container.exists(_PROPERTIES))
    except _TORN:
        return False


def _is_ole_cut(data: bytes) -> bool:
    """Whether the file ends before its directory, at the sector that its header names.

    Source: MS-CFB, 2.2: sector shift at 30, first directory sector at 48.
    """
    if len(data) < _OLE_HEADER:
        return True
    (shift,) = struct.unpack_from("<H", data, 30)
    (first,) = struct.unpack_from("<I", data, 48)
    return shift in (9, 12) and (first + 1) << shift >= len(data)


def _zip_type(data: bytes) -> str:
    """Kind of a ZIP container by its members; by names in the raw bytes if the file is cut."""
    if (directory_size(data) or 0) > MAX_DIRECTORY:
        return ZIP
    stated = b""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            names = set(container.namelist())
            if "mimetype" in names:
                stated = container.open("mimetype").read(100)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        names = {
            part for part in ("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml")
            if part.encode() in data
        }  # fmt: skip
        if not names and data[30:49] == b"[Content_Types].xml" and b"word/" in data:
            names = {"word/document.xml"}
        if data[30:38] == b"mimetype":  # the first member, stored (OpenDocument 1.2, part 3, 3.3)
            names, stated = {"mimetype", "content.xml"}, data[38:138]
    if any(name.startswith("word/document") for name in names):
        return DOCX
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return XLSX
    if "ppt/presentation.xml" in names:
        return PPTX
    if "content.xml" in names and "mimetype" in names:
        return next((kind for kind in (ODT, ODS) if stated.startswith(kind.encode())), OPEN)
    return ZIP


def _is_text(head: bytes) -> bool:
    """Whether the first bytes can be text: hardly any control bytes, or UTF-16."""
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)) and head[4:].strip(b"\x00"):
        return True
    if _nothing(head) > _MOST_NOTHING:
        return _is_overwritten(head)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    for offset in (0, 1):
        high = head[offset::2]
        if b"\x00" in high and sum(byte in (0, 1, 0x1E, 0x20, 3) for byte in high) > 0.95 * len(
            high
        ):
            return True
    if b"\x00" in head:
        return _is_overwritten(head)
    control = len(head) - len(head.translate(None, _CONTROL))
    return control <= 0.05 * len(head)


def _is_overwritten(head: bytes) -> bool:
    """Whether the first bytes are UTF-8 in which a few stretches were overwritten with zeros."""
    stretches = [*filter(None, head.split(b"\x00"))]
    rest = b"".join(stretches)
    if len(stretches) > _MOST_STRETCHES or len(rest.translate(None, _CONTROL)) < len(rest):
        return False
    text = rest.decode("utf-8", "replace")
    marked = len(text) - len(text.encode("ascii", "ignore"))
    return marked >= _FEWEST_MARKED and text.count(LOST) <= len(stretches)


def _nothing(head: bytes) -> float:
    """The share of pairs of bytes that are zero: no letter, in UTF-16 neither."""
    if b"\x00\x00" not in head:
        return 0.0
    pairs = len(head) // 2
    zeros = sum(not any(head[at : at + 2]) for at in range(0, 2 * pairs, 2)) if pairs else 0
    return zeros / max(pairs, 1)


def _narrow(head: bytes) -> bytes:
    """The head without byte order mark and, for UTF-16, without its zero bytes."""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    return head.replace(b"\x00", b"")


def _text_type(head: bytes, name: str) -> str:
    if b"<w:wordDocument" in head or b"<pkg:package" in head:
        return "application/xml"
    mail = _mail_type(head)
    if mail is not None:
        return mail
    if _HTML_START.match(head) or _HTML_INSIDE.search(head):
        return HTML
    if head.lstrip().startswith(b"<?xml"):
        return "application/xml"
    kinds = {".md": MARKDOWN, ".markdown": MARKDOWN, ".csv": CSV, ".tsv": CSV}
    return next((kind for end, kind in kinds.items() if name.lower().endswith(end)), TEXT)


def _mail_type(head: bytes) -> str | None:
    """Mail or web archive, if the text opens with a block of their header fields."""
    known = 0
    fields = head.lstrip().splitlines()
    for line in fields[:-1] if len(head) >= _HEAD - 8 else fields:
        if not line.strip():
            break
        if line[:1] in (b" ", b"\t"):
            continue  # goes on from the line above
        if not _HEADER_FIELD.match(line):
            return None
        known += _MAIL_HEADER.match(line) is not None
    block = head.lstrip().partition(b"\r\n\r\n")[0].partition(b"\n\n")[0]
    if known >= 2 and b"multipart/related" in block.lower() and not _SENT.search(block):
        return WEB_ARCHIVE
    return MAIL if known >= 3 else None
