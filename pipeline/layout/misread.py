"""Put what recognition misread right where nothing else can stand (lỗi nhận dạng).

The text stays as it was read; views and values change.  A date ``ngày .. tháng .. năm ..`` leaves
no choice between ``l6`` and 16, ``TINH QUANG NGAI`` none between two provinces; elsewhere nothing
is touched (reference: text_defects, section 4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import regex

from pipeline.grammar.sure_words import words_put_right
from pipeline.layout.misread_cells import heading_put_right, holds_names, name_put_right
from pipeline.layout.misread_names import with_address
from pipeline.layout.misread_places import provinces_put_right
from pipeline.layout.pieces import without_marks
from pipeline.layout.provinces import unmarked_provinces
from pipeline.model import Block, Field, Head, Table, TableCell, Text
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived
from pipeline.rulebook.fold import spellings

_MENDED = 0.8  # confidence of a value that was put right
_RIGHT_LETTERS = {"J": "T", "L": "Ủ", "ï": "i", "Ñ": "N", "ñ": "n"}
# Heads of two words whose letters are those of no others (công đoàn: công đoạn, chi hội: chỉ hội).
_SURE_HEADS = frozenset({
    "Bệnh viện", "Chi nhánh", "Công ty", "Liên đoàn", "Ngân hàng", "Phân xưởng", "Trung tâm",
    "Tập đoàn", "Viễn thông", "Xí nghiệp",
})  # fmt: skip
# A syllable whose end stands apart, between two others that are set as names are.
_TORN = regex.compile(
    r"(?<!\p{L})(?P<first>\p{Lu}\p{Ll}{0,5}) "
    r"(?P<last>(?<=n )[gh]|(?<=c )h|(?<=[^bcdđghklmnpqrstvx] )(?:ng|nh|ch))(?= \p{Lu}\p{Ll})"
)
# What specks, logos and strokes of the pen leave around a line of capitals: `77“UBND TỈNH MẪU`.
_SPECKS = regex.compile(
    r"^(?:[^\p{L}]{1,4}|\p{L}['’“”\"]-?){1,3}(?=\p{Lu}{2})|(?<=\p{Lu}{3})[.,'’\"]$"
)
_LISTED = (
    (
        "layout.misread_purpose",
        (("purpose", "để"), ("report", "b/c"), ("joint", "p/h"), ("carry", "t/h"), ("close", ")")),
    ),
    (
        "layout.misread_copy",
        (
            ("gate", "Cổng"), ("kept", "T"), ("taught", "DĐT"), ("ministry", "ộ"),
            ("department", "ở"), ("blank", " "), ("scrawl", ""),
        ),
    ),
)  # fmt: skip
_QUARTER = regex.compile(r"I{1,3}|IV|[1-4]")
_QUARTERS = 4
_DIGIT_OF = str.maketrans("IilL|!]jOoØøSB", "11111111000058")


def mend_views(blocks: Sequence[Block], text: Text, rules: Rulebook) -> tuple[Block, ...]:
    """The blocks, those on recognised pages with the digits of their dates put right."""
    recognised = {page.number for page in text.pages if page.is_ocr}
    if not recognised:
        return tuple(blocks)
    return tuple(
        replace(block, view=_mend_view(block.view, rules)) if block.page in recognised else block
        for block in blocks
    )


def _mend_view(view: str, rules: Rulebook) -> str:
    return mend_words(mend_areas(mend_papers(mend_dates(view, rules), rules), rules), rules)


def mend_areas(view: str, rules: Rulebook) -> str:
    """The view, as long as before, with the square of an area put right: ``7.700m?``."""
    return rules.pattern("layout.misread_square").regex.sub("m2", view)


def mend_tables(tables: Sequence[Table], text: Text, rules: Rulebook) -> tuple[Table, ...]:
    """The tables, the words in cells of recognised pages put right as those of the blocks."""
    recognised = _recognised(text)
    if not recognised:
        return tuple(tables)
    return tuple(
        _mended(table, recognised, rules) if _is_of(table, recognised) else table
        for table in tables
    )


def _is_of(table: Table, recognised: Sequence[tuple[int, int]]) -> bool:
    """Whether any cell of the table stands on a recognised page."""
    return any(_stands_in(cell.start, recognised) for row in table.rows for cell in row[:1])


def _mended(table: Table, recognised: Sequence[tuple[int, int]], rules: Rulebook) -> Table:
    header = tuple(heading_put_right(heading, rules) for heading in table.header)
    names = {column for column, heading in enumerate(header) if holds_names(heading, rules)}

    def mended(cell: TableCell) -> TableCell:
        if not _stands_in(cell.start, recognised):
            return cell
        text = mend_words(cell.text, rules)
        return replace(cell, text=name_put_right(text, rules) if cell.column in names else text)

    rows = tuple(tuple(mended(cell) for cell in row) for row in table.rows)
    return replace(table, header=header, rows=rows)


def mend_head(head: Head, text: Text, rules: Rulebook) -> Head:
    """The head and foot, on a recognised page with sure words and names of provinces put right.

    What was put right is less sure.
    """
    recognised = _recognised(text)
    if not recognised:
        return head

    def mended(
        field: Field,
        pattern: regex.Pattern[str] | None = None,
        specks: regex.Pattern[str] | None = None,
    ) -> Field:
        if not _stands_in(field.start, recognised):
            return field
        right = specks.sub("", field.value) if specks is not None else field.value
        right = rules.pattern("zones.misread_no_letters").regex.sub(
            lambda hit: _RIGHT_LETTERS[hit.group()], right
        )
        right = provinces_put_right(words_put_right(right, rules), rules)
        if pattern is not None:
            right = _with_marks(right, pattern, rules)
        if right == field.value:
            return field
        return replace(field, value=right, confidence=min(field.confidence, _MENDED))

    return replace(
        head,
        issuer=head.issuer and mended(head.issuer, _of_province(rules), _SPECKS),
        parent_issuer=head.parent_issuer
        and mended(head.parent_issuer, _of_province(rules), _SPECKS),
        place=head.place and mended(head.place, _place(rules)),
        subject=head.subject and mended(head.subject),
        addressees=tuple(_as_listed(mended(each), rules) for each in head.addressees),
        copies=tuple(_as_listed(mended(each), rules) for each in head.copies),
        signing_authority=head.signing_authority and mended(head.signing_authority, specks=_SPECKS),
        signer_title=head.signer_title and mended(head.signer_title, specks=_SPECKS),
    )


def _as_listed(item: Field, rules: Rulebook) -> Field:
    """An addressee or item of the copies with what is always written in one way put right."""
    value = item.value
    for rule, rights in _LISTED:
        for hit in reversed(list(rules.pattern(rule).regex.finditer(value))):
            places = [(hit.span(name), right) for name, right in rights if hit[name] is not None]
            for (start, end), right in sorted(places, reverse=True):  # from the end: places stay
                value = value[:start] + right + value[end:]
    if value == item.value:
        return item
    return replace(item, value=value, confidence=min(item.confidence, _MENDED))


def _recognised(text: Text) -> list[tuple[int, int]]:
    """The spans of the pages that were recognised."""
    return [(page.start, page.end) for page in text.pages if page.is_ocr]


def _stands_in(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _with_marks(words: str, pattern: regex.Pattern[str], rules: Rulebook) -> str:
    hit = pattern.search(without_marks(words).casefold())
    if hit is None:
        return words
    kind, name = hit.span("kind"), hit.span("name")
    printed = words[name[0] : name[1]]
    right = _joined_provinces(rules)[hit["name"].replace(" ", "")]
    capital = printed.isupper()
    unit = words[kind[0] : kind[1]]
    if hit["kind"] == "tinh":
        unit = "TỈNH" if capital else "tỉnh"
    ahead = words[: kind[0]]
    if unit and ahead and not ahead[-1].isspace():  # `UBND TỈNHLÂMĐÒNG`: bold capitals run together
        ahead += " "
    between = words[kind[1] : name[0]] or (" " if unit else "")
    return ahead + unit + between + (right.upper() if capital else right)


@derived
def _of_province(rules: Rulebook) -> regex.Pattern[str]:
    """A body of a province: only behind the word ``tỉnh`` is the name surely that of a province."""
    return regex.compile(rf"(?P<kind>tinh)\s*(?P<name>{_names(rules)})$")


@derived
def _place(rules: Rulebook) -> regex.Pattern[str]:
    """The place of issue, where it is a province or a city."""
    return regex.compile(rf"^(?P<kind>(?:tp\.?|thanh pho)?)\s*(?P<name>{_names(rules)})$")


def _names(rules: Rulebook) -> str:
    """All names, the longest first; recognition loses blanks between bold capitals."""
    longest_first = sorted(unmarked_provinces(rules), key=len, reverse=True)
    return "|".join(regex.escape(name).replace(r"\ ", r"\s*") for name in longest_first)


@derived
def _joined_provinces(rules: Rulebook) -> Mapping[str, str]:
    return {bare.replace(" ", ""): name for bare, name in unmarked_provinces(rules).items()}


def mend_papers(view: str, rules: Rulebook) -> str:
    """The view, as long as before, with the numbers and givers of cited papers put right.

    ``số I195/QĐ-BM``, ``số 93,2025,QH15``, ``Luật Mẫu số 31/2024/QHI5``, ``của Chính phu``: each is
    one thing only.
    """
    view = rules.pattern("layout.misread_stroke").regex.sub(_with_strokes, view)
    for rule in ("layout.misread_number", "layout.misread_term"):
        view = rules.pattern(rule).regex.sub(lambda hit: hit.group().translate(_DIGIT_OF), view)
    view = rules.pattern("layout.misread_about").regex.sub("về", view)
    return rules.pattern("layout.misread_government").regex.sub("ủ", view)


def _with_strokes(hit: regex.Match[str]) -> str:
    signs = list(hit.group())
    for name in ("first", "second"):
        start, end = (at - hit.start() for at in hit.span(name))
        signs[start:end] = "/".ljust(end - start)
    return "".join(signs)


def mend_words(view: str, rules: Rulebook) -> str:
    """The view, as long as before, with letters and heads of bodies that can be one thing only.

    ``Jrung tâm``: no word begins with J and r; ``PleïKu``: no letter of the country's languages;
    ``Lý ban nhân dân``: no board but one;
    ``Chỉ nhánh Công ty``: the letters of one head of a body, whatever their marks; ``Công, ty``: a
    speck; ``giáo đục``: a word of official prose; ``Ong Lê Văn A``: who is addressed.
    """
    view = rules.pattern("zones.misread_no_letters").regex.sub(
        lambda hit: _RIGHT_LETTERS[hit.group()], view
    )
    view = rules.pattern("layout.speck_in_word").regex.sub(_without_speck, view)
    country = rules.pattern("layout.misread_country")
    view = country.regex.sub(lambda hit: "V" + hit.group()[1:], view)
    view = provinces_put_right(_joined_names(words_put_right(view, rules)), rules)
    view = with_address(view, rules)
    known, pattern = _small_heads(rules)
    mended = view
    for hit in pattern.finditer(without_marks(view)):
        head = known[hit.group()]
        if view[hit.start() : hit.end()] not in spellings(head):
            mended = mended[: hit.start()] + head + mended[hit.end() :]
    return mended


def _without_speck(hit: regex.Match[str]) -> str:
    """``công, ty`` becomes ``công ty ``: the view keeps its length."""
    first, second = hit.group().split(" ")
    return f"{first[:-1]} {second} "


def _joined_names(view: str) -> str:
    """The view with names put together that were torn apart: ``Đặn g Đại`` is `` Đặng Đại``."""
    return _TORN.sub(lambda hit: f" {hit['first']}{hit['last']}", view)


@derived
def _small_heads(rules: Rulebook) -> tuple[dict[str, str], regex.Pattern[str]]:
    """Heads in small letters that are known by their letters without marks."""
    terms = (row["term"] for row in rules.lexicon("unit_heads").rows)
    known = {
        without_marks(term): term
        for term in terms
        if term in _SURE_HEADS or (term.count(" ") > 1 and term.capitalize() == term)
    }
    options = "|".join(regex.escape(bare) for bare in sorted(known, key=len, reverse=True))
    return known, regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?:{options})(?!\p{{L}})")


def mend_dates(view: str, rules: Rulebook) -> str:
    """The view, as long as before, with misread digits and parted numbers of dates put right.

    Quarters as well, whose Roman figures are read as digits (``Quý 11/2023``).
    """
    for rule, right in (("layout.misread_month", "tháng"), ("layout.misread_year_word", "năm")):
        view = rules.pattern(rule).regex.sub(right, view)
    for rule in ("layout.misread_date", "layout.misread_day"):
        view = rules.pattern(rule).regex.sub(_with_digits, view)
    view = rules.pattern("layout.misread_quarter").regex.sub(_with_quarter, view)
    view = rules.pattern("layout.misread_phase").regex.sub(_with_years, view)
    view = rules.pattern("layout.lost_dash").regex.sub(lambda hit: hit.group()[:-1] + "-", view)
    return rules.pattern("layout.parted_date").regex.sub(_joined, view)


def _with_digits(hit: regex.Match[str]) -> str:
    whole = hit.group()
    for name in ("d", "m", "y"):
        start, end = (at - hit.start() for at in hit.span(name))
        figures = whole[start:end].translate(_DIGIT_OF)
        parted = " " * figures.count(" ")  # `ngày 2 5 tháng 8`
        whole = whole[:start] + parted + figures.replace(" ", "") + whole[end:]
    return whole


def _with_years(hit: regex.Match[str]) -> str:
    """``giải đoạn 202] - 2025``: the first year in digits."""
    return hit.group()[: hit.start("y") - hit.start()] + hit["y"].translate(_DIGIT_OF)


def _with_quarter(hit: regex.Match[str]) -> str:
    """``Quý 11/2023`` becomes ``Quý  2/2023``, and ``quý IÍ`` ``quý  2``; those spelled right stay.

    The figure stands at the end of its place, so that the view keeps its length.
    """
    whole, read = hit.group(), hit["q"]
    if _QUARTER.fullmatch(read):
        return whole
    is_last = read[-1] in "VƯ"
    quarter = _QUARTERS if is_last else sum(2 if letter == "H" else 1 for letter in read)
    if not is_last and quarter >= _QUARTERS:  # no quarter has four strokes
        return whole
    start = hit.start("q") - hit.start()
    return whole[:start] + str(quarter).rjust(len(read)) + whole[start + len(read) :]


def _joined(hit: regex.Match[str]) -> str:
    """``22/1 1/2019`` becomes ``22/ 11/2019``: a blank beside a stroke parts nothing."""
    start, end = (at - hit.start() for at in hit.span("parted"))
    whole = hit.group()
    parted = whole[start:end]
    return whole[:start] + " " * parted.count(" ") + parted.replace(" ", "") + whole[end:]
