"""Awards: their names, who confers them, and clauses that count those who got them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.generated import figures
from benchmarks.generated.filling import Pieces, fill, joined
from tests.samples.marks import Figure


@dataclass(frozen=True, slots=True)
class Award:
    """``printed`` is how it is written, ``name`` the gold's; who can get it."""

    printed: str
    name: str
    to: str  # person | collective | both
    verb: str = "tặng"


BY_GIVER = {
    "Tổng Liên đoàn Lao động Việt Nam": (
        Award("Bằng khen", "Bằng khen", "both"),
        Award("Bằng Lao động sáng tạo", "Bằng Lao động sáng tạo", "person"),
        Award("Cờ thi đua", "Cờ thi đua", "collective"),
        Award("Cờ", "Cờ", "collective"),
    ),
    "Chủ tịch nước": (
        Award(
            "Huân chương Lao động hạng Ba", "Huân chương Lao động hạng Ba", "both", "tặng thưởng"
        ),
        Award(
            "Huân chương Lao động hạng Nhì", "Huân chương Lao động hạng Nhì", "both", "tặng thưởng"
        ),
    ),
    "Thủ tướng Chính phủ": (Award("Bằng khen", "Bằng khen", "both"),),
    "Chủ tịch UBND tỉnh": (
        Award("Bằng khen", "Bằng khen", "both"),
        Award("Cờ thi đua", "Cờ thi đua", "collective"),
    ),
    "UBND tỉnh": (Award("Bằng khen", "Bằng khen", "both"), Award("bằng khen", "Bằng khen", "both")),
    "LĐLĐ tỉnh": (Award("Bằng khen", "Bằng khen", "both"), Award("Cờ", "Cờ", "collective")),
    "Ban Thường vụ LĐLĐ huyện": (Award("Giấy khen", "Giấy khen", "both"),),
    "Giám đốc Sở Nội vụ": (Award("Giấy khen", "Giấy khen", "both"),),
    "Chủ tịch UBND huyện": (
        Award("Giấy khen", "Giấy khen", "both"),
        Award("giấy khen", "Giấy khen", "both"),
    ),
}
TITLES_PERSON = (
    Award("Lao động tiên tiến", "Lao động tiên tiến", "person", "công nhận danh hiệu"),
    Award("Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cơ sở", "person", "công nhận danh hiệu"),
    Award("Chiến sỹ thi đua cơ sở", "Chiến sĩ thi đua cơ sở", "person", "công nhận danh hiệu"),
    Award(
        "Đoàn viên công đoàn xuất sắc",
        "Đoàn viên Công đoàn xuất sắc",
        "person",
        "công nhận danh hiệu",
    ),
)
TITLES_COLLECTIVE = (
    Award(
        "Tập thể lao động xuất sắc",
        "Tập thể lao động xuất sắc",
        "collective",
        "công nhận danh hiệu",
    ),
    Award(
        "Tập thể Lao động tiên tiến",
        "Tập thể lao động tiên tiến",
        "collective",
        "công nhận danh hiệu",
    ),
)


def _counts(rng: Random, award: Award, giver: str | None) -> Pieces:
    """`15 tập thể và 32 cá nhân`, or one joint count of both."""

    def one(noun: str) -> Figure:
        return figures.count(
            rng,
            noun,
            rng.choice((rng.randint(1, 9), rng.randint(10, 99), rng.randint(100, 2500))),
            award=award.name,
            by=giver,
        )

    if award.to == "collective":
        return (one(rng.choice(("tập thể", "đơn vị", "tập thể"))),)
    if award.to == "person":
        return (one("cá nhân"),)
    shape = rng.random()
    if shape < 0.1:
        return (one(rng.choice(("tập thể và cá nhân", "tập thể, cá nhân"))),)
    return joined([(one("tập thể"),), (one("cá nhân"),)], rng)


def clause(rng: Random) -> Pieces:
    """One or two awards of a giver, with counts."""
    giver = rng.choice(tuple(BY_GIVER))
    choice = BY_GIVER[giver]
    award = rng.choice(choice)
    counts = _counts(rng, award, giver)
    shape = rng.randrange(7)
    if shape == 6 and award.to == "both" and award.verb == "tặng":
        pair = Award("Cờ và Bằng khen", "Cờ và Bằng khen", "both")
        return fill(f"{giver} tặng {pair.printed} cho {{c}}", c=_counts(rng, pair, giver))
    if shape == 0:
        return fill(f"{{c}} được {giver} {award.verb} {award.printed}", c=counts)
    if shape == 1 and len(choice) > 1:
        first, second = rng.sample(choice, 2)
        return (
            f"{giver} tặng {first.printed} cho ",
            *_counts(rng, first, giver),
            f", tặng {second.printed} cho ",
            *_counts(rng, second, giver),
        )
    if shape == 2 and "của" not in award.printed:
        return fill(f"{{c}} được tặng {award.printed} của {giver}", c=counts)
    verb = rng.choice((award.verb, f"đã {award.verb}"))
    return fill(f"{giver} {verb} {award.printed} cho {{c}}", c=counts)


def sentence(rng: Random) -> Pieces:
    """Who was given what, in one or several clauses."""
    shape = rng.randrange(5)
    if shape == 0:
        award = rng.choice((*TITLES_PERSON, *TITLES_COLLECTIVE))
        noun = "cá nhân" if award.to == "person" else "tập thể"
        figure = figures.count(rng, noun, None, qualified=0.2, award=award.name)
        return fill(f"Có {{c}} đạt danh hiệu {award.printed}.", c=figure)
    if shape == 1:
        return ("Kết quả khen thưởng: ", *clause(rng), "; ", *clause(rng), ".")
    if shape == 2:
        return (
            "Trong phong trào đã có nhiều tập thể, cá nhân được khen thưởng (",
            *clause(rng),
            "; ",
            *clause(rng),
            ").",
        )
    lead = rng.choice(("", "Trong năm, ", "Qua phong trào, ", "Tại hội nghị, "))
    return (lead, *clause(rng), ".") if lead else (*clause(rng), ".")
