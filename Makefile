# The README's two commands are `make run` and `make test`. Each makes what it needs, the first time.

PYTHON ?= python3
VENV := .venv/bin
ARGS ?=

# They would lead Python elsewhere, or have it compile everything anew at each start.
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV PYTHONDONTWRITEBYTECODE

.PHONY: run test check bench docs assets lock clean setup-run setup-test help

help:
	@echo "make run     set up, start the database, load the demonstration, serve"
	@echo "make test    set up, then every test          (ARGS='-k words' for some)"
	@echo "make check   style, types, the direction of imports, the rules of the house"
	@echo "make bench   the figures that we state"
	@echo "make docs    write the generated pages of docs/ anew"
	@echo "make assets  bring the pages' fonts, styles and scripts"
	@echo "make lock    write constraints.txt anew, with the newest versions"
	@echo "make clean   remove what was made, but for the data in var/"

setup-run:
	@"$(PYTHON)" tools/setup.py run

setup-test:
	@"$(PYTHON)" tools/setup.py test

run: setup-run
	@$(VENV)/gilmok run --demo $(ARGS)

test: setup-test
	@$(VENV)/python tools/test.py $(ARGS)

check: setup-test
	@$(VENV)/python tools/check.py

bench: setup-test
	@$(VENV)/python bench/run.py $(ARGS)

docs: setup-run
	@$(VENV)/python tools/docs.py

assets: setup-run
	@$(VENV)/python tools/assets.py

lock: setup-test
	@$(VENV)/python tools/lock.py

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf core/src/gilmok/ground/web/static/vendor
	find . -name __pycache__ -type d -not -path './var/*' -prune -exec rm -rf {} +
