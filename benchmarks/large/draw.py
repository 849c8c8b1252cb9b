"""Draws one document: a paper in another year, under another number, with other people.

Every row keeps its words: the text is written anew and each span moved with it, so that the archive
is as valid as one that was read.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.invented_people import MEN, MEN_GIVEN, SURNAMES, WOMEN, WOMEN_GIVEN
from benchmarks.large.edits import Edit, Edited, without_overlap
from benchmarks.large.plan import Head, Listed, Plan
from benchmarks.large.templates import YEAR, Row, Template
from pipeline.identity import row_id

_CITES_HELD = 0.5  # citations that name a document of the archive
_KNOWN = 300  # the oldest documents, which every third of those citations names
_OCR = 0.93
_ADDED = (0, 2, 4, 8, 8, 16, 40)  # sentences put behind, as papers have 2,500 letters and more
_SENTENCES = (
    "Đề nghị các đơn vị quán triệt đầy đủ nội dung văn bản đến toàn thể đoàn viên, người lao động.",
    "Việc triển khai phải bảo đảm thiết thực, tiết kiệm, tránh hình thức và phô trương.",
    "Thủ trưởng các đơn vị chịu trách nhiệm kiểm tra, đôn đốc và báo cáo kết quả thực hiện.",
    "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh để được hướng dẫn.",
    "Công tác tuyên truyền được thực hiện bằng nhiều hình thức phong phú, phù hợp với cơ sở.",
)
_TABLES = {  # table -> the kind in its rows' ids
    "citations": "citation", "dates": "date", "awardees": "awardee", "initiatives": "initiative",
    "figures": "figure",
}  # fmt: skip
Rows = dict[str, list[Row]]


@dataclass(frozen=True)
class Shelf:
    """What documents can cite, in the order of the days."""

    heads: Sequence[Head]
    days: Sequence[dt.date]

    def before(self, on: dt.date, rng: Random) -> Head | None:
        """A document of an earlier day."""
        last = bisect_right(self.days, on - dt.timedelta(days=1))
        if not last:
            return None
        known = last if rng.random() < 2 / 3 else min(last, _KNOWN)
        return self.heads[rng.randrange(known)]


def draw(
    template: Template, plan: Plan, listed: Listed | None, shelf: Shelf, seed: int
) -> tuple[Rows, dict[str, str]]:
    """The rows of every table for one document, and who the rows of its list are in truth."""
    rng = Random(f"{seed}/{plan.ordinal}")
    paper = _Paper(template, plan, listed, rng)
    paper.cite(shelf)
    return paper.rows(), paper.truth


class _Paper:
    """A document on its way from the paper that it is made of."""

    def __init__(self, template: Template, plan: Plan, listed: Listed | None, rng: Random):
        self._template, self._plan, self._listed, self._rng = template, plan, listed, rng
        self._by = plan.year - template.header["issued_on"].year
        self._edits: list[Edit] = []
        self._names: dict[str, str] = {}
        self._number = f"{plan.number}/{template.header['symbol']}"
        self._cited: dict[str, Head] = {}
        self.truth: dict[str, str] = {}
        self._rename()
        self._write_head()

    def _rename(self) -> None:
        for row in self._template.rows["awardees"]:
            if row["kind"] == "person" and row["quote"] == row["name"]:
                name = self._names.setdefault(row["name"], _name(self._rng))
                self._edits.append((row["start"], row["end"], name))

    def _write_head(self) -> None:
        listed = self._listed
        fields = {
            "doc_number": self._number,
            "issuer": listed.issuer if listed is not None else None,
            "place": listed.place if listed is not None else None,
        }
        done = set()
        for item in self._template.header["evidence"]:
            words = fields.get(item["field"])
            if words is not None and item["field"] not in done:
                done.add(item["field"])
                self._edits.append((item["start"], item["end"], words))
        text, own = self._template.text, str(self._template.header["doc_number"])
        at = text.find(own)
        while at >= 0:  # the annexes name it too
            self._edits.append((at, at + len(own), self._number))
            at = text.find(own, at + len(own))

    def cite(self, shelf: Shelf) -> None:
        """Let some of the citations name documents of the archive."""
        own = self._template.header["doc_number"]
        on = self._moved_day(self._template.header["issued_on"])
        for row in self._template.rows["citations"]:
            named = row["cited_number"] not in (None, own)
            if named and self._rng.random() < _CITES_HELD:
                head = shelf.before(on, self._rng)
                if head is not None:
                    self._cited[row["citation_id"]] = head
                    words = (
                        f"{head.type_name} số {head.number} ngày {head.on:%d/%m/%Y} "
                        f"của {head.issuer}"
                    )
                    self._edits.append((row["start"], row["end"], words))

    def rows(self) -> Rows:
        """The rows of all tables."""
        old = self._template
        edits = without_overlap(self._edits)
        edited = Edited(self._moved(old.text), edits)
        used = {(start, end): words for start, end, words in edits}
        made: Rows = {"documents": [self._header(edited)], "blocks": [], "pages": []}
        for name in ("blocks", "pages"):
            for row in old.rows[name]:
                if not edited.is_cut(row["start"], row["end"]):
                    made[name].append(row | self._span(row, edited))
        kept = {
            name: [r for r in old.rows[name] if not edited.is_cut(r["start"], r["end"])]
            for name in _TABLES
        }
        kept["dates"] = [r for r in kept["dates"] if not self._is_rewritten(r, used)]
        ids = self._ids(kept, edited)
        for name, kind in _TABLES.items():
            made[name] = [self._row(row, f"{kind}_id", ids, edited) for row in kept[name]]
        text = edited.text
        text = self._add(text, made, [self._rng.choice(_SENTENCES)
                                      for _ in range(self._rng.choice(_ADDED))])  # fmt: skip
        if self._listed is not None:
            text = self._add_list(text, made, self._listed)
        made["texts"] = [{"doc_id": self._plan.doc_id, "text": text}]
        return made

    def _is_rewritten(self, row: Row, used: Mapping[tuple[int, int], str]) -> bool:
        """A date inside a citation that names another document now."""
        return any(
            start <= row["start"] and row["end"] <= end and words.startswith(row["quote"]) is False
            for (start, end), words in used.items()
        )

    def _ids(self, kept: Mapping[str, Sequence[Row]], edited: Edited) -> dict[str, str]:
        """Old row ids and new ones."""
        ids: dict[str, str] = {}
        for name, kind in _TABLES.items():
            for row in kept[name]:
                old = str(row[f"{kind}_id"])
                ordinal = int(old.rpartition("-")[2])
                start, end = edited.place(row["start"]), edited.place(row["end"])
                ids[old] = row_id(self._plan.doc_id, kind, start, end, ordinal)
        return ids

    def _span(self, row: Row, edited: Edited) -> Row:
        start, end = edited.place(row["start"]), edited.place(row["end"])
        span: Row = {"doc_id": self._plan.doc_id, "start": start, "end": end}
        if "quote" in row:
            span["quote"] = edited.text[start:end]
        return span

    def _row(self, row: Row, key: str, ids: Mapping[str, str], edited: Edited) -> Row:
        made: Row = {name: self._value(value) for name, value in row.items()}
        made |= self._span(row, edited)
        made[key] = ids[row[key]]
        for reference in ("parent_figure_id", "initiative_id"):
            if reference in row and reference != key:
                made[reference] = ids.get(row[reference] or "")
        if "authors" in row:
            made["authors"] = [self._names.get(name, name) for name in row["authors"]]
        if "name" in row:
            made["name"] = self._names.get(row["name"], row["name"])
        own = self._template.header["doc_number"]
        for column in ("decision", "cited_number"):
            if column in row and row[column] == own:
                made[column] = self._number
        head = self._cited.get(row.get("citation_id", ""))
        if head is not None and made["quote"].endswith(head.issuer):
            made |= {
                "cited_number": head.number, "cited_on": head.on, "cited_issuer": head.issuer,
                "cited_type": head.number.partition("/")[2].partition("-")[0], "is_partial": False,
                "cited_title": None,
            }  # fmt: skip
        return made

    def _header(self, edited: Edited) -> Row:
        plan, listed = self._plan, self._listed
        made: Row = {name: self._value(value) for name, value in self._template.header.items()}
        made |= {
            "doc_id": plan.doc_id, "number": plan.number, "doc_number": self._number,
            "source_uri": f"kho/{plan.doc_id[:2]}/{plan.doc_id}-{made['source_uri']}",
            "source_sha256": plan.doc_id * 4,
            "evidence": [
                item | {"start": edited.place(item["start"]), "end": edited.place(item["end"])}
                for item in self._template.header["evidence"]
                if not edited.is_cut(item["start"], item["end"])
            ],
        }  # fmt: skip
        if listed is not None:
            made |= {"issuer": listed.issuer, "parent_issuer": None, "place": listed.place,
                     "evidence": [item for item in made["evidence"]
                                  if item["field"] != "parent_issuer"]}  # fmt: skip
        if plan.is_copy or (listed is not None and listed.is_ocr):
            made |= {"is_ocr": True, "ocr_confidence": _OCR}
        return made

    def _add(self, text: str, made: Rows, lines: Sequence[str]) -> str:
        """Another page with lines, and its rows of pages and blocks."""
        if not lines:
            return text
        doc_id, last = self._plan.doc_id, made["pages"][-1]
        page, start = last["page"] + 1, len(text) + 2
        text += "\n\n" + "\n".join(lines)
        made["pages"].append(last | {"page": page, "start": start, "end": len(text),
                                     "duplicate_of": None})  # fmt: skip
        made["blocks"].append(
            {"doc_id": doc_id, "block": max((b["block"] for b in made["blocks"]), default=-1) + 1,
             "kind": "paragraph", "start": start, "end": len(text), "page": page, "level": 0}
        )  # fmt: skip
        return text

    def _add_list(self, text: str, made: Rows, listed: Listed) -> str:
        doc_id, start = self._plan.doc_id, len(text) + 2
        lines: list[str] = []
        page = made["pages"][-1]["page"] + 1
        at = start
        for entry in listed.entries:
            row = entry.row
            cells = [str(row["ordinal"]), row["name"], row["position"], row["workplace"]]
            line = "\t".join(cell or "" for cell in [*cells, entry.title])
            evidence: Row = {
                "doc_id": doc_id, "page": page, "bbox": None, "is_duplicate": False,
                "confidence": row["confidence"],
            }  # fmt: skip
            initiative_id = None
            if entry.title is not None:
                span = at + len(line) - len(entry.title), at + len(line)
                initiative_id = row_id(doc_id, "initiative", *span, 0)
                made["initiatives"].append(
                    evidence | {
                        "initiative_id": initiative_id, "start": span[0], "end": span[1],
                        "quote": entry.title, "title": entry.title, "kind": "sáng kiến",
                        "authors": [row["name"]], "rule": "initiative.column",
                    }
                )  # fmt: skip
            first = at + len(cells[0]) + 1
            span = first, first + len(row["name"])
            awardee_id = row_id(doc_id, "awardee", *span, 0)
            self.truth[awardee_id] = entry.truth
            made["awardees"].append(
                evidence | {
                    "awardee_id": awardee_id, "start": span[0], "end": span[1],
                    "quote": row["name"], "rule": "awardee.table", "award": "bk",
                    "award_name": "Bằng khen", "conferred_by": listed.issuer,
                    "initiative_id": initiative_id, "year": listed.year,
                    **{name: row[name] for name in (
                        "name", "kind", "role", "ordinal", "honorific", "position", "workplace")},
                }
            )  # fmt: skip
            lines.append(line)
            at += len(line) + 1
        return self._add(text, made, lines)

    def _value(self, value: object) -> object:
        if isinstance(value, str):
            return self._moved(value)
        if isinstance(value, dt.date):
            return self._moved_day(value)
        return value

    def _moved(self, words: str) -> str:
        """Words with the years in them moved."""
        return YEAR.sub(lambda hit: str(int(hit.group()) + self._by), words) if self._by else words

    def _moved_day(self, day: dt.date) -> dt.date:
        if (day.month, day.day) == (2, 29):
            day = day.replace(day=28)
        return day.replace(year=day.year + self._by)


def _name(rng: Random) -> str:
    """A name as common as names are."""
    surname = rng.choices(*zip(*SURNAMES, strict=True))[0]
    middles, givens = (WOMEN, WOMEN_GIVEN) if rng.random() < 0.5 else (MEN, MEN_GIVEN)
    return f"{surname} {rng.choice(middles)} {rng.choice(givens)}"
