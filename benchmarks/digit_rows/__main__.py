"""``python -m benchmarks.digit_rows``: how well figures are read; ``--train`` learns anew."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

import pipeline.read
from benchmarks.digit_rows.draw import PRINT, draw
from pipeline.read.ocr.digit_net import likelihoods, look_at

WEIGHTS = Path(pipeline.read.__file__).parent / "ocr" / "digit_net.npz"
_STEPS = (0.0, 0.3, 0.5, 0.7, 0.9)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the share of rows read right, of those at least so probable."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.digit_rows", description=__doc__)
    parser.add_argument("--rows", type=int, default=2_000, help="rows drawn to be read")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--train", type=float, metavar="MINUTES", help="learn first, and keep it")
    options = parser.parse_args(arguments)
    if options.train:
        from benchmarks.digit_rows.train import train

        train(options.train, options.seed + 1, WEIGHTS, lambda line: print(line, file=sys.stderr))
    for least, share, right in measure(options.rows, options.seed):
        print(f"probability >= {least:.1f}: {share:6.1%} of the rows, {right:6.2%} of them right")
    return 0


def measure(rows: int, seed: int) -> list[tuple[float, float, float]]:
    """Of drawn rows: a probability, the share read with that at least, how many of it right."""
    random = np.random.default_rng(seed)
    found: list[tuple[float, bool]] = []
    while len(found) < rows:
        drawn = draw(random)
        printed = "".join(str(sign) for sign in drawn.signs if sign != PRINT)
        if not printed:
            continue
        grey = np.round((1 - drawn.strip[:, : drawn.long]) * 255).astype(np.uint8)
        seen = look_at(grey)
        read = seen.row().figures or ""
        probable = float(np.exp(likelihoods([seen], [read])[0, 0])) if read else 0.0
        found.append((probable, read == printed))
    result = []
    for least in _STEPS:
        kept = [is_right for probable, is_right in found if probable >= least]
        result.append((least, len(kept) / rows, sum(kept) / max(1, len(kept))))
    return result


if __name__ == "__main__":
    raise SystemExit(main())
