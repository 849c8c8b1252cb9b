"""Prints any sample document as every kind of file that the readers know."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.read.legacy.maps import TCVN3, VNI
from tests.renderings import odt_file, plain_file, rtf_file, web_file, word97_file
from tests.samples import docx_file, pdf_file
from tests.samples.sample import Sample

RENDERINGS: dict[str, Callable[[Sample], bytes]] = {
    "pdf": pdf_file.to_bytes,
    "docx": docx_file.to_bytes,
    "doc": word97_file.to_bytes,
    "html": web_file.to_bytes,
    "rtf": rtf_file.to_bytes,
    "odt": odt_file.to_bytes,
    "txt": plain_file.to_bytes,
    "txt wrapped": lambda sample: plain_file.to_bytes(sample, wrap=78),
    "txt side by side": lambda sample: plain_file.to_bytes(sample, side_by_side=True),
    "txt with pipes": lambda sample: plain_file.to_bytes(sample, cells="pipes"),
    "txt with a cell a line": lambda sample: plain_file.to_bytes(sample, cells="lines"),
    "doc in .VnTime": lambda sample: word97_file.to_bytes(sample, TCVN3),
    "doc in VNI-Times": lambda sample: word97_file.to_bytes(sample, VNI),
    "html in .VnTime": lambda sample: web_file.to_bytes(sample, TCVN3),
    "html in VNI-Times": lambda sample: web_file.to_bytes(sample, VNI),
    "rtf in .VnTime": lambda sample: rtf_file.to_bytes(sample, TCVN3),
    "rtf in VNI-Times": lambda sample: rtf_file.to_bytes(sample, VNI),
    "odt in .VnTime": lambda sample: odt_file.to_bytes(sample, TCVN3),
    "odt in VNI-Times": lambda sample: odt_file.to_bytes(sample, VNI),
    "tcvn3": lambda sample: plain_file.to_bytes(sample, encoding=TCVN3),
    "vni": lambda sample: plain_file.to_bytes(sample, encoding=VNI),
}
"""What makes the file of each kind; the first is the one that the others are held against."""

SUFFIXES: dict[str, str] = {"tcvn3": "txt", "vni": "txt"}


def file_name(sample: Sample, kind: str) -> str:
    """The name of a rendering, with the ending that such files have."""
    return f"{sample.name}.{SUFFIXES.get(kind, kind.split()[0])}"


__all__ = ["RENDERINGS", "file_name"]
