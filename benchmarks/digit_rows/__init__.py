"""Draws rows of figures as clerks write them into forms, and trains the net that reads them."""
