"""Invented trade unions of province, district and base."""

from __future__ import annotations

from random import Random

from benchmarks.generated import places
from benchmarks.generated.bodies import (
    Office,
    Stack,
    committee,
    in_small,
    unit_names,
    wrapped,
)


def union_province(rng: Random) -> Office:
    p = rng.choice(places.PROVINCES)
    board = "TM. BAN THƯỜNG VỤ"
    stacks: list[Stack] = [
        (board, "CHỦ TỊCH"),
        (board, "PHÓ CHỦ TỊCH"),
        (board, "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
        ("TL. BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"),
    ]
    return Office(
        "union province",
        rng.choice(
            (
                ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",),
                ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",),
                ("TỔNG LIÊN ĐOÀN", "LAO ĐỘNG VIỆT NAM"),
            )
        ),
        wrapped(rng, "LIÊN ĐOÀN LAO ĐỘNG", f"TỈNH {p.upper()}"),
        "LĐLĐ",
        p,
        rng.choice((f"Liên đoàn Lao động tỉnh {p}", f"LĐLĐ tỉnh {p}")),
        f"Liên đoàn Lao động tỉnh {p}",
        tuple(stacks),
        "Tổng Liên đoàn Lao động Việt Nam",
        "TLĐ",
        ("CSPL", "TG-NC", "CSPL&QHLĐ", "VP", "ToC"),
        (
            *tuple(
                f"{h} {n}"
                for h in ("LĐLĐ huyện", "CĐCS Trường THPT", "CĐCS Công ty Cổ phần")
                for n in unit_names(rng, 4)
            ),
            "Công đoàn ngành Giáo dục",
            "Công đoàn ngành Y tế",
        ),
        (
            "Tổng LĐLĐ Việt Nam (để b/c)",
            "Thường trực Tỉnh ủy (b/c)",
            "TT LĐLĐ tỉnh",
            "Các Ban LĐLĐ tỉnh",
            "LĐLĐ các huyện, thành phố",
        ),
        award="Bằng khen",
    )


def union_district(rng: Random) -> Office:
    p, d = rng.choice(places.PROVINCES), places.unit(rng)
    kind = rng.choice(("huyện", "huyện", "thị xã", "thành phố"))
    board = "TM. BAN THƯỜNG VỤ"
    return Office(
        "union district",
        (rng.choice((f"LIÊN ĐOÀN LAO ĐỘNG TỈNH {p.upper()}", f"LĐLĐ TỈNH {p.upper()}")),),
        wrapped(rng, "LIÊN ĐOÀN LAO ĐỘNG", f"{kind.upper()} {d.upper()}"),
        "LĐLĐ",
        d,
        f"Liên đoàn Lao động {kind} {d}",
        f"Liên đoàn Lao động {kind} {d}",
        ((board, "CHỦ TỊCH"), (board, "PHÓ CHỦ TỊCH")),
        f"Liên đoàn Lao động tỉnh {p}",
        "LĐLĐ",
        ("VP", "TH"),
        tuple(
            f"CĐCS {h} {n}"
            for h in ("Trường Tiểu học", "xã", "Công ty TNHH")
            for n in unit_names(rng, 4)
        ),
        ("LĐLĐ tỉnh (b/c)", f"Thường trực {committee(kind)} (b/c)", "Các CĐCS trực thuộc"),
    )


def union_base(rng: Random) -> Office:
    d, firm = places.unit(rng), places.unit(rng)
    what = rng.choice(
        (
            f"CÔNG TY CỔ PHẦN MAY {firm.upper()}",
            f"TRƯỜNG THPT {firm.upper()}",
            f"CÔNG TY TNHH {firm.upper()}",
            f"BỆNH VIỆN ĐA KHOA {firm.upper()}",
        )
    )
    name = in_small(what)
    board = rng.choice(("TM. BAN CHẤP HÀNH", "TM. BAN THƯỜNG VỤ"))
    word = rng.choice(("CĐCS", "Công đoàn cơ sở"))
    return Office(
        "union base",
        (
            rng.choice(
                (
                    f"LIÊN ĐOÀN LAO ĐỘNG HUYỆN {d.upper()}",
                    f"LĐLĐ HUYỆN {d.upper()}",
                    "CÔNG ĐOÀN NGÀNH Y TẾ",
                )
            ),
        ),
        (f"CĐCS {what}",) if word == "CĐCS" else ("CÔNG ĐOÀN CƠ SỞ", what),
        "CĐCS",
        d,
        f"{word} {name}",
        f"{word} {name}",
        ((board, "CHỦ TỊCH"), (board, "PHÓ CHỦ TỊCH")),
        f"Liên đoàn Lao động huyện {d}",
        "LĐLĐ",
        ("VP",),
        tuple(f"Tổ công đoàn {n}" for n in ("Văn phòng", "Kỹ thuật", "số 3", "Xưởng May 2")),
        (f"LĐLĐ huyện {d} (b/c)", "Các tổ công đoàn"),
    )
