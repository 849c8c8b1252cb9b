"""Styles of an OpenDocument text: faces, page breaks, lists and borders, by inheritance."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields

from pipeline.read.office_package import Element
from pipeline.read.opendocument import FO, STYLE, SVG, TEXT, draws_border

_BOLD = frozenset({"bold", "600", "700", "800", "900"})
_SIDES = ("border", "border-left", "border-right", "border-top", "border-bottom")


@dataclass(frozen=True, slots=True)
class Look:
    """What a style states of its text or paragraphs, None where it states nothing."""

    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    font: str | None = None
    begins_page: bool | None = None
    ends_page: bool | None = None
    page: str | None = None
    """The master page that a paragraph begins; the name "" goes on with the one before."""
    has_borders: bool | None = None

    def over(self, below: Look) -> Look:
        """What this style states, and of the rest what the one below it does."""
        own = {f.name: getattr(self, f.name) for f in fields(self)}
        return Look(**{name: getattr(below, name) if v is None else v for name, v in own.items()})


class Styles:
    """Looks up styles by family and name, with what they inherit."""

    def __init__(self, holders: Iterable[Element]) -> None:
        """Take in what some elements hold: fonts, named or automatic styles, in this order."""
        self._items: dict[tuple[str, str], Element] = {}
        self._known: dict[tuple[str, str], Look] = {}
        self._base: dict[str, Look] = {}
        self._fonts: dict[str, str] = {}
        self.lists: dict[str, Element] = {}
        self.outline: Element | None = None
        for holder in holders:
            self._take(holder)

    def _take(self, holder: Element) -> None:
        for item in holder:
            name, family = item.get(f"{STYLE}name", ""), item.get(f"{STYLE}family", "")
            if item.tag == f"{STYLE}style":
                self._items[family, name] = item
            elif item.tag == f"{STYLE}default-style":
                self._base[family] = self._own(item)
            elif item.tag == f"{TEXT}list-style":
                self.lists[name] = item
            elif item.tag == f"{TEXT}outline-style":
                self.outline = item
            elif item.tag == f"{STYLE}font-face":
                self._fonts[name] = item.get(f"{SVG}font-family", "").strip("'\" ")

    def get(self, family: str, name: str | None) -> Look:
        """A style of a family (``paragraph``, ``text``, ``table-cell``) with what it inherits."""
        chain: list[tuple[str, str]] = []
        key = family, name or ""
        while key in self._items and key not in self._known:
            self._known[key] = Look()  # ends a chain that bites its tail
            chain.append(key)
            key = family, self._items[key].get(f"{STYLE}parent-style-name", "")
        look = self._known.get(key, self._base.get(family, Look()))
        for key in reversed(chain):
            look = self._known[key] = self._own(self._items[key]).over(look)
        return look

    def pages(self) -> set[str]:
        """Names of the master pages that the styles of paragraphs and tables begin."""
        stated = (item.get(f"{STYLE}master-page-name") for item in self._items.values())
        return {name for name in stated if name}

    def _own(self, item: Element) -> Look:
        text = item.find(f"{STYLE}text-properties")
        paragraph = item.find(f"{STYLE}paragraph-properties")
        table = item.find(f"{STYLE}table-properties")
        block = paragraph if paragraph is not None else table
        cell = item.find(f"{STYLE}table-cell-properties")
        return Look(
            bold=_stated(text, f"{FO}font-weight", _BOLD),
            italic=_stated(text, f"{FO}font-style", ("italic", "oblique")),
            capitals=_stated(text, f"{FO}text-transform", ("uppercase",)),
            hidden=_stated(text, f"{TEXT}display", ("none",)),
            font=None if text is None else self._font(text),
            begins_page=_stated(block, f"{FO}break-before", ("page",)),
            ends_page=_stated(block, f"{FO}break-after", ("page",)),
            page=item.get(f"{STYLE}master-page-name"),
            has_borders=None if cell is None else draws_border(cell, _SIDES),
        )

    def _font(self, text: Element) -> str | None:
        name = text.get(f"{STYLE}font-name")
        return text.get(f"{FO}font-family") if name is None else self._fonts.get(name, name)


def _stated(item: Element | None, name: str, wanted: Collection[str]) -> bool | None:
    stated = None if item is None else item.get(name)
    return None if stated is None else stated in wanted
