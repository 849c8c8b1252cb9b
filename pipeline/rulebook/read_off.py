"""Reads off an expression the letters that its matches hold, begin with and end with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from pipeline.rulebook.demands import END, ENOUGH, START, STRANGE, Strings, shortest, weight

_BLANKS = re.compile(" +")
_ENDS = re.compile(f"{END}(?: *{END})+")
_MOST_EXACT = 24  # spellings of one stretch that are followed
_MOST_HEADS = 640  # beginnings that are told apart
_BARE = re.compile(r"[^\\()\[\]{}|*+?.^$]")
_COUNT = re.compile(r"\{(\d+)(,?)(\d*)\}")
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|:|>|[a-z]*(?:-[a-z]+)?:|P=\w+\)|[a-z]+\)|<?[=!]))?")
_LINES = re.compile(r"\(\?[a-z]*m[a-z]*[-:]")  # scoped flags with MULTILINE
_SET_MEMBER = re.compile(r"\\[pP]\{\w+\}|\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL)

NOTHING: Strings = frozenset({""})
_BLANK, _DIGIT = frozenset({" "}), frozenset({"0"})


class NotUnderstood(Exception):
    """The source holds what this reader does not know."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is known of a stretch of a pattern.

    ``exact`` are all its spellings (None: not known); every spelling begins with one of ``head``
    and ends with one of ``tail``; the text of every match holds one of ``within`` (None: nothing
    is known).
    """

    exact: Strings | None = None
    within: Strings | None = None
    head: Strings = NOTHING
    tail: Strings = NOTHING

    @property
    def needs(self) -> Strings | None:
        """Strings of which the text of every match holds one; None where nothing is known."""
        spelled = None if self.exact is None or "" in self.exact else shortest(self.exact)
        if spelled is None or self.within is None:
            return spelled or self.within
        return max(spelled, self.within, key=weight)


_ANY = Piece()
_EMPTY = Piece(NOTHING)


class Reader:
    """Reads an expression from left to right."""

    def __init__(self, source: str, *, runs: bool = False, starts: bool = False) -> None:
        """Of the module ``regex``, without the flags VERBOSE and VERSION1.

        :param runs: a run of digits is read as one
        :param starts: where the start of the text is asked for, :data:`START` is a letter
        """
        self.source = source
        self.begin = _known(frozenset({START})) if starts else _EMPTY
        self.at = 0
        self.single = frozenset({_BLANK, _DIGIT}) if runs else frozenset({_BLANK})

    def whole(self) -> Piece:
        """What is known of the whole expression.

        :raises NotUnderstood: it holds what this reader does not know
        """
        piece = self.alternation()
        if self.at < len(self.source):
            raise NotUnderstood
        return piece

    def alternation(self) -> Piece:
        branches = [self.row()]
        while self.source.startswith("|", self.at):
            self.at += 1
            branches.append(self.row())
        return _either(branches)

    def row(self) -> Piece:
        row = _Row(self.single)
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            piece = self.item()
            least, most = self.count()
            row.add(piece, least, most)
        return row.piece()

    def count(self) -> tuple[int, int | None]:
        """(least, most) of the quantifier that follows; its lazy or possessive mark is passed."""
        here, found = self.source[self.at : self.at + 1], _COUNT.match(self.source, self.at)
        if here and here in "*+?":
            self.at += 1
            least, most = {"*": (0, None), "+": (1, None), "?": (0, 1)}[here]
        elif found is not None:
            self.at = found.end()
            least = int(found[1])
            most = least if not found[2] else int(found[3]) if found[3] else None
        elif here == "{":
            raise NotUnderstood
        else:
            return 1, 1
        if self.source[self.at : self.at + 1] in ("?", "+"):
            self.at += 1
        return least, most

    def item(self) -> Piece:
        letter = self.source[self.at]
        if letter == "(":
            return self.group()
        if letter == "[":
            return self.letters()
        if letter == "\\":
            member = _SET_MEMBER.match(self.source, self.at)
            if member is None:
                raise NotUnderstood
            self.at = member.end()
            return self.begin if member.group() == r"\A" else _escaped(member.group())
        self.at += 1
        if letter in "^$":
            return self.begin if letter == "^" else _THE_END
        if letter == ".":
            return _ANY
        if not _BARE.match(letter):
            raise NotUnderstood
        return _letter(letter)

    def group(self) -> Piece:
        opening = _GROUP.match(self.source, self.at)
        if opening is None:
            raise NotUnderstood
        self.at = opening.end()
        text = opening.group()
        if text.endswith(")"):  # a reference back, or flags for what follows
            if "m" in text and not text.startswith("(?P="):  # ends of lines, too
                raise NotUnderstood
            return _ANY if text.startswith("(?P=") else _EMPTY
        if text == "(" and self.source.startswith("?", self.at):
            raise NotUnderstood
        if _LINES.match(text):
            raise NotUnderstood
        inner = self.alternation()
        if not self.source.startswith(")", self.at):
            raise NotUnderstood
        self.at += 1
        if text == "(?=":  # what is seen ahead is in the text too, but takes no room
            return Piece(NOTHING, inner.needs)
        return _EMPTY if text.endswith(("=", "!")) else inner

    def letters(self) -> Piece:
        """A set ``[...]``: its letters, where they are few and written out."""
        self.at += 1
        negated = self.source.startswith("^", self.at)
        self.at += negated
        members: list[str] = []
        while members == [] or not self.source.startswith("]", self.at):
            member = _SET_MEMBER.match(self.source, self.at)
            if member is None or member.group() == "[":
                raise NotUnderstood
            members.append(member.group())
            self.at = member.end()
        self.at += 1
        if negated:
            return _ANY
        pieces: list[Piece] = []
        index = 0
        while index < len(members):
            if members[index + 1 : index + 2] == ["-"] and index + 2 < len(members):
                is_digits = members[index].isdecimal() and members[index + 2].isdecimal()
                pieces.append(_letter("0") if is_digits else _ANY)
                index += 3
            else:
                text = members[index]
                pieces.append(_escaped(text) if text[0] == "\\" else _letter(text))
                index += 1
        return _either(pieces)


class _Row:
    """Pieces one behind the other; what stands side by side is joined as far as it is known."""

    def __init__(self, single: frozenset[Strings]) -> None:
        """``single``: what stands for a run of itself."""
        self._single = single
        self._exact: Strings | None = NOTHING
        self._head, self._is_head_open = NOTHING, True
        self._tail = NOTHING
        self._found: list[Strings] = []

    def add(self, piece: Piece, least: int, most: int | None) -> None:
        """The next piece, ``least`` to ``most`` times (None: any number)."""
        if least and piece.within is not None:
            self._found.append(piece.within)
        exact = piece.exact
        if exact == NOTHING:
            return
        if exact in self._single:  # blanks are one in the outline, however many
            self._join(exact if least else exact | NOTHING)
        elif exact is not None and (least, most) == (1, 1):
            self._join(exact)
        elif exact is not None and (least, most) == (0, 1):
            self._join(exact | NOTHING)
        elif not least:
            self._pass(piece.tail)
        elif exact is None:
            self._break(piece.head, piece.tail)
        else:  # the first time it stands beside what is before, the last beside what follows
            is_end = any(END in string for string in exact)
            times = min(least, ENOUGH) if len(exact) == 1 and not is_end else 1
            repeated = frozenset(string * times for string in exact)
            if most == times:
                self._join(repeated)
            else:
                self._break(repeated, repeated)

    def _join(self, exact: Strings) -> None:
        """A piece of which all spellings are known."""
        self._exact = None if self._exact is None else _behind(self._exact, exact)
        if self._is_head_open:
            if self._head <= _BLANK | NOTHING and self._single > {_BLANK}:
                self._head = NOTHING  # an opening has no leading blanks
            head = _behind(self._head, exact, _MOST_HEADS)
            if head is None:
                head = _behind(self._head, _cut(exact, head=True), _MOST_HEADS)
                self._is_head_open = False
            self._head = head or self._head
        tail = _behind(self._tail, exact)
        if tail is None:
            self._keep(self._tail)
            tail = _cut(exact, head=False)
            self._keep(exact)
        # what ends in a shorter string is no more to ask for, whatever follows
        self._tail = frozenset(s for s in tail if not any(s[i:] in tail for i in range(1, len(s))))

    def _break(self, head: Strings, tail: Strings) -> None:
        """A piece of which only the beginning and the end are known."""
        self._join(head)
        self._keep(self._tail)
        self._exact, self._is_head_open = None, False
        self._tail = _cut(tail, head=False)

    def _pass(self, tail: Strings) -> None:
        """A piece that may be missing: the row ends as before it, or as the piece does."""
        self._keep(self._tail)
        self._exact, self._is_head_open = None, False
        self._tail = _cut(self._tail | tail, head=False)

    def _keep(self, strings: Strings) -> None:
        if "" not in strings:
            self._found.append(strings)

    def piece(self) -> Piece:
        self._keep(self._tail)
        within = max(map(shortest, self._found), key=weight, default=None)
        return Piece(self._exact, within, self._head, self._tail)


def _behind(left: Strings, right: Strings, most: int = _MOST_EXACT) -> Strings | None:
    """Each of the right behind each of the left; None where these are too many."""
    if len(left) * len(right) > most:
        return None
    return frozenset(_one_end(_BLANKS.sub(" ", a + b)) for a, b in product(left, right))


def _one_end(string: str) -> str:
    return _ENDS.sub(END, string) if END in string else string


def _either(branches: Iterable[Piece]) -> Piece:
    """One of several pieces."""
    pieces = list(branches)
    if len(pieces) == 1:
        return pieces[0]
    exact = [piece.exact for piece in pieces if piece.exact is not None]
    needs = [strings for piece in pieces if (strings := piece.needs) is not None]
    return Piece(
        _joined(exact) if len(exact) == len(pieces) else None,
        shortest(_joined(needs)) if len(needs) == len(pieces) else None,
        _cut(_joined(piece.head for piece in pieces), head=True),
        _cut(_joined(piece.tail for piece in pieces), head=False),
    )


def _cut(strings: Strings, *, head: bool) -> Strings:
    """Beginnings or ends in as many letters as keep them few."""
    for length in (ENOUGH, 4, 3, 2, 1) if head else (ENOUGH, 4):  # an end is joined with more
        cut = frozenset(string[:length] if head else string[-length:] for string in strings)
        if len(cut) <= (_MOST_HEADS if head else _MOST_EXACT):
            return cut
    return NOTHING


def _joined(sets: Iterable[Strings]) -> Strings:
    return frozenset(string for strings in sets for string in strings)


def _escaped(text: str) -> Piece:
    if text.startswith("\\u"):
        return _letter(chr(int(text[2:], 16)))
    known = {"d": _letter("0"), "s": _letter(" "), "n": _letter(" "), "t": _letter(" ")}
    letter = text[1]
    if letter in known:
        return known[letter]
    if letter in "AZbB":
        return _THE_END if letter == "Z" else _EMPTY
    if letter in "DSWwpP":
        return _ANY
    if letter.isalnum():
        raise NotUnderstood
    return _letter(letter)


def _letter(letter: str) -> Piece:
    if letter.isdecimal():
        letter = "0"
    folded = " " if letter.isspace() else letter.casefold()
    if len(folded) != 1 or STRANGE.match(folded):
        raise NotUnderstood
    return _known(frozenset({folded}))


def _known(exact: Strings) -> Piece:
    return Piece(exact, None, exact, exact)


_THE_END = _known(frozenset({f" {END}"}))
