"""Legacy encodings: every code, the choice by font or evidence, and texts that must stay."""

from __future__ import annotations

import io
import unicodedata

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from pipeline.model import RawLine, RawPage, Reading, Source, WordBox
from pipeline.read import read
from pipeline.read.legacy import decode_legacy, decode_reading, decode_runs
from pipeline.read.legacy.capitals import with_capitals
from pipeline.read.legacy.maps import TCVN3, VISCII, VN1, VNI, VPS, decode_as, font_code, tables
from pipeline.read.legacy.mojibake import undo_double_utf8, unescape
from pipeline.read.legacy.syllables import is_syllable
from pipeline.rulebook import load_rulebook
from tests.renderings.legacy import as_codes

SENTENCES = (
    "Căn cứ Quyết định số 12 của Uỷ ban nhân dân tỉnh về việc khen thưởng",
    "Tổng Liên đoàn Lao động Việt Nam đề nghị các đơn vị thực hiện nghiêm túc",
    "Kết quả thực hiện nhiệm vụ năm học của nhà trường được đánh giá ở mức khá",
)


def page(texts: list[str], reader: str = "text") -> Reading:
    lines, at = [], 0
    for text in texts:
        lines.append(RawLine(text=text, source_start=at))
        at += len(text) + 1
    return Reading(reader=reader, pages=(RawPage(1, tuple(lines), reader),), encoding="utf-8")


def shown(reading: Reading) -> list[str]:
    return [line.text for page in reading.pages for line in page.lines]


def test_every_code_of_every_map() -> None:
    for row in load_rulebook().lexicon("legacy_encodings").rows:
        raw = bytes.fromhex(row["hex"])
        for code in (raw.decode("latin-1"), raw.decode("cp1252", "ignore")):
            if len(code) == len(raw):
                assert decode_as(code, row["encoding"]) == row["unicode"]


def test_maps_leave_no_letter_out() -> None:
    letters = {row["unicode"] for row in load_rulebook().lexicon("legacy_encodings").rows}
    for encoding in (VNI, VISCII, VPS, VN1):
        assert letters <= set(tables()[encoding].values())


@pytest.mark.parametrize("encoding", [TCVN3, VNI, VISCII, VPS, VN1])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_are_decoded_by_evidence(encoding: str, sentence: str) -> None:
    decoded = decode_legacy(as_codes(sentence, encoding))
    assert decoded is not None
    assert decoded.text == sentence
    if encoding != VN1:  # without capitals that have a tone it is TCVN3
        assert decoded.encoding == encoding


@pytest.mark.parametrize(
    ("name", "encoding", "capitals"),
    [
        (".VnTime", TCVN3, False), (".VnTimeH", TCVN3, True), (".VnArial NarrowH", TCVN3, True),
        ("ABCDEF+.VnTimeH,Bold", TCVN3, True), ("VNI-Times", VNI, False),
        ("vni-helve-Condense", VNI, False), ("VPS Times", VPS, False),
    ],
)  # fmt: skip
def test_fonts_by_name(name: str, encoding: str, capitals: bool) -> None:
    code = font_code(name)
    assert code is not None
    assert (code.encoding, code.capitals) == (encoding, capitals)


@pytest.mark.parametrize("name", ["Times New Roman", "UVN Bach Dang", "Vnuni", "", None, "Verdana"])
def test_other_fonts_say_nothing(name: str | None) -> None:
    assert font_code(name) is None


def test_capitals_come_from_the_font() -> None:
    decoded = decode_legacy("quyÕt ®Þnh cña bé tr­ëng", ".VnTimeH")
    assert decoded is not None
    assert decoded.text == "QUYẾT ĐỊNH CỦA BỘ TRƯỞNG"
    assert decode_runs([("ubnd", ".VnTimeH")])[0] == ["UBND"]


def test_soft_hyphen_is_a_letter_only_in_tcvn3() -> None:
    decoded = decode_legacy("Thñ t\xadíng ChÝnh phñ")
    assert decoded is not None
    assert decoded.text == "Thủ tướng Chính phủ"
    assert decode_legacy("Hướng\xad dẫn thực\xadhiện") is None


def test_vni_marks_of_the_other_case_and_pairs_cut_by_runs() -> None:
    assert decode_as("Aùp duïng AÙP DUÏNG Ñeå", VNI) == "Áp dụng ÁP DỤNG Để"
    texts, used = decode_runs([("Quye", "VNI-Times"), ("át ñònh", "VNI-Times")])
    assert "".join(texts) == "Quyết định"
    assert used == (VNI,)


