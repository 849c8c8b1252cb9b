"""Trains the net for figures on drawn rows; needs `pip install jax optax` as nothing else does."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.digit_rows.draw import PRINT, Drawn, draw

WIDTHS = (8, 16, 24, 40)
HIDDEN = 72
_POOLED = ((2, 2), (2, 1), (2, 1), (1, 1))
_NOTHING = PRINT + 1
_ROWS = 5  # of the last convolution
_BATCH = 40
_MOST_SIGNS = 8
_RATE = 2e-3


def train(
    minutes: float, seed: int, target: Path, progress: Callable[[str], None], rows: int = 200_000
) -> None:
    """Draw rows, learn from them for some minutes, and write the weights.

    :param target: the file that ``pipeline.read.ocr.digit_net`` loads
    """
    jax: Any = import_module("jax")
    optax: Any = import_module("optax")
    random = np.random.default_rng(seed)
    strips, signs, long = _drawn([draw(random) for _ in range(rows)])
    weights = _first(random)
    rule = optax.chain(
        optax.clip_by_global_norm(5.0), optax.scale_by_adam(), optax.add_decayed_weights(1e-4)
    )
    state = rule.init(weights)

    def loss(weights: Any, strips: Any, signs: Any, long: Any, key: Any) -> Any:
        scores = _scores(jax, weights, strips, key)
        places = jax.numpy.arange(scores.shape[1])[None] >= ((long + 1) // 2)[:, None]
        absent = (signs < 0).astype("float32")
        return optax.ctc_loss(
            scores, places.astype("float32"), jax.numpy.maximum(signs, 0), absent, _NOTHING
        ).mean()

    @jax.jit
    def step(weights: Any, state: Any, batch: Any, key: Any, rate: float) -> Any:
        value, slope = jax.value_and_grad(loss)(weights, *batch, key)
        update, state = rule.update(slope, state, weights)
        moved = jax.tree.map(lambda old, by: old - rate * by, weights, update)
        return moved, state, value

    key, start, count = jax.random.PRNGKey(seed), time.monotonic(), 0
    while (done := (time.monotonic() - start) / (60 * minutes)) < 1:
        chosen = random.integers(0, rows, _BATCH)
        shade = random.uniform(0.7, 1.4)
        batch = (strips[chosen].astype(np.float32) / 255) ** shade, signs[chosen], long[chosen]
        key, own = jax.random.split(key)
        rate = _RATE * min(1, (count + 1) / 200) * (0.51 + 0.49 * np.cos(np.pi * done))
        weights, state, value = step(weights, state, batch, own, rate)
        count += 1
        if count % 100 == 0:
            progress(f"{count} steps, loss {float(value):.3f}")
    np.savez_compressed(
        target, **{name: np.asarray(value, np.float16) for name, value in weights.items()}
    )


def _drawn(rows: list[Drawn]) -> tuple[Any, Any, Any]:
    strips = np.stack([(row.strip * 255).astype(np.uint8) for row in rows])
    signs = np.full((len(rows), _MOST_SIGNS), -1, np.int32)
    for line, row in zip(signs, rows, strict=True):
        line[: len(row.signs)] = row.signs
    return strips, signs, np.array([row.long for row in rows], np.int32)


def _first(random: np.random.Generator) -> dict[str, Any]:
    """Weights before anything is learned."""

    def drawn(*shape: int, share: float = 2.0) -> Any:
        inputs = int(np.prod(shape[:-1]))
        return random.normal(0, (share / inputs) ** 0.5, shape).astype(np.float32)

    weights: dict[str, Any] = {}
    before = 1
    for number, wide in enumerate(WIDTHS):
        weights[f"c{number}"] = drawn(3, 3, before, wide)
        weights[f"b{number}"] = np.zeros(wide, np.float32)
        before = wide
    weights["d"], weights["db"] = drawn(3, before * _ROWS, HIDDEN), np.zeros(HIDDEN, np.float32)
    classes = _NOTHING + 1
    weights["o"] = drawn(HIDDEN, classes, share=1.0)
    weights["ob"] = np.zeros(classes, np.float32)
    return weights


def _scores(jax: Any, weights: Any, strips: Any, key: Any) -> Any:
    """The net of ``pipeline.read.ocr.digit_net``, a fifth of what its last layer sees left out."""
    numpy, lax = jax.numpy, jax.lax
    layer = strips[..., None]
    for number, (rows, columns) in enumerate(_POOLED):
        layer = lax.conv_general_dilated(
            layer, weights[f"c{number}"], (1, 1), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC")
        )
        layer = jax.nn.relu(layer + weights[f"b{number}"])
        window = (1, rows, columns, 1)
        layer = lax.reduce_window(layer, -numpy.inf, lax.max, window, window, "VALID")
    count, high, wide, deep = layer.shape
    along = layer.transpose(0, 2, 1, 3).reshape(count, wide, high * deep)
    along = along * jax.random.bernoulli(key, 0.8, along.shape) / 0.8
    hidden = lax.conv_general_dilated(
        along, weights["d"], (1,), "SAME", dimension_numbers=("NWC", "WIO", "NWC")
    )
    return jax.nn.relu(hidden + weights["db"]) @ weights["o"] + weights["ob"]
