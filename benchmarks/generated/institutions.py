"""Invented firms, schools, hospitals, party bodies and associations."""

from __future__ import annotations

from random import Random

from benchmarks.generated import places
from benchmarks.generated.bodies import (
    Office,
    Stack,
    deputies,
    in_small,
    unit_names,
    wrapped,
)

PARENTS = (
    ("TẬP ĐOÀN CÔNG NGHIỆP THAN - KHOÁNG SẢN VIỆT NAM",),
    ("TẬP ĐOÀN CÔNG NGHIỆP", "THAN - KHOÁNG SẢN VIỆT NAM"),
    ("TẬP ĐOÀN", "BƯU CHÍNH VIỄN THÔNG", "VIỆT NAM"),
    ("TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM",),
)


def firm(rng: Random) -> Office:
    n, p = places.unit(rng), rng.choice(places.PROVINCES)
    word = rng.choice(
        ("CƠ ĐIỆN", "MAY", "XÂY DỰNG", "ĐƯỜNG SẮT", "CAO SU", "CẤP NƯỚC", "DƯỢC PHẨM")
    )
    kind = rng.choice(("CÔNG TY CỔ PHẦN", "CÔNG TY TNHH MỘT THÀNH VIÊN", "TỔNG CÔNG TY"))
    top = "TỔNG GIÁM ĐỐC" if kind == "TỔNG CÔNG TY" else "GIÁM ĐỐC"
    issuer = rng.choice(((f"{kind} {word} {n.upper()}",), (kind, f"{word} {n.upper()}")))
    initials = "".join(s[0] for s in n.split())
    name = in_small(f"{kind} {word} {n.upper()}")
    return Office(
        "firm",
        rng.choice(PARENTS) if rng.random() < 0.25 else (),
        issuer,
        rng.choice((f"CT{initials}", f"C{initials}", initials + "C")),
        p,
        name,
        f"{top.capitalize().replace('Tổng giám', 'Tổng Giám')} {name}".replace(
            "Giám đốc", "Giám đốc"
        ),
        deputies(None, top),
        "Sở Công Thương",
        "SCT",
        ("TCHC", "KT", "NS"),
        tuple(
            f"{w} {m}"
            for w, m in (
                ("Phân xưởng", "Cơ khí"),
                ("Phòng", "Kỹ thuật"),
                ("Tổ", "Sửa chữa"),
                ("Xí nghiệp", places.unit(rng)),
                ("Chi nhánh", places.unit(rng)),
                ("Đội", "Vận hành 2"),
            )
        ),
        ("Hội đồng quản trị (b/c)", "Ban Giám đốc", "Các phòng, phân xưởng"),
    )


def school(rng: Random) -> Office:
    n, d = places.unit(rng), places.unit(rng)
    level = rng.choice(("THPT", "THCS", "TIỂU HỌC", "MẦM NON", "CAO ĐẲNG"))
    parent = "SỞ GIÁO DỤC VÀ ĐÀO TẠO" if level == "THPT" else f"UBND HUYỆN {d.upper()}"
    if level == "CAO ĐẲNG":
        parent = f"UBND TỈNH {rng.choice(places.PROVINCES).upper()}"
    word = {"TIỂU HỌC": "Tiểu học", "MẦM NON": "Mầm non", "CAO ĐẲNG": "Cao đẳng"}.get(level, level)
    code = {"THPT": "THPT", "THCS": "THCS", "TIỂU HỌC": "TH", "MẦM NON": "MN", "CAO ĐẲNG": "CĐ"}[
        level
    ]
    initials = "".join(s[0] for s in n.split())
    name = f"Trường {word} {n}"
    return Office(
        "school",
        (parent,),
        (f"TRƯỜNG {level} {n.upper()}",),
        rng.choice((f"{code}{initials}", f"T{code}")),
        d,
        name,
        f"Hiệu trưởng {name}",
        deputies(None, "HIỆU TRƯỞNG"),
        in_small(parent),
        "SGDĐT",
        ("CM", "VP"),
        tuple(f"Tổ {t}" for t in ("Toán - Tin", "Ngữ văn", "Văn phòng", "Khoa học tự nhiên")),
        ("Phòng GDĐT (b/c)", "Các tổ chuyên môn", "Website trường"),
    )


def hospital(rng: Random) -> Office:
    n, p = places.unit(rng), rng.choice(places.PROVINCES)
    what, code = rng.choice((("BỆNH VIỆN ĐA KHOA", "BVĐK"), ("TRUNG TÂM Y TẾ", "TTYT")))
    name = f"{in_small(what)} {n}"
    return Office(
        "hospital",
        (rng.choice(("SỞ Y TẾ", f"SỞ Y TẾ TỈNH {p.upper()}")),),
        wrapped(rng, what, n.upper()),
        code,
        n,
        name,
        f"Giám đốc {name}",
        deputies(None, "GIÁM ĐỐC"),
        "Sở Y tế",
        "SYT",
        ("TCHC", "KHNV"),
        ("Khoa Nội", "Khoa Ngoại", "Khoa Sản", "Phòng Điều dưỡng", "Khoa Dược"),
        ("Sở Y tế (b/c)", "Các khoa, phòng", "Website bệnh viện"),
    )


