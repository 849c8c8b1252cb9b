"""Decisions: awards with the list in the article or in an annex, and decisions of other kinds."""

from __future__ import annotations

import calendar
import datetime as dt
from random import Random

from benchmarks.generated import awards, citations, dates, lists, offices, people, phrases, tables
from benchmarks.generated.filling import Pieces, fill
from benchmarks.generated.frame import Frame, begin, finish
from benchmarks.generated.heads import TITLES
from benchmarks.generated.lists import Grant, Listed
from benchmarks.generated.numbers import dots
from benchmarks.generated.offices import Office
from benchmarks.generated.posts import post_in
from benchmarks.generated.posts import printed as printed_post
from tests.samples.marks import Date, Figure, Who
from tests.samples.sample import Block, NewPage, Para, Sample, basis, center, item, p, under


def bases(frame: Frame, last: tuple[str, ...] = (",", ".", ";")) -> list[Block]:
    """`Căn cứ ...;` lines and the proposal, which ends in one of ``last``."""
    rng = frame.rng
    lead = rng.choice(("Căn cứ ", "Căn cứ ", "Căn cứ ", "- Căn cứ "))
    end = rng.choice((";", ";", ";", ","))
    lines: list[Block] = []
    if rng.random() < 0.5:
        lines.append(basis(f"{lead}chức năng, nhiệm vụ, quyền hạn của {frame.office.name}{end}"))
    if rng.random() < 0.35:
        day = Date("ngày 15 tháng 6 năm 2022", "2022-06-15", "2022-06-15", "cited")
        if frame.issued.year > 2022:
            lines.append(basis(f"{lead}Luật Thi đua, khen thưởng ", day, end))
    for _ in range(rng.randint(1, 2)):
        lines.append(basis(lead, *citations.act(rng, frame.issued, frame.shelf), end))
    if rng.random() < 0.6:
        cited = citations.of_office(rng, frame.issued, frame.shelf, frame.office)
        lines.append(basis(lead, *cited, end))
    proposal = rng.choice(("Xét đề nghị của {}", "Theo đề nghị của {}")).format(
        rng.choice(
            (
                "Chánh Văn phòng",
                "Trưởng phòng Tổ chức - Hành chính",
                "Trưởng ban Tổ chức",
                "Hội đồng Thi đua - Khen thưởng",
                "Trưởng phòng Nội vụ",
            )
        )
    )
    if rng.random() < 0.3:
        minutes = citations.local(rng, frame.issued, frame.shelf, "", "TTr", frame.office.code)
        return [*lines, basis(proposal + " tại ", minutes[0], rng.choice(last))]
    return [*lines, basis(proposal + rng.choice(last))]


def authority_line(office: Office) -> str:
    """The line in capitals above the basis, which is no signature."""
    if office.kind.startswith("union"):
        board = "BAN CHẤP HÀNH" if office.kind == "union base" else "BAN THƯỜNG VỤ"
        return f"{board} {' '.join(office.issuer)}"
    head = office.stacks[0][1]
    if office.kind.startswith("committee"):
        return f"CHỦ TỊCH {' '.join(office.issuer)}"
    return f"{head} {' '.join(office.issuer)}"


