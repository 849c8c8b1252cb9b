"""Awardees, exemplars and authors named inside sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from pipeline.extract.address import CALLED
from pipeline.extract.awards import PRIZE
from pipeline.extract.bodies import bodies_listed
from pipeline.extract.holder import person_at_end
from pipeline.extract.initiatives import TitledInitiative
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.on_behalf import as_body
from pipeline.link.awardees.clauses.praised import LETTER, praised_at
from pipeline.link.awardees.clauses.received import PASSIVE_REACH, received_by, sentence_begin
from pipeline.link.awardees.line_above import serves_award
from pipeline.link.awardees.prose.among import named_among, some_of_counted
from pipeline.link.awardees.prose.behind_title import owners_of_row
from pipeline.link.awardees.prose.beside import is_aside, names_another
from pipeline.link.awardees.prose.bracketed import bracketed_behind, in_groups
from pipeline.link.awardees.prose.by_form import before_form
from pipeline.link.awardees.prose.counted_subject import counted_subject
from pipeline.link.awardees.prose.each_prize import before_next_winners, before_prize, makers_of
from pipeline.link.awardees.prose.names_alone import continuing
from pipeline.link.awardees.prose.next_subject import acts_next, resolves, speaks
from pipeline.link.awardees.prose.who_is import says_who, thanks_to, was_there
from pipeline.link.awardees.prose.works import WORK, of_parts, of_works
from pipeline.link.awardees.recipients.areas import areas_as_subject, lower_body
from pipeline.link.awardees.recipients.names import Named, read_name
from pipeline.link.awardees.recipients.pairs import with_unit_above
from pipeline.link.awardees.recipients.post_first import read_post_first
from pipeline.link.awardees.recipients.series import REACH, SENTENCE_END, Enumerated, enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook
from pipeline.rulebook.twin import Twins

_WITH = regex.compile(r"[^.;]*(?<!\p{L})(?:với|nhờ|cho)\s*$")
_NAMED_BEHIND = (
    ("awardee.prize_to", "to"), ("awardee.to_whom", "to"), ("awardee.named", "names"),
)  # fmt: skip
_JOINS_NEXT = regex.compile(r"\s(?:và|cùng|đồng thời)\s(?:danh hiệu\s)?[“\"]?$")
_OF_AREA = 0.8
_NO_GIFT = regex.compile(r"(?<!\p{L})(?i:giao|phôi|hồ sơ|mẫu|gửi|chuyển)(?!\p{L})")
_BARE = 0.7  # a head noun alone (`công đoàn cơ sở`) names nobody
_LABEL = regex.compile(r"[ \u00a0–+*•-]*+(?:(?:\d{1,2}(?:\.\d{1,2})?|[a-zđ])[.)]\s{1,2})?")
_WORD_START = Twins(r"(?<![\p{L}\p{N}])\p{L}")
# `Cụ thể, Trường A và đồng chí B được ...`: where the subject of a sentence begins
_OPENS_SUBJECT = regex.compile(r"(?:[^;:.()]{0,160}?,\s|[^;.()]{0,60}:\s)(?=\p{Lu})")
# `Theo Quyết định số 5 của Chủ tịch UBND tỉnh Lê Văn A, ông B được`: who signed it is no subject
_UNDER_PAPER = regex.compile(
    r"\W{0,6}(?i:theo|tại|căn cứ|thực hiện|với) (?i:quyết định|tờ trình|công văn|thông báo)\s"
    r"[^,;]{1,200}(?:,\s(?:ngày|của|về|do)\s[^,;]{1,120}){0,3},\s"
)
# `Tôi chúc mừng tập thể Khoa A đã được`: so does it behind words of congratulation
_HAILED = regex.compile(
    r"(?<!\p{L})(?i:chúc mừng|biểu dương|hoan nghênh|khen ngợi|tự hào(?: vì)?|vui mừng(?: vì)?"
    r"|công nhận|suy tôn|tôn vinh)"
    r"\s(?:(?:rằng|khi|các)\s)?(?:(?:tập thể|đơn vị|cán bộ)\s)?(?=\p{Lu}|nguyên\s)"
)
# `Với thành tích đó, 15 năm qua Đội A liên tục đạt`
_YEARS_PAST = regex.compile(
    r"(?<!\p{L})(?i:(?:nhiều|\d{1,2}|hai|ba|bốn|năm|mười) năm (?:qua|nay|liền"
    r"|liên tục)),?\s(?=\p{Lu})"
)
# `Dịp này, tập thể Khoa A, các ông: B và C được`
_COLLECTIVE = regex.compile(r"(?<=,\s)(?:tập thể|đoàn|đội)\s(?=\p{Lu})")
_SO_MANY = regex.compile(
    r"(?<!\w)(?:\d{1,3}|hai|ba|bốn|năm)\s(?:cá nhân|đồng chí|công nhân|người|em|giáo viên|học sinh"
    r"|cán bộ|đảng viên|hội viên|đoàn viên|nhà giáo|nghệ nhân|nghệ sĩ|nông dân)(?!\p{L})"
)
# `giải Nhì thuộc về giải pháp “...”`: a prize goes to those whose the title is
_GOES_TO = regex.compile(r"[^.;“”\"]{0,50}?(?:thuộc về|cho|dành cho|với|:)\s*(?:các\s+)?")
# `ông A, Giám đốc Công ty B, đơn vị được tặng X`: the body was given it, and not who heads it
_OF_BODY = regex.compile(
    r",\s(?:(?:một|là)\s)?(?:đơn vị|doanh nghiệp|cơ quan|(?:ngôi )?trường|tập thể|địa phương|nơi)"
    r"(?:\s(?:đã|từng|vừa|cũng|vinh dự|nhiều năm liền|nhiều lần))*\s*$"
)
# `Tập đoàn A của ông B nhận`: it was given to the body, and not to whose it is
_WHOSE_BODY = regex.compile(
    r"(?:Tập đoàn|Công ty|Tổng công ty|Doanh nghiệp|Hợp tác xã|HTX|Trang trại|Trường|Quỹ|Câu lạc bộ"
    r"|Đội|Đoàn|Xí nghiệp|Nhà máy|Học viện|Nhóm|(?i:ban nhạc|nhà hàng|cửa hàng|hãng))\s"
    r"[^,.;:“”]{1,60}?\scủa\s(?:(?:" + CALLED + r"|(?i:doanh nhân|tỷ phú|bầu))\s)?$"
)
_WHOSE_REACH = 100
_SUBJECT, _GUEST = 0.9, 0.85  # who is told to have been there may be none of the awardees
# `cảm ơn ông A và thầy B, người đầu tiên của trường được`: it is said of the last alone
_THE_ONE = regex.compile(
    r"[,–-]\s(?:là\s)?người\s(?:đầu tiên|duy nhất|từng|đã|vừa|(?:thầy|con|thợ|lính) (?:đầu tiên"
    r"|duy nhất))(?!\p{L})"
)
_GIVES = regex.compile(
    r"\s(?:(?:đã|vừa)\s)?(?:tặng|trao|trao tặng|tặng thưởng|công nhận)(?!\p{L})[^.;:]{0,90}?"
    r"(?::\s|\scho\s(?=" + CALLED + r"\s))"
)
_INDEFINITE = regex.compile(
    r"(?i)(?:nhiều|một số|những|các|hàng \p{L}+|\d+)\s+(?:lượt\s+)?"
    r"(?:cá nhân|tập thể|đơn vị)\s*(?:,|và)"
)
_OF_DOSSIERS = regex.compile(
    r"(?<!\p{L})(?:tiếp nhận|nhận|gửi|nộp|trả(?: lại)?|lưu|rà soát|kiểm tra|bổ sung)\s"
    r"(?:\p{L}+\s){0,3}hồ sơ(?!\p{L})[^.;:,]{0,60}$"
)
_IN_YEAR = regex.compile(r"(?<!\p{L})(?i:năm)\s\d{4}\s(?=\p{Lu})")
# an article or item that decides or proposes itself, and so may speak of an area as one given it
_DECIDES = regex.compile(
    r"[\s\-–+*•]*(?:Điều\s\d{1,3}\W{1,4}|(?:\d{1,2}|\p{L})[.)]\s*)?(?i:(?:kính\s|đã\s|nay\s)?"
    r"(?:thống nhất|nhất trí|đồng ý|đề nghị|đề xuất|quyết nghị|quyết định|trình|xét|tặng|trao tặng"
    r"|tặng thưởng|khen thưởng|công nhận|phong tặng|truy tặng|suy tôn))(?!\p{L})"
)
_COMMA = regex.compile(r",\s")
# `03 em được trao giải Nhất (giám khảo: ông A)`
_OF_OTHERS = regex.compile(
    r"\((?i:(?:ban )?giám khảo|nơi (?:làm việc|công tác|ở)|người (?:trao|hướng dẫn|chấm|ký)|chủ trì"
    r"|ban tổ chức|(?:giáo viên |thầy |cô )?(?:phụ trách|hướng dẫn)|(?:nhà |đơn vị )?tài trợ"
    r"|địa (?:điểm|chỉ)|đại diện|trọng tài|huấn luyện viên|trưởng đoàn)\s?:\s*$"
)
# `cho 118 liệt sĩ thuộc 5 cơ quan: Bộ A, Bộ B`: the bodies of those who are counted
_BELONG_TO = regex.compile(
    r"\d{1,4}\s\p{Ll}[^:]{1,80}?\s(?:thuộc|của|tại|ở|trong|đến từ)\s(?:các|\d{1,3})\s"
    r"[^:]{2,60}:\s*$"
)
# `Đại diện gia đình bà A nhận Bằng khen`: it is not hers
_REPRESENTS = regex.compile(
    r"\W{0,6}(?:Điều\s\d{1,2}\W{1,4})?(?i:đại diện)(?!\s(?:theo )?pháp luật)\s"
)


def named_in_clause(
    block: Block,
    clause: AwardClause,
    others: Sequence[AwardClause],
    titles: Sequence[TitledInitiative],
    rules: Rulebook,
    *,
    sure: bool = False,
) -> Iterator[Enumerated]:
    """The awardees that the sentence itself names: `cho ông A`, `như: các đồng chí A; B`, `A được`.

    :param sure: it is an article that confers, so that a rare name is somebody's too
    :param others: the clauses of the block; names belong to the award that stands nearest before
    """
    view, award_end = block.view, clause.award_end - block.start
    after = [c.award_start - block.start for c in others if c.award_end > clause.award_end]
    limit = before_next_winners(view, clause, award_end, min(after, default=None))
    if limit is not None and (joins := _JOINS_NEXT.search(view, award_end, limit)) is not None:
        limit = joins.start()  # `tặng A cho ông B, Giám đốc Công ty C và D cho 02 tập thể`
    sentence = view[award_end : min(award_end + REACH, len(view) if limit is None else limit)]
    areas = _DECIDES.match(view, clause.start - block.start) is not None
    if _OF_DOSSIERS.search(view, clause.start - block.start, clause.award_start - block.start):
        return  # `tiếp nhận hồ sơ đề nghị tặng X của các đơn vị: A, B`
    if rewarded := before_form(block, clause, rules):
        yield from rewarded
        return
    is_other = serves_award(block, clause, rules)  # `Người ký Quyết định tặng Bằng khen là ông A`
    if clause.award_name == LETTER and (sent_to := praised_at(view, award_end, limit or len(view))):
        found = list(enumerated(block, sent_to, titles, rules, limit))
        if found:
            yield from with_unit_above(view, found, block.start)
            return
    prized = next((t for t in titles if _is_prized(view, award_end, t.lead - block.start)), None)
    end = len(view) if limit is None else limit
    owners = owners_of_row(block, prized, titles, end, rules) if prized is not None else []
    for rule, group in _NAMED_BEHIND[clause.award != PRIZE :]:
        match = rules.pattern(rule).regex.match(sentence)
        if match is None or (group == "names" and is_other) or _OF_OTHERS.search(match.group()):
            continue
        if _BELONG_TO.search(match.group()) is not None:
            continue
        begin = award_end + match.start(group)
        said = view[clause.start - block.start : clause.award_start - block.start]
        # `3 công nhân được tặng X là: A, B và C`: names must stand there, rare ones too
        must = sure or (group == "names" and _SO_MANY.search(said) is not None)
        found = list(enumerated(block, begin, titles, rules, limit, areas=areas, sure=must))
        is_small = not found and clause.award != PRIZE  # `giải Nhất thuộc về đội của tỉnh A`
        if is_small and lower_body(view, begin, end, block.start, rules) is not None:
            near = enumerated(block, begin, titles, rules, limit, sure=True)  # `cho chi bộ thôn 5`
            found = [Enumerated(e.named.at_most(_OF_AREA)) for e in near]
        if not (found or areas or clause.role == "nominee" or _NO_GIFT.search(said)):
            near = enumerated(block, begin, titles, rules, limit, areas=True)  # `cho xã A`
            found = [Enumerated(e.named.at_most(_OF_AREA)) for e in near]
        if not found and not titles and WORK.match(view, begin):
            works = of_works(block, begin, min(begin + REACH, end), rules)
            found = [Enumerated(named) for named in works]
        if not found and clause.award == PRIZE:
            parts = of_parts(block, begin, min(begin + REACH * 2, end), rules)
            found = owners if len(owners) >= len(parts) else [*map(Enumerated, parts)]
        if found and (giver := _GIVES.match(view, found[-1].named.tail - block.start)):
            # `Kỷ niệm chương: Hội A tặng cho 03 cá nhân: B, C`
            found = list(enumerated(block, giver.end(), titles, rules, limit, areas=areas))
        if found and clause.award == PRIZE:
            found = list(makers_of(block, found, rules, limit))
        if len(found) > 1 and acts_next(block, found):
            del found[-1]
        if resolves(block, found):
            continue
        if len(found) == 1 and _hands_over(view, found[0].named, block.start):
            return
        if found:
            yield from with_unit_above(view, found, block.start)
            return
    if (found := bracketed_behind(block, clause, limit, titles, rules)) or (
        found := named_among(block, clause, titles, rules)
        or some_of_counted(block, clause, limit, titles, rules)
    ):
        yield from found
        return
    if limit is None and (continued := list(_in_next_sentence(block, clause, titles, rules))):
        yield from continued
        return
    if owners or (prized is not None and not _is_won_with(view, award_end, prized, block)):
        yield from owners
        return
    winners = before_prize(block, clause, others, rules)
    if winners is not None:
        yield from winners
        return
    subjects = list(_subject(block, clause, others, rules))
    if _REPRESENTS.match(view, sentence_begin(block, clause, others)):
        subjects = [item for item in subjects if item.named.kind == "collective"]
    title = _title_behind(block, award_end, titles) if len(subjects) == 1 else None
    yield from (Enumerated(item.named, item.initiative or title) for item in subjects)


def _hands_over(view: str, named: Named, offset: int) -> bool:
    """`cho 5 cá nhân (ông A trao)`: a bracket that only says who did."""
    before = view[: named.start - offset].removesuffix(f"{named.honorific} ").rstrip()
    return before.endswith("(") and speaks(view, named, offset)


def _is_prized(view: str, award_end: int, title: int) -> bool:
    return award_end < title <= award_end + 80 and bool(_GOES_TO.fullmatch(view, award_end, title))


def _is_won_with(view: str, award_end: int, title: TitledInitiative, block: Block) -> bool:
    """`A đoạt giải Nhì với giải pháp ...`: the winner may stand before the prize."""
    return view[award_end : title.lead - block.start].rstrip().endswith("với")


def _in_next_sentence(
    block: Block, clause: AwardClause, titles: Sequence[TitledInitiative], rules: Rulebook
) -> Iterator[Enumerated]:
    """`... tặng Bằng khen cho 3 tập thể. Đó là: A, B và C.`"""
    end = SENTENCE_END.search(block.view, clause.award_end - block.start)
    if end is not None:
        yield from continuing(block, end.end(), titles, rules)


def _names_bodies(view: str, at: int, stop: int, rules: Rulebook) -> bool:
    """Whether bodies are listed from ``at`` on; a head noun alone (`Bệnh viện`) names nobody."""
    bodies = bodies_listed(view, at, rules, limit=stop)
    return bool(bodies) and all(body.confidence > _BARE for body in bodies)


def _title_behind(
    block: Block, at: int, titles: Sequence[TitledInitiative]
) -> TitledInitiative | None:
    """The initiative that an award was given for: `được tặng Bằng khen với sáng kiến X`."""
    for title in titles:
        lead = title.lead - block.start
        if at <= lead <= at + PASSIVE_REACH and _WITH.match(block.view[at:lead]):
            return title
    return None


def _subject(
    block: Block, clause: AwardClause, others: Sequence[AwardClause], rules: Rulebook
) -> Iterator[Enumerated]:
    """The persons and bodies before `được ... tặng`, over semicolons back to the full stop."""
    said_of = received_by(block, clause, others)
    if said_of is None:
        return
    view, stop = block.view, clause.award_end - block.start
    begin, received = said_of
    if _OF_BODY.search(view, begin, received.start()):
        return
    grouped = list(in_groups(block, begin, received.start(), rules))
    if grouped or (grouped := counted_subject(block, begin, received.start(), rules)):
        yield from grouped
        return
    if under := _UNDER_PAPER.match(view, begin, received.start()):
        begin = under.end()
    label = _LABEL.match(view, begin, stop)
    first = label.end() if label is not None else begin
    lead_in = _OPENS_SUBJECT.match(view, first, received.start())
    if lead_in is not None and lead_in.group().rstrip().endswith(","):
        # `Ban A khen Đội B, Đội C đã giúp; Trường D được ...`: what is in it speaks of others
        lead_in = None if ";" in view[lead_in.end() : received.start()] else lead_in
    opens = {first, lead_in.end() if lead_in else first}
    hailed = (m.end() for m in _HAILED.finditer(view, first, received.start()))
    opens |= {at for at in hailed if ";" not in view[at : received.start()]}
    group = rules.pattern("awardee.collective_lead").regex.match(view, first)
    opens |= {group.end()} if group else set()
    opens |= {m.end() for m in _YEARS_PAST.finditer(view, begin, received.start())}
    opens |= {m.end() for m in _COLLECTIVE.finditer(view, begin, received.start())}
    said = clause.start - block.start
    said += len(view[said:stop]) - len(view[said:stop].lstrip(" \u00a0-–+*•"))
    opens.add(said)  # behind a semicolon too
    edge = begin + len(view[begin : received.start()].rstrip())
    if lead_in is not None and lead_in.end() not in {first, said}:
        named_before = first + len(lead_in.group().rstrip(" ,"))
        if person_at_end(view, first, named_before, rules) is not None:
            opens.discard(lead_in.end())  # `ông A, Giám đốc Sở B, bà C được`: the post is A's
    for at in sorted(opens):  # `Chủ tịch Hội A Lê Văn B vinh dự được nhận ...`
        named = read_post_first(view, at, block.start, rules, limit=edge)
        behind = named.tail - block.start if named is not None else stop
        if named is not None and (
            not view[behind : received.start()].strip(" ,-–")
            or says_who(view, behind, received.start())
        ):
            yield Enumerated(named)
            return
    address = rules.pattern("person.lead")
    thanked = thanks_to(view, begin, received.start())
    for head in _WORD_START.on(view).finditer(view, thanked, received.start()):
        is_first = head.start() in opens
        if not (is_first or head.group().isupper() or address.match(view, head.start())):
            continue  # neither a body nor a name
        if _WHOSE_BODY.search(view, max(begin, head.start() - _WHOSE_REACH), head.start()):
            continue
        is_body = is_first and _names_bodies(view, head.start(), received.start(), rules)
        if not is_body and (
            read_name(view, head.start(), block.start, rules, listed=False) is None
        ):
            continue
        found = enumerated(block, head.start(), (), rules, received.start())
        items = [i for i in found if not is_aside(view, i.named, block.start, received.start())]
        tail = items[-1].named.tail - block.start if items else stop
        behind = items[-1].named.end - block.start if items else stop
        if items and names_another(view, items[-1].named, block.start, received.start()):
            continue
        is_there = False
        if items and (
            not view[tail : received.start()].strip(" ,-–")
            or says_who(view, behind, received.start())
            or says_who(view, tail, received.start())
            or (is_there := was_there(view, behind, received.start()))
        ):
            sure = _GUEST if is_there else _SUBJECT
            is_one = _THE_ONE.search(view, behind, received.start()) is not None
            for item in items[-1:] if is_one else items:
                named = as_body(item.named, received.group())
                yield Enumerated(named.at_most(sure))
            return
    if _INDEFINITE.match(view, first, received.start()):
        return  # `Nhiều cá nhân, tập thể Công an tỉnh A được ...`
    if areas := areas_as_subject(block, begin, received.start(), rules):
        yield from map(Enumerated, areas)
        return
    commas = [m.end() for m in _COMMA.finditer(view, begin, received.start())]
    commas += [m.end() for m in _IN_YEAR.finditer(view, begin, received.start())]
    for begins in (first, *commas):  # the subject opens the sentence or follows `Năm 2021, `
        lead = rules.pattern("awardee.collective_lead").regex.match(view, begins)
        start = lead.end() if lead else begins
        bodies = bodies_listed(view, start, rules, block.start, limit=received.start())
        if (
            all(b.confidence > _BARE for b in bodies)
            and bodies
            and not view[bodies[-1].end - block.start : received.start()].strip(" ,")
        ):
            for body in bodies:
                yield Enumerated(Named(
                    body.start, body.end, body.name, "collective", body.end, body.rule,
                    min(body.confidence, 0.85),
                ))  # fmt: skip
            return
