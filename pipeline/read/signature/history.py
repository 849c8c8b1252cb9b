"""A signed PDF as it was at one of its revisions: pyHanko's view, with quicker walks.

To say what came after a signature, pyHanko copies each object into the view of a revision and notes
every path to it.  Here the leaves of an object, most of it, are passed over without a call each,
and paths are spelled out for the objects alone that are asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import HistoricalResolver, RawPdfPath

_INNER = (generic.IndirectObject, generic.DictionaryObject, generic.ArrayObject)

# A path from the trailer as a linked list, the last step first; None is the trailer itself.
Path = tuple[Any, "Path"] | None


class QuickResolver(HistoricalResolver):
    """The objects of a file without encryption at one revision, and the paths that lead to them."""

    _paths: dict[generic.Reference, list[Path]] | None = None

    def _subsume_object(self, obj: Any) -> Any:
        """A copy whose references lead to objects of this revision; leaves are shared."""
        if not isinstance(obj, _INNER):
            return obj
        known: Any = obj.get_container_ref()
        return self._copy(obj, generic.Reference(known.idnum, known.generation, self))

    def _copy(self, obj: Any, container: generic.Reference) -> Any:
        copied: Any
        if isinstance(obj, generic.IndirectObject):
            return generic.IndirectObject(obj.idnum, obj.generation, self)  # type: ignore[no-untyped-call]
        if isinstance(obj, generic.ArrayObject):
            copied = generic.ArrayObject(
                self._copy(item, container) if isinstance(item, _INNER) else item
                for item in list.__iter__(obj)
            )
        else:
            if isinstance(obj, generic.StreamObject):
                copied = generic.StreamObject(encoded_data=obj.encoded_data)
            else:
                copied = generic.DictionaryObject()  # type: ignore[no-untyped-call]
            entries = {
                key: self._copy(item, container) if isinstance(item, _INNER) else item
                for key, item in obj.items()
            }
            dict.update(copied, entries)  # the keys are names already
        copied.container_ref = container
        return copied

    def _collect_indirect_references(
        self, obj: Any, seen: set[generic.Reference], since_revision: int | None = None
    ) -> None:
        if isinstance(obj, generic.IndirectObject):
            reference = obj.reference
            if reference in seen:
                return
            introduced = self.reader.xrefs.get_introducing_revision
            if since_revision is not None and introduced(reference) < since_revision:
                return
            seen.add(reference)
            obj = self(reference)
        for item in _parts(obj):
            if isinstance(item, _INNER):
                self._collect_indirect_references(item, seen, since_revision)

    def _get_usages_of_ref(self, ref: generic.Reference) -> set[RawPdfPath]:
        return {RawPdfPath(*_steps(path)) for path in (self._paths or {}).get(ref, ())}

    def _load_reverse_xref_cache(self) -> None:
        if self._paths is None:
            pages = self._page_tree()
            elements = self._structure()
            self._paths = _Walk(self, pages, elements).paths

    def _page_tree(self) -> dict[generic.Reference, tuple[Any, ...]]:
        """The nodes of the page tree with the path that leads to each.

        :raises PdfReadError: if one of them stands in it twice
        """
        top = self.root.raw_get("/Pages")
        found: dict[generic.Reference, tuple[Any, ...]] = {}
        steps = ("/Root", "/Pages")
        if isinstance(top, generic.IndirectObject):
            found[top.reference] = steps
        for reference, path in _page_nodes(top.get_object(), steps):
            if reference in found:
                raise PdfReadError("Circular reference in page tree in mapping stage")
            found[reference] = path
        return found

    def _structure(self) -> set[generic.Reference]:
        """The elements of the structure tree.

        :raises PdfReadError: if one of them stands in it twice
        """
        found: set[generic.Reference] = set()
        try:
            for reference in _structure_nodes(self.root.raw_get("/StructTreeRoot").get_object()):
                if reference in found:
                    raise PdfReadError("Circular reference in structure tree in mapping stage")
                found.add(reference)
        except KeyError:
            pass  # most files have no structure tree
        return found


class _Walk:
    """All paths from the trailer to each object, with pyHanko's exceptions.

    A node of the page tree is entered by its own path alone, an element of the structure tree from
    inside that tree alone, and nothing by `/Parent`.
    """

    def __init__(
        self,
        view: QuickResolver,
        pages: dict[generic.Reference, tuple[Any, ...]],
        elements: set[generic.Reference],
    ) -> None:
        self.paths: dict[generic.Reference, list[Path]] = defaultdict(list)
        self._view = view
        self._pages = pages
        self._elements = elements
        self._above: set[generic.Reference] = set()
        self._inside(view.trailer_view, None, in_structure=False)

    def _reference(self, reference: generic.Reference, path: Path, *, in_structure: bool) -> None:
        if reference in self._above:
            return
        self.paths[reference].append(path)
        found = self._view(reference)
        own = self._pages.get(reference)
        if own is not None and own != _steps(path):
            return
        if not in_structure and reference in self._elements:
            return
        self._above.add(reference)
        self._inside(found, path, in_structure=in_structure)
        self._above.remove(reference)

    def _inside(self, obj: Any, path: Path, *, in_structure: bool) -> None:
        if isinstance(obj, generic.DictionaryObject):
            is_tree = not in_structure and _steps_to(path, 2) == ("/Root", "/StructTreeRoot")
            for key, item in obj.items():
                if not isinstance(item, _INNER) or key == "/Parent":
                    continue
                if in_structure and key == "/P":
                    continue
                self._item(item, (key, path), in_structure or (is_tree and key == "/K"))
        elif isinstance(obj, generic.ArrayObject):
            for index, item in enumerate(list.__iter__(obj)):
                if isinstance(item, _INNER):
                    self._item(item, (index, path), in_structure)

    def _item(self, item: Any, path: Path, in_structure: bool) -> None:
        if isinstance(item, generic.IndirectObject):
            self._reference(item.reference, path, in_structure=in_structure)
        else:
            self._inside(item, path, in_structure=in_structure)


def _parts(obj: Any) -> Any:
    if isinstance(obj, generic.DictionaryObject):
        return obj.values()
    return list.__iter__(obj) if isinstance(obj, generic.ArrayObject) else ()


def _steps(path: Path) -> tuple[Any, ...]:
    """The steps of a path from the trailer on."""
    steps = []
    while path is not None:
        step, path = path
        steps.append(step)
    return tuple(reversed(steps))


def _steps_to(path: Path, count: int) -> tuple[Any, ...]:
    """The steps of a path of this length, none of another one."""
    rest = path
    for _ in range(count):
        if rest is None:
            return ()
        rest = rest[1]
    return _steps(path) if rest is None else ()


def _page_nodes(
    node: Any, steps: tuple[Any, ...]
) -> Iterator[tuple[generic.Reference, tuple[Any, ...]]]:
    for index, kid in enumerate(list.__iter__(node["/Kids"])):
        path = (*steps, "/Kids", index)
        if isinstance(kid, generic.IndirectObject):
            yield kid.reference, path
        found = kid.get_object()
        if found.get("/Type", None) == "/Pages":
            yield from _page_nodes(found, path)


def _structure_nodes(element: Any) -> Iterator[generic.Reference]:
    try:
        children = element["/K"]
    except KeyError:
        return
    if not isinstance(children, generic.ArrayObject):
        children = (children,)
    child: Any
    for child in children:
        reference = None
        if isinstance(child, generic.IndirectObject):
            reference = child.reference
            child = child.get_object()  # type: ignore[no-untyped-call]
        if not isinstance(child, generic.DictionaryObject):
            continue
        try:
            if child["/Type"] != "/StructElem":
                continue
        except KeyError:
            pass  # an element need not say that it is one
        if reference is not None:
            yield reference
        yield from _structure_nodes(child)
