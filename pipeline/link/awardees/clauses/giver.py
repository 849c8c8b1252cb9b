"""Who gives an award: the authority named with it, or before its verb, or the only one by law."""

from __future__ import annotations

import regex

from pipeline.extract.awards import PRIZE
from pipeline.extract.bodies import name_end, repair_codes
from pipeline.extract.holder import person_at_end
from pipeline.link.awardees.clauses.praised import LETTER
from pipeline.link.awardees.clauses.refused import CHARGES
from pipeline.model import AwardMention
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived

_WENT = regex.compile(r"\s(?:đã\s)?(?:đến|tới)\s")
_CAPITAL = regex.compile(r"(?<![\p{L}\p{N}])\p{Lu}")
# who alone gives an award, whoever hands it over (Luật Thi đua, khen thưởng 06/2022/QH15)
_GIVEN_BY_ONE = frozenset({"Chủ tịch nước", "Thủ tướng Chính phủ"})
_CERTIFICATE = "Giấy khen"
_LONGEST_GIVER = 140  # letters in capitals
# a secretary of the Party hands over what the committee gives (Điều lệ Đảng, Huy hiệu Đảng)
_BADGE = "hh_dang"


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
    level = rules.pattern("clauses.giver_level").regex.match(words, max(award.end, 0))
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
    asks = list(
        rules.pattern("clauses.giver_asks").regex.finditer(
            words, max(0, len(words) - _LONGEST_GIVER)
        )
    )
    if not asks or rules.pattern("clauses.giver_only_looks").regex.match(words, asks[-1].end()):
        return None
    at = asks[-1].end()
    end = _authority_end(words, at, len(words), rules)
    asked = rules.pattern("clauses.giver_what_for").regex.search(words, at)
    if end is None or asked is None or end < asked.start():
        return None
    if not rules.pattern("clauses.giver_name_ends").regex.search(words, at, asked.start()):
        return None  # `đề nghị Trường A cử người dự họp:`
    return _authority(words[at : asked.start()], rules)


def is_whose(giver: str, rules: Rulebook) -> bool:
    """`lễ đón nhận Huân chương của Trường A`: whose the order is, not who gave it."""
    return rules.pattern("clauses.giver_of_state_to").regex.match(giver) is not None


def giver_before(words: str, begin: int, award: AwardMention, rules: Rulebook) -> str | None:
    """The authority on whose behalf the award is handed over, or the subject of its verb."""
    before = words[begin : award.start]
    for behalf in rules.pattern("awardee.on_behalf").regex.finditer(before):
        if rules.pattern("clauses.giver_hails").regex.search(before, behalf.end()):
            continue
        if end := _authority_end(before, behalf.end(), len(before), rules):
            return _authority(before[behalf.end() : end], rules)
    verb = rules.pattern("awardee.given_verb").on(words).search(before)
    if verb is None and award.award_name == LETTER:
        verb = rules.pattern("clauses.praised_sends").regex.search(before)
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
            if is_badge or rules.pattern("clauses.giver_secretary").regex.match(
                before, match.start()
            ):
                return None
            said = verb.group().split()[-1:] == ["trao"]
            if said and _hands_over(before, match.start(), end, award, rules):
                return None
            first = match.start() - 3 * before[: match.start()].endswith("Hồ ")  # Hồ Chủ tịch
            if before[:first].endswith(("đến ", "tới ")):
                return None  # `Huyện đoàn A, tỉnh C đến Trường B trao`: where
            went = _WENT.search(before, match.start(), end)  # `Huyện đoàn A đến Trường B trao`
            return _authority(before[first : went.start() if went else end], rules)
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
    head = rules.pattern("clauses.giver_heads").regex.match(before, at, end)
    if award.award == PRIZE or head is None:
        return True
    return head["unit"] is not None and award.award_name != _CERTIFICATE


def _authority(words: str, rules: Rulebook) -> str | None:
    """`Chủ tịch LĐLĐ tỉnh Lê Văn A` confers as what he is: the name behind the post is left out.

    A deputy signs or hands over and confers nothing of his own, nor does who held a post before.
    """
    if rules.pattern("clauses.giver_deputy").regex.match(words) or rules.pattern(
        "clauses.giver_deputy_too"
    ).regex.search(words):
        return None
    words = rules.pattern("clauses.giver_and_more").regex.sub("", words.partition("|")[0].strip())
    words = rules.pattern("clauses.giver_loose_end").regex.sub("", words)  # another cell is no name
    person = person_at_end(words, 0, len(words), rules)
    if person is not None and person.start:
        words = rules.pattern("clauses.giver_loose_end").regex.sub(
            "", words[: person.start].rstrip()
        )
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
    own = rules.pattern("clauses.giver_own_office").regex.match(words, at, stop)
    if own is not None:
        return name_end(words, own.end(), rules, stop)
    for pattern in ("body.post", "body.outer", "body.lower"):
        head = rules.pattern(pattern).regex.match(words, at, stop)
        if head:
            return name_end(words, head.end(), rules, stop)
    return None
