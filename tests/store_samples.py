"""An invented archive that keeps the whole contract, for the tests of the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pyarrow as pa

from pipeline.dictionary import load_dictionary
from pipeline.identity import document_id, row_id
from pipeline.store import LedgerEntry, to_arrow, write_archive

Rows = dict[str, list[dict[str, object]]]

SHA = {"a": "a" * 64, "b": "b" * 64, "broken": "c" * 64}
TEXT = (
    "CÔNG ĐOÀN NGÀNH MẪU\nSố: 15 /QĐ - CĐN\n"
    "Căn cứ Quyết định số 77/QĐ-CĐN ngày 02/3/2021\n"
    "Tặng Bằng khen cho bà Trần Thị Ví Dụ, tác giả sáng kiến Máy rửa chai tự động, "
    "làm lợi 1,2 tỷ đồng. Tổng số 12 tập thể, trong đó 5 tập thể nữ."
)


def evidence(doc_id: str, kind: str, quote: str) -> dict[str, object]:
    """The evidence columns of a row on ``quote``, which stands in the sample's text."""
    start = TEXT.index(quote)
    end = start + len(quote)
    return {
        f"{kind}_id": row_id(doc_id, kind, start, end, 0),
        "doc_id": doc_id,
        "page": 1,
        "start": start,
        "end": end,
        "quote": quote,
        "bbox": [{"page": 1, "x0": 10.0, "top": 20.0, "x1": 90.5, "bottom": 32.0}],
        "rule": f"{kind}.sample",
        "confidence": 0.95,
        "is_duplicate": False,
    }


def document_rows(name: str, number: str = "15/QĐ-CĐN") -> Rows:
    """The rows of one invented document, read from ``data/<name>.pdf``."""
    doc_id = document_id(SHA[name], None, 0)
    total = evidence(doc_id, "figure", "12 tập thể")
    part = evidence(doc_id, "figure", "5 tập thể")
    initiative = evidence(doc_id, "initiative", "Máy rửa chai tự động")
    start = TEXT.index("15 /QĐ")
    return {
        "documents": [
            {
                "doc_id": doc_id,
                "source_uri": f"data/{name}.pdf",
                "source_sha256": SHA[name],
                "same_bytes_uris": [],
                "ordinal": 0,
                "media_type": "application/pdf",
                "size_bytes": 2048,
                "page_count": 1,
                "reader": "pdf",
                "is_ocr": False,
                "genre": "dispatch",
                "doc_type": "QĐ",
                "doc_number": number,
                "number": 15 if name == "a" else None,
                "is_draft": False,
                "issued_on": dt.date(2021, 5, 17),
                "addressees": ["Ban Chấp hành", "Các tổ"],
                "copies": (),
                "status": "ok",
                "defects": [],
                "evidence": [
                    {
                        "field": "doc_number",
                        "start": start,
                        "end": start + 12,
                        "page": 1,
                        "rule": "head.sample",
                        "confidence": 1.0,
                    }
                ],
                "pipeline_version": "0",
                "rules_version": "r1",
            }
        ],
        "texts": [{"doc_id": doc_id, "text": TEXT}],
        "pages": [
            {
                "doc_id": doc_id,
                "page": 1,
                "start": 0,
                "end": len(TEXT),
                "width": 595.0,
                "height": 842.0,
                "reader": "pdf",
                "rotation": 0,
            }
        ],
        "blocks": [
            {
                "doc_id": doc_id,
                "block": 0,
                "kind": "paragraph",
                "start": 0,
                "end": len(TEXT),
                "page": 1,
                "level": 0,
            }
        ],
        "signatures": [
            {
                "signature_id": row_id(doc_id, "signature", 0, 0, 0),
                "doc_id": doc_id,
                "field": "Signature1",
                "ordinal": 0,
                "is_body": True,
                "signed_at": dt.datetime(
                    2021, 5, 17, 6, 30, tzinfo=dt.timezone(dt.timedelta(hours=7))
                ),
                "trust": "unchecked",
            }
        ],
        "citations": [
            evidence(doc_id, "citation", "Quyết định số 77/QĐ-CĐN ngày 02/3/2021")
            | {
                "cited_type": "QĐ",
                "cited_number": "77/QĐ-CĐN",
                "cited_on": dt.date(2021, 3, 2),
                "relation": "basis",
                "is_partial": False,
            }
        ],
        "dates": [
            evidence(doc_id, "date", "ngày 02/3/2021")
            | {
                "date_start": dt.date(2021, 3, 2),
                "date_end": dt.date(2021, 3, 2),
                "precision": "day",
                "role": "cited",
            }
        ],
        "awardees": [
            evidence(doc_id, "awardee", "Trần Thị Ví Dụ")
            | {
                "name": "Trần Thị Ví Dụ",
                "kind": "person",
                "role": "awardee",
                "honorific": "bà",
                "award_name": "Bằng khen",
                "year": 2021,
                "initiative_id": initiative["initiative_id"],
                "entity_id": "person-1",
            }
        ],
        "initiatives": [
            initiative
            | {
                "title": "Máy rửa chai tự động",
                "kind": "sáng kiến",
                "authors": ["Trần Thị Ví Dụ"],
                "benefit_vnd": Decimal(1_200_000_000),
                "benefit_qualifier": "exact",
            }
        ],
        "figures": [
            total
            | {
                "value": 12,
                "unit": "count",
                "counted": "tập thể",
                "qualifier": "exact",
                "role": "total",
            },
            part
            | {
                "value": 5.0,
                "unit": "count",
                "counted": "tập thể nữ",
                "qualifier": "exact",
                "role": "part",
                "parent_figure_id": total["figure_id"],
            },
        ],
    }


