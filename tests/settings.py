"""The project's settings as tests need them: nothing of this machine's, nothing slow for safety.

The database is the one that TEST_DATABASE_URL names, else SQLite in a file of the test run's own
(see `django_db_modify_db_settings` in conftest.py). DATABASE_URL is never read: it may name a
paper's real database.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

# Gone when the process ends. Tests get folders of their own in it; what is written outside of any
# test, or by a storage that was bound while loading, lands here and not in the checkout.
FOLDER = TemporaryDirectory(prefix="newsroom-tests-")

os.mkdir(f"{FOLDER.name}/static")

os.environ |= {
    "DATABASE_URL": os.environ.get("TEST_DATABASE_URL") or "sqlite:///:memory:",
    "DJANGO_DEBUG": "0",
    "MEDIA_ROOT": f"{FOLDER.name}/media",
    "ORIGINALS_ROOT": f"{FOLDER.name}/originals",
    "SECRET_KEY": "for tests alone; known to everyone who reads this line",
    "SITE_URL": "http://127.0.0.1:8000",
    "STATIC_ROOT": f"{FOLDER.name}/static",
}

from newsroom.settings import *  # noqa: F403
from newsroom.settings import DATABASES, STORAGES
from tests.storages import OwnFolder

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # As in newsroom/settings.py, but a power cut may take a test's database with it.
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;"
    )

# Until the first test has its own.
OwnFolder.within = Path(FOLDER.name)
STORAGES["default"] = {"BACKEND": "tests.storages.OwnFolder", "OPTIONS": {"name": "media"}}
STORAGES["originals"] = {
    "BACKEND": "tests.storages.OwnFolder",
    "OPTIONS": {"name": "originals", "file_permissions_mode": 0o640},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Tests sign in with wrong passwords all day; those of the limit itself switch it on.
AXES_ENABLED = False
# Plain names, found without collecting, by a live server too.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
