"""The papers of a story: proposal, decision, report, letter, plan and recognition."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.planted.sheet import Draft, in_words, short_day
from benchmarks.planted.world import Person, World, listed

_SMOOTH = (
    "Các cấp, các ngành đã chỉ đạo kịp thời, có trọng tâm, bám sát nhiệm vụ chính trị được giao.",
    "Công tác tuyên truyền được quan tâm thường xuyên, tạo sự đồng thuận trong cán bộ, đoàn viên.",
    "Việc bình xét bảo đảm công khai, đúng đối tượng, đúng tiêu chuẩn theo quy định hiện hành.",
    "Phong trào đã góp phần hoàn thành các nhiệm vụ chuyên môn của cơ quan, đơn vị.",
    "Tuy nhiên, ở một số nơi việc nhân rộng điển hình chưa được chú trọng đúng mức.",
)


@dataclass(frozen=True)
class Award:
    """What a story gives: its name and the occasion that its papers tell."""

    name: str
    occasion: str


def cited(world: World, draft: Draft, kind: str, by: str | None = None) -> str:
    """`Quyết định số ... ngày ... của ...`, in one of the ways to write it."""
    rng = world.rng
    comma = "," if rng.random() < 0.2 else ""
    of = f" của {by or world.named(draft.office)}" if rng.random() < 0.7 or by else ""
    return f"{kind} số {draft.number}{comma} {short_day(rng, draft.day)}{of}"


def proposal(
    world: World,
    award: Award,
    members: Sequence[Person],
    day: dt.date,
    groups: Sequence[str] = (),
) -> Draft:
    """A tờ trình with its list of nominees."""
    number = world.number(world.proposer, "TTr")
    whom = f"{len(members):02} cá nhân"
    if groups:
        whom = f"{len(groups):02} tập thể và {whom}"
    return Draft(
        world.proposer, number, day, "TỜ TRÌNH", f"Về việc đề nghị tặng {award.name}",
        [f"{world.proposer.named[0]} đề nghị {world.named(world.decider)} xem xét, tặng "
         f"{award.name} cho {whom} {award.occasion} (có danh sách kèm theo).",
         world.rng.choice(_SMOOTH), "Kính đề nghị xem xét, quyết định."],
        addressees=(world.decider.named[-1] if world.decider.code == "LĐLĐ"
                    else world.decider.named[0],),
        annex=_annex(world, "Tờ trình", f"DANH SÁCH {'TẬP THỂ, ' * bool(groups)}CÁ NHÂN ĐỀ NGHỊ "
                     f"TẶNG {award.name.upper()}", number, day, members, groups),
    )  # fmt: skip


def decision(
    world: World,
    award: Award,
    members: Sequence[Person],
    day: dt.date,
    bases: Sequence[str] = (),
    groups: Sequence[str] = (),
) -> Draft:
    """A quyết định that awards, with its list below or behind it."""
    rng = world.rng
    number = world.number(world.decider, "QĐ")
    inline = rng.random() < 0.35 and not groups
    tail = ", gồm các ông, bà có tên sau:" if inline else rng.choice(
        (" (có danh sách kèm theo).", " (có danh sách cụ thể kèm theo).", " có tên trong danh sách "
         "kèm theo Quyết định này.")
    )  # fmt: skip
    whom = f"{len(members):02} cá nhân"
    if groups:
        whom = f"{len(groups):02} tập thể và {whom}"
    body = [
        *(f"Căn cứ {base};" for base in bases),
        "QUYẾT ĐỊNH:",
        f"Điều 1. Tặng {award.name} cho {whom} {award.occasion}{tail}",
        *(listed(rng, members, rng.choice(("comma", "dash"))) if inline else ()),
        "Điều 2. Thủ trưởng các đơn vị và các cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành.",
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.",
    ]
    annex = [] if inline else _annex(
        world, "Quyết định", f"DANH SÁCH {'TẬP THỂ, ' * bool(groups)}CÁ NHÂN ĐƯỢC TẶNG "
        f"{award.name.upper()}", number, day, members, groups,
    )  # fmt: skip
    return Draft(world.decider, number, day, "QUYẾT ĐỊNH",
                 f"Về việc tặng {award.name} {award.occasion}", body, annex=annex)  # fmt: skip


def report(world: World, day: dt.date, sentences: Sequence[str], about: str) -> Draft:
    """A báo cáo of the deciding body with these sentences among others."""
    rng = world.rng
    smooth = rng.sample(_SMOOTH, 3)
    mixed = [smooth[0], *sentences, *smooth[1:]]
    return Draft(
        world.decider, world.number(world.decider, "BC"), day, "BÁO CÁO", about,
        [f"{i}. {line}" for i, line in enumerate(mixed, 1)] if rng.random() < 0.3 else mixed,
    )  # fmt: skip


def letter(world: World, day: dt.date, sentences: Sequence[str], *, low: bool = False) -> Draft:
    """A công văn; ``low``: of the body that proposes, about its own people."""
    office = world.proposer if low else world.decider
    return Draft(
        office, world.number(office, "CV"), day, "", "tuyên truyền gương điển hình tiên tiến",
        [*sentences, "Đề nghị các đơn vị phổ biến, nhân rộng trong toàn thể cán bộ, đoàn viên."],
        addressees=("Các cơ quan, đơn vị trong tỉnh",),
    )  # fmt: skip


def plan(world: World, day: dt.date, title: str) -> Draft:
    """A kế hoạch of that title."""
    return Draft(
        world.decider, world.number(world.decider, "KH"), day, "KẾ HOẠCH", title,
        ["Kế hoạch này được triển khai đến toàn thể cán bộ, đoàn viên trong tỉnh.",
         world.rng.choice(_SMOOTH)],
    )  # fmt: skip


def recognition(world: World, day: dt.date, title: str, author: str) -> Draft:
    """A quyết định that recognises one initiative."""
    return Draft(
        world.decider, world.number(world.decider, "QĐ"), day, "QUYẾT ĐỊNH",
        f"Về việc công nhận sáng kiến năm {world.year}",
        ["QUYẾT ĐỊNH:", f"Điều 1. Công nhận sáng kiến “{title}” của tác giả {author}.",
         "Điều 2. Quyết định này có hiệu lực kể từ ngày ký."],
    )  # fmt: skip


def _annex(
    world: World,
    kind: str,
    title: str,
    number: str,
    day: dt.date,
    members: Sequence[Person],
    groups: Sequence[str] = (),
) -> list[str]:
    shape = world.rng.choice(("comma", "dash", "table", "table"))
    head = ["", title, f"(Kèm theo {kind} số {number} {in_words(day)})", ""]
    if not groups:
        return [*head, *listed(world.rng, members, shape)]
    ends = [";"] * (len(groups) - 1) + ["."]
    bodies = [
        f"{i}. {name}{end}" for (i, name), end in zip(enumerate(groups, 1), ends, strict=True)
    ]
    return [*head, "I. TẬP THỂ", *bodies, "II. CÁ NHÂN",
            *listed(world.rng, members, "comma" if shape == "table" else shape)]  # fmt: skip
