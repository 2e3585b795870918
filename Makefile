# Two commands do everything, set-up included: `make run` and `make test`.
SHELL := /bin/sh
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest -n 2

.DEFAULT_GOAL := help
.PHONY: help run test test-long check format texts pictures clean

help:  ## Say what can be done here
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18

run:  ## Start the kiosk with simulated devices, and the page where they are seen and broken (ARGS="..." is passed on)
	@.ci/setup run
	@$(BIN)/lotse run $(ARGS)

test: check  ## Format, lint, types, floors of the house and all tests but the long ones
	@$(PYTEST) -m "not long"

test-long: check  ## The same with the tests that take minutes
	@$(PYTEST)

check:  ## Format, lint, types and floors of the house only
	@.ci/setup test
	@$(BIN)/ruff format --check --quiet . || { echo "Some files are not in shape. Please type: make format" >&2; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format:  ## Put all files into shape
	@.ci/setup test
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

texts:  ## Add new keys to every language's texts, say what is to be translated, and compile (docs/translating.md)
	@.ci/setup test
	@$(BIN)/python -m kiosk.texts.extracting

pictures:  ## Walk the kiosk by touch and keep pictures of every screen in tour/
	@.ci/setup test
	@$(BIN)/lotse tour --out tour

clean:  ## Remove what was installed and made here
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache tour
