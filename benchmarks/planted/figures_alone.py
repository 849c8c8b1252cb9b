"""Sentences and tables with figures, right or wrong among themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from benchmarks.generated.numbers import decimal, dots
from benchmarks.planted.words import amount_in_words

_FIELDS = ("y tế", "nông nghiệp", "công nghệ thông tin", "giáo dục", "xây dựng", "giao thông")
_UNITS = (
    "Công đoàn Viên chức", "Công đoàn ngành Y tế", "LĐLĐ huyện Tân Khê", "LĐLĐ huyện Phú Lộc",
    "LĐLĐ thị xã Đông Hải", "CĐCS Công ty Cổ phần Bình Minh",
)  # fmt: skip


def _slip(rng: Random, value: int) -> int:
    return value + rng.choice((-2, -1, 1, 2, 3)) if value > 3 else value + rng.choice((1, 2, 3))


def _parts(rng: Random) -> tuple[list[int], list[str]]:
    fields = rng.sample(_FIELDS, rng.randint(3, 4))
    return [rng.randint(2, 40) for _ in fields], fields


def breakdown_sum(rng: Random, wrong: bool) -> list[str]:
    """`có 12 sáng kiến: lĩnh vực y tế có 05, ...`."""
    parts, fields = _parts(rng)
    total = sum(parts)
    printed = dots(_slip(rng, total) if wrong else total)
    if rng.random() < 0.5:
        told = [f"{name} {dots(n)}" for n, name in zip(parts, fields, strict=True)]
        return [
            f"Toàn huyện có {printed} sáng kiến được công nhận: lĩnh vực "
            f"{told[0].replace(fields[0], f'{fields[0]} có', 1)}, {', '.join(told[1:])}."
        ]
    told = [f"{dots(n)} sáng kiến lĩnh vực {name}" for n, name in zip(parts, fields, strict=True)]
    return [f"Toàn huyện có {printed} sáng kiến được công nhận, gồm: {', '.join(told)}."]


def part_le_whole(rng: Random, wrong: bool) -> list[str]:
    """`có 12 cá nhân ..., trong đó có 5 cá nhân là nữ`."""
    whole = rng.randint(12, 90)
    part = whole + rng.randint(1, 9) if wrong else rng.randint(2, whole)
    noun = rng.choice(("cá nhân", "đoàn viên", "người"))
    return [f"Có {whole} {noun} được biểu dương, trong đó có {part} {noun} là nữ."]


def percent_of_total(rng: Random, wrong: bool) -> list[str]:
    """`35/70 công đoàn cơ sở ..., chiếm 50%`."""
    whole = rng.randint(40, 300)
    part = rng.randint(whole // 3, whole - 2)
    share = part * 100 / whole
    printed = decimal(round(share + (rng.choice((-1, 1)) * rng.uniform(1.5, 9) if wrong else 0), 1))
    verb = rng.choice(("chiếm", "đạt tỷ lệ", "đạt"))
    return [f"Có {part}/{whole} công đoàn cơ sở ký thỏa ước lao động tập thể, {verb} {printed}%."]


def percent_of_target(rng: Random, wrong: bool) -> list[str]:
    """`696 sáng kiến ..., đạt 28% kế hoạch`, with the target told before."""
    target = rng.randint(10, 60) * 50
    result = rng.randint(target // 4, target - 10)
    share = result * 100 / target
    printed = decimal(round(share + (rng.choice((-1, 1)) * rng.uniform(1.5, 9) if wrong else 0), 1))
    return [
        f"Chỉ tiêu của huyện là {dots(target)} sáng kiến. Đến nay toàn huyện có "
        f"{dots(result)} sáng kiến đăng ký, đạt {printed}% so với chỉ tiêu."
    ]


def amount_words(rng: Random, wrong: bool) -> list[str]:
    """An amount in digits and, in brackets, in words."""
    value = rng.randint(11, 900) * 100_000
    said = value + rng.choice((-100_000, 100_000, 1_000_000, 9_000_000)) if wrong else value
    return [f"Tổng số tiền thưởng là {dots(value)} đồng (Bằng chữ: {amount_in_words(said)})."]


def amount_product(rng: Random, wrong: bool) -> list[str]:
    """A price, a number, and the sum of both."""
    count, price = rng.randint(2, 40), rng.randint(3, 40) * 100_000
    total = count * price + (rng.choice((-1, 1, 2)) * 100_000 if wrong else 0)
    return [f"Thưởng cho {count:02} cá nhân đạt giải hội thi.",
            f"Mức thưởng: {dots(price)} đồng/cá nhân.",
            f"Tổng số tiền thưởng: {dots(total)} đồng."]  # fmt: skip


def table_total(rng: Random, wrong: bool) -> list[str]:
    """A table with a sum row."""
    names = rng.sample(_UNITS, rng.randint(3, 5))
    rows = [(name, rng.randint(2, 90), rng.randint(2, 90)) for name in names]
    sums = [sum(row[1] for row in rows), sum(row[2] for row in rows)]
    if wrong:
        at = rng.randrange(2)
        sums[at] = _slip(rng, sums[at])
    lines = ["TT\tĐơn vị\tSố sáng kiến\tSố đề tài",
             *(f"{i}\t{n}\t{a}\t{b}" for i, (n, a, b) in enumerate(rows, 1)),
             f"\tTổng cộng\t{sums[0]}\t{sums[1]}"]  # fmt: skip
    return ["Kết quả cụ thể của các đơn vị như sau:", "\n".join(lines)]


def table_vs_text(rng: Random, wrong: bool) -> list[str]:
    """Cells of three counts, and the sentence that sums them up."""
    names = rng.sample(_UNITS, 3)
    rows = [(rng.randint(2, 9), rng.randint(20, 60), rng.randint(61, 90)) for _ in names]
    sums = [sum(row[i] for row in rows) for i in range(3)]
    if wrong:
        sums[rng.choice((1, 2))] += rng.randint(5, 60)
    lines = ["TT\tĐơn vị\tKết quả",
             *(f"{i}\t{n}\t{'/'.join(f'{v:02}' for v in row)}"
               for i, (n, row) in enumerate(zip(names, rows, strict=True), 1))]  # fmt: skip
    return [f"Toàn huyện tiếp nhận {sums[0]} hồ sơ/{sums[1]} hồ sơ/{sums[2]} hồ sơ, cụ thể:",
            "\n".join(lines)]  # fmt: skip


SENTENCES: Mapping[str, Callable[[Random, bool], list[str]]] = {
    "breakdown_sum": breakdown_sum, "part_le_whole": part_le_whole,
    "percent_of_total": percent_of_total, "percent_of_target": percent_of_target,
    "amount_in_words": amount_words, "amount_product": amount_product,
    "table_total": table_total, "table_vs_text": table_vs_text,
}  # fmt: skip
