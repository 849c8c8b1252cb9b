"""Documents as the search for a cited document sees them: number, day, body and place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.grammar.spelling import fold
from pipeline.grammar.symbol_codes import symbol_codes
from pipeline.grammar.symbols import normalise_symbol
from pipeline.resolve.provinces import provinces
from pipeline.rulebook.derived import derived

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

_SEPARATORS = re.compile(r"(?:(?<!\s)\s+)?[-–—/]\s*")
_BLANKS = re.compile(r"\s+")
_LEADING_ZEROS = re.compile(r"\A0+(?=\d)")
_HEAD = re.compile(r"\d+(?:\.\d+)?(?:[^\W\d_](?![^\W\d_]))?")
_TERM = re.compile(r"\d+\Z")
_EVERYWHERE = re.compile(r"việt nam|trung ương")
# Central party committee and provincial ones: their numbers run through a congress term.
_PARTY = frozenset({"TW", "TU"})
_CAPITAL = "Hà Nội"
_OF_AREA = re.compile(r"\b(?:thành phố|huyện|quận|xã|phường|sở|ubnd|ủy ban nhân dân)\b")
_CENTRAL = frozenset({"central", "ministry"})


@dataclass(frozen=True, slots=True)
class Number:
    """A document number taken apart.

    ``key`` is the same for all ways to write one number (`05-CT/TW`, `5/CT-TW`); ``bare`` is the
    key without the year inside the number.  ``head`` is the number with its suffix letter (`7c`).
    ``is_party`` numbers run through a congress term, others restart each year.
    """

    text: str
    key: str
    bare: str
    head: str
    year: int | None
    type_code: str | None
    issuer_code: str | None
    is_party: bool

    @property
    def symbol(self) -> str:
        """What follows the number and year, as in ``bare``."""
        return self.bare[len(self.head) :].lstrip("-")


@dataclass(frozen=True, slots=True)
class Paper:
    """A dispatch that others may cite.  ``scope`` is the issuer and the body above it, folded."""

    doc_id: str
    number: Number | None
    doc_type: str | None
    issued_on: dt.date | None
    issuer: str
    scope: str
    province: str | None
    is_draft: bool
    row: Mapping[str, Any]

    @property
    def year(self) -> int | None:
        """The year of issue, from the day or else from inside the number."""
        if self.issued_on is not None:
            return self.issued_on.year
        return self.number.year if self.number is not None else None


def read_papers(rows: Iterable[Mapping[str, Any]], rules: Rulebook) -> tuple[Paper, ...]:
    """The documents of an archive (rows of ``documents``), in order of their ids."""
    return tuple(_paper(row, rules) for row in sorted(rows, key=lambda row: str(row["doc_id"])))


def _paper(row: Mapping[str, Any], rules: Rulebook) -> Paper:
    issuer, parent = fold(row["issuer"] or ""), fold(row["parent_issuer"] or "")
    scope = f"{issuer}, {parent}".strip(", ")
    known = provinces(rules)
    place = known.one(scope)
    if place is None and not is_nationwide(issuer, rules):
        seat = known.one(fold(row["place"] or ""))
        # Bodies of the whole country sit in the capital; what names no area there may be one.
        place = seat if seat != _CAPITAL or _OF_AREA.search(issuer) else None
    return Paper(
        doc_id=row["doc_id"],
        number=read_number(row["doc_number"], rules),
        doc_type=row["doc_type"],
        issued_on=row["issued_on"],
        issuer=issuer,
        scope=scope,
        province=place,
        is_draft=bool(row["is_draft"]),
        row=row,
    )


def read_number(text: str | None, rules: Rulebook) -> Number | None:
    """A number as the tables hold it, taken apart; None where it is blank or missing."""
    if not text or not text[0].isdigit():
        return None
    symbol = normalise_symbol(text, rules)
    year = symbol.year if symbol is not None else None
    key = _LEADING_ZEROS.sub("", _SEPARATORS.sub("-", _BLANKS.sub("", fold(text))))
    bare = key.replace(f"-{year}-", "-", 1) if year is not None else key
    found = _HEAD.match(bare)
    head = found.group() if found is not None else bare
    rest = bare[len(head) :]
    if rest and not rest.startswith("-"):  # 12NQ/HĐNN8, the number glued to its type
        bare = f"{head}-{rest}"
    return Number(
        text=text,
        key=key,
        bare=bare,
        head=head,
        year=year,
        type_code=symbol.type_code if symbol is not None else None,
        issuer_code=symbol.issuer_code if symbol is not None else None,
        is_party=symbol is not None and (symbol.style == "party" or symbol.issuer_code in _PARTY),
    )


def is_type(code: str, rules: Rulebook) -> bool:
    """Whether a code is that of a type of document (QĐ, HD, TTr), letter for letter."""
    return code in symbol_codes(rules).types


def is_national(code: str | None, rules: Rulebook) -> bool:
    """Whether an issuer code belongs to one body of the whole country (CP, TTg, TLĐ).

    UBND, SNV, LĐLĐ stand for a body in every province.
    """
    if code is None:
        return False
    first = _SEPARATORS.split(code)[0]
    return {first, _TERM.sub("", first)} & _national_codes(rules) != set()  # QH15, HĐNN8


def is_nationwide(issuer: str, rules: Rulebook) -> bool:
    """Whether a folded issuer is a body of the whole country, wherever it has its seat."""
    return bool(_EVERYWHERE.search(issuer)) or issuer in _national_names(rules)


@derived
def _national_codes(rules: Rulebook) -> frozenset[str]:
    return frozenset(
        row["code"]
        for row in rules.lexicon("issuers").rows
        if row["level"] in _CENTRAL or _EVERYWHERE.search(fold(row["name"]))
    )


@derived
def _national_names(rules: Rulebook) -> frozenset[str]:
    return frozenset(
        fold(row["name"]) for row in rules.lexicon("issuers").rows if row["level"] in _CENTRAL
    )
