"""Takes the words after a person's name apart into post (chức vụ) and workplace (đơn vị công tác).

An inner unit belongs to the post it stands with (Trưởng Phòng Kỹ thuật, giảng viên Khoa Điện); the
workplace begins at the next body and runs up the chain as printed.  Commas and dashes also stand
inside names (Phòng Hành chính - Kế toán), so a separator parts only before a post or a body.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from pipeline.extract.misread_posts import post_put_right
from pipeline.rulebook import Rulebook

Span = tuple[int, int]

_PARTED = regex.compile(r"[,;.)]|\s+[-–](?:\s|(?=\p{Lu}))")
_MARK = regex.compile(r"[,;.)]|\s[-–](?:\s|(?=\p{Lu}))")  # the same, as it is looked for
_SEPARATOR = regex.compile(r"\s*[,;(]\s*|\s+[-–]\s*|\s*[-–]\s+|(?<=\s)[-–](?=\p{Lu})|\s+")
_CAPITAL, _LATER_WORD = regex.compile(r"(?<=\s)\p{Lu}\S*"), regex.compile(r"(?<=\s)\S+")
_DASH = regex.compile(r"[-–]\s+")
_EDGE = " \t\n\u00a0,;:.-–()/"  # the stroke is that of an end mark: ./.
# `Phó Cục trưởng`, `Phó Viện trưởng`: the body's word is part of the post.
_OF_THE_POST = regex.compile(r"(?i)(?:\p{L}+\s){1,2}?trưởng(?!\p{L})")
_OF_PEOPLE = ("đại biểu ", "Đại biểu ")  # Trưởng đoàn đại biểu Quốc hội
_UNITS_LED = ("trưởng phòng", "phó phòng", "đội trưởng", "trưởng đội", "trưởng trạm", "trưởng ban")
_SERVANTS = frozenset({"nhân viên", "cán bộ"})
_NAMED_BODY = ("body.outer", "body.lower", "body.place")
_BELONGS = regex.compile(r"\s+(?:trực\s+)?thuộc$")  # `đảng viên thuộc | Đảng bộ A`
_BELONGS_TO = regex.compile(r"(?:trực\s+)?thuộc\s+")
_NEXT_POST = regex.compile(r"(?:\G|(?<!\s))\s*[,;]\s*(?=\p{L})|(?:,|\G|(?<!\s))\s+kiêm\s+")


@dataclass(frozen=True, slots=True)
class Apposition:
    """Spans of post and workplace in the words they were read from, None where not printed.

    ``is_misread``: the post is known by its letters alone, its marks are others.
    ``is_guessed``: no lexicon has the words between the name and the body, they may be a post.
    """

    position: Span | None = None
    workplace: Span | None = None
    is_misread: bool = False
    is_guessed: bool = False


@dataclass(slots=True)
class _Reader:
    """The words, how far they are read and what was found."""

    words: str
    at: int
    end: int
    rules: Rulebook
    position: Span | None = None
    workplace: int | None = None
    is_misread: bool = False
    is_guessed: bool = False

    def matches(self, pattern: str, at: int) -> regex.Match[str] | None:
        return self.rules.pattern(pattern).match(self.words, at, self.end)

    def is_body(self, at: int) -> bool:
        heads = ("body.outer", "body.lower", "body.place", "body.cell", "body.whole_name")
        return any(self.matches(p, at) for p in heads)

    def is_start(self, at: int) -> bool:
        """Does a body, an inner unit or a post begin here?"""
        return self.is_body(at) or any(self.matches(p, at) for p in ("body.inner", "body.post"))


def split_apposition(words: str, start: int, end: int, rules: Rulebook) -> Apposition:
    """Post and workplace in ``words[start:end]``, the words that follow a name.

    :return: spans into ``words``; the source of the rule is gold README (awardees)
    """
    reader = _Reader(words, start, end, rules)
    _read(reader)
    while (further := _further_post(reader)) is not None:
        first, body = reader.position, reader.workplace
        reader.at, reader.workplace = further[1], None
        _read(reader)
        if reader.workplace is None:  # nothing behind the last post: the body before it stays
            if first is not None and body is not None and _is_organ_at(reader, body, further[0]):
                reader.position = (first[0], reader.end)  # `Phó Bí thư Đảng ủy, Phó Hiệu trưởng`
            else:
                reader.position, reader.workplace, reader.end = first, body, further[0]
            break
    workplace = (reader.workplace, reader.end) if reader.workplace is not None else None
    position = _trim(words, reader.position)
    if position is not None and (belongs := _BELONGS.search(words, *position)):
        position = (position[0], belongs.start())
    return Apposition(position, _trim(words, workplace), reader.is_misread, reader.is_guessed)


def _read(reader: _Reader) -> None:
    """Read posts and inner units up to the workplace."""
    while reader.at < reader.end and reader.workplace is None:
        _skip(reader)
        if reader.at >= reader.end:
            break
        if capacity := reader.matches("body.capacity", reader.at):
            reader.at = capacity.end()
        elif reader.is_body(reader.at) and not reader.matches("body.post", reader.at):
            reader.workplace = reader.at
        elif post := reader.matches("body.post", reader.at):
            _read_post(reader, post)
        elif reader.position is None and reader.rules.pattern(
            "extract.apposition_class"
        ).regex.match(reader.words, reader.at, reader.end):
            reader.workplace = reader.at  # `Lê Văn A, lớp 9A, Trường B`
        elif reader.matches("body.inner", reader.at):
            _read_inner(reader)
        elif post := _misread_post(reader):
            _read_post(reader, post)
        elif (body := _body_inside(reader)) is not None and _is_like_post(reader, body):
            reader.position, reader.is_guessed = (reader.at, body - 1), True
            reader.at = body
        else:
            reader.is_guessed |= body is not None
            reader.at = _boundary(reader, reader.at + 1, bodies=reader.position is not None)


def _body_inside(reader: _Reader) -> int | None:
    """Where a body begins in words, up to the next mark, whose post is in no lexicon."""
    if reader.position is not None:
        return None
    mark = _MARK.search(reader.words, reader.at, reader.end)
    blanks = _LATER_WORD.finditer(reader.words, reader.at, mark.start() if mark else reader.end)
    found = (w.start() for w in blanks if any(reader.matches(p, w.start()) for p in _NAMED_BODY))
    return next(found, None)


def _is_like_post(reader: _Reader, body: int) -> bool:
    """`quản trang | xã A`, and not `thường trú xã A`: may what stands before the body be a post?"""
    unknown = reader.rules.pattern("extract.apposition_unknown").regex
    return unknown.fullmatch(reader.words, reader.at, body - 1) is not None


def _further_post(reader: _Reader) -> tuple[int, int] | None:
    """The end of the body before, and the begin of the next of several posts behind a name.

    `Phó Bí thư Tỉnh ủy, Chủ tịch | UBND tỉnh`: the last of the posts has the workplace.
    """
    if reader.position is None or reader.workplace is None:
        return None
    for gap in _NEXT_POST.finditer(reader.words, reader.workplace, reader.end):
        if reader.matches("body.post", gap.end()) is not None:
            return gap.start(), gap.end()
    return None


def _misread_post(reader: _Reader) -> regex.Match[str] | None:
    """A post here whose marks are misread; the reader goes on with it as it is spelled."""
    right = post_put_right(reader.words, reader.at, reader.end, reader.rules)
    if right is None:
        return None
    misread, reader.words = reader.words, right
    post = reader.matches("body.post", reader.at)
    if post is None:
        reader.words = misread
    else:
        reader.is_misread = True
    return post


def _skip(reader: _Reader) -> None:
    while reader.at < reader.end and reader.words[reader.at] in _EDGE:
        reader.at += 1
    if belongs := _BELONGS_TO.match(reader.words, reader.at, reader.end):
        reader.at = belongs.end()


def _read_post(reader: _Reader, post: regex.Match[str]) -> None:
    """Read a post with the inner unit that goes with it; stop where the workplace begins."""
    begin, cut = post.start(), _post_end(reader, post)
    after = cut
    while after < reader.end and reader.words[after] in " \u00a0":
        after += 1
    bare = reader.words[begin:cut].lower()
    if cut == post.end() and _inner_behind_dash(reader, after):
        reader.position = (reader.position[0] if reader.position else begin, cut)
        reader.at = cut
        return
    leads_unit = bare.endswith("trưởng") and bare.removeprefix("phó ") == "trưởng"
    group = reader.rules.pattern("extract.apposition_of_union_group").regex.match(
        reader.words, begin, reader.end
    )
    if after > cut and (organ := _organ_of_organ(reader, bare, after)) is not None:
        cut, after = organ
    if after > cut and (work := _place_of_work(reader, bare, after)) is not None:
        stop = work
    elif after > cut and (police := _police_unit(reader, bare, after)) is not None:
        stop = _boundary(reader, police, bodies=True)
        if reader.is_body(stop) and reader.words[stop - 1] in " \u00a0":
            reader.workplace = stop
    elif (
        cut < after < reader.end and reader.is_body(after) and not (leads_unit or group is not None)
    ):
        stop = cut
        reader.workplace = after
    else:
        first = group.end() if group else after + 1 if leads_unit else after
        stop = _boundary(reader, first, bodies=not leads_unit)
        if reader.is_body(stop) and reader.words[stop - 1] in " \u00a0":
            reader.workplace = stop
    reader.position = (reader.position[0] if reader.position else begin, stop)
    reader.at = stop


def _police_unit(reader: _Reader, post: str, at: int) -> int | None:
    """`Phó Trưởng phòng | Cảnh sát giao thông`: what the unit is for, and no body of its own."""
    named = (
        reader.rules.pattern("extract.apposition_police").regex.match(reader.words, at, reader.end)
        if post.endswith(_UNITS_LED)
        else None
    )
    return None if named is None else named.end()


def _organ_of_organ(reader: _Reader, post: str, at: int) -> tuple[int, int] | None:
    """The end of `CĐCS` and the begin of `Công ty A` in `Ủy viên BCH CĐCS Công ty A`."""
    if not reader.rules.pattern("extract.apposition_committee").regex.search(post):
        return None
    organ = reader.rules.pattern("extract.apposition_union").regex.match(
        reader.words, at, reader.end
    )
    if organ is None or reader.matches("body.outer", organ.end()) is None:
        return None
    return organ.end() - len(organ["gap"]), organ.end()


def _place_of_work(reader: _Reader, post: str, at: int) -> int | None:
    """The end of `Nhân viên Thư viện`: the head of a body alone names none, but what work it is."""
    head = reader.matches("body.outer", at) if post in _SERVANTS else None
    if head is None:
        return None
    end = head.start() + len(head.group().rstrip())
    is_alone = end >= reader.end or _PARTED.match(reader.words, end, reader.end) is not None
    return end if is_alone else None


def _inner_behind_dash(reader: _Reader, at: int) -> bool:
    """`Tổ trưởng - Phòng Kỹ thuật`: a dash behind a bare post parts it from the unit."""
    dash = _DASH.match(reader.words, at, reader.end)
    return dash is not None and reader.matches("body.inner", dash.end()) is not None


def _post_end(reader: _Reader, post: regex.Match[str]) -> int:
    """End of the post; a body at its tail (Giám đốc Trung tâm ...) goes with what follows."""
    text = post["post"]
    if post.end() >= reader.end or _PARTED.match(reader.words, post.end(), reader.end):
        for match in _CAPITAL.finditer(text):
            at = post.start("post") + match.start()
            if _OF_THE_POST.match(text, match.start()):
                continue
            if not _is_post(text[: match.start() - 1], reader):
                continue  # `Phó Chánh Thanh tra`
            if reader.matches("body.outer", at) and not _is_organ(reader, text):
                return at - 1
        return post.end()
    if _is_organ(reader, text):
        following = post.end() + 1
        if following < reader.end and reader.is_start(following):
            return post.end()
    for match in _LATER_WORD.finditer(text):
        at = post.start("post") + match.start()
        if _OF_THE_POST.match(text, match.start()) or text[: match.start()].endswith(_OF_PEOPLE):
            continue
        if not _is_post(text[: match.start() - 1], reader):
            continue  # `Phó Chánh Văn phòng`: what stands before is no post of its own
        if reader.matches("body.outer", at) or reader.matches("body.lower", at):
            return at - 1
    return post.end()


def _is_post(text: str, reader: _Reader) -> bool:
    """Is the whole text a post (`Giám đốc`, and not `Phó Chánh`)?"""
    found = reader.rules.pattern("body.post").regex.match(text)
    return found is not None and found.end() == len(text)


def _is_organ_at(reader: _Reader, start: int, end: int) -> bool:
    """Is the whole body an organ inside a body not named (`Đảng ủy`)?"""
    organ = reader.rules.pattern("body.organ_post").regex.search(reader.words[start:end].strip())
    return organ is not None and organ.start() == 0


def _is_organ(reader: _Reader, text: str) -> bool:
    return reader.rules.pattern("body.organ_post").regex.search(text) is not None


def _read_inner(reader: _Reader) -> None:
    """An inner unit after a comma is part of the post if a body follows, else the workplace."""
    stop = _boundary(reader, reader.at, bodies=True)
    next_start = stop
    while next_start < reader.end and reader.words[next_start] in _EDGE:
        next_start += 1
    if reader.position and next_start < reader.end and reader.is_body(next_start):
        reader.position = (reader.position[0], stop)
        reader.at = stop
    else:
        reader.workplace = reader.at


def _boundary(reader: _Reader, at: int, *, bodies: bool) -> int:
    """Where the unit or post read from ``at`` ends.

    That is at a separator before a post or body, or (if ``bodies``) where a body begins.
    """
    head = reader.matches("body.inner", at)  # `Đội Cảnh sát ...`: what follows is the unit's name
    for match in _SEPARATOR.finditer(reader.words[: reader.end], at):
        following = match.end()
        if following >= reader.end:
            return match.start()
        mark = match.group().strip()
        if not mark:
            if head is not None and (
                head.end() == match.start() or _is_head_alone(reader, following)
            ):
                continue
            if (bodies and reader.matches("body.outer", following)) or (
                bodies and reader.matches("body.lower", following)
            ):
                return following
        elif mark in "-–":
            outer = reader.matches("body.outer", following)
            if (outer is not None and not _ends_unit(reader, outer, at)) or (
                _is_leading_post(reader, following)
            ):
                return match.start()
        elif head is not None and reader.matches("body.more_topics", match.start()):
            continue  # `Phòng Pháp chế, Thanh tra` is one
        elif reader.is_start(following) or reader.matches("body.capacity", following):
            return match.start()
    return reader.end


def _is_head_alone(reader: _Reader, at: int) -> bool:
    """`Đội Kiểm soát | Hải quan,`: a body's head with nothing behind is what the unit is for."""
    outer = reader.matches("body.outer", at)
    if outer is None or outer.group().isupper():
        return False
    behind = reader.words[outer.end() : reader.end].lstrip()
    return not behind or behind[0] in ",;("


