"""A corpus of any size from the files that are measured: copies that differ in their bytes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from benchmarks.inputs import Input, Kind

# What may stand behind the end of a file and changes nothing in what is read.
_BEHIND: dict[Kind, str] = {"pdf": "\n% {number}\n", "text": "\n{number}\n"}


def write_corpus(inputs: Sequence[Input], folder: Path, documents: int) -> int:
    """Write so many documents, each with bytes of its own; returns the bytes of all.

    :param inputs: files to copy in turn; office files are left out, for bytes behind their end
        are damage
    :raises ValueError: if there is no PDF and no text among them
    """
    usable = [item for item in inputs if item.kind in _BEHIND]
    if not usable:
        raise ValueError("no PDF and no text to make a corpus of")
    folder.mkdir(parents=True)
    size = 0
    for number, item in enumerate(islice(cycle(usable), documents)):
        data = item.data + _BEHIND[item.kind].format(number=number).encode()
        (folder / f"{number:06}{item.path.suffix}").write_bytes(data)
        size += len(data)
    return size
