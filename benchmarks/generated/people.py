"""Invented people: names of the peoples of Vietnam, honorifics, posts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

SURNAMES = Path(__file__).parents[2] / "rules" / "lexicons" / "surnames.tsv"
WEIGHTS = {"1": 60, "2": 14, "3": 3}

MIDDLE_M = [
    "Văn",
    "Hữu",
    "Đức",
    "Đình",
    "Xuân",
    "Ngọc",
    "Quang",
    "Minh",
    "Công",
    "Duy",
    "Thanh",
    "Bá",
    "Trọng",
    "Viết",
    "Thế",
    "Vĩnh",
    "Tiến",
    "Mạnh",
    "Khắc",
    "Đăng",
    "Huy",
    "Anh",
    "Hoàng",
    "Quốc",
    "Tuấn",
    "Hồng",
    "Trường",
    "Chí",
    "Phúc",
    "Như",
    "Danh",
    "Sỹ",
    "Doãn",
]
MIDDLE_F = [
    "Thị",
    "Thị",
    "Thị",
    "Thị Thanh",
    "Thị Thu",
    "Thị Bích",
    "Thị Kim",
    "Thị Ngọc",
    "Thị Hồng",
    "Thị Phương",
    "Thị Mỹ",
    "Thị Diệu",
    "Thị Minh",
    "Thị Lan",
    "Thu",
    "Bích",
    "Ngọc",
    "Kim",
    "Thanh",
    "Thùy",
    "Phương",
    "Hoài",
    "Khánh",
    "Diệu",
    "Thị Hoài",
    "Thị Tuyết",
    "Lê",
    "Thị Như",
]
GIVEN_M = [
    "An",
    "Bách",
    "Bảo",
    "Bình",
    "Chiến",
    "Chung",
    "Cường",
    "Danh",
    "Dũng",
    "Dương",
    "Đạt",
    "Điệp",
    "Đoàn",
    "Đông",
    "Giang",
    "Hà",
    "Hải",
    "Hào",
    "Hiếu",
    "Hoan",
    "Hòa",
    "Hoàng",
    "Hùng",
    "Huy",
    "Hưng",
    "Khang",
    "Khánh",
    "Khoa",
    "Kiên",
    "Lâm",
    "Long",
    "Lộc",
    "Luân",
    "Mạnh",
    "Minh",
    "Nam",
    "Nghĩa",
    "Nguyên",
    "Nhân",
    "Nhật",
    "Phong",
    "Phú",
    "Phúc",
    "Quân",
    "Quang",
    "Quyền",
    "Quý",
    "Sang",
    "Sáng",
    "Sơn",
    "Tài",
    "Tâm",
    "Tân",
    "Thái",
    "Thành",
    "Thắng",
    "Thiện",
    "Thịnh",
    "Thuận",
    "Tiến",
    "Toàn",
    "Trí",
    "Trung",
    "Trường",
    "Tú",
    "Tuấn",
    "Tùng",
    "Tưởng",
    "Vinh",
    "Vũ",
    "Vượng",
    "Xuân",
    "Thuyên",
    "Khiêm",
    "Bút",
    "Định",
]
GIVEN_F = [
    "An",
    "Anh",
    "Ánh",
    "Bình",
    "Châu",
    "Chi",
    "Cúc",
    "Dung",
    "Duyên",
    "Đào",
    "Điệp",
    "Giang",
    "Hà",
    "Hạnh",
    "Hằng",
    "Hân",
    "Hiền",
    "Hoa",
    "Hòa",
    "Hoài",
    "Hồng",
    "Huế",
    "Huệ",
    "Hương",
    "Hường",
    "Khánh",
    "Lan",
    "Liên",
    "Linh",
    "Loan",
    "Luyến",
    "Ly",
    "Mai",
    "Minh",
    "My",
    "Na",
    "Nga",
    "Ngà",
    "Ngân",
    "Ngọc",
    "Nguyệt",
    "Nhàn",
    "Nhi",
    "Nhung",
    "Oanh",
    "Phượng",
    "Phương",
    "Quyên",
    "Quỳnh",
    "Tâm",
    "Thảo",
    "Thanh",
    "Thêu",
    "Thoa",
    "Thơ",
    "Thu",
    "Thúy",
    "Thủy",
    "Thương",
    "Trà",
    "Trang",
    "Trinh",
    "Tuyết",
    "Uyên",
    "Vân",
    "Xuân",
    "Yến",
    "Lành",
    "Nhã",
    "Thắm",
]
HMONG = (
    "Giàng A {m}",
    "Sùng A {m}",
    "Vàng A {m}",
    "Thào A {m}",
    "Mùa A {m}",
    "Giàng Thị {f}",
    "Sùng Thị {f}",
    "Vàng Seo {m}",
    "Lầu A {m}",
    "Hạng A {m}",
    "Cứ A {m}",
    "Giàng Seo {m}",
)
HMONG_M = [
    "Páo",
    "Tủa",
    "Chu",
    "Dế",
    "Lử",
    "Sính",
    "Vư",
    "Chớ",
    "Dình",
    "Tính",
    "Sử",
    "Hồ",
    "Phử",
    "Lềnh",
]
HMONG_F = ["Mai", "Dở", "Sua", "Mỷ", "Chía", "Dợ", "Say", "Pà"]
HIGHLAND = (
    "Y {e} Niê",
    "Y {e} Êban",
    "H'{h} Niê",
    "H'{h} Mlô",
    "Y {e} Ayun",
    "Ksor {j}",
    "Rơ Châm {j}",
    "Siu {j}",
    "Rah Lan {j}",
    "Nay H'{h}",
    "A {k}",
    "Y {k}",
    "K' {c}",
    "Ka {c}",
    "Điểu {c}",
    "Hồ {k}",
    "Alăng {k}",
    "Thạch Thị {f}",
    "Sơn {m}",
    "Danh {m}",
)
E_NAMES = ["Thanh", "Bhăm", "Djuan", "Khing", "Moan", "Ngun", "Tlam", "Wăn"]
H_NAMES = ["Bia", "Ngoan", "Linh", "Blơt", "Nga", "Loan", "Yăm"]
J_NAMES = ["Phước", "Hyưng", "Tluên", "Anh", "Thanh", "Blơng"]
K_NAMES = ["Byên", "Nhưn", "Kring", "Đeng", "Thăng", "Ngút", "Bríu"]
C_NAMES = ["Brèo", "Tẻo", "Hùng", "Thụy", "Mạnh"]


@dataclass(frozen=True, slots=True)
class Person:
    """A name with what may be printed about it."""

    name: str
    woman: bool

    def honorific(self, rng: Random, party: bool = False) -> str:
        if party:
            return rng.choice(("Đ/c", "Đồng chí", "đồng chí"))
        return "Bà" if self.woman else "Ông"


@cache
def _surnames() -> tuple[tuple[str, ...], tuple[int, ...]]:
    names, weights = [], []
    for line in SURNAMES.read_text(encoding="utf-8").splitlines()[1:]:
        name, _, kind, *_ = (*line.split("\t"), "", "", "")
        if name in ("Ông", "Bà") or line.startswith("#"):
            continue
        if kind in WEIGHTS and " " not in name:
            names.append(name)
            weights.append(WEIGHTS[kind])
    return tuple(names), tuple(weights)


def person(rng: Random) -> Person:
    """A person; one in twelve has a name of another shape than the Kinh."""
    woman = rng.random() < 0.45
    share = rng.random()
    if share < 0.05:
        pattern = rng.choice(HMONG)
        return Person(
            pattern.format(m=rng.choice(HMONG_M), f=rng.choice(HMONG_F)), "Thị" in pattern
        )
    if share < 0.08:
        return _highlander(rng)
    names, weights = _surnames()
    family = rng.choices(names, weights)[0]
    given = rng.choice(GIVEN_F if woman else GIVEN_M)
    middle = rng.choice(MIDDLE_F if woman else MIDDLE_M)
    if rng.random() < 0.03:
        return Person(f"{family} {given}", woman)
    if middle.split()[-1] == given or family in (given, middle):
        return person(rng)
    return Person(f"{family} {middle} {given}", woman)


def _highlander(rng: Random) -> Person:
    pattern = rng.choice(HIGHLAND)
    name = pattern.format(
        e=rng.choice(E_NAMES),
        h=rng.choice(H_NAMES),
        j=rng.choice(J_NAMES),
        k=rng.choice(K_NAMES),
        c=rng.choice(C_NAMES),
        f=rng.choice(GIVEN_F),
        m=rng.choice(GIVEN_M),
    )
    return Person(name, "H'" in pattern or "Thị" in pattern or pattern.startswith("Ka "))


def people(rng: Random, count: int) -> list[Person]:
    """Different people."""
    found: dict[str, Person] = {}
    while len(found) < count:
        one = person(rng)
        found.setdefault(one.name, one)
    return list(found.values())
