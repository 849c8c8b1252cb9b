"""Công văn, and the other short papers that ask, invite, announce or direct."""

from __future__ import annotations

from random import Random

from benchmarks.generated import citations, dates, figure_sentences, figures, offices, phrases
from benchmarks.generated.decisions import authority_line, bases
from benchmarks.generated.filling import Pieces, fill, some
from benchmarks.generated.frame import Frame, begin, finish
from benchmarks.generated.offices import Office
from tests.samples.marks import Date
from tests.samples.sample import Block, Para, Sample, center, h, item, p

MATTERS = (
    "triển khai thực hiện công tác thi đua, khen thưởng {y}",
    "đẩy mạnh phong trào thi đua {m}",
    "báo cáo kết quả thực hiện phong trào thi đua {m} {y}",
    "đăng ký sáng kiến {y}",
    "phối hợp tổ chức hội nghị tổng kết {y}",
    "cử cán bộ tham gia tập huấn",
    "góp ý dự thảo kế hoạch {y}",
    "tăng cường công tác an toàn, vệ sinh lao động {y}",
    "đề nghị cung cấp số liệu {y}",
    "chăm lo Tết cho đoàn viên, người lao động {y}",
    "rà soát, bổ sung quy hoạch cán bộ",
    "hướng dẫn bình xét thi đua {y}",
    "báo cáo số liệu phục vụ hội nghị sơ kết",
)
RECEIVERS = (
    "Các sở, ban, ngành",
    "Công đoàn ngành, Công đoàn Viên chức tỉnh",
    "Các công đoàn cơ sở trực thuộc",
    "Ủy ban nhân dân các xã, phường, thị trấn",
    "Liên đoàn Lao động các huyện, thành phố",
    "Các đơn vị trực thuộc",
    "Các trường học trên địa bàn",
    "Phòng Nội vụ các huyện, thành phố",
    "Thủ trưởng các cơ quan, đơn vị",
)


def _matter(rng: Random, frame: Frame) -> tuple[Pieces, Pieces]:
    """The matter for the head and once more for the body."""
    pattern, movement = rng.choice(MATTERS), rng.choice(phrases.MOVEMENTS)
    number = frame.issued.year + rng.choice((0, 0, -1))
    return (
        fill(pattern, y=dates.year(number), m=movement),
        fill(pattern, y=dates.year(number), m=movement),
    )


def _opening(rng: Random, frame: Frame, matter: Pieces) -> Pieces:
    cited = citations.of_office(rng, frame.issued, frame.shelf, frame.office)
    name = frame.office.name
    more: Pieces = ()
    if rng.random() < 0.4:
        more = ("; ", *citations.act(rng, frame.issued, frame.shelf))
    lead = rng.choice(("Thực hiện ", "Căn cứ ", "Triển khai thực hiện ", "Tiếp theo "))
    verb = rng.choice((" đề nghị các đơn vị ", " yêu cầu các đơn vị ", " thông báo về việc "))
    return (
        lead,
        *cited,
        *more,
        f", {name}{verb}",
        *matter,
        rng.choice((", cụ thể như sau:", " như sau:")),
    )


def _tasks(rng: Random, frame: Frame) -> list[Block]:
    style = rng.choice(("{}. ", "{}. ", "{}) ", "- "))
    lines: list[Block] = []
    for n, task in enumerate(some(rng, phrases.TASKS, 2, 4), 1):
        lines.append(Para((style.format(n), task), "item" if style == "- " else "body"))
    return lines


def _due(rng: Random, frame: Frame) -> Pieces:
    return fill(
        rng.choice(
            (
                "Báo cáo kết quả thực hiện gửi về {o} {d} để tổng hợp.",
                "Đề nghị các đơn vị gửi báo cáo {d}.",
                "Văn bản gửi về {o} {d}.",
                "Các đơn vị hoàn thành việc đăng ký {d}.",
            )
        ),
        o=frame.office.name,
        d=dates.deadline(rng, frame.issued),
    )


def _receivers(rng: Random, office: Office) -> tuple[str, ...]:
    if rng.random() < 0.4:
        return (rng.choice((office.above, *RECEIVERS)),)
    return tuple(some(rng, RECEIVERS, 2, 3))


def letter(rng: Random, name: str) -> Sample:
    """A công văn."""
    office = offices.party(rng) if rng.random() < 0.06 else offices.office(rng)
    frame = begin(rng, name, "CV", office)
    head, again = _matter(rng, frame)
    body: list[Block] = [p(*_opening(rng, frame, again)), *_tasks(rng, frame)]
    if rng.random() < 0.4:
        body.insert(1, p(*figure_sentences.sentence(rng)))
    if rng.random() < 0.7:
        body.append(p(*_due(rng, frame)))
    body.append(p(phrases.ended(rng, rng.choice(phrases.CLOSINGS[1:]))))
    lead = (
        "về "
        if office.system == "party"
        else rng.choices(("V/v ", "v/v ", "V/v: ", "Về việc ", "Vv "), (80, 6, 5, 6, 3))[0]
    )
    return finish(frame, head, tuple(body), subject_lead=lead, addressees=_receivers(rng, office))


