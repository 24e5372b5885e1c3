# make demo: set up, read the samples, ask two questions and draw the picture.
# make test: set up and run the tests.
# Both need Python 3.11 or later and nothing else; everything goes into .venv and out.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
CHITHI := $(BIN)/chithi --db out/chithi.db
LOCK := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-index-url \
	--no-emit-trusted-host --no-emit-find-links --no-emit-options

.PHONY: demo test check changes bench licences sbom dist installed audit lock clean

demo: .venv/set-up
	@mkdir -p out
	@rm -f out/chithi.db out/chithi.db-wal out/chithi.db-shm
	@$(CHITHI) ingest $(sort $(wildcard samples/[0-9]*))
	@printf '\n$$ chithi lineage 34-CT/TW\n'
	@$(CHITHI) lineage 34-CT/TW --format tree
	@printf '\n$$ chithi tasks --agency "so xay dung" --place "lai chau" --role lead\n'
	@$(CHITHI) tasks --agency "so xay dung" --place "lai chau" --role lead --format table
	@printf '\n$$ chithi view\n'
	@$(CHITHI) view -o out/chithi.html

test: .venv/set-up-dev
	$(BIN)/pytest -n 2 --dist loadgroup --cov --cov-report=term:skip-covered --cov-report=json:out/coverage.json
	$(BIN)/python .ci/covered.py out/coverage.json

check: .venv/set-up-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python .ci/licences.py
	$(BIN)/python .ci/packages.py out/dist

# What is gained and lost in the documents at hand, against bench/facts.tsv.
changes: .venv/set-up-dev
	$(BIN)/python -m bench.changes

# The licences of what is installed and vendored, on docs/licences.md; after a change of the lock files.
licences: .venv/set-up-dev
	$(BIN)/python .ci/licences.py --write

# What chithi is made of, in CycloneDX, from the lock file: equal bytes for an equal lock file.
sbom: .venv/set-up-dev
	@mkdir -p out
	$(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible \
		--output-format JSON -o out/chithi.cdx.json

# The wheel and the sdist, built twice and compared.
dist: .venv/set-up-dev
	$(BIN)/python .ci/packages.py out/dist

# The wheel in an empty environment, used from another folder.
installed: dist
	PYTHON=$(CURDIR)/$(BIN)/python .ci/install out/dist/chithi-*.whl

# Known vulnerabilities; says so when no service can be asked.
audit: .venv/set-up-dev
	$(BIN)/python .ci/audit.py

# How fast it is, beside others: see docs/speed.md. BENCH="--documents 10000 --keep out/bench" for more.
bench: .venv/set-up-dev
	$(BIN)/python -m bench.speed $(BENCH)

# A lock file names everything, so nothing is left to resolve: older releases of pip take an extra ("coverage[toml]") for a
# package of its own, and its newest release, which the lock file does not know.
# The marks of a finished set-up: an interrupted one is done again, a changed lock file installs anew.
.venv/set-up: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed; name it with make PYTHON=..." >&2; exit 1; }
	@echo "Setting up in .venv (a minute or two the first time)"
	@$(PYTHON) -m venv .venv
	@$(PIP) --no-deps --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

.venv/set-up-dev: .venv/set-up requirements-dev.lock
	@$(PIP) --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

# After a change of the dependencies; needs pip-tools. The development lock takes the versions of the other.
lock:
	$(LOCK) --build-deps-for=editable -o requirements.lock pyproject.toml
	$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")' \
		| $(LOCK) --no-annotate -c requirements.lock -o requirements-dev.lock -

clean:
	rm -rf .venv out
