"""The body or officer that confers, as printed beside the verb or behind the award's name."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from pipeline.extract.figures.lexicon import figure_words
from pipeline.extract.figures.nouns import is_abbreviation
from pipeline.extract.figures.passage import Passage
from pipeline.rulebook import Rulebook

_DAY = regex.compile(r"\d/\d")
_LONGEST = 110  # letters of a body's name with its superior bodies


def body_after(passage: Passage, position: int, rules: Rulebook) -> str | None:
    """``Bằng khen của Chủ tịch UBND tỉnh cho ...``: the body behind ``của``."""
    hit = rules.pattern("figure.award_of").on(passage.folded).match(passage.folded, position)
    if hit is None:
        return None
    return _body(passage, hit.start("body"), hit.end("body"), rules)


def agent_before(passage: Passage, start: int, verb: int, rules: Rulebook) -> str | None:
    """``được AUTHORITY tặng``: what stands between the last được or do and the verb."""
    verb = _behind_name(passage, verb)
    start = max(start, verb - _LONGEST)
    hits = list(rules.pattern("figure.passive").regex.finditer(passage.folded, start, verb))
    return _body(passage, hits[-1].end(), verb, rules) if hits else None


def subject_before(passage: Passage, start: int, verb: int, rules: Rulebook) -> str | None:
    """``LĐLĐ tỉnh tặng``: the body since the last comma, bracket or passive word."""
    verb = _behind_name(passage, verb)
    considered = rules.pattern("figure.considered").regex.search(
        passage.folded, max(start, verb - _LONGEST), verb
    )
    if considered is not None:
        verb = considered.start()
    named = [m.span() for m in _whole_names(passage, start, verb, rules)]
    edges = rules.pattern("figure.subject_edge").regex.finditer(passage.folded, start, verb)
    hits = [e for e in edges if not any(a < e.start() < b for a, b in named)]
    for index in range(len(hits) - 1, -1, -1):
        hit = hits[index]
        body = _body(passage, hit.end(), verb, rules)
        if body is not None and hit.group().strip() == "và":
            first = hits[index - 1].end() if index else start
            if _body(passage, first, hit.start(), rules) is not None:  # `UBND tỉnh và LĐLĐ tỉnh`
                return _body(passage, first, verb, rules) or body
        if body is not None or hit.group().strip() != "và":
            return body  # `Sở Khoa học và Công nghệ`: the name may begin before its `và`
    return _body(passage, start, verb, rules)


def _whole_names(
    passage: Passage, start: int, end: int, rules: Rulebook
) -> Iterator[regex.Match[str]]:
    """Names with a comma inside, at which no subject begins: `Sở Văn hóa, Thể thao và Du lịch`."""
    return rules.pattern("body.whole_name").regex.finditer(passage.view, start, end)


def _behind_name(passage: Passage, verb: int) -> int:
    """Where the verb begins: in `Y tế Cẩm Phong tặng` a capital makes `Phong` part of the name."""
    is_name = passage.folded.startswith("phong ", verb) and passage.view[verb].isupper()
    return verb + len("phong ") if is_name else verb


def _body(passage: Passage, start: int, end: int, rules: Rulebook) -> str | None:
    """The name that begins with the first unit or post printed like a name in ``start:end``."""
    words = figure_words(rules)
    texts, starts = passage.tokens
    tail = rules.pattern("figure.before_verb").regex.search(passage.folded, start, end)
    if tail is not None:
        end = tail.start()
    index = passage.index_at(start)
    while index < len(texts) and starts[index] < end:
        meeting = rules.pattern("counts.bodies_meeting").regex.match(passage.folded, starts[index])
        if meeting is not None:
            index = passage.index_at(meeting.end() - 1) + 1
            continue
        text = texts[index]
        printed = passage.view[starts[index] : starts[index] + len(text)]
        if printed[0].isupper() and (
            words.heads.at(texts, index)
            or words.posts.at(texts, index)
            or text in ("tổng", "ủy")
            or (len(printed) > 2 and is_abbreviation(printed) and not words.nouns.at(texts, index))
        ):
            break
        if text == "các":
            break
        if text in ("hội", "ủy", "liên", "ban") and words.heads.at(texts, index):
            break
        index += 1
    else:
        return None
    name = " ".join(passage.view[starts[index] : end].split()).strip(' ,;:-“”"')
    verb = rules.pattern("counts.bodies_verb").regex.search(name)
    name = name[: verb.start()] if verb is not None else name
    if _DAY.search(name) or rules.pattern("counts.bodies_meets").regex.search(name):
        return None  # the words of a cited decision, or who meets to consider it, not a body
    if not name or len(name) > _LONGEST or name.lower() in ("các cấp", "các cấp, các ngành", "các"):
        return None
    # a deputy signs or hands over for the head, and gives nothing of his own
    none = ("các cấp", "các ngành", "phó ", "thứ trưởng")
    return None if name.lower().startswith(none) else name
