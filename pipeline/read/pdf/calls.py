"""PDFium's functions with addresses as plain numbers, which more than halves the cost of a call."""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Sequence
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium_c

ADDRESS = ctypes.c_void_p
NUMBER = ctypes.c_int
_ROWS = 1024


def plain(function: Any, *arguments: Any, result: Any = NUMBER) -> Any:
    """The function with these kinds of arguments and this kind of result.

    ctypes checks a typed pointer at each call; a page has some ten thousand of them.  The lock of
    the interpreter is held meanwhile: to let it go and take it again takes longer than they do.

    :param function: one of ``pypdfium2.raw`` that answers at once; it stays as it is
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(address_of(function))


def ready(function: Any, result: Any = NUMBER) -> Any:
    """The function for arguments that need no converting, which halves what :func:`plain` costs.

    These are references that :func:`reference` or :func:`slots` made, and numbers of 32 bits; what
    else is given, ctypes takes as it likes.
    """
    return ctypes.PYFUNCTYPE(result)(address_of(function))


def address_of(held: Any) -> int:
    """The address that a handle of ``pypdfium2.raw`` holds, 0 for one that holds none."""
    return ctypes.cast(held, ctypes.c_void_p).value or 0


# What the objects of a page are, and what forms among them hold.
form_count = plain(pdfium_c.FPDFFormObj_CountObjects, ADDRESS)
form_object = plain(pdfium_c.FPDFFormObj_GetObject, ADDRESS, ctypes.c_ulong, result=ADDRESS)
kind_of = plain(pdfium_c.FPDFPageObj_GetType, ADDRESS)


def reference(held: Any) -> Any:
    """A handle of ``pypdfium2.raw`` as an argument of a function that is :func:`ready`."""
    address = address_of(held)
    return ctypes.byref(ctypes.c_char.from_address(address)) if address else None


def slots(kind: Any, count: int) -> tuple[memoryview, tuple[Any, ...]]:
    """Numbers for PDFium to fill: a view of all, and a reference to each, which holds them."""
    held = (kind * count)()
    size = ctypes.sizeof(kind)
    view = memoryview(held).cast("B").cast(kind._type_)
    return view, tuple(ctypes.byref(held, index * size) for index in range(count))


class Answers:
    """Rows of numbers for PDFium to fill, one a question; they serve for all pages.

    :param kind: of the numbers, as ctypes has it
    :param width: numbers in a row
    :param references: how many of a row PDFium asks the places of; one place leads to all of a
        structure
    """

    def __init__(self, kind: Any, width: int, references: int) -> None:
        held = (kind * (width * _ROWS))()
        size = ctypes.sizeof(kind)
        self._numbers = np.frombuffer(held, np.dtype(kind)).reshape(_ROWS, width)
        self._references = [
            [ctypes.byref(held, size * (width * row + column)) for row in range(_ROWS)]
            for column in range(references)
        ]

    def ask(self, question: Any, of: Any, indices: Sequence[int]) -> npt.NDArray[np.floating[Any]]:
        """What PDFium says of each index, a row each; noughts where it does not answer.

        :param question: a function that is :func:`ready`, of a handle, an index and places
        :param of: :func:`reference` to the handle
        """
        numbers = self._numbers
        found = np.zeros((len(indices), numbers.shape[1]), numbers.dtype)
        for start in range(0, len(indices), _ROWS):
            part = indices[start : start + _ROWS]
            numbers[: len(part)] = 0
            deque(map(question, repeat(of), part, *self._references), maxlen=0)
            found[start : start + len(part)] = numbers[: len(part)]
        return found
