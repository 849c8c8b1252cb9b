"""A document (DOCX, ODT) of which a part is lost, opened by the headers of the parts left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.errors import ReadError
from pipeline.model import Reading
from pipeline.read.cut import of_cut_file
from pipeline.read.docx.local_parts import LocalPart, TooLarge, local_parts
from pipeline.read.office_package import MAX_BYTES, MAX_MEMBERS, Package


@dataclass(frozen=True, slots=True)
class _Text:
    """The part that holds the text, how its paragraphs and rows are marked, and who writes it."""

    maker: str
    main: str
    paragraph_end: bytes
    row_starts: tuple[bytes, bytes]
    row_end: bytes


_TEXTS = {
    "DOCX": _Text("Word", "word/document.xml", b"</w:p>", (b"<w:tr ", b"<w:tr>"), b"</w:tr>"),
    "ODT": _Text(
        "LibreOffice", "content.xml", b"</text:p>",
        (b"<table:table-row ", b"<table:table-row>"), b"</table:table-row>",
    ),
}  # fmt: skip


class DamagedPackage(Package):
    """The parts of a damaged file that are whole, and of one that is cut off its beginning."""

    def __init__(self, data: bytes, source: str, kind: str) -> None:
        """Look for the parts.

        :param kind: ``DOCX`` or ``ODT``
        :raises ReadError: ``bomb``
        """
        self._text = _TEXTS[kind]
        self._source, self._kind, self._maker = source, kind, self._text.maker
        try:
            parts = [*local_parts(data, MAX_BYTES, MAX_MEMBERS)]
        except TooLarge as error:
            raise self._bomb() from error
        self._parts = {part.name: part for part in parts if part.is_whole or self._has_text(part)}

    @property
    def has_text(self) -> bool:
        """Whether the document part is there, or paragraphs of it."""
        return self.has(self._text.main)

    def has(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """Bytes of a part; one that is cut off ends with its last whole paragraph or row.

        :raises ReadError: ``corrupt``
        """
        part = self._parts.get(name)
        if part is None:
            raise self._corrupt(f"it has no part {name}")
        if part.is_whole:
            return part.data
        # the last word before a cut may be half a name or number, the last row lack its award
        rows = max(map(part.data.rfind, self._text.row_starts))
        end = part.data.rfind(self._text.paragraph_end) + len(self._text.paragraph_end)
        return part.data[: rows if rows > part.data.rfind(self._text.row_end) else end]

    def _is_cut_off(self, name: str) -> bool:
        return name in self._parts and not self._parts[name].is_whole

    def _has_text(self, part: LocalPart) -> bool:
        """Whether a part that is cut off holds paragraphs of the text."""
        return part.name == self._text.main and self._text.paragraph_end in part.data


def read_what_is_left(
    data: bytes,
    source: str,
    kind: str,
    opened: Callable[[], Package],
    reading: Callable[[Package], Reading],
) -> Reading:
    """The reading of a file; of a damaged one what is left of its text, with a failure.

    :param kind: ``DOCX`` or ``ODT``
    :param opened: opens the whole file
    :param reading: reads a package
    :raises ReadError: ``corrupt`` where no word is left, ``encrypted`` or ``bomb``
    """
    try:
        return reading(opened())
    except ReadError as error:
        if error.category != "corrupt":
            raise
        package = DamagedPackage(data, source, kind)
        left = of_cut_file(reading(package), kind) if package.has_text else None
        if left is None or not left.failures:
            raise
        return left
