"""One source -> its rows: read, normalise, layout, extract, link, readable at a glance."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.errors import ReadError
from pipeline.extract.awards import extract_awards
from pipeline.extract.citations.extract import extract_citations
from pipeline.extract.dates.extract import extract_dates
from pipeline.extract.figures.extract import extract_figures
from pipeline.failures import mistake, process_row, unread_row
from pipeline.layout import lay_out, split_dispatches
from pipeline.link.as_printed import as_printed
from pipeline.link.awardees.link import link_awardees
from pipeline.link.faint import without_faint_figures
from pipeline.link.initiative_facts import with_facts
from pipeline.link.lost_letters import without_lost_ink, without_torn_fields
from pipeline.link.named_numbers import outside_names
from pipeline.link.rows import Mentions, dispatch_rows
from pipeline.link.signatures import with_sealed_day
from pipeline.link.totals.link import link_totals
from pipeline.model import Dispatch, Reading, Source, Text
from pipeline.normalise import compose
from pipeline.normalise.unmarked import MARKS_LOST, spelled_out
from pipeline.read import read
from pipeline.read.container.reader import Member, Unread, members
from pipeline.rulebook import Rulebook

log = logging.getLogger(__name__)

Rows = dict[str, list[dict[str, object]]]
Reader = Callable[[bytes, Source, str], Reading]
"""As :func:`pipeline.read.read`: bytes, where they come from, and their media type."""


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """The rows that one source gives, by table of the contract."""

    tables: Mapping[str, list[dict[str, object]]]


def process(data: bytes, source: Source, rules: Rulebook) -> DocumentRows:
    """Read one source and return its rows; what cannot be read is a row of `failures`.

    An archive or mail gives the rows of every document inside it.

    :param data: the bytes of the file
    :param source: where they come from, with their SHA-256 and media type
    """
    tables: Rows = {}
    for part in process_each(data, source, rules):
        for table, rows in part.tables.items():
            tables.setdefault(table, []).extend(rows)
    return DocumentRows(tables)


def process_each(
    data: bytes,
    source: Source,
    rules: Rulebook,
    begin: Callable[[str | None], None] | None = None,
    given_up: Mapping[str, ReadError] | None = None,
    reader: Reader = read,
) -> Iterator[DocumentRows]:
    """The rows of each document of a source, one document at a time.

    A plain file is its own only document.  Members of an archive that fail, for whatever reason,
    are rows of `failures`, and the others go on.

    :param begin: called before each document with its path in the archive, None for a plain file
    :param given_up: members that are not to be read, by path, and why
    :param reader: reads each document; one that keeps what was read, say
    """
    for member in members(data, source):
        path = member.source.member
        if isinstance(member, Unread):
            yield DocumentRows({"failures": [unread_row(member.source, member.error)]})
            continue
        if given_up and path is not None and path in given_up:
            yield DocumentRows({"failures": [unread_row(member.source, given_up[path])]})
            continue
        if begin is not None:
            begin(path)
        if member.source.member is None:
            yield _document(member, rules, reader)
        else:
            yield _member(member, rules, reader)


def _member(member: Member, rules: Rulebook, reader: Reader) -> DocumentRows:
    """The rows of a member, whose mistakes are not those of the whole archive."""
    source = member.source
    try:
        return _document(member, rules, reader)
    except MemoryError:
        message = "The file needs more memory than there is. Add it alone."
        row = process_row(source, "memory", message)
    except Exception as cause:
        # One document never harms another: the run's own guard would give up the whole archive.
        log.debug("member %s of %s", source.member, source.uri, exc_info=True)
        row = process_row(source, "internal", mistake(cause))
    return DocumentRows({"failures": [row]})


def _document(member: Member, rules: Rulebook, reader: Reader) -> DocumentRows:
    """The rows of the dispatches of one file."""
    tables: Rows = {}
    source = member.source
    try:
        reading = reader(member.data, source, source.media_type)
    except ReadError as error:
        return DocumentRows({"failures": [unread_row(source, error)]})
    whole = spelled_out(compose(reading), rules)
    for ordinal, (part, text) in enumerate(split_dispatches(reading, whole, rules)):
        # of a file with one dispatch that is the whole text, which has been looked at
        spelled = text if text is whole else spelled_out(text, rules)
        dispatch = dispatch_of(part, spelled, ordinal, rules)
        mentions = find_mentions(dispatch, rules)
        found = dispatch_rows(source, part, dispatch, mentions, rules)
        if MARKS_LOST in spelled.defects:
            as_printed(found, compose(part).text, spelled.text)
        for table, rows in found.items():
            tables.setdefault(table, []).extend(rows)
    return DocumentRows(tables)


def dispatch_of(part: Reading, text: Text, ordinal: int, rules: Rulebook) -> Dispatch:
    """One dispatch of a source laid out, its head held against its confidences and its seals."""
    dispatch = lay_out(text, part.metadata, part.reader, rules, ordinal)
    dispatch = without_faint_figures(dispatch, part)
    dispatch = without_lost_ink(without_torn_fields(dispatch), part, rules)
    return with_sealed_day(dispatch, part.signatures, rules)


def find_mentions(dispatch: Dispatch, rules: Rulebook) -> Mentions:
    """Run the extractors over a dispatch, each resting on those before it, and link their finds."""
    citations = extract_citations(dispatch, rules)
    dates = extract_dates(dispatch, citations, rules)
    awards = extract_awards(dispatch, rules)
    counted = extract_figures(dispatch, dates, citations, awards, rules)
    awardees, titled = link_awardees(dispatch, citations, rules)
    figures = link_totals(
        outside_names(counted, awardees, dispatch.text.text, rules), dispatch, rules
    )
    initiatives = with_facts(titled, dispatch, rules)
    return Mentions(citations, dates, awardees, initiatives, figures)
