"""Stories: the papers of one body and year, true to one another but for one planted error.

Each also holds what looks like an error and is none: rounded and joint counts, other occasions,
half years, people of the same name, awards of two years, proposals that two decisions answer,
further copies of a paper.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from random import Random

from benchmarks.generated import people
from benchmarks.planted import papers
from benchmarks.planted.papers import Award
from benchmarks.planted.sheet import Draft, Plant, Sheet, print_sheet, short_day
from benchmarks.planted.world import World

ACROSS = (
    "report_counts", "list_total", "cumulative_falls", "quoted_count", "quoted_awardee",
    "proposal_dropped", "proposal_added", "proposal_name", "proposal_post", "proposal_wording",
    "draft_final", "cited_document", "cited_body", "cited_title", "award_twice",
    "initiative_authors",
)  # fmt: skip
_TITLES = (
    "Tổ chức Tháng An toàn vệ sinh lao động",
    "Triển khai cuộc thi trực tuyến tìm hiểu Luật Phòng cháy và chữa cháy",
    "Đẩy mạnh ứng dụng chữ ký số trong trao đổi văn bản điện tử",
    "Kiểm tra việc chấp hành pháp luật bảo hiểm xã hội tại doanh nghiệp",
    "Chăm lo Tết cho người lao động có hoàn cảnh khó khăn",
)
_VERBS = ("Cải tiến", "Thiết kế, chế tạo", "Ứng dụng", "Nâng cao hiệu quả sử dụng")
_THINGS = (
    "bộ gá kẹp chi tiết", "phần mềm mã nguồn mở quản lý hồ sơ", "hệ thống tưới nhỏ giọt tự động",
    "bộ học liệu số hỗ trợ học sinh", "thiết bị cảnh báo rò rỉ điện",
)  # fmt: skip
_PLACES = (
    "tại xưởng cơ khí của công ty", "ở khoa khám bệnh ngoại trú", "cho vườn ươm cây lâm nghiệp",
    "trong dạy học môn Ngữ văn lớp 9", "trên đường dây trung thế",
)  # fmt: skip
_SHORT_WORK = "Cải tiến phương pháp dạy học"


@dataclass
class Story:
    """Drafts by name, in the order of their making, and what was planted in them."""

    drafts: dict[str, Draft]
    plants: list[Plant]


def story(
    rng: Random, name: str, world: World, error: str | None
) -> tuple[list[Sheet], list[Plant]]:
    """The papers of a story and what is planted in them.

    :param error: one of ACROSS; None for a story without any
    """
    told = Story({}, [])
    part = rng.random()
    if error in _PROPOSED or (error is None and part < 0.3):
        _proposed(world, told, error)
    elif error in _COUNTED or (error is None and part < 0.65):
        _counted(world, told, error)
    elif error in _QUOTED or (error is None and part < 0.85):
        _quoted(world, told, error)
    else:
        _given(world, told, error)
    for draft in told.drafts.values():  # nobody of whom the story tells signs
        draft.signer = world.people(1)[0].name
    sheets = [print_sheet(rng, f"{name}-{key}", draft) for key, draft in told.drafts.items()]
    if error is None and rng.random() < 0.25:  # another copy of a paper counts once
        key, draft = rng.choice(list(told.drafts.items()))
        sheets.append(print_sheet(rng, f"{name}-{key}-ban-sao", draft))
    files = [
        replace(plant, files=tuple(f"{name}-{key}.txt" for key in plant.files))
        for plant in told.plants
    ]
    return sheets, files


_PROPOSED = frozenset(
    {"proposal_dropped", "proposal_added", "proposal_name", "proposal_post", "proposal_wording",
     "draft_final"}
)  # fmt: skip
_COUNTED = frozenset({"report_counts", "list_total", "cumulative_falls"})
_QUOTED = frozenset({"quoted_count", "quoted_awardee", "cited_document", "cited_body",
                     "cited_title"})  # fmt: skip


def _award(world: World) -> Award:
    return Award(
        "Bằng khen",
        world.rng.choice(
            (f"có thành tích xuất sắc trong phong trào thi đua năm {world.year}",
             f"đạt thành tích tiêu biểu trong phong trào thi đua yêu nước năm {world.year}")
        ),
    )  # fmt: skip


def _proposed(world: World, told: Story, error: str | None) -> None:
    """A proposal and the decision on it; sometimes minutes' worth of other decisions beside."""
    rng, award = world.rng, _award(world)
    members = world.people(rng.randint(4, 9))
    groups = world.groups(rng.randint(2, 5)) if rng.random() < 0.4 else []
    asked = papers.proposal(world, award, members, world.day(11), groups)
    given, drafted = list(members), list(members)
    at = rng.randrange(len(members))
    also: frozenset[str] = frozenset()
    basis = papers.cited(world, asked, "Tờ trình", asked.office.named[0])
    bases = [basis]
    if error == "proposal_dropped":
        del given[at]
    elif error == "proposal_added":
        given.insert(at, world.people(1)[0])
    elif error == "proposal_name":
        given[at] = replace(members[at], name=_misspelt(rng, members[at].name))
        also = frozenset({"proposal_dropped", "proposal_added", "proposal_wording"})
    elif error == "proposal_post":
        given[at] = replace(members[at], post=_other_post(members[at].post))
        also = frozenset({"proposal_wording"})
    elif error == "proposal_wording":
        given[at] = replace(members[at], workplace=_other_place(members[at].workplace))
    elif error == "draft_final":
        del drafted[at]
    elif rng.random() < 0.3:  # two decisions answer one proposal
        half = len(members) // 2
        told.drafts["qd2"] = papers.decision(world, award, members[:half], world.day(12), bases)
        given = members[half:]
    elif rng.random() < 0.4:  # one decision answers two proposals
        more = world.people(2)
        second = papers.proposal(world, award, more, world.day(11))
        told.drafts["ttr2"] = second
        bases.append(papers.cited(world, second, "Tờ trình", second.office.named[0]))
        given = [*members, *more]
    told.drafts["ttr"] = asked
    final = papers.decision(world, award, given, world.day(12), bases, groups)
    told.drafts["qd"] = final
    if error == "draft_final" or rng.random() < 0.2:
        named = drafted if error == "draft_final" else given
        early = papers.decision(world, award, named, final.day, bases, groups)
        blank = f"     /{early.number.split('/', 1)[1]}"
        told.drafts["du-thao"] = replace(
            early, mark="DỰ THẢO", blank_day=True, number=blank,
            annex=[line.replace(early.number, blank.strip()) for line in early.annex],
        )  # fmt: skip
    if error == "draft_final":
        told.plants.append(Plant(error, ("qd", "du-thao")))
    elif error is not None:
        told.plants.append(Plant(error, ("qd", "ttr"), also))


