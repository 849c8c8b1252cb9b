"""Head and foot against the rest: annex, type word and symbol, draft marks, the signature."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from pipeline.audit.model import Found, Paper, Place, Row, Verdict
from pipeline.audit.wording import flat
from pipeline.grammar.spelling import fold
from pipeline.grammar.symbol_codes import symbol_codes
from pipeline.grammar.symbols import Symbol, find_symbols, normalise_symbol
from pipeline.rulebook.checks import Check

_PARENT = regex.compile(
    r"(?P<bracket>\(\s{0,3})?(?:(?:ban hành|đính)\s{1,3})?kèm theo"
    r"\s{1,3}\p{L}{2,10}(?:\s{1,3}\p{L}{1,10}){0,2}\s{1,3}số",
    regex.IGNORECASE,
)
_PARENT_REACH = 220  # letters of the line that names the parent document
_DAY = regex.compile(
    r"ngày\s*(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})", regex.IGNORECASE
)
_DRAFT = regex.compile(r"^[^\w\n]{0,20}DỰ THẢO(?: LẦN \d+)?[^\w\n]{0,20}$", regex.MULTILINE)
# Lines of a foot that the layout may have taken for something else.
_FOOT = regex.compile(
    r"(?:^|\|)[^\w\n]{0,20}(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\b"
    r"|^[^\w\n]{0,20}(?:PHÓ |Q\. ?)?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|BÍ THƯ|CHÁNH)"
    r"|(?i:đã ký|ký tên|ký, ghi|chủ trì|chủ tọa|chủ toạ|thư ký|người lập)",
    regex.MULTILINE,
)
# What shows that a text was kept to its end: the closing mark, the list of copies, a sentence that
# ends.  A text that breaks off has lost its foot with the rest.
_WHOLE = regex.compile(r"\./\.|^[^\w\n]{0,20}Nơi nhận|[.!][^\p{L}\d]{0,20}\Z", regex.MULTILINE)
# Types whose symbol always carries their code (NĐ 30/2020/NĐ-CP, annex III).
_CODED = frozenset({"QĐ", "TTr", "BC", "KH", "TB", "CT", "HD", "NQ"})
_NO_LETTERS = regex.compile(r"[^\p{L}]+")
_SPELLING = regex.compile(r"[^\p{L}\d/]")  # of a number, which does not matter
_HEAD = 1200  # letters at the top in which a draft mark stands
# A công văn has no code of its own: what stands first is that of a body or of the office that wrote
# it (CT, TTr, KH: Cục Thuế, Thanh tra, Kế hoạch), but never one of these.
_OF_NO_OFFICE = frozenset({"QĐ", "NĐ", "NQ", "BC"})
_CHAIRMAN = "CT"  # all by itself it is the Chairman's: Quyết định số 156/CT of 1981-1992
_SHARED = frozenset({("QyĐ", "QĐ")})  # the party numbers both alike


def annex_number(paper: Paper, check: Check) -> Iterator[Found]:
    """`(Kèm theo Quyết định số ... ngày ...)` above an annex against number and day of the head."""
    head = paper.head("doc_number")
    for hit in _PARENT.finditer(paper.text):
        in_title = any(
            b["kind"] == "appendix" and b["start"] <= hit.start() < b["end"] for b in paper.blocks
        )
        if not in_title and not hit.group("bracket"):
            continue
        words = paper.text[hit.start() : hit.start() + _PARENT_REACH].split("\n\n")[0]
        close = words.find(")") if hit.group("bracket") else -1
        words = words[: close + 1] if close >= 0 else words
        symbols = [s for s in find_symbols(words, paper.rules) if s.start <= len(hit.group()) + 12]
        end = hit.start() + (symbols[0].end if symbols else len(hit.group()))
        place = paper.span(hit.start(), end)
        if not symbols or symbols[0].is_blank or head is None or not paper.header["number"]:
            yield Found("not_checkable", _two(place, head), None, None, None, "number_blank")
            continue
        yield from _annex(paper, words, hit.start(), symbols[0], place, head)


def _annex(
    paper: Paper, words: str, at: int, named: Symbol, place: Place, head: Place
) -> Iterator[Found]:
    own = paper.header["doc_number"]
    places = (head, place)
    day = _DAY.search(words, named.end)
    issued, printed = paper.header["issued_on"], paper.head("issued_on")
    is_day = day is not None and issued is not None
    same_day = is_day and _date(day) == (issued.day, issued.month, issued.year)
    is_near = _key(named.symbol) == _key(paper.header["symbol"] or "") and (
        same_day or _near(named.number, paper.header["number"])
    )
    is_same = same_day and named.number == paper.header["number"]
    if _key(named.doc_number) == _key(own):
        yield Found("consistent", places, own, named.doc_number)
    elif is_near or (is_same and _is_slip(own, named.doc_number)):
        yield Found("contradiction", places, own, named.doc_number)
    else:
        yield Found("not_checkable", places, own, named.doc_number, None, "other_document")
        return
    if day is None or not is_day or printed is None:
        return
    there = paper.span(at + day.start(), at + day.end())
    shown = "/".join(f"{part:02d}" for part in _date(day))
    verdict: Verdict = "consistent" if same_day else "contradiction"
    yield Found(verdict, (printed, there), f"{issued:%d/%m/%Y}", shown)


def _is_slip(own: str, named: str) -> bool:
    """`30/QĐ-CTUBND`, `30/QĐ-UBND`: one type, and the letters of one body in those of the other."""
    (kind, body), (kind_named, body_named) = (
        (number.partition("-")[0], _key(number.partition("-")[2])) for number in (own, named)
    )
    if not body or not body_named or _key(kind) != _key(kind_named):
        return False
    return body.endswith(body_named) or body_named.endswith(body)


def _date(hit: regex.Match[str] | None) -> tuple[int, ...]:
    """Day, month and year as printed; () for none."""
    return () if hit is None else tuple(int(part) for part in hit.groups())


def _near(first: int | None, second: int | None) -> bool:
    """Whether two numbers are one but for a slip: digits swapped, one digit another."""
    a, b = str(first or ""), str(second or "")
    if len(a) != len(b) or len(a) < 2:
        return False
    return sorted(a) == sorted(b) or sum(x != y for x, y in zip(a, b, strict=True)) == 1


def title_number_mismatch(paper: Paper, check: Check) -> Iterator[Found]:
    """The type word of a citation against the type in its symbol (`Quy chế số 1689/QĐ-...`)."""
    codes = symbol_codes(paper.rules)
    names = {row["code"]: row["name_vi"] for row in paper.rules.lexicon("doc_types").rows}
    agreeing: list[Row] = []
    said: set[tuple[str, str]] = set()
    for row in paper.of("citations"):
        word, cited = row["cited_type"], row["cited_number"]
        symbol = normalise_symbol(cited, paper.rules) if cited and word else None
        if symbol is None or word not in codes.types:
            continue
        if not symbol.type_code and not _as_letters_of_own(paper, word, symbol):
            continue
        if (word, cited) in said:
            continue
        said.add((word, cited))
        place = (paper.row("citations", row),)
        code = symbol.type_code
        if _same_type(word, symbol) or (code in names and names[code] == names.get(word)):
            agreeing.append(row)
        elif symbol.symbol == _CHAIRMAN or (word == "CV" and code not in _OF_NO_OFFICE):
            yield Found("not_checkable", place, word, code, None, "code_of_office")
        elif row["is_partial"]:
            yield Found("not_checkable", place, word, code, None, "number_blank")
        else:
            expected = f"{names.get(word, word)} ({word})"
            code = code or "CV"
            observed = f"{symbol.doc_number} ({names.get(code, code)})"
            yield Found("contradiction", place, expected, observed)
    if agreeing:
        ends = [agreeing[0], agreeing[-1]] if len(agreeing) > 1 else agreeing
        places = tuple(paper.row("citations", row) for row in ends)
        yield Found("consistent", places, str(len(agreeing)), str(len(agreeing)))


def blank_citation(paper: Paper, check: Check) -> Iterator[Found]:
    """A cited document whose number was left blank (`Tờ trình số    /TTr-...`)."""
    rows = [row for row in paper.of("citations") if row["cited_number"]]
    blank = [row for row in rows if row["cited_number"].startswith(("/", "-"))]
    for row in blank:
        yield Found("contradiction", (paper.row("citations", row),), None, row["cited_number"])
    if rows and not blank:
        places = (paper.row("citations", rows[0]),)
        yield Found("consistent", places, str(len(rows)), str(len(rows)))


def draft_mark(paper: Paper, check: Check) -> Iterator[Found]:
    """A number and a day beside `DỰ THẢO`; or blanks for both and no such mark."""
    if paper.header["genre"] != "dispatch" or paper.header["doc_number"] is None:
        return
    mark = _DRAFT.search(paper.text, 0, _HEAD)
    numbered = paper.header["number"] is not None and paper.header["issued_on"] is not None
    printed = paper.head("doc_number")
    if printed is None:
        return
    if numbered and mark is not None:
        places = (printed, paper.span(mark.start(), mark.end()))
        yield Found("contradiction", places, paper.header["doc_number"], flat(mark.group()))
    elif numbered:
        yield Found("consistent", (printed,), None, paper.header["doc_number"])
    elif (
        paper.header["number"] is None and paper.header["issued_on"] is None and mark is None
        and not paper.header["is_ocr"] and not paper.of("signatures")
        and not {"number_unreadable", "date_unreadable"} & set(paper.header["defects"])
    ):  # fmt: skip
        day = paper.head("issued_on")
        yield Found(
            "contradiction", _two(printed, day), None, " ".join(flat(p.quote) for p in
            _two(printed, day)),
        )  # fmt: skip


def missing_signature(paper: Paper, check: Check) -> Iterator[Found]:
    """A numbered dispatch without anybody who signs: no authority, title, name or certificate."""
    header = paper.header
    number = paper.head("doc_number")
    if header["genre"] != "dispatch" or header["number"] is None or number is None:
        return
    foot = [paper.head(f) for f in ("signer_name", "signer_title", "signing_authority")]
    signed = [place for place in foot if place is not None]
    if signed:
        yield Found("consistent", (number, signed[0]), None, flat(signed[0].quote))
    elif (
        not paper.is_alone
        or header["is_ocr"]
        or paper.of("signatures")
        or header["is_draft"]
        or (_FOOT.search(paper.text, number.end or 0))
    ):
        yield Found("not_checkable", (number,), None, None, None, "foot_unread")
    elif not _WHOLE.search(paper.text, number.end or 0):
        yield Found("not_checkable", (number,), None, None, None, "cut_off")
    else:
        yield Found("contradiction", (number,), None, None)


def _as_letters_of_own(paper: Paper, word: str, symbol: Symbol) -> bool:
    """A symbol of the document's own body without a type's code is that of a công văn.

    Only the own body's way of numbering is known from the page; others may leave the code out.
    """
    own = normalise_symbol(paper.header["doc_number"] or "", paper.rules)
    if own is None or own.type_code is not None or paper.header["doc_type"] != "CV":
        return False
    first = symbol.symbol.split("-")[0]
    return word in _CODED and first == own.symbol.split("-")[0]


def _same_type(word: str, symbol: Symbol) -> bool:
    """Whether the symbol carries the code of the type word, wherever old symbols have it."""
    code = symbol.type_code
    groups = _NO_LETTERS.split(symbol.symbol)
    if code is None or word in groups or (word, code) in _SHARED:
        return code is not None
    # A joint circular is a circular (TT, TTLT); short forms of a code are in use (TT for TTr).
    return code.startswith(word) or word.startswith(code)


def _two(first: Place, second: Place | None) -> tuple[Place, ...]:
    return (first,) if second is None else (first, second)


def _key(number: str) -> str:
    """A number for comparison: how blanks, dashes and case are written does not matter."""
    return _SPELLING.sub("", fold(number))