def notice(rng: Random, name: str) -> Sample:
    """Thông báo, hướng dẫn, chỉ thị, kết luận, công điện, giấy mời and the like."""
    code = rng.choice(
        ("TB", "TB", "HD", "HD", "CT", "KL", "NQ", "CĐ", "GM", "TC", "PC", "CTr", "PA", "ĐA", "QyĐ")
    )
    is_party = code == "KL" or (code in ("CT", "NQ", "TB", "HD", "CTr") and rng.random() < 0.35)
    office = offices.office(rng)
    if is_party:
        office = offices.youth(rng) if code != "KL" and rng.random() < 0.2 else offices.party(rng)
    frame = begin(rng, name, code, office)
    head, again = _matter(rng, frame)
    body: list[Block] = [p(*_opening(rng, frame, again))]
    sections = some(
        rng, ("MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG", "TỔ CHỨC THỰC HIỆN", "THỜI GIAN, ĐỊA ĐIỂM"), 2, 3
    )
    for n, title in enumerate(sections):
        body += [h(f"{('I', 'II', 'III')[n]}. {title}"), *_tasks(rng, frame)]
    if rng.random() < 0.5:
        body.append(p("Thời gian thực hiện: ", dates.stretch(rng, frame.issued), "."))
    if rng.random() < 0.5:
        body.append(p(*_due(rng, frame)))
    body.append(p(phrases.ended(rng, rng.choice(phrases.CLOSINGS[1:]))))
    lead = (
        rng.choice(("Về việc ", "Về việc ", "V/v ", ""))
        if not is_party
        else rng.choice(("về ", "Về việc "))
    )
    addressees = (
        _receivers(rng, office) if code in ("HD", "GM", "CĐ", "PC") and rng.random() < 0.6 else ()
    )
    return finish(
        frame,
        _as_title(head, lead),
        tuple(body),
        subject_lead=lead,
        addressees=addressees,
        first_copy="Như trên" if addressees else rng.choice(office.receivers),
    )


def _as_title(subject: Pieces, lead: str) -> Pieces:
    first, *rest = subject
    if lead or not isinstance(first, str):
        return subject
    return (first[0].upper() + first[1:], *rest)


def plan(rng: Random, name: str) -> Sample:
    """A plan with targets, terms and tasks."""
    office = offices.joint(rng) if rng.random() < 0.08 else offices.office(rng)
    frame = begin(rng, name, "KHLT" if office.kind == "joint" else "KH", office)
    head, again = _matter(rng, frame)
    when = dates.year(frame.issued.year + 1)
    body: list[Block] = [
        p(*_opening(rng, frame, again)),
        h("I. MỤC ĐÍCH, YÊU CẦU"),
        *_tasks(rng, frame),
    ]
    body.append(h(rng.choice(("II. CHỈ TIÊU", "II. MỤC TIÊU, CHỈ TIÊU", "II. CHỈ TIÊU CỤ THỂ"))))
    for _ in range(rng.randint(1, 3)):
        again_when = Date(when.text, when.start, when.end, when.role)
        body.append(item("- ", *figures.target(rng, again_when if rng.random() < 0.6 else None)))
    body += [h("III. TỔ CHỨC THỰC HIỆN"), *_tasks(rng, frame)]
    body.append(p("Thời gian: ", dates.stretch(rng, frame.issued), "."))
    body.append(
        p(
            phrases.ended(
                rng, "Trên đây là Kế hoạch của đơn vị, yêu cầu các bộ phận nghiêm túc thực hiện."
            )
        )
    )
    lead = rng.choice(("", "Về việc ", ""))
    return finish(
        frame,
        _as_title(head, lead),
        tuple(body),
        subject_lead=lead,
        first_copy=rng.choice(office.receivers),
    )


def resolution(rng: Random, name: str) -> Sample:
    """A resolution in articles, with targets."""
    office = offices.office(rng)
    while office.kind in ("ministry", "department", "council"):
        office = offices.office(rng)
    frame = begin(rng, name, "NQ", office)
    when = dates.year(frame.issued.year + 1)
    body: list[Block] = [
        center(authority_line(office)),
        *bases(frame),
        center("QUYẾT NGHỊ:"),
        p("Điều 1. Thông qua phương hướng, nhiệm vụ ", when, " với các chỉ tiêu chủ yếu sau:"),
        *(item("- ", *figures.target(rng, None)) for _ in range(2)),
        p("Điều 2. ", phrases.ended(rng, "Giao Ban Thường vụ tổ chức thực hiện Nghị quyết này.")),
    ]
    subject: Pieces = ("Phương hướng, nhiệm vụ ", dates.year(frame.issued.year + 1))
    return finish(frame, subject, tuple(body), first_copy=rng.choice(office.receivers))
