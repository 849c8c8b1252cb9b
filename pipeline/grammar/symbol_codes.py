"""Known codes of document symbols, and the way from a misread code to the right one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.rulebook.derived import derived

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class SymbolCodes:
    """Type and issuer codes; ``folded`` maps lead from a code without Đ and case to the code."""

    types: frozenset[str]
    issuers: frozenset[str]
    folded_types: Mapping[str, str]
    folded_issuers: Mapping[str, str]

    def canonical(self, group: str, *, first: bool) -> str | None:
        """The known code that ``group`` stands for, None if there is none or more than one.

        Đ and D are told apart where both are codes (HĐ, HD); else the bar that a scan lost is put
        back (LĐLD -> LĐLĐ).  Only the ``first`` group can be a type.
        """
        if group in self.issuers or (first and group in self.types):
            return group
        key = folded(group)
        if first and key in self.folded_types:
            return self.folded_types[key]
        return self.folded_issuers.get(key)


# Types told from an issuer by their case alone: TTH is Trường Tiểu học or Thừa Thiên Huế.
_EXACT = frozenset({"TTh"})


def folded(code: str) -> str:
    """Key under which codes that a scan confuses are one: no Đ, no case."""
    return code.replace("Đ", "D").replace("đ", "d").upper()


@derived
def symbol_codes(rules: Rulebook) -> SymbolCodes:
    """The codes of a rulebook."""
    listed = rules.lexicon("doc_types").column("code")
    # Compounds (QĐ-UBND) and shapes with a term (QH{k}) are no single group of a symbol.
    types = frozenset(code for code in listed if code.isalpha())
    issuers = frozenset(rules.lexicon("issuer_codes").column("code"))
    return SymbolCodes(types, issuers, _unambiguous(types - _EXACT), _unambiguous(issuers))


def _unambiguous(codes: Iterable[str]) -> dict[str, str]:
    by_key: dict[str, list[str]] = {}
    for code in sorted(codes):
        by_key.setdefault(folded(code), []).append(code)
    return {key: found[0] for key, found in by_key.items() if len(found) == 1}
