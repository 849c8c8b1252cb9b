"""Single papers, each right or with one error of a kind that shows inside the paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from benchmarks.generated import people, places
from benchmarks.planted import figures_alone
from benchmarks.planted.papers import Award, decision
from benchmarks.planted.sheet import Draft, Office, Plant, Sheet, in_words, print_sheet
from benchmarks.planted.world import Person, World

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_TOPICS = ("Kết quả phong trào thi đua", "Tình hình hoạt động công đoàn", "Công tác nữ công")
Made = tuple[Draft, tuple[dict[str, Any], ...]]
Maker = Callable[[Random, bool], Made]


def alone(rng: Random, name: str, kind: str, *, wrong: bool) -> tuple[Sheet, list[Plant]]:
    """A paper that the check ``kind`` can decide, and what is planted in it."""
    draft, signatures = MAKERS[kind](rng, wrong)
    sheet = print_sheet(rng, name, draft, signatures)
    plants = [Plant(kind, (sheet.name,), ALSO.get(kind, frozenset()))] if wrong else []
    return sheet, plants


def office(rng: Random) -> Office:
    """The union of an invented district."""
    district, province = places.unit(rng), rng.choice(places.PROVINCES)
    return Office(
        (f"LIÊN ĐOÀN LAO ĐỘNG TỈNH {province.upper()}",),
        f"LIÊN ĐOÀN LAO ĐỘNG HUYỆN {district.upper()}", "LĐLĐ", district,
        ("Liên đoàn Lao động huyện",), ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"),
    )  # fmt: skip


def day_of(rng: Random) -> dt.date:
    """A working day of some year."""
    return dt.date(rng.randint(2014, 2024), rng.randint(3, 11), rng.randint(2, 27))


def paper(rng: Random, code: str, title: str, body: list[str], subject: str = "") -> Draft:
    """A paper of an invented district's union; ``code`` CV makes a letter."""
    by = office(rng)
    number = f"{rng.randint(11, 999)}/{by.code}" if code == "CV" else (
        f"{rng.randint(11, 999)}/{code}-{by.code}"
    )  # fmt: skip
    letter = code == "CV"
    return Draft(
        by, number, day_of(rng), title, subject or rng.choice(_TOPICS).lower(), body,
        addressees=("Công đoàn các đơn vị",) if letter else (),
    )  # fmt: skip


def _world(rng: Random) -> World:
    return World(rng, rng.choice(places.PROVINCES), rng.randint(2014, 2023), "union")


def _award_list(rng: Random) -> tuple[Draft, list[Person]]:
    """A decision with its list, of a district so that no story has its figures."""
    world = _world(rng)
    world.decider = office(rng)
    members = world.people(rng.randint(4, 9))
    award = Award("Giấy khen", f"có thành tích xuất sắc trong phong trào thi đua năm {world.year}")
    return decision(world, award, members, world.day(11)), members


def _list_count(rng: Random, wrong: bool) -> Made:
    draft, members = _award_list(rng)
    if wrong:
        said = f"cho {len(members):02} cá nhân"
        other = f"cho {len(members) + rng.choice((-1, 1, 2)):02} cá nhân"
        draft.body = [line.replace(said, other) for line in draft.body]
    return draft, ()


def _awardee_twice(rng: Random, wrong: bool) -> Made:
    world = _world(rng)
    world.decider = office(rng)
    members = world.people(rng.randint(4, 9))
    if wrong:
        members[-1] = members[0]
    award = Award("Giấy khen", f"có thành tích xuất sắc trong phong trào thi đua năm {world.year}")
    return decision(world, award, members, world.day(11)), ()


def _numbering_gap(rng: Random, wrong: bool) -> Made:
    lines = (
        "Công tác tuyên truyền được các cấp công đoàn quan tâm.",
        "Công tác chăm lo đời sống đoàn viên có nhiều đổi mới.",
        "Công tác kiểm tra, giám sát được thực hiện đúng quy định.",
        "Công tác tài chính bảo đảm công khai, minh bạch.",
        "Công tác nữ công được duy trì thường xuyên ở cơ sở.",
    )
    marks = list(range(1, len(lines) + 1))
    if wrong:
        at = rng.randint(1, 3)
        marks = [n + 1 if n > at else n for n in marks]
    body = [f"{n}. {line}" for n, line in zip(marks, lines, strict=True)]
    return paper(rng, "BC", "BÁO CÁO", body), ()


def _date_impossible(rng: Random, wrong: bool) -> Made:
    month = rng.choice((4, 6, 9, 11))
    day = 31 if wrong else 30
    year = rng.randint(2015, 2024)
    words = rng.choice((f"ngày {day}/{month}/{year}", f"ngày {day} tháng {month} năm {year}"))
    return paper(rng, "BC", "BÁO CÁO", [f"Hội nghị tổng kết được tổ chức vào {words}."]), ()


