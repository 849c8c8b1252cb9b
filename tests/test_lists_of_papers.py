"""Lists of papers that are abolished; n/m of works, and parts that look back in their clause."""

from __future__ import annotations

import pytest

from pipeline.extract.citations.extract import extract_citations
from pipeline.model import CitationMention
from tests.figure_papers import figures, found, paper, rules
from tests.laid_out import document, head

Expected = list[tuple[float, str | None, int | None]]


def cited(words: str) -> tuple[CitationMention, ...]:
    return extract_citations(document([("paragraph", words)], head("NQ")), rules())


def linked(words: str) -> Expected:
    return [(f.value, f.role, f.parent_key) for f in figures(paper(words))]


def test_one_verb_in_a_subject_is_said_of_both_papers() -> None:
    words = (
        "Bãi bỏ Nghị quyết số 25/2023/NQ-HĐND của HĐND tỉnh Mẫu về việc kéo dài thời gian thực "
        "hiện Nghị quyết số 18/2022/NQ-HĐND ngày 07/9/2022 và Nghị quyết số 26/2022/NQ-HĐND."
    )
    assert [c.relation for c in cited(words)] == ["replaces", "refers", "refers"]


def test_a_list_of_papers_that_expire() -> None:
    words = (
        "Quyết định số 11/2020/QĐ-UBND ngày 01/01/2020; Quyết định số 12/2021/QĐ-UBND ngày "
        "02/02/2021 hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành."
    )
    assert [c.relation for c in cited(words)] == ["replaces", "replaces"]


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("Bãi bỏ nội dung đã công bố tại Quyết định số 83/QĐ-UBND.", "replaces"),
        ("Hủy bỏ toàn bộ nội dung Quyết định số 5/2011/QĐ-UBND.", "replaces"),
        ("Thông tư số 5/2020/TT-BNV của Bộ Nội vụ bãi bỏ khoản 7 Điều 2 quy định cũ.", "refers"),
    ],
)
def test_what_is_abolished(words: str, relation: str) -> None:
    assert [c.relation for c in cited(words)] == [relation]


def test_a_district_with_a_number() -> None:
    words = "Quyết định số 5/2011/QĐ-UBND của Ủy ban nhân dân quận 7 về thu hồi đất."
    assert [c.cited_issuer for c in cited(words)] == ["Ủy ban nhân dân quận 7"]


def test_a_subject_ends_where_the_paper_is_quoted() -> None:
    words = (
        "Nghị quyết số 66-NQ/TW về đổi mới công tác xây dựng pháp luật, quy định: “Đến năm 2026”."
    )
    assert [c.cited_title for c in cited(words)] == ["đổi mới công tác xây dựng pháp luật"]


@pytest.mark.parametrize(
    ("words", "value", "whole"),
    [
        ("cấp phối đá dăm: 270.106/322.588m3", 270_106, 322_588),
        ("tổng đàn gia súc ước đạt 566.113/ 700.000 con", 566_113, 700_000),
        ("đắp nền: 5.281.883/5.250.921 m3", 5_281_883, 5_250_921),
    ],
)
def test_so_much_of_so_much(words: str, value: int, whole: int) -> None:
    assert [(f.value, f.of_value) for f in figures(paper(words))] == [(value, whole)]


def test_parts_look_back_in_their_own_clause() -> None:
    words = (
        "Sản lượng lương thực 310.000 tấn; chăm sóc 7.740 ha chè, trong đó có 7.140 ha cho thu "
        "hoạch, sản lượng 74.000 tấn."
    )
    assert [(value, parent) for value, _, parent in linked(words)] == [
        (310_000, None), (7_740, None), (7_140, 1), (74_000, None),
    ]  # fmt: skip


def test_parts_of_another_kind_look_farther_back() -> None:
    words = "Đã xử lý 3.720 trường hợp; tước 404 GPLX, trong đó vi phạm nồng độ cồn 241 trường hợp."
    assert [(value, parent) for value, _, parent in linked(words)][2] == (241, 0)


def test_three_counts_that_are_together_the_one_before() -> None:
    words = (
        "Vụ đông gieo trồng 160 ha. Các xã trồng cây dễ làm như: khoai 50 ha; ngô 40 ha; đậu 70 ha."
    )
    assert linked(words)[0] == (160, "total", None)
    assert {parent for _, _, parent in linked(words)[1:]} == {0}
    other = words.replace("70 ha", "71 ha")
    assert {parent for _, _, parent in linked(other)} == {None}


def test_works_and_hands() -> None:
    words = "Có 40 mũi thi công, 999 nhân lực, cát từ 10 mỏ; tước 404 GPLX các loại."
    assert [value for value, _ in found(words)] == [40, 999, 10, 404]


def test_a_share_of_more_is_no_part_of_less() -> None:
    dispatch = paper(
        "Số vụ việc phát sinh là 291 vụ việc.",
        "Trong đó: đã giải quyết được 238/316 vụ việc, còn lại 35 vụ việc.",
    )
    assert {f.parent_key for f in figures(dispatch)} == {None}