def test_unicode_in_a_legacy_font_stays() -> None:
    runs = [("Nguyễn Thị ", ".VnTime"), ("Lý là ủy viên", ".VnTime"), (" và", ".VnTime")]
    assert decode_runs(runs) == (["Nguyễn Thị ", "Lý là ủy viên", " và"], ())


def test_runs_of_one_paragraph_are_judged_apart() -> None:
    runs = [("C¨n cø ", ".VnTime"), ("Nghị định", "Arial"), (" sè 5", ".VnTime")]
    assert decode_runs(runs)[0] == ["Căn cứ ", "Nghị định", " số 5"]


@pytest.mark.parametrize(
    "text",
    [
        "Une déclaration française à côté de l'hôtel où naïf et Noël ça va très bien",
        "Café Crème, Hélène Müller, São Paulo, Señor Núñez, Zoë Brontë, façade, Ångström, Øresund",
        "người Ê Đê ở buôn Krông Búk, Êa Súp, Cư M’gar, Pleiku, Đắk Lắk, Kon Tum",
        "Ê Đê, Ê-đê, Mạ, K’Ho, Xơ Đăng, Gié Triêng, La Hủ, Pà Thẻn, Cờ Lao",
        "Công ty TNHH ABC® Việt Nam © 2020, mục § 5, giá 10 µg, 25 °C, ½ ngày, «trích dẫn»",
        "Company® and § 12 of the agreement; Company® is a mark of the Company Limited ™ £ ¥",
        "Là em bé có mẹ; Lê Công Tú; Hà Nam; Trà Lý; Hoà; ÔNG LÊ HÀ",
        "Für Köln, Düsseldorf und Nürnberg: größer, schöner, weiß, Äpfel, Öl, Übung",
        "El niño pequeño comió piñas en España; mañana será otro día",
        "VT, CSPL&QHLD; TH&TĐ; R&D; A&amp B",
        "",
        "…….. ; ------ ; 12/2020",
    ],
)
def test_other_texts_stay(text: str) -> None:
    assert decode_legacy(text) is None
    assert shown(decode_reading(page([text]))) == [text]


SYLLABLES = [
    word
    for sentence in (
        *SENTENCES,
        "là và có bé mà cô ông bà lê trà tú lý à ừ ôi cá tôm rô phi ê đê hồ ú ớ ý ù lì í ới",
    )
    for word in sentence.split()
    if word.isalpha()
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=30))
def test_unicode_vietnamese_is_never_changed(words: list[str]) -> None:
    for text in (" ".join(words), " ".join(words).upper(), " ".join(words).title()):
        assert decode_legacy(text) is None
        assert decode_legacy(unicodedata.normalize("NFD", text)) is None


@settings(max_examples=200)
@given(st.text(max_size=60), st.sampled_from([None, ".VnTime", ".VnTimeH", "VNI-Times", "Arial"]))
def test_any_text_is_decoded_or_left(text: str, font: str | None) -> None:
    decoded = decode_legacy(text, font)
    assert decoded is None or isinstance(decoded.text, str)


@given(st.sampled_from(SENTENCES), st.sampled_from([TCVN3, VNI, VISCII, VPS]))
def test_decoding_twice_changes_nothing(sentence: str, encoding: str) -> None:
    once = decode_legacy(as_codes(sentence, encoding))
    assert once is not None
    assert decode_legacy(once.text) is None


def test_syllables() -> None:
    for word in (*SYLLABLES, "nghiêng", "giếng", "gì", "quốc", "khuỷu", "Huỳnh", "khoẻ", "Ðảng"):
        assert is_syllable(word.replace("Ð", "Đ")), word
    for word in ("môc", "lôc", "phap", "straße", "Tæng", "ViÖt", "được̀", "bl", "ngaøy"):
        assert not is_syllable(word), word


def test_mixed_files_are_decided_line_by_line() -> None:
    legacy = [as_codes(sentence, TCVN3) for sentence in SENTENCES]
    reading = decode_reading(page([legacy[0], SENTENCES[1], legacy[2], SENTENCES[0], "Hà"]))
    assert shown(reading) == [SENTENCES[0], SENTENCES[1], SENTENCES[2], SENTENCES[0], "Hà"]
    assert set(reading.defects) == {"legacy_encoding_tcvn3", "mixed_encodings"}
    assert reading.encoding == "utf-8"


