"""Known codes of document symbols, and the way from a misread code to the right one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.rulebook.derived import derived

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

# Reference text_defects 4: what recognition takes for each other in capitals.
_LOOK_ALIKES = str.maketrans({"0": "O", "Q": "O", "W": "V"})
_LONG = 4  # letters: in shorter codes one sign makes another code


@dataclass(frozen=True, slots=True)
class SymbolCodes:
    """Type and issuer codes; ``folded`` maps lead from a code without Đ and case to the code,
    ``alike`` from a long one with one sign for all that look alike."""

    types: frozenset[str]
    issuers: frozenset[str]
    folded_types: Mapping[str, str]
    folded_issuers: Mapping[str, str]
    alike_issuers: Mapping[str, str]

    def canonical(self, group: str, *, first: bool) -> str | None:
        """The known code that ``group`` stands for, None if there is none or more than one.

        Đ and D are told apart where both are codes (HĐ, HD); else the bar that a scan lost is put
        back (LĐLD -> LĐLĐ), and in long codes the signs that it takes for each other (UBOLV ->
        UBQLV).  Only the ``first`` group can be a type.
        """
        if group in self.issuers or (first and group in self.types):
            return group
        key = folded(group)
        if first and key in self.folded_types:
            return self.folded_types[key]
        return self.folded_issuers.get(key) or self.alike_issuers.get(_alike(key))


# Types told from an issuer by their case alone: TTH is Trường Tiểu học or Thừa Thiên Huế.
_EXACT = frozenset({"TTh"})


def folded(code: str) -> str:
    """Key under which codes that a scan confuses are one: no Đ, no case."""
    return code.replace("Đ", "D").replace("đ", "d").upper()


def _alike(key: str) -> str:
    """Key under which long codes are one whose signs a scan confuses; short ones never are."""
    return key.translate(_LOOK_ALIKES) if len(key) >= _LONG else ""


@derived
def symbol_codes(rules: Rulebook) -> SymbolCodes:
    """The codes of a rulebook."""
    listed = rules.lexicon("doc_types").column("code")
    # Compounds (QĐ-UBND) and shapes with a term (QH{k}) are no single group of a symbol.
    types = frozenset(code for code in listed if code.isalpha())
    issuers = frozenset(rules.lexicon("issuer_codes").column("code"))
    return SymbolCodes(
        types,
        issuers,
        _unambiguous(types - _EXACT, folded),
        _unambiguous(issuers, folded),
        _unambiguous(
            (code for code in issuers if len(code) >= _LONG), lambda code: _alike(folded(code))
        ),
    )


def _unambiguous(codes: Iterable[str], key_of: Callable[[str], str]) -> dict[str, str]:
    by_key: dict[str, list[str]] = {}
    for code in sorted(codes):
        by_key.setdefault(key_of(code), []).append(code)
    return {key: found[0] for key, found in by_key.items() if len(found) == 1}
