"""The spaCy face: span groups at the extractors' offsets, displacy, DocBin, entry points."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tomllib
import unicodedata
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from pipeline.document import find_mentions
from pipeline.layout import lay_out
from pipeline.model import Metadata, RawLine, RawPage, Reading, Source
from pipeline.nlp import GROUPS, doc_from_dispatch, make_pipeline
from pipeline.normalise import compose
from pipeline.read import read
from pipeline.rulebook import default_rules_dir, load_rulebook

ROOT = Path(__file__).parents[1]

LETTER = """\
LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI SƠN
Số: 512/LĐLĐ
Hải Sơn, ngày 07 tháng 8 năm 2019
V/v tặng Bằng Lao động sáng tạo

Kính gửi: Công đoàn ngành Giáo dục

Căn cứ Quyết định số 1264/QĐ-TLĐ, ngày 17/5/2019 của Tổng Liên đoàn Lao động Việt Nam về việc \
tặng Bằng Lao động sáng tạo;
Năm 2020 có 15 đoàn viên được tặng Bằng Lao động sáng tạo, đồng chí Nguyễn Thị Bích Đào <x> & Co.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH

Trần Văn Khoái
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return make_pipeline()


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(LETTER)


def labelled(doc: Doc, group: str) -> set[tuple[str, str, str]]:
    return {(span.text, span.label_, span.kb_id_) for span in doc.spans[group]}


def spans_of(doc: Doc) -> list[tuple[str, int, int, str, str, str]]:
    return [
        (group, span.start_char, span.end_char, span.label_, span.kb_id_, span.id_)
        for group in GROUPS
        for span in doc.spans[group]
    ]


def test_pipeline_has_a_component_for_each_group(nlp: Language) -> None:
    assert nlp.lang == "vi"
    assert nlp.pipe_names == [f"congvan_{group}" for group in GROUPS]


def test_a_text_fills_the_groups(doc: Doc) -> None:
    assert set(GROUPS) == set(doc.spans)
    assert ("512/LĐLĐ", "own", "512/LĐLĐ") in labelled(doc, "numbers")
    assert ("1264/QĐ-TLĐ", "cited", "1264/QĐ-TLĐ") in labelled(doc, "numbers")
    assert ("ngày 07 tháng 8 năm 2019", "issued", "2019-08-07") in labelled(doc, "dates")
    assert ("Trần Văn Khoái", "signer", "Trần Văn Khoái") in labelled(doc, "people")
    assert ("Nguyễn Thị Bích Đào", "person", "Nguyễn Thị Bích Đào") in {
        (text, "person", value) for text, _, value in labelled(doc, "people")
    }
    assert any(label == "issuer" for _, label, _ in labelled(doc, "bodies"))
    assert any(text == "Bằng Lao động sáng tạo" for text, _, _ in labelled(doc, "awards"))
    assert any(value == "15 count" for _, _, value in labelled(doc, "figures"))
    assert any(value == "1264/QĐ-TLĐ" for _, _, value in labelled(doc, "citations"))


def test_spans_cover_the_exact_offsets(doc: Doc) -> None:
    for group in GROUPS:
        offsets = doc.spans[group].attrs["offsets"]
        assert len(offsets) == len(doc.spans[group])
        for span, (start, end) in zip(doc.spans[group], offsets, strict=True):
            assert span.start_char <= start < end <= span.end_char
            assert doc.text[span.start_char : span.end_char] == span.text
            assert span.id_


def test_offsets_are_those_of_the_text_that_was_given(nlp: Language) -> None:
    """Markdown, decomposed letters and look-alikes stay in the Doc; spans point into it."""
    marked = unicodedata.normalize("NFD", LETTER.replace("TM. BAN", "**TM. BAN")).replace(
        "CHỦ TỊCH\n", "CHỦ TỊCH**\n"
    )
    doc = nlp(marked)
    assert doc.text == marked
    dates = {
        unicodedata.normalize("NFC", doc.text[start:end])
        for start, end in doc.spans["dates"].attrs["offsets"]
    }
    assert {"ngày 07 tháng 8 năm 2019", "ngày 17/5/2019"} <= dates
    signer = next(span for span in doc.spans["people"] if span.label_ == "signer")
    assert signer.kb_id_ == "Trần Văn Khoái"


def test_a_dispatch_gives_the_same_spans_as_its_text(nlp: Language, doc: Doc) -> None:
    reading = Reading("text", (RawPage(1, tuple(map(RawLine, LETTER.splitlines())), "text"),))
    dispatch = lay_out(compose(reading), Metadata(), "text", load_rulebook())
    made = doc_from_dispatch(nlp, dispatch)
    assert made.text == dispatch.text.text == LETTER
    assert spans_of(made) == spans_of(doc)


def test_docbin_round_trip_in_a_fresh_vocabulary(nlp: Language, doc: Doc) -> None:
    written = DocBin(docs=[doc]).to_bytes()
    (read,) = DocBin().from_bytes(written).get_docs(spacy.blank("xx").vocab)
    assert spans_of(read) == spans_of(doc)
    assert read.spans["dates"].attrs == doc.spans["dates"].attrs


