"""Reads web pages: the dispatch or article in them, with what the page states about itself."""

from __future__ import annotations

import codecs
import datetime as dt
import json
import re
from collections import Counter
from dataclasses import replace
from typing import Any

from lxml import etree, html

from pipeline.errors import ReadError
from pipeline.model import LOST, Metadata, RawLine, RawPage, Reading, Source
from pipeline.read.cues import is_copies, is_national_title
from pipeline.read.cut import is_markup_cut, of_cut_file
from pipeline.read.encodings import UnknownEncoding, decode
from pipeline.read.html.blocks import BlockWalker, Element
from pipeline.read.html.depth import TooDeep, parsed
from pipeline.read.legacy.lines import dominant, encoding_defects
from pipeline.read.legacy.maps import NAMES
from pipeline.read.legacy.tree import decode_tree
from pipeline.read.list_numbers import whole
from pipeline.read.run_together import parted
from pipeline.read.text.inside import with_typed_tables

NAME = "html"

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_PUBLISHED = (
    "article:published_time", "datepublished", "og:published_time", "pubdate", "dc.date.issued",
    "dcterms.created", "date",
)  # fmt: skip
_STATED_DATES = {"original_date": True, "extensive_search": False}  # no date is guessed from text
_PRINTED_DAY = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b")
_OFFICE = ("Microsoft Word", "Microsoft Excel", "Word.", "Excel.", "LibreOffice", "OpenOffice")
_SHORT_LINE = 60  # letters of a line that says little more than when the page was published
_MOST = 0.5  # share of the page's text that the element around a dispatch must hold
_WIDEST = 500  # columns of an article's table
_RUN_ON = 5  # lines of the page that stand in one line of the extraction
_ENOUGH = 200  # characters of an article, below which the whole page is taken


def read(data: bytes, source: Source) -> Reading:
    """Lines of a web page's main content.

    A page that shows a dispatch (it has the national title or a `Nơi nhận` list) is read from its
    own blocks, so that no head and no table is lost; any other page through trafilatura.

    :raises ReadError: ``unsupported`` for an encoding this version does not decode, ``empty`` for a
        page without text, ``corrupt`` for markup that gives no page
    """
    markup, encoding = _decode(data, source)
    is_cut = is_markup_cut(markup)
    if is_cut and markup.rfind(">") > markup.rfind("<"):
        markup += LOST  # the last word may be half a name or number
    root, markup = _parsed(markup, source)
    decoded = decode_tree(root)
    metadata = _metadata(root)
    body = root.find("body")
    if body is None:
        body = root
    whole = _lines(body)
    if not whole:
        raise ReadError(
            source.uri, "empty", "The page shows no text. Save it after it has loaded fully."
        )
    if any(is_national_title(line.text) or is_copies(line.text) for line in whole):
        element = _dispatch_element(body)
        lines = whole if element is body else _lines(element)
    elif _is_office_page(root) or _has_vast_row(root):
        lines = whole
    else:
        lines, metadata = _article(_markup(root, markup, decoded), root, whole, metadata)
    reading = Reading(
        reader=NAME,
        pages=(RawPage(number=1, lines=tuple(lines), reader=NAME),),
        encoding=NAMES.get(dominant(decoded) or "", encoding),
        metadata=metadata,
        defects=encoding_defects(decoded),
    )
    return of_cut_file(reading, "web page") if is_cut else reading


def _lines(element: Element) -> list[RawLine]:
    """The lines of an element, as they are shown."""
    return with_typed_tables(parted(BlockWalker().lines(element)))


def whole_page(data: bytes, source: Source) -> list[RawLine]:
    """All lines of a page that a program made of a document: nothing but the document is on it.

    :raises ReadError: ``unsupported`` or ``corrupt``
    """
    root, _ = _parsed(_decode(data, source)[0], source)
    decode_tree(root)
    return _lines(root)


def _parsed(markup: str, source: Source) -> tuple[Element, str]:
    try:
        return parsed(_XML_DECLARATION.sub("", markup, count=1))
    except TooDeep as error:
        message = f"The page cannot be read whole: {error}. Save it as PDF and add that."
        raise ReadError(source.uri, "corrupt", message) from error
    except (etree.ParserError, ValueError) as error:
        raise ReadError(
            source.uri, "corrupt", f"The page has no readable markup ({error}). Save it again."
        ) from error


def _markup(root: Any, markup: str, decoded: Counter[str]) -> str:
    """The page as written, or with its letters put right where some were decoded."""
    return html.tostring(root, encoding="unicode") if decoded else markup


