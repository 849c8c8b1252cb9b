"""Says quickly of the usual update of a signed PDF that it adds signatures and nothing else.

Dispatches are signed by one person after the other, each in a revision of its own that adds a
signature field to the form and to a page.  pyHanko judges an update by all paths that lead to what
it replaced, which means reading the whole file.  Here each object is held against its predecessor:
where they differ by added signatures alone, it does not matter where else the object is used.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.sign.diff_analysis import MetadataUpdateRule, SuspiciousModification

from pipeline.read.signature.file import QuickReader

_STRINGS = (generic.TextStringObject, generic.ByteStringObject)
_LEAVES = frozenset({generic.IndirectObject, generic.NameObject, generic.NumberObject})
# What the information dictionary says of the program that wrote last; nothing else has these keys.
_WRITER = frozenset({"/ModDate", "/CreationDate", "/Producer", "/Creator"})
_METADATA = frozenset({"/Type", "/Subtype", "/Length", "/Filter"})
_CATALOG = frozenset({"/AcroForm", "/Extensions", "/Version"})
_FIELD = frozenset({
    "/Type", "/Subtype", "/FT", "/T", "/V", "/F", "/Rect", "/P", "/AP", "/DA", "/DR", "/MK", "/Ff",
})  # fmt: skip


def only_adds_signatures(reader: QuickReader, revision: int) -> bool:
    """Whether every revision after this one only adds signature fields that are signed.

    False means that it is not seen here: the update is none, or written in another way.

    :param reader: of a file without encryption
    """
    known: dict[tuple[int, Any], Any] = {}
    return all(
        _Update(reader, number, known).only_adds_signatures()
        for number in range(revision + 1, reader.xrefs.total_revisions)
    )


class _Update:
    """One revision beside the one before it; ``known`` keeps objects by number and place."""

    def __init__(
        self, reader: QuickReader, revision: int, known: dict[tuple[int, Any], Any]
    ) -> None:
        self._reader = reader
        self._known = known
        self._revision = revision
        self._root = self._trailer("/Root", revision)
        self._fresh: set[int] = set()
        self._fields: list[Any] = []
        self._widgets: list[Any] = []

    def only_adds_signatures(self) -> bool:
        xrefs, before = self._reader.xrefs, self._revision - 1
        if xrefs.refs_freed_in_revision(self._revision):
            return False
        for key in ("/Root", "/Info"):
            if not _is_same(self._trailer(key, before), self._trailer(key, self._revision)):
                return False
        size = xrefs.get_xref_container_info(before).size
        replaced = []
        for reference in xrefs.explicit_refs_in_revision(self._revision):
            if xrefs.get_historical_ref(reference, before) is not None:
                replaced.append(reference)
            elif reference.idnum >= size:
                self._fresh.add(reference.idnum)
            else:  # something of the file may have referred to it all along
                return False
        return all(map(self._is_harmless, replaced)) and self._adds_signatures()

    def _trailer(self, key: str, revision: int) -> Any:
        try:
            return self._reader.trailer.raw_get(key, revision=revision)
        except KeyError:
            return None

    def _read(self, value: Any, revision: int) -> Any:
        """What a value is or refers to, at a revision."""
        return (
            self._object(value.reference, revision)
            if isinstance(value, generic.IndirectObject)
            else value
        )

    def _object(self, reference: generic.Reference, revision: int) -> Any:
        place = self._reader.xrefs.get_historical_ref(reference, revision)
        key = reference.idnum, place
        if key not in self._known:
            try:
                is_latest = self._reader.xrefs.get_last_change(reference) <= revision
            except KeyError:
                is_latest = False
            # the reader keeps the objects of the file as it is now, and no others
            self._known[key] = self._reader.get_object(reference, None if is_latest else revision)  # type: ignore[no-untyped-call]
        return self._known[key]

    def _is_harmless(self, reference: generic.Reference) -> bool:
        """Whether an object is as it was, or differs by what an added signature needs."""
        old: Any = self._object(reference, self._revision - 1)
        new: Any = self._object(reference, self._revision)
        if _is_same(old, new):
            return True
        if type(old) is generic.StreamObject and type(new) is generic.StreamObject:
            return self._is_metadata(reference) and _are_metadata(old, new)
        if type(old) is not generic.DictionaryObject or type(new) is not generic.DictionaryObject:
            return False
        changed = {
            key
            for key in (*old.keys(), *new.keys())
            if not _is_same(dict.get(old, key), dict.get(new, key))
        }
        if _refers(self._root, reference):
            return changed <= _CATALOG and self._is_catalog(old, new)
        if _refers(self._trailer("/Info", self._revision), reference):
            return changed <= _WRITER and all(
                isinstance(dict.get(values, key), (*_STRINGS, type(None)))
                for values in (old, new)
                for key in changed
            )
        if changed == {"/Fields"} and _refers(self._form(), reference):
            return self._grows(old, new, "/Fields", self._fields)
        return (
            changed == {"/Annots"}
            and dict.get(new, "/Type") == "/Page"
            and self._grows(old, new, "/Annots", self._widgets)
        )

    def _is_metadata(self, reference: generic.Reference) -> bool:
        """Whether an object is the file's own metadata, before and now, and nothing else."""
        roots = (self._read(self._root, at) for at in (self._revision - 1, self._revision))
        return all(
            isinstance(root, generic.DictionaryObject)
            and _refers(dict.get(root, "/Metadata"), reference)
            for root in roots
        ) and self._reader.stands_only_at(reference.idnum, "/Metadata")

    def _form(self) -> Any:
        """The form as the catalog has it: a dictionary, or a reference to one."""
        return dict.get(self._read(self._root, self._revision), "/AcroForm")

    def _is_catalog(self, old: Any, new: Any) -> bool:
        """Whether version and extensions are plain values, and the form only grows."""
        version = dict.get(new, "/Version")
        if not isinstance(version, (generic.NameObject, type(None))):
            return False
        if not all(map(_is_plain, (dict.get(old, "/Extensions"), dict.get(new, "/Extensions")))):
            return False
        before: Any = dict.get(old, "/AcroForm")
        after: Any = dict.get(new, "/AcroForm")
        if _is_same(before, after):
            return True
        if not all(type(form) is generic.DictionaryObject for form in (before, after)):
            return False
        keys = {*before.keys(), *after.keys()} - {"/Fields", "/DR"}
        return (
            all(_is_same(dict.get(before, key), dict.get(after, key)) for key in keys)
            and self._gains(dict.get(before, "/DR"), dict.get(after, "/DR"))
            and self._grows(before, after, "/Fields", self._fields)
        )

    def _gains(self, before: Any, after: Any) -> bool:
        """Whether a dictionary is as it was but for new names of what this revision brings."""
        if _is_same(before, after) or (before is None and self._is_fresh(after)):
            return True
        if type(after) is not generic.DictionaryObject:
            return False
        if before is not None and type(before) is not generic.DictionaryObject:
            return False
        known = {} if before is None else dict(dict.items(before))
        return known.keys() <= after.keys() and all(
            self._gains(known.get(key), value) for key, value in dict.items(after)
        )

    def _grows(self, old: Any, new: Any, key: str, added: list[Any]) -> bool:
        """Whether a list of fields or annotations keeps all that it had and gets new ones."""
        before = self._read(dict.get(old, key), self._revision - 1)
        after = self._read(dict.get(new, key), self._revision)
        before = generic.ArrayObject() if before is None else before
        if not all(isinstance(items, generic.ArrayObject) for items in (before, after)):
            return False
        kept, all_now = list(_raw(before)), list(_raw(after))
        more = all_now[len(kept) :]
        if len(all_now) < len(kept) or not all(map(_is_same, kept, all_now)):
            return False
        added += more
        return all(
            isinstance(item, generic.IndirectObject) and item.idnum in self._fresh for item in more
        )

    def _adds_signatures(self) -> bool:
        """Whether what was added to the form are signatures, each standing on its page."""
        numbers = [field.idnum for field in self._fields]
        if sorted(numbers) != sorted(widget.idnum for widget in self._widgets):
            return False
        form = self._read(self._form(), self._revision)
        known = self._read(dict.get(form, "/Fields"), self._revision) if numbers else ()
        names = [
            dict.get(found, "/T")
            for field in _raw(known)
            if isinstance(found := self._read(field, self._revision), generic.DictionaryObject)
        ]
        return len(set(names)) == len(names) and all(map(self._is_signature, self._fields))

    def _is_signature(self, field: Any) -> bool:
        found = self._read(field, self._revision)
        if type(found) is not generic.DictionaryObject or not found.keys() <= _FIELD:
            return False
        name, value = dict.get(found, "/T"), dict.get(found, "/V")
        signature = self._read(value, self._revision)
        looks = dict.get(found, "/AP")
        return (
            dict.get(found, "/FT") == "/Sig"
            and dict.get(found, "/Subtype") == "/Widget"
            and dict.get(found, "/Type", "/Annot") == "/Annot"
            and isinstance(name, generic.TextStringObject)
            and bool(name)
            and "." not in name
            and self._is_fresh(value)
            and isinstance(signature, generic.DictionaryObject)
            and "/ByteRange" in signature
            and (
                looks is None
                or self._is_fresh(looks)
                or (
                    isinstance(looks, generic.DictionaryObject)
                    and all(map(self._is_fresh, dict.values(looks)))
                )
            )
        )

    def _is_fresh(self, value: Any) -> bool:
        return isinstance(value, generic.IndirectObject) and value.idnum in self._fresh


