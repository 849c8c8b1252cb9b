"""Reports, proposals of awards and news: figures, award clauses, exemplars, authors, nominees."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from benchmarks.generated import (
    awards,
    citations,
    dates,
    figure_sentences,
    figures,
    lists,
    offices,
    people,
    phrases,
    tables,
)
from benchmarks.generated.decisions import bases
from benchmarks.generated.filling import Pieces, fill
from benchmarks.generated.frame import begin, finish
from benchmarks.generated.lists import Grant
from benchmarks.generated.named import Cast
from benchmarks.generated.numbers import dots
from benchmarks.generated.tabled_figures import figure_table
from tests.samples.marks import Date, Figure, Piece
from tests.samples.sample import Block, NewPage, Sample, center, h, item, p, under

SECTIONS = (
    "CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO",
    "KẾT QUẢ THỰC HIỆN",
    "KẾT QUẢ PHONG TRÀO THI ĐUA",
    "CÔNG TÁC KHEN THƯỞNG",
    "ĐÁNH GIÁ CHUNG",
    "CÔNG TÁC TUYÊN TRUYỀN, GIÁO DỤC",
    "CHĂM LO ĐỜI SỐNG NGƯỜI LAO ĐỘNG",
)
ROMAN = ("I", "II", "III", "IV", "V")


def report(rng: Random, name: str) -> Sample:
    """A report with sections of results and a last one of tasks."""
    frame = begin(rng, name, "BC", offices.party(rng) if rng.random() < 0.05 else None)
    period = dates.reported_period(rng, frame.issued)
    movement = rng.choice(phrases.MOVEMENTS)
    pattern = rng.choice(
        (
            "Kết quả phong trào {m} {y}",
            "Tổng kết công tác thi đua, khen thưởng {y}",
            "Sơ kết phong trào thi đua {m} {y}",
            "Kết quả thực hiện nhiệm vụ {y}",
            "Tình hình, kết quả hoạt động {y}",
        )
    )
    subject = fill(pattern, m=movement, y=period)
    cited = citations.of_office(rng, frame.issued, frame.shelf, frame.office)
    body: list[Block] = [p("Thực hiện ", *cited, f", {frame.office.name} báo cáo kết quả như sau:")]
    cast = Cast(rng, frame.office)
    titles = rng.sample(SECTIONS, rng.randint(2, 4))
    for n, title in enumerate(titles):
        body.append(h(f"{ROMAN[n]}. {title}"))
        body += _section(rng, cast, "KHEN THƯỞNG" in title)
    tabled = rng.random() < 0.2
    if tabled:
        body.append(p("Kết quả cụ thể của các đơn vị như sau:"))
        body.append(figure_table(rng, frame.office))
    body.append(
        h(f"{ROMAN[len(titles)]}. {rng.choice(('NHIỆM VỤ TRỌNG TÂM', 'PHƯƠNG HƯỚNG, NHIỆM VỤ'))}")
    )
    body.append(p(rng.choice(phrases.TASKS)))
    if rng.random() < 0.5:
        body.append(item("- ", *figures.target(rng, dates.year(frame.issued.year + 1))))
    body.append(p(phrases.ended(rng, f"Trên đây là báo cáo của {frame.office.name}.")))
    addressees = (frame.office.above,) if rng.random() < 0.3 else ()
    return finish(
        frame,
        subject,
        tuple(body),
        addressees=addressees,
        subject_lead=rng.choice(("", "", "Về việc ")),
        first_copy="Như trên" if addressees else rng.choice(frame.office.receivers),
        suffix="docx" if tabled else "txt",
    )


def _section(rng: Random, cast: Cast, is_award: bool) -> list[Block]:
    body: list[Block] = []
    for n in range(1, rng.randint(2, 4)):
        parts: list[Pieces] = []
        if rng.random() < 0.6:
            parts.append((phrases.filler(rng),))
        parts.append(
            awards.sentence(rng)
            if is_award or rng.random() < 0.15
            else figure_sentences.sentence(rng)
        )
        if rng.random() < 0.3:
            parts.append(figure_sentences.sentence(rng))
        flat: list[Piece] = []
        for part in parts:
            flat += [" "] if flat else []
            flat += part
        label = rng.choice((f"{n}. ", "", "- "))
        body.append(p(label, *flat) if label else p(*flat))
    if rng.random() < 0.25:
        body.append(p(*cast.exemplars()))
    if rng.random() < 0.25:
        body.append(p(*cast.author()))
    if is_award and rng.random() < 0.5:
        body.append(p(*cast.awarded()))
    return body


def proposal(rng: Random, name: str) -> Sample:
    """A tờ trình that proposes those of its list for an award of the body above."""
    office = offices.office(rng)
    while office.kind in ("ministry", "council") or not office.above:
        office = offices.office(rng)
    frame = begin(rng, name, "TTr", office)
    by = office.above
    grant = Grant("nominee", "Bằng khen", by)
    as_table = rng.random() < 0.5
    if as_table:
        grid, listed = tables.award_table(rng, office, grant, "both")
        lines: list[Block] = [grid]
    else:
        listed = lists.award_list(rng, office, grant, "both")
        lines = [item(*line) for line in listed.lines]
    when = dates.year(frame.issued.year)
    movement = rng.choice(phrases.MOVEMENTS)
    who: list[Pieces] = []
    if listed.collectives:
        n = listed.collectives
        who.append((Figure(f"{dots(n)} tập thể", n, "tập thể", award="Bằng khen", by=by),))
    if listed.persons:
        n = listed.persons
        who.append((Figure(f"{dots(n)} cá nhân", n, "cá nhân", award="Bằng khen", by=by),))
    counts = who[0] if len(who) == 1 else (*who[0], " và ", *who[1])
    inside = not as_table and rng.random() < 0.4
    tail = "như sau:" if inside else "(có danh sách kèm theo)."
    body: list[Block] = [
        *bases(frame, (";", ".")),
        p(
            f"{office.name} đề nghị {by} xem xét, tặng Bằng khen cho ",
            *counts,
            f" đã có thành tích xuất sắc trong phong trào {movement} ",
            when,
            f" {tail}",
        ),
        *(lines if inside else []),
        p(phrases.ended(rng, f"Kính đề nghị {by} xem xét, quyết định.")),
    ]
    annex: tuple[Block, ...] = ()
    if not inside:
        day = dates.full(rng, frame.issued, "issued", 0.7)
        parent = under(f"(Kèm theo Tờ trình số {frame.number.value} ", day, f" của {office.name})")
        if frame.draft:
            return proposal(rng, name)
        annex = (
            NewPage(),
            center("DANH SÁCH"),
            center(f"Đề nghị tặng Bằng khen của {by}"),
            parent,
            *lines,
        )
    subject: Pieces = (
        "đề nghị tặng Bằng khen cho các tập thể, cá nhân có thành tích trong phong trào "
        f"{movement} ",
        dates.year(frame.issued.year),
    )
    return finish(
        frame,
        subject,
        tuple(body),
        subject_lead="Về việc ",
        addressees=(by,),
        annex=annex,
        suffix="docx" if as_table else "txt",
    )


def minutes(rng: Random, name: str) -> Sample:
    """Minutes of a council that votes on awards: no place-date line, chair and secretary sign."""
    frame = begin(rng, name, "BB", drafts=0)
    office = frame.office
    chair, secretary, *_members = people.people(rng, 4)
    day = Date(
        dates.in_words(rng, frame.issued),
        frame.issued.isoformat(),
        frame.issued.isoformat(),
        "event",
    )
    n, of = (seats := rng.randint(5, 15)), seats
    present = Figure(f"{dots(n)}/{dots(of)} thành viên", n, "thành viên", of=of)
    by = office.giver
    grant = Grant("nominee", office.award, by)
    listed = lists.award_list(rng, office, grant, "person")
    lines = [item(*line) for line in listed.lines]
    figure = Figure(
        f"{dots(listed.persons)} cá nhân", listed.persons, "cá nhân", award=office.award, by=by
    )
    body: list[Block] = [
        p(
            rng.choice(("Hôm nay, vào hồi 14 giờ 00 phút ", "Vào lúc 8 giờ 30 phút, ")),
            day,
            f", tại phòng họp {office.name}, Hội đồng Thi đua - Khen thưởng tổ chức họp "
            "xét khen thưởng.",
        ),
        h("I. THÀNH PHẦN"),
        item(f"1. Chủ trì: {chair.honorific(rng)} {chair.name}, Chủ tịch Hội đồng."),
        item(f"2. Thư ký: {secretary.honorific(rng)} {secretary.name}, Chuyên viên."),
        item("3. Có mặt: ", present, "."),
        h("II. NỘI DUNG"),
        p(f"Hội đồng thống nhất đề nghị {by} tặng {office.award} cho ", figure, " sau:"),
        *lines,
        p(
            phrases.ended(
                rng, "Biên bản được đọc lại cho các thành viên cùng nghe và thống nhất thông qua."
            )
        ),
    ]
    sample = finish(
        frame,
        ("Họp Hội đồng Thi đua - Khen thưởng ", dates.year(frame.issued.year)),
        tuple(body),
        first_copy=rng.choice(office.receivers),
    )
    return replace(
        sample,
        place=None,
        place_date=None,
        authority=None,
        signer_title=rng.choice(("CHỦ TRÌ", "CHỦ TỌA")),
        signer_name=chair.name,
        left_sign=("THƯ KÝ", secretary.name),
        issued_on=frame.issued.isoformat(),
    )
