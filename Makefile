# What people type; `make` alone lists it. Every target works from a clean
# clone: the first one sets up .venv, and later ones notice that it is there.

BASE_PYTHON ?= python3
VENV := .venv

ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

# Written when the set-up is done, so that it runs again only when the
# requirements change.
READY := $(VENV)/.ready

# What is pinned, as NAME.in and NAME.txt; the first one holds for the canaries, too.
PINNED := requirements snippets/requirements tests/canary/properdocs tests/canary/zensical bench/sphinx .github/audit

# More arguments for the command behind a target: make test ARGS="-k pool".
ARGS ?=
# Which snippets `make record` runs, and on which interpreter; default: all.
NAMES ?=
PYTHON ?=

# The theme's advertisement on the end of MkDocs; the pinned versions work.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help setup environment serve build test chromium record soak bench check check-drift canary audit licenses format requirements clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## Create .venv with the pinned requirements

$(READY): requirements.txt
	@$(BASE_PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit( \
	  "Python 3.11 or newer is needed; name one: make BASE_PYTHON=python3.13 ...")'
	$(BASE_PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

# Environments of their own: what they pin must not meet what the site is built with.
define environment_of_its_own
	$(BASE_PYTHON) -m venv $(@D)
	$(@D)/$(notdir $(BIN))/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@
endef

environment: .environment/.ready ## Set up what snippets with dependencies run in

.environment/.ready: snippets/requirements.txt
	$(environment_of_its_own)

serve: $(READY) ## Serve the site and rebuild it on every save
	$(BIN)/python -m mkdocs serve $(ARGS)

build: $(READY) ## Build the site into site/; a warning is an error
	$(BIN)/python -m mkdocs build --strict $(ARGS)

test: $(READY) chromium ## Run every test (ARGS="-k pool" for some)
	$(BIN)/python -m pytest $(ARGS)

chromium: $(READY)
	@$(BIN)/python -m tests.site.chromium

record: $(READY) ## Run what is stale and renew records/ (PYTHON=3.13t, NAMES="topic/name")
	$(BIN)/python -m runner record $(if $(PYTHON),--python $(PYTHON)) $(NAMES) $(ARGS)

soak: $(READY) ## Run snippets over and over on a busy machine (ARGS="--minutes 5")
	$(BIN)/python -m runner soak $(NAMES) $(ARGS)

bench: $(READY) .cache/sphinx/.ready ## Time builds against others (ARGS="--pages 10 --repeat 1")
	$(BIN)/python -m bench $(ARGS)

check: $(READY) ## Lint, check the formatting and check the types
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m mypy
	$(BIN)/python -m mypy --python-version 3.15 snippets

check-drift: $(READY) ## Change snippets and see that their records tell (ARGS="--minutes 5")
	$(BIN)/python -m runner drift $(NAMES) $(ARGS)

.cache/sphinx/.ready: bench/sphinx.txt
	$(environment_of_its_own)

.cache/%/.ready: tests/canary/%.txt
	$(environment_of_its_own)

canary: $(READY) .cache/properdocs/.ready .cache/zensical/.ready ## Build with ProperDocs and Zensical too, and compare
	$(BIN)/python -m tests.canary $(ARGS)

.cache/audit/.ready: .github/audit.txt
	$(environment_of_its_own)

audit: .cache/audit/.ready ## Look up known vulnerabilities of all that is pinned (needs the internet)
	for name in $(PINNED); do \
	  .cache/audit/$(notdir $(BIN))/pip-audit --strict --disable-pip --require-hashes --desc off \
	    --requirement $$name.txt $(ARGS) || exit; \
	done

licenses: $(READY) ## List the licenses of all that is installed
	@$(BIN)/python -m tests.licenses

format: $(READY) ## Format the code and mend what the linter can
	$(BIN)/python -m ruff check --fix
	$(BIN)/python -m ruff format

requirements: ## Compile requirements.txt anew (ARGS=--upgrade for newer versions)
	$(BASE_PYTHON) -m venv .cache/uv
	.cache/uv/$(notdir $(BIN))/python -m pip install --quiet --disable-pip-version-check uv
	for name in $(PINNED); do \
	  UV_CUSTOM_COMPILE_COMMAND="make requirements" .cache/uv/$(notdir $(BIN))/uv pip compile \
	    --quiet --universal --python-version 3.11 --generate-hashes $(ARGS) \
	    $$name.in --output-file $$name.txt || exit; \
	done

clean: ## Remove what was built and cached; .venv and records/ stay
	rm -rf site .site.earlier .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
