"""Provinces, and invented districts, communes, villages and names that firms and schools bear."""

from __future__ import annotations

from random import Random

PROVINCES = (
    "Lai Châu",
    "Điện Biên",
    "Sơn La",
    "Lào Cai",
    "Yên Bái",
    "Hà Giang",
    "Cao Bằng",
    "Lạng Sơn",
    "Thái Nguyên",
    "Bắc Giang",
    "Quảng Ninh",
    "Phú Thọ",
    "Vĩnh Phúc",
    "Hải Dương",
    "Nam Định",
    "Thái Bình",
    "Thanh Hóa",
    "Nghệ An",
    "Hà Tĩnh",
    "Quảng Trị",
    "Quảng Nam",
    "Quảng Ngãi",
    "Bình Định",
    "Khánh Hòa",
    "Gia Lai",
    "Kon Tum",
    "Đắk Lắk",
    "Đắk Nông",
    "Lâm Đồng",
    "Bình Thuận",
    "Tây Ninh",
    "Long An",
    "Bến Tre",
    "Trà Vinh",
    "An Giang",
    "Cà Mau",
    "Đồng Tháp",
)
FIRST = [
    "Tân",
    "Phú",
    "Bình",
    "Long",
    "An",
    "Hòa",
    "Vĩnh",
    "Đông",
    "Nam",
    "Thanh",
    "Xuân",
    "Yên",
    "Thuận",
    "Mỹ",
    "Hưng",
    "Cẩm",
    "Bảo",
    "Lộc",
    "Khánh",
    "Quang",
    "Ninh",
    "Sơn",
    "Thạch",
    "Văn",
    "Trung",
]
SECOND = [
    "Khê",
    "Lạc",
    "Sơn",
    "Hải",
    "Giang",
    "Lộc",
    "Thành",
    "Phong",
    "Hưng",
    "Thịnh",
    "Hòa",
    "Bình",
    "Minh",
    "Lâm",
    "Trạch",
    "Thạnh",
    "Phú",
    "Điền",
    "Xá",
    "Châu",
    "Lĩnh",
    "Dương",
    "Tiến",
    "Mai",
    "Lương",
    "Cường",
]
HEROES = (
    "Nguyễn Du",
    "Chu Văn An",
    "Lê Quý Đôn",
    "Trần Phú",
    "Phan Bội Châu",
    "Lê Lợi",
    "Nguyễn Trãi",
    "Võ Thị Sáu",
    "Hai Bà Trưng",
    "Lý Thường Kiệt",
    "Kim Đồng",
)
VILLAGES = ("thôn {}", "bản {}", "xóm {}", "ấp {}", "tổ dân phố số {n}", "khu phố {n}", "buôn {}")


def unit(rng: Random) -> str:
    """A name of two syllables for a district, commune or firm."""
    first, second = rng.choice(FIRST), rng.choice(SECOND)
    return unit(rng) if first == second else f"{first} {second}"


def village(rng: Random) -> str:
    """`thôn Phú Lạc`, `tổ dân phố số 5`."""
    return rng.choice(VILLAGES).format(unit(rng), n=rng.randint(1, 12))
