"""Entries of lists of awardees and nominees, and the units that head them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import regex

from pipeline.extract.address import CALLED
from pipeline.extract.awards import PRIZE, awards_in_words
from pipeline.extract.initiatives import initiatives_in
from pipeline.extract.name_words import family_names
from pipeline.grammar.spelling import fold
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.title_alone import of_title_alone
from pipeline.link.awardees.clauses.voted import is_put_off, is_voted_down
from pipeline.link.awardees.doubt import is_of_collectives
from pipeline.link.awardees.line_above import ARTICLE, is_below_award, states_award
from pipeline.link.awardees.lists.group_lines import sorts_entries, unit_of_people
from pipeline.link.awardees.lists.grouped import grouped
from pipeline.link.awardees.lists.heads import heads_others
from pipeline.link.awardees.lists.items import read_items
from pipeline.link.awardees.lists.list_foot import is_of_foot
from pipeline.link.awardees.lists.names_many import names_many
from pipeline.link.awardees.lists.scope import is_below_run
from pipeline.link.awardees.lists.sections import is_section_line
from pipeline.link.awardees.lists.unit_lines import lines_of_bodies, unit_line
from pipeline.link.awardees.lists.wrapped import whole_entry
from pipeline.link.awardees.prose.works import keep_work, take_act, take_work
from pipeline.link.awardees.recipients.labels import ordinal_of, past_label
from pipeline.link.awardees.recipients.names import Named, is_household, read_entry
from pipeline.link.awardees.recipients.pairs import is_chain
from pipeline.link.awardees.recipients.series import Enumerated, enumerated
from pipeline.link.awardees.walk import Walk, is_annexed
from pipeline.model import Block

_BARE_NUMBER = regex.compile(r"\s*\d{1,3}\s*[.)/]\s*")
_SEVERAL = regex.compile(
    r"[\s–+*•-]{0,4}(?:\d{1,3}[.)/]\s{0,2})?"
    r"(?:(?=(?i:các )" + CALLED + r"\s)"
    r"|(?i:các )" + CALLED + r"(?:,? " + CALLED + r")?\s?:\s"
    r"|(?i:nhóm tác giả)[^:“”]{0,80}:\s)"
)
_RARE = 3  # frequency class of names that everyday words may be
_MONEY = regex.compile(r"\d{1,3}(?:[.,]\d{3})+")
_COUNT_BEHIND = regex.compile(r"\s\d{1,3}$")
_BARE_WORDS = 3
_LONG = 400  # letters of an item that tells more than who somebody is
_DID = regex.compile(r"(?:[:.]|\s[–-])\s(?=(?i:" + CALLED + r"|là|đã|có|với|trong|luôn)\s)")
_NEXT_LINE = 0.85  # a line without a number is an entry by the one above it alone


class _Entry(NamedTuple):
    """One name of a block with the words that are said of it, and where they stand."""

    view: str
    start: int
    named: Named


def placed(walk: Walk, named: Named, clause: AwardClause | None) -> Named:
    """The name with the unit that its list is headed by, where it names none itself, or by its
    head noun alone (`Chủ tịch Công đoàn Công ty` below `Công ty A`)."""
    higher = walk.unit or (clause.belongs_to if clause else None)
    if named.workplace and not f"{higher} ".startswith(f"{named.workplace} "):
        return named
    return replace(named, workplace=higher) if higher != named.name else named


def visit_entry(walk: Walk, index: int, block: Block) -> bool:
    """Read the block as an entry of the open list; False if it is none."""
    clause = walk.clause
    if block.kind not in {"list_item", "paragraph", "heading", "repeated"}:
        return False
    may_go_on = (walk.past_foot or _is_of_subject(walk)) and not walk.is_elsewhere
    if clause is None and may_go_on and walk.announced and block.label[:1].isdigit():
        clause = walk.announced  # numbered names behind the signature: the list announced above it
    if (
        clause is None
        or _opens_award(walk, block)
        or walk.rules.pattern("lists.entries_column_heads").regex.match(block.view)
    ):
        return False
    if is_of_foot(walk, index, block):
        return False
    if sorts_entries(walk, index, block):
        walk.unit = None
        return True
    if (unit := unit_of_people(walk, index, block)) is not None:
        walk.unit = unit
        return True
    if _take_group(walk, index, block, clause) or _take_line(walk, index, block, clause):
        return True
    if is_section_line(walk, block):
        return False
    if (unit := unit_line(walk, index)) is not None:
        walk.unit = unit
        return True
    if (
        _take_several(walk, block, clause)
        or take_act(walk, block, clause)
        or take_work(walk, block, clause)
    ):
        walk.clause = clause
        return True
    entries = _entries(walk, block)
    if not entries:
        return _take_unread(walk, index, block, clause)
    walk.clause = clause
    if len(entries) == 1:
        whole = whole_entry(walk, index, block, entries[0].named)
        entries = _entries(walk, whole) or entries
    return all(_take_entry(walk, index, block, clause, entry) for entry in entries)


def _is_of_subject(walk: Walk) -> bool:
    """`Danh sách đề nghị tặng X` as the title of the whole paper: its numbered names are of X."""
    subject = walk.dispatch.head.subject
    lists = walk.rules.pattern("awardee.proposing_list").regex
    return walk.deciding.proposes and subject is not None and lists.match(subject.value) is not None


def _take_group(walk: Walk, index: int, block: Block, clause: AwardClause) -> bool:
    """`- Tập thể: A; B.` and `- Khối các sở: C, D;`: a section with its names in its line."""
    if clause.award is None or block.kind == "heading":
        return False
    items = grouped(block, walk.rules)
    if items is None or not is_below_award(walk, index, clause):
        return False
    _add_all(walk, block, clause, items)
    return True


def _take_line(walk: Walk, index: int, block: Block, clause: AwardClause) -> bool:
    """`Khoa A, Phòng B, Trung tâm C.` below `công nhận danh hiệu X:`: a line of collectives."""
    if block.kind != "paragraph" or block.label or clause.award is None:
        return False
    if not index or not walk.dispatch.blocks[index - 1].view.rstrip().endswith(":"):
        return False
    items = list(enumerated(block, 0, (), walk.rules))
    if len(items) < 2 or any(i.named.kind != "collective" or i.named.workplace for i in items):
        return False
    tail = max(item.named.tail for item in items) - block.start
    names = [item.named.name for item in items]
    counted = sum(_COUNT_BEHIND.search(name) is not None for name in names)
    if block.view[tail:].strip(" .;,") or is_chain(names, walk.rules) or counted > 1:
        return False  # `Bộ A 5, Bộ B 2`: how many each has
    if not is_below_award(walk, index, clause):
        return False
    _add_all(walk, block, clause, items)
    return True


def _add_all(
    walk: Walk,
    block: Block,
    clause: AwardClause,
    items: Sequence[Enumerated],
    initiative: int | None = None,
) -> None:
    """Rows for all that one block names."""
    for item in items:
        walk.rows.enter(block, placed(walk, item.named, clause), clause, initiative)


def _take_several(walk: Walk, block: Block, clause: AwardClause) -> bool:
    """`Các ông A, B - Phòng C` and `Nhóm tác giả D gồm: E, F`: one entry, several people."""
    opens = _SEVERAL.match(block.view)
    if clause.award is None:
        return False
    if opens is None and not (_names_two(block, walk) or names_many(block, walk.rules)):
        return False
    titles = initiatives_in(block, walk.rules)
    limit = titles[0].lead - block.start if titles else len(block.view)
    limit = (
        with_.start()
        if (with_ := walk.rules.pattern("lists.entries_with").regex.search(block.view, 0, limit))
        else limit
    )
    begin = opens.end() if opens else len(block.view) - len(block.view[len(block.label) :].lstrip())
    people = list(enumerated(block, begin, (), walk.rules, limit))
    if len(people) < 2 or any(item.named.kind != "person" for item in people):
        return False
    names = tuple(item.named.name for item in people)
    key = None
    if titles:
        key = walk.rows.initiative(titles[0], names, is_duplicate=block.is_duplicate)
    _add_all(walk, block, clause, people, key)
    return True


def _names_two(block: Block, walk: Walk) -> bool:
    """`2. Công nhân A và B - Xí nghiệp C`: a numbered entry of two people, joined by `và`."""
    joined = walk.rules.pattern("lists.entries_and_person").regex.search(block.view)
    if joined is None or not block.label or block.kind != "list_item":
        return False
    before = read_entry(block.view[: joined.start()], block.start, walk.rules, collectives=False)
    if before is None or before.kind != "person" or before.position is not None:
        return False
    # `Em A, con ông Tám và bà Chín`: the two are not those of the entry
    return not block.view[before.end - block.start : joined.start()].strip()


def _take_unread(walk: Walk, index: int, block: Block, clause: AwardClause) -> bool:
    """An entry of a sure list that is not a name with post and workplace."""
    of_prize = clause.award == PRIZE and walk.rules.pattern("prose.works_work").regex.match(
        block.view, past_label(block.view)
    )
    if clause.award is None or not (walk.is_sure or of_prize) or is_put_off(block.view, walk.rules):
        return False
    if not (block.label or is_below_run(walk, index)) or ARTICLE.match(block.view):
        return False
    # a number counts who is given an award of collectives; a dash may open a remark
    is_team = block.label[:1].isdigit() and is_of_collectives(clause.award, walk.rules)
    told = "collective" if is_team else walk.section
    if block.kind == "heading" and 0 < block.level < walk.dispatch.blocks[walk.opener].level:
        return False  # `II. Xét hình thức khen thưởng` behind the list of `I. 5. X:`
    found = read_items(block, walk.rules, told or _kind_above(walk, index))
    number = ordinal_of(block.view) if len(found) == 1 else None
    key = keep_work(walk, block, found)
    for named in found:
        walk.rows.enter(block, placed(walk, replace(named, ordinal=number), clause), clause, key)
    walk.clause = clause if found else walk.clause
    return bool(found)


def _kind_above(walk: Walk, index: int) -> str | None:
    """The kind of the entry right above, in a list that no section names."""
    if walk.run != index - 1 or walk.run == walk.opener or walk.rows.last is None:
        return None
    return walk.rows.last.kind


def _opens_award(walk: Walk, block: Block) -> bool:
    """`II. CHIẾN SĨ TIÊN TIẾN`: a heading that is an award's name is nobody's."""
    if block.kind != "heading":
        return False
    if walk.deciding.decides and of_title_alone(block.view, 0, walk.deciding, walk.rules):
        return True
    awards = awards_in_words(block.view, walk.rules)
    lead = block.view[len(block.label) : awards[0].start].strip(' .)-–:“”"') if awards else "-"
    return not lead or lead.lower() == "danh hiệu"


def _entries(walk: Walk, block: Block) -> list[_Entry]:
    """The entries of a block: one, or several that run on where each part is an entry itself."""
    found: list[_Entry] = []
    at = 0
    cuts = [m.end() for m in walk.rules.pattern("awardee.next_entry").regex.finditer(block.view)]
    cuts = cuts or lines_of_bodies(walk, block)
    whole_view = _head_of(block)
    for end in [*cuts, len(whole_view)]:
        view, start = whole_view[at:end], block.start + at
        named = read_entry(view, start, walk.rules)
        if named is None:
            whole = read_entry(whole_view, block.start, walk.rules)
            return [_Entry(whole_view, block.start, whole)] if whole else []
        found.append(_Entry(view, start, named))
        at = end
    return found


def _head_of(block: Block) -> str:
    """`1. Ông A, Giám đốc Sở B: Ông đã ...`: an entry without the paragraph on what its man did."""
    if block.kind != "list_item" or len(block.view) < _LONG:
        return block.view
    stop = _DID.search(block.view, len(block.label), _LONG)
    return block.view[: stop.start()] if stop is not None else block.view


def _take_entry(walk: Walk, index: int, block: Block, clause: AwardClause, entry: _Entry) -> bool:
    """Keep one entry, or the unit it is a heading of; False if it is neither."""
    view, start, named = entry
    is_body = named.kind == "collective" and not is_household(named, walk.rules)
    if is_body and heads_others(walk, index, block):
        walk.unit = ", ".join(p for p in (named.name, named.workplace) if p)
        return True
    is_line = block.kind == "paragraph"
    if clause.award is None or (
        is_line and walk.rules.pattern("lists.entries_counted_body").regex.fullmatch(named.name)
    ):
        return False  # `Bộ A 5, Bộ B 2`
    if named.kind == "collective" and (_MONEY.search(named.name) or _is_bare(named, view)):
        return False  # the rest of a line with a post and a sum; a section
    if named.kind == "person" and _is_topic(walk, block, named):
        return False
    if is_voted_down(view, walk.rules):
        return True
    ends = (named.end, named.tail)
    if any(
        walk.rules.pattern("lists.entries_tells_otherwise").regex.match(view, at - start)
        for at in ends
    ):
        return False
    if is_put_off(view[named.end - start :], walk.rules):
        return True
    if (
        is_line
        and not block.label
        and any(
            walk.rules.pattern("lists.entries_has_got").regex.match(view, at - start) for at in ends
        )
    ):
        return False
    if _is_signer(walk, index, block, named):
        return False
    is_loose = block.kind == "paragraph" and not (is_annexed(walk, block) or named.honorific)
    is_loose = is_loose and walk.section != named.kind and not is_below_run(walk, index)
    if is_loose and not _is_below_opener(walk, index, clause):
        if not _goes_on(walk, index, named):
            return False
        named = named.at_most(_NEXT_LINE)
    titles = [t for t in initiatives_in(block, walk.rules) if start <= t.start < start + len(view)]
    key = None
    if titles:
        key = walk.rows.initiative(titles[0], (named.name,), is_duplicate=block.is_duplicate)
    merit = _of_merit(walk, clause, view, named.tail - start)
    walk.rows.enter(block, placed(walk, named, clause), merit, key)
    return True


def _goes_on(walk: Walk, index: int, named: Named) -> bool:
    """A person with post or unit in the line right below an entry, as in lists of newspapers that
    print neither numbers nor words of address."""
    is_told = named.position is not None or named.workplace is not None
    return walk.opener < walk.run == index - 1 and named.kind == "person" and is_told


def _is_signer(walk: Walk, index: int, block: Block, named: Named) -> bool:
    """`TỔNG KIỂM TOÁN NHÀ NƯỚC` and below it a bare name: who signs the list, at its end."""
    is_bare = block.kind == "paragraph" and not block.label and named.kind == "person"
    before = walk.dispatch.blocks[index - 1] if index else None
    above = before.view.strip() if before is not None else ""
    if before is None or not is_bare or named.honorific or not above.isupper():
        return False
    if block.view[named.end - block.start :].strip(" .;,/"):
        return False
    if before.kind == "signature":
        return True
    return walk.rules.pattern("body.post").regex.fullmatch(above.capitalize()) is not None


def _is_bare(named: Named, view: str) -> bool:
    """`* Chi bộ:` heads names below it; a scan reads `;` as `:` behind whole names too."""
    is_short = len(named.name.split()) <= _BARE_WORDS and named.workplace is None
    return is_short and view.rstrip().endswith(":")


def _is_topic(walk: Walk, block: Block, named: Named) -> bool:
    """`III. CHẾ ĐỘ BÁO CÁO`: words in capitals that no frequent family name opens."""
    if block.kind != "heading" or named.honorific or block.label[:1] not in set("IVX"):
        return False
    first = fold(named.name.split()[0])
    return family_names(walk.rules).get(first, _RARE) >= _RARE


def _of_merit(walk: Walk, clause: AwardClause, view: str, tail: int) -> AwardClause:
    """`Sở A, đã hoàn thành xuất sắc nhiệm vụ năm 2007;`: the entry itself says for which year."""
    if clause.is_year_stated or clause.role != "awardee":
        return clause
    merit = view[tail:].lstrip(" ,.;")
    if not walk.rules.pattern("awardee.merit").regex.match(merit):
        return clause
    year = walk.rules.pattern("awardee.year").regex.search(merit)
    return clause if year is None else replace(clause, year=int(year["year"]), is_year_stated=True)


def _is_below_opener(walk: Walk, index: int, clause: AwardClause) -> bool:
    """Below a heading that states an award, or its own number in a line of its own, a line is an
    entry although it has no number."""
    above = walk.dispatch.blocks[index - 1] if index else None
    if above is None:
        return False
    if above.kind == "heading":
        return _opens_award(walk, above)
    if above.view.rstrip().endswith(("cho:", "sau:", "đây:", "gồm:")):
        return states_award(walk, above, clause)
    return _BARE_NUMBER.fullmatch(above.view) is not None
