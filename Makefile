# Lawline: `make run` and `make test` are all that a newcomer needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MIRROR := $(wildcard ../shared/corpora)
MODELS := $(wildcard ../shared/models)
export LAWLINE_MIRROR ?= $(abspath $(MIRROR))
export LAWLINE_MODELS ?= $(abspath $(MODELS))
ifeq ($(LAWLINE_MIRROR),)
unexport LAWLINE_MIRROR
endif
ifeq ($(LAWLINE_MODELS),)
unexport LAWLINE_MODELS
endif

.PHONY: help setup setup-dev setup-neural corpora index run test check format bench soak clean system

help:  ## what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

setup: $(BIN)/lawline  ## the environment: .venv/bin/lawline

$(BIN)/lawline: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("Lawline needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: $(BIN)/lawline
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

setup-dev: $(VENV)/.dev  ## the environment with everything that the tests need

setup-neural: $(VENV)/.dev  ## PyTorch, transformers and what fine-tuning needs
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[train]'

corpora: setup  ## install the corpora that can be reached
	@$(BIN)/lawline corpus install --if-reachable

index: corpora  ## build the library and the search index where needed
	@$(BIN)/lawline index build --if-needed

run: index  ## set up all and serve the page on loopback
	@$(BIN)/lawline serve

system:  ## system packages that the tests need, where they may be installed
	@sh tests/system.sh

test: setup-dev system index  ## set up all and run every test
	@LAWLINE_TEST_DATA=$$(test -f .lawline/editions/current && echo $(abspath .lawline)) $(BIN)/python -m pytest

format:  ## put the code in its form
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet .

check: setup-dev  ## everything that must hold: format, lint, types, contracts, tests
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache .importlinter
	@$(MAKE) --no-print-directory test

bench: setup-dev index  ## measure: figures with their ratios, into benchmarks/results
	@$(BIN)/python -m benchmarks.all

soak: setup-dev index  ## what is long: ten thousand lies, hours of turns
	@$(BIN)/python -m benchmarks.soak

clean:  ## forget the environment (the data stay)
	@rm -rf $(VENV) build *.egg-info