def _weekday(rng: Random, wrong: bool) -> Made:
    draft = paper(rng, "CV", "", [], "mời dự hội nghị")
    day = draft.day + dt.timedelta(days=rng.randint(3, 20))
    name = _WEEKDAYS[(day.weekday() + (rng.randint(1, 6) if wrong else 0)) % 7]
    draft.body = [
        "Liên đoàn Lao động huyện trân trọng kính mời đại biểu dự hội nghị tổng kết.",
        f"Thời gian: 8 giờ 00, {name}, ngày {day.day:02}/{day.month:02}/{day.year}.",
    ]
    return draft, ()


def _cited_after_issue(rng: Random, wrong: bool) -> Made:
    draft = paper(rng, "BC", "BÁO CÁO", [])
    step = rng.randint(5, 60)
    day = draft.day + dt.timedelta(days=step if wrong else -step)
    draft.body = [
        f"Thực hiện Kế hoạch số {rng.randint(11, 99)}/KH-LĐLĐ ngày {day.day}/{day.month}/"
        f"{day.year} của Liên đoàn Lao động tỉnh, các cấp công đoàn đã triển khai kịp thời."
    ]
    return draft, ()


def _deadline_after_issue(rng: Random, wrong: bool) -> Made:
    draft = paper(rng, "CV", "", [], "báo cáo kết quả thực hiện")
    step = rng.randint(5, 40)
    day = draft.day + dt.timedelta(days=-step if wrong else step)
    draft.body = [
        "Đề nghị các đơn vị gửi báo cáo về Liên đoàn Lao động huyện trước "
        f"ngày {day.day}/{day.month}/{day.year}."
    ]
    return draft, ()


def _annex_number(rng: Random, wrong: bool) -> Made:
    draft, _ = _award_list(rng)
    while not draft.annex or len(set(draft.number.split("/")[0])) < 2:
        draft, _ = _award_list(rng)
    if wrong:
        digits = draft.number.split("/")[0]
        other = f"{digits[1]}{digits[0]}{digits[2:]}"
        draft.annex = [
            line.replace(f"số {digits}/", f"số {other}/") for line in draft.annex
        ]  # fmt: skip
    return draft, ()


def _title_number(rng: Random, wrong: bool) -> Made:
    word, code = rng.choice((("Kế hoạch", "KH"), ("Quyết định", "QĐ"), ("Hướng dẫn", "HD")))
    other = rng.choice([c for c in ("BC", "TB", "CTr") if c != code])
    draft = paper(rng, "BC", "BÁO CÁO", [])
    day = draft.day - dt.timedelta(days=rng.randint(5, 90))
    draft.body = [
        f"Thực hiện {word} số {rng.randint(11, 99)}/{other if wrong else code}-TLĐ "
        f"{in_words(day)} của Tổng Liên đoàn Lao động Việt Nam, các cấp công đoàn đã triển khai."
    ]
    return draft, ()


def _blank_citation(rng: Random, wrong: bool) -> Made:
    draft = paper(rng, "BC", "BÁO CÁO", [])
    day = draft.day - dt.timedelta(days=rng.randint(5, 90))
    number = "      " if wrong else str(rng.randint(11, 99))
    draft.body = [
        f"Theo đề nghị của Ban Tuyên giáo tại Tờ trình số {number}/TTr-BTG {in_words(day)}."
    ]
    return draft, ()


def _draft_mark(rng: Random, wrong: bool) -> Made:
    draft = paper(rng, "KH", "KẾ HOẠCH", ["Kế hoạch này được triển khai đến toàn thể đoàn viên."])
    draft.mark = "DỰ THẢO" if wrong else ""
    return draft, ()


def _missing_signature(rng: Random, wrong: bool) -> Made:
    body = ["Công tác tuyên truyền được các cấp công đoàn quan tâm."]
    draft = paper(rng, "BC", "BÁO CÁO", body)
    draft.is_signed = not wrong
    return draft, ()


def _signed(rng: Random, **others: Any) -> Made:
    """A report with the digital signatures of its signer and its body."""
    draft = paper(rng, "BC", "BÁO CÁO", ["Công tác tuyên truyền được các cấp quan tâm."])
    draft.signer = _person(rng)
    when = dt.datetime.combine(draft.day, dt.time(9, 30), dt.timezone(dt.timedelta(hours=7)))
    mine = {"signer": draft.signer, "is_body": False, "signed_at": when, "intact": True}
    seal = {"signer": draft.office.issuer.title(), "is_body": True, "signed_at": when,
            "intact": True}  # fmt: skip
    mine.update({k: v for k, v in others.items() if not k.startswith("seal_")})
    seal.update({k.removeprefix("seal_"): v for k, v in others.items() if k.startswith("seal_")})
    if "late" in mine:
        mine["signed_at"] = when + dt.timedelta(days=mine.pop("late"))
        seal["signed_at"] = mine["signed_at"]
    return draft, (mine, seal)


def _person(rng: Random) -> str:
    while len((name := people.person(rng).name).split()) < 3:
        continue
    return name


