"""Extractors: typed mentions of a laid-out dispatch, each looking only where its kind stands.

`find_mentions` of :mod:`pipeline.document` asks them in this order, each resting on those before
it: `citations`, `dates` (of which some date a citation), `awards`, `figures`.  `people`, `bodies`
and `initiatives` read names wherever `link` asks for them; `apposition` takes the words behind a
name apart.
"""
