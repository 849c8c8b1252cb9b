"""Invented offices of the state: committees, departments, ministries, councils."""

from __future__ import annotations

from random import Random

from benchmarks.generated import places
from benchmarks.generated.bodies import (
    Office,
    committee,
    deputies,
    unit_names,
    wrapped,
)


def people_committee(rng: Random) -> Office:
    p = rng.choice(places.PROVINCES)
    body = "ỦY BAN NHÂN DÂN"
    stacks = deputies(rng.choice(("TM. ỦY BAN NHÂN DÂN", None)), "CHỦ TỊCH")
    units = ("NC", "KGVX", "TH", "KT", "VX2", "KSTT", "NCVX")
    if rng.random() < 0.45:
        return Office(
            "committee province",
            (),
            wrapped(rng, body, f"TỈNH {p.upper()}"),
            "UBND",
            p,
            rng.choice((f"Ủy ban nhân dân tỉnh {p}", f"UBND tỉnh {p}")),
            rng.choice(("Chủ tịch Ủy ban nhân dân tỉnh", "Chủ tịch UBND tỉnh")),
            stacks,
            "Chính phủ",
            "CP",
            units,
            (
                *tuple(
                    f"{h} {n}"
                    for h in ("Ủy ban nhân dân huyện", "Trường THPT", "Công ty Cổ phần Xây dựng")
                    for n in unit_names(rng, 4)
                ),
                "Sở Nội vụ",
                "Sở Tài chính",
                "Công an tỉnh",
                "Báo " + p,
            ),
            (
                "Văn phòng Chính phủ",
                "TT Tỉnh ủy, TT HĐND tỉnh",
                "CT, các PCT UBND tỉnh",
                "Các sở, ban, ngành",
                "UBND các huyện, thành phố",
            ),
            award="Bằng khen",
        )
    d = places.unit(rng)
    kind = rng.choice(("huyện", "huyện", "thị xã", "thành phố", "xã", "phường"))
    parent = (
        f"UBND TỈNH {p.upper()}"
        if kind not in ("xã", "phường")
        else (f"UBND HUYỆN {places.unit(rng).upper()}")
    )
    return Office(
        "committee district",
        (parent,) if rng.random() < 0.5 else (),
        wrapped(rng, body, f"{kind.upper()} {d.upper()}"),
        "UBND",
        d,
        rng.choice((f"Ủy ban nhân dân {kind} {d}", f"UBND {kind} {d}")),
        rng.choice((f"Chủ tịch Ủy ban nhân dân {kind}", f"Chủ tịch UBND {kind}")),
        stacks,
        "Chủ tịch Ủy ban nhân dân tỉnh",
        "UBND",
        ("NV", "VP", "TH", "GDĐT"),
        tuple(
            f"{h} {n}"
            for h in ("Trường Tiểu học", "Ủy ban nhân dân xã", "Trạm Y tế xã")
            for n in unit_names(rng, 4)
        ),
        ("UBND tỉnh (b/c)", f"TT {committee(kind)}", "Các phòng, ban, ngành"),
    )


DEPARTMENTS = (
    ("Sở Nội vụ", "SNV", ("CCVC", "TCBC", "TĐKT")),
    ("Sở Tài chính", "STC", ("HCSN", "NSNN")),
    ("Sở Giáo dục và Đào tạo", "SGDĐT", ("GDTrH", "TCCB", "VP")),
    ("Sở Y tế", "SYT", ("NVY", "TCCB")),
    ("Sở Tư pháp", "STP", ("VP", "HCTP")),
    ("Sở Khoa học và Công nghệ", "SKHCN", ("QLKH", "CĐS")),
    ("Sở Công Thương", "SCT", ("KT", "VP")),
    ("Sở Nông nghiệp và Môi trường", "SNNMT", ("TTBVTV", "VP")),
    ("Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL", ("VP", "QLTT")),
    ("Thanh tra tỉnh", "TTT", ("VP",)),
)


