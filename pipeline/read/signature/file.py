"""A PDF opened for its signatures: pyHanko's reader, quicker on objects written in the usual way.

pyHanko reads a file byte by byte, and the whole head of an object stream for each object in it,
which was most of the time that a signed file cost.
"""

from __future__ import annotations

import io
import re
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.decode_limits import DecodeContext, DecodeLimits, DecodePurpose
from pyhanko.pdf_utils.reader import (
    HistoricalResolver,
    PdfFileReader,
    _read_header_version,
    process_data_at_eof,
)
from pyhanko.pdf_utils.xref import XRefCache

from pipeline.read.signature.embedded import embedded_signatures
from pipeline.read.signature.history import QuickResolver
from pipeline.read.signature.objects import BLANK, UnusualError, read_object
from pipeline.read.signature.xrefs import END_OF_STREAM, STREAM, QuickXRefs

_HEAD = re.compile(rb"(\d{1,8}) (\d{1,5}) obj(?=" + BLANK + rb"[^ \n\r\t\f\0%])")
_NO_STREAM = re.compile(BLANK + rb"(?:[^ \n\r\t\f\0s%]|$)")
_END = re.compile(BLANK + rb"endobj" + BLANK + rb"[\dxst]")
_PLACES = re.compile(rb"[0-9 \n\r\t]*")
# A reference goes on, or a note stands in it.  PDFium follows it whatever its generation says.
_GAP = rb"[\0\t\n\f\r ]"
_GOES_ON = (
    rb"(?:" + _GAP + rb"*+%|" + _GAP + rb"++[+-]?[0-9]++(?:" + _GAP + rb"++R|" + _GAP + rb"*+%))"
)


