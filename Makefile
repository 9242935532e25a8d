# Every target makes what it needs first; the second run starts at once.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh
MAKEFLAGS += --no-print-directory

STATE ?= mid
TESTS ?= tests
KILLS ?= 100
PY := .venv/bin/python
INSTALL := $(PY) -m pip install -qq --disable-pip-version-check --no-input --root-user-action=ignore --no-deps --require-hashes
LOCK := uv pip compile -q --extra pdf --universal --python-version 3.11 --generate-hashes --no-header --no-annotate
SOURCES := meeting_server facilitator_ui tools benchmarks tests

.PHONY: help
help: ## what can be made here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "  HOST, PORT and DATA_DIR are read from the environment; STATE is blank, mid (the default) or end."

.PHONY: run
run: .venv/ready-to-run ## start the server with the demo, printing where to start and everyone's link
	@exec $(PY) -m meeting_server serve --demo $(STATE)

.PHONY: demo
demo: .venv/ready-to-run ## make the demo meeting in DATA_DIR and print its links as JSON, without serving
	@$(PY) -m meeting_server demo --json --state $(STATE)

.PHONY: demo-tour
demo-tour: .venv/ready ## write a page of pictures of each screen of the demo that runs on PORT, to build/demo-tour
	@$(PY) -m tools.chromium
	@$(PY) -m tools.demo_tour

.PHONY: cluster
cluster: .venv/ready ## start PROCESSES servers (2) on this machine with PostgreSQL, Redis and nginx, and the demo meeting
	@$(PY) -m tools.services
	@exec env STATE=$(STATE) $(PY) -m tools.cluster

.PHONY: test
test: .venv/ready ## run the quick tests, in under 8 minutes (finds Chromium, or installs Debian's as root); TESTS=tests/unit for some, all of them; WORKERS for how many at once
	@$(PY) -m tools.chromium
ifneq ($(TESTS),tests)
	@$(PY) -m tools.services
endif
	@$(PY) -m tools.run_tests quick $(TESTS)

.PHONY: test-more
test-more: .venv/ready ## run all other tests: the long ones, alone, with threads, on PostgreSQL (finds PostgreSQL, Redis and nginx too, or installs them)
	@$(PY) -m tools.chromium
	@$(PY) -m tools.services
	@$(PY) -m tools.run_tests more $(TESTS)

.PHONY: test-all
test-all: .venv/ready ## run everything: test and test-more
	@$(PY) -m tools.chromium
	@$(PY) -m tools.services
	@$(PY) -m tools.run_tests all $(TESTS)

.PHONY: proofs
proofs: .venv/ready ## run the stories that take minutes each: an hour and a half with all that goes wrong, four minutes without network, a rolling restart
	@$(PY) -m tools.chromium
	@$(PY) -m tools.services
	@$(PY) -m tools.run_tests proofs $(TESTS)

.PHONY: chaos
chaos: .venv/ready ## kill (kill -9) one server, then two by turns, under load KILLS times (100) each: nothing acknowledged is lost
	@$(PY) -m tools.services
	@$(PY) -m tests.faults.chaos --kills $(KILLS)

.PHONY: bench
bench: .venv/ready ## measure the board beside others on this machine (half an hour); BENCH_CASES, BENCH_SYSTEMS for a part
	@$(PY) -m tools.services
	@$(PY) -m benchmarks

.PHONY: check
check: .venv/ready js/node_modules/.package-lock.json ## lint, types, import contracts, generated documents, templates
	@$(PY) -m ruff check $(SOURCES)
	@$(PY) -m ruff format --check $(SOURCES)
	@$(PY) -m mypy
	@.venv/bin/lint-imports --no-logo
	@js/node_modules/.bin/tsc --project js/tsconfig.json
	@$(PY) tools/protocol.py --check
	@$(PY) -m meeting_server templates
	@$(PY) tools/workbook.py --check
	@$(PY) -m meeting_server workbooks

.PHONY: format
format: .venv/ready ## put the Python in order
	@$(PY) -m ruff check --fix-only $(SOURCES)
	@$(PY) -m ruff format $(SOURCES)

.PHONY: vendor
vendor: .venv/ready js/node_modules/.package-lock.json ## copy the browser libraries and icons named in js/package.json
	@$(PY) -m tools.vendor

.PHONY: messages
messages: .venv/ready ## collect the pages' strings for translators: build/messages.pot
	@mkdir -p build
	@.venv/bin/pybabel -q extract -F babel.cfg --no-location --project common-ground --omit-header -o build/messages.pot meeting_server facilitator_ui
	@echo "The strings are in build/messages.pot; docs/guide/translating.md says what to do with them."

.PHONY: wheel
wheel: .venv/ready ## build the package for installing, byte for byte the same of the same files: dist/common_ground-*.whl
	@$(PY) -m hatchling build --target wheel

.PHONY: lock
lock: ## pin the newest allowed Python packages again (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv on the PATH (pip install uv)." >&2; exit 1; }
	$(LOCK) --upgrade pyproject.toml -o requirements.txt
	$(LOCK) --upgrade pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt

.venv/bin/python:
	@tools/make_venv.sh

.venv/ready-to-run: requirements.txt .venv/bin/python
	@echo "Installing what the server needs (once) ..."
	@$(INSTALL) -r requirements.txt
	@touch $@

# The tests' list holds the server's, at the same versions.
.venv/ready: requirements-dev.txt requirements.txt .venv/bin/python
	@echo "Installing what the tests need (once) ..."
	@$(INSTALL) -r requirements-dev.txt
	@touch .venv/ready-to-run $@

js/node_modules/.package-lock.json: js/package-lock.json js/package.json
	@command -v npm >/dev/null || { echo "make check reads the browser's code with tsc: install Node 20 or newer (with npm) and run it again." >&2; exit 1; }
	@cd js && npm ci --silent --no-audit --no-fund --ignore-scripts
	@touch $@
