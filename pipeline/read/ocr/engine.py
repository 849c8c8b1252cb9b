"""Tesseract, in the process through tesserocr or by its command line, one thread each."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import ReadError
from pipeline.read.ocr.boxes import with_own_boxes
from pipeline.read.ocr.hocr import OcrWord, parse_hocr
from pipeline.read.ocr.results import words_of

Grey = NDArray[Any]
Layout = Literal["page", "column", "block", "line", "word", "piece"]

LANGUAGE = "vie"
# `piece` is Tesseract's mode for a lone character: the only one that does not throw a short line
# with many marks (`Kính gửi:`) away as noise.
_PAGE_SEGMENTATION: dict[Layout, int] = {
    "page": 3, "column": 4, "block": 6, "line": 7, "word": 8, "piece": 10,
}  # fmt: skip
_TESSDATA = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
_INSTALL = (
    "Install Tesseract 5 with its Vietnamese data (Debian: `apt-get install tesseract-ocr "
    "tesseract-ocr-vie`), or set TESSDATA_PREFIX to the folder that holds vie.traineddata."
)
_TIMEOUT = 120.0


class OcrUnavailable(Exception):
    """No engine can be started; the message says what is missing and what to install."""


class Engine(Protocol):
    """What recognises an image; ``version`` names the program and its language data."""

    @property
    def version(self) -> str: ...

    def recognise(self, image: Grey, dpi: int, layout: Layout = "page") -> tuple[OcrWord, ...]:
        """Words of a grey image (rows x columns, 0 is black) in its own pixels."""


class TesserocrEngine:
    """Tesseract inside this process; the model is loaded once."""

    def __init__(self, tessdata: Path) -> None:
        # With OpenMP's own threads, several processes on one machine do not finish.
        os.environ["OMP_THREAD_LIMIT"] = "1"
        try:
            module: Any = import_module("tesserocr")
            # Leptonica's remarks on odd boxes would stand between the lines of the progress bar.
            module.set_leptonica_log_level(module.LeptLogLevel.NONE)
            self._levels = module.RIL.TEXTLINE, module.RIL.WORD
            self._api = module.PyTessBaseAPI(path=str(tessdata), lang=LANGUAGE)
            self.version = f"{module.tesseract_version()} {_data_version(tessdata)}"
        except (ImportError, RuntimeError) as error:
            raise OcrUnavailable(f"tesserocr does not start ({error})") from error

    def recognise(self, image: Grey, dpi: int, layout: Layout = "page") -> tuple[OcrWord, ...]:
        self._api.SetPageSegMode(_PAGE_SEGMENTATION[layout])
        height, width = image.shape
        self._api.SetImageBytes(np.ascontiguousarray(image).tobytes(), width, height, 1, width)
        self._api.SetSourceResolution(dpi)
        try:
            self._api.Recognize()
            return with_own_boxes(words_of(self._api.GetIterator(), *self._levels))
        finally:
            self._api.Clear()


class CommandEngine:
    """Tesseract as a program: slower by its start-up, needs no Python binding."""

    def __init__(self, program: str, tessdata: Path) -> None:
        self._program = program
        self._tessdata = tessdata
        said = subprocess.run([program, "--version"], capture_output=True, timeout=_TIMEOUT)
        self.version = f"{said.stdout.decode('utf-8', 'replace')} {_data_version(tessdata)}"

    def recognise(self, image: Grey, dpi: int, layout: Layout = "page") -> tuple[OcrWord, ...]:
        height, width = image.shape
        command = [
            self._program, "stdin", "stdout", "--tessdata-dir", str(self._tessdata),
            "-l", LANGUAGE, "--psm", str(_PAGE_SEGMENTATION[layout]), "--dpi", str(dpi),
            "-c", "tessedit_create_hocr=1",
        ]  # fmt: skip
        done = subprocess.run(
            command,
            input=b"P5 %d %d 255\n" % (width, height) + image.tobytes(),
            capture_output=True,
            check=True,
            timeout=_TIMEOUT,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
        return with_own_boxes(parse_hocr(done.stdout.decode("utf-8", "replace")))


def _data_version(tessdata: Path) -> str:
    """A hash of the language data: the distributions ship several under one name."""
    with (tessdata / f"{LANGUAGE}.traineddata").open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()[:16]


def find_tessdata() -> Path:
    """The folder that holds the Vietnamese data.

    :raises OcrUnavailable: none of the usual folders, nor TESSDATA_PREFIX, has it
    """
    stated = os.environ.get("TESSDATA_PREFIX")
    folders = [stated, f"{stated}/tessdata"] if stated else []
    for folder in (*folders, *_TESSDATA):
        if (Path(folder) / f"{LANGUAGE}.traineddata").is_file():
            return Path(folder)
    raise OcrUnavailable(f"The Vietnamese data of Tesseract is not installed. {_INSTALL}")


def advice() -> str | None:
    """What to install before scans can be read, None if they can."""
    try:
        find_tessdata()
    except OcrUnavailable as missing:
        return f"Scans cannot be read. {missing}"
    return None


@lru_cache(maxsize=1)
def open_engine() -> Engine:
    """The engine of this process: tesserocr, else the command line.

    :raises OcrUnavailable: neither works; the message says what to install
    """
    tessdata = find_tessdata()
    try:
        return TesserocrEngine(tessdata)
    except OcrUnavailable as error:
        program = shutil.which("tesseract")
        if program is None:
            raise OcrUnavailable(f"{error}, and there is no `tesseract` program. {_INSTALL}") from (
                error
            )
        return CommandEngine(program, tessdata)


@contextmanager
def reading_of(source: str, page: int | None = None) -> Iterator[None]:
    """Turn what goes wrong in an engine into a typed error that names the source.

    :raises ReadError: ``ocr_unavailable``, or ``timeout`` and ``crash`` of the command line
    """
    try:
        yield
    except OcrUnavailable as error:
        raise ReadError(source, "ocr_unavailable", str(error), page) from error
    except subprocess.TimeoutExpired as error:
        message = f"Tesseract took more than {_TIMEOUT:.0f} s for the page. Scan it at 300 dpi."
        raise ReadError(source, "timeout", message, page) from error
    except subprocess.CalledProcessError as error:
        message = f"Tesseract ended with code {error.returncode}. Reinstall it and try again."
        raise ReadError(source, "crash", message, page) from error
