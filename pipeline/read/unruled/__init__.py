"""Tables without rulings, in PDF files and in plain text: columns that only blanks keep apart.

:mod:`numbered` finds the rows by their running numbers, :mod:`columns` the blanks between columns,
:mod:`alignment` which of two rows a line between their numbers belongs to, :mod:`merged` the cells
over several rows, :mod:`heading` the headings and what they stretch over; :mod:`table` puts these
together.
"""
