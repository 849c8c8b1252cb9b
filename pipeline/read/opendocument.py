"""Opens OpenDocument files (ODT, ODS), which share their package and the names of their XML.

Source: OASIS OpenDocument 1.2, parts 1 (schema) and 3 (packages).
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.errors import ReadError
from pipeline.read.office_package import Element, Package

_SPACES = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_SPACES}office:1.0}}"
TABLE = f"{{{_SPACES}table:1.0}}"
TEXT = f"{{{_SPACES}text:1.0}}"
STYLE = f"{{{_SPACES}style:1.0}}"
DRAW = f"{{{_SPACES}drawing:1.0}}"
FO = f"{{{_SPACES}xsl-fo-compatible:1.0}}"
SVG = f"{{{_SPACES}svg-compatible:1.0}}"

_MANIFEST = "META-INF/manifest.xml"


def open_package(data: bytes, source: str, kind: str) -> Package:
    """The parts of an OpenDocument file.

    :param kind: what messages call the file: ``ODT``, ``ODS``
    :raises ReadError: ``corrupt``, ``encrypted`` or ``bomb``
    """
    package = Package(data, source, kind, "LibreOffice")
    if package.has(_MANIFEST) and b"encryption-data" in package.read(_MANIFEST):
        message = f"The {kind} asks for a password. Save a copy without one and add that."
        raise ReadError(source, "encrypted", message)
    return package


def repeated(item: Element, name: str, most: int) -> int:
    """How often an element stands for itself: an attribute that counts, 1 where it does not.

    :param name: qualified name of the attribute
    :param most: the largest count that is believed
    """
    text = item.get(name, "1")
    return min(int(text), most) if text.isascii() and text.isdecimal() and len(text) < 9 else 1


def draws_border(cell_properties: Element, sides: Iterable[str]) -> bool:
    """Whether the properties of a cell draw a line on one of some sides (``border-left``)."""
    return any(not cell_properties.get(f"{FO}{side}", "none").startswith("none") for side in sides)
