"""Reads the cross-reference sections of a PDF for pyHanko: a search a section, not a read an entry.

Each signature of a file adds a section.  One that is written in another than the usual way is left
to pyHanko, whose outcome this one's equals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.xref import (
    ObjStreamRef,
    XRefBuilder,
    XRefSection,
    XRefSectionData,
    XRefSectionMetaInfo,
    XRefSectionType,
)

from pipeline.read.signature.objects import BLANK, UnusualError, read_object

_SUBSECTION = re.compile(rb"[ \r\n]*+(\d{1,8}) (\d{1,8}) ?(?:\r\n|\n|\r(?!\n))")
_ENTRIES = re.compile(rb"(?:\d{10} \d{5} [nf](?: \n| \r|\r\n))*+")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])")
_ENTRY_SIZE = 20
_TRAILER = re.compile(rb"[ \r\n]*+trailer[ \r\n]*+(?=<<)")
_HEAD = re.compile(rb"(\d{1,8}) (\d{1,5}) obj" + BLANK + rb"(?=<<)")
STREAM = re.compile(BLANK + rb"stream\r?\n")
END_OF_STREAM = re.compile(BLANK + rb"endstream")
_MOST_GENERATIONS = 0xFFFF
_FREE, _PLAIN, _IN_STREAM = range(3)

_Entry = tuple[int, int, int]  # kind, place (or object stream), generation (or index in it)


class QuickXRefs(XRefBuilder):
    """pyHanko's reader of all sections of a file, quicker on sections written in the usual way."""

    def __init__(self, handler: Any, stream: Any, data: bytes, last_startxref: int) -> None:
        super().__init__(handler, stream, strict=False, last_startxref=last_startxref)
        self._bytes = data

    def _read_xref_table(self, declared_startxref: int) -> Any:
        start = self.stream.tell()
        try:
            section, previous = self._table(start, declared_startxref)
        except UnusualError:
            self.stream.seek(start)
            return super()._read_xref_table(declared_startxref)
        self.sections.append(section)
        return previous

    def _read_xref_stream(self, declared_startxref: int) -> Any:
        start = self.stream.tell()
        try:
            section, entries = self._stream(start, declared_startxref, XRefSectionType.STREAM)
            previous = _previous(entries)
        except UnusualError:
            self.stream.seek(start)
            return super()._read_xref_stream(declared_startxref)
        self.sections.append(section)
        self.trailer.add_trailer_revision(entries)
        return previous

    def _table(self, start: int, declared: int) -> tuple[XRefSection, Any]:
        """The section of a table that begins after its keyword, and where the one before it is."""
        data = self._bytes
        section = XRefSectionData()
        at = start
        while head := _SUBSECTION.match(data, at):
            number, size = int(head[1]), int(head[2])
            at = head.end() + _ENTRY_SIZE * size
            rows = data[head.end() : at]
            if len(rows) != _ENTRY_SIZE * size or not _ENTRIES.fullmatch(rows):
                raise UnusualError
            found = _ENTRY.findall(rows)
            _add(section, number, ((kind == b"n", int(a), int(b)) for a, b, kind in found))
        tag = _TRAILER.match(data, at)
        if tag is None or at == start:
            raise UnusualError
        container: Any = generic.TrailerReference(self.handler)  # type: ignore[no-untyped-call]
        trailer, _ = read_object(data, tag.end(), container)
        if not isinstance(trailer, generic.DictionaryObject):
            raise UnusualError
        kind = XRefSectionType.STANDARD
        reference = None
        beside = dict.get(trailer, "/XRefStm")
        if beside is not None:
            hybrid, _ = self._stream(
                _number(beside), _number(beside), XRefSectionType.HYBRID_STREAM
            )
            section.hybrid = hybrid
            kind, reference = XRefSectionType.HYBRID_MAIN, hybrid.meta_info.stream_ref
        size = _number(dict.get(trailer, "/Size"))
        previous = _previous(trailer)
        self.trailer.add_trailer_revision(trailer)
        about = XRefSectionMetaInfo(kind, size, declared, start, tag.end(), reference)
        return XRefSection(about, section), previous

    def _stream(
        self, start: int, declared: int, kind: XRefSectionType
    ) -> tuple[XRefSection, generic.StreamObject]:
        """The section of a cross-reference stream, and the stream."""
        data = self._bytes
        head = _HEAD.match(data, start)
        if head is None:
            raise UnusualError
        reference = generic.Reference(int(head[1]), int(head[2]), self.handler)
        entries, at = read_object(data, head.end(), reference)
        begin = STREAM.match(data, at)
        if begin is None or not isinstance(entries, generic.DictionaryObject):
            raise UnusualError
        end = begin.end() + _number(dict.get(entries, "/Length"))
        tag = END_OF_STREAM.match(data, end)
        if tag is None or dict.get(entries, "/Type") != "/XRef":
            raise UnusualError
        stream = generic.StreamObject(entries, encoded_data=data[begin.end() : end])
        stream.container_ref = reference
        size = _number(dict.get(entries, "/Size"))
        about = XRefSectionMetaInfo(kind, size, declared, start, tag.end(), reference)
        return XRefSection(about, _section(stream, size)), stream


