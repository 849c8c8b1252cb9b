"""The spaCy face: span groups of a dispatch for language people; the tables do not need it.

Eight components, each a registered factory, fill ``doc.spans``: see :data:`GROUPS`.  They can be
added to any pipeline (``nlp.add_pipe("congvan_dates")``); :func:`make_pipeline` has them all.
:func:`doc_from_dispatch` gives a dispatch that was read from PDF, Word or HTML the same spans.

The extractors' regular expressions run over the raw text first and are the source of offsets; a
span is widened to whole tokens where it must be, the exact offsets stay in
``doc.spans[key].attrs["offsets"]``.  On each span: ``label_`` is its role or kind, ``kb_id_`` the
normalised value, ``id_`` the rule that found it.

A ``Doc`` takes about 33 MB a MB of text, so build one only when it is needed, and read a large
folder inside a memory zone, which gives the vocabulary back at its end::

    nlp = make_pipeline()
    with nlp.memory_zone():
        for doc in nlp.pipe(texts):
            displacy.render(doc, style="span", options={"spans_key": "dates"})
            docs.add(doc)  # a DocBin keeps its own copy, a Doc must not leave the zone
"""

from __future__ import annotations

from pipeline.nlp.factories import GROUPS
from pipeline.nlp.language import doc_from_dispatch, make_pipeline

__all__ = ["GROUPS", "doc_from_dispatch", "make_pipeline"]
