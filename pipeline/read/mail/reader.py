"""Reads a mail's own text (EML, MSG), and web pages saved in the form of a mail (MHTML)."""

from __future__ import annotations

from lxml import etree

from pipeline.errors import ReadError
from pipeline.model import RawLine, RawPage, Reading, Source
from pipeline.read import choose
from pipeline.read.html import reader as html_reader
from pipeline.read.html.blocks import BlockWalker
from pipeline.read.html.depth import TooDeep, parsed
from pipeline.read.mail.parts import Text, decoded_text, open_mail
from pipeline.read.run_together import parted
from pipeline.read.text.inside import typed_lines

NAME = "mail"


def read(data: bytes, source: Source) -> Reading:
    """Lines of the mail's text below its subject, sender and date; attachments are not read here.

    :raises ReadError: ``corrupt``, ``encrypted`` (a sealed mail) or ``empty``
    """
    mail = open_mail(data, source)
    if choose.detect_media_type(data) == choose.WEB_ARCHIVE:
        page = next((text for text in mail.texts if text.is_html), None)
        if page is None:
            raise ReadError(source.uri, "empty", "The web archive holds no page. Save it again.")
        return html_reader.read(page.data, source)
    if mail.is_sealed and not mail.texts:
        message = "The mail is encrypted. Save its text and attachments opened, and add those."
        raise ReadError(source.uri, "encrypted", message)
    lines = [
        # What a mail is about counts as its words; who sent it when is the frame around them.
        RawLine(text=f"{label}: {text}", role="" if label == "Subject" else "header")
        for label, text in mail.fields
    ]
    tables = BlockWalker()
    for text in mail.texts:
        try:
            lines.extend(_lines(text, tables))
        except TooDeep as error:
            message = f"The mail cannot be read whole: {error}. Save it as PDF and add that."
            raise ReadError(source.uri, "corrupt", message) from error
    return Reading(
        reader=NAME, pages=(RawPage(number=1, lines=tuple(lines), reader=NAME),),
        encoding=next((text.charset for text in mail.texts if text.charset), None),
    )  # fmt: skip


def _lines(text: Text, tables: BlockWalker) -> list[RawLine]:
    shown = decoded_text(text.data, text.charset)
    if not text.is_html:
        lines, tables.tables = typed_lines(shown, tables.tables)
        return lines
    try:
        # A declaration of another charset than the mail's own must not count a second time.
        root, _ = parsed(shown, encoding="utf-8")
    except (etree.ParserError, ValueError):
        return []  # markup without any text
    body = root.find("body")
    return parted(tables.lines(body if body is not None else root))
