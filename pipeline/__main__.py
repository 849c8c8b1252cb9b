"""``python -m pipeline``: the same command as ``congvan``."""

from __future__ import annotations

from pipeline.cli import main

if __name__ == "__main__":
    main()
