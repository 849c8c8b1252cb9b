"""Evaluation: the figures of the reference scorer to the digit, and gold that is not gold."""

from __future__ import annotations

import datetime as dt
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.errors import ArchiveError
from pipeline.evaluate import as_json, as_lines, evaluate, match, wrong

SCORER = Path(__file__).resolve().parents[2] / "shared" / "tools" / "score.py"
BODIES = ("UBND tỉnh Bình An", "Liên đoàn Lao động tỉnh Bình An", "LĐLĐ tỉnh Bình An", None)
NAMES = ("Nguyễn Văn Thử", "Trần Thị Mẫu", "Công đoàn Công ty May Hoà Bình", "Lê Sỹ Giả")
AWARDS = ("Bằng khen", "Cờ thi đua", "Huân chương Lao động hạng Nhì", None)
TITLES = ("Cải tiến máy cắt vải tự động", "Giảm hao hụt sợi khi dệt", "Nuôi ong mật")
NUMBERS = ("12/QĐ-LĐLĐ", "012/QĐ - LĐLĐ", "345/KH-UBND", "6/2022/QH15", None)
DAYS = (dt.date(2021, 3, 4), dt.date(2021, 12, 31), dt.date(2020, 1, 1), None)


def maybe(chance: random.Random, value: Any, other: Any) -> Any:
    """The value, now and then replaced by another one."""
    return other if chance.random() < 0.25 else value


def iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def document_pair(c: random.Random, n: int) -> tuple[dict[str, Any], dict[str, list[Any]]]:
    """A gold annotation and rows that agree with it in part."""
    doc_id, uri = f"d{n}", f"folder/van-ban-{n}.txt"
    number, day, body = c.choice(NUMBERS), c.choice(DAYS), c.choice(BODIES)
    gold: dict[str, Any] = {
        "source": f"seeds/van-ban-{n}.txt",
        "kind": c.choice(("text", "born")),
        "document": {
            "genre": "dispatch", "doc_type": "QĐ", "doc_number": number, "issued_on": iso(day),
            "place": "Bình An", "issuer": body, "parent_issuer": None,
            "subject": "Tặng Bằng khen cho các tập thể, cá nhân có thành tích",
            "signer_name": c.choice(NAMES), "addressees": ["Các CĐCS", "Như Điều 3"],
            "copies": [],
        },
        "citations": [], "awardees": [], "initiatives": [], "figures": [], "dates": [],
    }  # fmt: skip
    if c.random() < 0.3:
        gold["partial"] = "a part"
    rows: dict[str, list[Any]] = {name: [] for name in ("citations", "awardees", "initiatives")}
    rows |= {"figures": [], "dates": []}
    rows["documents"] = [{
        "doc_id": doc_id, "source_uri": maybe(c, uri, "elsewhere.txt"),
        "genre": maybe(c, "dispatch", "list"), "doc_type": maybe(c, "QĐ", None),
        "doc_number": maybe(c, number, "1/X"), "issued_on": maybe(c, day, None),
        "place": maybe(c, "Bình  an", None), "issuer": maybe(c, body, "Sở Nội vụ"),
        "parent_issuer": maybe(c, None, "UBND tỉnh"),
        "subject": maybe(c, "tặng bằng khen cho các tập thể cá nhân có thành tích.", None),
        "signer_name": c.choice(NAMES),
        "addressees": maybe(c, ["Như Điều 3", "Các CĐCS"], None),
        "copies": maybe(c, [], ["Lưu: VT"]),
    }]  # fmt: skip
    base = {"doc_id": doc_id, "quote": "trích"}
    for i in range(c.randint(0, 6)):
        copy = c.random() < 0.15
        base = base | {"is_duplicate": copy}
        number, day, body = c.choice(NUMBERS), c.choice(DAYS), c.choice(BODIES)
        name, award, title = c.choice(NAMES), c.choice(AWARDS), c.choice(TITLES)
        value, high = float(c.randint(1, 4)), c.choice((None, 9.0))
        if c.random() < 0.9:
            gold["citations"].append(
                {"cited_type": "QĐ", "cited_number": number or "57", "cited_on": iso(day),
                 "cited_issuer": body})  # fmt: skip
            gold["awardees"].append(
                {"name": name, "kind": "person", "role": "awardee", "position": "Chủ tịch",
                 "workplace": "Công ty May Hòa Bình", "award": award, "conferred_by": body,
                 "year": 2021, "decision": number,
                 "initiative": c.choice((None, title))})  # fmt: skip
            gold["initiatives"].append(
                {"title": title, "kind": "giải pháp", "authors": [name], "benefit_vnd": 5000000}
            )
            gold["figures"].append(
                {"text": "02 tập thể", "value": value, "value_high": high, "unit": "count",
                 "counted": c.choice(("tập thể", "cá nhân", None)), "qualifier": "exact",
                 "of_value": None, "role": "result", "award": award})  # fmt: skip
            start = iso(day) or "2019-01-01"
            gold["dates"].append({"text": "x", "start": start, "end": start, "role": "cited"})
        if c.random() < 0.9:
            key = f"i{n}.{i}"
            rows["citations"].append(base | {
                "cited_type": maybe(c, "qđ", "KH"), "cited_number": maybe(c, number, "9/TB"),
                "cited_on": maybe(c, day, None), "cited_issuer": maybe(c, body, None)})  # fmt: skip
            rows["awardees"].append(base | {
                "name": maybe(c, name, "Ai đó"), "kind": maybe(c, "person", "collective"),
                "role": maybe(c, "awardee", "nominee"), "position": maybe(c, "chủ tịch", None),
                "workplace": "Công ty May Hoà Bình", "award": maybe(c, "bang_khen", None),
                "award_name": maybe(c, award, None), "conferred_by": body,
                "year": maybe(c, 2021, None), "decision": number,
                "initiative_id": maybe(c, key, None)})  # fmt: skip
            rows["initiatives"].append(base | {
                "initiative_id": key, "title": maybe(c, title + ".", "Khác hẳn"),
                "kind": "Giải pháp", "authors": maybe(c, [name], []),
                "benefit_vnd": maybe(c, 5000000, None)})  # fmt: skip
            rows["figures"].append(base | {
                "value": maybe(c, value, 77.0), "value_high": high, "unit": "count",
                "counted": c.choice(("các tập thể", "tập thể nữ", None)),
                "qualifier": maybe(c, "exact", "about"), "of_value": None,
                "role": "result", "award": None, "award_name": award,
                "conferred_by": None})  # fmt: skip
            rows["dates"].append(base | {
                "date_start": day or dt.date(2019, 1, 1), "date_end": maybe(c, day, None),
                "role": maybe(c, "cited", "issued")})  # fmt: skip
    for name in list(gold):
        if name in rows and c.random() < 0.1:
            del gold[name]
    return gold, rows


