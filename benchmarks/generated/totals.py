"""Sentences with a total and its parts, a ratio, or a new total, each figure with its gold."""

from __future__ import annotations

from random import Random

from benchmarks.generated import figures, numbers
from benchmarks.generated.filling import Pieces, fill, joined, some
from tests.samples.marks import Figure


def breakdown(rng: Random) -> Pieces:
    """A total and its parts."""
    noun = rng.choice((*figures.RESULTS, "đoàn viên", "tập thể", "cá nhân", "hồ sơ"))
    items: list[Pieces]
    parts = [rng.randint(2, 900) for _ in range(rng.choice((2, 2, 3)))]
    whole = figures.count(rng, noun, sum(parts), "total")
    shape = rng.randrange(4)
    if shape == 0:
        kinds = some(
            rng, ("cấp tỉnh", "cấp cơ sở", "cấp ngành", "cấp huyện"), len(parts), len(parts)
        )
        items = [
            (figures.count(rng, noun, n, "part"), f" {k}")
            for n, k in zip(parts, kinds, strict=True)
        ]
        lead = rng.choice((", trong đó có ", ", trong đó ", "; trong đó: ", ", gồm "))
    elif shape == 1:
        names = some(rng, figures.GROUPS, len(parts), len(parts))
        items = [
            (f"{k} có ", figures.count(rng, noun, n, "part"))
            for n, k in zip(parts, names, strict=True)
        ]
        lead = rng.choice((", trong đó ", " (trong đó ", ", trong đó: "))
    elif shape == 2:
        names = some(rng, figures.GROUPS, len(parts), len(parts))
        items = [
            (f"{k} ", Figure(numbers.shown(rng, n), n, noun, role="part"))
            for n, k in zip(parts, names, strict=True)
        ]
        lead = rng.choice((", trong đó ", " (trong đó: ", ", trong đó: "))
    else:
        part, *_ = parts
        items = [
            (
                figures.count(rng, noun, part, "part"),
                rng.choice((" được áp dụng rộng rãi", " được công nhận")),
            )
        ]
        lead = ", trong đó có "
    close = ")." if "(" in lead else "."
    opening = rng.choice(
        ("Toàn {where} có ", "Trong kỳ đã có ", "Kết quả, có ", "Đã ghi nhận ", "Tổng số có ")
    ).format(where=rng.choice(("tỉnh", "huyện", "ngành")))
    return (opening, whole, lead, *joined(items, rng), close)


def ratio(rng: Random) -> Pieces:
    """`68/70 CĐCS (đạt 97,1%)`."""
    noun = rng.choice(figures.COLLECTIVES)
    of = rng.randint(5, 400)
    n = of if rng.random() < 0.3 else rng.randint(max(1, of // 2), of - 1)
    role = "part" if n < of else "result"
    first = Figure(f"{numbers.dots(n)}/{numbers.dots(of)} {noun}", n, noun, role=role, of=of)
    value = round(n / of * 100, 1)
    share = Figure(f"{numbers.decimal(value)}%", value, noun, "percent", role=role)
    return fill(
        rng.choice(
            (
                "Có {a} tổ chức hội nghị cán bộ, công chức, đạt {b}.",
                "Đến nay {a} đã ký giao ước thi đua (đạt {b}).",
                "Có {a} hoàn thành nhiệm vụ, chiếm tỷ lệ {b}.",
                "{a} đã hoàn thành việc sơ kết ({b}).",
                "Có {a} xây dựng quy chế phối hợp.",
            )
        ),
        a=first,
        b=share,
    )


def raised(rng: Random) -> Pieces:
    """A new total that an increase leads to."""
    noun = rng.choice(("đoàn viên", "hội viên", "công đoàn cơ sở"))
    return fill(
        "Kết nạp mới {a}, nâng tổng số lên {b}.",
        a=figures.count(rng, noun, rng.randint(10, 900)),
        b=figures.count(rng, noun, rng.randint(1000, 60000), "total"),
    )


def remaining(rng: Random) -> Pieces:
    """A total, one part and the rest."""
    one, two = rng.randint(3, 90), rng.randint(3, 90)
    noun = rng.choice(("đơn vị", "công đoàn cơ sở", "tập thể"))
    return fill(
        "Tổng số có {w}, trong đó {a} thuộc khối hành chính, còn lại {b} thuộc khối doanh nghiệp.",
        w=figures.count(rng, noun, one + two, "total"),
        a=figures.count(rng, noun, one, "part"),
        b=figures.count(rng, noun, two, "part"),
    )
