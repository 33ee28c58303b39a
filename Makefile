# Qingdan: everything a newcomer, a developer and the CI run, by the same names.
# Needs make and Python 3.11 or later; the rest is fetched, with hashes, into .venv.

VENV     := .venv
MAINTAIN := .venv-maintain
WORKERS  ?= auto
PYTHON   ?=
PORT     ?= 8000
# The demonstration delegates registrations to a city, which only this reading of Article 12(2) allows.
DEMO     := QINGDAN_DEMO=1 QINGDAN_READINGS=$${QINGDAN_READINGS:-competence.delegate=by_table}

PIP := -m pip --disable-pip-version-check --quiet install
UV  := $(MAINTAIN)/bin/python -m uv --no-config pip compile --universal --python-version 3.11 \
       --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.PHONY: help run assess reset test check format bench lock audit docs clean

help: ## Show this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | while IFS="$$(printf '\t')" read -r name does; do \
		printf '  make %-8s %s\n' "$$name" "$$does"; done

run: $(VENV)/.ready-to-run ## Start the demonstration at http://127.0.0.1:8000 (PORT=8001 for another port)
	@exec env $(DEMO) QINGDAN_URL=$${QINGDAN_URL:-http://127.0.0.1:$(PORT)} $(VENV)/bin/python manage.py serve --port $(PORT)

reset: $(VENV)/.ready-to-run ## Throw the demonstration's data away and load it anew
	@env $(DEMO) $(VENV)/bin/python manage.py demo --reset

assess: $(VENV)/.ready-to-run ## Judge the example portfolio
	@# 3: some examples are half filled in on purpose, so that their track is still open
	$(VENV)/bin/qingdan assess examples/products || test $$? -eq 3
	@printf '%s\n' '' 'To go on / 下一步:' \
		'  $(VENV)/bin/qingdan assess examples/products/01-public-chat-service.yaml   one product, with its reasons' \
		'  $(VENV)/bin/qingdan interview                                              your product, question by question' \
		'  $(VENV)/bin/qingdan --lang zh law article 45                               某一条文在本系统中的含义' \
		'  $(VENV)/bin/qingdan --help                                                 everything else'

test: $(VENV)/.ready-to-develop ## Run the tests; those with a database on SQLite and on PostgreSQL
	$(VENV)/bin/python -m pytest -n $(WORKERS)
	$(VENV)/bin/python tools/test_on_postgresql.py -n $(WORKERS)

check: $(VENV)/.ready-to-develop ## Formatting, lint, strict types, import contracts, security lint
	$(VENV)/bin/python -m ruff format --check .
	$(VENV)/bin/python -m ruff check .
	$(VENV)/bin/python -m mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/python -m bandit --quiet --recursive qingdan --configfile pyproject.toml

format: $(VENV)/.ready-to-develop ## Format the code and apply safe fixes
	$(VENV)/bin/python -m ruff check --fix-only --quiet .
	$(VENV)/bin/python -m ruff format --quiet .

bench: $(VENV)/.ready-to-develop ## Measure, side by side with the peers
	$(VENV)/bin/python -m bench

docs: $(VENV)/.ready-to-develop ## Write the documents that are generated from the law
	$(VENV)/bin/qingdan law check --write docs/the-draft-examined.md
	$(VENV)/bin/python -m qingdan.law.reference
	$(VENV)/bin/python -m qingdan.procedures.reference
	$(VENV)/bin/python -m qingdan.api.schema
	$(VENV)/bin/python -m qingdan.intake.schema
	$(VENV)/bin/python tools/document_commands.py
	$(VENV)/bin/python tools/terminal_picture.py

lock: $(MAINTAIN)/.ready ## Resolve the lock files again (UPGRADE=1 for newer versions)
	$(UV) pyproject.toml --all-extras --group build --group test --group check --group peers --output-file requirements/dev.txt
	$(UV) pyproject.toml --constraints requirements/dev.txt --output-file requirements/core.txt
	$(UV) pyproject.toml --constraints requirements/dev.txt --extra server --extra table --group build --output-file requirements/run.txt
	$(UV) --group pyproject.toml:maintain --output-file requirements/maintain.txt

audit: $(MAINTAIN)/.ready ## Look for known vulnerabilities in what we lock (needs the network)
	$(MAINTAIN)/bin/python -m pip_audit --disable-pip --require-hashes --requirement requirements/core.txt
	$(MAINTAIN)/bin/python -m pip_audit --disable-pip --require-hashes --requirement requirements/dev.txt

clean: ## Remove what these commands made
	rm -rf $(VENV) $(MAINTAIN) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- Environments. A stamp records what is installed, so that a second run starts at once. ---

$(VENV)/bin/python $(MAINTAIN)/bin/python:
	@for python in $(PYTHON) python3.11 python3.12 python3.13 python3; do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
			echo "Preparing $(@D:/bin=) with $$python"; \
			"$$python" -m venv $(@D:/bin=) && exit 0; \
			echo "'$$python -m venv' failed: install Python's venv module (Debian: python3-venv)." >&2; \
			exit 1; \
		fi; \
	done; \
	echo "Qingdan needs Python 3.11 or later and found none: install it, or say 'make PYTHON=/path/to/python'." >&2; \
	exit 1

# The package itself comes last and alone: nothing outside the lock file is fetched, not even to build it.
$(VENV)/.ready-to-run: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(VENV)/bin/python $(PIP) --require-hashes -r requirements/run.txt
	$(VENV)/bin/python $(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ready-to-develop: requirements/dev.txt requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(VENV)/bin/python $(PIP) --require-hashes -r requirements/dev.txt
	$(VENV)/bin/python $(PIP) --no-deps --no-build-isolation -e .
	@touch $(VENV)/.ready-to-run $@

$(MAINTAIN)/.ready: requirements/maintain.txt | $(MAINTAIN)/bin/python
	$(MAINTAIN)/bin/python $(PIP) --require-hashes -r requirements/maintain.txt
	@touch $@
