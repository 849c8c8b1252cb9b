"""Reads Word documents (DOCX) in document order; headers, footers and notes are marked."""

from __future__ import annotations

from functools import partial
from typing import Literal

from pipeline.model import Metadata, RawLine, Reading, Source
from pipeline.read.docx.body import Walker
from pipeline.read.docx.damaged import read_what_is_left
from pipeline.read.docx.inserted import Inserted
from pipeline.read.docx.numbering import load_numbering, value, w
from pipeline.read.docx.styles import Styles
from pipeline.read.office_package import Element, Package, R
from pipeline.read.office_pages import reading_of, running_lines

NAME = "docx"

_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read(data: bytes, source: Source) -> Reading:
    """Lines of a Word document; pages part at explicit page breaks and have no geometry.

    Tracked deletions are left out, insertions stay, automatic numbers are written out.  Of a
    damaged file what is left of the text is read, and a failure of its last page says so.

    :raises ReadError: ``corrupt``, ``encrypted`` or ``bomb``
    """
    opened = partial(Package, data, source.uri)
    reading = partial(_reading, source)
    return read_what_is_left(data, source.uri, "DOCX", opened, reading)


def _reading(source: Source, package: Package) -> Reading:
    main = package.main_part()
    relations = package.relations(main)
    parts = {kind.rpartition("/")[2]: target for kind, target in relations.values()}
    root = package.xml(main)
    walker = Walker(
        styles=Styles(_optional(package, parts.get("styles"))),
        numbering=load_numbering(_optional(package, parts.get("numbering"))),
        notes=_notes(package, parts),
    )
    soft = next(root.iter(w("softHyphen")), None)
    walker.hyphen_is_letter = soft is not None and not any(
        "\u00ad" in str(text) for text in root.itertext()
    )
    body = root.find(w("body"))
    walker.inserted = inserted = Inserted(package, relations, source)
    lines = [] if body is None else list(walker.lines(body))
    walker.inserted = None
    headers, footers = _edges(package, root, relations, walker)
    reading = reading_of(
        NAME, lines, walker.encodings,
        headers=headers, notes=walker.note_lines(), footers=footers,
        metadata=Metadata(title=_title(package)),
    )  # fmt: skip
    return inserted.with_scans(reading, root, walker.tables)


def _optional(package: Package, name: str | None) -> Element | None:
    return package.xml(name) if name is not None and package.has(name) else None


def _notes(package: Package, parts: dict[str, str]) -> dict[str, Element]:
    """Footnotes and endnotes by kind and id (`f2`, `e1`), without the separators."""
    notes = {}
    for kind, part, tag in (("f", "footnotes", "footnote"), ("e", "endnotes", "endnote")):
        root = _optional(package, parts.get(part))
        for item in () if root is None else root.findall(w(tag)):
            if value(item, "type") in (None, "normal"):
                notes[kind + (value(item, "id") or "")] = item
    return notes


def _edges(
    package: Package, root: Element, relations: dict[str, tuple[str, str]], walker: Walker
) -> tuple[list[RawLine], list[RawLine]]:
    """Lines of the headers and footers that the sections use, each text once."""
    headers: dict[str, RawLine] = {}
    footers: dict[str, RawLine] = {}
    for name, lines in (("headerReference", headers), ("footerReference", footers)):
        role: Literal["header", "footer"] = "header" if name == "headerReference" else "footer"
        for reference in root.iter(w(name)):
            _, target = relations.get(reference.get(f"{{{R}}}id", ""), ("", ""))
            if not package.has(target):
                continue
            for line in running_lines(walker.lines(package.xml(target)), role):
                lines.setdefault(line.text, line)
    return list(headers.values()), list(footers.values())


def _title(package: Package) -> str | None:
    """Title that the file states about itself."""
    if not package.has("docProps/core.xml"):
        return None
    title = (package.xml("docProps/core.xml").findtext(_TITLE) or "").strip()
    return title or None
