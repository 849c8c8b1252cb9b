"""Styles of a Word document: bold, italic, capitals and list membership, by inheritance."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.read.docx.numbering import value, w
from pipeline.read.list_numbers import whole
from pipeline.read.office_package import Element

_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Face:
    """How a run is set."""

    bold: bool = False
    italic: bool = False
    capitals: bool = False
    hidden: bool = False
    font: str | None = None  # of what is not ASCII


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its face and its list, if any."""

    face: Face = Face()
    num_id: str | None = None
    level: int = 0
    has_borders: bool = False


def is_on(properties: Element | None, name: str) -> bool | None:
    """A toggle property: True, False, or None where it is not stated."""
    item = None if properties is None else properties.find(w(name))
    if item is None:
        return None
    return (value(item) or "1") not in _OFF


def with_run(face: Face, properties: Element | None) -> Face:
    """The face after a run's own properties."""
    if properties is None:
        return face
    bold, italic = is_on(properties, "b"), is_on(properties, "i")
    capitals, hidden = is_on(properties, "caps"), is_on(properties, "vanish")
    fonts = properties.find(w("rFonts"))
    return Face(
        face.bold if bold is None else bold,
        face.italic if italic is None else italic,
        face.capitals if capitals is None else capitals,
        face.hidden if hidden is None else hidden,
        value(fonts, "hAnsi") or value(fonts, "ascii") or face.font,
    )


class Styles:
    """Looks up styles by id, with what they inherit."""

    def __init__(self, root: Element | None) -> None:
        self._items: dict[str, Element] = {}
        self._known: dict[str, Style] = {}
        self.default = ""
        self.base = Face()
        if root is None:
            return
        self.base = with_run(Face(), root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"))
        for item in root.findall(w("style")):
            name = item.get(w("styleId"), "")
            self._items[name] = item
            if value(item, "type") == "paragraph" and value(item, "default") in ("1", "true"):
                self.default = name

    def get(self, name: str | None) -> Style:
        """A style with what it inherits; the default paragraph style for None."""
        name = self.default if name is None else name
        chain: list[str] = []
        while name and name not in self._known:
            self._known[name] = Style(face=self.base)  # ends a chain that bites its tail
            item = self._items.get(name)
            if item is None:
                break
            chain.append(name)
            name = value(item.find(w("basedOn")))
        style = self._known.get(name or "", Style(face=self.base))
        for name in reversed(chain):
            style = self._known[name] = self._over(style, self._items[name])
        return style

    def _over(self, style: Style, item: Element) -> Style:
        """A style with what it states itself laid over what it inherits."""
        style = replace(style, face=with_run(style.face, item.find(w("rPr"))))
        numbered = item.find(f"{w('pPr')}/{w('numPr')}")
        if numbered is not None:
            style = replace(
                style,
                num_id=value(numbered.find(w("numId"))) or style.num_id,
                level=whole(value(numbered.find(w("ilvl"))), 0),
            )
        borders = item.find(f"{w('tblPr')}/{w('tblBorders')}")
        if borders is not None:
            style = replace(style, has_borders=draws_borders(borders))
        return style


def draws_borders(borders: Element) -> bool:
    """Whether a borders element draws any line."""
    return any((value(side) or "none") not in ("nil", "none") for side in borders)
