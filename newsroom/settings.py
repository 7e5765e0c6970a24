"""Every setting, driven by the environment; every default works with none set.

`docs/developers/settings.md` explains each variable. A bad value is refused by the variable's name.
"""

import secrets
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from newsroom.pagestore.configuration import pages_cache

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()


def _read(cast, name, default):
    """The variable `name` read by `cast`; a value it cannot read is refused by name."""
    try:
        return cast(name, default=default)
    except ImproperlyConfigured:
        raise
    except (ValueError, TypeError) as error:
        raise ImproperlyConfigured(f"{name}={env.str(name)!r}: {error}") from error


# --- Where the paper stands -------------------------------------------------------------------

SITE_URL = _read(env.str, "SITE_URL", "http://127.0.0.1:8000").rstrip("/")
_site = urlsplit(SITE_URL)
if _site.scheme not in {"http", "https"} or not _site.hostname:
    raise ImproperlyConfigured(f"SITE_URL={SITE_URL!r}: give a full address, like https://bao.vn")
# A paper that only this machine can reach: sample accounts may sign in, cookies may travel by http.
SITE_IS_LOOPBACK = _site.hostname in {"127.0.0.1", "localhost", "::1"}

DEBUG = _read(env.bool, "DJANGO_DEBUG", False)
ALLOWED_HOSTS = _read(env.list, "ALLOWED_HOSTS", [_site.hostname])
if SITE_IS_LOOPBACK:
    ALLOWED_HOSTS += ["127.0.0.1", "localhost", "[::1]"]


def _secret_key() -> str:
    """SECRET_KEY: required for a public site; made once and kept in var/ for a local one."""
    if key := env.str("SECRET_KEY", default=""):
        return key
    if not SITE_IS_LOOPBACK:
        raise ImproperlyConfigured("SECRET_KEY is not set: a public site needs its own long secret")
    path = VAR_DIR / "secret_key"
    if not path.exists():
        VAR_DIR.mkdir(exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(64))
    return path.read_text().strip()


SECRET_KEY = _secret_key()

# --- Applications -----------------------------------------------------------------------------

INSTALLED_APPS = [
    "articles",
    "articles.comments",
    "newsroom.pagestore",
    "newsroom.apps.DeskConfig",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "newsroom.apps.StaticConfig",
    "axes",
    "ckeditor",
    "csp",
    "taggit",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.middleware.hear_out",
    "newsroom.middleware.refuse_unreadable_addresses",
    "newsroom.middleware.client_address",
    "newsroom.middleware.answer_watchers",
    "newsroom.middleware.DeskSessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "newsroom.middleware.DeskSignIn",
    "newsroom.middleware.desk_language",
    "newsroom.middleware.DeskMessages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.middleware.ContentPolicy",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    # Readers' pages, asked first: it knows its own files only. docs/decisions/templates.md
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {"environment": "newsroom.templating.environment"},
    },
    # The desk, its letters, and what libraries bring along.
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Data -------------------------------------------------------------------------------------

DATABASES = {
    "default": _read(env.db_url, "DATABASE_URL", f"sqlite:///{VAR_DIR / 'newsroom.sqlite3'}")
}
_database = DATABASES["default"]
_database["CONN_MAX_AGE"] = _read(env.int, "CONN_MAX_AGE", 60)
_database["CONN_HEALTH_CHECKS"] = True
if _database["ENGINE"].endswith("sqlite3"):
    VAR_DIR.mkdir(exist_ok=True)
    # IMMEDIATE: a transaction that will write takes its lock at once, so that two of them queue
    # (20 s at most) instead of failing half-way. docs/decisions/databases.md
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
else:
    # A server that takes no connections is told from a busy one soon: readers wait meanwhile.
    _database.setdefault("OPTIONS", {}).setdefault("connect_timeout", 2)
    _database["OPTIONS"]["options"] = "-c lock_timeout=20000"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Ids below it are kept free for an archive's own ids; read once, by the first migration.
FIRST_ARTICLE_ID = _read(env.int, "FIRST_ARTICLE_ID", 1_000_000)

STORAGES = {
    # Public renditions only, named by content hash.
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": _read(env.str, "MEDIA_ROOT", str(BASE_DIR / "media"))},
    },
    # Originals and renditions of what is not published: they have no address.
    "originals": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": _read(env.str, "ORIGINALS_ROOT", str(VAR_DIR / "originals")),
            "file_permissions_mode": 0o640,
        },
    },
    "staticfiles": {"BACKEND": "newsroom.staticfiles.HashedStaticFilesStorage"},
}

# Where finished pages lie: docs/decisions/page-store.md
PAGES_CACHE_URL = _read(env.str, "PAGES_CACHE_URL", "off" if DEBUG else "memory")
PAGES_OFFLINE_SECONDS = _read(env.int, "PAGES_OFFLINE_SECONDS", 3600)
try:
    _pages = pages_cache(PAGES_CACHE_URL, _read(env.int, "PAGES_MEMORY_MB", 64))
except ValueError as error:
    raise ImproperlyConfigured(f"PAGES_CACHE_URL={PAGES_CACHE_URL!r}: {error}") from error
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "pages": _pages,
}

MEDIA_URL = "/media/"
STATIC_URL = "/static/"
STATIC_ROOT = _read(env.str, "STATIC_ROOT", str(VAR_DIR / "static"))
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# --- People -----------------------------------------------------------------------------------

AUTH_USER_MODEL = "articles.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "articles.accounts.DeskBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
# The header in which a proxy in front of us tells the reader's address, such as X-Real-IP.
CLIENT_ADDRESS_HEADER = _read(env.str, "CLIENT_ADDRESS_HEADER", "")
AXES_FAILURE_LIMIT = _read(env.int, "SIGN_IN_ATTEMPTS", 5)
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "admin/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
if "EMAIL_URL" in env:
    vars().update(_read(env.email_url, "EMAIL_URL", ""))
DEFAULT_FROM_EMAIL = _read(env.str, "DEFAULT_FROM_EMAIL", f"toa-soan@{_site.hostname}")
# Notices of the desk go out as letters too; `manage.py tick` sends them.
NOTICES_BY_MAIL = _read(env.bool, "NOTICES_BY_MAIL", False)
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24

# --- Language and time ------------------------------------------------------------------------

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "newsroom" / "locale"]
FORMAT_MODULE_PATH = ["newsroom.formats"]
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

# --- Libraries --------------------------------------------------------------------------------

CKEDITOR_BASEPATH = f"{STATIC_URL}ckeditor/ckeditor/"
# The editor's state is told plainly in SECURITY.md; its own filter is not our boundary.
SILENCED_SYSTEM_CHECKS = ["ckeditor.W001"]
TAGGIT_CASE_INSENSITIVE = True

# --- Safety -----------------------------------------------------------------------------------

X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
# Messages of the desk stay in its session: their own cookie would reach readers' pages.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_NAME = "desk"
SESSION_COOKIE_PATH = "/toa-soan/"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
CSRF_COOKIE_NAME = "desk_csrf"
CSRF_COOKIE_PATH = "/toa-soan/"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
if _site.scheme == "https":
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}
