"""Who gives an award: the authority named with it, or before its verb, or the only one by law."""

from __future__ import annotations

import regex

from pipeline.extract.address import CALLED, RANKED
from pipeline.extract.awards import PRIZE
from pipeline.extract.bodies import name_end, repair_codes
from pipeline.extract.holder import person_at_end
from pipeline.link.awardees.clauses.praised import LETTER, SENDS
from pipeline.link.awardees.clauses.refused import CHARGES
from pipeline.model import AwardMention
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived

_OF_STATE_TO = regex.compile(
    r"(?i)(?:trường|bệnh viện|(?:tổng )?công ty|trung tâm|xí nghiệp|nhà máy|học viện|viện"
    r"|hợp tác xã|xã|phường|huyện|đơn vị|tập thể|sở|phòng|khoa|ông|bà|đồng chí)(?!\p{L})"
)
_CAPITAL = regex.compile(r"(?<![\p{L}\p{N}])\p{Lu}")
# who alone gives an award, whoever hands it over (Luật Thi đua, khen thưởng 06/2022/QH15)
_GIVEN_BY_ONE = frozenset({"Chủ tịch nước", "Thủ tướng Chính phủ"})
# offices inside a body that give a Giấy khen of their own
_OWN_OFFICE = regex.compile(
    r"(?:Phòng\s(?:GD|Giáo dục)|Ban\s(?:[Gg]iám hiệu|[Gg]iám đốc|[Cc]hấp hành))(?![\p{L}])"
)
_DEPUTY = regex.compile(r"(?i)\s*(?:nguyên|phó|thứ trưởng)(?!\p{L})")
# `Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh`: the last of his posts is a deputy's
_DEPUTY_TOO = regex.compile(
    r",\s(?:(?i:nguyên\s)?(?i:phó|thứ)\s(?!\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+$)|(?i:nguyên)\s)"
)
# heads who give awards of their own; those of a `unit` a Giấy khen alone (Luật Thi đua, khen
# thưởng 06/2022/QH15)
_HEADS = regex.compile(
    r"(?:Quyền )?(?:Chủ (?:tịch|nhiệm)|Thủ tướng|Bộ trưởng|Tổng|Tư lệnh|Viện trưởng|Chánh án"
    r"|(?P<unit>Giám đốc|Hiệu trưởng|Cục trưởng|Chi cục trưởng|Trưởng (?:[Pp]hòng|Công an)|Trưởng"
    r" ban (?:Quản lý|Dân tộc)))(?!\p{L})"
)
_CERTIFICATE = "Giấy khen"
_LEVEL = regex.compile(
    r"\s(?:cấp\s|của\s)?(?P<level>(?i:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|bộ|sở|trung ương))"
    r"(?=\s*(?:[,;.)]|$))"
)
_LONGEST_GIVER = 140  # letters in capitals
# a secretary of the Party hands over what the committee gives (Điều lệ Đảng, Huy hiệu Đảng)
_BADGE = "hh_dang"
_SECRETARY = regex.compile(r"(?:Phó )?Bí thư(?!\p{L})")
# `Bằng khen của Bộ Y tế và đang phấn đấu`, `của Bộ Y tế, cơ quan được`: the next part begins
_AND_MORE = regex.compile(
    r"\s(?:và|cùng)\s(?:nhiều|các|những|một số|\d{1,3})\s(?:lượt\s)?(?:phần thưởng|hình thức"
    r"|danh hiệu|bằng khen"
    r"|giấy khen|huân|huy|giải thưởng|kỷ niệm chương)(?!\p{L}).*$"
    # `Bằng khen của Chủ tịch UBND tỉnh và Giấy khen của B`
    r"|\s(?:và|cùng)\s(?i:bằng khen|giấy khen|cờ thi đua|huân chương|huy chương|huy hiệu"
    r"|kỷ niệm chương|danh hiệu|giải thưởng)(?!\p{L}).*$"
)
# `Thay mặt Đảng ủy, tôi chúc mừng Đội tuyển đã giành giải Nhì`: it only speaks of the prize
_HAILS = regex.compile(
    r"(?<!\p{L})(?:chúc mừng|biểu dương|khen ngợi|hoan nghênh|cảm ơn)(?!\p{L})"
    r"[^.;]{0,160}(?<!\p{L})(?:giành|đạt|đoạt)(?!\p{L})"
)
_ASKS = regex.compile(
    r"(?<!\p{L})(?<!theo )(?i:đề nghị|trình|đề xuất)\s(?:lên\s|với\s)?"
    r"(?:(?:đồng chí|các)\s)?(?=\p{Lu})"
)
_ONLY_LOOKS = regex.compile(
    r"(?i:hội đồng|ban thi đua|sở nội vụ|phòng nội vụ|phòng tổ chức|ban tổ chức|văn phòng|hội nghị)"
)
_NAME_ENDS = regex.compile(
    r"(?:(?<!\S)\p{Lu}\S*|(?<!\p{L})(?:tỉnh|huyện|xã|phố|phường|quận|trấn|ủy|uỷ|ngành|\d+))$"
)
_WHAT_FOR = regex.compile(
    r"(?:,?\s(?:xem xét|xét|quyết định|ra quyết định|phê duyệt|khen thưởng|tặng thưởng|tặng"
    r"|công nhận|cho|và|các|những|nội dung|trường hợp|tập thể|cá nhân|hình thức|danh hiệu|sau"
    r"|như sau|sau đây|cụ thể|thi đua|năm \d{4})){0,12}+\s?:\s*\Z"
)
_LOOSE_END = regex.compile(
    # `Giám đốc Công an tỉnh, thượng tá | Lê Văn A trao`: who hands it over for him
    r"(?:,\s(?:" + RANKED + "|" + CALLED + r")"
    r"|(?:\s(?:các|trong|vào|những))+|,\s(?:cơ quan|đơn vị|tập thể|bản thân|gia đình|nhà trường"
    r"|(?:vợ|chồng|con|em|anh|chị|ông|bà|bố|mẹ|cha|cháu)(?:\s\p{Ll}+){0,2})|\s(?:và|cùng)"
    # `Thủ tướng Chính phủ nước A, chiều 1/2 | B đã trao`
    r"|,\s(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|mới đây|vừa qua)(?!\p{L})[^;]{0,160}"
    r"|\s(?:đồng ý|thống nhất|nhất trí|quyết định|xem xét|kịp thời)"
    # `Tỉnh đoàn A tuyên dương và tặng`: what else it does
    r"|(?:,?\s(?:đã|vừa))*,?\s(?:tuyên dương|biểu dương|vinh danh|tôn vinh|khen thưởng|khen ngợi"
    r"|gặp mặt|chúc mừng|động viên|thăm hỏi)(?:,\s?(?:\p{L}+\s?){1,3})?(?:,|\svà)?)$"
)


