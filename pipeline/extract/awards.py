"""Awards and titles named in the text: orders, medals, titles of emulation, flags, certificates.

Only naming is decided here.  Whether an award was conferred, proposed or is a target is a matter of
the sentence and belongs to those who use the mention.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial

from pipeline.grammar.misread_words import award_words_put_right
from pipeline.grammar.spelling import fold
from pipeline.model import AwardMention, Block, Dispatch
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived
from pipeline.rulebook.trie import trie_regex

_NO_AWARD_BLOCKS = frozenset(
    {"header", "number", "place_date", "addressees", "signature", "copies", "furniture"}
)
_CUE_REACH = 120  # a word of conferring stands in the same clause; longer is another sentence
_COUNT = re.compile(r"(?<!\w)\d{1,3} $")
_REMEMBERED = 1024  # blocks; one document seldom has more
_GRADES = {
    "nhất": "Nhất", "i": "Nhất", "1": "Nhất", "nhì": "Nhì", "hai": "Nhì", "ii": "Nhì", "2": "Nhì",
    "ba": "Ba", "iii": "Ba", "3": "Ba", "kk": "Khuyến khích",
}  # fmt: skip
GRADE_CODES = {"Nhất": "1", "Nhì": "2", "Ba": "3"}
_SHORT = "short"
_SENTENCE_ENDS = (". ", "; ")
# the code of what is known by its noun and the name in quotation marks behind it
_NAMED = {
    "danh hiệu": "danh_hieu", "huy hiệu": "knc_bo", "huy hiệu tỉnh": "knc_tinh",
    "giải thưởng": "gt_doan_the",
}  # fmt: skip
PRIZE = "giai_hoi_thi"  # of a contest: first, second, third, encouragement


def extract_awards(dispatch: Dispatch, rules: Rulebook) -> tuple[AwardMention, ...]:
    """Find every award named in the blocks where awards can stand.

    :param dispatch: the laid-out document
    :param rules: lexicons ``award_terms``, ``award_levels`` and the patterns ``award.*``
    :return: mentions in the order of the text; offsets into ``dispatch.text.text``
    """
    found: list[AwardMention] = []
    for block in dispatch.blocks:
        if block.kind not in _NO_AWARD_BLOCKS:
            found.extend(awards_in(block, rules))
    return tuple(sorted(found, key=lambda m: (m.start, m.end)))


def awards_in(block: Block, rules: Rulebook) -> tuple[AwardMention, ...]:
    """The awards named in one block."""
    return awards_in_words(block.view, rules, block.start)


def awards_in_words(words: str, rules: Rulebook, offset: int = 0) -> tuple[AwardMention, ...]:
    """The awards named in any stretch of words that stands at ``offset`` of the text."""
    found = _finder(rules)(words)
    if not offset:
        return found
    return tuple(
        AwardMention(
            m.start + offset, m.end + offset, m.award, m.award_name, m.grade, m.rule, m.confidence
        )
        for m in found
    )  # fmt: skip


def awards_in_cell(words: str, rules: Rulebook) -> tuple[AwardMention, ...]:
    """The awards of a cell or heading of a table of awards, where `BK`, `GK` mean them."""
    return _find(words, rules, is_cell=True)


@derived
def _finder(rules: Rulebook) -> Callable[[str], tuple[AwardMention, ...]]:
    """The search over a block, remembered: several stages ask for the same block in a row."""
    return lru_cache(maxsize=_REMEMBERED)(partial(_find, rules=rules))


def _find(words: str, rules: Rulebook, *, is_cell: bool = False) -> tuple[AwardMention, ...]:
    folded = award_words_put_right(fold(words))
    mentions = [
        *_terms(words, folded, rules, is_cell=is_cell), *_flags(folded, rules),
        *_prizes(folded, rules), *_party_badges(folded, rules),
    ]  # fmt: skip
    mentions += _elided(folded, mentions, rules)
    mentions += _named(words, folded, mentions, rules)
    mentions.sort(key=lambda m: (m.start, -m.end))
    kept: list[AwardMention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _terms(words: str, folded: str, rules: Rulebook, *, is_cell: bool) -> Iterator[AwardMention]:
    lexicon = _term_rows(rules)
    pattern, at = rules.pattern("award.term").regex, 0
    quoted = folded.replace('"', "“")  # as the terms open a quotation
    while hit := _term_starts(rules).search(quoted, at):
        match = pattern.match(quoted, hit.start())
        if match is None:
            at = hit.start() + 1
            continue
        start, end = match.span("term")
        at = end
        # a page number blanked out between two words leaves many blanks
        row = lexicon[" ".join(match["term"].split())]
        if row["cue"] == _SHORT and not words[start:end].isupper():
            continue
        is_plain = not row["cue"] or (is_cell and row["cue"] == _SHORT)
        if not is_plain and not _is_conferred(words, folded, start, end, row["cue"], rules):
            continue
        award, name, grade = row["award"], row["name"], None
        if row["graded"]:
            tail = rules.pattern("award.grade").regex.match(folded, end)
            if tail and rules.pattern("award.more_grades").regex.match(folded, tail.end()):
                end = tail.end("grade")
            elif tail:
                grade, end = _GRADES[tail["grade"]], tail.end("grade")
                award, name = f"{award}_{GRADE_CODES[grade]}", f"{name} hạng {grade}"
        award, name = _collective(folded, start, award, name)
        award = _level(folded, end, award, rules)
        yield AwardMention(start, end, award, name, grade, "award.term", 0.95)


def _elided(
    folded: str, mentions: Sequence[AwardMention], rules: Rulebook
) -> Iterator[AwardMention]:
    """`Huân chương Lao động hạng Nhì cho ông A; hạng Ba cho ông B`: the same order of a class."""
    by_place = sorted(mentions, key=lambda m: m.start)
    starts = [m.start for m in by_place]
    graded = [m for m in by_place if _is_of_class(m)]
    if not graded or folded.count("hạng ") <= len(graded):
        return
    for match in rules.pattern("award.elided").regex.finditer(folded, graded[0].end):
        before = by_place[bisect_right(starts, match.start("term")) - 1]
        if not _is_of_class(before) or before.end > match.start("term"):
            continue  # another award, or a class that is told with its order
        grade = _GRADES[match["grade"]]
        code = before.award.rsplit("_", 1)[0]
        name = before.award_name[: -len(before.grade or "")]
        yield AwardMention(
            *match.span("term"), f"{code}_{GRADE_CODES[grade]}", name + grade, grade,
            "award.elided", 0.9,
        )  # fmt: skip


def _is_of_class(award: AwardMention) -> bool:
    return award.award.endswith(f"_{GRADE_CODES.get(award.grade or '')}")


def _flags(folded: str, rules: Rulebook) -> Iterator[AwardMention]:
    if "cờ" not in folded:
        return
    for match in rules.pattern("award.flag").regex.finditer(folded):
        start, end = match.span("term")
        award = _level(folded, end, "co", rules)
        yield AwardMention(start, end, award, "Cờ", None, "award.flag", 0.9)


def _prizes(folded: str, rules: Rulebook) -> Iterator[AwardMention]:
    if "giải " not in folded:
        return
    for match in rules.pattern("award.prize").regex.finditer(folded):
        rank = match["grade"]
        grade = _GRADES.get(rank, rank[0].upper() + rank[1:])
        yield AwardMention(
            match.start(), match.end("grade"), PRIZE, f"Giải {grade}", grade,
            "award.prize", 0.9,
        )  # fmt: skip


def _party_badges(folded: str, rules: Rulebook) -> Iterator[AwardMention]:
    if "huy hiệu" not in folded and "tuổi đảng" not in folded:
        return
    for match in rules.pattern("award.party_badge").regex.finditer(folded):
        grade = f"{match['years']} năm tuổi Đảng" if match["years"] else None
        yield AwardMention(
            match.start(), match.end(), "hh_dang", "Huy hiệu Đảng", grade, "award.party_badge", 0.95
        )


def _named(
    words: str, folded: str, mentions: Sequence[AwardMention], rules: Rulebook
) -> Iterator[AwardMention]:
    """`tặng Huy hiệu “A”`, `công nhận danh hiệu “B”`: no lexicon has all that bodies give."""
    if not any(noun in folded for noun in _NAMED):
        return
    for match in rules.pattern("award.named").regex.finditer(folded):
        noun, begin, end = match["noun"], match.start("noun"), match.end("name")
        if any(begin < known.end and known.start < end for known in mentions):
            continue
        name = " ".join(words[slice(*match.span("name"))].split())
        award = _NAMED["huy hiệu tỉnh" if match["area"] else noun]
        if noun != "danh hiệu":
            name = f"{noun.capitalize()} {name}"
        yield AwardMention(
            begin, end, award, name[:1].upper() + name[1:], None, "award.named", 0.85
        )


def _is_conferred(words: str, folded: str, start: int, end: int, cue: str, rules: Rulebook) -> bool:
    """Is a name that is also a movement, a form of address or plain words meant as an award?"""
    if cue == "certificate" and words[start].isupper() and words[max(0, start - 2) : start] != ". ":
        return True
    if (
        rules.pattern("award.movement_tail").regex.match(folded, end)
        and "giỏi" in folded[start:end]
    ):
        return False
    if rules.pattern("award.person_tail").regex.match(words[end : end + 60]):
        return False
    if cue == "title" and rules.pattern("award.title_behind").regex.match(folded, end):
        return True
    is_counted = _COUNT.search(folded, max(0, start - 6), start) is not None
    if cue == "title" and is_counted and _is_listed(folded, end, rules):
        return True
    reach = max(0, start - _CUE_REACH)
    for mark in _SENTENCE_ENDS:
        reach = max(reach, folded.rfind(mark, reach, start) + 1)
    cues = list(rules.pattern("award.title_cue").on(folded).finditer(folded, reach, start))
    return bool(cues) and cues[-1]["title"] is not None


def _is_listed(folded: str, end: int, rules: Rulebook) -> bool:
    """Do names follow a title (`, gồm: A, B`)?"""
    return rules.pattern("award.title_counted").regex.match(folded, end) is not None


def _collective(folded: str, start: int, award: str, name: str) -> tuple[str, str]:
    """``tập thể “Lao động tiên tiến”`` is the collective's title, the word standing outside."""
    before = folded[max(0, start - 12) : start].rstrip(' “"')
    if award == "ldtt" and before.endswith("tập thể"):
        return "ttldtt", "Tập thể Lao động tiên tiến"
    return award, name


def _level(folded: str, end: int, award: str, rules: Rulebook) -> str:
    """The code of the level, where the authority is printed right after the award's name."""
    levels = level_codes(rules)
    if not any(generic == award for generic, _ in levels):
        return award
    match = rules.pattern("award.authority").regex.search(folded[end : end + 80])
    return levels.get((award, " ".join(match["authority"].split())), award) if match else award


@derived
def _term_starts(rules: Rulebook) -> re.Pattern[str]:
    """Where a term can begin: the same word list for the faster engine of the standard library."""
    terms = rules.lexicon("award_terms").terms("term")
    return re.compile(rf"\b{trie_regex(list(terms))}")


@derived
def _term_rows(rules: Rulebook) -> Mapping[str, Mapping[str, str]]:
    """Rows of the lexicon ``award_terms`` by term."""
    return {row["term"]: row for row in rules.lexicon("award_terms").rows}


@derived
def level_codes(rules: Rulebook) -> Mapping[tuple[str, str], str]:
    """Code of the level by generic award code and folded authority (lexicon ``award_levels``)."""
    return {
        (row["award"], row["authority"]): row["level_award"]
        for row in rules.lexicon("award_levels").rows
    }
