"""Writes the gold of a sample from its marks, in the format of the shared gold files."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from tests.samples.marks import Cite, Date, Figure, Idea, Who
from tests.samples.sample import Sample


def gold(sample: Sample) -> dict[str, Any]:
    """The annotations of a sample; every list is in the order of the text.

    Raises ValueError where a person's initiative is nowhere marked in the text.
    """
    found = list(sample.marks())
    cites: dict[str, Cite] = {}
    for mark in found:
        if isinstance(mark, Cite):
            known = cites.get(mark.number)
            # a document cited again adds only what the first mention left out
            cites[mark.number] = (
                mark
                if known is None
                else replace(known, on=known.on or mark.on, issuer=known.issuer or mark.issuer)
            )
    ideas = [mark for mark in found if isinstance(mark, Idea)]
    for mark in found:
        if isinstance(mark, Who) and mark.initiative is not None and mark.initiative not in ideas:
            raise ValueError(f"{sample.name}: initiative of {mark.name} is not in the text")
    result: dict[str, Any] = {"source": f"data/raw/{sample.file_name}", "kind": sample.kind}
    if sample.note is not None:
        result["note"] = sample.note
    return result | {
        "document": _document(sample),
        "citations": [_citation(mark) for mark in cites.values()],
        "awardees": [_awardee(mark) for mark in found if isinstance(mark, Who)],
        "initiatives": [_initiative(mark) for mark in ideas],
        "figures": [_figure(mark) for mark in found if isinstance(mark, Figure)],
        "dates": [_date(mark) for mark in found if isinstance(mark, Date)],
        "audit": [{"check": a.check, "holds": a.holds, "detail": a.detail} for a in sample.audit],
    }


def to_json(sample: Sample) -> str:
    return json.dumps(gold(sample), ensure_ascii=False, indent=1) + "\n"


def _document(sample: Sample) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "genre": sample.genre,
        "doc_type": sample.doc_type,
        "doc_number": sample.number,
        "issued_on": sample.issued_on,
        "place": sample.place,
        "issuer": " ".join(sample.issuer) or None,
        "parent_issuer": " ".join(sample.parent) or None,
        "subject": sample.subject_text,
        "addressees": list(sample.addressees),
        "copies": list(sample.copies),
        "signing_authority": sample.authority,
        "signer_title": sample.signer_title,
        "signer_name": sample.signer_name,
    }
    if sample.head_lost or sample.genre == "news":
        # who issues stands nowhere in such a file, so it is not asked for
        del fields["issuer"], fields["parent_issuer"]
    return fields


def _citation(mark: Cite) -> dict[str, Any]:
    return {
        "cited_type": mark.type,
        "cited_number": mark.number,
        "cited_on": mark.on,
        "cited_issuer": mark.issuer,
    }


def _awardee(mark: Who) -> dict[str, Any]:
    return {
        "name": mark.name,
        "kind": mark.kind,
        "role": mark.role,
        "position": mark.position,
        "workplace": mark.workplace,
        "honorific": mark.honorific,
        "award": mark.award,
        "conferred_by": mark.by,
        "year": mark.year,
        "decision": mark.decision,
        "initiative": mark.initiative.text if mark.initiative else None,
    }


def _initiative(mark: Idea) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "title": mark.text,
        "kind": mark.kind,
        "authors": list(mark.authors),
    }
    return fields if mark.benefit is None else fields | {"benefit_vnd": mark.benefit}


def _figure(mark: Figure) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "text": mark.text,
        "value": mark.value,
        "unit": mark.unit,
        "counted": mark.counted,
        "qualifier": mark.qualifier,
        "role": mark.role,
    }
    optional = {
        "value_high": mark.high,
        "of_value": mark.of,
        "award": mark.award,
        "conferred_by": mark.by,
    }
    return fields | {key: value for key, value in optional.items() if value is not None}


def _date(mark: Date) -> dict[str, Any]:
    text = " ".join(mark.text.split())
    return {"text": text, "start": mark.start, "end": mark.end, "role": mark.role}
