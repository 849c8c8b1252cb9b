"""Opens a message that Outlook saved (.msg) as the mail that it was: fields, texts, attachments.

Properties stand in streams of an OLE container that are named after their number and type
(MS-OXMSG, 2.1 and 2.2); what is attached has a storage of its own, a message inside one again.
"""

from __future__ import annotations

import datetime as dt
import io
import struct
from email.encoders import encode_base64
from email.message import Message
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.utils import format_datetime

import olefile

_PROPERTIES = "__properties_version1.0"
_VALUE = "__substg1.0_"
_ATTACHED = "__attach_version1.0_#"
_HEADERS = (32, 24, 8)  # bytes before the fixed properties: of the file, a message inside, another
_LONGEST = 10_000  # characters of a field
_DEEPEST = 5  # messages inside one another
_MOST_ATTACHED = 2_000
_EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
_SUBJECT, _SENT_AT = "0037", "0039"
_SENDER, _ADDRESSES = "0C1A", ("5D01", "0C1F")
_BODY, _HTML, _CODE_PAGES = "1000", "1013", ("3FDE", "3FFD")
_DATA, _NAMES, _KIND, _CONTENT_ID = "3701", ("3707", "3704", "3001"), "370E", "3712"

BROKEN = (OSError, ValueError, IndexError, ArithmeticError, TypeError, struct.error, RecursionError)
"""What a container that is torn raises."""


class TooMuch(ValueError):
    """The streams are larger together than the file: they lie over one another."""


def message_of(data: bytes) -> Message:
    """The message in the form of a mail.

    :raises OSError, ValueError, IndexError, TypeError, struct.error, RecursionError: see ``BROKEN``
    """
    with olefile.OleFileIO(io.BytesIO(data)) as container:
        return _Storage(container, (), [len(data)]).message()


class _Storage:
    """A storage of properties: a message, or something attached to one."""

    def __init__(
        self,
        container: olefile.OleFileIO,
        path: tuple[str, ...],
        left: list[int],
        code_page: str = "cp1252",
    ) -> None:
        """Open a storage.

        :param path: names of the storages around it and its own
        :param left: bytes that the streams read from now on may have together
        :param code_page: of the message that it is attached to
        """
        self._container, self._path, self._left = container, path, left
        self._properties = self._stream(_PROPERTIES)
        stated = next(filter(None, map(self._fixed, _CODE_PAGES)), None)
        page = 0 if stated is None else int.from_bytes(stated[:4], "little")
        self._code_page = "utf-8" if page == 65001 else f"cp{page}" if page else code_page

    def message(self, depth: int = 0) -> Message:
        """The message that this storage holds."""
        mail: Message = MIMEMultipart("mixed")
        for name, text in (
            ("Subject", self._text(_SUBJECT)), ("From", self._sender()), ("Date", self._sent()),
        ):  # fmt: skip
            if text:
                mail[name] = " ".join(text[:_LONGEST].split())
        texts = MIMEMultipart("alternative")
        body, html = self._text(_BODY), self._bytes(_HTML, "0102")
        if body.strip():
            texts.attach(_part("text", "plain", body.encode(errors="replace"), "utf-8"))
        if html.strip():
            texts.attach(_part("text", "html", html, self._code_page))
        elif markup := self._text(_HTML):
            texts.attach(_part("text", "html", markup.encode(errors="replace"), "utf-8"))
        mail.attach(texts)
        for name in self._attached():
            attached = self._inside(name).attached(depth)
            if attached is not None:
                mail.attach(attached)
        return mail

    def attached(self, depth: int) -> Message | None:
        """What an attachment's storage holds; None where that is no file (a link, an object)."""
        inner = f"{_VALUE}{_DATA}000D"
        if self._has(inner, _PROPERTIES):
            return MIMEMessage(self._inside(inner).message(depth + 1)) if depth < _DEEPEST else None
        data = self._bytes(_DATA, "0102")
        if not data:
            return None
        main, _, sub = (self._text(_KIND) or "application/octet-stream").partition("/")
        part = _part(main or "application", sub or "octet-stream", data)
        name = next(filter(None, map(self._text, _NAMES)), "")
        part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
        if content_id := self._text(_CONTENT_ID):
            part["Content-ID"] = f"<{content_id}>"
        return part

    def _inside(self, name: str) -> _Storage:
        return _Storage(self._container, (*self._path, name), self._left, self._code_page)

    def _sender(self) -> str:
        address = next((text for text in map(self._text, _ADDRESSES) if "@" in text), "")
        return f"{self._text(_SENDER)} {f'<{address}>' if address else ''}".strip()

    def _sent(self) -> str:
        ticks = self._fixed(_SENT_AT)
        if ticks is None:
            return ""
        try:
            moment = dt.timedelta(microseconds=int.from_bytes(ticks, "little") // 10)
            return format_datetime(_EPOCH + moment)
        except OverflowError:
            return ""

    def _attached(self) -> list[str]:
        """Names of the storages of what is attached, in their order."""
        level = len(self._path)
        names = {
            path[level]
            for path in self._container.listdir()
            if len(path) > level + 1
            and tuple(path[:level]) == self._path
            and path[level].startswith(_ATTACHED)
        }
        return sorted(names)[:_MOST_ATTACHED]

    def _has(self, *names: str) -> bool:
        return bool(self._container.exists([*self._path, *names]))

    def _stream(self, name: str) -> bytes:
        if not self._has(name):
            return b""
        path = [*self._path, name]
        if self._container.get_type(path) != olefile.STGTY_STREAM:
            return b""
        self._left[0] -= self._container.get_size(path)
        if self._left[0] < 0:
            raise TooMuch("its streams lie over one another")
        with self._container.openstream(path) as stream:
            return bytes(stream.read())

    def _bytes(self, number: str, kind: str) -> bytes:
        return self._stream(f"{_VALUE}{number}{kind}")

    def _text(self, number: str) -> str:
        """A property of letters, in Unicode or in the message's code page."""
        wide = self._bytes(number, "001F")
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self._bytes(number, "001E").rstrip(b"\0")
        for codec in ("utf-8", self._code_page):
            try:
                return narrow.decode(codec)
            except (LookupError, UnicodeError):
                continue
        return narrow.decode("cp1252", "replace")

    def _fixed(self, number: str) -> bytes | None:
        """The eight bytes of a property of fixed length (MS-OXMSG, 2.4.2.1)."""
        raw = self._properties
        is_attached = bool(self._path) and self._path[-1].startswith(_ATTACHED)
        header = _HEADERS[2] if is_attached else _HEADERS[1 if self._path else 0]
        for at in range(header, len(raw) - 15, 16):
            if raw[at + 2 : at + 4] == bytes.fromhex(number)[::-1]:
                return raw[at + 8 : at + 16]
        return None


def _part(main: str, sub: str, data: bytes, charset: str | None = None) -> Message:
    part = MIMENonMultipart(main, sub)
    if charset is not None:
        part.set_param("charset", charset)
    part.set_payload(data)
    encode_base64(part)
    return part
