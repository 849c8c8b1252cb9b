"""Walks the tokens of Rich Text: groups and their state, paragraphs, cells, rows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from pipeline.model import RawLine
from pipeline.read.edge_grid import MAX_CELLS, EdgeCell, EdgeRow, grid_cells
from pipeline.read.grid import grid_lines
from pipeline.read.legacy.maps import takes_soft_hyphen
from pipeline.read.office_pages import PAGE_BREAK
from pipeline.read.office_runs import Encodings, FaceRun
from pipeline.read.rtf.tokens import Font, Token, character, tokens

_MAX_DEPTH = 2000
_LONGEST_NAME = 100  # characters of a font's name
_SKIPPED_WORDS = (
    "colortbl stylesheet info pict object objdata fldinst datafield xe tc rxe listname nonshppict "
    "shprslt revtbl generator filetbl annotation atnid atnauthor ftnsep ftnsepc ftncn sn sv sp "
    "bkmkstart bkmkend nesttableprops listtable listoverridetable themedata latentstyles "
    "pgdsctbl xmlnstbl private1 private macpict comment"
)
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
# LibreOffice marks its notes as something that older programs may leave out.
_KEPT_STARRED = frozenset(("fldrslt", "footnote"))
_HEADERS = frozenset(("header", "headerl", "headerr", "headerf"))
_FOOTERS = frozenset(("footer", "footerl", "footerr", "footerf"))
_SIGN_WORDS = {"tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
               "ldblquote": "“", "rdblquote": "”", "bullet": "•", "enspace": " ", "emspace": " ",
               "qmspace": " "}  # fmt: skip
_LINE_WORDS = (
    "brdrs brdrth brdrsh brdrdb brdrdot brdrdash brdrhair brdrdashsm brdrdashd "
    "brdrdashdd brdrtriple brdrtnthsg brdrthtnsg brdrtnthmg brdrthtnmg "
    "brdrwavy brdrinset brdroutset"
)
_LINES = frozenset(_LINE_WORDS.split())

Place = Literal["main", "header", "footer", "note"]


class TooDeep(ValueError):
    """Groups stand in groups beyond any real file."""


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits from the one around it."""

    skips: bool = False
    in_fonts: bool = False
    font: int = 0
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    hidden: bool = False
    fallback: int = 1  # characters that stand in for a \u


@dataclass(slots=True)
class _Flow:
    """Lines of one text (main, header, note, text box) while it grows."""

    place: Place
    depth: int
    lines: list[RawLine] = field(default_factory=list)
    runs: list[FaceRun] = field(default_factory=list)
    rows: list[EdgeRow] = field(default_factory=list)
    cells: list[EdgeCell] = field(default_factory=list)
    cell: EdgeCell = field(default_factory=EdgeCell)
    in_table: bool = False