def _misspelt(rng: Random, name: str) -> str:
    """The same name with another vowel, or with another middle name."""
    words = name.split()
    other = {"a": "ă", "ă": "a", "e": "ê", "o": "ơ", "u": "ư", "â": "a", "ê": "e", "ơ": "o",
             "ư": "u", "i": "y", "y": "i"}  # fmt: skip
    for at in (len(words) - 1, 1):
        for place, letter in enumerate(words[at]):
            if place and letter in other:
                words[at] = words[at][:place] + other[letter] + words[at][place + 1 :]
                return " ".join(words)
    words[1] = "Hữu" if words[1] != "Hữu" else "Đình"
    return " ".join(words)


def _other_post(post: str) -> str:
    if post.startswith("Phó "):
        return post.removeprefix("Phó ")
    if post in ("Giám đốc", "Chủ tịch", "Hiệu trưởng"):
        return f"Phó {post}"
    return "Phó Trưởng phòng"


def _other_place(workplace: str) -> str:
    return (
        "Trung tâm Dịch vụ việc làm" if workplace.startswith("Sở") else "Sở Khoa học và Công nghệ"
    )


def _counted(world: World, told: Story, error: str | None) -> None:
    """A decision, and reports that count: of the half year, of the year, and of it once more."""
    rng, award = world.rng, _award(world)
    year = world.year
    members = world.people(rng.randint(4, 9))
    groups = world.groups(rng.randint(2, 5)) if rng.random() < 0.4 else []
    told.drafts["qd"] = papers.decision(world, award, members, world.day(11), (), groups)
    # Decisions that the archive lacks may make the year's count larger than the list, not smaller.
    count = len(members) + rng.choice((0, 0, rng.randint(3, 40)))
    again = count
    works = rng.randint(400, 900)
    sums = [works, works + rng.randint(5, 90), works + rng.randint(120, 200)]
    if error == "list_total":
        count = again = len(members) - rng.randint(1, 3)
    elif error == "report_counts":
        again = count + rng.choice((1, 2, 5, 10))
    elif error == "cumulative_falls":
        at = rng.choice((1, 2))
        sums[at] = sums[at - 1] - rng.randint(1, 40)
        sums[2] = max(sums[2], sums[1] + 7)
        if at == 2:
            sums[2] = sums[1] - rng.randint(1, 30)
    giver = world.named(world.decider)
    start = rng.choice((f"từ năm {year - 3}", f"từ đầu năm {year - 4}"))
    told.drafts["bc1"] = papers.report(
        world, world.day(7, 1, 10),
        [f"6 tháng đầu năm {year}, {giver} tặng Bằng khen cho {max(2, count // 3):02} cá nhân.",
         f"Lũy kế {start} đến hết tháng 6/{year}, toàn tỉnh có {sums[0]} sáng kiến được công nhận.",
         f"Đến nay, toàn tỉnh hiện có {rng.randint(900, 999)} công đoàn cơ sở đang hoạt động."],
        f"Kết quả phong trào thi đua 6 tháng đầu năm {year}",
    )  # fmt: skip
    forms = (
        f"Năm {year}, {giver} tặng Bằng khen cho {{}} cá nhân.",
        f"Trong năm {year}, {giver} đã tặng Bằng khen cho {{}} cá nhân.",
        f"Năm {year}, có {{}} cá nhân được {giver} tặng Bằng khen.",
        f"Công tác khen thưởng: năm {year}, {giver} quyết định tặng Bằng khen cho {{}} cá nhân.",
    )
    yearly = rng.choice(forms)
    told.drafts["bc2"] = papers.report(
        world, world.day(1, 5, 20, later=1),
        [yearly.format(f"{count:02}"),
         f"Lũy kế {start} đến hết tháng 12/{year}, toàn tỉnh có {sums[1]} sáng kiến được công "
         "nhận.",
         rng.choice((
             f"Nhân dịp kỷ niệm ngày thành lập ngành, năm {year} {giver} tặng Bằng khen cho "
             f"{rng.randint(2, 5):02} cá nhân.",
             f"Năm {year} có gần {count + 60} lượt cá nhân được khen thưởng các cấp.",
             f"Năm {year}, {giver} tặng Bằng khen cho {count + 33} tập thể và cá nhân."))],
        f"Kết quả phong trào thi đua năm {year}",
    )  # fmt: skip
    told.drafts["bc3"] = papers.report(
        world, world.day(4, 1, 20, later=1),
        [rng.choice(forms).format(f"{again:02}"),
         f"Lũy kế {start} đến hết tháng 3/{year + 1}, toàn tỉnh có {sums[2]} sáng kiến được công "
         "nhận.",
         f"Đến nay, toàn tỉnh hiện có {rng.randint(800, 899)} công đoàn cơ sở đang hoạt động."],
        f"Công tác thi đua, khen thưởng quý I năm {year + 1}",
    )  # fmt: skip
    if error == "report_counts":
        told.plants.append(Plant(error, ("bc3", "bc2")))
    elif error == "list_total":
        told.plants.append(Plant(error, ("bc2", "qd"), frozenset({"list_total"})))
    elif error is not None:
        told.plants.append(Plant(error, ("bc2", "bc3")))


