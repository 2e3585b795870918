# Two commands do everything, set-up included: `make run` and `make test`.
SHELL := /bin/sh
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test test-long check format pictures clean

help:  ## Say what can be done here
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18

run:  ## Start the kiosk with simulated devices, and the page where they are seen and broken
	@.ci/setup run
	@$(BIN)/lotse run $(ARGS)

test: check  ## Format, lint, types, import contract and all tests
	@$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not long"

test-long: check  ## The same with the tests that take minutes
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

check:  ## Format, lint, types and import contract only
	@.ci/setup test
	@$(BIN)/ruff format --check --quiet . || { echo "Some files are not formatted: make format"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports

format:  ## Put all files into shape
	@.ci/setup test
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

pictures:  ## Walk the kiosk and keep its pictures for the README
	@.ci/setup test
	@$(BIN)/lotse tour --out tour

clean:  ## Remove what was installed and made here
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache tour
