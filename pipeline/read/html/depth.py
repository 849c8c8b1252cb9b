"""Parses web pages however deep their elements lie, for the parser leaves out what lies deeper.

Pages of old text programs open ``<b>`` and ``<font>`` and never close them, so that each paragraph
lies inside all those before it.  lxml takes 256 elements inside one another and ends there, without
an error; whoever reads on would hold half a page for a whole one.
"""

from __future__ import annotations

import re

from lxml import html

from pipeline.read.html.blocks import MAX_DEPTH, Element

# What only says how letters look, and what only says where a box stands, the former first.
_LOOKS = re.compile(
    r"</?(?:b|i|u|s|em|strong|font|span|small|big|tt|strike|ins|a|o:p|st1:\w{1,30})"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BOXES = re.compile(
    r"</?(?:div|section|article|main|center|blockquote|form|fieldset|dl|dt|dd|ul|ol|li)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


class TooDeep(Exception):
    """Elements lie deeper in one another than a page needs, though nothing but tables is left."""


def parsed(markup: str, encoding: str | None = None) -> tuple[Element, str]:
    """The page of a markup, and the markup that it is made from.

    Where elements lie too deep, those that only say how letters look are taken out, then those
    that only make boxes.

    :param encoding: of the bytes that are handed to the parser, whatever the page states; None
        hands it the text
    :raises TooDeep: if that is not enough
    :raises lxml.etree.ParserError: if there is no page
    """
    for tags, instead in ((None, ""), (_LOOKS, ""), (_BOXES, "<br>")):
        if tags is not None:
            markup = tags.sub(instead, markup)
        parser = html.HTMLParser(encoding=encoding)
        given = markup if encoding is None else markup.encode(encoding)
        root = html.document_fromstring(given, parser=parser)
        is_cut = any("Excessive depth" in entry.message for entry in parser.error_log)
        if not is_cut and _depth(root) <= MAX_DEPTH:
            return root, markup
    raise TooDeep("elements lie more than 255 deep in one another")


def _depth(root: Element) -> int:
    """How deep the deepest element lies."""
    deepest, level = 0, [root]
    while level:
        deepest += 1
        level = [child for element in level for child in element]
    return deepest
