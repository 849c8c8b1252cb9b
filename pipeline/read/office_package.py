"""Opens an Office package (DOCX, XLSX, ODT, ODS): XML parts, within limits, without entities."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib

from lxml import etree

from pipeline.errors import ReadError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT_W = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_STRICT_R = b"http://purl.oclc.org/ooxml/officeDocument/relationships"

MAX_BYTES = 200 * 1024 * 1024
MAX_RATIO = 200
MAX_MEMBERS = 10_000
_RATIO_FROM = 4 * 1024 * 1024  # small parts of blanks compress well and harm nobody
_CHUNK = 1 << 20
# What zipfile raises on directories that are cut or overwritten.
_BROKEN = (zipfile.BadZipFile, OSError, ValueError, RuntimeError, struct.error)

Element = etree._Element


class Package:
    """The XML parts of an Office file."""

    def __init__(self, data: bytes, source: str, kind: str = "DOCX", maker: str = "Word") -> None:
        """Open the package.

        :param kind: what messages call the file
        :param maker: the program that messages advise to save it with
        :raises ReadError: ``corrupt``, ``encrypted`` or ``bomb``
        """
        self._source = source
        self._kind = kind
        self._maker = maker
        self._left = MAX_BYTES
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except _BROKEN as error:
            raise self._corrupt(str(error)) from error
        if any(member.flag_bits & 1 for member in members):
            message = f"The {self._kind} asks for a password. Save a copy without one and add that."
            raise ReadError(source, "encrypted", message)
        total = sum(member.file_size for member in members)
        if total > MAX_BYTES or len(members) > MAX_MEMBERS:
            raise self._bomb()
        self._names = {member.filename: member for member in members}

    def _corrupt(self, why: str) -> ReadError:
        return ReadError(
            self._source, "corrupt",
            f"The {self._kind} does not open ({why}). Fetch it again or save it anew in "
            f"{self._maker}.",
        )  # fmt: skip

    def _bomb(self) -> ReadError:
        return ReadError(
            self._source, "bomb",
            f"The {self._kind} unpacks to more than {MAX_BYTES >> 20} MB or {MAX_RATIO} times its "
            f"size. Add it only if you trust it, saved anew in {self._maker}.",
        )  # fmt: skip

    def has(self, name: str) -> bool:
        """Whether the package holds a part."""
        return name in self._names

    def main_part(self) -> str:
        """Name of the document part."""
        for name, target in self.relations("").values():
            if name.endswith("/officeDocument") and self.has(target):
                return target
        if self.has("word/document.xml"):
            return "word/document.xml"
        raise self._corrupt("it has no document part")

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relations of a part: id -> (type, part name)."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(path):
            return {}
        relations = {}
        for item in self.xml(path).iter(f"{{{_RELS}}}Relationship"):
            if item.get("TargetMode") == "External":
                continue
            target = item.get("Target", "")
            target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(
                posixpath.join(folder, target)
            )  # fmt: skip
            relations[item.get("Id", "")] = (item.get("Type", ""), target)
        return relations

    def xml(self, name: str) -> Element:
        """A part's root element.

        :raises ReadError: ``corrupt`` or ``bomb``
        """
        raw = self.read(name)
        raw = raw.replace(_STRICT_W, W.encode()).replace(_STRICT_R, R.encode())
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True, recover=self._is_cut_off(name),
        )  # fmt: skip
        try:
            root = etree.fromstring(raw, parser)
        except etree.XMLSyntaxError as error:
            raise self._corrupt(f"{name}: {error}") from error
        if root is None:  # cut off before its first element
            raise self._corrupt(f"{name} is cut off")
        return root

    def _is_cut_off(self, name: str) -> bool:
        """Whether the end of a part is missing: what is open there is closed."""
        return False

    def read(self, name: str) -> bytes:
        """Bytes of a part; its stated size is not trusted.

        :raises ReadError: ``corrupt`` or ``bomb``
        """
        member = self._names.get(name)
        if member is None:
            raise self._corrupt(f"it has no part {name}")
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    if size > self._left or (
                        size > _RATIO_FROM and size > MAX_RATIO * max(1, member.compress_size)
                    ):
                        raise self._bomb()
                    chunks.append(chunk)
        except (*_BROKEN, zlib.error, EOFError) as error:
            raise self._corrupt(f"{name}: {error}") from error
        self._left -= size
        return b"".join(chunks)