def _quoted(world: World, told: Story, error: str | None) -> None:
    """A decision and a plan, and letters and reports that quote them."""
    rng, award = world.rng, _award(world)
    members = world.people(rng.randint(4, 9))
    groups = world.groups(rng.randint(2, 5)) if rng.random() < 0.4 else []
    given = papers.decision(world, award, members, world.day(10), (), groups)
    planned = papers.plan(world, world.day(2), f"{rng.choice(_TITLES)} năm {world.year}")
    told.drafts |= {"qd": given, "kh": planned}
    giver = world.named(world.decider)
    count = len(members)
    body, wrong_day, title = None, given, planned.subject
    hero = rng.choice(members)
    plant: Plant | None = None
    if error == "quoted_count":
        count += rng.choice((-1, 1, 2)) if count > 4 else rng.choice((1, 2))
        plant = Plant(error, ("cv", "qd"))
    elif error == "quoted_awardee":
        hero = world.people(1)[0]
        plant = Plant(error, ("cv", "qd"))
    elif error == "cited_document":
        wrong_day = replace(given, day=given.day + dt.timedelta(days=rng.choice((1, 3, 9))))
        if rng.random() < 0.4:
            wrong_day = replace(given, number=given.number.replace("/QĐ-", "/HD-"))
        plant = Plant(error, ("cv", "qd"), frozenset({"title_number_mismatch", "quoted_awardee"}))
    elif error == "cited_body":
        body = world.other.named[0]
        plant = Plant(error, ("cv", "qd"))
    elif error == "cited_title":
        title = rng.choice([t for t in _TITLES if t not in planned.subject])
        plant = Plant(error, ("bc", "kh"))
    source = papers.cited(world, wrong_day, "Quyết định", body)
    people_said = rng.choice((
        f"{giver} đã tặng Bằng khen cho {count:02} cá nhân tại {source}.",
        f"Tại {source}, {giver} đã tặng Bằng khen cho {count:02} cá nhân.",
        f"{giver} tặng Bằng khen cho {count:02} cá nhân có thành tích xuất sắc ({source}).",
        f"Theo {source}, có {count:02} cá nhân được {giver} tặng Bằng khen.",
        f"Đã có {count:02} cá nhân được tặng Bằng khen của {giver} theo {source}.",
        f"{giver} khen thưởng {count:02} cá nhân bằng hình thức Bằng khen tại {source}.",
    ))  # fmt: skip
    told.drafts["cv"] = papers.letter(
        world, world.day(12),
        [people_said,
         f"{hero.honorific} {hero.name}, {hero.post}, {hero.workplace} được {giver} tặng Bằng "
         f"khen theo {papers.cited(world, wrong_day, 'Quyết định', body)}."],
    )  # fmt: skip
    own = rng.randint(1, 2)
    told.drafts["cv2"] = papers.letter(
        world, world.day(12),
        [f"Đơn vị có {own:02} cá nhân được {giver} tặng Bằng khen tại "
         f"{papers.cited(world, given, 'Quyết định')}."],
        low=True,
    )  # fmt: skip
    small = title[0].lower() + title[1:]
    told.drafts["bc"] = papers.report(
        world, world.day(11),
        [f"Thực hiện Kế hoạch số {planned.number} {short_day(rng, planned.day)} của "
         f"{giver} về {small}, các đơn vị đã triển khai kịp thời."],
        f"Kết quả thực hiện kế hoạch năm {world.year}",
    )  # fmt: skip
    if plant is not None:
        told.plants.append(plant)