def test_short_lines_follow_the_file() -> None:
    legacy = [as_codes(sentence, TCVN3) for sentence in SENTENCES]
    reading = decode_reading(page([*legacy, "Bé", "Sè: 5", "§iÒu 1", "Hµ"]))
    assert shown(reading)[3:] == ["Bộ", "Số: 5", "Điều 1", "Hà"]
    assert (reading.encoding, reading.defects) == ("tcvn3", ("legacy_encoding_tcvn3",))


def test_offsets_are_those_of_the_decoded_text() -> None:
    texts = [as_codes(sentence, VNI) for sentence in SENTENCES]
    decoded = decode_reading(page(texts))
    whole = "\n".join(shown(decoded))
    for line in decoded.pages[0].lines:
        assert line.source_start is not None
        assert whole[line.source_start : line.source_start + len(line.text)] == line.text


def test_words_keep_their_boxes() -> None:
    text = as_codes(SENTENCES[0], VNI)
    words, at = [], 0
    for number, word in enumerate(text.split(" ")):
        words.append(WordBox(at, at + len(word), (number, 0.0, number + 1, 1.0)))
        at += len(word) + 1
    reading = Reading("pdfium", (RawPage(1, (RawLine(text=text, words=tuple(words)),), "pdfium"),))
    line = decode_reading(reading).pages[0].lines[0]
    assert [line.text[word.start : word.end] for word in line.words] == SENTENCES[0].split()
    assert [word.box for word in line.words] == [word.box for word in words]


def test_tcvn3_text_files_get_their_capitals_back() -> None:
    head = "BỘ TÀI CHÍNH  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    codes = as_codes(head, TCVN3)
    assert "Bé" in codes
    data = "\r\n".join([codes, *(as_codes(s, TCVN3) for s in SENTENCES)]).encode("cp1252")
    reading = read(data, Source("a.txt", "0" * 64, len(data), ""))
    assert shown(reading) == [head, *SENTENCES]
    assert with_capitals("Bộ Tài chính và Ở nhà") == "Bộ Tài chính và Ở nhà"
    assert with_capitals("Sở NộI Vụ mời UBND Xã Mẫu") == "SỞ NỘI Vụ mời UBND Xã Mẫu"


@pytest.mark.parametrize(
    ("small", "shown_as"),
    [
        ("ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"),
        ("ông Bế ích Quân, Chủ tịch", "ông Bế Ích Quân, Chủ tịch"),
        ("1. Lê Thị Ngọc ánh - Kỹ sư", "1. Lê Thị Ngọc Ánh - Kỹ sư"),
        ("Lê Thị Ngọc ánh", "Lê Thị Ngọc Ánh"),
        ("Sở GD&ĐT (b/c)", "Sở GD&ĐT (b/c)"),
        ("- Sở GD&ĐT;", "- Sở GD&ĐT;"),
        ("UBND Xã", "UBND XÃ"),
        ("Tỉnh ủy Hà Nam và Thành ủy Vân Khê", "Tỉnh ủy Hà Nam và Thành ủy Vân Khê"),
        ("từ Hà Nội ở Việt Nam", "từ Hà Nội ở Việt Nam"),
        ("Công ty Vân Sơn áp dụng ba giải pháp", "Công ty Vân Sơn áp dụng ba giải pháp"),
        ("các ủy viên, ấn phẩm", "các ủy viên, ấn phẩm"),
    ],
)
def test_lost_capitals_of_names(small: str, shown_as: str) -> None:
    assert with_capitals(small) == shown_as


@pytest.mark.parametrize("encoding", [TCVN3, VNI, VISCII, VPS])
@pytest.mark.parametrize("markup", [False, True])
def test_files_of_bytes(encoding: str, markup: bool) -> None:
    lines = [as_codes(sentence, encoding, shown=False) for sentence in SENTENCES]
    if markup:
        lines = ["<html><body>", *(f"<p>{line}</p>" for line in lines), "</body></html>"]
    data = "\n".join(lines).encode("latin-1")
    reading = read(data, Source("a", "0" * 64, len(data), ""))
    assert [text for text in shown(reading) if text] == list(SENTENCES)
    assert reading.encoding == {TCVN3: "tcvn3", VNI: "vni", VISCII: "viscii", VPS: "vps"}[encoding]


