"""People and bodies across documents: namesakes stay apart, careers and new names together."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.invented_people import invent
from benchmarks.resolve import compare, resolve_world
from benchmarks.resolve import main as benchmark
from pipeline.grammar.spelling import fold
from pipeline.resolve.clusters import cluster
from pipeline.resolve.entities import Entities, find_entities
from pipeline.resolve.mentions import read_mentions
from pipeline.resolve.papers import read_papers
from pipeline.resolve.posts import read_post
from pipeline.resolve.provinces import provinces
from pipeline.resolve.score import Link
from pipeline.resolve.units import read_chain
from pipeline.rulebook import load_rulebook
from tests.resolve_papers import paper

RULES = load_rulebook()
RARE = "Tạ Quỳnh Ví Dụ"
HOSPITAL = "Bệnh viện Đa khoa huyện Sông Mẫu"


def row(doc_id: str, number: int, name: str, **others: Any) -> dict[str, Any]:
    """A row of ``awardees`` with what resolving looks at."""
    made: dict[str, Any] = {
        "awardee_id": f"{doc_id}-{number}",
        "doc_id": doc_id,
        "name": name,
        "kind": "person",
        "role": "awardee",
        "ordinal": None,
        "honorific": None,
        "position": None,
        "workplace": None,
        "award": "bang_khen",
        "decision": None,
        "year": None,
        "initiative_id": None,
        "confidence": 0.95,
        "is_duplicate": False,
    }
    return made | others


def entities(
    rows: list[dict[str, Any]],
    copies: dict[str, str] | None = None,
    titles: dict[str, tuple[str, frozenset[str]]] | None = None,
    **documents: str,
) -> Entities:
    """Entities of rows in documents; a document's day is its keyword's value, its body UBND."""
    made = [
        paper(doc_id, f"{i}/QĐ-UBND", day.split("@")[0], _issuer(day))
        for i, (doc_id, day) in enumerate(documents.items(), 1)
    ]
    papers = {doc.doc_id: doc for doc in read_papers(made, RULES)}
    return find_entities(read_mentions(rows, papers, titles or {}, copies or {}, RULES), RULES)


def _issuer(day: str) -> str:
    place = day.split("@")[1] if "@" in day else "LAI CHÂU"
    return f"ỦY BAN NHÂN DÂN TỈNH {place}"


def are_one(found: Entities, *ids: str) -> bool:
    return len({found.of[awardee_id] for awardee_id in ids}) == 1


def test_one_name_in_two_hospitals_is_two_people() -> None:
    found = entities(
        [
            row("a", 1, RARE, position="Bác sĩ", workplace=HOSPITAL),
            row("b", 1, RARE, position="Bác sĩ", workplace="Bệnh viện Đa khoa huyện Núi Thử"),
        ],
        a="2020-05-01",
        b="2021-05-01",
    )
    assert not are_one(found, "a-1", "b-1") and len(found.rows) == 2


def test_a_promotion_and_short_forms_of_the_workplace_stay_together() -> None:
    found = entities(
        [
            row("a", 1, RARE, position="Phó Trưởng khoa Nội", workplace=HOSPITAL),
            row("b", 1, RARE.upper(), position="Trưởng khoa Nội", workplace="BVĐK huyện Sông Mẫu"),
        ],
        a="2018-05-01",
        b="2022-05-01",
    )
    assert are_one(found, "a-1", "b-1")
    (entity,) = found.rows
    assert entity["name"] == RARE and entity["aliases"] == [RARE.upper()]
    assert (entity["mention_count"], entity["document_count"]) == (2, 2)
    assert (entity["first_year"], entity["last_year"]) == (2018, 2022)
    assert len(entity["workplaces"]) == 2 and entity["name_key"] == "ta quynh vi du"
    (link,) = found.links
    assert link["probability"] == entity["match_probability"] > 0.93
    assert {reason["about"] for reason in link["reasons"]} >= {"workplace", "post", "years"}


def test_a_common_name_needs_more_than_its_workplace() -> None:
    people = [
        row("a", i, f"Nguyễn Văn {name}", workplace=HOSPITAL, ordinal=i)
        for i, name in enumerate(("Hùng", "Nam", "Sơn", "Bình", "Long", "Hùng"), 1)
    ]
    found = entities([*people, row("b", 1, "Nguyễn Văn Hùng", workplace=HOSPITAL)],
                     a="2020-05-01", b="2021-05-01")  # fmt: skip
    assert not are_one(found, "a-1", "a-6"), "one list names both under two numbers"
    assert found.of["b-1"] not in (found.of["a-1"], found.of["a-6"])
    assert [link["is_merged"] for link in found.links].count(False) == len(found.links) > 0


def test_marks_that_a_scan_misread_are_forgiven_where_all_else_agrees() -> None:
    same = {"position": "Giám đốc", "workplace": "Công ty cổ phần Cơ khí Sông Mẫu"}
    found = entities(
        [row("a", 1, RARE, **same), row("b", 1, "Tạ Quýnh Ví Dụ", confidence=0.8, **same)],
        a="2020-05-01",
        b="2021-05-01",
    )
    assert are_one(found, "a-1", "b-1")


def test_a_dropped_middle_name_is_listed_and_not_merged() -> None:
    same = {"position": "Trưởng khoa Nội", "workplace": HOSPITAL}
    found = entities(
        [row("a", 1, "Tạ Thị Quỳnh Dụ", **same), row("b", 1, "Tạ Thị Dụ", **same)],
        a="2020-05-01",
        b="2021-05-01",
    )
    assert not are_one(found, "a-1", "b-1")
    (link,) = found.links
    assert not link["is_merged"] and 0.5 <= link["probability"] < 0.93
    assert "a middle name dropped" in {reason["found"] for reason in link["reasons"]}


def test_man_and_woman_are_two() -> None:
    same = {"position": "Giáo viên", "workplace": "Trường THCS Sông Mẫu"}
    found = entities(
        [row("a", 1, RARE, honorific="Ông", **same), row("b", 1, RARE, honorific="Bà", **same)],
        a="2020-05-01",
        b="2021-05-01",
    )
    assert not are_one(found, "a-1", "b-1")


@pytest.mark.parametrize(("day", "one"), [("2026-05-01", True), ("2021-05-01", False)])
def test_a_workplace_of_a_merged_province_stays_one(day: str, one: bool) -> None:
    same = {"position": "Bác sĩ", "workplace": HOSPITAL}
    found = entities(
        [row("a", 1, RARE, **same), row("b", 1, RARE, **same)],
        a="2020-05-01@HÀ NAM",
        b=f"{day}@NINH BÌNH",
    )
    assert are_one(found, "a-1", "b-1") is one


def test_people_of_a_department_that_was_merged_stay_and_the_body_does_not() -> None:
    before, after = "Sở Giao thông vận tải", "Sở Xây dựng"
    found = entities(
        [
            row("a", 1, RARE, position="Chánh Văn phòng", workplace=before),
            row("a", 2, before, kind="collective"),
            row("b", 1, RARE, position="Chánh Văn phòng", workplace=after),
            row("b", 2, after, kind="collective"),
        ],
        a="2023-05-01",
        b="2026-05-01",
    )
    assert are_one(found, "a-1", "b-1") and not are_one(found, "a-2", "b-2")


def test_bodies_are_one_under_their_spellings_and_two_under_two_parents() -> None:
    names = [
        ("Đài Phát thanh và Truyền hình Lai Châu", None),
        ("Đài PT-TH tỉnh Lai Châu", None),
        ("Phòng Tài chính - Kế toán", "Công ty cổ phần Cơ khí Sông Mẫu"),
        ("Phòng Tài chính - Kế toán", "Công ty CP Cơ khí Núi Thử"),
        ("Thanh tra", "Sở Y tế"),
        ("Thanh tra", "Sở Tư pháp tỉnh Lai Châu"),
        ("Thanh tra", "Sở Tư pháp"),
    ]
    rows = [row("a", i, n, kind="collective", workplace=w) for i, (n, w) in enumerate(names)]
    found = entities(rows, a="2020-05-01")
    assert are_one(found, "a-0", "a-1") and are_one(found, "a-5", "a-6")
    assert not are_one(found, "a-2", "a-3") and not are_one(found, "a-4", "a-5")
    assert {entity["kind"] for entity in found.rows} == {"collective"}


def test_a_renamed_body_is_one() -> None:
    names = ("Tổng công ty Điện lực Việt Nam", "Tập đoàn Điện lực Việt Nam")
    rows = [row("a", i, name, kind="collective") for i, name in enumerate(names)]
    assert are_one(entities(rows, a="2020-05-01"), "a-0", "a-1")


def test_schools_of_one_name_in_two_districts_are_two() -> None:
    schools = [f"Trường THCS Sông Mẫu, huyện {place}" for place in ("Đồng Thử", "Núi Thử")]
    rows = [row("a", i, name, kind="collective") for i, name in enumerate(schools)]
    rows.append(row("a", 2, "Trường THCS Sông Mẫu", kind="collective"))
    found = entities(rows, a="2020-05-01")
    assert len({found.of[f"a-{i}"] for i in range(3)}) == 3
    assert all(not link["is_merged"] for link in found.links)


def test_units_of_two_schools_in_one_district_are_two() -> None:
    schools = [f"Trường {kind} Sông Mẫu, huyện Sông Mẫu" for kind in ("THCS", "Tiểu học")]
    rows = [
        row("a", i, "Tổ Văn phòng", kind="collective", workplace=name)
        for i, name in enumerate(schools)
    ]
    assert not are_one(entities(rows, a="2020-05-01"), "a-0", "a-1")


def test_after_a_merger_a_name_that_two_provinces_had_is_of_neither() -> None:
    school = "Trường THCS Sông Mẫu"
    days = {"a": "2020-05-01@HÀ NAM", "b": "2021-05-01@NINH BÌNH", "c": "2026-05-01@NINH BÌNH"}
    rows = [row(doc, 1, school, kind="collective") for doc in days]
    found = entities(rows, **days)
    assert len({found.of[f"{doc}-1"] for doc in days}) == 3 and found.links
    alone = entities(rows[1:], **days)
    assert are_one(alone, "b-1", "c-1")


def test_copies_and_repeated_rows_do_not_count() -> None:
    same = {"position": "Giám đốc", "workplace": "Công ty cổ phần Cơ khí Sông Mẫu", "ordinal": 1}
    rows = [row(doc, 1, RARE, **same) for doc in "ab"]
    rows.append(row("a", 2, RARE, is_duplicate=True, **same))
    found = entities(rows, copies={"b": "a"}, a="2020-05-01", b="2020-05-01")
    (entity,) = found.rows
    assert (entity["mention_count"], entity["document_count"]) == (1, 1)


def test_one_initiative_joins_across_workplaces() -> None:
    titles = {f"i{i}": (fold("Cải tiến máy bơm mẫu"), frozenset({"le thi thu"})) for i in (1, 2)}
    same = {"position": "Kỹ sư"}
    rows = [
        row("a", 1, RARE, initiative_id="i1", workplace="Phân xưởng 2", **same),
        row("b", 1, RARE, initiative_id="i2", **same),
    ]
    found = entities(rows, titles=titles, a="2020-05-01", b="2020-09-01")
    assert are_one(found, "a-1", "b-1")


def test_a_chain_of_likenesses_does_not_join_two_people() -> None:
    links = [Link("a", "b", 0.99, ()), Link("b", "c", 0.98, ()), Link("a", "c", 0.01, ())]
    found = cluster(["a", "b", "c"], links)
    assert len({found.root[item] for item in "abc"}) == 3, "b is like both, so of neither"
    assert {(link.left, link.right) for link in found.doubtful} == {("a", "b"), ("b", "c")}
    clear = cluster(["a", "b", "c"], [Link("a", "b", 0.9999, ()), *links[1:]])
    assert clear.root == {"a": "a", "b": "a", "c": "c"}


@pytest.mark.parametrize(
    ("position", "words", "rank", "inner"),
    [
        ("Phó Trưởng phòng Kỹ thuật", "pho phong ky thuat", 1, "phong ky thuat"),
        ("Phó phòng Kỹ thuật", "pho phong ky thuat", 1, "phong ky thuat"),
        ("Quyền Giám đốc", "quyen giam doc", 0, ""),
        ("PGĐ", "pho giam doc", 1, ""),
        ("Giáo viên", "giao vien", 0, ""),
    ],
)
def test_posts(position: str, words: str, rank: int, inner: str) -> None:
    post = read_post(position)
    assert (post.words, post.rank, post.inner) == (words, rank, inner)


def test_a_district_may_bear_a_provinces_name() -> None:
    at_home = read_chain("Trung tâm Viễn thông Quảng Ninh", "Quảng Bình", RULES, merged=True)
    assert at_home.province == "Quảng Bình" and "quang ninh" in at_home.units[0].key
    told = read_chain("Công an tỉnh Quảng Ninh", "Quảng Bình", RULES, merged=True)
    assert told.province == "Quảng Ninh"
    assert provinces(RULES).named(fold("UBND huyện Quảng Ninh")) == ()


def test_commas_inside_a_name_do_not_cut_it() -> None:
    chain = read_chain(
        "Phòng Hành chính - Tổ chức, Sở Văn hóa, Thể thao và Du lịch tỉnh Lai Châu",
        None, RULES, merged=False,
    )  # fmt: skip
    keys = [unit.key for unit in chain.units]
    assert keys == ["phong hanh chinh to chuc", "so van hoa the thao du lich"]


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_precision_and_recall_on_invented_mentions(seed: int) -> None:
    world = invent(12_000, seed)
    found = resolve_world(world, RULES)
    for kind in ("person", "collective"):
        result = compare(world, found.of, kind)
        assert result.precision >= 0.99 and result.recall >= 0.9, result


def test_the_order_of_the_rows_changes_nothing() -> None:
    world = invent(1_500, 4)
    first = resolve_world(world, RULES)
    world.awardees.reverse()
    world.documents.reverse()
    assert resolve_world(world, RULES) == first


@pytest.mark.slow
def test_the_benchmark_says_whether_its_targets_are_met(capsys: pytest.CaptureFixture[str]) -> None:
    assert benchmark(["--mentions", "10000"]) == 0
    assert "precision" in capsys.readouterr().out