def giver_behind(words: str, award: AwardMention, rules: Rulebook) -> str | None:
    """The authority that is named with the award: `của ...`."""
    behind = rules.pattern("awardee.given_by").regex.match(words[award.end : award.end + 60])
    if behind is None:
        return None
    start = award.end + behind.end()
    end = _authority_end(words, start, len(words), rules)
    return _authority(words[start:end], rules) if end else None


def giver_in_cell(
    words: str, award: AwardMention, listed: str | None, rules: Rulebook
) -> str | None:
    """Who gives the award of a cell or heading, in a list of awards that ``listed`` gives.

    `Bằng khen tỉnh` in a list of a district is not the district's, whoever gives it.
    """
    said = giver_behind(words, award, rules) if award.end > 0 else None
    level = _LEVEL.match(words, max(award.end, 0))
    if said is not None or level is None or listed is None:
        return said or listed
    return listed if level["level"].lower() in listed.lower() else None


def giver_in_capitals(words: str, award: AwardMention, rules: Rulebook) -> str | None:
    """The authority that a title in capitals names with the award: ``... CỦA CHỦ TỊCH UBND TỈNH``.

    As it is printed: what of it are names of places the capitals do not tell.
    """
    named = rules.pattern("awardee.given_by_capitals").regex.match(
        words[award.end : award.end + _LONGEST_GIVER]
    )
    return None if named is None else " ".join(named["giver"].split())


def giver_asked(words: str, rules: Rulebook) -> str | None:
    """The authority that the end of a line asks for what stands below it.

    `Kính trình Ban Thường vụ Huyện ủy xem xét, quyết định:`; a council or an office that only
    looks at the papers gives nothing.
    """
    asks = list(_ASKS.finditer(words, max(0, len(words) - _LONGEST_GIVER)))
    if not asks or _ONLY_LOOKS.match(words, asks[-1].end()) is not None:
        return None
    at = asks[-1].end()
    end = _authority_end(words, at, len(words), rules)
    asked = _WHAT_FOR.search(words, at)
    if end is None or asked is None or end < asked.start():
        return None
    if _NAME_ENDS.search(words, at, asked.start()) is None:
        return None  # `đề nghị Trường A cử người dự họp:`
    return _authority(words[at : asked.start()], rules)


