"""What an office is to the generator: head lines, code, signature stacks, what it confers."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Literal

from benchmarks.generated import places

System = Literal["state", "party"]
Stack = tuple[str | None, str]  # authority line(s) joined by a blank, post of the signer

DEPUTY_OF = {
    "CHỦ TỊCH": "PHÓ CHỦ TỊCH",
    "GIÁM ĐỐC": "PHÓ GIÁM ĐỐC",
    "BÍ THƯ": "PHÓ BÍ THƯ",
    "HIỆU TRƯỞNG": "PHÓ HIỆU TRƯỞNG",
    "TỔNG GIÁM ĐỐC": "PHÓ TỔNG GIÁM ĐỐC",
    "BỘ TRƯỞNG": "THỨ TRƯỞNG",
    "TRƯỞNG PHÒNG": "PHÓ TRƯỞNG PHÒNG",
    "TRƯỞNG BAN": "PHÓ TRƯỞNG BAN",
    "THỦ TƯỚNG": "PHÓ THỦ TƯỚNG",
}


@dataclass(frozen=True, slots=True)
class Office:
    """Who writes.

    ``parent`` and ``issuer`` are head lines; ``name`` stands in running text, ``giver`` is who
    confers its awards, ``above`` whom it writes to.  ``code`` is the issuer's part of symbols.
    """

    kind: str
    parent: tuple[str, ...]
    issuer: tuple[str, ...]
    code: str
    place: str
    name: str
    giver: str
    stacks: tuple[Stack, ...]
    above: str = ""
    above_code: str = ""
    units: tuple[str, ...] = ("TH", "HC", "NV")
    members: tuple[str, ...] = ()  # units below it, as printed in lists
    receivers: tuple[str, ...] = ()
    system: System = "state"
    award: str = "Giấy khen"
    types: tuple[str, ...] = field(default=())


def deputies(authority: str | None, head: str) -> tuple[Stack, ...]:
    """The head signs, or a deputy for the head."""
    second = f"KT. {head}"
    both = second if authority is None else f"{authority} {second}"
    return ((authority, head), (both, DEPUTY_OF.get(head, f"PHÓ {head}")))


def wrapped(rng: Random, *parts: str) -> tuple[str, ...]:
    """Head lines: the parts one a line, or on one line."""
    return parts if rng.random() < 0.55 else (" ".join(parts),)


def unit_names(rng: Random, count: int) -> list[str]:
    """Different names of units."""
    names: dict[str, None] = {}
    while len(names) < count:
        names[places.unit(rng)] = None
    return list(names)


def committee(kind: str) -> str:
    """The party committee of a unit of this kind."""
    return {"huyện": "Huyện ủy", "thị xã": "Thị ủy", "thành phố": "Thành ủy"}.get(kind, "Đảng ủy")


def in_small(capitals: str) -> str:
    """A body in capitals as running text writes it."""
    words = [
        w if w in ("THPT", "THCS", "TNHH", "UBND", "LĐLĐ", "CĐCS") else w.capitalize()
        for w in capitals.split()
    ]
    text = " ".join(words)
    for old, new in (
        ("Công Ty Cổ Phần", "Công ty Cổ phần"),
        ("Công Ty Tnhh", "Công ty TNHH"),
        ("Công Ty TNHH Một Thành Viên", "Công ty TNHH một thành viên"),
        ("Công Ty TNHH", "Công ty TNHH"),
        ("Tổng Công Ty", "Tổng công ty"),
        ("Bệnh Viện Đa Khoa", "Bệnh viện Đa khoa"),
        ("Trung Tâm Y Tế", "Trung tâm Y tế"),
        ("Hội Liên Hiệp Phụ Nữ", "Hội Liên hiệp Phụ nữ"),
        ("Hội Nông Dân", "Hội Nông dân"),
        ("Hội Cựu Chiến Binh", "Hội Cựu chiến binh"),
        ("Hội Chữ Thập Đỏ", "Hội Chữ thập đỏ"),
        ("Hội Khuyến Học", "Hội Khuyến học"),
        ("Sở Giáo Dục Và Đào Tạo", "Sở Giáo dục và Đào tạo"),
        ("UBND Huyện", "UBND huyện"),
        ("UBND Tỉnh", "UBND tỉnh"),
        ("Cơ Điện", "Cơ điện"),
        ("Xây Dựng", "Xây dựng"),
        ("Đường Sắt", "Đường sắt"),
        ("Cao Su", "Cao su"),
        ("Cấp Nước", "Cấp nước"),
        ("Dược Phẩm", "Dược phẩm"),
    ):
        text = text.replace(old, new)
    return text
