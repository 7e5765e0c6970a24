# A newspaper in two commands: `make run` shows it, `make test` proves it.

PORT ?= 8000
PYTHON ?= python3

PY := .venv/bin/python
PIP := $(PY) -m pip install -qq --disable-pip-version-check
# A worker that has done its share takes from another: the slowest tests stand beside each other.
PYTEST := $(PY) -m pytest -n logical --dist worksteal
# What one of the long tests may take, in seconds, before it is ended as hanging.
LONGEST := -o faulthandler_timeout=1200
# On a server made for the one command, unless TEST_DATABASE_URL names a database.
ON_SQLITE := TEST_DATABASE_URL=
ON_POSTGRES := $(PY) -m tests.services.postgres --

export PORT
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test test-sqlite test-postgres setup messages dev check soak bench audit screenshots guide services

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

# --- Using it ---------------------------------------------------------------------------------

run: .venv/run var/static/staticfiles.json ## install, prepare and serve on 127.0.0.1:8000 (PORT= for another)
	@exec $(PY) -m newsroom.serve

dev: .venv/dev ## the same with autoreload and DEBUG
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py load_sample
	@DJANGO_DEBUG=1 SITE_URL=$${SITE_URL:-http://127.0.0.1:$(PORT)} $(PY) manage.py runserver $(PORT)

setup: .venv/dev ## only the installation

messages: .venv/dev ## renew and compile the Vietnamese translation (needs gettext)
	$(PY) manage.py makemessages --locale vi --no-location --no-obsolete --ignore .venv --ignore var --ignore 'tests*'
	$(PY) manage.py compilemessages --locale vi --ignore .venv

# --- Proving it -------------------------------------------------------------------------------

test: test-sqlite test-postgres ## every test but the long ones, on SQLite and on PostgreSQL

test-sqlite: .venv/dev services
	$(ON_SQLITE) $(PYTEST)

test-postgres: .venv/dev services
	$(ON_POSTGRES) $(PYTEST)

soak: .venv/dev services ## the long tests: kills, races, large data
	$(ON_SQLITE) $(PYTEST) tests/soak $(LONGEST)
	$(ON_POSTGRES) $(PYTEST) tests/soak $(LONGEST)

audit: .venv/dev var/static/staticfiles.json services ## the sample under Nu, axe, Lighthouse and our own rules (needs Java and Node)
	@$(PY) -m tests.audit

screenshots: .venv/dev var/static/staticfiles.json services ## pictures of the sample into var/screenshots
	@$(PY) -m tests.screenshots

guide: .venv/dev var/static/staticfiles.json services ## take the pictures of docs/editors anew
	@$(PY) -m tests.guide_pictures

bench: .venv/dev ## how quick the pages and the desk are (BENCH= for options of tests.bench); minutes
	$(PY) -m tests.bench $(BENCH)

services: .venv/dev
	@$(PY) -m tests.services.chromium
	@$(PY) -m tests.services.redis
	@$(PY) -m tests.services.nginx

check: .venv/dev ## format, lint, types, imports, deployment, migrations, templates
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) .venv/bin/lint-imports --no-logo
	$(PRODUCTION) $(PY) manage.py check --deploy --fail-level WARNING
	$(PRODUCTION) $(PY) manage.py makemigrations --check --dry-run
	$(PRODUCTION) $(PY) -m tests.checks.templates
	$(PY) -m djlint templates --lint --quiet

PRODUCTION := SITE_URL=https://bao.example DATABASE_URL=sqlite:///:memory: \
  SECRET_KEY=only-for-the-checks-of-make-check-which-want-fifty-characters

# --- What the commands stand on ---------------------------------------------------------------
# A file made when its inputs changed, so that a second `make run` only starts.

# Half made, or left behind by a Python that was replaced: begin again.
$(shell $(PY) -c 'import pip' 2>/dev/null || rm -rf .venv)

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Python 3.11 or newer is needed, and $(PYTHON) is not: name one, as in  make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq python3-venv; } >/dev/null 2>&1; \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments: on Debian and Ubuntu, install python3-venv."; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/run: requirements.txt $(PY)
	@echo "Installing what the site needs"
	@$(PIP) -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt .venv/run
	@echo "Installing what tests and checks need"
	@$(PIP) -r requirements-dev.txt
	@touch $@

# Folders are among the inputs: their time tells that a file has gone.
STATIC := $(shell find newsroom articles -path '*/static*')

var/static/staticfiles.json: .venv/run newsroom/settings.py newsroom/apps.py newsroom/staticfiles.py $(STATIC)
	@echo "Collecting static files"
	@$(PY) manage.py collectstatic --noinput --verbosity 0
