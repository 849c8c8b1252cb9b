"""What differs between two archives: rows gained, lost and changed, and whether gold agrees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Literal

from pipeline.evaluate.facts import DocumentFacts, DocumentKey, Fact, fact_id, read_facts
from pipeline.evaluate.gold import read_gold
from pipeline.evaluate.judged import Judged
from pipeline.evaluate.pairing import Pair, pair_facts
from pipeline.evaluate.score import Tally, evaluate
from pipeline.remote import Remote

Kind = Literal["gained", "lost", "changed"]


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that one archive alone has (the other side is None), or that both tell differently.

    ``before`` and ``after`` are its judgements by the gold, None where gold cannot judge.
    """

    document: str
    old: Fact | None
    new: Fact | None
    before: Judged | None = None
    after: Judged | None = None

    @property
    def kind(self) -> Kind:
        """How the archives differ in it."""
        if self.old is None:
            return "gained"
        return "lost" if self.new is None else "changed"

    @property
    def fact(self) -> Fact:
        """The fact as it is now, or as it was if it is lost."""
        fact = self.old if self.new is None else self.new
        assert fact is not None
        return fact

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns in which both archives have it and differ."""
        if self.old is None or self.new is None:
            return ()
        old, new = self.old.values, self.new.values
        return tuple(name for name in new if name in old and new[name] != old[name])

    @property
    def gain(self) -> int:
        """1 if the archive is better for it by the gold, -1 if worse, 0 if not or not known."""
        right = [judged is not None and judged.verdict == "right" for judged in _sides(self)]
        false = [judged is not None and judged.verdict == "wrong" for judged in _sides(self)]
        return max(-1, min(1, right[1] - right[0] + false[0] - false[1]))


@dataclass(frozen=True, slots=True)
class Difference:
    """Two archives held against each other.

    ``old`` and ``new`` count the facts of each table, ``documents`` the documents of both;
    ``gained`` and ``lost`` name the documents that one of them alone has.
    """

    old: Mapping[str, int]
    new: Mapping[str, int]
    documents: tuple[int, int]
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    changes: tuple[Change, ...]
    is_judged: bool


def compare_archives(
    new: Path | str | Remote, old: Path | str | Remote, gold: Path | None = None, only: str = ""
) -> Difference:
    """Hold an archive against an older one.

    Documents are paired by source, member and place in it, else by their bytes (a folder that
    moved); their rows by words and key values, never by row id.

    :param new, old: folders, or URLs of archives on object stores
    :param gold: folder of gold files that say which of the differing rows are right
    :param only: documents with this in their source; with gold, those whose gold file is of this
        kind or has this in its name or source
    :raises ArchiveError: if a folder is no archive, or the gold folder holds no gold that fits
    """
    before, after = read_facts(old), read_facts(new)
    judged_before: dict[tuple[str, str], Judged] = {}
    judged_after: dict[tuple[str, str], Judged] = {}
    if gold is not None:
        judged_before = _judgements(evaluate(old, gold, only))
        judged_after = _judgements(evaluate(new, gold, only))
    if only:
        before, after = _chosen(before, gold, only), _chosen(after, gold, only)
    changes: list[Change] = []
    gained: list[str] = []
    lost: list[str] = []
    for one, other in _pair_documents(before, after):
        was, now = one is not None and bool(one.doc_id), other is not None and bool(other.doc_id)
        name = other.name if other is not None else one.name if one is not None else ""
        if was != now:
            (gained if now else lost).append(name)
        for was_fact, now_fact in sorted(pair_facts(one, other), key=_place):
            change = Change(
                name, was_fact, now_fact,
                _judged(judged_before, was_fact), _judged(judged_after, now_fact),
            )  # fmt: skip
            if change.kind != "changed" or change.columns:
                changes.append(change)
    return Difference(
        _counts(before), _counts(after), (_documents(before), _documents(after)),
        tuple(gained), tuple(lost), tuple(changes), gold is not None,
    )  # fmt: skip


def _place(pair: Pair) -> tuple[str, tuple[int, int]]:
    fact = pair[1] or pair[0]
    assert fact is not None
    return fact.table, fact.place or (-1, -1)


def _pair_documents(
    old: Mapping[DocumentKey, DocumentFacts], new: Mapping[DocumentKey, DocumentFacts]
) -> Iterator[tuple[DocumentFacts | None, DocumentFacts | None]]:
    alone = {one.doc_id: key for key, one in old.items() if key not in new and one.doc_id}
    paired: set[DocumentKey] = set()
    for key, other in new.items():
        mate = key if key in old else alone.get(other.doc_id)
        if mate is not None:
            paired.add(mate)
        yield (old[mate] if mate is not None else None), other
    for key, one in old.items():
        if key not in paired:
            yield one, None


def _chosen(
    documents: Mapping[DocumentKey, DocumentFacts], gold: Path | None, only: str
) -> dict[DocumentKey, DocumentFacts]:
    """The documents that ``only`` names, by their gold files where there is gold."""
    if gold is None:
        return {key: one for key, one in documents.items() if only in one.name}
    names = tuple(PurePath(item["source"]).name for item in read_gold(gold, only))
    return {key: one for key, one in documents.items() if key[0].endswith(names)}


def _judgements(tallies: Mapping[str, Tally]) -> dict[tuple[str, str], Judged]:
    return {
        (table, fact_id(table, judged.row)): judged
        for table, tally in tallies.items()
        for judged in tally.judged
    }


def _judged(judgements: Mapping[tuple[str, str], Judged], fact: Fact | None) -> Judged | None:
    return None if fact is None else judgements.get((fact.table, fact.row_id))


def _counts(documents: Mapping[DocumentKey, DocumentFacts]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in documents.values():
        for fact in one.facts:
            counts[fact.table] = counts.get(fact.table, 0) + 1
    return counts


def _documents(documents: Mapping[DocumentKey, DocumentFacts]) -> int:
    return sum(bool(one.doc_id) for one in documents.values())


def _sides(change: Change) -> tuple[Judged | None, Judged | None]:
    return change.before, change.after
