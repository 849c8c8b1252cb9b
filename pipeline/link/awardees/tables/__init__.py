"""Tables of awardees and nominees: what their columns and cells hold."""
