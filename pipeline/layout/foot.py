"""Read the foot of a dispatch: the signature block and the copies (Nơi nhận).

The two stand side by side and are read in either order (reference: document_format 6 and 7).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.layout.advisory_posts import held_post, is_below_seal
from pipeline.layout.copies import read_copies
from pipeline.layout.foot_beside import beside_copies
from pipeline.layout.foot_columns import columns_apart
from pipeline.layout.foot_lines import printed_lines
from pipeline.layout.joint_signers import apart, stacks
from pipeline.layout.lost_label import first_copy
from pipeline.layout.misread_foot import with_right_lines
from pipeline.layout.misread_names import as_recognised, name_below_rest
from pipeline.layout.names import signer_name
from pipeline.layout.pieces import Piece, is_capitals
from pipeline.layout.posts import (
    authority_put_right,
    is_post,
    post_put_right,
)
from pipeline.model import Field
from pipeline.rulebook import Rulebook

# Lines between the post and the name: blanks, a seal, `(Đã ký)`.
_LONGEST_GAP = 10
_BESIDE = 3  # lines between the label of the copies and the first of the signature beside it
_CHAIR = ("chủ toạ", "chủ tọa", "chủ trì")
_SECRETARY = ("thư ký", "thư kí")
_SIGNED_BEHIND = regex.compile(r"\s*\(\s*(?:đã\s+)?ký\s*\)[\s|]*$", regex.IGNORECASE)
_SCRAWL = regex.compile(r"\p{Ll}|\d")  # in a line that is all but in capitals
_WORD = regex.compile(r"\p{L}{2}")


@dataclass(frozen=True, slots=True)
class FootLines:
    """What the foot says, and which pieces (by their start) say it; ``cells``: its lines apart."""

    authority: Field | None = None
    title: Field | None = None
    name: Field | None = None
    copies: tuple[Field, ...] = ()
    signature: frozenset[int] = frozenset()
    copied: frozenset[int] = frozenset()
    cells: tuple[Piece, ...] = ()


def read_foot(
    pieces: Sequence[Piece],
    first: int,
    rules: Rulebook,
    recognised: frozenset[int] = frozenset(),
) -> FootLines:
    """Read the foot from the lines of the main part from line number ``first`` on.

    :param recognised: numbers of the pages that were recognised: surnames there may be misread
    """
    as_read = {p.start: p for p in pieces}
    if recognised:
        pieces = with_right_lines(pieces, first, recognised, rules)
    lines = columns_apart(
        apart(
            printed_lines(
                beside_copies(
                    [p for p in pieces if p.line >= first and not p.is_blank and p.cell is None],
                    rules,
                ),
                rules,
            )
        )
    )
    posts = _post_groups(lines, rules)
    own = _end_of_own(lines, posts, rules)
    if own is not None:
        lines = [piece for piece in lines if _height(piece) < own]
        posts = _post_groups(lines, rules)
    copies_at = _last(lines, rules.pattern("layout.copies").regex)
    group = _chosen(lines, posts, copies_at, rules)
    if copies_at is not None:
        group = [*_over_copies(lines, posts, group, copies_at, rules), *group]
    signature: set[int] = set()
    authority = title = name = None
    if group:
        signers = stacks([lines[i] for i in group])
        authority, title = _authority_and_title(signers[0], rules)
        if title is not None:
            title = replace(title, value=post_put_right(title.value, rules))
        if authority is not None:
            authority = replace(authority, value=authority_put_right(authority.value, rules))
        signature.update(lines[i].start for i in group)
        name_at = _name_below(lines, group, rules)
        if name_at is not None and not _all_named(lines, name_at, len(signers), rules):
            name_at = None  # whose name it is cannot be told
        if name_at is not None:
            name = signer_name(
                lines[name_at], rules, is_signed=_is_below_mark(lines, name_at, rules)
            )
            signature.update(
                p.start for p in lines[group[-1] + 1 : name_at + 1] if _is_signed_mark(p, rules)
            )
            signature.add(lines[name_at].start)
    else:
        name_at = _name_without_post(lines, rules)
        if name_at is None:
            name_at = name_below_rest(lines, copies_at, recognised, rules)
        if name_at is not None:
            name = signer_name(lines[name_at], rules) or signer_name(
                lines[name_at], rules, is_signed=True
            )
            signature.add(lines[name_at].start)
    if name and name_at is not None and lines[name_at].page in recognised:
        name = as_recognised(name, as_read.get(lines[name_at].start), rules)
    copies: tuple[Field, ...] = ()
    copied: frozenset[int] = frozenset()
    if copies_at is not None:
        copies, copied = read_copies(lines, copies_at, signature, rules)
    elif recognised and (first_item := first_copy(lines, rules)):
        copies, copied = read_copies(lines, first_item - 1, signature, rules, has_label=False)
    cells = tuple(
        as_read[p.start] if p.start in as_read and as_read[p.start].end == p.end else p
        for p in lines
        if p.start in signature or p.start in copied or p.column
    )
    return FootLines(authority, title, name, copies, frozenset(signature), copied, cells)


def _end_of_own(
    lines: Sequence[Piece], groups: list[list[int]], rules: Rulebook
) -> tuple[float, float] | None:
    """The height at which what is not the paper's own begins below its signature: a regulation that
    it encloses, or the mark of a true copy beside who made it, may have a foot too."""
    ends = [rules.pattern(f"layout.{rule}").regex for rule in ("appendix_parent", "copy_mark")]
    named = next((g for g in groups if _name_below(lines, g, rules) is not None), None)
    if named is None:
        return None
    signed = _height(lines[named[-1]])
    return min(
        (_height(p) for p in lines if _height(p) > signed and any(e.search(p.text) for e in ends)),
        default=None,
    )


def _height(piece: Piece) -> tuple[float, float]:
    """How far down a line stands: on its page, or in plain text, whatever its column."""
    return (piece.page, piece.line if piece.box is None else piece.box[1])


def _name_without_post(lines: Sequence[Piece], rules: Rulebook) -> int | None:
    """The last name that stands beside `(Đã ký)`, or in capitals at the very end behind a sentence:
    the first decrees name no post of the signer.
    """
    last = len(lines) - 1
    if (
        last > 0
        and is_capitals(lines[last].text)
        and lines[last - 1].text.rstrip().endswith(".")
        and signer_name(lines[last], rules) is not None
    ):
        return last
    for index in range(len(lines) - 1, -1, -1):
        beside = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
        is_signed = any(_is_signed_mark(piece, rules) for piece in beside)
        name = signer_name(lines[index], rules, is_signed=is_signed)
        if name is not None and (is_signed or _SIGNED_BEHIND.search(lines[index].text)):
            return index
    return None


def _last(lines: Sequence[Piece], pattern: regex.Pattern[str]) -> int | None:
    return next((i for i in range(len(lines) - 1, -1, -1) if pattern.search(lines[i].text)), None)


def _post_groups(lines: Sequence[Piece], rules: Rulebook) -> list[list[int]]:
    """Runs of lines, in one column, that name an authority or a post in capitals."""
    authority = rules.pattern("layout.authority").regex
    basis = rules.pattern("layout.basis").regex
    written_authority = rules.pattern("layout.written_authority")
    written_post = rules.pattern("layout.written_post")
    groups: list[list[int]] = []
    for index, piece in enumerate(lines):
        if len(piece.text) > 80 or piece.text.endswith((":", ";")):
            continue
        opens = is_capitals(piece.text) and authority.search(piece.text) is not None
        opens = opens or written_authority.on(piece.text).search(piece.text) is not None
        post = is_post(piece.text, rules) or (
            index + 1 < len(lines)
            and piece.text[:1].isupper()
            and written_post.on(piece.text).search(piece.text) is not None
            and _is_signed_mark(lines[index + 1], rules)
        )
        if groups and _is_next(lines, groups[-1][-1], index):
            before = lines[groups[-1][-1]]
            same = before.column == piece.column and before.page == piece.page
            wrapped = is_capitals(piece.text) and not piece.text.startswith(("-", "*"))
            wrapped = wrapped and not _is_signed_mark(piece, rules) and _is_printed(piece.text)
            if same and (
                opens
                or post
                or (wrapped and signer_name(piece, rules) is None)
                or written_post.on(piece.text).search(piece.text)
            ):
                groups[-1].append(index)
                continue
        if post and groups and is_below_seal(lines, groups[-1], index, rules):
            groups[-1].append(index)
        elif opens or post:
            groups.append([index])
    return [g for g in groups if not _before_basis(lines, g, basis)]


def _is_printed(capitals: str) -> bool:
    """Whether a line in capitals is print, and not a seal or a signature read as letters."""
    return _SCRAWL.search(capitals) is None and _WORD.search(capitals) is not None


def _is_next(lines: Sequence[Piece], last: int, index: int) -> bool:
    """True if nothing stands between two lines but the other column, read line by line."""
    between = lines[last + 1 : index]
    return all(piece.column not in ("", lines[index].column) for piece in between)


def _before_basis(lines: Sequence[Piece], group: list[int], basis: regex.Pattern[str]) -> bool:
    after = group[-1] + 1
    return after < len(lines) and basis.search(lines[after].text) is not None


def _chosen(
    lines: Sequence[Piece], groups: list[list[int]], copies_at: int | None, rules: Rulebook
) -> list[int]:
    """The group of the signer: with a name below it, near the copies, the last one in minutes."""
    named = [g for g in groups if _name_below(lines, g, rules) is not None]
    authority = rules.pattern("layout.authority").regex
    candidates = named or [
        g
        for g in groups
        if authority.search(lines[g[0]].text)
        or lines[g[0]].column == "right"
        or (copies_at is not None and g[0] > copies_at)
    ]
    if not candidates and groups and groups[-1][-1] == len(lines) - 1:
        candidates = groups[-1:]  # a draft names the post alone, at its very end
    if copies_at is not None:
        near = [g for g in candidates if abs(g[0] - copies_at) <= 30]
        candidates = near or candidates
    if not candidates:
        return []
    chair = [g for g in candidates if _signs_as(lines, g, _CHAIR)]
    chosen = (chair or candidates)[-1]
    beside = [] if copies_at is None else _beside(lines, candidates, copies_at)
    if beside and not chair:
        chosen = beside[-1]  # a further row, below it, is that of another body
    if not chair and _signs_as(lines, chosen, _SECRETARY):
        # the chair signs the minutes, also where his name was not read
        chair = [g for g in groups if _signs_as(lines, g, _CHAIR) and abs(g[0] - chosen[0]) <= 30]
    return chair[-1] if chair else chosen


def _over_copies(
    lines: Sequence[Piece], groups: list[list[int]], chosen: list[int], at: int, rules: Rulebook
) -> list[int]:
    """An authority alone right above the label of the copies, whose post stands behind them: the
    foot is a table of two rows, or the copies are in a frame.
    """
    authority = rules.pattern("layout.authority").regex
    lone = next((g for g in groups if g[-1] + 1 == at), None)
    if not chosen or lone is None or chosen[0] <= at:
        return []
    if authority.search(lines[chosen[0]].text) or not authority.search(lines[lone[-1]].text):
        return []
    between = lines[at + 1 : chosen[0]]
    opens_copy = bool(between) and between[0].text.lstrip().startswith(("-", "–", "+", "•"))
    return lone if opens_copy or not between else []


def _beside(lines: Sequence[Piece], groups: list[list[int]], copies_at: int) -> list[list[int]]:
    """The groups in the other column that begin beside the label of the copies."""
    label = lines[copies_at]
    return [
        g
        for g in groups
        if lines[g[0]].page == label.page
        and lines[g[0]].column != label.column
        and abs(lines[g[0]].line - label.line) <= _BESIDE
    ]


def _signs_as(lines: Sequence[Piece], group: list[int], posts: tuple[str, ...]) -> bool:
    return lines[group[-1]].text.casefold().startswith(posts)


def _authority_and_title(
    group: Sequence[Piece], rules: Rulebook
) -> tuple[Field | None, Field | None]:
    """Split the stack: the post that is signed in, what stands above it the authority."""
    pattern = rules.pattern("layout.authority").regex
    written = rules.pattern("layout.written_authority").regex
    posts = rules.pattern("layout.written_post").regex
    starts = [
        i
        for i, p in enumerate(group)
        if i == 0
        or any(form.search(p.text) for form in (pattern, written, posts))
        or is_post(p.text, rules)
    ]
    starts = [i for i in starts if not _is_in_charge(group, i, pattern)]
    last = starts[-1]
    if any(form.search(group[last].text) for form in (pattern, written)) and not group[
        last
    ].text.upper().startswith("Q"):
        return _join(group, "foot.authority"), None
    first, end = held_post(group, starts, rules)
    title = _join(group[first:end], "foot.title")
    return (_join(group[:first], "foot.authority") if first else None), title


def _is_in_charge(group: Sequence[Piece], index: int, authority: regex.Pattern[str]) -> bool:
    """``PHÓ CHI CỤC TRƯỞNG | PHỤ TRÁCH``: the deputy in charge, one post on two lines."""
    if not index or not group[index].text.startswith("PHỤ TRÁCH"):
        return False
    above = group[index - 1].text
    return above.startswith("PHÓ ") and authority.search(above) is None


def _join(pieces: Sequence[Piece], rule: str) -> Field:
    value = " ".join(" ".join(p.text.strip(" *").lstrip(".,'") for p in pieces).split())
    value = _SIGNED_BEHIND.sub("", value)
    return Field(value, pieces[0].start, pieces[-1].end, rule)


def _name_below(lines: Sequence[Piece], group: list[int], rules: Rulebook) -> int | None:
    column, page = lines[group[-1]].column, lines[group[-1]].page
    seen = 0
    for index in range(group[-1] + 1, len(lines)):
        piece = lines[index]
        if piece.column != column and column and piece.column:
            continue
        if piece.page > page + 1:
            return None
        is_signed = _is_below_mark(lines, index, rules)
        if signer_name(piece, rules, is_signed=is_signed) is not None:
            return index
        if rules.pattern("layout.copies").regex.search(piece.text):
            continue
        if piece.text.startswith(("-", "–")) or _is_signed_mark(piece, rules):
            continue
        if len(piece.text) > 60 or is_post(piece.text, rules):
            return None
        seen += 1
        if seen > _LONGEST_GAP:
            return None
    return None


def _all_named(lines: Sequence[Piece], first: int, signers: int, rules: Rulebook) -> bool:
    """Whether as many names follow each other as there are signers above them."""
    following = [piece for piece in lines[first:] if not _is_signed_mark(piece, rules)]
    names = following[:signers]
    return signers == 1 or (
        len(names) == signers and all(signer_name(piece, rules) is not None for piece in names)
    )


def _is_below_mark(lines: Sequence[Piece], index: int, rules: Rulebook) -> bool:
    """Whether `(Đã ký)` stands right above a line, in its column."""
    above = lines[index - 1] if index else None
    return above is not None and above.column == lines[index].column and _is_signed_mark(
        above, rules
    )  # fmt: skip


def _is_signed_mark(piece: Piece, rules: Rulebook) -> bool:
    return rules.pattern("layout.signed_mark").regex.search(piece.text) is not None
