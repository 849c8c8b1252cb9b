"""Archives: every member its own document, every failure a row, hostile ones harmless."""

from __future__ import annotations

import gzip
import io
import random
import struct
import tarfile
import unicodedata
import zipfile
from collections.abc import Iterable
from typing import Any

import pytest

from pipeline.document import process_each
from pipeline.errors import ReadError
from pipeline.model import Source
from pipeline.read import detect_media_type, read
from pipeline.read.container.reader import Member, members
from pipeline.read.container.zip_names import member_name
from pipeline.read.entry import Limits, clean_path, unique_path
from pipeline.read.zip_directory import MAX_DIRECTORY, directory_size
from pipeline.rulebook import load_rulebook
from tests.packed_files import NOTE, RAW, half_decomposed, listed, rows, source, zipped

# ------------------------------------------------------------------------------------ whole runs


def without_ids(tables: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The rows without what tells one source from another; ids cut to what follows the document."""
    own = {"doc_id", "source_uri", "source_sha256", "member"}

    def value(name: str, item: Any) -> Any:
        return item.partition("-")[2] if name.endswith("_id") and isinstance(item, str) else item

    return {
        table: [{k: value(k, v) for k, v in row.items() if k not in own} for row in found]
        for table, found in tables.items()
    }


def test_zip_gives_the_rows_of_its_files() -> None:
    names = ["cv-412-ldld-van-khe.txt", "ttr-64-ubnd-van-khe.docx", "bc-145-cdkcn-van-khe.pdf"]
    files = [(name, (RAW / name).read_bytes()) for name in names]
    alone: dict[str, list[dict[str, Any]]] = {}
    for name, content in files:
        for table, found in rows(content, name).items():
            alone.setdefault(table, []).extend(found)
    together = rows(zipped((f"văn bản/{name}", content) for name, content in files))
    assert without_ids(together) == without_ids(alone)
    assert [row["member"] for row in together["documents"]] == [f"văn bản/{n}" for n in names]
    assert len({row["doc_id"] for row in together["documents"]}) == 3
    assert len({row["source_sha256"] for row in together["documents"]}) == 1


def test_members_fail_alone() -> None:
    data = zipped(
        [("a.txt", NOTE), ("b.pdf", b"%PDF-1.4 cut"), ("c.rar", b"Rar!\x1a\x07\x01\x00x")]
    )
    found = rows(data)
    assert [row["member"] for row in found["documents"]] == ["a.txt"]
    failed = {row["member"]: (row["category"], row["is_partial"]) for row in found["failures"]}
    assert failed == {"b.pdf": ("corrupt", False), "c.rar": ("unsupported", False)}


def test_mistake_in_a_member_does_not_harm_the_others() -> None:
    def reads(data: bytes, origin: Source, media_type: str) -> Any:
        if origin.member == "b.txt":
            raise KeyError("x")
        return read(data, origin, media_type)

    data = zipped([("a.txt", NOTE), ("b.txt", NOTE), ("c.txt", NOTE)])
    found: dict[str, list[dict[str, Any]]] = {"documents": [], "failures": []}
    for part in process_each(data, source(data), load_rulebook(), reader=reads):
        for table in found:
            found[table] += part.tables.get(table, [])
    assert [row["member"] for row in found["documents"]] == ["a.txt", "c.txt"]
    assert [(r["member"], r["category"]) for r in found["failures"]] == [("b.txt", "internal")]


def test_documents_come_one_at_a_time() -> None:
    data = zipped([("a.txt", NOTE), ("b.txt", NOTE)])
    parts = process_each(data, source(data), load_rulebook())
    assert [row["member"] for row in next(parts).tables["documents"]] == ["a.txt"]


def test_plain_file_is_its_own_member() -> None:
    assert listed(NOTE, name="a.txt") == [(None, "ok")]


# ------------------------------------------------------------------------------- paths and names


def test_hostile_paths_become_plain_labels() -> None:
    data = zipped(
        [
            ("../../etc/passwd", NOTE), ("/tuyet/doi.txt", NOTE), ("C:\\Windows\\a.txt", NOTE),
            ("a/./b//c.txt", NOTE), ("..", NOTE),
        ]
    )  # fmt: skip
    paths = [path for path, _ in listed(data)]
    assert paths == ["etc/passwd", "tuyet/doi.txt", "Windows/a.txt", "a/b/c.txt", "unnamed"]
    assert clean_path("a\x00b\u202egpj.exe") == "abgpj.exe"
    assert len(clean_path("x" * 60_000)) <= 1000


def test_same_names_are_told_apart() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped([("a.txt", NOTE), ("a.txt", NOTE + b"2"), ("./a.txt", NOTE)])
    assert [path for path, _ in listed(data)] == ["a.txt", "a (2).txt", "a (3).txt"]
    assert unique_path("a", {"a": 1}) == "a (2)"
    assert len({row["doc_id"] for row in rows(data)["documents"]}) == 3


def test_files_of_operating_systems_are_left_out(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    names = ["__MACOSX/._a.txt", ".DS_Store", "x/Thumbs.db", "~$a.docx", "a.txt", "thu-muc/"]
    data = zipped((name, NOTE) for name in names)
    assert listed(data) == [("a.txt", "ok")]
    assert "Thumbs.db" in caplog.text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1258", "cp437"])
def test_names_without_a_stated_encoding(encoding: str) -> None:
    name = "résumé.txt" if encoding == "cp437" else "Quyết định số 5 về thưởng.txt"
    typed = name
    if encoding == "cp1258":  # its letters: base with circumflex or horn, tone mark behind
        typed = "".join(
            letter if letter in "ăâđêôơư" else unicodedata.normalize("NFD", letter)
            for letter in half_decomposed(name)
        )
    raw = typed.encode(encoding)
    data = zipped([("x" * len(raw), NOTE)]).replace(b"x" * len(raw), raw)
    assert [path for path, _ in listed(data)] == [name]


def test_name_beside_the_name() -> None:
    info = zipfile.ZipInfo("bc.txt")
    info.orig_filename = "b\u2562.txt"
    import zlib

    raw = info.orig_filename.encode("cp437")
    stated = struct.pack("<BI", 1, zlib.crc32(raw)) + "báo cáo.txt".encode()
    info.extra = struct.pack("<HH", 0x7075, len(stated)) + stated
    assert member_name(info) == "báo cáo.txt"


# ------------------------------------------------------------------------------------- nested


def nested(depth: int) -> bytes:
    data = zipped([("a.txt", NOTE)])
    for number in range(depth - 1):
        data = zipped([(f"{number}.zip", data)])
    return data


def test_archives_in_archives() -> None:
    data = zipped([("ngoài.txt", NOTE), ("inner.zip", zipped([("sâu/a.txt", NOTE)]))])
    assert listed(data) == [("ngoài.txt", "ok"), ("inner.zip/sâu/a.txt", "ok")]
    assert listed(nested(4)) == [("2.zip/1.zip/0.zip/a.txt", "ok")]


def test_five_deep_is_a_bomb_and_says_where() -> None:
    assert listed(nested(5)) == [("3.zip/2.zip/1.zip/0.zip", "bomb")]
    assert [row["category"] for row in rows(nested(5))["failures"]] == ["bomb"]


def test_office_files_are_documents_not_archives() -> None:
    docx = (RAW / "ttr-64-ubnd-van-khe.docx").read_bytes()
    assert listed(zipped([("a.docx", docx)])) == [("a.docx", "ok")]
    assert listed(zipped([("a.docx", docx)], zipfile.ZIP_STORED)) == [("a.docx", "ok")]


def test_stored_pdf_does_not_make_the_zip_a_pdf() -> None:
    pdf = (RAW / "bc-145-cdkcn-van-khe.pdf").read_bytes()
    assert detect_media_type(zipped([("a.pdf", pdf)], zipfile.ZIP_STORED)) == "application/zip"


# --------------------------------------------------------------------------- broken and hostile


def test_broken_archives_are_typed() -> None:
    whole = zipped([("a.txt", NOTE), ("b.txt", NOTE)])
    assert listed(whole[:60]) == [(None, "corrupt")]
    assert listed(zipped([])) == [(None, "empty")]
    assert listed(zipped([("__MACOSX/x", NOTE)])) == [(None, "empty")]
    at = whole.index(b"a.txt") + 5 + 10
    torn = whole[:at] + bytes(255 - byte for byte in whole[at : at + 20]) + whole[at + 20 :]
    assert listed(torn) == [("a.txt", "corrupt"), ("b.txt", "ok")]
    assert listed(whole[:-8]) == [(None, "corrupt")]


def test_encrypted_member_is_typed_and_the_rest_is_read() -> None:
    data = bytearray(zipped([("mat.txt", NOTE), ("mo.txt", NOTE)]))
    data[6] |= 1  # the flag in the first local header, and in its directory entry
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert listed(bytes(data)) == [("mat.txt", "encrypted"), ("mo.txt", "ok")]


def test_unknown_packing_and_links_are_unsupported() -> None:
    assert listed(zipped([("a.txt", NOTE)], zipfile.ZIP_LZMA)) == [("a.txt", "unsupported")]
    assert listed(zipped([("a.txt", NOTE)], zipfile.ZIP_BZIP2)) == [("a.txt", "ok")]
    link = zipfile.ZipInfo("link")
    link.create_system = 3
    link.external_attr = 0o120777 << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert listed(buffer.getvalue()) == [("link", "unsupported")]


def test_ratio_bomb_is_never_unpacked() -> None:
    data = zipped([("bom.txt", b"\x00" * 50_000_000), ("a.txt", NOTE)])
    assert len(data) < 100_000
    assert listed(data) == [("bom.txt", "bomb"), ("a.txt", "ok")]


def test_lying_size_gives_no_more_than_it_says() -> None:
    data = zipped([("a.txt", NOTE * 100)])
    at = data.index(b"PK\x01\x02") + 24
    lie = data[:at] + struct.pack("<I", 10) + data[at + 4 :]
    assert listed(lie) == [("a.txt", "corrupt")]


def test_limits_of_the_whole_are_asked_before_anything_is_read() -> None:
    many = zipped((f"{number}.txt", b"x") for number in range(50))
    assert listed(many, Limits(members=40)) == [(None, "bomb")]
    noise = random.Random(1).randbytes(100_000)
    large = zipped([("a", noise), ("b", noise), ("c", b"x")])
    assert listed(large, Limits(total_bytes=150_000)) == [(None, "too_large")]
    assert [found for _, found in listed(large, Limits(member_bytes=50_000))] == [
        "too_large", "too_large", "ok",
    ]  # fmt: skip
    blanks = zipped([("a", b" " * 3_000_000), ("b", b" " * 3_000_000)])
    assert listed(blanks, Limits(total_bytes=4_000_000)) == [(None, "bomb")]


def test_limits_hold_over_nested_archives() -> None:
    inner = zipped((f"{number}.txt", b"x") for number in range(30))
    outer = zipped([("1.zip", inner), ("2.zip", inner)])
    found = listed(outer, Limits(members=40))
    assert found[-1] == ("2.zip", "bomb") and len(found) == 31


def test_hostile_directory_is_refused_unread() -> None:
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 9, 9, MAX_DIRECTORY + 1, 0, 0)
    data = b"PK\x03\x04" + b"\x00" * (MAX_DIRECTORY + 100) + end
    assert directory_size(data) == MAX_DIRECTORY + 1
    assert listed(data) == [(None, "bomb")]
    assert directory_size(b"PK\x03\x04") is None


# -------------------------------------------------------------------------------- TAR and GZIP


def tarred(infos: Iterable[tuple[tarfile.TarInfo, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for info, content in infos:
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def test_tar_and_gzip() -> None:
    link = tarfile.TarInfo("lien-ket")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    data = tarred([(tarfile.TarInfo("../văn bản/a.txt"), NOTE), (link, b"")])
    plain = [("văn bản/a.txt", "ok"), ("lien-ket", "unsupported")]
    assert listed(data, name="b.tar") == plain
    packed = gzip.compress(data)
    assert listed(packed, name="b.tgz") == [(f"b.tar/{path}", found) for path, found in plain]
    assert listed(gzip.compress(NOTE), name="x/a.txt.gz") == [("a.txt", "ok")]
    assert listed(gzip.compress(NOTE)[:-12], name="a.gz") == [(None, "corrupt")]
    assert listed(gzip.compress(b" " * 20_000_000), name="a.gz") == [(None, "bomb")]
    assert listed(data[:700], name="b.tar")[-1][1] == "corrupt"


def test_members_are_lazy() -> None:
    data = zipped([("a.txt", NOTE), ("b.txt", NOTE)])
    found = members(data, source(data))
    first = next(found)
    assert isinstance(first, Member) and first.data == NOTE
    with pytest.raises(ReadError):
        read(data, source(data))
