"""`congvan audit`: findings printed, kept and written as a report; choices replayed."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from reportlab.pdfgen.canvas import Canvas

from pipeline.engine import run
from pipeline.remote import Remote
from pipeline.resolve import resolve
from pipeline.rulebook import load_rulebook
from pipeline.rulebook.checks import load_checks
from pipeline.store import Archive, validate
from tests.audited import letter
from tests.cli import congvan
from tests.pdf_pages import FONT, made, put

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
BODY = (
    "Có 35/70 công đoàn cơ sở ký thỏa ước lao động tập thể <script>alert(1)</script>, chiếm 52%.\n"
    "\nTặng 32 tập thể, cá nhân (gồm 12 tập thể và 21 cá nhân).\n\n"
    "=1+1 là nội dung; căn cứ Quy chế số 16/QĐ-LĐLĐ ngày 12/11/2019 của Liên đoàn."
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    source = tmp_path / "in" / "bao-cao.txt"
    source.parent.mkdir()
    source.write_text(letter(BODY), "utf-8")
    run(source.parent, tmp_path / "out")
    return tmp_path / "out"


def test_contradictions_are_printed_with_both_quotes(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = congvan(capsys, "audit", archive)
    assert done.code == 0
    assert "12 + 21 = 33" in done.out and "35 / 70 = 50%" in done.out
    assert "“35/70 công đoàn cơ sở" in done.out and "“52%”" in done.out
    assert "1 documents" in done.out
    assert "contradiction (error) breakdown_sum" in done.out
    page = (archive.parent / "out.audit.html").read_text("utf-8")
    assert "In the text" in page and "Page 1" not in page  # a text has no pages to leaf through
    assert "in the text: ... " in done.out and "page 1" not in done.out
    assert "out.audit.html" in done.err and "out.audit.xlsx" in done.err


@pytest.mark.skipif(FONT is None, reason="no font with Vietnamese letters")
def test_a_contradiction_of_a_paper_with_pages_names_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def draw(canvas: Canvas) -> None:
        for top, line in enumerate(letter(BODY.split("\n")[0]).split("\n"), 2):
            if line.startswith("Có "):
                canvas.showPage()
            put(canvas, 60, 25 * top, line)

    (tmp_path / "a.pdf").write_bytes(made(draw))
    run(tmp_path / "a.pdf", tmp_path / "out")
    done = congvan(capsys, "audit", tmp_path / "out")
    assert "    page 2: ... " in done.out and "“52%”" in done.out
    rows = list(load_workbook(tmp_path / "out.audit.xlsx")["Mâu thuẫn - Contradictions"].values)
    assert [dict(zip(rows[0], row, strict=True))["pages"] for row in rows[1:]] == ["2"]


def test_the_table_is_filled_and_holds_every_verdict(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    congvan(capsys, "audit", archive)
    rows = Archive(archive).arrow("findings").to_pylist()
    assert {row["verdict"] for row in rows} >= {"contradiction", "consistent"}
    assert validate(archive) == []
    before = {file: file.read_bytes() for file in archive.glob("[!.]*/*.parquet")}
    congvan(capsys, "audit", archive)
    assert {file: file.read_bytes() for file in archive.glob("[!.]*/*.parquet")} == before


def test_the_findings_can_be_narrowed(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def checks(*options: str) -> set[str]:
        found = congvan(capsys, "audit", archive, "--json", *options).json["findings"]
        return {row["check"] for row in found}

    assert checks() == {"breakdown_sum", "percent_of_total", "title_number_mismatch"}
    assert checks("--severity", "warning") == {"breakdown_sum", "percent_of_total"}
    assert checks("--severity", "error") == {"breakdown_sum"}
    assert checks("--check", "percent_of_total") == {"percent_of_total"}
    assert "missing_signature" in checks("--all")


def test_a_check_that_there_is_not_is_refused(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = congvan(capsys, "audit", archive, "--check", "tides")
    assert done.code == 2
    assert "no check 'tides'" in done.one_error()


def test_the_page_is_whole_escaped_and_loads_nothing(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    congvan(capsys, "audit", archive, "--report", archive.parent / "ket-qua")
    page = (archive.parent / "ket-qua.html").read_text("utf-8")
    assert page.startswith("<!doctype html>") and page.rstrip().endswith("</html>")
    assert "<script" not in page and "&lt;script&gt;" in page
    assert "src=" not in page and "url(" not in page
    linked = re.findall(r"href='([^']*)'", page)  # from the summary to the first of each kind
    assert linked and all(f"id='{link[1:]}'" in page for link in linked if link[0] == "#")
    assert all(link[0] == "#" for link in linked)
    assert "Mâu thuẫn" in page and "Contradictions" in page and "12 + 21 = 33" in page


def test_the_workbook_has_typed_cells_and_no_formulas(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    congvan(capsys, "audit", archive)
    book = load_workbook(archive.parent / "out.audit.xlsx")
    assert [sheet.title for sheet in book] == [
        "Tổng hợp - Summary", "Mâu thuẫn - Contradictions", "Tất cả - All findings",
    ]  # fmt: skip
    assert not [c for sheet in book for row in sheet.rows for c in row if c.data_type == "f"]
    rows = list(book["Mâu thuẫn - Contradictions"].values)
    lines = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    (line,) = [line for line in lines if line["expected"] == "35 / 70 = 50%"]
    assert line["difference"] == 2 and line["issued_on"].year == 2021 and line["pages"] is None
    assert len(list(book["Tất cả - All findings"].values)) > len(rows)


def test_an_explained_finding_stays_explained(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = congvan(capsys, "audit", archive, "--json").json["findings"]
    key = next(row["finding_id"] for row in found if row["check"] == "breakdown_sum")
    assert congvan(capsys, "audit", archive, "--explain", key).code == 2
    assert congvan(capsys, "audit", archive, "--explain", "x", "--because", "y").code == 2
    done = congvan(capsys, "audit", archive, "--explain", key, "--because", "Đã đính chính.")
    assert done.code == 0 and f"{key} is explained" in done.err
    (archive / "findings" / "part-0.parquet").unlink()
    run(archive.parent / "in", archive)
    congvan(capsys, "audit", archive)
    rows = Archive(archive).arrow("findings").to_pylist()
    assert {r["finding_id"]: r["explained"] for r in rows if r["explained"]} == {
        key: "Đã đính chính."
    }
    page = (archive.parent / "out.audit.html").read_text("utf-8")
    assert "Đã giải thích" in page and "Đã đính chính." in page


def test_choices_by_hand_are_replayed_and_faults_in_them_named(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    choices = archive.parent / "out.audit.toml"
    choices.write_text('off = ["breakdown_sum"]\n[tolerance]\npercent_of_total = 3\n', "utf-8")
    done = congvan(capsys, "audit", archive, "--json")
    assert {row["check"] for row in done.json["findings"]} == {"title_number_mismatch"}
    for text, words in (
        ('off = ["tides"]', "no check 'tides'"),
        ("[tolerance]\npercent_of_total = -1", "0 or more"),
        ('[[explained]]\nfinding = "x"', "`finding` and `because`"),
        ("colour = 1", "unknown key 'colour'"),
        ("off = [", "not TOML"),
        ('off = [["weekday"]]', "no check ['weekday']"),
        ("[tolerance]\npercent_of_total = nan", "0 or more"),
        ("[tolerance]\npercent_of_total = inf", "0 or more"),
    ):
        choices.write_text(text, "utf-8")
        done = congvan(capsys, "audit", archive)
        assert done.code == 2 and words in done.one_error()


def test_a_reason_that_does_not_fit_the_file_leaves_it_as_it_was(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    choices = archive.parent / "out.audit.toml"
    found = congvan(capsys, "audit", archive, "--json").json["findings"]
    key = found[0]["finding_id"]
    text = 'explained = [{finding = "x", because = "y"}]\n'
    choices.write_text(text, "utf-8")
    done = congvan(capsys, "audit", archive, "--explain", key, "--because", "z")
    assert done.code == 2 and "not TOML" in done.one_error()
    assert choices.read_text("utf-8") == text
    choices.unlink()
    reason = 'một\x7fhai \\ "ba"'
    assert congvan(capsys, "audit", archive, "--explain", key, "--because", reason).code == 0
    rows = Archive(archive).arrow("findings").to_pylist()
    assert {row["explained"] for row in rows if row["finding_id"] == key} == {reason}


def test_findings_are_held_against_gold(
    archive: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    entries = [
        {"check": "percent_of_total", "holds": False, "detail": "35/70 is 50 %, not 52"},
        {"check": "breakdown_sum", "holds": True, "detail": "32 = 12 + 21"},
        {"check": "spelling", "holds": False, "detail": "none of ours"},
    ]
    text = json.dumps({"source": "in/bao-cao.txt", "audit": entries})
    (gold / "bao-cao.json").write_text(text, "utf-8")
    done = congvan(capsys, "audit", archive, "--gold", gold, "--json")
    assert done.json["results"] == {"right": 1, "wrong": 1, "no check": 1, "not in gold": 1}
    assert "1 right" in congvan(capsys, "audit", archive, "--gold", gold).out


def test_a_changed_check_reads_no_document_again_and_is_used(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(load_rulebook().root, rules)
    assert run(tmp_path / "in", archive, rules).unchanged == 1

    def percent() -> tuple[list[str], str]:
        found = congvan(capsys, "audit", archive, "--rules", rules, "--all", "--json").json
        rows = [row for row in found["findings"] if row["check"] == "percent_of_total"]
        page = (tmp_path / "out.audit.html").read_text("utf-8")
        assert load_checks(rules).version in page
        return [row["verdict"] for row in rows], load_checks(rules).version

    before, old = percent()
    assert before == ["contradiction"]
    file = load_checks(rules).checks["percent_of_total"].file
    head, name, entry = file.read_text("utf-8").partition('id = "percent_of_total"')
    wider = re.sub(r"tolerance = .*", "tolerance = 5", entry, count=1)
    file.write_text(head + name + wider, "utf-8")
    assert run(tmp_path / "in", archive, rules).unchanged == 1
    after, new = percent()
    assert after == ["consistent"] and new != old


def test_of_copies_only_the_one_that_counts_is_audited(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = archive.with_name("in") / "bao-cao.txt"
    text = source.read_text("utf-8").replace("thi đua", "thi  đua")
    source.with_name("copy.txt").write_text(text, "utf-8")
    run(source.parent, archive)

    def contradictions() -> list[str]:
        found = congvan(capsys, "audit", archive, "--json").json
        assert len({row["doc_ids"][0] for row in found["findings"]}) == found["documents"]
        return [row["check"] for row in found["findings"]]

    twice = contradictions()
    congvan(capsys, "resolve", archive)
    once = contradictions()
    assert once and sorted(twice) == sorted(once + once)


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared documents are not here")
@pytest.mark.parametrize("folder", ["seeds", "corpus"])
def test_no_entry_of_the_shared_gold_is_decided_wrongly(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(SHARED / folder, tmp_path / "out", jobs=2)
    resolve(tmp_path / "out")
    done = congvan(capsys, "audit", tmp_path / "out", "--gold", SHARED / "gold", "--json")
    results = done.json["results"]
    assert "wrong" not in results and "not in gold" not in results
    assert results["right"] >= {"seeds": 9, "corpus": 43}[folder]
    assert validate(tmp_path / "out") == []


def test_an_archive_on_an_object_store_is_audited_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("fsspec", reason="needs the extra s3")
    (tmp_path / "bao-cao.txt").write_text(letter(BODY), "utf-8")
    there, here = Remote("memory://audited/archive"), tmp_path / "archive"
    for out in (there, here):
        run(tmp_path / "bao-cao.txt", out)
    monkeypatch.chdir(tmp_path)
    said = [congvan(capsys, "audit", out, "--json").json for out in (there, here)]
    assert said[0]["findings"] == said[1]["findings"] and said[0]["checks"] == said[1]["checks"]
    assert Archive(there).arrow("findings").equals(Archive(here).arrow("findings"))
    assert validate(there) == [] and said[0]["report"] == [
        "archive.audit.html", "archive.audit.xlsx"
    ]  # fmt: skip
    assert "35 / 70 = 50%" in (tmp_path / "archive.audit.html").read_text("utf-8")

    (finding,) = (row for row in said[0]["findings"] if row["check"] == "percent_of_total")
    because = ["--explain", finding["finding_id"], "--because", "Đã giải trình\tngày 5/5"]
    assert congvan(capsys, "audit", there, *because).code == 0
    choices = Remote("memory://audited/archive.audit.toml").read_bytes().decode()
    assert "Đã giải trình" in choices and not (tmp_path / "archive.audit.toml").exists()
    rows = congvan(capsys, "audit", there, "--json").json["findings"]
    assert {row["finding_id"]: row["explained"] for row in rows if row["explained"]} == {
        finding["finding_id"]: "Đã giải trình\tngày 5/5"
    }
    Remote("memory://audited/archive.audit.toml").write_bytes(b"\xff")
    assert "not TOML" in congvan(capsys, "audit", there).one_error()
