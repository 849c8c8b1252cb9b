"""Takes a mail (EML, MSG) apart: its header fields, its own text, its attachments."""

from __future__ import annotations

import email
import email.errors
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.header import decode_header
from email.message import Message
from email.policy import Compat32

import regex

from pipeline.errors import ReadError
from pipeline.model import Source
from pipeline.read.encodings import UnknownEncoding, decode
from pipeline.read.entry import Budget, Entry, clean_path, is_system_file, log
from pipeline.read.mail import outlook

# Parts that serve the mail itself and hold no document.
_SERVICE = (
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
    "application/pgp-keys", "text/calendar", "text/vcard", "text/x-vcard",
    "message/delivery-status", "message/disposition-notification", "text/rfc822-headers",
)  # fmt: skip
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")
_ENDINGS = {
    "application/pdf": ".pdf", "text/html": ".html", "text/plain": ".txt", "image/png": ".png",
    "image/jpeg": ".jpg", "image/tiff": ".tif", "application/zip": ".zip",
    "message/rfc822": ".eml",
}  # fmt: skip
_LONGEST_FIELD = 10_000  # characters of a header field that are read
_REFERRED = regex.compile(r"cid:([^\s\"'>)]+)", regex.IGNORECASE)
_BROKEN = (email.errors.MessageError, LookupError, *outlook.BROKEN)
_OLE = b"\xd0\xcf\x11\xe0"


class _RawFields(Compat32):
    """Gives header fields as they came: letters that nobody encoded stay to be read."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        return value


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the mail as it came, and its charset as far as stated."""

    data: bytes
    charset: str | None
    is_html: bool


@dataclass(slots=True)
class Mail:
    """A mail in parts: fields shown above it, its own texts, and what is attached.

    ``shown`` are the ids of the parts that its texts show as pictures.
    """

    fields: tuple[tuple[str, str], ...] = ()
    texts: list[Text] = field(default_factory=list)
    attached: list[Message] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)
    is_sealed: bool = False


def open_mail(data: bytes, source: Source) -> Mail:
    """Take a mail apart.

    :raises ReadError: ``corrupt`` where its structure cannot be followed
    """
    try:
        message: Message = (
            outlook.message_of(data)
            if data.startswith(_OLE)
            else email.message_from_bytes(data, policy=_RawFields())
        )
        mail = Mail(_fields(message))
        _sort(message, mail, mail.texts)
    except _BROKEN as error:
        raise ReadError(
            source.uri, "corrupt",
            f"The mail's structure is broken ({type(error).__name__}). Save it again, or save its "
            "attachments and add those.",
        ) from error  # fmt: skip
    return mail


def _fields(message: Message) -> tuple[tuple[str, str], ...]:
    named = (("Subject", "subject"), ("From", "from"), ("Date", "date"))
    return tuple((label, text) for label, name in named if (text := words(message.get(name))))


def entries(data: bytes, source: Source, budget: Budget) -> Iterator[Entry]:
    """The attachments of a mail; pictures that its text shows are left out.

    :raises ReadError: ``corrupt``, ``bomb`` or ``too_large``
    """
    mail = open_mail(data, source)
    files: list[tuple[str, Message]] = []
    for number, part in enumerate(mail.attached, start=1):
        content_id = str(part.get("content-id", "")).strip().strip("<>").casefold()
        if part.get_content_maintype() == "image" and content_id in mail.shown:
            log.debug("picture inside the mail's text left out: %s", content_id)
            continue
        path = _name(part, number)
        if not is_system_file(path):
            files.append((path, part))
    budget.admit(source, len(files), 0, len(data))
    for path, part in files:
        yield _entry(path, part, source, budget)


