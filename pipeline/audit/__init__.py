"""The audit: does this figure hold?  Checks inside and across the documents of an archive."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.audit.across import Facts, across
from pipeline.audit.choices import Choices, choices_path, load_choices
from pipeline.audit.judge import chosen_checks, findings
from pipeline.audit.papers import papers
from pipeline.resolve.candidates import CHECK as RESOLVED
from pipeline.rulebook import Rulebook
from pipeline.rulebook.checks import CheckBook, load_checks
from pipeline.store import Archive, to_arrow, write_archive

Finding = dict[str, object]


@dataclass(frozen=True)
class Audit:
    """The findings of an archive, in the order of the table, and the checks that made them."""

    findings: tuple[Finding, ...]
    book: CheckBook
    choices: Choices


def audit(archive: Archive, rules: Rulebook) -> Audit:
    """Make every check that is on; the archive is left as it is (see :func:`keep`).

    :raises RulesError: `rules/audit` does not load
    :raises ChoicesError: the file of choices beside the archive does not load
    """
    book = load_checks(rules.root)
    choices = load_choices(choices_path(archive.path), book)
    facts = Facts(rules)
    rows = sorted(
        chain(
            findings(facts.watch(papers(archive, rules)), book, choices),
            # Begun when the documents have gone by and their facts are known.
            across(archive, facts, rules, book, choices),
        ),
        key=lambda row: (str(row["check"]), str(row["finding_id"])),
    )
    return Audit(tuple(rows), book, choices)


def keep(archive: Archive, made: Audit) -> None:
    """Put what an audit found into the table `findings`.

    Findings of `congvan resolve` are among them; where their check is off they stay as they are.
    """
    rows = to_arrow("findings", made.findings)
    if RESOLVED not in {check.id for check in chosen_checks(made.book, made.choices)}:
        found = archive.arrow("findings")
        rows = pa.concat_tables([found.filter(pc.equal(found["check"], RESOLVED)), rows])
    write_archive(archive.path, {"findings": rows})


__all__ = ["Audit", "Choices", "Finding", "audit", "keep"]