def test_web_page_with_fonts_in_its_style_sheet() -> None:
    page = (
        '<html><head><style>p.T {font-family:".VnTimeH"} p {font-family:".VnTime"}</style></head>'
        "<body><p class=T>bé tµi chÝnh</p><p>§iÒu <b>1.</b> Hµ</p>"
        '<p style="font-family:Arial">Nguyễn Thị Mẫu</p></body></html>'
    ).encode()
    reading = read(page, Source("a.doc", "0" * 64, len(page), ""))
    assert shown(reading) == ["BỘ TÀI CHÍNH", "Điều 1. Hà", "Nguyễn Thị Mẫu"]


def test_double_encoded_utf8() -> None:
    broken = SENTENCES[1].encode().decode("cp1252", "replace")
    assert "\ufffd" in broken  # CP1252 proper loses five bytes; web pages keep them as controls
    kept = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in SENTENCES[1].encode())
    assert undo_double_utf8(kept) == SENTENCES[1]
    assert undo_double_utf8("Tá»•ng LiÃªn Ä‘oÃ n") == "Tổng Liên đoàn"
    assert undo_double_utf8("SÃO PAULO, Â là chữ, Ã") is None
    reading = decode_reading(page([kept]))
    assert (shown(reading), reading.defects) == ([SENTENCES[1]], ("double_utf8",))


def test_entities_left_over() -> None:
    assert unescape("nh&agrave; n&#432;&#7899;c &amp;agrave;") == "nhà nước à"
    assert unescape("VT, CSPL&QHLD; A&B; x &lt y") is None
    assert decode_reading(page(["nh&agrave;"])).defects == ("html_entities",)


def test_letters_lost_to_question_marks_are_a_defect_and_stay() -> None:
    text = "T?NG LIÊN ÐOÀN LAO Ð?NG VI?T NAM, S?: 649/HD-TLÐ"
    reading = decode_reading(page([text, "https://a.vn/x?y=1&b?c"]))
    assert shown(reading)[0] == text
    assert reading.defects == ("lossy_cp1252",)
    assert decode_reading(page(["Thế nào? Vì sao?", "Ai?"])).defects == ()


def test_docx_runs_by_font() -> None:
    document = docx.Document()
    for text, name in (
        ("quyÕt ®Þnh", ".VnTimeH"), ("cña Bé Tµi chÝnh", ".VnTime"), ("Quyeát ñònh", "VNI-Times"),
        ("Ê Đê, Hélène", "Times New Roman"),
    ):  # fmt: skip
        document.add_paragraph().add_run(text).font.name = name
    soft = document.add_paragraph().add_run("t")
    soft.font.name = ".VnTime"
    soft._r.append(parse_xml(f"<w:softHyphen {nsdecls('w')}/>"))
    soft.add_text("ëng")
    buffer = io.BytesIO()
    document.save(buffer)
    data = buffer.getvalue()
    reading = read(data, Source("a.docx", "0" * 64, len(data), ""))
    assert shown(reading) == [
        "QUYẾT ĐỊNH", "của Bộ Tài chính", "Quyết định", "Ê Đê, Hélène", "tưởng",
    ]  # fmt: skip
    assert reading.encoding == "tcvn3"


def test_pdf_words_whose_letters_are_tcvn3() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for row, sentence in enumerate(SENTENCES):
        codes = as_codes(sentence, TCVN3)
        canvas.drawString(60, 700 - 20 * row, codes)
    canvas.save()
    data = buffer.getvalue()
    reading = read(data, Source("a.pdf", "0" * 64, len(data), ""))
    assert reading.encoding == "tcvn3"
    found = " ".join(shown(reading))
    assert "Tổng Liên đoàn Lao động Việt Nam đề nghị các đơn vị" in found
    for line in reading.pages[0].lines:
        assert " ".join(line.text[w.start : w.end] for w in line.words) == line.text


def test_a_repaired_line_keeps_the_confidence_of_its_words() -> None:
    words = (WordBox(0, 3, (0, 0, 9, 9), 0.4), WordBox(4, 9, (10, 0, 19, 9), 0.4))
    page = RawPage(1, (RawLine("Tài &amp;", words),), "tesseract", is_ocr=True)
    (line,) = decode_reading(Reading("tesseract", (page,))).pages[0].lines
    assert line.text == "Tài &"
    assert [word.confidence for word in line.words] == [0.4, 0.4]