def _decode(data: bytes, source: Source) -> tuple[str, str]:
    """Markup and its encoding: by mark, by what the page states, else by its bytes."""
    match = _CHARSET.search(data[:4096])
    stated = match.group(1).decode("ascii").lower() if match else ""
    has_mark = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if stated and not has_mark and stated not in ("utf-8", "utf8"):
        try:
            codec = codecs.lookup(stated).name
            if codec not in ("iso8859-1", "cp1252", "ascii"):
                return data.decode(codec), codec
        except (LookupError, UnicodeError):
            stated = ""  # a wrong statement: the bytes decide
    try:
        decoded = decode(data)
        return decoded.text, decoded.encoding
    except UnknownEncoding as error:
        if stated in ("utf-8", "utf8"):  # a few broken bytes in a page that is UTF-8
            text = data.decode("utf-8", "replace")
            if text.count(LOST) < 0.005 * len(text):
                return text, "utf-8"
        guessed = _guess(data)
        if guessed is not None:
            return guessed
        raise ReadError(
            source.uri, "unsupported",
            f"The page is in {error.name}, which this version does not decode. "
            "Save it as UTF-8 and add that.",
        ) from error  # fmt: skip


def _guess(data: bytes) -> tuple[str, str] | None:
    """Last resort for pages that state nothing: a guess by the letters."""
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        return None
    return str(best), best.encoding


def _dispatch_element(body: Element) -> Element:
    """The smallest element around the national title that holds half of the page's text."""
    total = max(1, len(" ".join(body.text_content().split())))
    best = body
    for element in body.iter():
        if not isinstance(element.tag, str) or not is_national_title((element.text or "").strip()):
            continue
        current = element
        while current is not None and current is not body:
            size = len(" ".join(current.text_content().split()))
            if size >= _MOST * total and current.tag not in ("td", "tr", "table", "tbody"):
                return current
            current = current.getparent()
        break
    return best


def _is_office_page(root: Element) -> bool:
    """Whether Word, Excel or LibreOffice saved the page: a document alone, with no site around."""
    stated = (
        item.get("content", "").strip() for item in root.iter("meta")
        if item.get("name", "").lower() in ("generator", "progid")
    )  # fmt: skip
    return any(text.startswith(_OFFICE) for text in stated)


def _has_vast_row(root: Element) -> bool:
    """Whether a row of a table spans more columns than an article's table ever has.

    trafilatura fills all rows up to the widest one, cell by cell: such a page would take hours.
    """
    return any(
        sum(whole(cell.get("colspan"), 1) for cell in row) > _WIDEST for row in root.iter("tr")
    )


def _article(
    markup: str, root: Element, whole: list[RawLine], metadata: Metadata
) -> tuple[list[RawLine], Metadata]:
    """Headline, byline and text of an article, through trafilatura."""
    import trafilatura  # heavy: only pages that are no dispatch need it

    found: Any = trafilatura.bare_extraction(
        markup, include_comments=False, include_tables=True, include_formatting=False,
        favor_recall=True, with_metadata=True, date_extraction_params=_STATED_DATES,
    )  # fmt: skip
    if found is None or found.body is None:
        return whole, metadata
    lines = _with_captions(BlockWalker().lines(_as_html(found.body)), whole)
    if sum(len(line.text) for line in lines) < _ENOUGH < sum(len(line.text) for line in whole):
        return whole, metadata
    if len(lines) == 1 and _runs_together(lines[0].text, whole):
        lines = whole
    title = _headline(root) or found.title or metadata.title
    byline = metadata.byline or found.author or None
    published = metadata.published or _date(found.date or "")
    head = [] if title is None else [RawLine(text=title, role="title")]
    lines = [line for line in lines if line.text != title]
    lines = [*_published_line(lines, whole, published), *_with_byline(lines, whole, byline)]
    site = metadata.site or found.sitename or None
    return [*head, *lines], replace(
        metadata, title=title, byline=byline, published=published, site=site,
        url=metadata.url or found.url or None,
    )  # fmt: skip


def _runs_together(words: str, whole: list[RawLine]) -> bool:
    """Whether the extraction made one line of what the page shows as lines or cells of a table."""
    inside = [line.text for line in whole if line.text.lstrip("- ") in words]
    return len(inside) > _RUN_ON and sum(map(len, inside)) >= _MOST * sum(
        len(line.text) for line in whole
    )


