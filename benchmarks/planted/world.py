"""The bodies and people of one province in one year, about whom a story tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.generated import people, places
from benchmarks.planted.sheet import Office


@dataclass(frozen=True)
class Person:
    """Somebody with a post and a workplace, as lists print them."""

    honorific: str
    name: str
    post: str
    workplace: str


_WORK = (
    ("Sở Y tế", ("Phó Giám đốc", "Trưởng phòng Tổ chức cán bộ", "Chuyên viên")),
    ("Sở Tài chính", ("Giám đốc", "Phó Giám đốc", "Chuyên viên")),
    ("Công ty Điện lực {p}", ("Giám đốc", "Phó Giám đốc", "Công nhân")),
    ("Bệnh viện Đa khoa tỉnh {p}", ("Giám đốc", "Bác sĩ", "Điều dưỡng")),
    ("Trường THPT {h}", ("Hiệu trưởng", "Phó Hiệu trưởng", "Giáo viên")),
    ("UBND huyện {u}", ("Chủ tịch", "Phó Chủ tịch", "Công chức")),
    ("Công ty Cổ phần {u}", ("Giám đốc", "Phó Giám đốc", "Kỹ sư")),
    ("Sở Nông nghiệp và Phát triển nông thôn", ("Phó Giám đốc", "Chuyên viên")),
    ("Công đoàn ngành Giáo dục tỉnh", ("Chủ tịch", "Phó Chủ tịch")),
)


class World:
    """A province and a year: who decides, who proposes, and numbers that never repeat."""

    def __init__(self, rng: Random, province: str, year: int, system: str) -> None:
        self.rng = rng
        self.province = province
        self.year = year
        self._next = rng.randint(20, 90)
        self._names: set[str] = set()
        self.decider, self.proposer = _offices(province, system)
        self.other = _offices(province, "committee" if system == "union" else "union")[0]

    def number(self, office: Office, code: str) -> str:
        """A number of the office that no other paper of the story has."""
        self._next += self.rng.randint(1, 9)
        if code == "CV":
            return f"{self._next}/{office.code}"
        return f"{self._next}/{code}-{office.code}"

    def day(self, month: int, first: int = 1, last: int = 28, *, later: int = 0) -> dt.date:
        """A day of the story's year, or of ``later`` years after it."""
        return dt.date(self.year + later, month, self.rng.randint(first, last))

    def people(self, count: int) -> list[Person]:
        """People whom the story has not named yet."""
        found = []
        while len(found) < count:
            one = people.person(self.rng)
            if one.name in self._names or len(one.name.split()) < 3:
                continue
            self._names.add(one.name)
            body, posts = self.rng.choice(_WORK)
            workplace = body.format(
                p=self.province, u=places.unit(self.rng), h=self.rng.choice(places.HEROES)
            )
            found.append(
                Person("Bà" if one.woman else "Ông", one.name, self.rng.choice(posts), workplace)
            )
        return found

    def groups(self, count: int) -> list[str]:
        """Bodies of the province, as lists of collectives name them."""
        found: dict[str, None] = {}
        while len(found) < count:
            found.setdefault(
                self.rng.choice(
                    (f"Công ty Cổ phần {places.unit(self.rng)}", "Sở Giao thông vận tải",
                     f"UBND huyện {places.unit(self.rng)}", "Sở Lao động - Thương binh và Xã hội",
                     f"Trường THPT {self.rng.choice(places.HEROES)}", "Báo " + self.province)
                )
            )  # fmt: skip
        return list(found)

    def named(self, office: Office) -> str:
        """A name by which papers of the province call the office."""
        return self.rng.choice(office.named)


def _offices(province: str, system: str) -> tuple[Office, Office]:
    big = province.upper()
    if system == "union":
        parent = f"LIÊN ĐOÀN LAO ĐỘNG TỈNH {big}"
        return (
            Office(("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",), parent, "LĐLĐ", province,
                   ("Liên đoàn Lao động tỉnh", "LĐLĐ tỉnh", f"Liên đoàn Lao động tỉnh {province}"),
                   ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH")),
            Office((parent,), "CÔNG ĐOÀN VIÊN CHỨC TỈNH", "CĐVC", province,
                   ("Công đoàn Viên chức tỉnh",), ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH")),
        )  # fmt: skip
    parent = f"ỦY BAN NHÂN DÂN TỈNH {big}"
    return (
        Office((), parent, "UBND", province,
               ("Ủy ban nhân dân tỉnh", "UBND tỉnh", "Chủ tịch UBND tỉnh"), ("CHỦ TỊCH",)),
        Office((parent,), "SỞ NỘI VỤ", "SNV", province, ("Sở Nội vụ",), ("GIÁM ĐỐC",)),
    )  # fmt: skip


def listed(rng: Random, members: Sequence[Person], shape: str) -> list[str]:
    """The lines of a list: numbered sentences, or a table with tabs."""
    if shape == "table":
        rows = [
            f"{i}\t{p.honorific} {p.name}\t{p.post}\t{p.workplace}"
            for i, p in enumerate(members, 1)
        ]
        return ["TT\tHọ và tên\tChức vụ\tĐơn vị công tác", *rows]
    dash = ", " if shape == "comma" else " - "
    ends = [";"] * (len(members) - 1) + ["."]
    return [
        f"{i}. {p.honorific} {p.name}, {p.post}{dash}{p.workplace}{end}"
        for (i, p), end in zip(enumerate(members, 1), ends, strict=True)
    ]
