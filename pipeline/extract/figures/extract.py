"""Figures: counts, shares and amounts that a dispatch reports, and what they count."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.figures.aims import aimed_blocks, asked_blocks
from pipeline.extract.figures.context import Context, Periods
from pipeline.extract.figures.exclusions import Exclusions
from pipeline.extract.figures.outlook import looks_ahead_from
from pipeline.extract.figures.passage import Mask, Passage, Span
from pipeline.extract.figures.prose import passage_figures
from pipeline.extract.figures.running_numbers import running_numbers
from pipeline.extract.figures.setting import concludes, setting_of
from pipeline.extract.figures.tables import table_figures
from pipeline.extract.unread_tables import unread_tables
from pipeline.model import (
    TELLING,
    AwardMention,
    Block,
    CitationMention,
    DateMention,
    Dispatch,
    FigureMention,
)
from pipeline.rulebook import Rulebook

# Tables are read cell by cell.
_TEXT_KINDS = TELLING - {"table"}
_TITLE_BREAKS = ",;("
_NAMING = (3, 4)  # digits of a number after which something is named
_UNLIKELY = 0.6
_ZOOM = "100%"  # how large a site shows its page, on a line of its own
_NOTE_MARK = 3  # letters at the start of a footnote that hold its own number


def extract_figures(
    dispatch: Dispatch,
    dates: tuple[DateMention, ...],
    citations: tuple[CitationMention, ...],
    awards: tuple[AwardMention, ...],
    rules: Rulebook,
) -> tuple[FigureMention, ...]:
    """Every reported quantity of the dispatch, in the order of the text.

    :param dates: dates and periods; their digits are no figures, periods give the figures' time
    :param citations: cited documents; their numbers and titles hold no figures
    :param awards: awards named in the text
    :param rules: lexicons ``counted_nouns``, ``figure_words``, ``qualifiers`` and
        the patterns ``figure.*`` and ``figure_not.*`` (sources: reference/figures.md)
    :return: mentions with keys 0..n-1; totals and parts are tied by ``link_totals``
    """
    known = [(d.start, d.end) for d in dates]
    known += [(c.start, _cited_end(dispatch, c)) for c in citations]
    notes = frozenset(line.start for line in dispatch.text.lines if line.role == "footnote")
    own = [d for d in dates if not _is_cited(d, citations)]
    periods = Periods(own, dispatch.blocks, rules, looks_ahead_from(dispatch, rules))
    context = Context(
        dispatch,
        periods,
        setting_of(dispatch, rules),
        periods.titled(dispatch),
        aimed_blocks(dispatch.blocks, rules),
        concludes(dispatch, rules),
        asked_blocks(dispatch.blocks, rules),
    )
    known += _named_after(dispatch, citations, rules)
    known += running_numbers(dispatch.text.text, dispatch.text.lines)
    found: list[FigureMention] = []
    mask = Mask(known)
    unread = Mask(unread_tables(dispatch.text.text, dispatch.text.lines, rules))
    for block in dispatch.blocks:
        if block.kind in _TEXT_KINDS and block.view.strip() != _ZOOM:
            for figure in _in_block(block, mask, notes, awards, context, rules):
                is_doubtful = unread.covers(figure.start, figure.end)
                sure = _UNLIKELY if is_doubtful else figure.confidence
                found.append(replace(figure, confidence=min(figure.confidence, sure)))
    for table in dispatch.tables:
        found.extend(table_figures(table, mask, context, rules))
    found.sort(key=lambda figure: (figure.start, figure.end))
    return tuple(replace(figure, key=key) for key, figure in enumerate(_disjoint(found)))


def _in_block(
    block: Block,
    known: Mask,
    notes: frozenset[int],
    awards: Sequence[AwardMention],
    context: Context,
    rules: Rulebook,
) -> Iterator[FigureMention]:
    passage = Passage(block.view, block.start)
    note = ((0, _NOTE_MARK),) if block.start in notes else ()
    excluded = Exclusions(passage, known, rules, (*_label(block), *note))

    def inside() -> Sequence[AwardMention]:
        return [a for a in awards if block.start <= a.start < block.end]

    return passage_figures(block, passage, excluded, inside, context, rules)


def _named_after(
    dispatch: Dispatch, citations: Sequence[CitationMention], rules: Rulebook
) -> Iterator[Span]:
    """Numbers in the names of bodies and programmes: ``Ban Chỉ đạo 389`` of a cited directive."""
    pattern, programme = rules.pattern("figure.named_after"), rules.pattern("figure.in_programme")
    cited = {(c.cited_number or "").split("/")[0].split("-")[0] for c in citations}
    numbers = {number for number in cited if len(number) in _NAMING}
    for block in dispatch.blocks:
        if block.kind not in _TEXT_KINDS:
            continue
        view = block.view
        is_cited = any(number in view for number in numbers)
        if not (is_cited or programme.may_match(view)) or not pattern.may_match(view):
            continue
        if is_cited:
            for hit in pattern.regex.finditer(view):
                if hit["number"] in numbers:
                    yield block.start + hit.start("number"), block.start + hit.end("number")
        for hit in programme.regex.finditer(view):
            yield block.start + hit.start("number"), block.start + hit.end("number")


def _is_cited(date: DateMention, citations: Sequence[CitationMention]) -> bool:
    """Whether a period stands in the subject of a cited document, which says nothing here."""
    at = bisect_right(citations, date.start, key=lambda c: c.start) - 1
    return at >= 0 and date.end <= citations[at].end


def _cited_end(dispatch: Dispatch, citation: CitationMention) -> int:
    """Where the citation's own digits end: number, date and the title up to its first break.

    What follows a comma or bracket may already be the report again, but not in a căn cứ.
    """
    if citation.relation == "basis" and citation.cited_title is not None:
        return citation.end
    start = citation.number_span[1] if citation.number_span else citation.start
    words = dispatch.text.text[start : citation.end]
    breaks = [at for at in map(words.find, _TITLE_BREAKS) if at >= 0]
    return start + min(breaks, default=len(words))


def _label(block: Block) -> tuple[Span, ...]:
    """The printed marker of a heading, list item or footnote at the block's start."""
    at = block.view.find(block.label) if block.label else -1
    return ((at, at + len(block.label)),) if 0 <= at <= 4 else ()


def _disjoint(found: Sequence[FigureMention]) -> Iterator[FigureMention]:
    """Drop a figure whose words lie inside those of the one before (a cell read twice)."""
    end = -1
    for figure in found:
        if figure.end > end:
            yield figure
        end = max(end, figure.end)