def _ends_unit(reader: _Reader, outer: regex.Match[str], at: int) -> bool:
    """`Phòng Bưu chính - Viễn thông` is one unit, and `Chuyên viên - Thanh tra` a post and one."""
    if outer.end() < reader.end:
        return False
    begin = reader.words.rfind(" ", 0, max(0, at - 1)) + 1  # `Trưởng Phòng | Bưu chính - ...`
    inner = reader.rules.pattern("body.inner").search(reader.words, begin, outer.start())
    return inner is not None and any(map(str.isalpha, reader.words[inner.end() : outer.start()]))


def _is_leading_post(reader: _Reader, at: int) -> bool:
    """After a dash only posts of leaders part: ``Phòng Hành chính - Kế toán`` is one unit."""
    post = reader.matches("body.post", at)
    return post is not None and post["post"].lower().startswith(
        ("giám đốc", "phó", "trưởng", "chủ tịch", "hiệu", "bí thư", "tổng", "viện trưởng", "chánh")
    )


def _trim(words: str, span: Span | None) -> Span | None:
    if span is None:
        return None
    start, end = span
    while end > start and words[end - 1] in _EDGE:
        if words[end - 1] == ")" and "(" in words[start:end]:
            break
        end -= 1
    while start < end and words[start] in _EDGE:
        start += 1
    return (start, end) if end > start else None