def test_doc_can_be_written_to_bytes_with_its_data(nlp: Language, doc: Doc) -> None:
    assert spans_of(Doc(nlp.vocab).from_bytes(doc.to_bytes())) == spans_of(doc)


@pytest.mark.parametrize("group", ["people", "figures"])
def test_displacy_shows_a_group_and_escapes_the_text(doc: Doc, group: str) -> None:
    html = displacy.render(doc, style="span", options={"spans_key": group}, jupyter=False)
    assert doc.spans[group][0].label_ in html
    assert "&lt;" in html and "&amp;" in html
    assert "<x>" not in html


def test_pipe_gives_what_one_by_one_gives(nlp: Language, doc: Doc) -> None:
    texts = [LETTER, "", LETTER.replace("2020", "2021"), "\f\n \n"]
    made = list(nlp.pipe(texts, batch_size=2))
    assert spans_of(made[0]) == spans_of(doc)
    assert [len(spans_of(d)) for d in made[1::2]] == [0, 0]
    assert spans_of(made[2]) != spans_of(doc)


def test_memory_zone_gives_the_same_spans(nlp: Language, doc: Doc) -> None:
    before = spans_of(doc)
    with nlp.memory_zone():
        assert [spans_of(made) for made in nlp.pipe([LETTER])] == [before]
    assert [spans_of(made) for made in nlp.pipe([LETTER])] == [before]


def test_a_blank_pipeline_takes_single_components() -> None:
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    nlp.add_pipe("congvan_dates", config={"spans_key": "ngày"})
    doc = nlp(LETTER)
    assert list(doc.spans) == ["ngày"]
    assert any(span.label_ == "issued" for span in doc.spans["ngày"])


def test_pipeline_survives_disk(nlp: Language, doc: Doc, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert spans_of(spacy.load(tmp_path)(LETTER)) == spans_of(doc)


def test_own_rules_folder(doc: Doc) -> None:
    assert spans_of(make_pipeline(default_rules_dir())(LETTER)) == spans_of(doc)


def test_a_text_of_two_dispatches(nlp: Language) -> None:
    title = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    doc = nlp(f"{title}{LETTER}\f{title}{LETTER.replace('512', '513')}")
    own = [span.text for span in doc.spans["numbers"] if span.label_ == "own"]
    assert own == ["512/LĐLĐ", "513/LĐLĐ"]


def test_empty_and_odd_text(nlp: Language) -> None:
    for text in ("", " ", "\n\f\n", "\u200b", "a\u0301\u0323", "\ufeff\x00"):
        assert nlp(text).text == text


def test_entry_points_name_the_registered_factories() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    declared = project["entry-points"]["spacy_factories"]
    assert declared == {
        f"congvan_{group}": f"pipeline.nlp.factories:congvan_{group}" for group in GROUPS
    }
    for name, value in declared.items():
        loaded = EntryPoint(name, value, "spacy_factories").load()
        assert callable(loaded) and Language.has_factory(name)


def test_an_installed_package_offers_its_factories(tmp_path: Path) -> None:
    """With the entry points in place, any blank pipeline takes a component by its name."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        declared = tomllib.load(file)["project"]["entry-points"]["spacy_factories"]
    installed = tmp_path / "congvan_entry_points-0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: x\nVersion: 0\n")
    lines = ["[spacy_factories]", *(f"{name} = {value}" for name, value in declared.items())]
    (installed / "entry_points.txt").write_text("\n".join(lines))
    code = (
        "import spacy; nlp = spacy.blank('xx'); nlp.add_pipe('congvan_dates');"
        "doc = nlp('Họp ngày 07/8/2019.'); print([s.kb_id_ for s in doc.spans['dates']])"
    )
    path = os.pathsep.join((str(tmp_path), str(ROOT)))
    made = subprocess.run(
        [sys.executable, "-c", code],
        check=True, capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip
    assert made.stdout.strip() == "['2019-08-07']"


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html"])
def test_spans_of_the_samples(nlp: Language, suffix: str) -> None:
    """A dispatch read from a file has the same offsets in its Doc as in the tables."""
    path = sorted((ROOT / "data" / "raw").glob(f"*.{suffix}"))[0]
    data = path.read_bytes()
    source = Source(path.name, hashlib.sha256(data).hexdigest(), len(data), "")
    reading, rules = read(data, source), load_rulebook()
    dispatch = lay_out(compose(reading), reading.metadata, reading.reader, rules)
    doc = doc_from_dispatch(nlp, dispatch)
    mentions = find_mentions(dispatch, rules)
    assert doc.text == dispatch.text.text
    assert doc.spans["dates"].attrs["offsets"] == sorted([m.start, m.end] for m in mentions.dates)
    assert len(doc.spans["figures"]) == len({(m.start, m.end) for m in mentions.figures})


def test_the_factories_import_nothing_of_the_pipeline_before_they_run() -> None:
    """Entry points are loaded with every spaCy pipeline of the environment."""
    code = (
        "import sys, pipeline.nlp.factories, pipeline.nlp.language;"
        "late = [m for m in sys.modules if m.startswith('pipeline.') and not "
        "m.startswith('pipeline.nlp')]; assert not late, late"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