def party(rng: Random) -> Office:
    p, d = rng.choice(places.PROVINCES), places.unit(rng)
    body, code, parent, place, name, slash = rng.choice(
        (
            ("TỈNH ỦY " + p.upper(), "TU", (), p, f"Tỉnh ủy {p}", "T/M BAN THƯỜNG VỤ"),
            (
                "HUYỆN ỦY " + d.upper(),
                "HU",
                (f"TỈNH ỦY {p.upper()}",),
                d,
                f"Huyện ủy {d}",
                "T/M BAN THƯỜNG VỤ",
            ),
            ("BAN TUYÊN GIÁO", "BTGTU", (f"TỈNH ỦY {p.upper()}",), p, "Ban Tuyên giáo Tỉnh ủy", ""),
        )
    )
    stacks: tuple[Stack, ...] = (
        ((slash, "BÍ THƯ"), (slash, "PHÓ BÍ THƯ"))
        if slash
        else ((None, "TRƯỞNG BAN"), ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"))
    )
    return Office(
        "party",
        parent,
        (body,),
        code,
        place,
        name,
        f"Ban Thường vụ {name}",
        stacks,
        "Tỉnh ủy",
        "TU",
        ("TH",),
        (f"Đảng ủy xã {places.unit(rng)}", "Đảng ủy Công an huyện"),
        (
            "Thường trực Tỉnh ủy (b/c)",
            "Các đồng chí Ủy viên Ban Thường vụ",
            "Các chi, đảng bộ trực thuộc",
        ),
        "party",
    )


def mass(rng: Random) -> Office:
    p, d = rng.choice(places.PROVINCES), places.unit(rng)
    word, code, board = rng.choice(
        (
            ("HỘI LIÊN HIỆP PHỤ NỮ", "HPN", "TM. BAN THƯỜNG VỤ"),
            ("HỘI NÔNG DÂN", "HND", "TM. BAN THƯỜNG VỤ"),
            ("HỘI CỰU CHIẾN BINH", "CCB", "TM. BAN THƯỜNG VỤ"),
            ("HỘI CHỮ THẬP ĐỎ", "CTĐ", "TM. BAN THƯỜNG VỤ"),
            ("HỘI KHUYẾN HỌC", "HKH", "TM. BAN THƯỜNG VỤ"),
        )
    )
    name = f"{in_small(word)} huyện {d}"
    return Office(
        "mass",
        (f"{word} TỈNH {p.upper()}",),
        wrapped(rng, word, f"HUYỆN {d.upper()}"),
        code,
        d,
        name,
        name,
        ((board, "CHỦ TỊCH"), (board, "PHÓ CHỦ TỊCH")),
        f"{in_small(word)} tỉnh {p}",
        code,
        ("VP",),
        tuple(f"{in_small(word)} xã {n}" for n in unit_names(rng, 5)),
        ("Tỉnh Hội (b/c)", "TT Huyện ủy (b/c)", "Các cơ sở Hội"),
    )


def front(rng: Random) -> Office:
    """Mặt trận Tổ quốc: the symbol names the organ last."""
    p, d = rng.choice(places.PROVINCES), places.unit(rng)
    board = "TM. BAN THƯỜNG TRỰC"
    name = f"Ủy ban Mặt trận Tổ quốc Việt Nam huyện {d}"
    return Office(
        "front", (f"ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH {p.upper()}",),
        ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", f"HUYỆN {d.upper()}"), "MTTQ-BTT", d,
        name, name, ((board, "CHỦ TỊCH"), (board, "PHÓ CHỦ TỊCH")),
        f"Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh {p}", "MTTQ-BTT",
        ("VP",), tuple(f"Ủy ban MTTQ xã {n}" for n in unit_names(rng, 5)),
        ("Ủy ban MTTQ tỉnh (b/c)", "TT Huyện ủy (b/c)", "Ủy ban MTTQ các xã"),
    )  # fmt: skip


def youth(rng: Random) -> Office:
    """Đoàn Thanh niên: party order of number and type, slashes in the signature."""
    p, d = rng.choice(places.PROVINCES), places.unit(rng)
    return Office(
        "youth", (f"TỈNH ĐOÀN {p.upper()}",), (f"BAN CHẤP HÀNH ĐOÀN HUYỆN {d.upper()}",), "ĐTN", d,
        f"Huyện đoàn {d}", f"Huyện đoàn {d}",
        (("TM. BAN THƯỜNG VỤ", "BÍ THƯ"), ("TM. BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")),
        f"Tỉnh đoàn {p}", "TĐTN", ("VP",), tuple(f"Đoàn xã {n}" for n in unit_names(rng, 5)),
        ("Tỉnh đoàn (b/c)", "TT Huyện ủy (b/c)", "Các cơ sở Đoàn"), "party",
    )  # fmt: skip
