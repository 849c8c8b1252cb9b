"""The head against the digital signatures of the file: signer, body, day, integrity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import regex

from pipeline.audit.model import SURE, Found, Paper, Place, Row
from pipeline.audit.wording import bare
from pipeline.grammar.spelling import fold
from pipeline.link.signatures import SEALED_DAY, VIET_NAM, day_in_viet_nam
from pipeline.rulebook.checks import Check

_BORROWS = regex.compile(
    r"hội đồng|ban chỉ đạo|ban tổ chức|tổ |đoàn (?:công tác|kiểm tra)|văn phòng|ban quản lý"
)


def signature_date(paper: Paper, check: Check) -> Iterator[Found]:
    """The day of issue against the leader's signature and the body's seal: never before them."""
    issued, printed = paper.header["issued_on"], paper.head("issued_on")
    marks = [row for row in paper.of("signatures") if row["signed_at"] is not None]
    if not marks or issued is None or printed is None:
        return
    if SEALED_DAY in {item["rule"] for item in paper.header["evidence"]}:
        places = (printed, _place(marks[-1]))
        yield Found("not_checkable", places, None, f"{issued:%d/%m/%Y}", None, "day_of_seal")
        return
    leader = _leader(paper)
    own = [mark for mark in marks if mark in (leader, *_own_seals(paper))]
    if not own:
        places = (printed, _place(marks[0]))
        yield Found("not_checkable", places, None, f"{issued:%d/%m/%Y}", None, "other_signers")
        return
    witness = leader if leader in own and leader is not None else own[0]
    signed = _day(witness)
    late = (signed - issued).days
    places = (printed, _place(witness))
    expected, observed = f"≥ {signed:%d/%m/%Y}", f"{issued:%d/%m/%Y}"
    if late <= check.tolerance:
        yield Found("consistent", places, expected, observed, float(-late))
    elif witness is leader:
        yield Found("contradiction", places, expected, observed, float(-late))
    else:  # a seal may follow days later; the leader's own day is not known
        yield Found("not_checkable", places, expected, observed, None, "other_signers")


def signature_signer(paper: Paper, check: Check) -> Iterator[Found]:
    """The printed signer against the persons whose certificates signed the file."""
    name = paper.head("signer_name")
    people = [row for row in paper.of("signatures") if not row["is_body"] and row["signer"]]
    if name is None or not people:
        return
    leader = _leader(paper)
    others = ", ".join(dict.fromkeys(str(row["signer"]) for row in people))
    printed = str(paper.header["signer_name"])
    if leader is not None:
        yield Found("consistent", (name, _place(leader)), printed, str(leader["signer"]))
    elif _own_seals(paper) or not any(_by_then(paper, row) for row in people):
        # Who certified a copy or received the file signed it later; where the body sealed what was
        # signed in ink, the clerk (văn thư) signs beside the seal.
        yield Found(
            "not_checkable", (name, _place(people[0])), printed, others, None, "other_signers"
        )
    else:
        yield Found("contradiction", (name, _place(people[-1])), printed, others)


def signature_body(paper: Paper, check: Check) -> Iterator[Found]:
    """The printed issuer against the bodies that sealed the file."""
    issuer = paper.head("issuer")
    bodies = [row for row in paper.of("signatures") if row["is_body"]]
    if issuer is None or not bodies:
        return
    printed = str(paper.header["issuer"])
    own = _own_seals(paper)
    if own:
        yield Found("consistent", (issuer, _place(own[0])), printed, str(own[0]["signer"]))
        return
    seals = ", ".join(dict.fromkeys(str(row["signer"]) for row in bodies))
    places = (issuer, _place(bodies[0]))
    # A portal or the office that received the file seals it later; a council uses another's seal.
    if (
        _by_then(paper, bodies[0])
        and _leader(paper) is not None
        and not _BORROWS.search(fold(printed))
    ):
        yield Found("contradiction", places, printed, seals)
    else:
        yield Found("not_checkable", places, printed, seals, None, "other_signers")


def signature_intact(paper: Paper, check: Check) -> Iterator[Found]:
    """Whether the digests verify and nothing but signatures was added after signing."""
    for row in paper.of("signatures"):
        name = str(row["signer"] or row["field"])
        if row["intact"] is None:
            yield Found("not_checkable", (_place(row),), None, name, None, "not_verified")
        elif row["intact"] is False:
            yield Found("contradiction", (_place(row),), None, name)
        else:
            yield Found("consistent", (_place(row),), None, name)


def signed_before_cited(paper: Paper, check: Check) -> Iterator[Found]:
    """The leader's signature against the days of the documents that the text cites."""
    leader = _leader(paper)
    dated = [
        row for row in paper.of("citations")
        if row["cited_on"] is not None and row["confidence"] >= SURE
    ]  # fmt: skip
    if leader is None or leader["signed_at"] is None or not dated:
        return
    last = max(dated, key=lambda row: (row["cited_on"], -row["start"]))
    signed, cited = _day(leader), last["cited_on"]
    places = (paper.row("citations", last), _place(leader))
    expected, observed = f"≤ {signed:%d/%m/%Y}", f"{cited:%d/%m/%Y}"
    days = (cited - signed).days
    verdict = "contradiction" if days > check.tolerance else "consistent"
    yield Found(verdict, places, expected, observed, float(days))  # type: ignore[arg-type]


def _by_then(paper: Paper, row: Row) -> bool:
    """Whether a signature was set by the day of issue."""
    issued = paper.header["issued_on"]
    return issued is not None and row["signed_at"] is not None and bool(_day(row) <= issued)


def _leader(paper: Paper) -> Row | None:
    """The signature of the printed signer."""
    printed = bare(paper.header["signer_name"] or "")
    return next(
        (
            row for row in paper.of("signatures")
            if printed and not row["is_body"] and bare(row["signer"] or "") == printed
        ),
        None,
    )  # fmt: skip


def _own_seals(paper: Paper) -> Sequence[Row]:
    """The seals of the printed issuer."""
    printed = bare(paper.header["issuer"] or "")
    return [
        row for row in paper.of("signatures")
        if printed and row["is_body"] and (name := bare(row["signer"] or ""))
        and (printed in name or name in printed)
    ]  # fmt: skip


def _day(row: Row) -> dt.date:
    return day_in_viet_nam(row["signed_at"])


def _place(row: Row) -> Place:
    """A signature as evidence: it is no part of the text."""
    moment = row["signed_at"]
    when = f", {moment.astimezone(VIET_NAM):%d/%m/%Y %H:%M:%S}" if moment is not None else ""
    return Place("signatures", row["signature_id"], None, None, f"{row['signer']}{when}")
