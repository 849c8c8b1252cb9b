"""`congvan resolve`: copies, links and candidates in an archive that was read from texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.engine import run
from pipeline.resolve import resolve
from pipeline.resolve.papers import read_papers
from pipeline.resolve.same import same_dispatch
from pipeline.rulebook import load_rulebook
from pipeline.store import Archive, validate
from tests.cli import congvan
from tests.resolve_papers import decision, paper, write

RULES = load_rulebook()
PEOPLE = ("Nguyễn Văn Mẫu", "Trần Thị Ví Dụ", "Lê Văn Thử")
BASIS = "Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ"
OLD = "Quyết định số 45/QĐ-LĐLĐ ngày 12/3/2020 của Liên đoàn Lao động tỉnh"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("resolve")
    first = decision("45/QĐ-LĐLĐ", "ngày 12 tháng 3 năm 2020", BASIS, PEOPLE)
    texts = {
        "first": first,
        "second_scan": first.replace("xuất sắc", "xuât sắc") + "\n",
        "citing": decision("60/QĐ-LĐLĐ", "ngày 20 tháng 4 năm 2021", OLD, PEOPLE[:1]),
        "misprint": decision(
            "61/QĐ-LĐLĐ", "ngày 21 tháng 4 năm 2021", OLD.replace("2020", "2019"), PEOPLE[1:2]
        ),
        "unrelated": decision("45/QĐ-LĐLĐ", "ngày 15 tháng 3 năm 2021", BASIS, PEOPLE[2:]),
        "namesake": decision("62/QĐ-LĐLĐ", "ngày 22 tháng 4 năm 2021", BASIS, PEOPLE[2:]).replace(
            "Sông Mẫu", "Núi Thử"
        ),
    }
    out = folder / "out"
    run(write(folder / "in", **texts), out)
    resolve(out)
    return out


def ids(archive: Path) -> dict[str, str]:
    rows = Archive(archive).arrow("documents", ["doc_id", "source_uri"]).to_pylist()
    return {Path(row["source_uri"]).stem: row["doc_id"] for row in rows}


def test_copies_links_and_candidates_are_written(archive: Path) -> None:
    name = {doc_id: stem for stem, doc_id in ids(archive).items()}
    opened = Archive(archive)
    documents = opened.arrow("documents", ["doc_id", "same_as"]).to_pylist()
    same = {name[row["doc_id"]]: name.get(row["same_as"] or "") for row in documents}
    copied = {stem: of for stem, of in same.items() if of}
    assert len(copied) == 1 and {*copied, *copied.values()} == {"first", "second_scan"}
    kept = next(iter(copied.values()))
    cited = opened.arrow("citations", ["doc_id", "cited_doc_id"]).to_pylist()
    linked = {(name[r["doc_id"]], name[r["cited_doc_id"]]) for r in cited if r["cited_doc_id"]}
    assert linked == {("citing", kept)}
    (finding,) = opened.arrow("findings").to_pylist()
    assert finding["check"] == "cited_document" and finding["verdict"] == "contradiction"
    assert [name[doc_id] for doc_id in finding["doc_ids"]] == ["misprint", kept]
    assert "khác năm" in finding["message_vi"] and "the year differs" in finding["message_en"]
    assert finding["evidence"][0]["quote"].startswith("Quyết định số 45/QĐ-LĐLĐ")
    assert {item["table"] for item in finding["evidence"]} == {"citations", "documents"}


def test_the_archive_stays_valid_and_a_second_call_changes_no_byte(archive: Path) -> None:
    assert validate(archive) == []
    before = {path: path.read_bytes() for path in sorted(archive.glob("[!.]*/*.parquet"))}
    resolve(archive)
    assert {path: path.read_bytes() for path in sorted(archive.glob("[!.]*/*.parquet"))} == before


def test_the_command_counts_and_says_where_to_look(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = congvan(capsys, "resolve", archive, "--json")
    assert answer.code == 0
    counted = {key: answer.json[key] for key in ("documents", "copies", "linked", "candidates")}
    assert counted == {"documents": 6, "copies": 1, "linked": 1, "candidates": 1}
    said = congvan(capsys, "resolve", archive).out
    assert "1 of them further copies" in said and "congvan query" in said
    assert "no archive" in congvan(capsys, "resolve", archive / "texts").one_error()


def test_people_of_two_papers_are_one_and_why_tells_the_reasons(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = congvan(capsys, "why", PEOPLE[1], "--archive", archive, "--json")
    assert answer.code == 0
    (found,) = answer.json["entities"]
    assert found["entity"]["name"] == PEOPLE[1] and found["entity"]["mention_count"] == 2
    assert len(found["mentions"]) == 3, "of the two copies only one counts"
    assert {link["probability"] >= 0.93 for link in found["links"]} == {True}
    said = congvan(capsys, "why", found["entity"]["entity_id"], "--archive", archive).out
    assert "[1] = [2]" in said and "workplace: same" in said and "61/QĐ-LĐLĐ" in said
    ids = {mention["entity_id"] for mention in found["mentions"]}
    assert ids == {found["entity"]["entity_id"]}


def test_why_asks_which_of_several_and_says_what_to_do(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "congvan resolve" in congvan(capsys, "why", "x", "--archive", archive).one_error()
    said = congvan(capsys, "why", PEOPLE[2], "--archive", archive)
    assert "2 entities of this name" in said.err
    assert [line.count("Công ty cổ phần") for line in said.out.splitlines()] == [1, 1]


WORDS = " ".join(f"chữ{i}" for i in range(300))


def copies(*rows: dict[str, Any], texts: dict[str, str], people: Any = None) -> dict[str, str]:
    return same_dispatch(
        read_papers(rows, RULES), people or {}, lambda ids: {i: texts[i] for i in ids}, RULES
    )


def test_the_copy_that_was_not_read_from_an_image_counts() -> None:
    scan = paper("a", "12/QĐ-UBND", "2021-01-05", is_ocr=True, text_quality=0.9)
    born = paper("b", "12/QĐ-UBND", "2021-01-05")
    assert copies(scan, born, texts={"a": WORDS, "b": WORDS}) == {"a": "b"}


@pytest.mark.parametrize(
    "change",
    [
        {"doc_number": "13/QĐ-UBND"},
        {"issued_on": None, "doc_number": "12/QĐ-STC"},
        {"is_draft": True},
        {"issuer": "ỦY BAN NHÂN DÂN TỈNH SƠN LA"},
        {"genre": "news"},
        {"doc_type": "TB"},
    ],
)
def test_another_number_body_type_or_a_draft_is_no_copy(change: dict[str, Any]) -> None:
    one, other = (paper(x, "12/QĐ-UBND", "2021-01-05", subject="Khen thưởng") for x in "ab")
    assert copies(one, other | change, texts={"a": WORDS, "b": WORDS}) == {}


def test_a_lost_number_needs_the_same_words_and_people() -> None:
    one = paper("a", "12/QĐ-UBND", "2021-01-05")
    lost = paper("b", None, "2021-01-05", is_ocr=True)
    texts = {"a": WORDS, "b": WORDS.replace("chữ7 ", "chũ7x ")}
    mau, du = frozenset({"nguyen van mau"}), frozenset({"tran thi vi du"})
    assert copies(one, lost, texts=texts, people={"a": mau, "b": mau}) == {"b": "a"}
    assert copies(one, lost, texts=texts, people={"a": mau, "b": du}) == {}
    assert copies(one, lost, texts={"a": WORDS, "b": "other words"}) == {}


def test_a_paper_without_number_that_is_like_two_is_left_alone() -> None:
    rows = [paper("a", "12/QĐ-UBND", "2021-01-05"), paper("c", "13/QĐ-UBND", "2021-01-05")]
    lost = paper("b", None, "2021-01-05")
    same = copies(*rows, lost, texts=dict.fromkeys("abc", WORDS))
    assert same == {}
