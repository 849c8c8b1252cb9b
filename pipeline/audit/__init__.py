"""The audit: does this figure hold?  Checks inside and across the documents of an archive.

`papers` gives each document with all its rows, `judge` runs over it the checks that `registry`
names (`parts`, `percents`, `lists`, `numbering`, `days`, `heads` ...; the `model` is what one looks
at and says), and `across` those over several documents; `held` keeps the findings, `choices` what a
person decided about them, `report` tells them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.audit.across import Facts, across
from pipeline.audit.choices import Choices, choices_path, load_choices
from pipeline.audit.held import Finding, Findings
from pipeline.audit.judge import chosen_checks, findings
from pipeline.audit.papers import papers
from pipeline.remote import Place, Remote, place
from pipeline.resolve.archive import RESOLVING
from pipeline.rulebook import Rulebook
from pipeline.rulebook.checks import CheckBook, load_checks
from pipeline.store import Archive, write_archive
from pipeline.store.current import check_archive
from pipeline.store.lock import locked
from pipeline.store.remote_archive import working_copy


@dataclass(frozen=True)
class Audit:
    """The findings of an archive, in the order of the table, and the checks that made them."""

    findings: Findings
    book: CheckBook
    choices: Choices


def audit(archive: Archive, rules: Rulebook) -> Audit:
    """Make every check that is on; the archive is left as it is (see :func:`audit_and_keep`).

    :raises RulesError: `rules/audit` does not load
    :raises ChoicesError: the file of choices beside the archive does not load
    """
    return _audit(archive, rules, archive.path)


def _audit(archive: Archive, rules: Rulebook, named: Place) -> Audit:
    """:param named: the archive as the user named it, beside which the file of choices stands"""
    book = load_checks(rules.root)
    choices = load_choices(choices_path(named), book)
    facts = Facts(rules)
    found = chain(
        findings(facts.watch(papers(archive, rules)), book, choices),
        # Begun when the documents have gone by and their facts are known.
        across(archive, facts, rules, book, choices),
    )
    return Audit(Findings(found), book, choices)


def audit_and_keep(
    path: Path | str | Remote, rules: Rulebook, *, wait: bool = False
) -> tuple[Archive, Audit]:
    """Audit an archive and put what is found into its table `findings`.

    Findings of `congvan resolve` are among them; where their check is off they stay as they are.

    :param wait: wait while a run writes to the archive, instead of refusing
    :return: the archive as it was audited, and the audit
    :raises ArchiveError: if it is no archive, is out of reach, or another process writes to it
    :raises RulesError: `rules/audit` does not load
    :raises ChoicesError: the file of choices beside the archive does not load
    """
    target = place(path)
    check_archive(target)
    if isinstance(target, Path):
        with locked(target, wait=wait):
            return _keep(target, rules, target)
    with working_copy(target, wait=wait) as copy:
        _, made = _keep(copy.folder, rules, target)
        copy.publish()
    return Archive(target), made


def _keep(folder: Path, rules: Rulebook, named: Place) -> tuple[Archive, Audit]:
    archive = Archive(folder)
    made = _audit(archive, rules, named)
    write_archive(folder, {"findings": _merged(archive, made)})
    return archive, made


def _merged(archive: Archive, made: Audit) -> Iterator[pa.Table]:
    """The findings in the order of the table, those of `congvan resolve` kept where left out."""
    made_here = {check.id for check in chosen_checks(made.book, made.choices)}
    kept = [check for check in RESOLVING if check not in made_here]
    for check in sorted({*made.findings.checks, *kept}):
        if check in kept:
            others = archive.arrow("findings", filters=pc.field("check") == check)
            yield others.sort_by("finding_id")
        else:
            yield made.findings.of(check)


__all__ = ["Audit", "Choices", "Finding", "Findings", "audit", "audit_and_keep"]
