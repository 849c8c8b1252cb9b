"""Names of awards: variants, classes, levels, and the movements and plain words that are none."""

from __future__ import annotations

import pytest
from laid_out import document

from pipeline.extract.awards import awards_in_words, extract_awards
from pipeline.grammar.spelling import fold
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def named(words: str) -> list[tuple[str, str, str | None]]:
    return [(m.award, m.award_name, m.grade) for m in awards_in_words(words, RULES)]


@pytest.mark.parametrize(
    ("words", "award", "name", "grade"),
    [
        ("tặng Bằng khen cho 3 tập thể", "bk", "Bằng khen", None),
        ("tặng Bằng Khen của Thủ tướng Chính phủ", "bk_ttg", "Bằng khen", None),
        ("Bằng khen của UBND tỉnh", "bk_tinh", "Bằng khen", None),
        ("Huân chương lao động hạng Nhì", "hc_lao_dong_2", "Huân chương Lao động hạng Nhì", "Nhì"),
        ("HCLĐ hạng III", "hc_lao_dong_3", "Huân chương Lao động hạng Ba", "Ba"),
        ("Huân chương Độc lập (hạng Ba)", "hc_doc_lap_3", "Huân chương Độc lập hạng Ba", "Ba"),
        ("Chiến sỹ thi đua cơ sở", "cstd_cs", "Chiến sĩ thi đua cơ sở", None),
        ("Chiến sĩ  thi\u00a0 đua cơ sở", "cstd_cs", "Chiến sĩ thi đua cơ sở", None),
        ("Bằng  khen của UBND  tỉnh", "bk_tinh", "Bằng khen", None),
        ("CSTĐ toàn quốc", "cstd_tq", "Chiến sĩ thi đua toàn quốc", None),
        ("danh hiệu “Lao động xuất sắc”", "ttldxs", "Tập thể Lao động xuất sắc", None),
        ("tập thể “Lao động tiên tiến”", "ttldtt", "Tập thể Lao động tiên tiến", None),
        ("03 đội đạt giải nhất", "giai_hoi_thi", "Giải Nhất", "Nhất"),
        ("Giải KK toàn đoàn", "giai_hoi_thi", "Giải Khuyến khích", "Khuyến khích"),
        ("tặng cờ cho 12 tập thể", "co", "Cờ", None),
        ("được tặng BK của UBND tỉnh", "bk_tinh", "Bằng khen", None),
        ("tặng 12 GK cho đoàn viên", "gk", "Giấy khen", None),
        ("Cờ thi đua của Chính phủ", "co_cp", "Cờ thi đua", None),
        ("được tặng Bằng lao động sáng tạo", "bang_ldst", "Bằng Lao động sáng tạo", None),
        ("đạt danh hiệu “Giỏi việc nước, đảm việc nhà”", "gvn_dvn",
         "Giỏi việc nước, đảm việc nhà", None),
    ],
)  # fmt: skip
def test_names_variants_and_levels(words: str, award: str, name: str, grade: str | None) -> None:
    assert named(words) == [(award, name, grade)]


@pytest.mark.parametrize(
    "words",
    [
        "phong trào thi đua “Lao động giỏi, lao động sáng tạo”",
        "phong trào “Giỏi việc nước, đảm việc nhà”",
        "bằng lao động sáng tạo của mình, công nhân đã vượt khó",
        "treo cờ, phướn và pano",
        "NGƯT. Lê Văn Bình phát biểu",
        "giải pháp hữu ích",
        "Thi GK I, chấm GK và CK; xe mang biển BK",
        "tặng quà cho gk của hội thi",
        "lý giải ba nguyên nhân",
    ],
)
def test_movements_and_plain_words_are_no_awards(words: str) -> None:
    assert named(words) == []


def test_two_awards_with_one_count_are_two_mentions() -> None:
    assert [a for a, _, _ in named("tặng Cờ và Bằng khen cho 15 tập thể")] == ["co", "bk"]


def test_offsets_are_in_the_text_and_head_blocks_are_left_out() -> None:
    laid = document([
        ("addressees", "Kính gửi: Ban xét Bằng khen"),
        ("paragraph", "Đã tặng Giấy khen cho 2 cá nhân."),
    ])  # fmt: skip
    (mention,) = extract_awards(laid, RULES)
    assert laid.text.text[mention.start : mention.end] == "Giấy khen"


def test_terms_are_written_in_the_folded_style() -> None:
    for term in RULES.lexicon("award_terms").column("term"):
        assert term == fold(term)


@pytest.mark.parametrize("words", ["Uỷ ban HOÀ Bình", "İstanbul", "Bác sỹ qui chế quý"])
def test_fold_keeps_the_length(words: str) -> None:
    assert len(fold(words)) == len(words)


def test_fold_writes_one_style() -> None:
    assert fold("Uỷ viên, hoà bình, kỹ sỹ") == fold("Ủy viên, hòa bình, kĩ sĩ")
    assert fold("quý") == "quý"
