"""Awardees, authors and good examples that sentences name."""
