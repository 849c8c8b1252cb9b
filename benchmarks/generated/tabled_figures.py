"""Tables of counts by unit, with or without a line of totals."""

from __future__ import annotations

from random import Random

from benchmarks.generated.bodies import Office
from benchmarks.generated.filling import Pieces
from benchmarks.generated.numbers import dots
from tests.samples.marks import Figure
from tests.samples.sample import Grid

MEASURES = (
    ("Số sáng kiến", "sáng kiến"), ("Số đoàn viên tham gia", "đoàn viên tham gia"),
    ("Số lớp tập huấn", "lớp tập huấn"), ("Số đề tài", "đề tài"), ("Số hội nghị", "hội nghị"),
    ("Số hồ sơ", "hồ sơ"), ("Số lượt người", "lượt người"), ("Số suất quà", "suất quà"),
)  # fmt: skip


def figure_table(rng: Random, office: Office) -> Grid:
    """Counts of two measures for some units of an office."""
    measures = rng.sample(MEASURES, rng.choice((1, 2, 2, 3)))
    units = rng.sample(office.members, min(len(office.members), rng.randint(3, 5)))
    with_total = rng.random() < 0.7
    role = "part" if with_total else "result"
    columns = (rng.choice(("STT", "TT")), rng.choice(("Đơn vị", "Tên đơn vị")))
    sums = [0] * len(measures)
    rows: list[tuple[Pieces, ...]] = []
    for n, unit in enumerate(units, 1):
        cells: list[Pieces] = []
        for at, (_, noun) in enumerate(measures):
            value = rng.choice((rng.randint(1, 9), rng.randint(10, 99), rng.randint(100, 4000)))
            sums[at] += value
            cells.append((Figure(dots(value), value, noun, role=role),))
        rows.append(((str(n),), (unit,), *cells))
    if with_total:
        totals = [
            (Figure(dots(s), s, m[1], role="total"),) for s, m in zip(sums, measures, strict=True)
        ]
        rows.append(((), (rng.choice(("Tổng cộng", "Tổng", "Cộng", "TỔNG CỘNG")),), *totals))
    share = 0.55 / len(measures)
    return Grid(
        (*columns, *(m[0] for m in measures)), tuple(rows), (0.1, 0.35, *(share for _ in measures))
    )