def _are_metadata(*streams: generic.StreamObject) -> bool:
    """Whether streams hold metadata and refer to nothing; pyHanko's rule says what is XML of it."""
    try:
        for stream in streams:
            held: Any = SimpleNamespace(get_object=lambda stream=stream: stream)
            MetadataUpdateRule.is_well_formed_xml(held)
    except SuspiciousModification:
        return False
    return all(
        stream.keys() <= _METADATA and all(map(_is_plain, dict.values(stream)))
        for stream in streams
    )


def _refers(value: Any, reference: generic.Reference) -> bool:
    return isinstance(value, generic.IndirectObject) and value.reference == reference


def _raw(items: Iterable[Any]) -> Iterable[Any]:
    """The items of an array, references as such."""
    return list.__iter__(items) if isinstance(items, list) else iter(items)


def _is_plain(value: Any) -> bool:
    """Whether a value refers to nothing."""
    if isinstance(value, generic.DictionaryObject):
        return all(map(_is_plain, dict.values(value)))
    if isinstance(value, generic.ArrayObject):
        return all(map(_is_plain, _raw(value)))
    return not isinstance(value, generic.IndirectObject)


def _is_same(old: Any, new: Any) -> bool:
    """Whether two values are equal in kind and contents, references by what they name."""
    if old is new:
        return True
    kind = type(old)
    if kind is not type(new):
        return False
    if kind in _LEAVES:
        return bool(old == new)
    if isinstance(old, generic.StreamObject) and old.encoded_data != new.encoded_data:
        return False
    if isinstance(old, generic.DictionaryObject):
        if old.keys() != new.keys():
            return False
        for key, value in dict.items(old):  # noqa: SIM110 - a generator costs more than the look
            if not _is_same(value, dict.get(new, key)):
                return False
        return True
    if isinstance(old, generic.ArrayObject):
        return len(old) == len(new) and all(map(_is_same, _raw(old), _raw(new)))
    if isinstance(old, generic.TextStringObject):
        # how the letters are written says what bytes they were read from
        return bool(old == new and old.autodetected_encoding is new.autodetected_encoding)
    return bool(old == new)
