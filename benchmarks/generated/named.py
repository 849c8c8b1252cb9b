"""Sentences that name people and units: exemplars, awardees with their award, authors."""

from __future__ import annotations

from random import Random

from benchmarks.generated import initiatives, people
from benchmarks.generated.bodies import Office
from benchmarks.generated.filling import Pieces, fill
from benchmarks.generated.posts import post_in, printed
from tests.samples.marks import Piece, Who

PEOPLE_SHAPES = (
    "đồng chí {name}, {position} {workplace}", "đồng chí {name} - {position}, {workplace}",
    "đồng chí {name}, {position}, {workplace}", "đ/c {name} - {position} {workplace}",
    "ông {name}, {position} {workplace}", "đồng chí {name} ({position}, {workplace})",
)  # fmt: skip
GIVEN = (
    ("Tổng Liên đoàn Lao động Việt Nam", "Bằng Lao động sáng tạo", "Bằng Lao động sáng tạo"),
    ("Chủ tịch UBND tỉnh", "Bằng khen", "Bằng khen"), ("LĐLĐ tỉnh", "Bằng khen", "Bằng khen"),
    ("Thủ tướng Chính phủ", "Bằng khen", "Bằng khen"),
    ("Chủ tịch nước", "Huân chương Lao động hạng Ba", "Huân chương Lao động hạng Ba"),
)  # fmt: skip


class Cast:
    """Who a paper has named already: nobody is named twice in one role."""

    def __init__(self, rng: Random, office: Office) -> None:
        self.rng = rng
        self.office = office
        self.units = [u for u in office.members if u not in ("Văn phòng", "Thanh tra")]
        rng.shuffle(self.units)

    def exemplars(self) -> Pieces:
        """Good examples after `tiêu biểu`, `điển hình`."""
        rng = self.rng
        if rng.random() < 0.5 and len(self.units) > 1:
            units = [self.units.pop() for _ in range(min(len(self.units), rng.randint(2, 3)))]
            parts: list[Pieces] = [(Who(unit, "exemplar", kind="collective"),) for unit in units]
            lead = rng.choice((
                "Các đơn vị tiêu biểu trong phong trào là: ", "Tiêu biểu như: ",
                "Điển hình là các đơn vị: ", "Nổi bật trong phong trào có các điển hình như: ",
                "Tiêu biểu trong phong trào là ", "Các tập thể tiêu biểu như: ",
            ))  # fmt: skip
            return (lead, *_listed(parts, ", "), rng.choice((".", "...", ".")))
        parts = [(self._person("exemplar"),) for _ in range(rng.randint(2, 3))]
        lead = rng.choice((
            "Nhiều gương điển hình tiêu biểu như: ", "Các cá nhân tiêu biểu là ",
            "Xuất hiện nhiều điển hình tiên tiến, tiêu biểu như: ", "Điển hình như: ",
        ))  # fmt: skip
        return (lead, *_listed(parts, "; "), ".")

    def _person(self, role: str, award: str | None = None, by: str | None = None) -> Who:
        rng = self.rng
        unit = rng.choice(self.office.members)
        post, workplace, shape = printed(post_in(rng, unit), unit, rng.choice(PEOPLE_SHAPES))
        name = people.person(rng).name
        return Who(name, role, shape=shape, position=post, workplace=workplace, award=award, by=by)

    def awarded(self) -> Pieces:
        """One person or unit that got an award, as a report tells it."""
        rng = self.rng
        giver, award, name = rng.choice(GIVEN)
        verb = "tặng thưởng" if "Huân" in award else "tặng"
        shape = rng.randrange(3)
        if shape == 0 and self.units:
            unit = Who(self.units.pop(), "awardee", kind="collective", award=name, by=giver)
            return fill(f"Tập thể {{w}} được {giver} {verb} {award}.", w=unit)
        who = self._person("awardee", award=name, by=giver)
        if shape == 1:
            return fill(f"Trong đó, {{w}} được {giver} {verb} {award}.", w=who)
        return fill(f"{giver} {verb} {award} cho {{w}}.", w=who)

    def author(self) -> Pieces:
        """A titled initiative and its author."""
        rng = self.rng
        unit = rng.choice(self.office.members)
        authored = initiatives.authored(rng, people.person(rng).name, post_in(rng, unit), unit)
        return (rng.choice(("Tiêu biểu là ", "Nổi bật là ", "Trong đó có ")), *authored, ".")


def _listed(parts: list[Pieces], sign: str) -> Pieces:
    flat: list[Piece] = []
    for n, part in enumerate(parts):
        flat += [sign] if n else []
        flat += part
    return tuple(flat)