def write(root: Path, seed: int) -> tuple[Path, Path]:
    """An invented archive and its gold."""
    chance = random.Random(seed)
    archive, gold = root / "archive", root / "gold"
    gold.mkdir(parents=True)
    tables: dict[str, list[Any]] = {}
    for n in range(8):
        annotation, rows = document_pair(chance, n)
        (gold / f"{n}.json").write_text(json.dumps(annotation), encoding="utf-8")
        for name, new in rows.items():
            tables.setdefault(name, []).extend(new)
    for name, all_rows in tables.items():
        (archive / name).mkdir(parents=True)
        pq.write_table(pa.Table.from_pylist(all_rows), archive / name / "part-0.parquet")
    return archive, gold


@pytest.mark.skipif(not SCORER.exists(), reason="the reference scorer is not here")
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("only", ["", "text", "van-ban-3"])
def test_agrees_with_the_reference_scorer(tmp_path: Path, seed: int, only: str) -> None:
    archive, gold = write(tmp_path, seed)
    command = [sys.executable, str(SCORER), str(archive), str(gold), "--json", "--only", only]
    reference = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert as_json(evaluate(archive, gold, only)) == reference


def test_report_and_errors_show_the_text(tmp_path: Path) -> None:
    archive, gold = write(tmp_path, 1)
    tallies = evaluate(archive, gold)
    lines = list(as_lines(tallies))
    assert [line.split()[0] for line in lines] == [
        "table", "documents", "citations", "awardees", "initiatives", "figures", "dates", "overall",
    ]  # fmt: skip
    errors = list(wrong(tallies))
    assert any(e.startswith("[awardees] missed in van-ban-") and "Nguyễn" in e for e in errors)
    assert any(e.startswith("[figures] extra in van-ban-") and "77.0" in e for e in errors)
    counted = sum(t.missed + t.extra for n, t in tallies.items())
    assert len(errors) >= counted


def test_a_perfect_archive_scores_one(tmp_path: Path) -> None:
    (tmp_path / "g").mkdir()
    document = {"doc_number": "1/TB-X", "issued_on": "2024-05-06", "place": None, "copies": []}
    gold = {
        "source": "x/a.txt",
        "document": document,
        "dates": [{"start": "2024-05-06", "end": "2024-05-06", "role": "issued"}],
    }
    (tmp_path / "g" / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    day = dt.date(2024, 5, 6)
    for name, row in (
        ("documents", {"doc_number": "01/TB - X", "issued_on": day, "source_uri": "in/a.txt"}),
        ("dates", {"date_start": day, "date_end": day, "role": "issued"}),
    ):
        (tmp_path / name).mkdir()
        table = pa.Table.from_pylist([{"doc_id": "d", **row}])
        pq.write_table(table, tmp_path / name / "0.parquet")
    report = as_json(evaluate(tmp_path, tmp_path / "g"))
    assert report["dates"]["f1"] == report["documents"]["attributes"] == report["overall"] == 1.0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hoà Bình", "hòa  bình.", True),
        ("Ủy ban", "Uỷ ban", True),
        ("Bác sỹ", "bác sĩ", True),
        ("Đức", "Duc", False),
        (None, float("nan"), True),
    ],
)
def test_keys_fold_what_spelling_leaves_open(one: Any, other: Any, same: bool) -> None:
    assert (match.key(one) == match.key(other)) is same


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "not a gold file"),
        ("[]", "one JSON object"),
        ('{"source": "a.txt"}', "`document` is missing"),
        ('{"source": "a.txt", "document": {}, "dates": [{"start": "2020"}]}', "dates[0] has no"),
    ],
)
def test_wrong_gold_names_the_file(tmp_path: Path, content: str, says: str) -> None:
    archive, _ = write(tmp_path, 0)
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "x.json").write_text(content, encoding="utf-8")
    with pytest.raises(ArchiveError) as caught:
        evaluate(archive, tmp_path / "bad")
    assert says in str(caught.value) and "x.json" in str(caught.value)


def test_missing_folders_are_errors(tmp_path: Path) -> None:
    archive, gold = write(tmp_path, 0)
    with pytest.raises(ArchiveError, match="no such folder"):
        evaluate(archive, tmp_path / "nowhere")
    with pytest.raises(ArchiveError, match="holds no tables"):
        evaluate(tmp_path / "nowhere", gold)
    with pytest.raises(ArchiveError, match="holds no gold file that fits 'zzz'"):
        evaluate(archive, gold, "zzz")
