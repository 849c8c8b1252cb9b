"""The counted noun behind a number: head, what belongs to it, and what is joined by comma or và."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.extract.figures.lexicon import FigureWords
from pipeline.extract.figures.passage import Passage

_MOST_MODIFIERS = 6
_MOST_UNKNOWN = 4
_LONGEST_WORD = 2  # syllables of a word that follows a noun of one syllable
_LONGEST_LABEL = 8  # words between a noun and the number that it labels
_LONGEST_ASIDE = 30  # words of a bracket between a number and its noun
_QUOTES, _CLOSING_QUOTES = frozenset('“"«'), frozenset('”"»')
_LONGEST_NAME = 10  # words in quotation marks behind a number
_JOINERS = (",", "và", "hoặc", "/", "cùng")
# Groups that one count can join: `tập thể, cá nhân`, `cán bộ và đơn vị`, `mô hình, hoạt động`.
_PERSONS_AND_BODIES = frozenset({"people", "collective"})
_ADDRESS_OR_AREA = frozenset(
    {"ông", "bà", "đồng", "anh", "chị", "tỉnh", "huyện", "quận", "xã", "phường", "thành", "thị"}
)
_KIN = frozenset({"ông", "bà", "cha", "bố", "mẹ", "anh", "chị", "em", "cháu", "cô", "thầy"})
# Bodies that tell of themselves behind a comma, and are not counted with people.
_TELLERS = frozenset({"nhóm", "hội", "trường", "đoàn", "tổ", "đội", "ban", "xã", "huyện", "tỉnh"})
# Nor do areas beside each other (`quận, huyện`).
_BODIES_AND_AREAS = _TELLERS | {"phường", "trấn", "quận", "thị", "phố", "thôn", "ấp", "bản"}
_ROMAN = frozenset({"I", "V", "X"})  # `74 xã khu vực I`: a class of what is counted
_KIND = "loại"
_DETERMINERS = frozenset({"các", "những", "số", "tổng", "lượng", "loại"})


class Noun(NamedTuple):
    """A counted noun at ``start:end`` of the view; ``group`` is "" for a noun not in the lexicon.

    ``next_index`` is the index of the first token behind it; ``is_total`` says that the number
    stands before ``tổng số`` (``201 tổng số hồ sơ``).
    """

    start: int
    end: int
    next_index: int
    group: str
    is_total: bool = False


def noun_at(passage: Passage, index: int, words: FigureWords, *, share: bool) -> Noun | None:
    """The noun phrase that begins at token ``index``.

    :param share: the number is a percentage, whose noun may begin with ``các``, ``những``
    :return: None where no countable noun follows (a unit of time, a verb, a sign, the end)
    """
    texts, starts = passage.tokens
    if texts[index : index + 1] == [")"] and _spells_number(texts, index - 3):
        index += 1
    if index < len(texts) and texts[index] == "(":
        index = _past_comparison(texts, _past_spelled_number(texts, index), words)
    if index < len(texts) and texts[index] in _QUOTES:
        return _quoted(passage, index, words)
    first, is_total = index, False
    while index < len(texts) and texts[index] in _DETERMINERS:
        if texts[index] in ("các", "những") and not share:
            return None
        noun = words.nouns.at(texts, index)
        if noun is not None and noun[0] > 1:
            break
        is_total = is_total or texts[index] == "tổng"
        index += 1
    is_grade = index > first and texts[index - 1] == _KIND
    if index > first and not share:
        first = index
    head = _head(passage, index, words)
    if head is None:
        return None
    end, groups = head
    if is_grade and not groups:
        return None  # `02 đề tài loại tốt, 05 loại khá`: a grade, and the noun is left out
    if groups:
        end = _modifiers(passage, end, words, groups)
        end = _joined(passage, index, end, words, groups)
    group = next(iter(groups), "")
    behind = starts[end - 1] + len(texts[end - 1])
    return Noun(starts[first], behind, end, group, is_total and not share)


def _quoted(passage: Passage, index: int, words: FigureWords) -> Noun | None:
    """``12 “Mái ấm tình thương”``: a known noun in quotation marks with the rest of its name."""
    texts, starts = passage.tokens
    known = words.nouns.at(texts, index + 1)
    inside = texts[index + 1 : index + _LONGEST_NAME]
    close = next((at for at, text in enumerate(inside) if text in _CLOSING_QUOTES), 0)
    if known is None or close < known[0] or any(text[0].isdigit() for text in inside[:close]):
        return None
    end = index + 1 + close
    behind = starts[end - 1] + len(texts[end - 1])
    return Noun(starts[index + 1], behind, end + 1, known[1])


def _past_spelled_number(texts: list[str], index: int) -> int:
    """``02 (hai) tập thể``: skip the number in words inside the bracket that opens here."""
    inside = texts[index + 1 : index + 7]
    close = inside.index(")") if ")" in inside else 0
    if close and _NUMBER_WORDS.issuperset(inside[:close]):
        return index + close + 2
    return index


def _spells_number(texts: list[str], index: int) -> bool:
    """``năm (05) Giấy khen``: the number in words before the bracket that holds it in figures."""
    return index >= 0 and texts[index] in _NUMBER_WORDS and texts[index + 1] == "("


def _past_comparison(texts: list[str], index: int, words: FigureWords) -> int:
    """``26.400 (tăng 9,56% so với năm trước) công trình``: skip the bracket before a known noun."""
    if index + 1 >= len(texts) or texts[index] != "(":
        return index
    if texts[index + 1] not in _COMPARING:
        return index
    inside = texts[index + 1 : index + _LONGEST_ASIDE]
    close = inside.index(")") if ")" in inside else None
    if close is None or words.nouns.at(texts, index + close + 2) is None:
        return index
    return index + close + 2


_COMPARING = frozenset({"tăng", "giảm", "đạt", "bằng", "vượt", "chiếm"})
_NUMBER_WORDS = frozenset(
    {
        "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mươi",
        "mốt", "tư", "lăm", "linh", "lẻ", "trăm", "nghìn", "ngàn",
    }
)  # fmt: skip


def _head(passage: Passage, index: int, words: FigureWords) -> tuple[int, list[str]] | None:
    """(index behind the head, its groups in order); no group for a noun not in the lexicon."""
    texts = passage.tokens.texts
    known = words.nouns.at(texts, index)
    barred = words.uncounted.at(texts, index)
    if barred is not None and (known is None or known[0] <= barred[0]):
        return None
    stop = None if known is None else words.stops.at(texts, index)
    if known is not None and stop is not None and stop[0] > known[0]:
        return None  # `Vùng 1 bao gồm`
    if known is not None:
        end = index + known[0]
        if known[0] == 1:
            end = _completed(passage, end, words)
        groups = [known[1]]
        if texts[index] == "lượt":  # acts, but joined by what people or bodies they are of
            inner = words.nouns.at(texts, index + 1)
            groups.extend([inner[1]] if inner is not None else [])
        return end, groups
    end = index
    while end < len(texts) and end - index < _MOST_UNKNOWN and _is_plain(passage, end, words):
        end += 1
    return (end, []) if end > index else None


def _is_plain(passage: Passage, index: int, words: FigureWords) -> bool:
    """A lower-case word or an abbreviation that ends no noun phrase."""
    texts, starts = passage.tokens
    text = texts[index]
    if not text[0].isalpha() or text in _JOINERS:
        return False
    printed = passage.view[starts[index] : starts[index] + len(text)]
    if printed[0].isupper() and not is_abbreviation(printed):
        return False
    return words.stops.at(texts, index) is None and words.uncounted.at(texts, index) is None


def is_abbreviation(printed: str) -> bool:
    """Two capitals or more and no lower-case letter (``CĐCS``, ``TULĐTT``)."""
    return len(printed) > 1 and printed.isupper()


def _completed(passage: Passage, end: int, words: FigureWords) -> int:
    """``15 nhà thầu``, ``7 xe mô tô``: one syllable of the lexicon and a word that no list has.

    Of three syllables and more nobody can tell which belong to it.
    """
    more = 0
    while more <= _LONGEST_WORD and _continues_word(passage, end + more, words):
        more += 1
    return end + more if more <= _LONGEST_WORD else end


def _continues_word(passage: Passage, index: int, words: FigureWords) -> bool:
    texts, starts = passage.tokens
    if index >= len(texts) or len(texts[index]) < 2 or not texts[index][0].isalpha():
        return False
    if texts[index] in _JOINERS or not (
        passage.view[starts[index]].islower()
        or passage.view[starts[index - 1] : starts[index] + len(texts[index])].isupper()
    ):
        return False
    return texts[index] not in words.openings or (
        words.stops.at(texts, index) is None
        and words.modifiers.at(texts, index) is None
        and words.nouns.at(texts, index) is None
        and words.uncounted.at(texts, index) is None
    )


def _modifiers(passage: Passage, end: int, words: FigureWords, groups: list[str]) -> int:
    """Extend over further nouns, adjectives and abbreviations up to a verb or preposition."""
    texts, starts = passage.tokens
    start = end
    while end < len(texts) and end - start < _MOST_MODIFIERS:
        text = texts[end]
        noun = modifier = None
        longest = 0
        if text in words.openings:
            noun, modifier = words.nouns.at(texts, end), words.modifiers.at(texts, end)
            longest = max(noun[0] if noun else 0, modifier[0] if modifier else 0)
            barring = (words.stops, words.uncounted, words.verbal)
            for table in barring if groups[0] in _PERSONS_AND_BODIES else barring[:2]:
                found = table.at(texts, end)
                if found is not None and found[0] >= longest:
                    return end
        if longest and _is_numbered(texts, end, longest, words):
            break  # `2 học sinh lớp 7`: the number behind it makes it a name
        if text in _ADDRESS_OR_AREA and _is_capital(passage, end + max(longest, 1)):
            break  # `01 cá nhân ông Lê Văn A`, `6 cá nhân tỉnh Hải Sơn`: who and where, no noun
        if noun is not None and noun[1] == "collective" and _opens_name(passage, end, noun[0]):
            break
        if longest:
            if longest == 1 and modifier is None and _continues_word(passage, end + 1, words):
                break  # `nhà giáo khối trung học`: a longer word begins here that no list has
            if noun is not None and noun[0] == longest:
                groups.append(noun[1])
            end += longest
            continue
        printed = passage.view[starts[end] : starts[end] + len(text)]
        is_known = is_abbreviation(printed) or (printed in _ROMAN and end > start)
        if not is_known or passage.view[: starts[end] + len(text)].isupper():
            break
        end += 1
    return end


def _is_numbered(texts: list[str], index: int, length: int, words: FigureWords) -> bool:
    numbered = words.numbered.at(texts, index)
    behind = texts[index + length : index + length + 1]
    return (
        numbered is not None
        and numbered[0] == length
        and numbered[1] == "numbered"
        and bool(behind)
        and behind[0][0].isdigit()
    )


def _opens_name(passage: Passage, index: int, length: int) -> bool:
    """``105 đại biểu Hội đồng Nhân dân``: two words with a capital behind small letters."""
    texts, starts = passage.tokens
    printed = passage.view[starts[index] : starts[index] + len(texts[index])]
    return (
        printed[0].isupper() and not is_abbreviation(printed) and printed not in _ROMAN
        and passage.view[starts[index - 1]].islower()
        and _is_capital(passage, index + length)
    )  # fmt: skip


def _is_capital(passage: Passage, index: int) -> bool:
    starts = passage.tokens.starts
    return index < len(starts) and passage.view[starts[index]].isupper()


def _joined(passage: Passage, first: int, end: int, words: FigureWords, groups: list[str]) -> int:
    """Extend over ``, noun`` and ``và noun`` of a kind that one count can cover."""
    texts = passage.tokens.texts
    while end < len(texts) and texts[end] in _JOINERS:
        at = end + 1
        if texts[end] == "," and at < len(texts) and texts[at] in ("và", "hoặc"):
            at += 1
        noun = words.nouns.at(texts, at)
        if noun is None or not _fits(noun[1], groups, slash=texts[end] == "/"):
            break
        stop = words.stops.at(texts, at)
        longer = 0 if stop is None else stop[0] - noun[0]
        if stop and (longer > 0 or (longer == 0 and _is_verb_here(texts, at + noun[0]))):
            break
        if _begins_name(passage, end - 1, at) or texts[at : at + noun[0]] == texts[first:end]:
            break  # `412 hồ sơ, hồ sơ tồn là 57`: the same noun again opens the next words
        if (
            noun[0] == 1
            and _completed(passage, at + 1, words) == at + 1
            and _continues_word(passage, at + 1, words)
        ):
            break  # of `nhà tình nghĩa, nhà khăn quàng đỏ` the second is not known to its end
        joined = [noun[1]]
        behind = _modifiers(passage, at + noun[0], words, joined)
        if behind == at + 1 and texts[at] in _KIN and texts[first] not in _KIN:
            break  # `9 đại biểu, ông A làm trưởng đoàn`: the subject of the next words
        if behind == at + 1 and texts[end] == "," and _tells_of_itself(texts[first:end], texts[at]):
            break
        is_label = texts[end] != "/" and _is_next_label(texts, behind, first)
        if is_label or _is_counted_next(texts, behind):
            break  # `69,3 tạ/ha tăng 0,1 tạ/ha`: behind a stroke stands the rest of a rate
        end = behind
        groups.extend(joined)
    return end


def _tells_of_itself(counted: list[str], body: str) -> bool:
    """``19 thành viên, nhóm tiết kiệm được 27 triệu đồng``: the subject of the next words."""
    is_one_row = counted[0] in ("cá", "tác") or counted[-1] in _BODIES_AND_AREAS
    return body in _TELLERS and not is_one_row


def _is_counted_next(texts: list[str], behind: int) -> bool:
    """``812 người, đảng viên 356 đồng chí``, ``và tập thể tiên tiến cho 88 tập thể``.

    What stands before the next number is its label or its award.
    """
    after = texts[behind : behind + 2]
    return bool(after) and (
        after[0][0].isdigit() or (after[0] == "cho" and len(after) == 2 and after[1][0].isdigit())
    )


def _is_next_label(texts: list[str], behind: int, first: int) -> bool:
    """``359 đồng chí, đảng viên người có đạo 14 đồng chí``: the next count has the same noun."""
    for at in range(behind, min(behind + _LONGEST_LABEL, len(texts) - 1)):
        if texts[at][0].isdigit():
            length = 1 if texts[first + 1 : first + 2] == [","] else 2
            return texts[at + 1 : at + 1 + length] == texts[first : first + length]
        if not texts[at][0].isalpha():
            return False
    return False


def _begins_name(passage: Passage, before: int, at: int) -> bool:
    """``15 đồng chí, Ban Thường vụ``: a capital behind small letters opens a name, not a noun.

    So does an abbreviation with a place behind it (``15 đồng chí, LĐLĐ huyện Mẫu 12 ...``).
    """
    texts, starts = passage.tokens
    printed = passage.view[starts[at] : starts[at] + len(texts[at])]
    behind = texts[at + 1] if at + 1 < len(texts) else ""
    if is_abbreviation(printed) and behind in _ADDRESS_OR_AREA:
        return True
    return (
        printed[0].isupper() and not is_abbreviation(printed)
        and passage.view[starts[before]].islower()
    )  # fmt: skip


def _fits(group: str, groups: list[str], *, slash: bool) -> bool:
    if slash:
        return group == groups[0]
    if groups[0] in ("measure", "unit"):
        return False
    return group in groups or (group in _PERSONS_AND_BODIES and groups[-1] in _PERSONS_AND_BODIES)


# Behind a word that is both noun and verb (tổ chức) these show the noun.
_BEHIND_NOUNS = frozenset(
    {"và", "hoặc", "trên", "trong", "có", "thuộc", "đã", "tại", "của", "ở", "vi", "bị", "được"}
)


def _is_verb_here(texts: list[str], index: int) -> bool:
    """``..., mở hàng ngàn cuộc`` against ``cơ quan, tổ chức trên địa bàn``."""
    return (
        index < len(texts) and texts[index][0].isalnum()
        and texts[index] not in _BEHIND_NOUNS
    )  # fmt: skip