def award_decision(rng: Random, name: str) -> Sample:
    """A decision that confers an award or title on those of its list."""
    office = offices.office(rng)
    while office.kind in ("council",):
        office = offices.office(rng)
    frame = begin(rng, name, "QĐ", office, drafts=0.02)
    award, to, conferral, giver = _what(rng, office)
    when = dates.year(frame.issued.year - rng.randint(0, 1))
    year = int(when.start[:4])
    grant = Grant(
        "awardee",
        award.name,
        giver,
        year,
        frame.number.value,
        with_initiative=award.name == "Bằng Lao động sáng tạo",
        party=office.kind == "mass",
    )
    as_table = rng.random() < 0.3
    if as_table:
        grid, listed = tables.award_table(rng, office, grant, to)
    else:
        grid, listed = None, lists.award_list(rng, office, grant, to)
    movement = rng.choice(phrases.MOVEMENTS)
    merit = fill(rng.choice(phrases.MERITS), m=movement, y=when)
    if not any(isinstance(part, Date) for part in merit):
        merit = (*merit, " ", when)
    who = _counts(listed, award.name, giver)
    in_article = grid is None and listed.persons + listed.collectives <= 6 and rng.random() < 0.5
    where = rng.choice(
        ("có danh sách kèm theo", "danh sách kèm theo", "có tên trong danh sách kèm theo")
    )
    tail: Pieces = (
        (rng.choice((", gồm:", ", gồm các ông (bà) có tên sau:", ", cụ thể như sau:")),)
        if in_article
        else (f" ({where}).",)
    )
    end = rng.choice((", ", " "))
    first: Pieces = ("Điều 1. ", conferral, " cho ", *who, end, *merit, *tail)
    lines = [item(*line) for line in listed.lines] if in_article else []
    body: list[Block] = [
        center(authority_line(office)),
        *bases(frame),
        center("QUYẾT ĐỊNH:"),
        Para(first),
        *lines,
    ]
    body += _last_articles(rng, office)
    annex: list[Block] = []
    if not in_article:
        annex = _annex(frame, listed, grid, award.name, giver, when, conferral)
    subject: Pieces = rng.choice(
        (
            (conferral[0].lower() + conferral[1:] + " cho các tập thể, cá nhân ", *merit),
            (f"khen thưởng thành tích trong phong trào {movement} ", when),
            (conferral[0].lower() + conferral[1:] + " ", when),
        )
    )
    return finish(
        frame,
        subject,
        tuple(body),
        subject_lead=rng.choice(("Về việc ", "Về việc ", "V/v ")),
        first_copy=rng.choice(("Như Điều 3", "Như Điều 2", "Như điều 3 (t/h)")),
        annex=tuple(annex),
        suffix="docx" if grid is not None else "txt",
    )


def two_titles(rng: Random, name: str) -> Sample:
    """A decision on two titles, its list in two sections that bear their names."""
    office = offices.office(rng)
    while office.kind == "council":
        office = offices.office(rng)
    frame = begin(rng, name, "QĐ", office, drafts=0)
    when = dates.year(frame.issued.year - rng.randint(0, 1))
    first, second = awards.TITLES_PERSON[1], awards.TITLES_PERSON[0]
    lines: list[Block] = []
    figures: list[Pieces] = []
    for at, award in enumerate((first, second)):
        count = rng.randint(2, 6)
        grant = Grant("awardee", award.name, office.name, int(when.start[:4]), frame.number.value)
        lines.append(item(f"{('I', 'II')[at]}. {award.printed.upper()}"))
        lines += [item(*line) for line in lists.persons(rng, office, grant, count)]
        counted = Figure(
            f"{dots(count)} cá nhân", count, "cá nhân", award=award.name, by=office.name
        )
        figures.append(
            (f"danh hiệu “{award.printed}” ", dates.year(int(when.start[:4])), " cho ", counted)
        )
    day = dates.full(rng, frame.issued, "issued", 0.7)
    body: list[Block] = [
        center(authority_line(office)),
        *bases(frame),
        center("QUYẾT ĐỊNH:"),
        p("Điều 1. Công nhận ", *figures[0], " và ", *figures[1], " (có danh sách kèm theo)."),
        *_last_articles(rng, office),
    ]
    parent = under(f"(Kèm theo Quyết định số {frame.number.value} ", day, f" của {office.name})")
    return finish(
        frame, ("công nhận danh hiệu thi đua ", when), tuple(body), subject_lead="Về việc ",
        first_copy="Như Điều 3", annex=(NewPage(), center("DANH SÁCH"), parent, *lines),
    )  # fmt: skip


