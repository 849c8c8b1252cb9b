"""Number, day, body and title with which a document is cited against the document itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import regex

from pipeline.audit.across.model import Desk, columns, head_site, site
from pipeline.audit.model import Found
from pipeline.grammar.spelling import fold
from pipeline.grammar.symbols import normalise_symbol
from pipeline.layout.pieces import without_marks
from pipeline.resolve.candidates import number_and_day
from pipeline.rulebook import Rulebook
from pipeline.rulebook.checks import Check
from pipeline.rulebook.derived import derived

_WORD = regex.compile(r"\p{L}+")
_LEAST = 5  # words of a title that says enough
_AGREES, _DIFFERS = 0.6, 0.3  # shares of the shorter title's words that the longer one has
# Words that all titles have.
_PLAIN = frozenset(
    word
    for line in (
        "về việc ban hành phê duyệt quy định quyết kế hoạch thực hiện triển khai tổ chức công tác",
        "một số các của và cho trong năm tỉnh đối với theo tại hướng dẫn chế",
    )
    for word in line.split()
)


def cited_document(desk: Desk, check: Check) -> Iterator[Found]:
    """Number and day of each citation whose document the archive holds.

    Citations that agree with a document but for one thing are findings of `congvan resolve`.
    """
    for row in desk.select(_cited("doc_number")):
        own = head_site(row)
        if own is None:
            continue
        places = (site(row, "", "citations"), own)
        expected = number_and_day(row["number"], row["issued"])
        yield Found(
            "consistent", places, expected, number_and_day(row["cited_number"], row["cited_on"])
        )


def cited_body(desk: Desk, check: Check) -> Iterator[Found]:
    """The body named with a citation against the body that issued the document.

    Two bodies contradict each other if both are of a kind that symbols have codes for (UBND, SNV,
    LĐLĐ) and the cited number itself bears the code of the issuer, not of the one named.
    """
    for row in desk.select(_cited("issuer")):
        own = head_site(row)
        if own is None or not row["cited_issuer"] or not row["body"]:
            continue
        places = (site(row, "", "citations"), own)
        words = (" ".join(own.quote.split()), " ".join(row["cited_issuer"].split()))
        if row["body"] == row["own_body"]:
            yield Found("consistent", places, *words)
            continue
        if _is_other_body(row, desk.rules):
            yield Found("contradiction", places, *words)
        else:
            yield Found("not_checkable", places, *words, None, "other_name")
    # No link is made to a paper of another body; the symbol tells that the body is the slip.
    for row in desk.select(_UNLINKED):
        own = head_site(row)
        areas = (row["body"] or "").partition("|")[2], row["own_body"].partition("|")[2]
        if own is not None and areas[0] == areas[1] and _is_other_body(row, desk.rules):
            words = (" ".join(own.quote.split()), " ".join(row["cited_issuer"].split()))
            yield Found("contradiction", (site(row, "", "citations"), own), *words)


def _is_other_body(row: Mapping[str, Any], rules: Rulebook) -> bool:
    """Whether the body named cannot issue under the cited number, and the document's own can.

    One body may send in what another one has drawn up (theo đề nghị của ... tại Tờ trình).
    """
    named, issued = _kind(row["body"], rules), _kind(row["own_body"], rules)
    symbol = normalise_symbol(row["cited_number"], rules)
    code = symbol.issuer_code if symbol is not None else None
    coded = _codes(rules).get(code or "", frozenset())
    is_other = bool(named and issued) and issued in coded and named not in coded
    return is_other and row["cited_type"] != "TTr"


def cited_title(desk: Desk, check: Check) -> Iterator[Found]:
    """The title given to a cited document against its subject (trích yếu)."""
    for row in desk.select(_cited("subject")):
        own = head_site(row)
        if own is None or not row["cited_title"]:
            continue
        places = (site(row, "", "citations"), own)
        words = (" ".join(row["subject"].split()), " ".join(row["cited_title"].split()))
        # The title as cited may run on into its sentence, or be cut short.
        told, subject = _content(row["cited_title"]), _content(row["subject"])
        start = _start(row["cited_title"])
        if _share(told, subject) >= _AGREES:
            yield Found("consistent", places, *words)
        elif _share(start, subject) <= _DIFFERS and len(start) >= _LEAST <= len(subject):
            yield Found("contradiction", places, *words)
        else:
            yield Found("not_checkable", places, *words, None, "other_words")


def _cited(field: str) -> str:
    """Citations of held documents with the words of a field of their heads."""
    return f"""
        SELECT {columns("c", "")}, c.cited_number, c.cited_on, c.cited_issuer, c.cited_title,
               c.cited_type, c.body, d.number, d.issued, d.body AS own_body, d.subject,
               {columns("h", "h_")}
        FROM cites c JOIN papers d ON d.doc_id = c.cited_doc_id
        LEFT JOIN heads h ON h.doc_id = c.cited_doc_id AND h.field = '{field}'
        WHERE NOT d.is_draft ORDER BY c.doc_id, c.start, c.row_id
    """


# Citations of no held document, with the only one of the same number and day.
_UNLINKED = f"""
    SELECT {columns("c", "")}, c.cited_number, c.cited_on, c.cited_issuer, c.cited_type, c.body,
           d.body AS own_body, {columns("h", "h_")}
    FROM cites c JOIN papers d ON d.number = c.cited_number AND d.issued = c.cited_on
    LEFT JOIN heads h ON h.doc_id = d.doc_id AND h.field = 'issuer'
    WHERE c.cited_doc_id IS NULL AND c.cited_issuer IS NOT NULL AND d.body IS NOT NULL
      AND NOT d.is_draft AND d.doc_id <> c.doc_id
    QUALIFY count(*) OVER (PARTITION BY c.row_id) = 1
    ORDER BY c.doc_id, c.start, c.row_id
"""


def _content(title: str) -> set[str]:
    return {without_marks(w) for w in _WORD.findall(fold(title)) if w not in _PLAIN}


def _start(title: str) -> set[str]:
    """The words of the first clauses of a title; what follows may be its sentence."""
    words: set[str] = set()
    for clause in title.split(","):
        words |= _content(clause)
        if len(words) >= _LEAST:
            break
    return words


def _share(one: set[str], other: set[str]) -> float:
    """What two sets of words have in common, of the smaller one; 1 where one is empty."""
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else 1.0


def _kind(key: str, rules: Rulebook) -> str:
    """The name of an issuer code that a key of a body is, or begins with; "" for none."""
    unit = key.partition("|")[0]
    hits = [name for name in _kinds(rules) if unit == name or unit.startswith(f"{name} ")]
    return max(hits, key=len, default="")


@derived
def _kinds(rules: Rulebook) -> frozenset[str]:
    return frozenset(name for names in _codes(rules).values() for name in names)


@derived
def _codes(rules: Rulebook) -> dict[str, frozenset[str]]:
    """Issuer codes with the bodies they stand for, folded, marks aside, places left out."""
    found: dict[str, frozenset[str]] = {}
    for row in rules.lexicon("issuer_codes").rows:
        names = frozenset(without_marks(fold(name.strip())) for name in row["name"].split(";"))
        found[row["code"]] = found.get(row["code"], frozenset()) | names
    return found
