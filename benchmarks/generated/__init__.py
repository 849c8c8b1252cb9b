"""Writes dispatches that nobody has seen, with their exact gold, and scores the pipeline on them.

From a seed come thousands of invented papers; none is stored.  Every piece of text is emitted
together with what the gold says of it, so that the two cannot differ.  Nothing here knows how the
pipeline reads: names come from the surname list of the rules, all other words are its own.
"""