def _signature_date(rng: Random, wrong: bool) -> Made:
    return _signed(rng, late=rng.randint(2, 9)) if wrong else _signed(rng)


def _signature_signer(rng: Random, wrong: bool) -> Made:
    if wrong:  # another person, and no seal of the body that would make a clerk of him
        draft, (mine, _) = _signed(rng, signer=_person(rng))
        return draft, (mine,)
    # Signed in ink: the clerk signs the file beside the seal of the body.
    return _signed(rng, signer=_person(rng)) if rng.random() < 0.5 else _signed(rng)


def _signature_body(rng: Random, wrong: bool) -> Made:
    return _signed(rng, seal_signer=f"Sở Y tế tỉnh {rng.choice(places.PROVINCES)}") if wrong else (
        _signed(rng)
    )  # fmt: skip


def _signature_intact(rng: Random, wrong: bool) -> Made:
    return _signed(rng, intact=False) if wrong else _signed(rng)


def _signed_before_cited(rng: Random, wrong: bool) -> Made:
    draft, signatures = _signed(rng, late=-rng.randint(6, 9)) if wrong else _signed(rng)
    day = draft.day - dt.timedelta(days=rng.randint(1, 3))
    draft.body.append(
        f"Thực hiện Kế hoạch số {rng.randint(11, 99)}/KH-LĐLĐ ngày {day.day}/{day.month}/"
        f"{day.year} của Liên đoàn Lao động tỉnh."
    )
    return draft, signatures


def _award_authority(rng: Random, wrong: bool) -> Made:
    world = World(rng, rng.choice(places.PROVINCES), rng.randint(2014, 2023), "committee")
    if not wrong:
        world.decider = Office((), "CHỦ TỊCH NƯỚC", "CTN", "Hà Nội", ("Chủ tịch nước",),
                               ("CHỦ TỊCH",))  # fmt: skip
    award = Award(
        rng.choice(("Huân chương Lao động hạng Ba", "Huân chương Lao động hạng Nhì")),
        "có thành tích xuất sắc trong công tác",
    )
    return decision(world, award, world.people(rng.randint(2, 5)), world.day(5)), ()


def _signer_is_awardee(rng: Random, wrong: bool) -> Made:
    draft, members = _award_list(rng)
    draft.signer = members[0].name if wrong else _person(rng)
    return draft, ()


def _repeated_block(rng: Random, wrong: bool) -> Made:
    themes = (
        "tuyên truyền", "chăm lo đời sống", "kiểm tra, giám sát", "tài chính", "nữ công",
        "phát triển đoàn viên", "thi đua, khen thưởng", "đối thoại tại nơi làm việc",
    )  # fmt: skip
    body = [
        f"Công tác {theme} được các cấp công đoàn {rng.choice(('quan tâm', 'chú trọng'))} chỉ đạo, "
        f"bám sát nhiệm vụ của {rng.choice(('địa phương', 'cơ quan', 'đơn vị'))} và nguyện vọng "
        f"của đoàn viên, người lao động; nội dung {theme} được đưa vào chương trình công tác "
        "hằng quý, có phân công người phụ trách, có kiểm tra, đôn đốc và sơ kết, rút kinh nghiệm "
        "kịp thời ở từng công đoàn cơ sở."
        for theme in rng.sample(themes, len(themes))
    ]
    if wrong:
        body = [*body, *body[2:6]]
    return paper(rng, "BC", "BÁO CÁO", body), ()


def _of_figures(make: Callable[[Random, bool], list[str]]) -> Maker:
    def made(rng: Random, wrong: bool) -> Made:
        return paper(rng, "BC", "BÁO CÁO", make(rng, wrong)), ()

    return made


MAKERS: Mapping[str, Maker] = {
    **{name: _of_figures(make) for name, make in figures_alone.SENTENCES.items()},
    "list_count": _list_count, "awardee_twice": _awardee_twice, "numbering_gap": _numbering_gap,
    "date_impossible": _date_impossible, "weekday": _weekday,
    "cited_after_issue": _cited_after_issue, "deadline_after_issue": _deadline_after_issue,
    "annex_number": _annex_number, "title_number_mismatch": _title_number,
    "blank_citation": _blank_citation, "draft_mark": _draft_mark,
    "missing_signature": _missing_signature, "signature_date": _signature_date,
    "signature_signer": _signature_signer, "signature_body": _signature_body,
    "signature_intact": _signature_intact, "signed_before_cited": _signed_before_cited,
    "award_authority": _award_authority, "signer_is_awardee": _signer_is_awardee,
    "repeated_block": _repeated_block,
}  # fmt: skip
# What else the same error breaks.
ALSO: Mapping[str, frozenset[str]] = {
    "signed_before_cited": frozenset({"signature_date"}),
    "signature_intact": frozenset({"signature_signer"}),
    "part_le_whole": frozenset({"percent_of_total", "breakdown_sum"}),
}