class QuickReader(PdfFileReader):
    """pyHanko's reader over the bytes of a file, quicker with the same objects as the outcome.

    :raises PdfReadError: and whatever else pyHanko raises on a broken file
    """

    def __init__(self, data: bytes) -> None:
        self._bytes = data
        self._is_plain = False
        self._views: dict[int, HistoricalResolver] = {}
        self._places: dict[int, tuple[bytes, dict[int, int]]] = {}
        self._open(io.BytesIO(data))
        # Objects of an encrypted file need more than to be read.
        self._is_plain = "/Encrypt" not in self.trailer.flatten()

    def _open(self, stream: io.BytesIO) -> None:
        """What pyHanko's reader does at its beginning, but for the cross-reference sections."""
        self._security_handler = None
        self.strict = False
        self._decode_context = DecodeContext(DecodeLimits(), input_size=len(self._bytes))
        self.resolved_objects = {}
        self._input_version = None
        self._historical_resolver_cache = {}
        self.stream = stream
        self._header_version = _read_header_version(stream)
        stream.seek(-1, io.SEEK_END)
        sections = QuickXRefs(self, stream, self._bytes, process_data_at_eof(stream))
        self._sections = sections.read_xrefs()  # type: ignore[no-untyped-call]
        self.xrefs = XRefCache(self, self._sections)
        self.last_startxref = sections.last_startxref
        self.trailer = sections.trailer
        self.has_xref_stream = sections.has_xref_stream
        self._embedded_signatures: Any = None

    def _read_object(
        self,
        ref: generic.Reference,
        marker: Any,
        never_decrypt: bool = False,
        as_metadata_stream: bool = False,
    ) -> Any:
        if self._is_plain and isinstance(marker, int) and not as_metadata_stream:
            try:
                return self._indirect(ref, marker)
            except UnusualError:
                pass
        return super()._read_object(ref, marker, never_decrypt, as_metadata_stream)

    @property
    def embedded_signatures(self) -> Any:
        """The signatures in the order of signing."""
        if self._embedded_signatures is None:
            self._embedded_signatures = embedded_signatures(self)
        return self._embedded_signatures

    def get_historical_resolver(self, revision: int) -> HistoricalResolver:
        """The file as it was at a revision, the oldest one being 0."""
        if not self._is_plain:
            return super().get_historical_resolver(revision)
        known = self._views.get(revision)
        if known is None:
            known = self._views[revision] = QuickResolver(self, revision)
        return known

    def stands_only_at(self, number: int, key: str) -> bool:
        """Whether nothing in any revision refers to an object but values of this key.

        False too where references may be written in a way that is not seen here.
        """
        parts = [section.xref_data for section in self._sections]
        parts += [part.hybrid.xref_data for part in parts if part.hybrid is not None]
        streams = {stream for part in parts for stream in part.obj_streams_used}
        held = [self._places_in(stream) for stream in streams]
        if not self._is_plain or not all(starts for _, starts in held):
            return False
        mention = re.compile(rb"%d" % number + _GOES_ON)  # a literal in front is searched quickly
        return all(
            _stands_behind(data, found.start(), key.encode() + b" ")
            for data in (self._bytes, *(data for data, _ in held))
            for found in mention.finditer(data)
        )

    def _indirect(self, ref: generic.Reference, start: int) -> Any:
        """The object that starts at an offset of the file."""
        head = _HEAD.match(self._bytes, start)
        if not head or int(head[1]) != ref.idnum or int(head[2]) != ref.generation:
            raise UnusualError
        container = generic.Reference(ref.idnum, ref.generation, self)
        found, end = read_object(self._bytes, head.end(), container)
        if isinstance(found, generic.DictionaryObject):
            stream = STREAM.match(self._bytes, end)
            if stream:
                found, end = self._stream(found, stream.end(), container)
            elif not _NO_STREAM.match(self._bytes, end):
                raise UnusualError
        if not _END.match(self._bytes, end):
            raise UnusualError
        return found

    def _stream(
        self, entries: generic.DictionaryObject, start: int, container: generic.Reference
    ) -> tuple[Any, int]:
        """The stream with these entries whose bytes begin at ``start``, and where they end."""
        length = dict.get(entries, "/Length")
        if isinstance(length, generic.IndirectObject):
            length = self.get_object(length)  # type: ignore[no-untyped-call]
        if not isinstance(length, int) or length < 0:
            raise UnusualError
        end = END_OF_STREAM.match(self._bytes, start + length)
        if not end:
            raise UnusualError
        found = generic.StreamObject(entries, encoded_data=self._bytes[start : start + length])
        found.container_ref = container
        return found, end.end()

    def _get_object_from_stream(self, idnum: int, stmnum: int, idx: int) -> Any:
        data, starts = self._places_in(stmnum)
        start = starts.get(idnum)
        if start is None or not 0 <= idx < len(starts):
            return super()._get_object_from_stream(idnum, stmnum, idx)  # type: ignore[no-untyped-call]
        try:
            found, end = read_object(data, start, generic.Reference(idnum, 0, self))
            if not _NO_STREAM.match(data, end):
                raise UnusualError
        except UnusualError:
            return super()._get_object_from_stream(idnum, stmnum, idx)  # type: ignore[no-untyped-call]
        return found

    def _places_in(self, number: int) -> tuple[bytes, dict[int, int]]:
        """An object stream as :meth:`_open_stream` has it, opened once."""
        places = self._places.get(number)
        if places is None:
            places = self._places[number] = self._open_stream(number)
        return places

    def _open_stream(self, number: int) -> tuple[bytes, dict[int, int]]:
        """The bytes of an object stream, and where each of its objects starts.

        No object is named where the head is unusual.
        """
        stream = generic.Reference(number, 0, self).get_object()
        if not isinstance(stream, generic.StreamObject) or stream.get("/Type") != "/ObjStm":
            return b"", {}
        data = stream.read_data(DecodePurpose.OBJECT_STREAM)
        count, first = stream.get("/N"), stream.get("/First")
        if not isinstance(count, int) or not isinstance(first, int) or not 0 < first <= len(data):
            return b"", {}
        head = _PLACES.fullmatch(data, 0, first)
        numbers = head.group().split() if head else []
        if len(numbers) < 2 * count or max(map(len, numbers)) > 18:
            return b"", {}
        starts: dict[int, int] = {}
        for index in range(count):
            starts.setdefault(int(numbers[2 * index]), first + int(numbers[2 * index + 1]))
        return data, starts if len(starts) == count else {}


def _stands_behind(data: bytes, at: int, key: bytes) -> bool:
    """Whether digits are the end of another number, or stand right behind a key."""
    while data[at - 1 : at] == b"0":
        at -= 1
    return data[at - 1 : at].isdigit() or data.endswith(key, 0, at)