def _given(world: World, told: Story, error: str | None) -> None:
    """Titles and initiatives of two papers each: of other people, years and works, or the same."""
    rng, year = world.rng, world.year
    title = Award("danh hiệu Chiến sĩ thi đua cơ sở", f"năm {year}")
    first, second = world.people(rng.randint(3, 6)), world.people(rng.randint(3, 6))
    if error == "award_twice":
        second[0] = rng.choice(first)
    elif rng.random() < 0.5:  # the same name in another body
        other = next((p for p in second if p.workplace != first[0].workplace), None)
        if other is not None:
            namesake = replace(other, name=first[0].name, honorific=first[0].honorific)
            second[second.index(other)] = namesake
    told.drafts["qd1"] = papers.decision(world, title, first, world.day(11))
    told.drafts["qd2"] = papers.decision(world, title, second, world.day(12))
    later = replace(title, occasion=f"năm {year + 1}")
    told.drafts["qd3"] = papers.decision(
        world, later, [first[-1], *world.people(3)], world.day(12, later=1)
    )  # fmt: skip
    authors = [_author(rng), _author(rng)]
    work, second_work = _work(rng), _work(rng)
    other_work = work if error == "initiative_authors" else second_work
    if error != "initiative_authors" and (work == second_work or rng.random() < 0.4):
        other_work, authors[1] = work, authors[0]
    told.drafts["sk1"] = papers.recognition(world, world.day(3), work, authors[0])
    told.drafts["sk2"] = papers.recognition(world, world.day(5), other_work, authors[1])
    told.drafts["sk3"] = papers.recognition(world, world.day(8), _SHORT_WORK, _author(rng))
    told.drafts["sk4"] = papers.recognition(world, world.day(9), _SHORT_WORK, _author(rng))
    if error == "award_twice":
        told.plants.append(Plant(error, ("qd1", "qd2")))
    elif error == "initiative_authors":
        told.plants.append(Plant(error, ("sk1", "sk2")))


def _work(rng: Random) -> str:
    return f"{rng.choice(_VERBS)} {rng.choice(_THINGS)} {rng.choice(_PLACES)}"


def _author(rng: Random) -> str:
    while len((name := people.person(rng).name).split()) < 3:
        continue
    return name
