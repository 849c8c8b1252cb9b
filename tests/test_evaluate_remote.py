"""Archives on object stores are judged and held against others like those in a folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.engine import run
from pipeline.errors import ArchiveError
from pipeline.evaluate import as_json, compare_archives, evaluate
from tests.cli import congvan

pytest.importorskip("fsspec", reason="needs the extra s3")

LETTER = """ỦY BAN NHÂN DÂN XÃ MẪU
Số: 12/UBND-VP
Mẫu, ngày 04 tháng 9 năm 2024

Thực hiện Công văn số 7/SNV-TĐ ngày 01/8/2024 của Sở Nội vụ, Ủy ban nhân dân xã Mẫu báo cáo.
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = tmp_path_factory.mktemp("in")
    (source / "a.txt").write_text(LETTER, "utf-8")
    return source


def test_an_archive_on_a_store_is_judged_like_one_in_a_folder(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    item = {"text": "Công văn số 7/SNV-TĐ", "cited_type": "cong_van", "cited_number": "7/SNV-TĐ"}
    said = {"source": "a.txt", "document": {"doc_number": "13/UBND-VP"}, "citations": [item]}
    (gold / "a.json").write_text(json.dumps(said), "utf-8")
    here, there = tmp_path / "here", "memory://judged"
    for out in (here, there):
        assert run(source, out).ok == 1
    found = as_json(evaluate(there, gold))
    assert found == as_json(evaluate(here, gold))
    assert found["citations"]["f1"] == 1.0
    answer = congvan(capsys, "evaluate", gold, "--archive", there, "--errors")
    assert answer.code == 0 and "want '13/UBND-VP', got '12/UBND-VP'" in answer.out


def test_archives_on_stores_and_in_folders_are_held_against_each_other(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here, there = tmp_path / "here", "memory://held"
    for out in (here, there):
        run(source, out)
    assert compare_archives(there, here).changes == ()
    (source / "b.txt").write_text(LETTER.replace("12/", "13/"), "utf-8")
    run(source, there)
    answer = congvan(capsys, "evaluate", "--archive", there, "--against", here)
    assert answer.code == 0 and "b.txt" in answer.out
    with pytest.raises(ArchiveError, match="nothing"):
        compare_archives("memory://nothing", here)


def test_a_cache_of_an_archive_on_a_store_holds_nothing(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(source, "memory://uncached")
    nothing = {"readings": 0, "pages": 0, "size_bytes": 0}
    for given in ((), ("--clear",)):
        answer = congvan(capsys, "cache", "memory://uncached", *given, "--json")
        assert answer.code == 0 and answer.json == nothing
    assert congvan(capsys, "cache", "memory://nowhere").code == 2