_TEI = {"list": "ul", "item": "li", "row": "tr", "cell": "td", "lb": "br", "quote": "blockquote",
        "hi": "span", "ref": "span", "graphic": "img", "ab": "p", "head": "h2"}  # fmt: skip


def _as_html(body: Any) -> Element:
    """trafilatura's tree with the tags of a web page."""
    # Word's own elements (`o:p`) come without their name space: recover keeps them
    copy = etree.fromstring(etree.tostring(body), etree.XMLParser(recover=True))
    for item in copy.iter():
        if isinstance(item.tag, str):
            item.tag = _TEI.get(item.tag, item.tag)
    return html.fromstring(etree.tostring(copy, encoding="unicode", method="html"))


def _with_captions(lines: list[RawLine], whole: list[RawLine]) -> list[RawLine]:
    """The lines with the captions that the page shows between them."""
    shown = {line.text for line in lines}
    after: dict[str, list[RawLine]] = {}
    last: str | None = None
    for line in whole:
        if line.text in shown:
            last = line.text
        elif line.role == "caption" and last is not None:
            after.setdefault(last, []).append(line)
    result: list[RawLine] = []
    for line in lines:
        result.append(line)
        result.extend(after.pop(line.text, ()))
    return result


def _published_line(
    lines: list[RawLine], whole: list[RawLine], published: dt.date | None
) -> list[RawLine]:
    """The line that prints the day of publication, where the extraction left it out."""
    if published is None:
        return []
    for line in whole:
        match = _PRINTED_DAY.search(line.text) if len(line.text) < _SHORT_LINE else None
        if match and tuple(map(int, match.groups())) == (
            published.day, published.month, published.year,
        ):  # fmt: skip
            return [] if any(line.text == kept.text for kept in lines) else [line]
    return []


def _with_byline(lines: list[RawLine], whole: list[RawLine], byline: str | None) -> list[RawLine]:
    """The lines with the one that prints the byline marked (it stands near the top or the end).

    An author box that the extraction left out is put back, for the name must stand in the text.
    """
    if byline is None:
        return lines
    for index in (*range(len(lines) - 1, max(-1, len(lines) - 5), -1), *range(min(4, len(lines)))):
        if lines[index].text.strip().casefold() == byline.casefold():
            marked = replace(lines[index], role="byline")
            return [*lines[:index], marked, *lines[index + 1 :]]
    printed = [line for line in whole if line.text.strip().casefold() == byline.casefold()]
    return [*lines, replace(printed[-1], role="byline")] if printed else lines


def _plain(element: Element) -> str:
    return " ".join(element.text_content().split())


def _headline(root: Element) -> str | None:
    """The page's only first-level heading."""
    titles = [text for item in root.iter("h1") if (text := _plain(item))]
    return titles[0] if len(titles) == 1 else None


def _metadata(root: Element) -> Metadata:
    """What the page states about itself in meta elements and linked data."""
    stated: dict[str, str] = {}
    for item in root.iter("meta"):
        name = (item.get("property") or item.get("name") or item.get("itemprop") or "").lower()
        content = (item.get("content") or "").strip()
        if name and content:
            stated.setdefault(name, content)
    linked = _linked_data(root)
    published = None
    for text in (linked.get("datePublished", ""), *(stated.get(name, "") for name in _PUBLISHED)):
        published = published or _date(text)
    title = root.findtext(".//title")
    canonical = root.xpath("string(//link[@rel='canonical']/@href)")
    return Metadata(
        title=stated.get("og:title") or (" ".join(title.split()) if title else None) or None,
        byline=linked.get("author") or stated.get("author"),
        published=published,
        site=stated.get("og:site_name"),
        url=str(canonical) or stated.get("og:url"),
    )


def _linked_data(root: Element) -> dict[str, str]:
    """Publication date and author of a page's JSON-LD article, as far as stated."""
    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            items = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue  # broken linked data says nothing; the meta elements may
        for item in items if isinstance(items, list) else [items]:
            if not isinstance(item, dict) or "datePublished" not in item:
                continue
            author = item.get("author")
            author = author[0] if isinstance(author, list) and author else author
            name = author.get("name") if isinstance(author, dict) else author
            found = {"datePublished": str(item["datePublished"])}
            if isinstance(name, str) and name.strip():
                found["author"] = name.strip()
            return found
    return {}


def _date(text: str) -> dt.datetime | dt.date | None:
    """An ISO date or moment; None for anything else."""
    text = text.strip()
    try:
        return dt.date.fromisoformat(text) if len(text) == 10 else dt.datetime.fromisoformat(text)
    except ValueError:
        return None