def _sort(part: Message, mail: Mail, texts: list[Text]) -> None:
    """Sort the parts of a mail: into ``texts``, or among what is attached."""
    kind = part.get_content_type()
    if part.is_multipart() and kind != "message/rfc822":
        own: list[Text] = []
        for child in part.get_payload():
            if isinstance(child, Message):
                _sort(child, mail, own)
        texts.extend([_best(own)] if own and kind == "multipart/alternative" else own)
    elif kind in _SERVICE:
        log.debug("service part of the mail left out: %s", kind)
    elif kind in _SEALED:
        mail.is_sealed = True
    elif kind in ("text/plain", "text/html") and not _is_file(part):
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            texts.append(Text(payload, _charset(part), kind == "text/html"))
            mail.shown.update(
                name.casefold() for name in _REFERRED.findall(payload.decode("latin-1"))
            )
    elif kind == "message/rfc822" or part.get_payload():
        mail.attached.append(part)


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_stated_name(part))


def _stated_name(part: Message) -> str:
    """The file name that a part states, "" where there is none that can be read."""
    try:
        return words(part.get_filename())
    except ValueError:  # broken percent codes of letters beyond ASCII
        return ""


def _best(texts: list[Text]) -> Text:
    """Of the same text in several forms: HTML where it shows a table, else plain."""
    rich = [text for text in texts if text.is_html]
    plain = [text for text in texts if not text.is_html]
    if rich and (not plain or b"<table" in rich[-1].data.lower()):
        return rich[-1]
    return plain[0] if plain else texts[-1]


def _entry(path: str, part: Message, source: Source, budget: Budget) -> Entry:
    place = f"{source.uri}/{path}"
    try:
        content = _content(part)
    except (*_BROKEN, KeyError) as error:
        message = f"The attachment does not decode ({type(error).__name__}). Save it and add it."
        return Entry(path, error=ReadError(place, "corrupt", message))
    refused = budget.refuses(source, len(content), len(content))
    return Entry(path, content, refused)


def _content(part: Message) -> bytes:
    """The bytes of an attachment: of a mail inside the mail, the mail as it was sent."""
    payload = part.get_payload()
    if part.get_content_type() == "message/rfc822" and isinstance(payload, list):
        inner = payload[0]
        return inner.as_bytes() if isinstance(inner, Message) else b""
    decoded = part.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else b""


def _name(part: Message, number: int) -> str:
    """The attachment's file name; of a nameless one, its number with the ending of its kind."""
    stated = _stated_name(part)
    if stated:
        return clean_path(stated)
    kind = part.get_content_type()
    inner = part.get_payload()
    if kind == "message/rfc822" and isinstance(inner, list):
        first = inner[0] if inner else None
        subject = words(first.get("subject")) if isinstance(first, Message) else ""
        return clean_path(f"{subject.replace('/', '-')[:100] or f'mail-{number}'}.eml")
    return f"attachment-{number}{_ENDINGS.get(kind, '.bin')}"


def _charset(part: Message) -> str | None:
    charset = part.get_content_charset()
    return charset if isinstance(charset, str) else None


def words(field: object) -> str:
    """A header field as words: its encoded words decoded, its line breaks blanks."""
    if field is None:
        return ""
    try:
        pieces = decode_header(str(field)[:_LONGEST_FIELD])
    except (email.errors.HeaderParseError, ValueError):
        pieces = [(str(field)[:_LONGEST_FIELD], None)]
    text = "".join(
        piece if isinstance(piece, str) else decoded_text(piece, charset)
        for piece, charset in pieces
    )
    if any("\udc80" <= letter <= "\udcff" for letter in text):  # raw 8-bit letters in the field
        text = decoded_text(text.encode("utf-8", "surrogateescape"), None)
    return " ".join(text.split())


def decoded_text(data: bytes, charset: str | None) -> str:
    """A mail's text: as UTF-8 where it is that, as stated, else as its bytes tell."""
    for codec in ("utf-8", charset or ""):
        try:
            if codec and codec != "unknown-8bit":
                return data.decode(codec)
        except (LookupError, UnicodeError):
            continue
    try:
        return decode(data).text
    except UnknownEncoding:
        return data.decode("cp1252", "replace")
