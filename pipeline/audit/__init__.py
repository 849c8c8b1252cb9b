"""The audit: does this figure hold?  Checks inside documents, over the tables of an archive."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.audit.choices import Choices, choices_path, load_choices
from pipeline.audit.judge import findings
from pipeline.audit.papers import papers
from pipeline.remote import Remote
from pipeline.resolve.candidates import CHECK as RESOLVED
from pipeline.rulebook import Rulebook
from pipeline.rulebook.checks import CheckBook, load_checks
from pipeline.store import Archive, to_arrow, write_archive
from pipeline.store.lock import locked

Finding = dict[str, object]


@dataclass(frozen=True)
class Audit:
    """The findings of an archive, in the order of the table, and the checks that made them."""

    findings: tuple[Finding, ...]
    book: CheckBook
    choices: Choices


def audit(archive: Archive, rules: Rulebook) -> Audit:
    """Make every check that is on; the archive is left as it is (see :func:`audit_and_keep`).

    :raises RulesError: `rules/audit` does not load
    :raises ChoicesError: the file of choices beside the archive does not load
    """
    book = load_checks(rules.root)
    choices = load_choices(choices_path(archive.folder), book)
    rows = sorted(
        findings(papers(archive, rules), book, choices),
        key=lambda row: (str(row["check"]), str(row["finding_id"])),
    )
    return Audit(tuple(rows), book, choices)


def audit_and_keep(
    path: Path | str | Remote, rules: Rulebook, *, wait: bool = False
) -> tuple[Archive, Audit]:
    """Audit an archive and put what is found into its table `findings`; those of `resolve` stay.

    :param wait: wait while a run writes to the archive, instead of refusing
    :return: the archive as it was audited, and the audit
    :raises ArchiveError: if it is no archive, lies on an object store (the choices stand in a file
        beside it), or another process writes to it
    :raises RulesError: `rules/audit` does not load
    :raises ChoicesError: the file of choices beside the archive does not load
    """
    folder = Archive(path).folder
    with locked(folder, wait=wait):
        archive = Archive(folder)
        made = audit(archive, rules)
        found = archive.arrow("findings")
        others = found.filter(pc.equal(found["check"], RESOLVED))
        rows = pa.concat_tables([others, to_arrow("findings", made.findings)])
        write_archive(folder, {"findings": rows})
    return archive, made


__all__ = ["Audit", "Choices", "Finding", "audit", "audit_and_keep"]
