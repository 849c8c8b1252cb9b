"""Numbers and days filled in by hand: where they stand, how the net for figures reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle

import numpy as np
import pytest

from benchmarks.digit_rows.__main__ import measure
from pipeline.read.ocr import filled_in as ocr_filled_in
from pipeline.read.ocr.digit_net import HEIGHT, Places, look_at
from pipeline.read.ocr.filled_in import read_filled_in
from pipeline.read.ocr.forms import Blank, find_forms
from pipeline.read.ocr.hocr import OcrWord

PAGE = np.full((200, 1600), 255, np.uint8)


def line(*words: str, sure: float = 0.95, gap: float = 12.0) -> list[OcrWord]:
    """Words of one line, each letter as wide as in Times of 36 pixels; `|` opens another cell."""
    found: list[OcrWord] = []
    x = 100.0
    for word in words:
        if word == "|":
            x += 200
            continue
        text, _, stated = word.partition("@")
        wide = 17.0 * len(text)
        own = float(stated) if stated else sure
        found.append(OcrWord(text, x, 70, x + wide, 100, own, 95, 33.6, 1))
        x += wide + gap
    return found


def blanks(words: Sequence[OcrWord]) -> list[tuple[str, str]]:
    return [
        (part.kind, " ".join(word.text for word in part.read))
        for form in find_forms(words)
        for part in form.parts
        if isinstance(part, Blank)
    ]


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (("Số:", "2#7", "/QĐ-SXD"), [("number", "2#7")]),
        (("Số:", "/QĐ-SXD"), [("number", "")]),
        (("Số:", "a0†/QĐ-SXD"), [("number", "a0†")]),
        (("só./#7/ƒ", "/TB-UBND"), [("number", "/#7/ƒ")]),
        (("Số:50", "/CTY"), [("number", "50")]),
        (("Số:", "{7í", "CT-CS"), [("number", "{7í")]),
        (("Số:", "2BC-SXD"), [("number", "2")]),
        (("sø:3ƒ", "/QĐ-SXD"), [("number", "3ƒ")]),
        (("S6117", "/CT-UBND"), [("number", "")]),
        (("Tây", "Khê,", "ngày", "„4", "tháng", "5", "năm"), [("day", "„4"), ("month", "5")]),
        (("Tây", "Khê,", "ngày„4/tháng", "#năm", "2022"), [("day", "„4/"), ("month", "#")]),
        (("Khê,", "ngày", "tháng.", "năm"), [("day", ""), ("month", ".")]),
    ],
)
def test_blanks_are_found_beside_what_is_printed(
    words: Sequence[str], read: list[tuple[str, str]]
) -> None:
    assert blanks(line(*words)) == read


@pytest.mark.parametrize(
    "words",
    [
        ("Số", "liệu", "của", "các", "đơn", "vị"), ("số", "131/2018/NĐ-CP"),
        ("Chỉ", "thị", "số", "34-CT/TW,", "ngày"), ("Số:", "12-HD/BTGTU"),
        ("ngày", "19/6/2015", "của"), ("Ngày", "hội", "tháng", "này"),
        ("Theo", "Sở", "/CT-UBND"), ("S6117", "CT-UBND"), ("sở", "2BC-SXD"),
    ],
)  # fmt: skip
def test_other_words_are_no_forms(words: Sequence[str]) -> None:
    assert blanks(line(*words)) == []


def test_both_cells_of_a_head_line_are_forms() -> None:
    words = line("Số:", "#", "/BC-AB", "|", "Tây", "Khê,", "ngày", "?", "tháng", "01", "năm")
    assert [kind for kind, _ in blanks(words)] == ["number", "day", "month"]


def test_figures_that_ran_into_a_word_are_no_part_of_it() -> None:
    words = line("Khê,", "ngày", "tháng", "5", "năm", "2022")
    em = 100 * (words[4].x1 - words[4].x0) / 171
    ngay = words[1]
    swollen = replace(ngay, x1=words[2].x0 - 5)
    moved = [words[0], replace(ngay, x0=ngay.x0 - em, x1=swollen.x1), *words[2:]]
    (form,) = find_forms(moved)
    day = next(part for part in form.parts if isinstance(part, Blank))
    assert day.right == words[2].x0
    assert day.right - day.left > 0.5 * day.em


def test_drawn_rows_that_are_sure_are_right() -> None:
    found = {least: (share, right) for least, share, right in measure(250, 3)}
    assert found[0.0][1] > 0.7
    share, right = found[0.9]
    assert share > 0.25
    assert right > 0.95


def test_blank_paper_has_no_figures() -> None:
    seen = look_at(np.full((HEIGHT, 90), 250, np.uint8))
    assert seen.row().figures == ""


def seeing(figures: str, share: float = 0.995) -> Places:
    """Places at which a net saw figures, each with this probability."""
    signs = [11] + [sign for figure in figures for sign in (int(figure), 11)]
    rows = np.full((len(signs), 12), (1 - share) / 11)
    rows[np.arange(len(signs)), signs] = share
    return Places(rows)


@pytest.fixture
def sees(monkeypatch: pytest.MonkeyPatch) -> list[Places]:
    """What the net sees in each blank, in the order in which blanks are looked at."""
    queue: list[Places] = []
    monkeypatch.setattr(ocr_filled_in, "look_at", lambda strip: queue[0])
    return queue


def texts(words: Sequence[OcrWord]) -> list[tuple[str, float]]:
    return [(word.text, word.confidence) for word in words]


def test_figures_of_the_net_stand_for_what_was_no_figure(sees: list[Places]) -> None:
    sees.append(seeing("207"))
    words = read_filled_in(PAGE, line("Số:", "a0†/QĐ-SXD@0.3"))
    assert texts(words) == [("Số:", 0.95), ("207", 0.85), ("/QĐ-SXD", 0.3)]


def test_only_lines_that_were_found_later_are_looked_at_again(sees: list[Places]) -> None:
    sees.append(seeing("207"))
    words = line("Số:", "a0†/QĐ-SXD@0.3")
    assert read_filled_in(PAGE, words, behind=1) == tuple(words)
    assert read_filled_in(PAGE, words, behind=0)[1].text == "207"


def test_two_that_agree_are_surer(sees: list[Places]) -> None:
    sees.append(seeing("27", 0.7))
    words = read_filled_in(PAGE, line("Số:", "27@0.5", "/QĐ-SXD"))
    assert texts(words)[1] == ("27", 0.9)


def test_a_sure_reading_that_the_net_denies_is_trusted_no_more(sees: list[Places]) -> None:
    sees.append(seeing("31"))
    words = read_filled_in(PAGE, line("Số:", "37", "/QĐ-SXD"))
    assert texts(words)[1] == ("37", 0.45)


def test_what_the_net_doubts_stays_as_it_was_read(sees: list[Places]) -> None:
    sees.append(seeing("31", 0.5))
    words = line("Số:", "3#@0.4", "/QĐ-SXD")
    assert read_filled_in(PAGE, words) == tuple(words)


def test_there_is_no_32nd_day(sees: list[Places]) -> None:
    sees.append(seeing("32"))
    words = line("Khê,", "ngày", "„4@0.3", "tháng", "năm")
    assert "32" not in [text for text, _ in texts(read_filled_in(PAGE, words))]


def test_print_in_a_sentence_is_not_looked_at_again(sees: list[Places]) -> None:
    sees.append(seeing("31"))
    words = line("theo", "Quyết", "định", "số", "37", "/QĐ-SXD")
    assert read_filled_in(PAGE, words) == tuple(words)


def test_a_number_with_a_letter_stays(sees: list[Places]) -> None:
    sees.append(seeing("30"))
    words = line("Số:", "30c/NQ-CP")
    assert read_filled_in(PAGE, words) == tuple(words)


def test_the_stroke_before_a_symbol_is_supplied(sees: list[Places]) -> None:
    sees.append(seeing("207"))
    words = read_filled_in(PAGE, line("Só:", "{7@0.2", "CT-KTTH"))
    assert [text for text, _ in texts(words)] == ["Số:", "207", "/CT-KTTH"]


def test_the_stroke_is_supplied_where_both_read_the_same_figures(sees: list[Places]) -> None:
    sees.append(seeing("207"))
    words = read_filled_in(PAGE, line("Số:", "207@0.6", "CT-KTTH"))
    assert texts(words)[1:] == [("207", 0.9), ("/CT-KTTH", 0.95)]


def test_a_day_of_one_figure_has_lost_the_other(sees: list[Places]) -> None:
    sees.append(seeing("7"))
    words = read_filled_in(PAGE, line("Khê,", "ngày", "7@0.8", "tháng", "12", "năm"))
    assert texts(words)[2] == ("7", 0.45)
    sure = line("Khê,", "ngày", "7", "tháng", "12", "năm")
    assert texts(read_filled_in(PAGE, sure))[2] == ("7", 0.95)


def test_looks_that_see_other_figures_outvote_the_likeliest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks = cycle(seeing(figures) for figures in ("27", "24", "24", "2", "2"))
    monkeypatch.setattr(ocr_filled_in, "look_at", lambda strip: next(looks))
    words = line("Khê,", "ngày", "„4@0.3", "tháng", "năm")
    assert texts(read_filled_in(PAGE, words))[2] == ("„4", 0.3)


@pytest.mark.parametrize("words", [("Số:27@0.4", "/QĐ-SXD"), ("Số:", "2@0.4", "7@0.4", "/QĐ-SXD")])
def test_figures_that_ran_into_words_or_broke_are_surer_too(
    words: Sequence[str], sees: list[Places]
) -> None:
    sees.append(seeing("27"))
    read = read_filled_in(PAGE, line(*words))
    assert texts(read)[1] == ("27", 0.9)
    assert [text for text, _ in texts(read)] == ["Số:", "27", "/QĐ-SXD"]


def test_a_zero_in_front_is_no_other_month(sees: list[Places]) -> None:
    sees.append(seeing("08"))
    words = line("Khê,", "ngày", "08", "tháng", "8", "năm")
    assert read_filled_in(PAGE, words) == tuple(words)


@pytest.mark.parametrize(("read", "confidence"), [("II2", 0.9), ("1l2", 0.9), ("AI2", 0.85)])
def test_letters_that_ones_were_taken_for_agree_with_the_net(
    read: str, confidence: float, sees: list[Places]
) -> None:
    sees.append(seeing("112"))
    words = read_filled_in(PAGE, line("Số:", f"{read}@0.3", "/QĐ-SXD"))
    assert texts(words)[1] == ("112", confidence)


def test_a_sure_reading_that_no_day_has_denies_nothing(sees: list[Places]) -> None:
    sees.append(seeing("17"))
    words = read_filled_in(PAGE, line("Khê,", "ngày", "77@0.92", "tháng", "11", "năm"))
    assert texts(words)[2] == ("17", 0.85)
    words = read_filled_in(PAGE, line("Khê,", "ngày", "27@0.92", "tháng", "11", "năm"))
    assert texts(words)[2] == ("27", 0.45)


@pytest.mark.parametrize("read", ["644.", "644"])
def test_a_stroke_that_the_net_takes_for_a_figure_is_in_doubt(
    read: str, sees: list[Places]
) -> None:
    sees.append(seeing("6447"))
    words = read_filled_in(PAGE, line("Số:", f"{read}@0.6", "/TTXT-SXD"))
    assert texts(words)[1][0] == read
    assert texts(words)[1][1] <= 0.6
    sees[:] = [seeing("6442")]
    words = read_filled_in(PAGE, line("Số:", f"{read}@0.6", "/TTXT-SXD"))
    assert texts(words)[1] == ("6442", 0.85)


def test_the_stroke_before_a_proposal_is_supplied(sees: list[Places]) -> None:
    sees.append(seeing("62"))
    words = read_filled_in(PAGE, line("Số:", "62", "TTr-SNV"))
    assert [text for text, _ in texts(words)] == ["Số:", "62", "/TTr-SNV"]
    assert blanks(line("Số", "62", "Tr-an", "Phú")) == []


@pytest.mark.parametrize(
    ("looks", "read", "figures"),
    [
        (("299", "8299", "299", "299", "299"), "99@0.5", "299"),  # the colon of `Số:` as an 8
        (("8299", "8299", "8299", "8299", "8299"), "x@0.3", "8299"),
        (("8299", "8299", "299", "8299", "8299"), "829_@0.3", "829_"),
    ],
)
def test_the_colon_of_the_label_is_no_figure(
    looks: Sequence[str], read: str, figures: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = cycle(seeing(each, 0.95) for each in looks)
    monkeypatch.setattr(ocr_filled_in, "look_at", lambda strip: next(queue))
    words = read_filled_in(PAGE, line("Số:", read, "/QĐ-SXD"))
    assert texts(words)[1][0] == figures