def department(rng: Random) -> Office:
    p = rng.choice(places.PROVINCES)
    name, code, units = rng.choice(DEPARTMENTS)
    head = "GIÁM ĐỐC" if name.startswith("Sở") else "CHÁNH THANH TRA"
    stacks = deputies(None, head)
    if name.startswith("Sở"):
        stacks = (*stacks, ("TUQ. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), (None, "Q. GIÁM ĐỐC"))
    return Office(
        "department",
        (rng.choice((f"UBND TỈNH {p.upper()}", f"ỦY BAN NHÂN DÂN TỈNH {p.upper()}")),),
        (name.upper(),),
        code,
        p,
        name,
        f"Giám đốc {name}",
        stacks,
        "Ủy ban nhân dân tỉnh",
        "UBND",
        units,
        (
            *tuple(f"Phòng {n}" for n in ("Kế hoạch - Tài chính", "Nghiệp vụ", "Tổ chức cán bộ")),
            "Văn phòng",
            "Thanh tra",
        ),
        ("UBND tỉnh (b/c)", "Lãnh đạo Sở", "Các phòng chuyên môn", "Website Sở"),
    )


def ministry(rng: Random) -> Office:
    name, code, units = rng.choice(
        (
            ("Bộ Nội vụ", "BNV", ("TĐKT", "TCBC")),
            ("Bộ Giáo dục và Đào tạo", "BGDĐT", ("GDTH", "TCCB")),
            ("Bộ Y tế", "BYT", ("TCCB", "KCB")),
            ("Bộ Tài chính", "BTC", ("HCSN", "NSNN")),
            ("Bộ Công Thương", "BCT", ("TCCB",)),
            ("Bộ Xây dựng", "BXD", ("VP", "QLN")),
        )
    )
    stacks = (
        *deputies(None, "BỘ TRƯỞNG"),
        ("TL. BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG"),
        ("TL. BỘ TRƯỞNG KT. VỤ TRƯỞNG VỤ TỔ CHỨC CÁN BỘ", "PHÓ VỤ TRƯỞNG"),
    )
    return Office(
        "ministry",
        (),
        (name.upper(),),
        code,
        "Hà Nội",
        name,
        f"Bộ trưởng {name}",
        stacks,
        "Thủ tướng Chính phủ",
        "TTg",
        units,
        tuple(f"Sở {name.removeprefix('Bộ ')} tỉnh {p}" for p in rng.sample(places.PROVINCES, 6)),
        ("Văn phòng Chính phủ", "Các đơn vị thuộc Bộ", "Cổng TTĐT của Bộ"),
        award="Bằng khen",
    )


def council(rng: Random) -> Office:
    """A steering body with a number series of its own under the seal of its committee."""
    p = rng.choice(places.PROVINCES)
    head, code, giver = rng.choice(
        (
            (("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",), "HĐTĐKT", "Hội đồng Thi đua - Khen thưởng"),
            (("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ",), "BCĐ", "Ban Chỉ đạo chuyển đổi số"),
            (("HỘI ĐỒNG SÁNG KIẾN",), "HĐSK", "Hội đồng sáng kiến"),
        )
    )
    top = "TRƯỞNG BAN" if code == "BCĐ" else "CHỦ TỊCH"
    return Office(
        "council",
        (f"ỦY BAN NHÂN DÂN TỈNH {p.upper()}",),
        head,
        code,
        p,
        f"{giver} tỉnh",
        "Chủ tịch Ủy ban nhân dân tỉnh",
        deputies(None, top),
        "Ủy ban nhân dân tỉnh",
        "UBND",
        ("VP",),
        ("Sở Nội vụ", "Sở Tài chính"),
        ("UBND tỉnh (b/c)", "Các thành viên", "Các sở, ban, ngành"),
    )


def joint(rng: Random) -> Office:
    p = rng.choice(places.PROVINCES)
    second = f"LIÊN ĐOÀN LAO ĐỘNG TỈNH {p.upper()}"
    return Office(
        "joint",
        (),
        (f"SỞ GIÁO DỤC VÀ ĐÀO TẠO - {second}",),
        "SGDĐT-LĐLĐ",
        p,
        f"Sở Giáo dục và Đào tạo, Liên đoàn Lao động tỉnh {p}",
        f"Liên đoàn Lao động tỉnh {p}",
        ((None, "GIÁM ĐỐC"),),
        "Ủy ban nhân dân tỉnh",
        "UBND",
        ("VP",),
        ("Phòng Giáo dục và Đào tạo các huyện",),
        ("UBND tỉnh (b/c)", "Các trường học trực thuộc"),
    )
