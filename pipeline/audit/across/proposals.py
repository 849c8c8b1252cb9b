"""A proposal (tờ trình, biên bản) against what it became: who was added, dropped, changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import regex
from rapidfuzz.distance import OSA

from pipeline.audit.across.model import Desk, columns, site
from pipeline.audit.across.quoted import is_near
from pipeline.audit.model import Found, Row, number
from pipeline.grammar.spelling import fold
from pipeline.layout.pieces import without_marks
from pipeline.resolve.posts import read_post
from pipeline.resolve.units import read_chain
from pipeline.rulebook import Rulebook
from pipeline.rulebook.checks import Check

_WORD = regex.compile(r"\w+")
_YEAR = 366  # days from a proposal to the decision on it

# Pairs of documents: the later one cites the earlier, or the same people stand in both for the
# same award; minutes lead to a proposal, proposals to a decision.
_LINKS = f"""
    WITH nominated AS MATERIALIZED (
      SELECT a.*, p.doc_type, p.issued, p.body FROM people a JOIN papers p USING (doc_id)
      WHERE a.role = 'nominee' AND NOT p.is_draft
    ), became AS MATERIALIZED (
      SELECT a.*, p.doc_type, p.issued, p.cites_proposals, p.is_draft FROM people a
      JOIN papers p USING (doc_id)
      WHERE (a.role = 'awardee' AND p.doc_type = 'QĐ')
        OR (a.role = 'nominee' AND p.doc_type <> 'BB' AND NOT p.is_draft)
    ), cited AS (
      SELECT DISTINCT c.cited_doc_id AS early, c.doc_id AS late, true AS is_cited
      FROM cites c
      WHERE c.cited_doc_id IN (SELECT doc_id FROM nominated)
        AND c.doc_id IN (SELECT doc_id FROM became WHERE role = 'awardee')
    ), shared AS (
      SELECT n.doc_id AS early, w.doc_id AS late, false AS is_cited
      FROM nominated n JOIN became w
        ON w.entity_id = n.entity_id AND w.award = n.award AND w.doc_id <> n.doc_id
        AND w.issued >= n.issued AND w.issued <= n.issued + {_YEAR}
        AND (w.role = 'awardee' OR n.doc_type = 'BB')
        AND (w.giver = n.giver OR w.giver = '' OR n.giver = '')
      GROUP BY ALL HAVING count(DISTINCT n.row_id) >= 2
    ), enough AS (
      SELECT s.* FROM shared s
      WHERE (SELECT count(DISTINCT n.row_id) FROM nominated n JOIN became w
               ON w.entity_id = n.entity_id AND w.doc_id = s.late WHERE n.doc_id = s.early)
        >= 0.5 * (SELECT count(*) FROM nominated n WHERE n.doc_id = s.early)
        AND NOT EXISTS (SELECT 1 FROM cited c WHERE c.early = s.early AND c.late = s.late)
    ), links AS MATERIALIZED (SELECT * FROM cited UNION ALL SELECT * FROM enough)