def is_whose(giver: str) -> bool:
    """`lễ đón nhận Huân chương của Trường A`: whose the order is, not who gave it."""
    return _OF_STATE_TO.match(giver) is not None


def giver_before(words: str, begin: int, award: AwardMention, rules: Rulebook) -> str | None:
    """The authority on whose behalf the award is handed over, or the subject of its verb."""
    before = words[begin : award.start]
    for behalf in rules.pattern("awardee.on_behalf").regex.finditer(before):
        if _HAILS.search(before, behalf.end()) is not None:
            continue
        if end := _authority_end(before, behalf.end(), len(before), rules):
            return _authority(before[behalf.end() : end], rules)
    verb = rules.pattern("awardee.given_verb").on(words).search(before)
    if verb is None and award.award_name == LETTER:
        verb = SENDS.search(before)
    if verb is None or CHARGES.match(before):  # who hands it over as he is told confers nothing
        return None
    for match in _CAPITAL.finditer(before[: verb.start()]):
        if before[: match.start()].endswith(("-", "/")):
            continue  # `Quyết định số 5/QĐ-UBND tặng`: the code of a number
        end = _authority_end(before, match.start(), verb.start(), rules)
        if end is not None and before[end : verb.start()].strip() in {"", "và"}:
            is_badge = award.award == _BADGE and rules.pattern("body.post").match(
                before, match.start()
            )
            if is_badge or _SECRETARY.match(before, match.start()) is not None:
                return None
            said = verb.group().split()[-1:] == ["trao"]
            if said and _hands_over(before, match.start(), end, award, rules):
                return None
            first = match.start() - 3 * before[: match.start()].endswith("Hồ ")  # Hồ Chủ tịch
            return _authority(before[first:end], rules)
    return None


def _hands_over(before: str, at: int, end: int, award: AwardMention, rules: Rulebook) -> bool:
    """`Ông A, Giám đốc Sở B trao giải Nhất`, `Bí thư Huyện ủy A trao Giấy khen`: in its name.

    Only of a head that gives such an award himself a bare `trao` may say that it is his.
    """
    called = before[:at].rstrip(" ,-–")
    is_apposed = (
        called != before[:at].rstrip() and person_at_end(called, 0, len(called), rules) is not None
    )
    if not is_apposed and person_at_end(before, at, end, rules) is None:
        return False
    head = _HEADS.match(before, at, end)
    if award.award == PRIZE or head is None:
        return True
    return head["unit"] is not None and award.award_name != _CERTIFICATE


def _authority(words: str, rules: Rulebook) -> str | None:
    """`Chủ tịch LĐLĐ tỉnh Lê Văn A` confers as what he is: the name behind the post is left out.

    A deputy signs or hands over and confers nothing of his own, nor does who held a post before.
    """
    if _DEPUTY.match(words) is not None or _DEPUTY_TOO.search(words) is not None:
        return None
    words = _AND_MORE.sub("", words.partition("|")[0].strip())
    words = _LOOSE_END.sub("", words)  # another cell is no name
    person = person_at_end(words, 0, len(words), rules)
    if person is not None and person.start:
        words = _LOOSE_END.sub("", words[: person.start].rstrip())
    return repair_codes(" ".join(words.split()), rules)  # blanks stand where a page break cuts


@derived
def sole_givers(rules: Rulebook) -> dict[str, str]:
    """Code of an award -> who alone can give it by law (lexicon ``awards``, column authority)."""
    return {
        row["code"]: row["authority"]
        for row in rules.lexicon("awards").rows
        if row["authority"] in _GIVEN_BY_ONE and row["certain"] == "yes"
    }


def _authority_end(words: str, at: int, stop: int, rules: Rulebook) -> int | None:
    """Where the authority that begins at ``at`` ends; None if none begins there."""
    post = rules.pattern("body.post").regex.match(words, at, stop)
    body_at = post.end() + 1 if post is not None else at
    whole = rules.pattern("body.whole_name").regex.match(words, body_at, stop)
    if whole is not None:
        return whole.end()
    own = _OWN_OFFICE.match(words, at, stop)
    if own is not None:
        return name_end(words, own.end(), rules, stop)
    for pattern in ("body.post", "body.outer", "body.lower"):
        head = rules.pattern(pattern).regex.match(words, at, stop)
        if head:
            return name_end(words, head.end(), rules, stop)
    return None
