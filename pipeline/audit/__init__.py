"""The audit: does this figure hold?  Checks inside documents, over the tables of an archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.audit.choices import Choices, choices_path, load_choices
from pipeline.audit.held import Finding, Findings
from pipeline.audit.judge import findings
from pipeline.audit.papers import papers
from pipeline.resolve.candidates import CHECK as RESOLVED
from pipeline.rulebook import Rulebook
from pipeline.rulebook.checks import CheckBook, load_checks
from pipeline.store import Archive, write_archive
from pipeline.store.folder import check_archive
from pipeline.store.lock import locked


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
    book = load_checks(rules.root)
    choices = load_choices(choices_path(archive.path), book)
    return Audit(Findings(findings(papers(archive, rules), book, choices)), book, choices)


def audit_and_keep(folder: Path, rules: Rulebook, *, wait: bool = False) -> tuple[Archive, Audit]:
    """Audit an archive and put what is found into its table `findings`; those of `resolve` stay.

    :param wait: wait while a run writes to the archive, instead of refusing
    :return: the archive as it was audited, and the audit
    :raises ArchiveError: if it is no archive, or another process writes to it
    :raises RulesError: `rules/audit` does not load
    :raises ChoicesError: the file of choices beside the archive does not load
    """
    check_archive(folder)
    with locked(folder, wait=wait):
        archive = Archive(folder)
        made = audit(archive, rules)
        write_archive(folder, {"findings": _merged(archive, made.findings)})
    return archive, made


def _merged(archive: Archive, made: Findings) -> Iterator[pa.Table]:
    """The findings and those of `congvan resolve`, in the order of the table."""
    others = archive.arrow("findings", filters=pc.field("check") == RESOLVED)
    for check in sorted({*made.checks, RESOLVED}):
        yield made.of(check) if check != RESOLVED else others.sort_by("finding_id")


__all__ = ["Audit", "Choices", "Finding", "Findings", "audit", "audit_and_keep"]
