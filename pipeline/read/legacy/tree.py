"""Decodes the texts of a web page in place, by the fonts that its elements and styles name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import regex

from pipeline.model import LOST
from pipeline.read.legacy.decode import decode_runs
from pipeline.read.legacy.evidence import UNICODE_LETTER
from pipeline.read.legacy.lines import dominant, needs_a_look
from pipeline.read.legacy.maps import font_code

_INLINE_NAMES = (
    "a abbr acronym b bdo big cite code em font i ins kbd label mark q s samp small span strike "
    "strong sub sup tt u var"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_SKIPPED = frozenset(("script", "style", "noscript", "template"))
_FAMILY = regex.compile(r"font-family\s*:\s*[\"']?\s*([^;,}\"']+)", regex.IGNORECASE)
_RULE = regex.compile(r"([^{}]{1,500})\{([^{}]{0,2000})\}")
_SELECTOR = regex.compile(r"(?:^|,)\s*(\w*(?:\.[\w-]+)?)\s*(?=,|$)")

# What a tree takes no text with: codes that are no letters, blanks of a typewriter apart.
_UNSHOWN = dict.fromkeys([*range(0x09), *range(0x0E, 0x20), 0xFFFE, 0xFFFF], LOST) | {
    0x0B: " ",
    0x0C: " ",
}


@dataclass(slots=True)
class _Place:
    """A text of the tree: of an element, or behind one."""

    element: Any
    side: Literal["text", "tail"]
    font: str | None

    @property
    def text(self) -> str:
        return getattr(self.element, self.side) or ""


def decode_tree(root: Any) -> Counter[str]:
    """Decode a page's texts where they are in a legacy encoding; the tree is changed.

    :returns: paragraphs by encoding (and by the code of other repairs), ``unicode`` among them;
        empty where nothing was decoded
    """
    sheets = _sheet_fonts(root)
    blocks = [block for block in _blocks(root, sheets) if any(p.text.strip() for p in block)]
    is_named = any(font_code(place.font) is not None for block in blocks for place in block)
    if not is_named and not any(needs_a_look(p.text) for block in blocks for p in block):
        return Counter()
    found: Counter[str] = Counter()
    undecided = []
    for block in blocks:
        used = _decode(block, None)
        if used:
            found.update(used)
        elif UNICODE_LETTER.search("".join(place.text for place in block)):
            found["unicode"] += 1
        else:
            undecided.append(block)
    prior = dominant(found)
    if prior is not None:
        for block in undecided:
            found.update(_decode(block, prior))
    return found if set(found) - {"unicode"} else Counter()


def _decode(block: list[_Place], prior: str | None) -> tuple[str, ...]:
    texts, used = decode_runs([(place.text, place.font) for place in block], prior)
    for place, text in zip(block, texts, strict=True):
        if text != place.text:
            setattr(place.element, place.side, text.translate(_UNSHOWN))
    return used


def _sheet_fonts(root: Any) -> dict[str, str]:
    """Fonts by element name and class (`p.MsoTitle`) from the page's style elements."""
    fonts: dict[str, str] = {}
    for sheet in root.iter("style"):
        for match in _RULE.finditer((sheet.text or "")[:200_000]):
            family = _FAMILY.search(match[2])
            if family:
                for selector in _SELECTOR.findall(match[1].strip()):
                    fonts[selector.lower()] = family[1].strip()
    return fonts


def _font(element: Any, sheets: dict[str, str], inherited: str | None) -> str | None:
    style = _FAMILY.search(element.get("style", ""))
    if style:
        return str(style[1]).strip()
    if element.tag == "font" and element.get("face"):
        return str(element.get("face")).partition(",")[0].strip()
    if not sheets:
        return inherited
    for name in element.get("class", "").lower().split():
        own = sheets.get(f"{element.tag}.{name}") or sheets.get(f".{name}")
        if own:
            return own
    return sheets.get(element.tag, inherited)


def _blocks(root: Any, sheets: dict[str, str]) -> Iterator[list[_Place]]:
    """Texts of the page by paragraph: inline elements do not end one."""
    block: list[_Place] = []
    # (element, font around it, whether it ends): a stack, since pages nest without limit
    stack: list[tuple[Any, str | None, bool]] = [(root, None, False)]
    while stack:
        element, around, ends = stack.pop()
        is_block = element.tag not in _INLINE
        if ends:
            if is_block and block:
                yield block
                block = []
            if element is not root:
                block.append(_Place(element, "tail", around))
            continue
        if not isinstance(element.tag, str) or element.tag in _SKIPPED:
            if element is not root:
                block.append(_Place(element, "tail", around))
            continue
        if is_block and block:
            yield block
            block = []
        font = _font(element, sheets, around)
        block.append(_Place(element, "text", font))
        stack.append((element, around, True))
        stack.extend((child, font, False) for child in reversed(element))
    if block:
        yield block
