"""Exit codes of the command: one for each thing that a script has to tell apart."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the process ends with; :data:`MEANINGS` says it in words."""

    OK = 0
    INTERNAL = 1
    USAGE = 2
    SOME_FAILED = 3
    NOTHING_READ = 4
    CHECK_FAILED = 5
    INTERRUPTED = 130


MEANINGS = {
    Exit.OK: "all ok",
    Exit.INTERNAL: "internal error (please report it)",
    Exit.USAGE: "usage error (arguments, folders, rules, SQL)",
    Exit.SOME_FAILED: "some inputs failed or were read in part",
    Exit.NOTHING_READ: "nothing could be read",
    Exit.CHECK_FAILED: "a check failed (rules check, validate)",
    Exit.INTERRUPTED: "interrupted, the archive is as it was",
}
