"""Extractors: typed mentions of a laid-out dispatch, each looking only where its kind stands."""