def single_award(rng: Random, name: str) -> Sample:
    """A decision that names the one who gets the award in its first article."""
    frame = begin(rng, name, "QĐ", drafts=0)
    office = frame.office
    when = dates.year(frame.issued.year - rng.randint(0, 1))
    named = rng.random() < 0.5 and office.kind != "council"
    giver = office.giver if named else office.name
    printed = f"{office.award} của {office.giver}" if named else office.award
    unit = rng.choice(office.members)
    grant = {"award": office.award, "by": giver, "year": int(when.start[:4]),
             "decision": frame.number.value}  # fmt: skip
    if rng.random() < 0.3:
        who = Who(unit, "awardee", kind="collective", **grant)  # type: ignore[arg-type]
        about: Pieces = (f"tặng {printed} cho tập thể",)
    else:
        one = people.person(rng)
        shape = rng.choice(("{honorific} {name}, {position} {workplace}",
                            "{honorific} {name}, {position}, {workplace}",
                            "{honorific} {name} - {position}, {workplace}"))  # fmt: skip
        post, workplace, shape = printed_post(post_in(rng, unit), unit, shape)
        honorific = one.honorific(rng).lower() if rng.random() < 0.7 else one.honorific(rng)
        who = Who(one.name, "awardee", shape=shape, honorific=honorific, position=post,
                  workplace=workplace, **grant)  # type: ignore[arg-type]  # fmt: skip
        about = (f"tặng {printed} cho cá nhân",)
    movement = rng.choice(phrases.MOVEMENTS)
    merit = (f"đã có thành tích xuất sắc trong phong trào {movement} ", when)
    body: list[Block] = [
        center(authority_line(office)),
        *bases(frame),
        center("QUYẾT ĐỊNH:"),
        p(f"Điều 1. Tặng {printed} cho ", who, rng.choice((", ", " ")), *merit, "."),
    ]
    if rng.random() < 0.4:
        value = rng.randint(3, 30) * 100_000
        money = Figure(f"{dots(value)} đồng", value, unit="vnd")
        body.append(p("Điều 2. Mức tiền thưởng kèm theo là ", money, ", trích từ Quỹ khen thưởng."))
        body.append(p("Điều 3. " + phrases.ended(
            rng, "Chánh Văn phòng và cá nhân, tập thể có tên tại Điều 1 chịu trách nhiệm thi hành "
                 "Quyết định này.")))  # fmt: skip
    else:
        body += _last_articles(rng, office)
    return finish(frame, about, tuple(body), subject_lead="Về việc ", first_copy="Như Điều 3")


def _what(rng: Random, office: Office) -> tuple[awards.Award, str, str, str]:
    """The award, to whom it can go, how its conferral is worded, who confers it."""
    if rng.random() < 0.35:
        award = rng.choice((*awards.TITLES_PERSON, *awards.TITLES_COLLECTIVE))
        quoted = f"“{award.printed}”" if rng.random() < 0.3 else award.printed
        return award, award.to, f"Công nhận danh hiệu {quoted}", office.name
    printed = office.award
    award = awards.Award(printed, printed, "both")
    if rng.random() < 0.5 and office.kind not in ("council",):
        return award, "both", f"Tặng {printed} của {office.giver}", office.giver
    return award, "both", rng.choice((f"Tặng {printed}", f"Tặng thưởng {printed}")), office.name


def _counts(listed: Listed, award: str, giver: str) -> Pieces:
    parts: list[Pieces] = []
    if listed.collectives:
        n = listed.collectives
        parts.append((Figure(f"{dots(n)} tập thể", n, "tập thể", award=award, by=giver),))
    if listed.persons:
        n = listed.persons
        parts.append((Figure(f"{dots(n)} cá nhân", n, "cá nhân", award=award, by=giver),))
    return parts[0] if len(parts) == 1 else (*parts[0], " và ", *parts[1])


def _last_articles(rng: Random, office: Office) -> list[Block]:
    who = rng.choice(
        ("Chánh Văn phòng", "Trưởng phòng Tổ chức - Hành chính", "Thủ trưởng các đơn vị")
    )
    last = phrases.ended(
        rng,
        f"{who}, thủ trưởng các đơn vị có liên quan và các tập thể, cá nhân có tên tại Điều 1 "
        "chịu trách nhiệm thi hành Quyết định này.",
    )
    if rng.random() < 0.5:
        return [p(f"Điều 2. {last}")]
    return [p("Điều 2. Quyết định này có hiệu lực kể từ ngày ký."), p(f"Điều 3. {last}")]


def _annex(
    frame: Frame,
    listed: Listed,
    grid: Block | None,
    award: str,
    giver: str,
    when: Date,
    conferral: str,
) -> list[Block]:
    rng = frame.rng
    who = (
        "TẬP THỂ, CÁ NHÂN"
        if listed.persons and listed.collectives
        else ("CÁ NHÂN" if listed.persons else "TẬP THỂ")
    )
    words = "ĐƯỢC TẶNG" if conferral.startswith("Tặng") else "ĐẠT DANH HIỆU"
    capital = Date(when.text.upper(), when.start, when.end, "period")
    day = dates.full(rng, frame.issued, "issued", 0.7)
    if frame.draft:
        day = Date(
            f"ngày     tháng {frame.issued.month} năm {frame.issued.year}",
            frame.issued.replace(day=1).isoformat(),
            _month_end(frame).isoformat(),
            "issued",
        )
    choices: tuple[list[Block], ...] = (
        [center("DANH SÁCH"), center(f"Các {who.lower()} {words.lower()} {award} ", when)],
        [center(f"DANH SÁCH {who} {words} {award.upper()} ", capital)],
        [center("DANH SÁCH"), center(f"{who} {words} {award.upper()} ", capital)],
    )
    titles = rng.choice(choices)
    symbol = frame.number.value if not frame.draft else f"     {frame.number.value}"
    lead = rng.choice(("Kèm theo", "Ban hành kèm theo", "Kèm theo"))
    parent = under(
        f"({lead} {TITLES[frame.code].capitalize()} số {symbol} ", day, f" của {frame.office.name})"
    )
    lines: list[Block] = [grid] if grid is not None else [item(*line) for line in listed.lines]
    if rng.random() < 0.25 and grid is None and not (listed.persons and listed.collectives):
        n = listed.persons or listed.collectives
        noun = "cá nhân" if listed.persons else "tập thể"
        lines.append(item("Danh sách này có ", Figure(f"{dots(n)} {noun}", n, noun), "./."))
    return [NewPage(), *titles, parent, *lines]


