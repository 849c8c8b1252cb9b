"""Checks across documents: what contradicts, and what only looks as if it did."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from benchmarks.planted.__main__ import main as planted
from benchmarks.planted.draw import draw
from benchmarks.planted.words import amount_in_words
from pipeline.audit.examples import example_archive
from pipeline.engine import run
from pipeline.errors import RulesError
from pipeline.resolve import resolve
from pipeline.rulebook import load_rulebook
from pipeline.rulebook.checks import CheckExample, load_checks
from pipeline.store import Archive, validate
from tests.cli import congvan
from tests.resolve_papers import decision

PEOPLE = ("Nguyễn Văn Mẫu", "Lê Thị Ví", "Trần Văn Thử")
DECIDED = decision("318/QĐ-LĐLĐ", "ngày 20 tháng 12 năm 2021", "Luật Công đoàn", PEOPLE)
QUOTED = "Quyết định số 318/QĐ-LĐLĐ ngày 20 tháng 12 năm 2021"


def paper(
    number: str, day: str, body: str, issuer: str = "LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU"
) -> str:
    """A report of an invented union of a province."""
    return f"""{issuer}
Số: {number}
Lai Châu, {day}

BÁO CÁO
Kết quả phong trào thi đua

{body}

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH

Lò Thị Mẫu
"""


def found(check: str, *texts: str) -> list[dict[str, Any]]:
    """The findings of a check about an archive of these texts."""
    rules = load_rulebook()
    rows = example_archive(CheckExample("", (), texts), rules, load_checks(rules.root))
    return [row for row in rows if row["check"] == check]


def verdicts(check: str, *texts: str) -> list[str]:
    return [row["verdict"] for row in found(check, *texts)]


def counted(body: str, later: str, **others: str) -> list[str]:
    first = paper("45/BC-LĐLĐ", "ngày 10 tháng 01 năm 2022", body)
    second = paper("60/BC-LĐLĐ", "ngày 10 tháng 3 năm 2022", later, **others)
    return verdicts("report_counts", first, second)


YEAR = "Năm 2021, Liên đoàn Lao động tỉnh tặng Bằng khen cho 40 cá nhân."


@pytest.mark.parametrize(
    ("later", "verdict"),
    [
        (YEAR, ["consistent"]),
        (YEAR.replace("40", "42"), ["contradiction"]),
        (YEAR.replace("40", "gần 50"), ["not_checkable"]),
        (YEAR.replace("cho 40 cá nhân", "cho 55 tập thể và cá nhân"), []),
        (YEAR.replace("40 cá nhân", "42 tập thể"), []),
        (YEAR.replace("Năm 2021", "Năm 2020").replace("40", "42"), []),
        (YEAR.replace("Liên đoàn Lao động tỉnh", "UBND tỉnh").replace("40", "42"), []),
        (YEAR.replace("Năm", "Nhân dịp Tháng Công nhân, năm").replace("40", "4"),
         ["not_checkable"]),
    ],
)  # fmt: skip
def test_a_year_told_twice(later: str, verdict: list[str]) -> None:
    assert counted(YEAR, later) == verdict


def test_another_bodys_report_is_of_another_scope() -> None:
    other = "CÔNG ĐOÀN NGÀNH GIÁO DỤC TỈNH LAI CHÂU"
    assert counted(YEAR, YEAR.replace("40", "3"), issuer=other) == []


def test_a_report_written_before_the_year_was_over_proves_nothing() -> None:
    early = paper("45/BC-LĐLĐ", "ngày 10 tháng 12 năm 2021", YEAR)
    late = paper("60/BC-LĐLĐ", "ngày 10 tháng 3 năm 2022", YEAR.replace("40", "44"))
    assert verdicts("report_counts", early, late) == ["not_checkable"]


def test_a_copy_of_a_document_counts_once() -> None:
    first = paper("45/BC-LĐLĐ", "ngày 10 tháng 01 năm 2022", YEAR)
    later = paper("60/BC-LĐLĐ", "ngày 10 tháng 3 năm 2022", YEAR.replace("40", "42"))
    assert verdicts("report_counts", first, first.replace("\n\n", "\n\n\n"), later) == [
        "contradiction"
    ]


@pytest.mark.parametrize(
    ("body", "verdict"),
    [
        (f"LĐLĐ tỉnh tặng Bằng khen cho 03 cá nhân tại {QUOTED}.", "consistent"),
        (f"LĐLĐ tỉnh tặng Bằng khen cho 02 cá nhân tại {QUOTED}.", "contradiction"),
        (f"LĐLĐ tỉnh tặng Bằng khen cho 05 cá nhân tại {QUOTED}.", "contradiction"),
        (f"LĐLĐ tỉnh tặng Bằng khen cho hơn 02 cá nhân tại {QUOTED}.", "not_checkable"),
        (f"LĐLĐ tỉnh tặng Bằng khen cho 05 cá nhân tại {QUOTED} và Quyết định số 320/QĐ-LĐLĐ "
         "ngày 22 tháng 12 năm 2021.", "not_checkable"),
    ],
)  # fmt: skip
def test_a_count_quoted_from_a_decision(body: str, verdict: str) -> None:
    letter = paper("45/BC-LĐLĐ", "ngày 10 tháng 01 năm 2022", body)
    assert verdicts("quoted_count", DECIDED, letter) == [verdict]


def test_a_lower_body_may_quote_its_own_people_alone() -> None:
    body = f"Đơn vị có 02 cá nhân được LĐLĐ tỉnh tặng Bằng khen tại {QUOTED}."
    other = "LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU\nCÔNG ĐOÀN NGÀNH GIÁO DỤC"
    letter = paper("45/BC-CĐN", "ngày 10 tháng 01 năm 2022", body, other)
    assert verdicts("quoted_count", DECIDED, letter) == ["not_checkable"]
    more = paper("45/BC-CĐN", "ngày 10 tháng 01 năm 2022", body.replace("có 02", "có 09"), other)
    assert verdicts("quoted_count", DECIDED, more) == ["contradiction"]


def test_a_sum_told_without_its_start_may_begin_anew() -> None:
    def told(number: str, day: str, words: str) -> str:
        return paper(number, day, f"{words}, toàn tỉnh có {{}} sáng kiến được công nhận.")

    early = told("10/BC-LĐLĐ", "ngày 05 tháng 7 năm 2021", "Lũy kế đến hết tháng 6/2021")
    same = told("20/BC-LĐLĐ", "ngày 30 tháng 12 năm 2021", "Lũy kế đến hết tháng 11/2021")
    next_year = told("10/BC-LĐLĐ", "ngày 05 tháng 7 năm 2022", "Lũy kế đến hết tháng 6/2022")
    first = early.format(700)
    assert verdicts("cumulative_falls", first, same.format(650)) == ["contradiction"]
    assert verdicts("cumulative_falls", first, same.format(750)) == ["consistent"]
    assert verdicts("cumulative_falls", first, next_year.format(650)) == ["not_checkable"]


def test_a_bang_khen_for_another_merit_is_no_second_one() -> None:
    other = decision("400/QĐ-LĐLĐ", "ngày 27 tháng 12 năm 2021", "Luật Công đoàn", PEOPLE)
    assert set(verdicts("award_twice", DECIDED, other)) == {"contradiction"}
    merit = other.replace("có thành tích xuất sắc", "đạt giải hội thi an toàn lao động giỏi")
    assert set(verdicts("award_twice", DECIDED, merit)) == {"not_checkable"}


def test_a_finding_carries_both_documents_and_places() -> None:
    letter = paper("45/BC-LĐLĐ", "ngày 10 tháng 01 năm 2022",
                   f"LĐLĐ tỉnh tặng Bằng khen cho 05 cá nhân tại {QUOTED}.")  # fmt: skip
    (row,) = found("quoted_count", DECIDED, letter)
    assert len(row["doc_ids"]) == 2 and (row["expected"], row["observed"]) == ("3", "5")
    assert {place["doc_id"] for place in row["evidence"]} == set(row["doc_ids"])
    assert [place["table"] for place in row["evidence"]] == ["figures", "awardees", "awardees"]
    assert row["difference"] == 2 and "05" in row["evidence"][0]["quote"]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    letter = paper(
        "45/BC-LĐLĐ", "ngày 10 tháng 01 năm 2022",
        f"LĐLĐ tỉnh tặng Bằng khen cho 05 cá nhân tại {QUOTED}.\n\nThực hiện Quyết định số "
        "318/QĐ-LĐLĐ ngày 21 tháng 12 năm 2021 của Liên đoàn Lao động tỉnh.",
    )  # fmt: skip
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "quyet-dinh.txt").write_text(DECIDED, "utf-8")
    (tmp_path / "in" / "bao-cao.txt").write_text(letter, "utf-8")
    run(tmp_path / "in", tmp_path / "out")
    return tmp_path / "out"


def test_the_report_shows_both_places(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "congvan resolve" in congvan(capsys, "audit", archive).err
    resolve(archive)
    done = congvan(capsys, "audit", archive)
    assert "congvan resolve" not in done.err
    assert "318/QĐ-LĐLĐ · 20/12/2021 · quyet-dinh.txt, in the text" in done.out
    page = (archive.parent / "out.audit.html").read_text("utf-8")
    assert "318/QĐ-LĐLĐ · 20/12/2021 · quyet-dinh.txt" in page and "05 cá nhân" in page
    sheet = load_workbook(archive.parent / "out.audit.xlsx")["Mâu thuẫn - Contradictions"]
    rows = list(sheet.values)
    lines = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    assert {line["other_documents"] for line in lines} == {
        "318/QĐ-LĐLĐ · 20/12/2021 · quyet-dinh.txt"
    }
    assert validate(archive) == []


def test_findings_of_resolve_stand_in_the_report_and_can_be_explained(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    resolve(archive)
    rows = congvan(capsys, "audit", archive, "--json").json["findings"]
    (doubt,) = [row for row in rows if row["check"] == "cited_document"]
    assert doubt["finding_id"].startswith("cited_document-")
    congvan(capsys, "audit", archive, "--explain", doubt["finding_id"], "--because", "Đính chính.")
    again = Archive(archive).arrow("findings").to_pylist()
    assert [r["explained"] for r in again if r["finding_id"] == doubt["finding_id"]] == [
        "Đính chính."
    ]
    before = {file: file.read_bytes() for file in archive.glob("[!.]*/*.parquet")}
    congvan(capsys, "audit", archive)
    assert {file: file.read_bytes() for file in archive.glob("[!.]*/*.parquet")} == before


def test_a_check_across_documents_can_be_switched_off(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    resolve(archive)
    off = archive.parent / "out.audit.toml"
    off.write_text('off = ["quoted_count", "cited_document"]\n', "utf-8")
    rows = congvan(capsys, "audit", archive, "--json", "--all").json["findings"]
    assert not {"quoted_count", "cited_document"} & {row["check"] for row in rows}
    kept = Archive(archive).arrow("findings").to_pylist()
    assert [r["verdict"] for r in kept if r["check"] == "cited_document"] == ["contradiction"]
    off.write_text("[tolerance]\nquoted_count = 2\n", "utf-8")
    rows = congvan(capsys, "audit", archive, "--json").json["findings"]
    assert "quoted_count" not in {row["check"] for row in rows}


def test_examples_across_documents_are_read_strictly(tmp_path: Path) -> None:
    shipped = (load_rulebook().root / "audit" / "across_citations.toml").read_text("utf-8")
    first = shipped.split("[[check]]")[1]
    (tmp_path / "audit").mkdir()
    for broken, words in (
        (first.replace("passes.documents", "passes.papers"), "expected the text"),
        (first[: first.index("passes.documents")] + 'passes.documents = ["a"]\nfails = "b"',
         "two documents or more"),
        (first[: first.index("fails.documents")] + 'fails = "b"', "or neither"),
    ):  # fmt: skip
        (tmp_path / "audit" / "a.toml").write_text(f"[[check]]{broken}", "utf-8")
        with pytest.raises(RulesError, match=words):
            load_checks(tmp_path)


def test_planted_errors_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert planted(["--documents", "150", "--seed", "3", "--jobs", "1", "--errors"]) == 0
    printed = capsys.readouterr().out
    assert printed.count("kept") == 2 and "FALLS SHORT" not in printed
    assert "quoted_count" in printed and "breakdown_sum" in printed


def test_an_archive_depends_on_its_seed_alone() -> None:
    assert draw(5, 40) == draw(5, 40) and draw(5, 40) != draw(6, 40)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (33_600_000, "Ba mươi ba triệu sáu trăm nghìn đồng"),
        (1_005_000, "Một triệu không trăm linh năm nghìn đồng"),
        (21_115_000, "Hai mươi mốt triệu một trăm mười lăm nghìn đồng"),
    ],
)
def test_amounts_are_written_in_words(value: int, words: str) -> None:
    assert amount_in_words(value) == words
