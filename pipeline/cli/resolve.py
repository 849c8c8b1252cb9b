"""``congvan resolve``: link the rows of an archive to each other."""

from __future__ import annotations

from pipeline.cli import console
from pipeline.cli.archive import DEFAULT_ARCHIVE, asking
from pipeline.cli.options import ArchiveArgument, AsJson, RulesCopy, Wait

DOUBTFUL_QUERY = "SELECT * FROM entity_links WHERE NOT is_merged ORDER BY probability DESC"
CANDIDATES_QUERY = "SELECT message_vi FROM findings WHERE findings.check = 'cited_document'"
COPIES_QUERY = "SELECT message_vi, doc_ids FROM findings WHERE findings.check = 'same_dispatch'"


def resolve(
    archive: ArchiveArgument = DEFAULT_ARCHIVE,
    rules: RulesCopy = None,
    wait: Wait = False,
    as_json: AsJson = False,
) -> None:
    """Find what belongs together in an archive.

    Copies of one dispatch, cited documents that the archive holds, and people and bodies across
    documents.  What is only likely is listed and never linked; `congvan why` tells the reasons.

    Example: congvan resolve data/processed
    """
    from pipeline.resolve import resolve as resolve_archive

    with console.writing(archive), console.working("linking documents, people and bodies"):
        found = resolve_archive(archive, rules, wait=wait)
    if as_json:
        console.print_json(found.as_json())
        return
    print(f"{found.documents:,} documents, {found.copies:,} of them further copies of another")
    if found.likely_copies:
        print(f"{found.likely_copies:,} pairs may be copies of one dispatch; see")
        print(asking(COPIES_QUERY, archive))
    print(f"{found.citations:,} citations, {found.linked:,} of them of documents held")
    if found.candidates:
        print(f"{found.candidates:,} citations may mean a document held; see")
        print(asking(CANDIDATES_QUERY, archive))
    print(
        f"{found.mentions:,} mentions of {found.people:,} people "
        f"and {found.collectives:,} collectives"
    )
    if found.doubtful:
        print(f"{found.doubtful:,} pairs of them may be one and were not merged; see")
        print(asking(DOUBTFUL_QUERY, archive))