def _section(stream: generic.StreamObject, size: int) -> XRefSectionData:
    """What a cross-reference stream says of each object."""
    widths = _numbers(dict.get(stream, "/W"))
    spans = _numbers(dict.get(stream, "/Index")) if "/Index" in stream else [0, size]
    if len(widths) != 3 or 0 in widths or max(widths) > 8 or len(spans) % 2:
        raise UnusualError
    row = sum(widths)
    count = sum(spans[1::2])
    data = stream.read_data(DecodePurpose.XREF_STREAM, expected_size=count * (row + 1))
    if len(data) != count * row:
        raise UnusualError
    section = XRefSectionData()
    first, second = widths[0], widths[0] + widths[1]
    rows = (data[at : at + row] for at in range(0, len(data), row))
    known = 0
    for number, length in zip(spans[::2], spans[1::2], strict=True):
        if number < known:
            raise UnusualError
        known = number + length
        entries = [
            (
                int.from_bytes(each[:first], "big"),
                int.from_bytes(each[first:second], "big"),
                int.from_bytes(each[second:], "big"),
            )
            for each in islice(rows, length)
        ]
        _add(section, number, entries)
    return section


def _add(section: XRefSectionData, number: int, entries: Iterable[_Entry]) -> None:
    """Note what is said of the objects from this number on."""
    for name, (kind, place, generation) in enumerate(entries, number):
        if name == 0:
            continue
        if kind == _IN_STREAM:
            section.xrefs_in_objstm[name] = ObjStreamRef(place, generation)
            section.obj_streams_used.add(place)
            section.explicit_refs_in_revision.add((name, 0))
        elif generation > _MOST_GENERATIONS:
            raise UnusualError
        elif kind == _PLAIN:
            section.standard_xrefs[name] = generation, place
            section.explicit_refs_in_revision.add((name, generation))
        elif kind == _FREE:
            section.freed[name] = generation
            section.explicit_refs_in_revision.add((name, generation - 1))


def _previous(trailer: generic.DictionaryObject) -> Any:
    """Where the section before is, None for the first."""
    found = dict.get(trailer, "/Prev")
    if found is not None and not isinstance(found, generic.NumberObject):
        raise UnusualError
    return found


def _number(value: Any) -> int:
    if not isinstance(value, generic.NumberObject) or value < 0:
        raise UnusualError
    return int(value)


def _numbers(value: Any) -> list[int]:
    if not isinstance(value, generic.ArrayObject):
        raise UnusualError
    return [_number(each) for each in list.__iter__(value)]
