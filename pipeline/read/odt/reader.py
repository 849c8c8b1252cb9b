"""Reads OpenDocument texts (ODT) in document order; headers, footers and notes are marked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Literal

from pipeline.model import Metadata, RawLine, Reading, Source
from pipeline.read.docx.damaged import read_what_is_left
from pipeline.read.odt.body import Walker
from pipeline.read.odt.lists import Lists
from pipeline.read.odt.styles import Styles
from pipeline.read.office_package import Element, Package
from pipeline.read.office_pages import reading_of, running_lines
from pipeline.read.opendocument import OFFICE, STYLE, open_package

NAME = "odt"

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_STANDARD = "Standard"
_EDGE_KINDS = ("", "-left", "-first")


def read(data: bytes, source: Source) -> Reading:
    """Lines of an OpenDocument text; pages part at the breaks its writer set, without geometry.

    Tracked deletions, comments and hidden text are left out, automatic numbers are written out.  Of
    a damaged file what is left of the text is read, and a failure of its last page says so.

    :raises ReadError: ``corrupt``, ``encrypted`` or ``bomb``
    """
    opened = partial(open_package, data, source.uri, "ODT")
    return read_what_is_left(data, source.uri, "ODT", opened, _reading)


def _reading(package: Package) -> Reading:
    content = package.xml("content.xml")
    common = package.xml("styles.xml") if package.has("styles.xml") else None
    named = [*_children(common, "font-face-decls", "styles")]
    styles = Styles([*named, *_children(content, "font-face-decls", "automatic-styles")])
    walker = Walker(styles, Lists(styles))
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    lines = [] if body is None else list(walker.lines(body))
    edge_styles = Styles([*named, *_children(common, "automatic-styles")])
    edge_walker = Walker(edge_styles, Lists(edge_styles), encodings=walker.encodings)
    pages = _used_pages(common, styles)
    return reading_of(
        NAME, lines, walker.encodings,
        headers=_edges(pages, edge_walker, "header"),
        notes=walker.note_lines(),
        footers=_edges(pages, edge_walker, "footer"),
        metadata=Metadata(title=_title(package)),
    )  # fmt: skip


def _children(root: Element | None, *names: str) -> Iterator[Element]:
    for item in root if root is not None else ():
        if item.tag in [f"{OFFICE}{name}" for name in names]:
            yield item


def _used_pages(common: Element | None, styles: Styles) -> list[Element]:
    """The master pages that the text begins, and those that follow them; else the first."""
    pages = {page.get(f"{STYLE}name", ""): page for page in _masters(common)}
    wanted = [name for name in (*sorted(styles.pages()), _STANDARD) if name in pages]
    for name in wanted:  # grows while it is read
        following = pages[name].get(f"{STYLE}next-style-name", "")
        if following in pages and following not in wanted:
            wanted.append(following)
    return [pages[name] for name in wanted] or [*pages.values()][:1]


def _masters(common: Element | None) -> Iterator[Element]:
    for holder in _children(common, "master-styles"):
        yield from holder.iterfind(f"{STYLE}master-page")


def _edges(
    pages: list[Element], walker: Walker, role: Literal["header", "footer"]
) -> list[RawLine]:
    """Lines of the headers or footers of some master pages, each text once."""
    lines: dict[str, RawLine] = {}
    for page in pages:
        for item in page:
            is_shown = item.get(f"{STYLE}display") != "false"
            if is_shown and item.tag in [f"{STYLE}{role}{kind}" for kind in _EDGE_KINDS]:
                for line in running_lines(walker.lines(item), role):
                    lines.setdefault(line.text, line)
    return list(lines.values())


def _title(package: Package) -> str | None:
    """Title that the file states about itself."""
    if not package.has("meta.xml"):
        return None
    return " ".join((package.xml("meta.xml").findtext(f".//{_TITLE}") or "").split()) or None
