"""What every test gets: a database and folders of its own, nobody's cache, and if asked
the newsroom's people and a browser.

Where something is missing that tests need, they are skipped and the summary says so in red;
under CI=true a skip is a failure.
"""

import os
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings as django_settings
from django.core.cache import caches
from django.test import TransactionTestCase

from tests import clean_database
from tests.cast import Cast, make_cast
from tests.services import chromium
from tests.services.site import open_site, template
from tests.storages import OwnFolder

pytest_plugins = ["tests.behind_nginx", "tests.browser.fixtures", "tests.newsroom"]

HERE = Path(__file__).parent
IN_CI = os.environ.get("CI") == "true"

# In CI the same examples every time: a change must not fail for what it did not touch.
hypothesis.settings.register_profile("newsroom", deadline=None)
hypothesis.settings.register_profile("newsroom-ci", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("newsroom-ci" if IN_CI else "newsroom")


# --- What is missing --------------------------------------------------------------------------


def pytest_collection_modifyitems(items):
    """Mark tests by their folder; skip those of the browser where there is none."""
    no_browser = pytest.mark.skip(reason=chromium.MISSING) if chromium.find() is None else None
    for item in items:
        folders = item.path.relative_to(HERE).parts[:-1]
        for folder in ("browser", "soak"):
            if folder in folders:
                item.add_marker(folder)
        if no_browser and "browser" in folders:
            item.add_marker(no_browser)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    """Under CI=true a run that skipped anything has failed."""
    if IN_CI and _skipped(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    if count := _skipped(config):
        consequence = ", which under CI=true is a failure" if IN_CI else ""
        terminalreporter.write_line(f"SKIPPED: {count} tests{consequence}.", red=True, bold=True)


def _skipped(config) -> int:
    """How many tests were skipped; 0 in a worker, which leaves the counting to its controller."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return len(reporter.stats.get("skipped", [])) if reporter else 0


# --- The database -----------------------------------------------------------------------------


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, tmp_path_factory):
    """SQLite in a file: in memory its connections share one cache, with other locks than a file."""
    database = django_settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        name = tmp_path_factory.mktemp("database") / "test.sqlite3"
        database.setdefault("TEST", {})["NAME"] = str(name)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Keep what migrations wrote (groups, the masthead), and put it back after a test that commits."""
    with django_db_blocker.unblock():
        written = clean_database.read()
    # In the place of Django's, which such a test calls at its end.
    TransactionTestCase._fixture_teardown = lambda _test: written.put_back()


@pytest.fixture(scope="session")
def site_template(tmp_path_factory):
    with template(tmp_path_factory.mktemp("template")) as made:
        yield made


@pytest.fixture
def own_site(tmp_path, site_template):
    """An empty paper with a database and processes of its own (tests/services/site.py)."""
    with open_site(tmp_path, site_template) as site:
        yield site


# --- People -----------------------------------------------------------------------------------


@pytest.fixture
def cast(db) -> Cast:
    """One person for each role, and a stranger."""
    return make_cast()


# --- Files and caches -------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _own_folders(tmp_path):
    """Pictures of a test go to its own folder, so that a test may count what is there."""
    OwnFolder.within = tmp_path


@pytest.fixture(autouse=True)
def _empty_caches():
    """A page stored in one test must not answer the next: versions begin again at 0 there."""
    yield
    for cache in caches.all():  # also those that only a server's thread has used
        cache.clear()
