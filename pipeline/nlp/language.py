"""A Vietnamese pipeline with all span components, and the Doc of a dispatch already read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from pipeline.nlp.factories import GROUPS, SpanMarker, store_marks

if TYPE_CHECKING:
    from pipeline.model import Dispatch

# Punctuation that typists set without a blank: `đề tài:“Nghiên cứu`, `60/65`, `(đã ký)`.
_INFIXES = (r"[:;,“”\"()\[\]/–…]",)


def make_pipeline(rules: Path | str | None = None) -> Language:
    """A blank ``vi`` pipeline whose components fill all span groups.

    The tokeniser is spaCy's own rule-based one: pyvi, the default of ``vi``, is slower and not
    needed.

    :param rules: a folder of rules; None for the shipped one
    """
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "spacy.Tokenizer.v1"}}})
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    infixes = (*(nlp.Defaults.infixes or ()), *_INFIXES)
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    for group in GROUPS:
        config = {"rules": None if rules is None else str(rules)}
        nlp.add_pipe(f"congvan_{group}", config=config)
    return nlp


def doc_from_dispatch(nlp: Language, dispatch: Dispatch) -> Doc:
    """The Doc of a laid-out dispatch, with the span groups that ``nlp`` has components for.

    ``doc.text`` is the dispatch's text, so offsets are those of the tables.
    """
    from pipeline.document import find_mentions
    from pipeline.nlp.marks import marks_of
    from pipeline.rulebook import load_rulebook

    doc = nlp.make_doc(dispatch.text.text)
    folders = {pipe.rules for _, pipe in nlp.pipeline if isinstance(pipe, SpanMarker)}
    for folder in folders:
        rules = load_rulebook(None if folder is None else Path(folder))
        store_marks(doc, folder, marks_of(dispatch, find_mentions(dispatch, rules), rules))
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return doc
