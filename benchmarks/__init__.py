"""Speed of each stage beside bare readers of PDF, in one run: ``python -m benchmarks``."""
