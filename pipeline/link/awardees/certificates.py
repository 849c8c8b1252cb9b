"""The certificate of an award itself (giấy khen, bằng khen): who is named below its title.

Such a sheet has no article and no reasons: a giver in capitals, the name of the award in a line of
its own, one person or body with post and unit in the lines below, and the merit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.awards import awards_in_words
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.giver import sole_givers
from pipeline.link.awardees.clauses.years import year_said
from pipeline.link.awardees.recipients.names import Named, read_entry
from pipeline.link.awardees.walk import Walk
from pipeline.link.deciding import as_written
from pipeline.model import AwardMention
from pipeline.rulebook import Rulebook

_SURE = 0.9
_MOST_LETTERS, _NAMED_WITHIN, _MERIT_WITHIN = 3000, 6, 6  # of a sheet; lines below its title, name
_GIVER_LINES = 3
_NOT_ON_IT = frozenset({"basis", "appendix", "table"})


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    words: str


def take_certificate(walk: Walk) -> bool:
    """The row of a document that is the certificate of an award; False for any other document."""
    blocks = walk.dispatch.blocks
    text = walk.dispatch.text.text
    is_short = bool(blocks) and blocks[-1].end - blocks[0].start <= _MOST_LETTERS
    if not is_short or any(b.kind in _NOT_ON_IT or b.view.startswith("Điều ") for b in blocks):
        return False
    lines = _lines(text, blocks[0].start, blocks[-1].end)
    found = False
    for number, line in enumerate(lines):
        title = (
            walk.rules.pattern("awardees.certificates_title").regex.fullmatch(line.words)
            if line.words.isupper()
            else None
        )
        if title is None or not walk.rules.pattern("awardees.certificates_on_it").regex.match(
            title["award"]
        ):
            continue
        giver = _giver_above([above.words for above in lines[:number]], walk.rules)
        found |= _take_sheet(walk, lines[number + 1 :], title["award"], giver)
    return found


def _giver_above(above: Sequence[str], rules: Rulebook) -> str | None:
    """The post and body, in capitals, right above the title."""
    while above and rules.pattern("awardees.certificates_verb").regex.fullmatch(above[-1]):
        above = above[:-1]
    for lines in range(1, _GIVER_LINES + 1):
        if lines > len(above) or not above[-lines].isupper():
            return None
        if rules.pattern("awardees.certificates_gives").regex.match(above[-lines]):
            return " ".join(above[-lines:])
    return None


def _lines(text: str, start: int, end: int) -> list[_Line]:
    lines, at = [], start
    for line in text[start:end].split("\n"):
        if words := line.strip():
            lines.append(_Line(at + len(line) - len(line.lstrip()), words))
        at += len(line) + 1
    return lines


def _take_sheet(walk: Walk, below: Sequence[_Line], title: str, above: str | None) -> bool:
    givers: list[str] = []
    is_next = False  # a line `Tặng:` tells that the next names who gets it
    for number, line in enumerate(below[:_NAMED_WITHIN]):
        merit = _merit(below, number + 1, walk.rules)
        if (
            walk.rules.pattern("awardees.certificates_merit").regex.match(line.words)
            or merit is None
        ):
            return False
        posts = [post.words for post in below[number + 1 : merit]]
        named = _named(walk, line, posts, is_next=is_next)
        if named is not None:
            said = " ".join(found.words for found in below[merit : merit + _MERIT_WITHIN])
            award = _award(walk, title, said)
            if award is not None:
                clause = _clause(walk, award, line.start, said, " ".join(givers) or above)
                walk.rows.add(
                    named.at_most(_SURE), "awardee", clause, None,
                    is_duplicate=False, rule="awardee.certificate",
                )  # fmt: skip
            return award is not None
        is_next = (
            walk.rules.pattern("awardees.certificates_verb").regex.fullmatch(line.words) is not None
        )
        if not is_next and not line.words.isupper():
            return False
        if not is_next:
            givers.append(line.words)
    return False


def _merit(below: Sequence[_Line], first: int, rules: Rulebook) -> int | None:
    """The line below the name that says what for; that it is there tells such a sheet."""
    numbered = enumerate(below[first : first + _MERIT_WITHIN], first)
    return next(
        (
            n
            for n, line in numbered
            if rules.pattern("awardees.certificates_merit").regex.match(line.words)
        ),
        None,
    )


def _named(walk: Walk, line: _Line, posts: Sequence[str], *, is_next: bool) -> Named | None:
    """Who the line names, with the lines below it as if commas parted them."""
    verb = walk.rules.pattern("awardees.certificates_verb").regex.match(line.words)
    at = verb.end() if verb is not None else 0
    label = walk.rules.pattern("awardees.certificates_label").regex.match(line.words, at)
    at = label.end() if label is not None else at
    words = walk.rules.pattern("awardees.certificates_colon").regex.sub(
        lambda hit: hit["called"].ljust(len(hit[0])), line.words[at:], count=1
    )
    if label is None and verb is None and not is_next and _is_giver(walk, words):
        return None
    behind = [
        walk.rules.pattern("awardees.certificates_class").regex.sub(
            r"\g<of> ",
            walk.rules.pattern("awardees.certificates_post_label").regex.sub("", post, count=1),
        )
        for post in posts
    ]
    return read_entry(", ".join([words.rstrip(" ,;.:"), *behind]), line.start + at, walk.rules)


def _is_giver(walk: Walk, words: str) -> bool:
    """A body in capitals that nothing introduces gives the award, a person in capitals gets it."""
    named = read_entry(words, 0, walk.rules)
    return words.isupper() and (named is None or named.kind == "collective")


def _award(walk: Walk, title: str, merit: str) -> AwardMention | None:
    words = (
        merit
        if walk.rules.pattern("awardees.certificates_attests").regex.fullmatch(title)
        else title
    )
    return next(iter(awards_in_words(words, walk.rules)), None)


def _clause(
    walk: Walk, award: AwardMention, start: int, merit: str, giver: str | None
) -> AwardClause:
    deciding, rules = walk.deciding, walk.rules
    by_law = sole_givers(rules).get(award.award)
    own = as_written(giver, walk.dispatch, rules) if giver else deciding.body
    cited = [c.cited_number for c in walk.citations if c.cited_type == "QĐ" and c.cited_number]
    return AwardClause(
        start, start, award.award, award.award_name, award.grade, by_law or own,
        deciding.number or next(iter(cited), None),
        year_said(merit, 0, 0, len(merit), rules) or deciding.year, "awardee", _SURE,
    )  # fmt: skip
