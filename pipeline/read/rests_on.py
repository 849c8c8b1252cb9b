"""What reading rests on besides its own code: word lists of the rules, and libraries.

Whoever keeps what was read throws it away when one of these changes.  Tesseract and its language
data are not here: they matter to scans alone, and are known only once they run.
"""

from __future__ import annotations

import hashlib
import unicodedata
from importlib.metadata import PackageNotFoundError, version

from pipeline.rulebook import load_rulebook

LEXICONS = ("legacy_capitals", "legacy_encodings", "legacy_fonts")
"""Word lists of the shipped rules that readers use."""

LIBRARIES = {
    "PIL": ("pillow",),
    "charset_normalizer": ("charset-normalizer",),
    "cryptography": ("cryptography",),
    "cv2": ("opencv-python-headless",),
    "lxml": ("lxml", "lxml-html-clean"),
    "numpy": ("numpy",),
    "olefile": ("olefile",),
    "openpyxl": ("openpyxl",),
    "pdfplumber": ("pdfplumber", "pdfminer.six"),
    "pyhanko": ("pyhanko", "asn1crypto"),
    "pyhanko_certvalidator": ("pyhanko-certvalidator",),
    "pypdfium2": ("pypdfium2",),
    "rapidfuzz": ("rapidfuzz",),
    "regex": ("regex",),
    "tesserocr": ("tesserocr",),
    "trafilatura": ("trafilatura",),
    "xlrd": ("xlrd",),
}
"""Modules that readers import, and the distributions that they come from."""


def ground() -> str:
    """A hash of the contents of the word lists and the versions of the libraries."""
    digest = hashlib.sha256(f"unicode {unicodedata.unidata_version}\n".encode())
    for name in sorted(item for items in LIBRARIES.values() for item in items):
        digest.update(f"{name} {_version(name)}\n".encode())
    rules = load_rulebook()
    for name in LEXICONS:
        for row in rules.lexicon(name).rows:
            digest.update(f"{name} {sorted(row.items())!r}\n".encode())
    return digest.hexdigest()


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "none"
