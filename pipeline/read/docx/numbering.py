"""The automatic numbering that a Word document defines."""

from __future__ import annotations

from pipeline.read.list_numbers import Level, Numbering, whole
from pipeline.read.office_package import Element, W


def w(name: str) -> str:
    """Qualified name in the WordprocessingML namespace."""
    return f"{{{W}}}{name}"


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of the WordprocessingML namespace, None without the element."""
    return None if element is None else element.get(w(name))


def load_numbering(root: Element | None) -> Numbering:
    """Numbering definitions from ``numbering.xml``."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstract = {
        value(item, "abstractNumId") or "": {
            whole(value(level, "ilvl"), 0): _level(level) for level in item.findall(w("lvl"))
        }
        for item in root.findall(w("abstractNum"))
    }
    for item in root.findall(w("num")):
        num_id = value(item, "numId") or ""
        base = value(item.find(w("abstractNumId"))) or ""
        levels = dict(abstract.get(base, {}))
        for override in item.findall(w("lvlOverride")):
            place = whole(value(override, "ilvl"), 0)
            own = override.find(w("lvl"))
            if own is not None:
                levels[place] = _level(own)
            start = value(override.find(w("startOverride")))
            if start is not None:
                numbering.overrides[num_id, place] = whole(start, 1)
        numbering.levels[num_id] = levels
        numbering.abstract[num_id] = base
    return numbering


def _level(item: Element) -> Level:
    restart = value(item.find(w("lvlRestart")))
    return Level(
        start=whole(value(item.find(w("start"))), 1),
        kind=value(item.find(w("numFmt"))) or "decimal",
        text=value(item.find(w("lvlText"))) or "",
        restart=None if restart is None else whole(restart, 1),
    )
