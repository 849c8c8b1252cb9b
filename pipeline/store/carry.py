"""Keeping the rows of unchanged inputs, so that a second run reads only what is new."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.dictionary.model import load_dictionary
from pipeline.store.parts import read_table


def carry_over(root: Path, keep: Collection[str]) -> dict[str, pa.Table]:
    """The rows of the inputs that need not be read again.

    Gives every table whose rows come from a document or an input, with the rows of the sources
    whose SHA-256 is in ``keep``, and the whole log of runs.  Tables derived from all documents
    (``entities``, ``findings``) are not given; neither are the links into them cut: whoever
    derives them anew sets ``entity_id`` and ``cited_doc_id`` anew.

    :param root: a version of an archive
    :raises ArchiveError: if a table is missing or has another schema
    """
    kept: dict[str, pa.Table] = {}
    sources = pa.array(sorted(keep), pa.string())
    documents = read_table(root, "documents")
    documents = documents.filter(pc.is_in(documents["source_sha256"], value_set=sources))
    doc_ids = documents["doc_id"].combine_chunks()
    for name, table in load_dictionary().tables.items():
        if name == "documents":
            kept[name] = documents
        elif table.scope == "document":
            rows = read_table(root, name)
            kept[name] = rows.filter(pc.is_in(rows["doc_id"], value_set=doc_ids))
        elif table.scope == "source":
            rows = read_table(root, name)
            kept[name] = rows.filter(pc.is_in(rows["source_sha256"], value_set=sources))
        elif table.scope == "run":
            kept[name] = read_table(root, name)
    return kept
