"""By what a person calls a document, and what is answered where there is none of the name."""

from __future__ import annotations

import datetime as dt
import pickle
import unicodedata

import pytest

from pipeline.store import DocumentError
from pipeline.store.naming import named, near, title, why_unread


def row(doc_id: str, number: str | None, uri: str, member: str | None = None) -> dict[str, object]:
    return {
        "doc_id": doc_id, "doc_number": number, "issued_on": dt.date(2021, 5, 17),
        "source_uri": uri, "member": member, "same_bytes_uris": ["in/bản sao.pdf"],
    }  # fmt: skip


ROWS = [
    row("d1", "15/QĐ-CĐN", "in/quyết định.pdf"),
    row("d2", "150/QĐ-CĐN", "in/goi.zip", "trong/kèm theo.docx"),
    row("d3", None, "in/danh sach.txt") | {"issued_on": None, "same_bytes_uris": None},
]


def ids(key: str) -> list[object]:
    return [found["doc_id"] for found in named(ROWS, key)]


def test_a_name_is_found_whichever_way_its_marks_are_encoded() -> None:
    taken_apart = unicodedata.normalize("NFD", "quyết định.pdf")
    assert ids("quyết định.pdf") == ids(taken_apart) == ["d1"]
    rows = [row("d1", None, f"in/{taken_apart}")]
    assert named(rows, "quyết định.pdf") == rows
    assert ids(unicodedata.normalize("NFD", "15/qđ - cđn")) == ["d1"]


def test_a_copy_with_the_same_bytes_names_the_document_that_was_read() -> None:
    assert ids("bản sao.pdf") == ["d1", "d2"]


@pytest.mark.parametrize(
    ("key", "offered"),
    [
        ("15", ["15/QĐ-CĐN"]),
        ("150", ["150/QĐ-CĐN"]),
        ("15/qd", ["15/QĐ-CĐN"]),
        ("KEM THEO", ["kèm theo.docx"]),
        ("danh", ["danh sach.txt"]),
        ("", []),
        ("x", []),
        ("7", []),
    ],
)
def test_numbers_and_files_that_have_the_key_in_them_are_offered(
    key: str, offered: list[str]
) -> None:
    assert near(ROWS, key) == offered


def test_a_few_are_offered_and_no_more() -> None:
    rows = [row(str(i), f"{i}/TB-A", f"in/{i}.pdf") for i in range(40)]
    assert len(near(rows, "TB-A")) == 5


def test_a_title_leaves_out_what_is_unknown() -> None:
    assert title(ROWS[1]) == "150/QĐ-CĐN · 17/05/2021 · goi.zip › trong/kèm theo.docx"
    assert title(ROWS[2]) == "danh sach.txt"


def test_why_a_file_was_not_read_is_told_of_whole_files_only() -> None:
    failed = row("", None, "in/hỏng.pdf") | {"message": "It is torn.", "is_partial": False}
    assert why_unread([failed], "hỏng.pdf") == "It is torn."
    assert why_unread([failed | {"is_partial": True}], "hỏng.pdf") is None
    assert why_unread([failed], "khác.pdf") is None


def test_the_error_says_what_to_do_and_travels_between_processes() -> None:
    several = DocumentError("15", {"d1": "a.pdf", "d2": "b.pdf"})
    assert "one of these ids: d1 (a.pdf), d2 (b.pdf)" in str(several)
    assert several.candidates == ("d1", "d2")
    many = DocumentError("15", {f"d{i}": "x" for i in range(11)})
    assert "names 11 documents" in str(many) and "d10" not in str(many)
    assert "(do you mean 15/QĐ-A?)" in str(DocumentError("15", {}, ["15/QĐ-A"]))
    unread = DocumentError("a.pdf", {}, [], "It is torn.")
    assert str(unread).endswith("could not be read: It is torn.")
    assert str(pickle.loads(pickle.dumps(unread))) == str(unread)
