"""The words that confer: which award, by whom, for when, and whether they confer anything."""
