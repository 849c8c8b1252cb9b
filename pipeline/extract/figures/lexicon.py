"""The word lists of the figure grammar, made ready for look-up once for each rules version."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.figures.tokens import Phrases
from pipeline.grammar.spelling import fold
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived
from pipeline.rulebook.fold import spellings


@dataclass(frozen=True)
class FigureWords:
    """Look-up tables of ``counted_nouns``, ``figure_words`` and ``qualifiers``.

    ``nouns`` gives the group of a counted noun, ``units`` are the units of measure among them;
    ``stops``, ``verbal``, ``modifiers``, ``uncounted`` and
    ``numbered`` (numbered | maybe_numbered | unnumbered | name_head) are the uses of
    ``figure_words``; ``before`` and ``after`` give the qualifier on either side of a number;
    ``heads`` and ``posts`` are the words with which bodies and officers begin.  With no other word
    than those of ``openings`` begins what extends a noun phrase, or ends it; ``signs`` are other
    letters with which a noun, or a bracket before it, begins.
    """

    nouns: Phrases
    units: Phrases
    stops: Phrases
    verbal: Phrases
    modifiers: Phrases
    uncounted: Phrases
    numbered: Phrases
    before: Phrases
    after: Phrases
    heads: Phrases
    posts: Phrases
    openings: frozenset[str]
    signs: frozenset[str]


@derived
def figure_words(rules: Rulebook) -> FigureWords:
    """The tables for these rules."""
    nouns = {
        fold(spelling): row["group"]
        for row in rules.lexicon("counted_nouns").rows
        if row["group"] != "money"
        for spelling in spellings(row["term"])
    }
    uses = [(row["term"], row["use"]) for row in rules.lexicon("figure_words").rows]

    def of(*wanted: str) -> Phrases:
        return Phrases((term, use) for term, use in uses if use in wanted)

    def placed(side: str) -> Phrases:
        return Phrases(
            (row["term"], row["code"])
            for row in rules.lexicon("qualifiers").rows
            if row["side"] == side and row["code"] != "order" and row["term"] != "từ"
        )

    def terms(name: str) -> Phrases:
        return Phrases(
            (spelling, name)
            for row in rules.lexicon(name).rows
            for spelling in spellings(row["term"])
        )

    known = Phrases(nouns.items())
    stops, verbal, modifiers, uncounted = map(of, ("stop", "verbal", "modifier", "uncounted"))
    return FigureWords(
        nouns=known,
        units=Phrases((term, group) for term, group in nouns.items() if group == "unit"),
        stops=stops,
        verbal=verbal,
        modifiers=modifiers,
        uncounted=uncounted,
        numbered=of("numbered", "maybe_numbered", "name_head", "unnumbered"),
        before=placed("before"),
        after=placed("after"),
        heads=terms("unit_heads"),
        posts=terms("positions"),
        openings=frozenset().union(
            *(phrases.openings for phrases in (known, stops, verbal, modifiers, uncounted))
        ),
        signs=frozenset('(“"«').union(word[0] for word in known.openings if not word[0].isalpha()),
    )
