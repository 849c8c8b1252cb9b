"""The part of a sentence that speaks of one figure: its clause, brackets stepped over."""

from __future__ import annotations

from pipeline.extract.figures.passage import Passage


def left_segment(passage: Passage, position: int) -> tuple[str, int]:
    """(folded words from the clause's start to ``position``, where they start).

    Closed brackets are blanked, letter for letter; an open bracket is where the segment begins.
    """
    start = passage.clause(position)[0]
    words = passage.folded[start:position]
    if "(" not in words and ")" not in words:
        return words, start
    letters = list(words)
    depth = 0
    for at in range(len(letters) - 1, -1, -1):
        if letters[at] == ")":
            depth += 1
            letters[at] = " "
        elif letters[at] == "(":
            if depth == 0:
                return "".join(letters[at + 1 :]), start + at + 1
            depth -= 1
            letters[at] = " "
        elif depth:
            letters[at] = " "
    return "".join(letters), start


def right_segment(passage: Passage, position: int) -> tuple[str, int]:
    """(folded words from ``position`` to the clause's end, ``position``); brackets are blanked.

    From inside a bracket the segment goes on behind its end, where the predicate may stand.
    """
    end = passage.sentence(position)[1]
    words = passage.folded[position:end]
    if "(" not in words and ")" not in words:
        return words.partition(";")[0], position
    letters = list(words)
    depth = 0
    for at, letter in enumerate(letters):
        if letter == "(":
            depth += 1
        if letter == ";" and depth == 0:
            return "".join(letters[:at]), position
        if depth or letter == ")":
            letters[at] = " "
        if letter == ")" and depth:
            depth -= 1
    return "".join(letters), position
