"""PDFium's functions with addresses as plain numbers, which more than halves the cost of a call."""

from __future__ import annotations

import ctypes
from typing import Any

ADDRESS = ctypes.c_void_p
NUMBER = ctypes.c_int


def plain(function: Any, *arguments: Any, result: Any = NUMBER) -> Any:
    """The function with these kinds of arguments and this kind of result.

    ctypes checks a typed pointer at each call; a page has some ten thousand of them.  The lock of
    the interpreter is held meanwhile: to let it go and take it again takes longer than they do.

    :param function: one of ``pypdfium2.raw`` that answers at once; it stays as it is
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(address_of(function))


def address_of(held: Any) -> int:
    """The address that a handle of ``pypdfium2.raw`` holds, 0 for one that holds none."""
    return ctypes.cast(held, ctypes.c_void_p).value or 0


def slots(kind: Any, count: int) -> tuple[memoryview, tuple[int, ...]]:
    """Numbers for PDFium to fill: a view of all, which holds them, and the address of each."""
    held = (kind * count)()
    first = ctypes.addressof(held)
    view = memoryview(held).cast("B").cast(kind._type_)
    return view, tuple(first + index * ctypes.sizeof(kind) for index in range(count))
