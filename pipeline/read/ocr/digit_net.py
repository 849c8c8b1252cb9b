"""Reads short rows of figures, written by hand or printed: a small net, learned from drawn rows.

Tesseract's model knows no handwriting.  The net sees a strip of fixed height and names a figure, or
a letter that stands beside the blank, at each place along it (connectionist temporal
classification); ``benchmarks/digit_rows`` draws the rows that it learned from and trains it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

Strip = NDArray[np.float32]

HEIGHT, LONGEST = 40, 176
"""Rows and most columns of a strip."""

_PRINT, _NOTHING = 10, 11  # classes behind the ten figures: a printed neighbour, no sign
_POOLED = ((2, 2), (2, 1), (2, 1), (1, 1))
_LEAST = 1e-12
_ONE_THREAD = 200_000  # multiplications up to which OpenBLAS keeps to one thread
_CONTRAST = 0.15  # of full black: less is paper without ink


@dataclass(frozen=True, slots=True)
class Row:
    """What a strip was read as: its figures, None where other signs stand between them.

    ``confidence`` is that of the least sure figure, in 0..1.
    """

    figures: str | None
    confidence: float


class Places:
    """For each place along a strip, the probability of each class."""

    def __init__(self, probabilities: NDArray[np.float64]) -> None:
        self._all = probabilities

    def row(self) -> Row:
        """The figures that are likeliest place by place."""
        signs: list[int] = []
        sure: list[float] = []
        before = _NOTHING
        for place, sign in enumerate(self._all.argmax(axis=1).tolist()):
            if sign != _NOTHING:
                share = float(self._all[place, sign])
                if sign == before:
                    sure[-1] = max(sure[-1], share)
                else:
                    signs.append(sign)
                    sure.append(share)
            before = sign
        while signs and signs[0] == _PRINT:
            del signs[0], sure[0]
        while signs and signs[-1] == _PRINT:
            del signs[-1], sure[-1]
        if _PRINT in signs:
            return Row(None, 0.0)
        return Row("".join(map(str, signs)), min(sure, default=0.0))

    @property
    def all(self) -> NDArray[np.float64]:
        """Places x classes."""
        return self._all


def likelihoods(seen: Sequence[Places], options: Sequence[str]) -> NDArray[np.float64]:
    """Logarithms of the probabilities of figures, with or without print on their sides.

    A row for each of the strips, a column for each of the options.
    """
    rows = [
        [*before, *(int(figure) for figure in option), *behind]
        for option in options
        for before in ([], [_PRINT])
        for behind in ([], [_PRINT])
    ]
    each = _forward(_side_by_side(seen), rows).reshape(len(seen), len(options), 4)
    sums: NDArray[np.float64] = np.logaddexp.reduce(each, axis=2)
    return sums


def _side_by_side(seen: Sequence[Places]) -> NDArray[np.float64]:
    """Logarithms of all strips, the shorter ones with nothing behind them: it changes no sum."""
    longest = max(len(places.all) for places in seen)
    shares = np.zeros((len(seen), longest, _NOTHING + 1))
    shares[:, :, _NOTHING] = 1.0
    for share, places in zip(shares, seen, strict=True):
        share[: len(places.all)] = places.all
    return np.log(shares + _LEAST)


def _forward(logs: NDArray[np.float64], rows: Sequence[Sequence[int]]) -> NDArray[np.float64]:
    """Sum over all ways to spread each row of signs along each strip, nothing between them."""
    longest = 2 * max(len(row) for row in rows) + 1
    paths = np.full((len(rows), longest), _NOTHING)
    for path, row in zip(paths, rows, strict=True):
        path[1 : 2 * len(row) : 2] = row
    last = np.array([2 * len(row) for row in rows])
    skips = np.zeros(paths.shape, bool)
    skips[:, 2:] = (paths[:, 2:] != _NOTHING) & (paths[:, 2:] != paths[:, :-2])
    # with two signs that never are in front
    held = np.full((len(logs), len(rows), longest + 2), -np.inf)
    sums, one, two = held[..., 2:], held[..., 1:-1], held[..., :-2]
    sums[..., :2] = logs[:, 0][:, paths[:, :2]]
    for place in range(1, logs.shape[1]):
        both = np.logaddexp(sums, one)
        sums[:] = np.logaddexp(both, np.where(skips, two, -np.inf)) + logs[:, place][:, paths]
    every = np.arange(len(rows))
    ends: NDArray[np.float64] = np.logaddexp(sums[:, every, last], sums[:, every, last - 1])
    return ends


def look_at(grey: NDArray[Any]) -> Places:
    """Look at a strip of grey pixels, ``HEIGHT`` rows, 0 is black."""
    ink = 1.0 - np.asarray(grey, np.float32) / 255
    paper, full = np.percentile(ink, (50, 99))
    strip = np.clip((ink - paper) / max(float(full - paper), _CONTRAST), 0, 1)
    return Places(_probabilities(strip.astype(np.float32)))


@lru_cache(maxsize=1)
def _weights() -> dict[str, NDArray[np.float32]]:
    with files("pipeline.read.ocr").joinpath("digit_net.npz").open("rb") as file:
        return {name: values.astype(np.float32) for name, values in np.load(file).items()}


def _probabilities(strip: Strip) -> NDArray[np.float64]:
    net = _weights()
    layer = strip[..., None]
    for number, (rows, columns) in enumerate(_POOLED):
        layer = _pooled(_folded(layer, net[f"c{number}"], net[f"b{number}"]), rows, columns)
    high, wide, deep = layer.shape
    along = layer.transpose(1, 0, 2).reshape(wide, high * deep)
    padded = np.pad(along, ((1, 1), (0, 0)))
    hidden = sum(_times(padded[k : k + wide], net["d"][k]) for k in range(3)) + net["db"]
    scores = (_times(np.maximum(hidden, 0), net["o"]) + net["ob"]).astype(np.float64)
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: NDArray[np.float64] = scores / scores.sum(axis=1, keepdims=True)
    return shares


def _folded(layer: Strip, kernel: Strip, bias: Strip) -> Strip:
    """A convolution of three by three, what is below zero cut off."""
    high, wide, deep = layer.shape
    padded = np.pad(layer, ((1, 1), (1, 1), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(0, 1))
    rows = windows.transpose(0, 1, 3, 4, 2).reshape(high * wide, 9 * deep)
    sums = _times(rows, kernel.reshape(9 * deep, -1)) + bias
    folded: Strip = np.maximum(sums, 0).reshape(high, wide, -1)
    return folded


def _times(rows: Strip, columns: Strip) -> Strip:
    """The product of two matrices in parts so small that the library starts no threads for them.

    On matrices of this size its threads cost twenty times what they gain.
    """
    step = max(1, _ONE_THREAD // columns.size)
    parts = [rows[start : start + step] @ columns for start in range(0, len(rows), step)]
    return np.concatenate(parts)


def _pooled(layer: Strip, rows: int, columns: int) -> Strip:
    """The largest value of each block."""
    high, wide, deep = layer.shape
    high, wide = high // rows * rows, wide // columns * columns
    blocks = layer[:high, :wide].reshape(high // rows, rows, wide // columns, columns, deep)
    largest: Strip = blocks.max(axis=(1, 3))
    return largest
