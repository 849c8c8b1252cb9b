"""congvan: reads Vietnamese official dispatches into tables whose every value leads back to a page."""

__version__ = "0.1.0"