"""


def proposal_dropped(desk: Desk, check: Check) -> Iterator[Found]:
    """Each kind of nominees of a proposal against the list of the decision on it."""
    rows = desk.select(f"""{_LINKS}
        SELECT k.early, k.late, {columns("n", "")}, n.kind, n.name, n.name_key,
               (SELECT count(DISTINCT o.doc_id) FROM people o WHERE o.entity_id = n.entity_id)
                 AS papers,
               {columns("w", "w_")}, w.name AS w_name,
               EXISTS (SELECT 1 FROM links o JOIN people x ON x.doc_id = o.late
                       JOIN papers y ON y.doc_id = x.doc_id AND NOT y.is_draft
                       WHERE o.early = k.early AND o.late <> k.late
                         AND x.entity_id = n.entity_id AND x.role = 'awardee') AS is_elsewhere,
               l.is_whole, {_first()}
        FROM links k JOIN nominated n ON n.doc_id = k.early
        LEFT JOIN became w ON w.doc_id = k.late AND w.kind = n.kind
          AND (w.entity_id = n.entity_id OR w.name_key = n.name_key)
        LEFT JOIN (SELECT doc_id, kind, bool_and(is_whole) AS is_whole,
                          {_any_first()} FROM lists GROUP BY doc_id, kind) l
          ON l.doc_id = k.late AND l.kind = n.kind
        ORDER BY k.early, k.late, n.kind, n.start, n.row_id, w.start
    """)
    for _, same in groupby(rows, lambda row: (row["early"], row["late"], row["kind"])):
        nominees = [next(of) for _, of in groupby(same, lambda row: row["row_id"])]
        yield from _dropped(nominees)


def _dropped(rows: Sequence[Row]) -> Iterator[Found]:
    kept = [row for row in rows if row["w_row_id"] is not None]
    lost = [row for row in rows if row["w_row_id"] is None and not row["is_elsewhere"]]
    if not lost:
        if kept:
            first, last = kept[0], kept[-1]
            ends = [site(first, "", "awardees"), site(first, "w_", "awardees")]
            if last is not first:
                ends += [site(last, "", "awardees"), site(last, "w_", "awardees")]
            yield Found("consistent", tuple(ends), number(len(rows)), number(len(kept)))
        return
    if rows[0]["first_row_id"] is None:
        yield Found("not_checkable", (site(lost[0], "", "awardees"),), number(len(rows)), None,
                    None, "other_decision")  # fmt: skip
        return
    for row in lost:
        # A name that other papers have too was surely read.
        place = site(row, "", "awardees", 1.0 if row["papers"] > 1 else None)
        places = (place, site(row, "first_", "awardees"))
        if row["is_whole"] and kept:
            yield Found("contradiction", places, row["name"])
        else:
            reason = "list_incomplete" if not row["is_whole"] else "other_decision"
            yield Found("not_checkable", places, row["name"], None, None, reason)


def proposal_added(desk: Desk, check: Check) -> Iterator[Found]:
    """Awardees of a decision whom the one proposal that it rests on does not name."""
    rows = desk.select(f"""{_LINKS}, late_ones AS MATERIALIZED (
          SELECT k.early, k.late, w.row_id AS who, w.kind, w.entity_id, w.name_key
          FROM links k JOIN became w ON w.doc_id = k.late
        ), named AS MATERIALIZED (
          SELECT w.early, w.late, w.who, {columns("n", "n_")} FROM late_ones w
          JOIN nominated n ON n.doc_id = w.early AND n.kind = w.kind AND n.entity_id = w.entity_id
          UNION ALL
          SELECT w.early, w.late, w.who, {columns("n", "n_")} FROM late_ones w
          JOIN nominated n ON n.doc_id = w.early AND n.kind = w.kind AND n.name_key = w.name_key
        )
        SELECT k.early, k.late, k.is_cited, {columns("w", "")}, w.kind, w.name, w.role,
               w.cites_proposals, COLUMNS('^n_'), l.is_whole, {_first()},
               o.proposals
        FROM links k JOIN became w ON w.doc_id = k.late
        JOIN (SELECT late, count(*) AS proposals FROM links GROUP BY late) o ON o.late = k.late
        JOIN (SELECT doc_id, kind, bool_and(is_whole) AS is_whole, {_any_first()}
              FROM lists WHERE role = 'nominee' GROUP BY doc_id, kind) l
          ON l.doc_id = k.early AND l.kind = w.kind
        LEFT JOIN named n ON n.early = k.early AND n.late = k.late AND n.who = w.row_id
        ORDER BY k.early, k.late, w.kind, w.start, w.row_id, n.n_start
    """)
    for _, same in groupby(rows, lambda row: (row["early"], row["late"], row["kind"])):
        awardees = [next(of) for _, of in groupby(same, lambda row: row["row_id"])]
        new = [row for row in awardees if row["n_row_id"] is None]
        if not new:
            row = awardees[0]
            places = (site(row, "", "awardees"), site(row, "n_", "awardees"))
            yield Found("consistent", places, number(len(awardees)), number(len(awardees)))
        for row in new:
            places = (site(row, "", "awardees"), site(row, "first_", "awardees"))
            reason = ""
            if not row["is_whole"]:
                reason = "list_incomplete"
            elif row["proposals"] > 1 or row["cites_proposals"] > 1 or not row["is_cited"]:
                reason = "other_proposals"
            if reason:
                yield Found("not_checkable", places, None, row["name"], None, reason)
            else:
                yield Found("contradiction", places, None, row["name"])


def proposal_name(desk: Desk, check: Check) -> Iterator[Found]:
    """A nominee and an awardee of one workplace whose names differ by a slip of the pen."""
    for rows in _pairs(desk):
        old, new = _unmatched(rows)
        for nominee in old:
            near = [
                awardee for awardee in new
                if awardee["kind"] == nominee["kind"] == "person"
                and is_near(nominee["name_key"], awardee["name_key"])
                and _alike(_seat(nominee), _seat(awardee))
            ]  # fmt: skip
            if len(near) == 1:
                places = (site(near[0], "", "awardees"), site(nominee, "", "awardees"))
                yield Found("contradiction", places, nominee["name"], near[0]["name"])
        same = [pair for pair in _matched(rows) if pair[0]["kind"] == "person"]
        for nominee, awardee in same:
            if fold(nominee["name"]) != fold(awardee["name"]):
                places = (site(awardee, "", "awardees"), site(nominee, "", "awardees"))
                yield Found("contradiction", places, nominee["name"], awardee["name"])
        if same and all(fold(a["name"]) == fold(b["name"]) for a, b in same):
            nominee, awardee = same[0]
            places = (site(awardee, "", "awardees"), site(nominee, "", "awardees"))
            yield Found("consistent", places, number(len(same)), number(len(same)))


def proposal_post(desk: Desk, check: Check) -> Iterator[Found]:
    """The post of a nominee against that in the decision: another rank, or another kind of work."""
    for rows in _pairs(desk):
        held = 0
        for nominee, awardee in _matched(rows):
            if nominee["position"] is None or awardee["position"] is None:
                continue
            places = (site(awardee, "", "awardees"), site(nominee, "", "awardees"))
            if _other_post(nominee["position"], awardee["position"]):
                yield Found("contradiction", places, nominee["position"], awardee["position"])
            else:
                held += 1
                sample = Found("consistent", places, nominee["position"], awardee["position"])
        if held:
            yield sample


def proposal_wording(desk: Desk, check: Check) -> Iterator[Found]:
    """Names of bodies, posts and workplaces that stand otherwise in the decision than proposed.

    Abbreviations and words left out (`tỉnh X` in X's own papers) are no other wording, and letters
    that a scan may have misread are not either.
    """
    for rows in _pairs(desk):
        held = None
        for nominee, awardee in _matched(rows):
            one, other = _printed(nominee), _printed(awardee)
            left, right = _own_words(one, other)
            if _only_shorter(one, other, left, right) and _own_words(
                _comparable(nominee, desk.rules), _comparable(awardee, desk.rules)
            ) == ([], []):
                left = right = []
            sure = min(nominee["sure"], awardee["sure"])
            # Words of its own on both sides: no line that a scan lost, no letter that it misread.
            read = 1.0 if left and right else sure
            places = (
                site(awardee, "", "awardees", read), site(nominee, "", "awardees", read)
            )  # fmt: skip
            if not left and not right:
                held = held or Found("consistent", places, one, other)
            else:
                yield Found("contradiction", places, one, other)
        if held is not None:
            yield held


def _pairs(desk: Desk) -> Iterator[list[Row]]:
    """The people of each pair of documents, those of the earlier one with `is_early`."""
    rows = desk.select(f"""{_LINKS}
        SELECT k.early, k.late, true AS is_early, {_plain()}
        FROM links k JOIN nominated x ON x.doc_id = k.early
        UNION ALL
        SELECT k.early, k.late, false, {_plain()}
        FROM links k JOIN became x ON x.doc_id = k.late WHERE NOT x.is_draft
        ORDER BY early, late, is_early DESC, "start", row_id
    """)
    for _, same in groupby(rows, lambda row: (row["early"], row["late"])):
        yield list(same)


def _plain() -> str:
    names = ("row_id", "doc_id", "start", "end", "quote", "sure", "name", "name_key", "kind",
             "entity_id", "position", "workplace")  # fmt: skip
    return ", ".join(f'x."{name}"' for name in names)


def _matched(rows: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Nominees with the awardee that is surely the same: the one of its entity or name."""
    late = [row for row in rows if not row["is_early"]]
    found = []
    for nominee in rows:
        if not nominee["is_early"]:
            continue
        same = [row for row in late if _is_same(nominee, row)]
        if len(same) == 1:
            found.append((nominee, same[0]))
    return found


def _unmatched(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    early = [row for row in rows if row["is_early"]]
    late = [row for row in rows if not row["is_early"]]
    return (
        [one for one in early if not any(_is_same(one, other) for other in late)],
        [other for other in late if not any(_is_same(one, other) for one in early)],
    )


def _is_same(one: Row, other: Row) -> bool:
    if one["kind"] != other["kind"]:
        return False
    if one["entity_id"] is not None and one["entity_id"] == other["entity_id"]:
        return True
    return bool(one["name_key"] == other["name_key"])


def _seat(row: Row) -> str:
    return f"{row['position'] or ''} {row['workplace'] or ''}"


def _printed(row: Row) -> str:
    parts = (row["name"] if row["kind"] == "collective" else None, row["position"],
             row["workplace"])  # fmt: skip
    return ", ".join(" ".join(part.split()).strip(" ./;,") for part in parts if part)


def _only_shorter(one: str, other: str, left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one text only leaves words out, or has them as an abbreviation (UBND)."""
    capitals = {fold(word) for word in _WORD.findall(f"{one} {other}") if word.isupper()}
    return not left or not right or any(set(own) <= capitals for own in (left, right))


def _comparable(row: Row, rules: Rulebook) -> str:
    """Post and bodies with short forms written out, the province left out."""
    body = ", ".join(
        part for part in (row["name"] if row["kind"] == "collective" else None, row["workplace"])
        if part
    )  # fmt: skip
    chain = read_chain(body.strip(" ./;,"), None, rules, merged=False)
    return " ".join([read_post(row["position"]).words, *(unit.key for unit in chain.units)])


def _other_post(one: str, other: str) -> bool:
    left, right = read_post(one), read_post(other)
    if left.rank != right.rank:
        return True
    return not set(left.words.split()) & set(right.words.split())


def _alike(one: str, other: str) -> bool:
    left, right = _own_words(one, other)
    words = len(_WORD.findall(one)) + len(_WORD.findall(other))
    return words > 0 and len(left) + len(right) <= 0.25 * words


def _own_words(one: str, other: str) -> tuple[list[str], list[str]]:
    """The words that only one of two texts has, a letter wrong in either aside."""
    left = _WORD.findall(without_marks(fold(one)))
    right = _WORD.findall(without_marks(fold(other)))
    rest = list(right)
    own = []
    for word in left:
        hit = next((w for w in rest if w == word), None) or next(
            (w for w in rest if len(w) > 2 and OSA.distance(w, word) <= 1), None
        )
        if hit is None:
            own.append(word)
        else:
            rest.remove(hit)
    return own, rest


def _first() -> str:
    return ", ".join(f"l.first_{n}" for n in
                     ("row_id", "doc_id", "start", "end", "quote", "sure"))  # fmt: skip


def _any_first() -> str:
    names = ("row_id", "doc_id", "start", "end", "quote", "sure")
    return ", ".join(f"arg_min(first_{n}, first_start) AS first_{n}" for n in names)