def _month_end(frame: Frame) -> dt.date:
    return frame.issued.replace(day=calendar.monthrange(frame.issued.year, frame.issued.month)[1])


def recognition(rng: Random, name: str) -> Sample:
    """A decision that recognises initiatives of named authors."""
    frame = begin(rng, name, "QĐ", drafts=0.02)
    grant = Grant("author", with_initiative=True)
    count = rng.randint(2, 6)
    grid, _ = tables.initiative_table(rng, frame.office, grant, count)
    when = dates.year(frame.issued.year)
    noun = rng.choice(("sáng kiến", "giải pháp"))
    figure = Figure(f"{dots(count)} {noun}", count, noun)
    day = dates.full(rng, frame.issued, "issued", 0.7)
    first: Pieces = (
        "Điều 1. Công nhận ",
        figure,
        f" của các tác giả thuộc {frame.office.name} ",
        when,
        " (có danh sách kèm theo).",
    )
    if frame.draft:
        return recognition(rng, name)
    return finish(
        frame,
        (f"công nhận {noun} ", when),
        (
            center(authority_line(frame.office)),
            *bases(frame),
            center("QUYẾT ĐỊNH:"),
            Para(first),
            *_last_articles(rng, frame.office),
        ),
        subject_lead="Về việc ",
        first_copy="Như Điều 3",
        suffix="docx",
        annex=(
            NewPage(),
            center("DANH SÁCH"),
            center(f"Các {noun} được công nhận ", dates.year(frame.issued.year)),
            under(
                f"(Kèm theo Quyết định số {frame.number.value} ", day, f" của {frame.office.name})"
            ),
            grid,
        ),
    )


def other_decision(rng: Random, name: str) -> Sample:
    """A decision that sets up, issues or approves something and names no one."""
    frame = begin(rng, name, "QĐ")
    what = rng.choice(
        (
            "ban hành Quy chế làm việc của {o}",
            "phê duyệt Kế hoạch phát triển sự nghiệp {y}",
            "thành lập Ban Tổ chức Hội thi {y}",
            "giao chỉ tiêu kế hoạch {y}",
            "phê duyệt kết quả thực hiện nhiệm vụ {y}",
            "kiện toàn Hội đồng sáng kiến",
        )
    )
    when = dates.year(frame.issued.year + rng.choice((0, 1)))
    subject = fill(what, o=frame.office.name, y=when)
    lead = rng.choice(("Về việc ", "", "V/v "))
    if not lead and isinstance(subject[0], str):
        subject = (subject[0][0].upper() + subject[0][1:], *subject[1:])
    first: Pieces = ("Điều 1. ", *_capital(fill(what, o=frame.office.name, y=when)), ".")
    return finish(
        frame,
        subject,
        (
            center(authority_line(frame.office)),
            *bases(frame),
            center("QUYẾT ĐỊNH:"),
            Para(first),
            p(f"Điều 2. {rng.choice(phrases.TASKS)}"),
            p(
                "Điều 3. "
                + phrases.ended(
                    rng,
                    "Chánh Văn phòng, thủ trưởng các đơn vị trực thuộc chịu trách "
                    "nhiệm thi hành Quyết định này.",
                )
            ),
        ),
        subject_lead=lead,
        first_copy="Như Điều 3",
    )


def _capital(pieces: Pieces) -> Pieces:
    first, *rest = pieces
    assert isinstance(first, str)
    return (first[0].upper() + first[1:], *rest)