def archive_rows() -> Rows:
    """Two documents, one failed input, one entity, one finding, one run."""
    rows: Rows = {name: [] for name in load_dictionary().tables}
    for name in ("a", "b"):
        for table, found in document_rows(name).items():
            rows[table].extend(found)
    first = rows["figures"][0]
    rows["entities"] = [
        {
            "entity_id": "person-1",
            "kind": "person",
            "name": "Trần Thị Ví Dụ",
            "name_key": "tran thi vi du",
            "aliases": [],
            "workplaces": [],
            "mention_count": 2,
            "document_count": 2,
            "first_year": 2021,
            "last_year": 2021,
            "match_probability": 0.97,
        }
    ]
    rows["findings"] = [
        {
            "finding_id": "sum-1",
            "check": "sum",
            "verdict": "not_checkable",
            "severity": "info",
            "doc_ids": [first["doc_id"]],
            "message_vi": "Không kiểm được.",
            "message_en": "Cannot be checked.",
            "evidence": [
                {"table": "figures", "row_id": first["figure_id"]}
                | {key: first[key] for key in ("doc_id", "start", "end", "quote")}
            ],
        }
    ]
    rows["failures"] = [
        {
            "source_uri": "data/broken.pdf",
            "source_sha256": SHA["broken"],
            "stage": "read",
            "category": "corrupt",
            "message": "The file is damaged; ask for another copy.",
            "is_partial": False,
        }
    ]
    rows["runs"] = [
        {
            "run_id": "run-1",
            "started_at": dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
            "finished_at": dt.datetime(2024, 1, 1, 0, 1, tzinfo=dt.UTC),
            "command": "congvan run data",
            "engine": "pool",
            "inputs": 3,
            "ok": 2,
            "partial": 0,
            "failed": 1,
            "skipped": 0,
            "pipeline_version": "0",
            "rules_version": "r1",
            "pages": 2,
            "bytes": 4096,
        }
    ]
    return rows


def ledger() -> list[LedgerEntry]:
    """The ledger that belongs to :func:`archive_rows`."""
    read = [LedgerEntry(SHA[name], "ok", "0", "r1") for name in ("a", "b")]
    return [*read, LedgerEntry(SHA["broken"], "failed", "0", "r1")]


def to_tables(rows: Mapping[str, list[dict[str, object]]]) -> dict[str, pa.Table]:
    """Every table of ``rows`` as Arrow."""
    return {name: to_arrow(name, found) for name, found in rows.items()}


def write_sample(out: Path, rows: Rows | None = None) -> Path:
    """Write the sample archive, or one of the rows given, and return its folder."""
    write_archive(out, to_tables(archive_rows() if rows is None else rows), ledger())
    return out
