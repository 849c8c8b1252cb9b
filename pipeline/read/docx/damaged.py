"""A Word document of which a part is lost, opened by the headers of the parts that are left."""

from __future__ import annotations

from pipeline.read.docx.local_parts import LocalPart, TooLarge, local_parts
from pipeline.read.docx.package import MAX_BYTES, MAX_MEMBERS, Package

_MAIN = "word/document.xml"
_PARAGRAPH_END = b"</w:p>"
_ROW_STARTS, _ROW_END = (b"<w:tr ", b"<w:tr>"), b"</w:tr>"


class DamagedPackage(Package):
    """The parts of a damaged DOCX that are whole, and of one that is cut off its beginning."""

    def __init__(self, data: bytes, source: str) -> None:
        """Look for the parts.

        :raises ReadError: ``bomb``
        """
        self._source, self._kind, self._maker = source, "DOCX", "Word"
        try:
            parts = [*local_parts(data, MAX_BYTES, MAX_MEMBERS)]
        except TooLarge as error:
            raise self._bomb() from error
        self._parts = {part.name: part for part in parts if part.is_whole or _has_text(part)}

    @property
    def has_text(self) -> bool:
        """Whether the document part is there, or paragraphs of it."""
        return self.has(_MAIN)

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
        rows = max(map(part.data.rfind, _ROW_STARTS))
        end = part.data.rfind(_PARAGRAPH_END) + len(_PARAGRAPH_END)
        return part.data[: rows if rows > part.data.rfind(_ROW_END) else end]

    def _is_cut_off(self, name: str) -> bool:
        return name in self._parts and not self._parts[name].is_whole


def _has_text(part: LocalPart) -> bool:
    """Whether a part that is cut off holds paragraphs of the text."""
    return part.name == _MAIN and _PARAGRAPH_END in part.data
