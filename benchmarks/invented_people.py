"""An invented country of people, bodies and careers, and the mentions that dispatches make of them.

Everything is drawn from a seed; the truth is known for every mention.  What makes the task hard is
in it on purpose: namesakes in one and in several bodies, promotions and moves, bodies that are
renamed, provinces merged in 2025, short forms, names of districts that are provinces, misread
marks, rows without post or workplace.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

SURNAMES = (
    ("Nguyễn", 31), ("Trần", 11), ("Lê", 9), ("Phạm", 7), ("Hoàng", 5), ("Phan", 4), ("Vũ", 4),
    ("Đặng", 2), ("Bùi", 2), ("Đỗ", 2), ("Hồ", 1.5), ("Ngô", 1.4), ("Dương", 1.2), ("Lý", 1),
    ("Đào", 0.8), ("Đinh", 0.8), ("Trương", 1), ("Lương", 0.7), ("Mai", 0.6), ("Tô", 0.5),
    ("Cao", 0.6), ("Hà", 0.6), ("Tạ", 0.4), ("Lò", 0.5), ("Vàng", 0.3), ("Quàng", 0.2),
    ("Giàng", 0.3), ("Tống", 0.2), ("Chu", 0.3), ("Kiều", 0.2), ("Thái", 0.2), ("Châu", 0.2),
)  # fmt: skip
MEN = ("Văn", "Hữu", "Đức", "Đình", "Xuân", "Ngọc", "Quang", "Minh", "Công", "Duy", "Thanh", "Bá",
       "Trọng", "Viết", "Thế", "Anh", "Tiến", "Mạnh")  # fmt: skip
MEN_GIVEN = ("Hùng", "Hưng", "Dũng", "Tuấn", "Sơn", "Nam", "Long", "Hải", "Bình", "Cường", "Thắng",
             "Quân", "Việt", "Hòa", "Toàn", "Tùng", "Phong", "Kiên", "Đạt", "Vinh", "Lâm", "Trung",
             "Khánh", "Hiếu", "Huy", "Khoa", "Tâm", "Thành", "Tài", "Lộc", "Phúc", "Quý", "Thịnh",
             "Đông", "Giang", "Bằng", "Hậu", "Luân", "Nghĩa", "Chiến", "Quyết", "Tân", "Trường",
             "Duẩn", "Khôi", "Thuận", "Sỹ", "Vĩ", "Định", "Hoàn")  # fmt: skip
WOMEN_GIVEN = ("Hương", "Hường", "Lan", "Hoa", "Mai", "Hà", "Thu", "Thủy", "Thùy", "Nga", "Hạnh",
               "Hằng", "Hiền", "Yến", "Oanh", "Linh", "Trang", "Thảo", "Nhung", "Dung", "Loan",
               "Liên", "Phương", "Phượng", "Vân", "Ngân", "Tuyết", "Xuân", "Quyên", "Huệ", "Thơm",
               "Lý", "Ly", "My", "Diệp", "Chi", "Minh", "Anh", "Tâm", "Thanh", "Bích",
               "Ánh")  # fmt: skip
WOMEN = ("Thị", "Thị", "Thị", "Thị", "Thị Thu", "Thị Thanh", "Thị Ngọc", "Thị Bích", "Thị Kim",
         "Thị Minh", "Thị Hồng", "Ngọc", "Thu", "Phương")  # fmt: skip
# Name before and after the merger of 1/7/2025.
PROVINCES = (
    ("Quảng Bình", "Quảng Trị"), ("Quảng Trị", "Quảng Trị"), ("Hà Nam", "Ninh Bình"),
    ("Nam Định", "Ninh Bình"), ("Ninh Bình", "Ninh Bình"), ("Lai Châu", "Lai Châu"),
    ("Sơn La", "Sơn La"), ("Nghệ An", "Nghệ An"), ("Vĩnh Phúc", "Phú Thọ"), ("Phú Thọ", "Phú Thọ"),
    ("Bắc Kạn", "Thái Nguyên"), ("Thái Nguyên", "Thái Nguyên"), ("Lâm Đồng", "Lâm Đồng"),
    ("Đắk Nông", "Lâm Đồng"), ("Bến Tre", "Vĩnh Long"), ("Vĩnh Long", "Vĩnh Long"),
    ("Hải Dương", "Hải Phòng"), ("Quảng Ninh", "Quảng Ninh"), ("Cao Bằng", "Cao Bằng"),
    ("Thanh Hóa", "Thanh Hóa"),
)  # fmt: skip
PLACES = ("An", "Bình", "Châu", "Đông", "Giang", "Hòa", "Khê", "Lạc", "Mỹ", "Phú", "Sơn", "Tân",
          "Thạch", "Trung", "Văn", "Yên")  # fmt: skip
TRADES = {
    "hospital": ("Bác sĩ", "Điều dưỡng", "Kỹ thuật viên", "Dược sĩ", "Hộ sinh"),
    "school": ("Giáo viên", "Nhân viên kế toán", "Nhân viên thư viện"),
    "company": ("Công nhân", "Kỹ sư", "Nhân viên", "Chuyên viên", "Lái xe"),
    "office": ("Chuyên viên", "Chuyên viên chính", "Văn thư", "Kế toán"),
}
HEADS = {
    "hospital": ("Giám đốc", "Phó Giám đốc"), "school": ("Hiệu trưởng", "Phó Hiệu trưởng"),
    "company": ("Giám đốc", "Phó Giám đốc"), "office": ("Giám đốc", "Phó Giám đốc"),
}  # fmt: skip
INNER = {
    "hospital": ("Khoa Nội", "Khoa Ngoại", "Khoa Sản", "Khoa Nhi", "Phòng Điều dưỡng",
                 "Phòng Kế hoạch tổng hợp", "Khoa Dược", "Khoa Hồi sức cấp cứu"),
    "school": ("Tổ Toán - Tin", "Tổ Ngữ văn", "Tổ Ngoại ngữ", "Tổ Tự nhiên", "Tổ Văn phòng"),
    "company": ("Phòng Kỹ thuật", "Phòng Kế hoạch", "Phòng Tài chính - Kế toán",
                "Phân xưởng Vận hành", "Phòng Tổ chức - Hành chính", "Đội Sửa chữa"),
    "office": ("Văn phòng", "Thanh tra", "Phòng Kế hoạch - Tài chính", "Phòng Tổ chức cán bộ"),
}  # fmt: skip
MERGER = 2025
MISREAD = str.maketrans("ấầẩẫậềểễệốồổỗộớờởợứừữựýỳỷỹ", "âàảãâeêêeôôôôơơơởợưứửữyyýy")


@dataclass(frozen=True)
class Body:
    """A body with the ways it is written before and after a year in which it was renamed."""

    body_id: int
    kind: str
    province: int
    size: int
    names: tuple[tuple[str, ...], ...]
    renamed: int


@dataclass
class Person:
    """A person with posts by the year from which they are held, and a body by year."""

    person_id: int
    name: str
    is_woman: bool
    home: list[tuple[int, Body, str]]
    posts: list[tuple[int, str]]
    years: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class World:
    """The rows of the tables, and who each mention is."""

    documents: list[dict[str, Any]]
    awardees: list[dict[str, Any]]
    initiatives: list[dict[str, Any]]
    truth: dict[str, str]


def invent(mentions: int, seed: int = 1) -> World:
    """So many mentions (or a few more) of people and, one in five, of bodies and their units."""
    rng = random.Random(seed)
    bodies = list(_bodies(rng, max(40, mentions // 80)))
    people = list(_people(rng, bodies, mentions * 4 // 5))
    return _write(rng, bodies, people, mentions)


def _bodies(rng: random.Random, count: int) -> Iterator[Body]:
    seen: set[tuple[int, str]] = set()
    number = 0
    while len(seen) < count:
        number += 1
        province = rng.randrange(len(PROVINCES))
        old, new = PROVINCES[province]
        kind = rng.choice(("hospital", "school", "school", "company", "office"))
        place = f"{rng.choice(PLACES)} {rng.choice(PLACES)}"
        if number % 61 == 0:
            place = "Quảng Ninh"  # a district that bears another province's name
        renamed, size = 9999, rng.choice((20, 40, 80, 150))
        if kind == "hospital" and number % 3:
            first = (f"Bệnh viện Đa khoa huyện {place}", f"BVĐK huyện {place}")
            names: tuple[tuple[str, ...], ...] = (first, first)
        elif kind == "hospital":
            renamed, size = MERGER, 200
            names = tuple(
                (f"Bệnh viện Y học cổ truyền tỉnh {name}", "Bệnh viện Y học cổ truyền tỉnh")
                for name in (old, new)
            )
        elif kind == "school":
            level, short = rng.choice((("Trường Trung học cơ sở", "Trường THCS"),
                                       ("Trường Trung học phổ thông", "Trường THPT"),
                                       ("Trường Tiểu học", "Trường Tiểu học")))  # fmt: skip
            named = (f"{level} {place}", f"{short} {place}", f"{short} {place}, huyện {place}")
            names = (named, named)
        elif kind == "company":
            named = (f"Công ty cổ phần Cơ khí {place}", f"Công ty CP Cơ khí {place}")
            names = (named, named)
        else:
            renamed = MERGER
            before, short, after = rng.choice(
                (
                    ("Sở Giao thông vận tải", "Sở GTVT", "Sở Xây dựng"),
                    ("Sở Tài nguyên và Môi trường", "Sở TN&MT", "Sở Nông nghiệp và Môi trường"),
                    ("Sở Y tế", "Sở Y tế", "Sở Y tế"),
                    ("Sở Tư pháp", "Sở Tư pháp", "Sở Tư pháp"),
                )
            )
            names = (
                (f"{before} tỉnh {old}", f"{short} tỉnh {old}", before),
                (f"{after} tỉnh {new}", after),
            )
        if (province, names[0][0]) in seen:
            continue
        seen.add((province, names[0][0]))
        yield Body(number, kind, province, size, names, renamed)


def _people(rng: random.Random, bodies: list[Body], mentions: int) -> Iterator[Person]:
    weights = [weight for _, weight in SURNAMES]
    made, number = 0, 0
    given_men = [1 / (1 + i) ** 0.5 for i in range(len(MEN_GIVEN))]
    given_women = [1 / (1 + i) ** 0.5 for i in range(len(WOMEN_GIVEN))]
    middle_men = [8, *([1] * (len(MEN) - 1))]
    sizes = [body.size for body in bodies]
    while made < mentions:
        woman = rng.random() < 0.5
        surname = rng.choices(SURNAMES, weights)[0][0]
        middle = rng.choice(WOMEN) if woman else rng.choices(MEN, middle_men)[0]
        given = (
            rng.choices(WOMEN_GIVEN, given_women) if woman else rng.choices(MEN_GIVEN, given_men)
        )[0]
        body = rng.choices(bodies, sizes)[0]
        start = rng.randint(2008, 2022)
        count = min(12, 1 + int(rng.expovariate(0.5)))
        years = sorted({min(2026, start + rng.randint(0, 10)) for _ in range(count)})
        inner = rng.choice(INNER[body.kind])
        trade = rng.choice(TRADES[body.kind])
        posts = [(0, trade)]
        if rng.random() < 0.35:
            chief = inner.split(" ", 1)
            if chief[0] in ("Khoa", "Phòng", "Tổ", "Đội"):
                posts.append((start + 3, f"Phó Trưởng {inner[0].lower()}{inner[1:]}"))
                posts.append((start + 6, f"Trưởng {inner[0].lower()}{inner[1:]}"))
        elif rng.random() < 0.1:
            posts = [(0, HEADS[body.kind][1]), (start + 4, HEADS[body.kind][0])]
        home = [(0, body, inner)]
        if rng.random() < 0.03:
            other = rng.choice([b for b in rng.sample(bodies, 10) if b.kind == body.kind] or [body])
            home.append((start + 5, other, rng.choice(INNER[other.kind])))
        yield Person(number, f"{surname} {middle} {given}", woman, home, posts, years)
        number += 1
        made += len(years)


def _write(rng: random.Random, bodies: list[Body], people: list[Person], wanted: int) -> World:
    world = World([], [], [], {})
    events: dict[tuple[int, int], list[tuple[Person | None, Body, str]]] = {}
    for person in people:
        for year in person.years:
            body, inner = _at(person.home, year)
            events.setdefault((year, body.province), []).append((person, body, inner))
    need = wanted - sum(len(listed) for listed in events.values())
    keys = sorted(events)
    for _ in range(max(0, need)):
        body = rng.choice(bodies)
        year, _ = rng.choice(keys)
        inner = rng.choice((*INNER[body.kind][:3], ""))
        events.setdefault((year, body.province), []).append((None, body, inner))
    for year, province in sorted(events):
        listed = events[year, province]
        rng.shuffle(listed)
        at = 0
        while at < len(listed):
            size = rng.choice((5, 12, 30, 60))
            _document(rng, world, year, province, listed[at : at + size])
            at += size
    return world


def _at(home: list[tuple[int, Body, str]], year: int) -> tuple[Body, str]:
    _, body, inner = [item for item in home if item[0] <= year][-1]
    return body, inner


def _official(body: Body, year: int) -> str:
    """The full name in a year; bodies merged into one have one, before and after they differ."""
    return body.names[year > body.renamed][0]


def _document(
    rng: random.Random, world: World, year: int, province: int,
    listed: list[tuple[Person | None, Body, str]],
) -> None:  # fmt: skip
    number = len(world.documents)
    name = PROVINCES[province][year > MERGER]
    doc_id = f"{number:016x}"
    is_ocr = rng.random() < 0.4
    world.documents.append(
        {
            "doc_id": doc_id,
            "doc_number": f"{number % 3000 + 1}/QĐ-UBND",
            "doc_type": "QĐ",
            "issued_on": dt.date(year, rng.randint(1, 12) if year != MERGER else 5, 15),
            "issuer": f"ỦY BAN NHÂN DÂN TỈNH {name.upper()}",
            "parent_issuer": None,
            "place": name,
            "is_draft": False,
            "is_ocr": is_ocr,
            "genre": "dispatch",
            "subject": None,
        }
    )
    told = rng.random()
    for ordinal, (person, body, inner) in enumerate(listed, 1):
        row = _row(rng, doc_id, ordinal, year, person, body, inner, is_ocr, told)
        if person is not None and person.person_id % 12 == 0:
            initiative_id = f"i{person.person_id}-{number}"
            world.initiatives.append(
                {
                    "initiative_id": initiative_id,
                    "title": f"Cải tiến thiết bị số {person.person_id}",
                    "authors": [row["name"]],
                }
            )
            row["initiative_id"] = initiative_id
        world.awardees.append(row)
        body_name = _official(body, year) if body.renamed == MERGER else str(body.body_id)
        who = f"p{person.person_id}" if person is not None else f"{body_name}: {inner}"
        world.truth[row["awardee_id"]] = who


def _row(
    rng: random.Random, doc_id: str, ordinal: int, year: int, person: Person | None, body: Body,
    inner: str, is_ocr: bool, told: float,
) -> dict[str, Any]:  # fmt: skip
    forms = body.names[year > body.renamed]
    place = rng.choice(forms)
    if told < 0.3:
        place = forms[0]
    if person is None:
        name, workplace, post, honorific = inner or place, place if inner else None, None, None
    else:
        name = person.name
        post = [title for since, title in person.posts if since <= year][-1]
        leads = post.startswith(("Trưởng", "Phó Trưởng", "Giám", "Phó Giám", "Hiệu", "Phó Hiệu"))
        workplace = place if leads or rng.random() < 0.5 else f"{inner}, {place}"
        honorific = rng.choice(("Bà" if person.is_woman else "Ông", None))
        if rng.random() < 0.15:
            post = None
        if rng.random() < 0.04:
            workplace = None
    if is_ocr and rng.random() < 0.04:
        name = name.translate(MISREAD)
    if is_ocr and workplace and rng.random() < 0.06:
        workplace = workplace.translate(MISREAD)
    if rng.random() < 0.03:
        name = name.upper()
    elif rng.random() < 0.03:
        name = name.replace("òa", "oà").replace("ủy", "uỷ").replace("ùy", "uỳ").replace("Lý", "Lí")
    return {
        "awardee_id": f"{doc_id}-awardee-{ordinal:05}",
        "doc_id": doc_id,
        "name": name,
        "kind": "person" if person is not None else "collective",
        "role": "awardee",
        "ordinal": ordinal,
        "honorific": honorific,
        "position": post,
        "workplace": workplace,
        "award": "bang_khen",
        "decision": None,
        "year": year,
        "initiative_id": None,
        "confidence": 0.85 if is_ocr else 0.95,
        "is_duplicate": False,
    }
