"""Lists of awardees and nominees: where they open and end, and what each entry says."""
