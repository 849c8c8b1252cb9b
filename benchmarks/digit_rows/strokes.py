"""Figures as strokes of a pen: several ways to write each, bent and slanted by an invented hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Random = np.random.Generator

# Strokes parted by |, each the points that it passes, in hundredths of the figure's box: the 7 with
# a bar, the 1 with a long flag and the open 4 are what clerks write in Viet Nam.
_FORMS: dict[int, tuple[str, ...]] = {
    0: (
        "60,2 20,12 2,50 20,90 55,98 92,70 95,35 75,5 50,3",
        "75,10 40,0 8,30 5,70 35,100 75,85 97,45 85,10 55,8 40,20",
        "50,0 10,20 0,60 30,100 70,95 100,55 90,15 50,0",
        "45,5 10,35 10,80 45,100 85,75 95,30 70,0 35,10 30,25",
    ),
    1: (
        "50,0 50,50 48,100",
        "30,20 55,0 | 55,0 53,50 50,100",
        "10,45 35,25 60,0 | 60,0 55,50 45,100",
        "0,55 35,30 70,0 | 70,0 60,50 50,100",
        "25,20 50,0 | 50,0 50,100 | 20,100 80,100",
        "62,0 50,50 35,100",
        "5,40 40,28 65,2 | 65,2 50,55 35,100",
        "-35,80 15,45 70,0 | 70,0 55,50 40,100",
        "-20,55 25,35 75,-2 | 75,-2 50,55 30,102",
        "-50,70 10,40 80,0 | 80,0 60,50 45,100",
        "-10,75 30,40 60,2 | 60,2 55,50 50,100",
        "-30,60 20,42 62,5 60,0 50,50 38,100",
    ),
    2: (
        "8,25 25,3 65,0 88,22 75,50 40,75 5,98 | 5,98 50,95 98,98",
        "10,30 20,5 60,0 85,20 75,50 45,80 15,97 2,88 15,78 40,88 65,100 95,92",
        "5,20 30,0 75,5 85,30 60,60 20,90 5,100 35,90 70,98 100,85",
        "10,15 50,0 85,15 75,45 40,75 10,100 | 10,100 50,100 90,97",
        "20,35 10,20 30,2 70,2 90,25 70,55 30,85 10,95 25,80 55,95 105,100",
    ),
    3: (
        "10,10 50,0 85,15 75,40 40,48 | 40,48 80,55 95,78 60,100 10,93",
        "10,2 50,2 90,2 65,22 42,42 | 42,42 80,48 92,75 60,100 5,92",
        "15,15 45,0 80,10 75,35 35,47 75,52 95,75 60,100 20,98 3,85",
        "20,5 70,0 80,20 50,45 40,50 80,60 80,85 40,100 0,95",
        "10,20 30,2 75,2 85,25 55,45 45,42 40,50 60,50 95,65 85,92 50,100 0,90",
    ),
    4: (
        "40,0 20,35 3,65 | 3,65 50,63 100,60 | 65,30 63,65 60,100",
        "65,0 35,35 0,70 | 0,70 50,68 100,66 | 65,0 65,50 63,100",
        "15,0 10,30 8,52 | 8,52 50,50 95,48 | 75,0 72,50 68,100",
        "30,2 15,30 5,55 30,58 95,50 | 75,15 65,60 55,100",
        "50,0 25,30 5,60 40,58 95,55 | 70,25 60,65 50,100",
        "35,0 20,30 0,62 | 0,62 40,55 90,50 | 85,5 65,50 45,100",
        "40,10 15,50 0,72 | 0,72 40,60 100,50 | 95,0 70,50 40,110",
        "30,10 5,55 35,60 95,48 | 100,-10 75,50 50,105",
    ),
    5: (
        "85,3 50,3 20,5 | 20,5 17,25 12,45 | 12,45 50,35 88,50 90,80 50,100 5,92",
        "25,10 20,30 15,45 50,38 85,55 85,82 50,100 5,95 | 25,8 60,5 100,0",
        "20,20 20,45 60,45 80,65 65,92 30,100 0,90 | 20,15 60,10 110,5",
        "95,0 60,5 30,8 25,25 20,42 55,40 85,60 70,90 30,100 0,90",
        "30,18 25,42 55,45 75,62 65,88 30,100 2,88 | 35,2 70,0 110,-2",
    ),
    6: (
        "75,0 35,20 10,55 10,85 45,100 85,85 85,60 50,50 20,62 10,75",
        "60,0 25,30 5,65 15,95 55,100 90,80 75,55 40,55 12,75",
        "40,0 15,35 5,70 25,98 65,98 88,75 65,55 30,62 15,80",
        "85,8 55,0 20,30 3,65 20,97 60,100 90,78 70,55 35,58 10,78",
        "30,0 12,40 5,80 35,100 75,90 80,65 50,60 15,80",
    ),
    7: (
        "5,5 50,5 95,2 | 95,2 65,45 40,100",
        "5,8 50,5 95,2 | 95,2 65,45 40,100 | 30,50 60,48 95,45",
        "5,22 8,5 | 8,5 50,8 95,0 | 95,0 65,45 45,100 | 25,50 60,47 95,45",
        "0,15 20,2 50,10 90,2 | 90,2 60,50 45,100 | 20,52 55,48 90,48",
        "0,20 20,5 50,12 95,5 70,40 50,70 42,100",
        "5,10 50,6 85,5 | 85,5 70,50 60,100 | 35,52 65,50 105,46",
        "0,2 40,4 80,2 68,50 62,100",
        "0,12 25,3 60,7 110,0 | 72,6 60,50 50,100 | 30,50 60,47 95,47",
    ),
    8: (
        "80,12 50,0 18,15 25,38 70,58 85,82 50,100 12,85 25,60 70,40 85,18 70,5",
        "90,8 55,0 20,15 30,40 65,55 75,82 40,100 8,82 30,58 65,35 95,5",
        "50,48 20,35 20,10 50,0 80,12 75,35 50,48 15,65 15,90 50,100 88,88 80,62 50,48",
        "85,20 60,0 25,10 25,35 60,50 70,75 45,100 10,90 15,65 50,48 80,25 80,10",
    ),
    9: (
        "85,20 55,0 15,12 10,38 40,50 75,40 88,15 | 88,15 80,60 70,100",
        "85,15 50,0 15,15 15,42 50,50 85,30 | 87,10 85,60 60,95 10,95",
        "80,25 70,3 30,2 10,25 25,48 60,42 85,12 82,50 60,88 20,100",
        "90,5 45,0 10,20 20,45 60,42 88,8 75,55 55,100",
        "80,10 45,2 12,20 22,42 55,40 85,10 85,60 65,95 25,105 5,85 35,75",
    ),
}
_STEPS = 10  # points of a curve between two that are given


def _strokes(form: str) -> tuple[Points, ...]:
    return tuple(
        np.array([[int(number) / 100 for number in point.split(",")] for point in stroke.split()])
        for stroke in form.split("|")
    )


_WAYS = {figure: tuple(_strokes(form) for form in forms) for figure, forms in _FORMS.items()}


@dataclass(frozen=True, slots=True)
class Hand:
    """A way of writing: slant, width and gap by the height, pen, unsteadiness, form of figures."""

    slant: float
    wide: float
    gap: float
    pen: float
    unsteady: float
    tilt: float
    forms: dict[int, int]
    keeps_forms: bool

    @classmethod
    def invented(cls, random: Random) -> Hand:
        """Any hand."""
        return cls(
            slant=random.normal(0.12, 0.18),
            wide=random.uniform(0.42, 0.8),
            gap=random.uniform(-0.08, 0.35),
            pen=random.uniform(0.05, 0.19),
            unsteady=random.uniform(0.015, 0.05),
            tilt=random.normal(0, 0.05),
            forms={figure: int(random.integers(len(ways))) for figure, ways in _WAYS.items()},
            keeps_forms=bool(random.random() < 0.5),
        )

    def write(
        self, figures: list[int], height: float, random: Random
    ) -> tuple[list[Points], float]:
        """Strokes of a row in pixels, from (0, 0) on its baseline, and how long the row is."""
        strokes: list[Points] = []
        x, climb = 0.0, random.normal(0, 0.06)
        for number, figure in enumerate(figures):
            own = self._figure(figure, random)
            left = min(stroke[:, 0].min() for stroke in own)
            share, shift = random.uniform(0.85, 1.15), random.normal(0, 0.05) + climb * number
            own = [
                np.stack(((stroke[:, 0] - left) * share, (stroke[:, 1] - 1) * share + shift), 1)
                for stroke in own
            ]
            strokes.extend(stroke + np.array([x, 0.0]) for stroke in own)
            gap = max(-0.15, self.gap + random.normal(0, 0.06))
            x += max(stroke[:, 0].max() for stroke in own) + gap + 0.04
        return [stroke * height for stroke in strokes], x * height

    def _figure(self, figure: int, random: Random) -> list[Points]:
        """Strokes of one figure, its height 1."""
        ways = _WAYS[figure]
        is_other = not self.keeps_forms and random.random() < 0.4
        way = ways[int(random.integers(len(ways))) if is_other else self.forms[figure]]
        wide = self.wide * random.uniform(0.85, 1.15) * (0.55 if figure == 1 else 1.0)
        share = random.uniform(0.92, 1.08, 2)
        angle = random.normal(0, 0.06) + self.tilt
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        phase, bend = random.uniform(0, 2 * np.pi, 2), random.uniform(0, 0.05)
        found = []
        for stroke in way:
            points = stroke + random.normal(0, self.unsteady, stroke.shape)
            points = _curve(points + random.normal(0, 0.6 * self.unsteady, 2))
            points = points + bend * np.sin(4 * points[:, ::-1] + phase)
            points = (points - 0.5) * share @ turn.T + 0.5
            across = points[:, 0] * wide + (0.5 - points[:, 1]) * self.slant
            found.append(np.stack((across, points[:, 1]), 1))
        return found


def _curve(points: Points) -> Points:
    """A smooth curve through the points (Catmull-Rom)."""
    if len(points) == 2:
        along = np.linspace(0, 1, _STEPS)[:, None]
        return np.asarray(points[0] * (1 - along) + points[1] * along)
    ends = np.vstack((2 * points[0] - points[1], points, 2 * points[-1] - points[-2]))
    t = np.linspace(0, 1, _STEPS, endpoint=False)[:, None]
    parts: list[Any] = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        third = -a + 3 * b - 3 * c + d
        parts.append(
            0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + third * t**3)
        )
    return np.vstack((*parts, points[-1:]))
