"""The dictionary agrees with itself, with the model and with everything made from it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pyarrow as pa
import pytest

from pipeline.dictionary import (
    data_dictionary_markdown,
    datapackage,
    load_dictionary,
    schema,
    table,
)
from pipeline.dictionary.arrow import arrow_type
from pipeline.dictionary.model import parse_dictionary
from pipeline.dictionary.types import parse_type
from pipeline.errors import Category
from pipeline.link.signatures import head_defects
from pipeline.model import BlockKind, FigureMention
from pipeline.normalise.other_language import OTHER_LANGUAGE
from pipeline.normalise.unmarked import MARKS_LOST
from pipeline.read.cut import FILE_CUT
from pipeline.read.legacy.maps import NAMES
from pipeline.read.legacy.mojibake import REPAIRS
from pipeline.read.sheet.grid import HIDDEN_COLUMNS, HIDDEN_ROWS, HIDDEN_SHEETS, UNCALCULATED
from pipeline.read.signature.reader import UNREADABLE

ROOT = Path(__file__).resolve().parents[1]
TABLES = list(load_dictionary().tables)
EVIDENCE = ["doc_id", "page", "start", "end", "quote", "bbox", "rule", "confidence", "is_duplicate"]


def test_the_page_in_docs_is_the_generators_output() -> None:
    page = (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert page == data_dictionary_markdown(), "run: python -m pipeline.dictionary"


def test_the_tables_are_the_contracts() -> None:
    assert " ".join(TABLES) == (
        "documents texts pages blocks signatures citations dates awardees initiatives figures "
        "entities entity_links findings failures runs"
    )


@pytest.mark.parametrize("name", ["citations", "dates", "awardees", "initiatives", "figures"])
def test_extracted_rows_carry_their_evidence_behind_the_id(name: str) -> None:
    names = schema(name).names
    assert names[0] == f"{name[:-1]}_id"
    assert names[1:10] == EVIDENCE


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_explained_in_both_languages(name: str) -> None:
    for column in table(name).columns:
        assert column.en and column.vi and column.example, column.name
        metadata = schema(name).field(column.name).metadata
        assert metadata[b"description"].decode() == column.en
        assert metadata[b"description_vi"].decode() == column.vi
        assert metadata.get(b"unit", b"").decode() == (column.unit or "")


@pytest.mark.parametrize("name", TABLES)
def test_a_list_is_never_null_but_for_boxes(name: str) -> None:
    for column in table(name).columns:
        if column.type.name == "list":
            assert column.nullable == (column.name == "bbox"), column.name


def test_types_that_the_contract_names() -> None:
    assert schema("figures").field("value").type == pa.float64()
    assert schema("initiatives").field("benefit_vnd").type == pa.decimal128(20, 0)
    assert schema("documents").field("issued_on").type == pa.date32()
    assert schema("documents").field("addressees").type == pa.list_(pa.string())
    box = schema("citations").field("bbox").type.value_type
    assert [field.name for field in box] == ["page", "x0", "top", "x1", "bottom"]


def test_closed_lists_are_those_of_the_model() -> None:
    assert table("blocks").column("kind").values == get_args(BlockKind)
    assert table("failures").column("category").values == get_args(Category)
    hints = FigureMention.__annotations__
    for name in ("unit", "qualifier", "role"):
        for value in table("figures").column(name).values:
            assert f'"{value}"' in hints[name] or f"'{value}'" in hints[name]


def test_every_code_of_a_defect_is_explained() -> None:
    known = {code.code for code in table("documents").column("defects").codes}
    assert known >= {f"legacy_encoding_{name}" for name in NAMES.values()}
    assert known >= {code for code, _ in REPAIRS}
    assert known >= {HIDDEN_SHEETS, HIDDEN_ROWS, HIDDEN_COLUMNS, UNCALCULATED}
    assert known >= {FILE_CUT, UNREADABLE, MARKS_LOST, OTHER_LANGUAGE}
    written = set(re.findall(r"``(\w+)``: ", head_defects.__doc__ or ""))
    assert written and known >= written
    page = data_dictionary_markdown()
    fields = datapackage()["resources"][0]["schema"]["fields"]
    (told,) = (field["codes"] for field in fields if field["name"] == "defects")
    assert [each["code"] for each in told] == list(table("documents").column("defects").values)
    assert all(f"| `{code}` | " in page for code in known)


def test_the_data_package_names_every_column_and_key() -> None:
    package = json.loads(json.dumps(datapackage()))
    resources = {resource["name"]: resource for resource in package["resources"]}
    assert list(resources) == TABLES
    for name, resource in resources.items():
        assert resource["path"] == f"{name}/part-0.parquet"
        assert [field["name"] for field in resource["schema"]["fields"]] == schema(name).names
    assert resources["pages"]["schema"]["primaryKey"] == ["doc_id", "page"]
    own = resources["figures"]["schema"]["foreignKeys"][-1]
    assert own == {
        "fields": ["parent_figure_id"],
        "reference": {"resource": "", "fields": ["figure_id"]},
    }


@pytest.mark.parametrize(
    "text",
    [
        "string",
        "list<string>",
        "decimal128(20, 0)",
        "timestamp[us, tz=+07:00]",
        "list<struct<a: int32, b: list<string>, c: decimal128(5, 2)>>",
    ],
)
def test_types_read_and_written_alike(text: str) -> None:
    assert parse_type(text).text == text
    assert arrow_type(parse_type(text)) is not None


@pytest.mark.parametrize(
    "text", ["text", "list<>", "list<string", "struct<a: nope>", "decimal128(x)"]
)
def test_an_unknown_type_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="unknown column type"):
        parse_type(text)


def _small(**changes: object) -> dict[str, Any]:
    column = {"name": "a_id", "type": "string", "en": "e", "vi": "v", "example": "x"}
    entry = {
        "name": "a",
        "scope": "document",
        "key": ["a_id"],
        "sort": ["a_id"],
        "en": "e",
        "vi": "v",
        "columns": [column],
    }
    return {"format": 1, "table": [entry | changes]}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"sort": ["b"]}, "names no column"),
        ({"scope": "nowhere"}, "unknown scope"),
        ({"columns": _small()["table"][0]["columns"] * 2}, "stand twice"),
        (
            {"columns": [{**_small()["table"][0]["columns"][0], "references": "b.b_id"}]},
            "no primary key",
        ),
        (
            {"columns": [{**_small()["table"][0]["columns"][0], "nul": True}]},
            "unknown keys",
        ),
    ],
)
def test_a_dictionary_that_contradicts_itself_is_refused(
    changes: dict[str, object], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        parse_dictionary(_small(**changes))


def test_codes_of_a_column_that_is_not_there_are_refused() -> None:
    codes = {"a.b": [{"code": "c", "en": "e", "vi": "v"}]}
    with pytest.raises(ValueError, match="codes of no column"):
        parse_dictionary(_small() | {"codes": codes})


def test_an_unknown_table_names_the_known_ones() -> None:
    with pytest.raises(KeyError, match="documents"):
        table("nope")


def test_importing_loads_no_heavy_library() -> None:
    code = (
        "import sys, pipeline.dictionary, pipeline.store, pipeline.identity;"
        "pipeline.dictionary.data_dictionary_markdown(); pipeline.store.load_ledger;"
        "print([m for m in ('pyarrow', 'pandas', 'duckdb', 'numpy') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert run.stdout.strip() == "[]"
