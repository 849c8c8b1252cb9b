# `make run` reads data/raw into data/processed; `make test` checks everything.

VENV := .venv
BIN := $(VENV)/bin
# A Python that is new enough; override with `make run PYTHON=/path/to/python3.12`.
PYTHON ?= $(firstword $(foreach p,python3.11 python3.12 python3.13 python3,$(shell \
	$(p) -c 'import sys; sys.version_info >= (3, 11) and print("$(p)")' 2>/dev/null)))
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

# Says what to install where scans cannot be read; everything else works without it.
OCR_ADVICE := $(BIN)/python -c 'from pipeline.read.ocr.engine import advice; print(advice() or "", end="")' >&2

.PHONY: help run test lint test-lowest bench large fresh planted samples clean

help:
	@echo 'make run          read data/raw into data/processed'
	@echo 'make test         lint, types and all tests'
	@echo 'make lint         ruff, mypy and the order of imports alone'
	@echo 'make bench        speed beside bare readers, whole runs, scans; budgets kept or not'
	@echo 'make large        resolve and audit at 1,000 to 100,000 documents: time, memory, growth'
	@echo 'make fresh        scores on 2,000 invented papers of a new seed'
	@echo 'make planted      what the audit finds of planted errors, and false contradictions'
	@echo 'make samples      make the dispatches of data/raw and their gold anew'
	@echo 'make test-lowest  the tests on the oldest allowed versions'
	@echo 'make clean        remove the environment and the caches'

run: $(VENV)/.installed
	@$(OCR_ADVICE)
	$(BIN)/congvan run data/raw --out data/processed

test: lint
	@$(OCR_ADVICE)
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache

bench: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks --runs 100 --scans

large: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks.large

fresh: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks.generated --documents 2000
	$(BIN)/python -m benchmarks.generated --documents 2000 --defects

planted: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks.planted --documents 2000

samples: $(VENV)/.installed-dev
	$(BIN)/python -m tests.samples

# The suite on the oldest versions that pyproject.toml allows.
test-lowest: $(BIN)/python
	$(BIN)/python .ci/lowest.py

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo 'congvan needs Python 3.11 or newer; install it, or say where it is: make run PYTHON=/path/to/python3.11' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The stamps make a second call quick; the development tools are a superset.
$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) --editable '.[dev]'
	@touch $@ $(VENV)/.installed
