"""Words of official prose: one misread syllable is put right, names and other phrases stay."""

from __future__ import annotations

import pytest

from pipeline.grammar.bare_letters import without_marks
from pipeline.grammar.sure_words import words_put_right
from pipeline.layout import lay_out
from pipeline.model import Cell, Metadata, RawLine, RawPage, Reading
from pipeline.normalise import compose
from pipeline.rulebook import load_rulebook
from pipeline.rulebook.lexicons import split_list

RULES = load_rulebook()


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("Phòng Phố biến, giáo đục pháp luật", "Phòng Phổ biến, giáo dục pháp luật"),
        ("của Thu tướng Chính phú", "của Thủ tướng Chính phủ"),
        ("thẩm quyên tô chức", "thẩm quyền tổ chức"),
        ("TẬP THẺ ĐƯỢC TẶNG CỜ THỊ ĐUA", "TẬP THỂ ĐƯỢC TẶNG CỜ THI ĐUA"),
        ("Giám độc Sở Nội vụ", "Giám đốc Sở Nội vụ"),
        ("hô\nsơ", "hồ\nsơ"),
        ("Chỉ hội trưởng, Chí hội 3, Bí thư chỉ bộ", "Chi hội trưởng, Chi hội 3, Bí thư chi bộ"),
        ("Phó Chỉ cục trưởng Chỉ cục Thuế", "Phó Chi cục trưởng Chi cục Thuế"),
        ("Sơ Tư Pháp", "Sở Tư Pháp"),
        ("đối tên, thâm tra phân mềm", "đổi tên, thẩm tra phần mềm"),
    ],
)
def test_a_misread_syllable_is_put_right(read: str, right: str) -> None:
    assert words_put_right(read, RULES) == right
    assert len(read) == len(right)


@pytest.mark.parametrize(
    "printed",
    [
        "văn bản hành chính",  # no ban hành
        "hệ thống báo cáo",  # no thông báo
        "số dự án toàn tỉnh",  # no an toàn
        "tài chính phù hợp với",  # no chính phủ
        "trách nhiệm ký",
        "mỗi trường học, mọi trường hợp",
        "trở thành phó giám đốc",
        "chỉ tiết kiệm được 5%",
        "chỉ hội viên, chỉ bộ phận, chỉ đoàn viên, chỉ Bộ Y tế",
        "từ truyền thống đến hiện đại",
        "thủ trưởng đơn vị, thứ trưởng",
        "ông Lê Chính Phú, bà Trần Thông Báo",  # names
        "LÊ VĂN HÒA",
        "HUYỆN GIÁO DUC, xã Kê hoạch",  # places
        "hồ sơ tài chính",
        "uỷ ban nhân dân, ủy ban nhân dân",  # both places of the tone
        "bán quyền sử dụng, nơi đứng, đội tên lửa, hội đồng bảo hiểm, có chế độ",
        "thành phố thông qua, sắp nhập học",
        "giáo- đục, giáo, đục",  # no word at all
    ],
)
def test_names_and_other_phrases_stay(printed: str) -> None:
    assert words_put_right(printed, RULES) == printed


def test_words_of_the_lexicon_and_what_stays_beside_them_stay() -> None:
    for row in RULES.lexicon("sure_words").rows:
        for printed in (row["term"], *split_list(row["stays"])):
            for cased in (printed, printed.capitalize(), printed.upper()):
                assert words_put_right(cased, RULES) == cased
        bare = without_marks(row["term"])
        assert all(without_marks(stay).startswith(bare) for stay in split_list(row["stays"]))


def laid_out(lines: list[RawLine], *, is_ocr: bool = True) -> tuple[str, tuple[str, ...]]:
    page = RawPage(1, tuple(lines), "tesseract", 595.0, 842.0, is_ocr=is_ocr, ocr_confidence=0.9)
    text = compose(Reading(reader="tesseract", pages=(page,), page_count=1))
    dispatch = lay_out(text, Metadata(), "tesseract", RULES)
    cells = [cell.text for table in dispatch.tables for row in table.rows for cell in row]
    return "\n".join(block.view for block in dispatch.blocks), tuple(cells)


def test_views_and_cells_of_recognised_pages_alone_are_put_right() -> None:
    lines = [
        RawLine("Danh sách đề nghị khen thương"),
        *(
            RawLine(words, cell=Cell(0, row, column))
            for row, cells in enumerate([("TT", "Tên"), ("1", "Phòng Kê toán"), ("2", "Tổ Mẫu")])
            for column, words in enumerate(cells)
        ),
    ]
    view, cells = laid_out(lines)
    assert "đề nghị khen thưởng" in view
    assert "Phòng Kế toán" in cells
    view, cells = laid_out(lines, is_ocr=False)
    assert "khen thương" in view
    assert "Phòng Kê toán" in cells
