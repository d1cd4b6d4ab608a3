# Figures, tests and checks from a fresh clone. Needs make and Python 3.11 or newer; written for make 3.81, which macOS ships.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# pip compiles what it installs, but not what it installs as editable; where Python may not write bytecode either
# (PYTHONDONTWRITEBYTECODE), each run of heatfig would compile its sources again: 0.1 s.
BYTECODE = @$(BIN)/python -m compileall -q cli
OLD_PYTHON := heatfig needs Python 3.11 or newer; name one that you have, as in: make figures PYTHON=python3.13
COMPILE := $(VENV)/pins/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make pins" $(UPGRADE)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help figures test check fuzz bench reference images pins clean

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

figures: $(VENV)/.heatfig ## render every spec in specs/ to figures/
	$(BIN)/heatfig render specs -o figures

test: $(VENV)/.heatfig $(VENV)/.tests ## run the whole test suite (or part of it: make test ARGS="-k norm")
	$(BIN)/python -m pytest -n 2 --dist loadgroup $(ARGS)

check: $(VENV)/.heatfig $(VENV)/.tests ## check format, lint, types and import contracts
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

fuzz: $(VENV)/.heatfig $(VENV)/.tests ## fuzz, draw pairs of choices and random figures, for two minutes each; then try nasty files of full size
	$(BIN)/python tests/fuzz/coverage_guided.py --seconds 120
	$(BIN)/python tests/fuzz/all_pairs.py --seconds 120
	$(BIN)/python tests/differential/draw_and_compare.py --seconds 120
	$(BIN)/python tests/fuzz/nasty.py

bench: $(VENV)/.heatfig $(VENV)/.peers ## race heatfig against its peers (or in part: make bench ARGS="cold batch")
	$(BYTECODE)
	$(BIN)/python tests/bench/race.py $(ARGS)

# One figure by name, such as figures/probe_vs_lora.pdf, made again when its spec or its scores are younger.
figures/%.pdf: specs/%.yaml | $(VENV)/.heatfig
	$(BIN)/heatfig render $< -o $(@D) -f pdf --depfile $(@D)/.$*.d
-include $(wildcard figures/.*.d)

reference: $(VENV)/.heatfig ## write the reference of the spec language, its schema and the page of examples anew
	$(BIN)/python -m heatfig.language.reference > $(VENV)/reference.md
	$(BIN)/heatfig schema > $(VENV)/schema.json
	mv $(VENV)/reference.md specs/README.md
	mv $(VENV)/schema.json specs/heatfig.schema.json
	$(BIN)/python specs/examples/contents.py > $(VENV)/examples.md
	mv $(VENV)/examples.md specs/examples/README.md

images: $(VENV)/.heatfig ## render the pictures of README and examples into specs/images/ anew
	$(BIN)/heatfig render specs -o specs/images -f png --dpi 150 --force

pins: ## pin anew what pyproject.toml asks for (in newest versions: make pins UPGRADE=--upgrade)
	$(PYTHON) -m venv --clear $(VENV)/pins
	$(VENV)/pins/bin/python -m pip --quiet --disable-pip-version-check install "uv>=0.9"
	$(COMPILE) pyproject.toml --group build --output-file cli/requirements.txt
	$(COMPILE) pyproject.toml --group dev --constraints cli/requirements.txt --output-file tests/requirements.txt
	$(COMPILE) --group peers --constraints cli/requirements.txt --output-file tests/bench/requirements.txt

clean: ## remove everything that make made, .venv and figures/ included
	rm -rf $(VENV) figures build dist cli/*.egg-info
	rm -rf .pytest_cache .hypothesis .mypy_cache .ruff_cache .import_linter_cache
	find cli tests -name __pycache__ -prune -exec rm -rf {} +

# Each part of the set-up leaves a stamp, and is done again when what it was made from is newer.
$(VENV)/.packages: cli/requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("$(OLD_PYTHON)" if sys.version_info < (3, 11) else 0)'
	@echo "setting up $(VENV); this takes a minute the first time"
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) install --require-hashes -r cli/requirements.txt
	@touch $@

$(VENV)/.heatfig: $(VENV)/.packages pyproject.toml
	$(PIP) install --no-deps --no-build-isolation --editable .
	$(BYTECODE)
	@touch $@

$(VENV)/.tests: $(VENV)/.packages tests/requirements.txt
	$(PIP) install --require-hashes -r tests/requirements.txt
	@touch $@

# The peers have an environment of their own, so that heatfig's stays what its users have.
$(VENV)/.peers: $(VENV)/.packages tests/bench/requirements.txt
	$(PYTHON) -m venv --clear $(VENV)/peers
	$(VENV)/peers/bin/python -m pip --quiet --disable-pip-version-check install --require-hashes -r tests/bench/requirements.txt
	@touch $@