@dataclass(slots=True)
class Body:
    """Takes a file and holds its lines by where they stand."""

    main: list[RawLine] = field(default_factory=list)
    headers: list[RawLine] = field(default_factory=list)
    footers: list[RawLine] = field(default_factory=list)
    notes: list[RawLine] = field(default_factory=list)
    encodings: Encodings = field(default_factory=Encodings)
    is_cut: bool = False  # the file ends before its groups do
    _fonts: dict[int, Font] = field(default_factory=dict)
    _code_page: int = 1252
    _state: _State = field(default_factory=_State)
    _stack: list[_State] = field(default_factory=list)
    _flows: list[_Flow] = field(default_factory=lambda: [_Flow("main", 0)])
    _frame: EdgeRow = field(default_factory=EdgeRow)
    _next: EdgeCell = field(default_factory=EdgeCell)
    _draws_cell: bool = False  # whether the border named last is one of a table
    _to_skip: int = 0
    _high: int = 0  # first half of a letter beyond 16 bits
    _starred: bool = False
    _hyphen_is_letter: bool = False
    _new_page: bool = True
    _default_font: int = 0
    _tables: int = 0

    def take(self, markup: str) -> None:
        """Read a file shown as Latin-1.

        :raises TooDeep: more than two thousand groups stand one in the other
        """
        self._hyphen_is_letter = "\\'ad" not in markup.lower()
        for token in tokens(markup):
            if token.kind == "brace":
                self._brace(token.text)
            elif token.kind == "word":
                self._word(token)
            elif not self._state.skips or self._state.in_fonts:
                self._text(token)
        self.is_cut = bool(self._stack)
        if self.is_cut:  # the last word may be half a name or number, the last row lack its award
            for flow in self._flows:
                flow.runs, flow.cells, flow.cell = [], [], EdgeCell()
        while len(self._flows) > 1:
            self._close_flow()
        self._end_paragraph()
        self._end_table()
        self.main = self._flows[0].lines

    def _brace(self, brace: str) -> None:
        self._to_skip = 0
        if brace == "{":
            if len(self._stack) >= _MAX_DEPTH:
                raise TooDeep
            self._stack.append(self._state)
            self._starred = False
            return
        if self._stack:
            self._state = self._stack.pop()
        if len(self._flows) > 1 and len(self._stack) < self._flows[-1].depth:
            self._close_flow()

    def _open_flow(self, place: Place) -> None:
        self._flows.append(_Flow(place, len(self._stack)))
        self._state = replace(self._state, skips=False)

    def _close_flow(self) -> None:
        self._end_paragraph()
        self._end_table()
        flow = self._flows.pop()
        lines = [line for line in flow.lines if line is not PAGE_BREAK]
        if flow.place == "header":
            self.headers.extend(replace(line, role="header", cell=None) for line in lines)
        elif flow.place == "footer":
            self.footers.extend(replace(line, role="footer", cell=None) for line in lines)
        elif flow.place == "note":
            text = " ".join(line.text for line in lines if line.text)
            self.notes.extend([RawLine(text=text)] if text else [])
        else:
            self._flows[-1].lines.extend(lines)

    def _word(self, token: Token) -> None:
        word, number = token.text, token.number
        if word in _SKIPPED:
            self._state = replace(self._state, skips=True)
            return
        if word == "shpinst":
            self._state = replace(self._state, skips=True)
        elif word == "shptxt":
            self._open_flow(self._flows[-1].place if len(self._flows) > 1 else "main")
        elif word == "fonttbl":
            self._state = replace(self._state, skips=True, in_fonts=True)
        elif self._starred and word not in _KEPT_STARRED:
            self._state = replace(self._state, skips=True)
        elif word in _HEADERS and not self._state.skips:
            self._open_flow("header")
        elif word in _FOOTERS and not self._state.skips:
            self._open_flow("footer")
        elif word == "footnote" and not self._state.skips:
            self._open_flow("note")
        self._starred = False
        if self._state.in_fonts:
            self._font_word(word, number)
        elif not self._state.skips:
            self._set(word, 1 if number is None else number, token)

    def _font_word(self, word: str, number: int | None) -> None:
        if word == "f" and number is not None:
            self._state = replace(self._state, font=number)
            self._fonts.setdefault(number, Font())
        elif word == "fcharset" and number is not None:
            self._fonts.setdefault(self._state.font, Font()).charset = number
        elif word in ("panose", "falt", "fname"):
            self._state = replace(self._state, in_fonts=False)

    def _set(self, word: str, number: int, token: Token) -> None:
        state, flow = self._state, self._flows[-1]
        is_on = token.number != 0
        if word == "f":
            self._state = replace(state, font=number)
        elif word == "b":
            self._state = replace(state, bold=is_on)
        elif word == "i":
            self._state = replace(state, italic=is_on)
        elif word == "caps":
            self._state = replace(state, capitals=is_on)
        elif word in ("v", "deleted"):
            self._state = replace(state, hidden=is_on)
        elif word == "plain":
            self._state = replace(
                state, font=self._default_font, bold=False, italic=False, capitals=False,
                hidden=False,
            )  # fmt: skip
        elif word == "uc":
            self._state = replace(state, fallback=max(0, number))
        elif word == "u" and token.number is not None:
            self._put_wide(token.number % 0x10000)
            self._to_skip = state.fallback
        elif word in _SIGN_WORDS:
            self._put(_SIGN_WORDS[word])
        elif word == "ansicpg":
            self._code_page = number
        elif word == "deff":
            self._default_font = number
            self._state = replace(state, font=number)
        elif word == "par":
            self._end_paragraph()
        elif word == "line":
            self._end_line()
        elif word == "pard":
            flow.in_table = False
        elif word in ("intbl", "itap"):
            flow.in_table = token.number is None or number > 0
        elif word in ("cell", "nestcell"):
            self._end_cell(word == "cell")
        elif word == "row":
            self._end_row()
        elif word in ("page", "pagebb"):
            if word == "page":
                self._end_paragraph()
            self._break_page()
        elif word == "sect":
            self._end_paragraph()
            if self._new_page:
                self._break_page()
        elif word == "sectd":
            self._new_page = True
        elif word == "sbknone":
            self._new_page = False
        else:
            self._set_row(word, number)

    def _set_row(self, word: str, number: int) -> None:
        """The definition of a row: edges, merges, borders."""
        if word == "trowd":
            self._frame, self._next = EdgeRow(), EdgeCell()
        elif word == "trleft":
            self._frame.left = number
        elif word == "cellx" and len(self._frame.cells) < MAX_CELLS:
            self._next.right = number
            self._frame.cells.append(self._next)
            self._next = EdgeCell()
        elif word == "clvmgf":
            self._next.opens_merge = True
        elif word == "clvmrg":
            self._next.joins_above = True
        elif word == "clmrg":
            self._next.joins_left = True
        elif word.startswith(("clbrdr", "trbrdr")):
            self._draws_cell = True
        elif word in _LINES:
            self._frame.has_borders = self._frame.has_borders or self._draws_cell
        elif word.startswith("brdr") and word not in ("brdrw", "brdrcf", "brsp"):
            self._draws_cell = False

    def _text(self, token: Token) -> None:
        if self._state.in_fonts:
            if token.kind == "text":
                font = self._fonts.setdefault(self._state.font, Font())
                font.name = (font.name + token.text[:_LONGEST_NAME]).partition(";")[0]
                font.name = font.name[:_LONGEST_NAME]
            return
        if token.kind == "sign":
            self._sign(token.text)
        elif token.kind == "code":
            if self._to_skip:
                self._to_skip -= 1
            else:
                self._put(self._character(int(token.text, 16)))
        else:
            text = token.text[self._to_skip :]
            self._to_skip = max(0, self._to_skip - len(token.text))
            if not text.isascii():
                text = "".join(
                    self._character(ord(sign)) if sign > "\x7f" else sign for sign in text
                )
            if text:
                self._put(text)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign in "{}\\":
            self._put(sign)
        elif sign == "~":
            self._put("\u00a0")
        elif sign == "_":
            self._put("-")
        elif sign == "-":
            if self._hyphen_is_letter and takes_soft_hyphen(self._font().name):
                self._put("\u00ad")
        elif sign in "\r\n":
            self._end_paragraph()

    def _font(self) -> Font:
        return self._fonts.get(self._state.font) or Font()

    def _character(self, code: int) -> str:
        font = self._font()
        return character(code, font.name, font.charset, self._code_page)

    def _put(self, text: str) -> None:
        state = self._state
        if not state.hidden:
            self._flows[-1].runs.append(
                FaceRun(text, self._font().name, state.bold, state.italic, state.capitals)
            )

    def _put_wide(self, unit: int) -> None:
        """A UTF-16 unit; the halves of a letter beyond 16 bits come one after the other."""
        if 0xD800 <= unit < 0xDC00:
            self._high = unit
            return
        if 0xDC00 <= unit < 0xE000:
            unit = 0x10000 + ((self._high - 0xD800) << 10) + unit - 0xDC00 if self._high else 0xFFFD
        self._high = 0
        self._put(chr(unit))

    def _end_line(self) -> None:
        flow = self._flows[-1]
        line = self.encodings.line(flow.runs)
        flow.runs = []
        if flow.in_table or flow.cell.lines:
            flow.cell.lines.append(RawLine(text=line.text, bold=line.bold, italic=line.italic))
        else:
            self._end_table()
            flow.lines.append(line)

    def _end_paragraph(self) -> None:
        if self._flows[-1].runs:
            self._end_line()

    def _break_page(self) -> None:
        if not self._flows[-1].in_table:
            self._end_table()
            self._flows[-1].lines.append(PAGE_BREAK)

    def _end_cell(self, is_outer: bool) -> None:
        flow = self._flows[-1]
        flow.in_table = True
        self._end_paragraph()
        if is_outer and len(flow.cells) < MAX_CELLS:
            flow.cells.append(flow.cell)
            flow.cell = EdgeCell()

    def _end_row(self) -> None:
        flow = self._flows[-1]
        frame = self._frame
        for cell, stated in zip(flow.cells, frame.cells, strict=False):
            cell.right = stated.right
            cell.joins_left, cell.joins_above = stated.joins_left, stated.joins_above
            cell.opens_merge = stated.opens_merge
        if flow.cells:
            flow.rows.append(EdgeRow(frame.left, flow.cells, frame.has_borders))
        flow.cells = []

    def _end_table(self) -> None:
        flow = self._flows[-1]
        if flow.cell.lines:
            flow.cells.append(flow.cell)
            flow.cell = EdgeCell()
        if flow.cells:
            self._end_row()
        if not flow.rows:
            return
        has_borders = any(row.has_borders for row in flow.rows)
        lines = grid_lines(grid_cells(flow.rows), self._tables, has_borders)
        if any(line.cell is not None for line in lines):
            self._tables += 1
        flow.lines.extend(lines)
        flow.rows = []
