"""Words that personal names (họ và tên) are told by: the lexicons, folded as they are compared."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.grammar.spelling import fold
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived


@derived
def province_names(rules: Rulebook) -> frozenset[str]:
    """Folded names of provinces and cities under the centre, of all times."""
    return frozenset(map(fold, rules.lexicon("provinces").column("name")))


@derived
def opening_phrases(rules: Rulebook) -> frozenset[tuple[str, ...]]:
    """The everyday words of two syllables that open no name (lexicon ``not_people``)."""
    terms = (r["term"].split() for r in rules.lexicon("not_people").rows if r["kind"] == "phrase")
    return frozenset(
        tuple(map(fold, term)) for term in terms if len(term) == 2 and term[1].islower()
    )


@derived
def family_names(rules: Rulebook) -> Mapping[str, int]:
    """Folded family name -> frequency class (1 most frequent, 4 rare); lexicon ``surnames``."""
    found: dict[str, int] = {}
    for row in rules.lexicon("surnames").rows:
        name = fold(row["surname"])
        found[name] = min(int(row["freq_class"] or 4), found.get(name, 4))
    return found


@derived
def middle_names(rules: Rulebook) -> frozenset[str]:
    """Frequent middle names and markers of ethnic names (lexicon ``name_particles``)."""
    rows = rules.lexicon("name_particles").rows
    return frozenset(row["term"] for row in rows if row["role"] in {"middle", "marker"})


@derived
def saints(rules: Rulebook) -> frozenset[str]:
    """Names of baptism before the family name (lexicon ``name_particles``)."""
    rows = rules.lexicon("name_particles").rows
    return frozenset(row["term"] for row in rows if row["role"] == "saint")


@derived
def address_words(rules: Rulebook) -> frozenset[str]:
    """Words of address as printed before a name (Ông is a family name too, but rarely)."""
    rows = rules.lexicon("honorifics").rows
    return frozenset(row["term"] for row in rows if row["kind"] == "address")


@derived
def unit_words(rules: Rulebook) -> frozenset[str]:
    """Folded one-word heads of bodies (Khoa, Ban); a middle name behind makes them a surname."""
    return frozenset(fold(t) for t in rules.lexicon("unit_heads").column("term") if " " not in t)


@derived
def stop_syllables(rules: Rulebook) -> frozenset[str]:
    """Capitalised syllables that open no name in running text (lexicon ``not_people``)."""
    rows = rules.lexicon("not_people").rows
    return frozenset(row["term"] for row in rows if row["kind"] == "stop")
