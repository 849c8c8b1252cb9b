"""The ledger: which inputs the archive's tables hold, by content, so that a run skips the rest.

One JSON object a line, sorted, without times: ``.ledger.jsonl`` in each version.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from pipeline.errors import ArchiveError

LEDGER = ".ledger.jsonl"

_FORMER = ("member", "doc_ids")  # keys that older versions wrote beside the others


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """An input that was read: its content, what it gave, and by which versions.

    ``status`` is ``failed`` for an input without documents (it has rows in ``failures``).
    """

    source_sha256: str
    status: Literal["ok", "partial", "failed"]
    pipeline_version: str
    rules_version: str

    def is_current(self, pipeline_version: str, rules_version: str) -> bool:
        """Whether reading the input again would give the same rows."""
        return (self.pipeline_version, self.rules_version) == (pipeline_version, rules_version)


def load_ledger(root: Path) -> dict[str, LedgerEntry]:
    """The ledger of a version of an archive by content hash.

    It is empty if there is none yet.  A ledger that an older
    version wrote is read as well.

    :raises ArchiveError: naming the line of a ledger that cannot be read
    """
    path = root / LEDGER
    if not path.exists():
        return {}
    entries: dict[str, LedgerEntry] = {}
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                fields = json.loads(line)
                for name in _FORMER:
                    fields.pop(name, None)
                # Most lines name the same versions, and a hash is held elsewhere, too.
                shared: dict[str, Any] = {name: sys.intern(held) for name, held in fields.items()}
                entry = LedgerEntry(**shared)
            except (ValueError, TypeError, AttributeError) as error:
                message = f"line {number} is no ledger entry ({error}); delete the file to rebuild"
                raise ArchiveError(path, message) from error
            entries[entry.source_sha256] = entry
    return entries


def ledger_bytes(entries: Iterable[LedgerEntry]) -> bytes:
    """The ledger as a file's content, sorted by content hash."""
    ordered = sorted(entries, key=lambda entry: entry.source_sha256)
    lines = (json.dumps(asdict(entry), ensure_ascii=False, sort_keys=True) for entry in ordered)
    return "".join(f"{line}\n" for line in lines).encode()
