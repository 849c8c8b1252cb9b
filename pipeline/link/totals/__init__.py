"""Figures that are parts of others.

`link` asks one form after another, block by block (`figure_group`) and then over blocks and tables;
what a form ties first stays tied (`links`).  `partition` says for all of them whether nouns are
the same and sums agree; `doubts` names what stays untied where words of parts stand.
"""
