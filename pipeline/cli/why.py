"""``congvan why``: who an entity is, and why its mentions were put together or kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli import console
from pipeline.cli.archive import DEFAULT_ARCHIVE, ArchiveFolder
from pipeline.cli.options import AsJson

if TYPE_CHECKING:
    from pipeline.store import Archive

MENTION_COLUMNS = [
    "awardee_id", "doc_id", "page", "quote", "name", "role", "position", "workplace", "award_name",
    "year", "entity_id",
]  # fmt: skip


_NEAR = 5  # names that are offered for one that there is not


def why(
    entity: Annotated[
        str, typer.Argument(metavar="ENTITY", help="Id of an entity, or a name as it is printed.")
    ],
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    as_json: AsJson = False,
) -> None:
    """Tell why mentions were held to be one person or body.

    Each mention with its document, each link with its probability and evidence, and the links to
    others that were too doubtful.  Weights are powers of ten: +2 makes it a hundred times likelier
    that two mentions are one.

    Example: congvan why person-7c2e90ab51d04f63
    """
    from pipeline.store import Archive

    opened = Archive(archive)
    rows = _entities(opened, entity)
    if not rows:
        console.stop(_unknown(opened, entity))
    if len(rows) > 1 and not as_json:
        for row in rows:
            places = "; ".join(row["workplaces"])
            print(f"{row['entity_id']}  {row['name']}  {places}")
        console.note(f"{len(rows)} entities of this name; give the id of one")
        return
    found = [_explanation(opened, row) for row in rows]
    if as_json:
        console.print_json({"entities": found})
    else:
        _print(found[0])


def _entities(opened: Archive, wanted: str) -> list[dict[str, Any]]:
    """The entity of an id, else all of a name, marks and case aside."""
    rows: list[dict[str, Any]] = opened.arrow("entities").to_pylist()
    by_id = [row for row in rows if row["entity_id"] == wanted]
    key = _key(wanted)
    return by_id or [row for row in rows if row["name_key"] == key]


def _key(name: str) -> str:
    """A name as `entities.name_key` has it, marks and case aside."""
    from unicodedata import normalize

    from pipeline.grammar.bare_letters import without_marks
    from pipeline.grammar.spelling import fold

    return without_marks(fold(normalize("NFC", " ".join(name.split()))))


def _unknown(opened: Archive, wanted: str) -> str:
    """That there is no such entity, and what to do: other names, or another command first."""
    said = f"no entity {wanted!r} in {opened.path}"
    if not opened.tables()["entities"]:
        return f"{said}; run `congvan resolve {opened.path}` first"
    key = _key(wanted)
    rows = opened.arrow("entities", ["name", "name_key"]).to_pylist()
    near = list(dict.fromkeys(row["name"] for row in rows if key in row["name_key"]))[:_NEAR]
    if key and near:
        return f"{said}; names that have it in them: {', '.join(near)}"
    return f"{said}; `congvan query` finds names in entities, which `congvan resolve` filled last"


def _explanation(opened: Archive, row: dict[str, Any]) -> dict[str, Any]:
    import pyarrow as pa
    import pyarrow.compute as pc

    entity_id = row["entity_id"]
    of_it = pc.field("entity_id") == entity_id
    mentions = opened.arrow("awardees", MENTION_COLUMNS, of_it).to_pylist()
    ids = [mention["awardee_id"] for mention in mentions]
    touching = pc.field("left_id").isin(ids) | pc.field("right_id").isin(ids)
    links = opened.arrow("entity_links", filters=touching).to_pylist()
    others = {link[side] for link in links for side in ("left_id", "right_id")} - set(ids)
    named = opened.arrow(
        "awardees",
        MENTION_COLUMNS,
        pc.field("awardee_id").isin(pa.array(sorted(others), pa.string())),
    )
    columns = ["doc_id", "doc_number", "source_uri", "page_count"]
    documents = {doc["doc_id"]: doc for doc in opened.arrow("documents", columns).to_pylist()}
    known = {mention["awardee_id"]: mention for mention in [*mentions, *named.to_pylist()]}
    for mention in known.values():
        document = documents[mention["doc_id"]]
        mention["document"] = document["doc_number"] or document["source_uri"]
        mention["is_paged"] = document["page_count"] is not None
    links.sort(key=lambda link: (-link["probability"], link["link_id"]))
    return {
        "entity": row,
        "mentions": mentions,
        "links": [link for link in links if link["is_merged"]],
        "doubtful": [
            link | {"other": known[link["right_id" if link["left_id"] in ids else "left_id"]]}
            for link in links
            if not link["is_merged"]
        ],
    }


def _print(found: dict[str, Any]) -> None:
    from rich.text import Text

    out, entity = console.out(), found["entity"]
    out.print(Text(entity["name"], "bold").append(f"  {entity['entity_id']}", "dim"))
    if entity["aliases"]:
        out.print(Text(f"  also: {'; '.join(entity['aliases'])}"))
    numbers = {mention["awardee_id"]: i for i, mention in enumerate(found["mentions"], 1)}
    for mention in found["mentions"]:
        out.print(Text(f"  [{numbers[mention['awardee_id']]}] {_told(mention)}"))
    for link in found["links"]:
        pair = f"[{numbers[link['left_id']]}] = [{numbers[link['right_id']]}]"
        out.print(Text(f"  {pair} ", "green").append(_reasons(link), "default"))
    for link in found["doubtful"]:
        ours = link["left_id"] if link["left_id"] in numbers else link["right_id"]
        out.print(Text(f"  [{numbers[ours]}] ? {_told(link['other'])}", "yellow"))
        out.print(Text(f"      {link['other']['entity_id']} {_reasons(link)}"))


def _told(mention: dict[str, Any]) -> str:
    fields = ("name", "position", "workplace", "award_name", "year")
    values = [str(mention[name]) for name in fields if mention[name] is not None]
    page = f", page {mention['page']}" if mention["is_paged"] else ""
    return f"{', '.join(values)} ({mention['document']}{page})"


def _reasons(link: dict[str, Any]) -> str:
    told = (f"{item['about']}: {item['found']} {item['weight']:+.1f}" for item in link["reasons"])
    return f"{link['probability']:.3f} ({'; '.join(told)})"
