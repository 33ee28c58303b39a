"""Settings of the casework system, read from the environment. ``docs/operate.md`` lists every variable.

Without any variable it runs on an embedded SQLite database in ``QINGDAN_DATA`` (default: ``.qingdan`` in the
current folder), for one machine. Nothing secret has a default outside the demonstration.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import django_stubs_ext

from qingdan.environment import addresses, database, flag, mail, provider

django_stubs_ext.monkeypatch()

DATA = Path(os.environ.get("QINGDAN_DATA", ".qingdan")).resolve()
DEMO = flag("QINGDAN_DEMO")
DEBUG = False
DEMO_CLOCK = DEMO  # a visitor may move the date forward: never outside the demonstration

DATA.mkdir(mode=0o700, parents=True, exist_ok=True)


def _kept_secret() -> str:
    """Return the secret of this installation, made on first use and readable by its owner alone."""
    given = os.environ.get("QINGDAN_SECRET_KEY")
    if given:
        return given
    path = DATA / "secret"
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as out:
            out.write(secrets.token_urlsafe(48))
    return path.read_text().strip()


SECRET_KEY = _kept_secret()
SECRET_KEY_FALLBACKS = addresses(
    "QINGDAN_SECRET_KEY_FALLBACKS", ""
)  # former secrets, while they are replaced
ALLOWED_HOSTS = addresses("QINGDAN_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = addresses("QINGDAN_ORIGINS", "")
BASE_URL = os.environ.get("QINGDAN_URL", "http://127.0.0.1:8000").rstrip("/")
SECURE = BASE_URL.startswith("https://")
BEHIND_PROXY = flag("QINGDAN_BEHIND_PROXY")

DATABASES = {"default": database(os.environ.get("QINGDAN_DATABASE_URL", ""), DATA / "qingdan.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Failed logins and used codes are counted here: in the database, so that every web process counts together and a
# restart forgets nothing. `migrate` makes the table.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}

INSTALLED_APPS = [
    "qingdan.casework",  # first: its templates go before those of allauth
    "qingdan.portals.public",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "qingdan.api.middleware.Problems",
    "qingdan.casework.accounts.middleware.Confinement",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "qingdan.casework.accounts.middleware.Sessions",
    *(["qingdan.portals.public.banner.Demonstration"] if DEMO else []),
]
ROOT_URLCONF = "qingdan.urls"
WSGI_APPLICATION = "qingdan.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# --- Language and time: both languages everywhere, dates in China.
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

# --- Who may come in (ASVS 5.0: authentication, session).
AUTH_USER_MODEL = "casework.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_NAME = "__Host-session" if SECURE else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE else "csrf"
SECURE_SSL_REDIRECT = SECURE and not BEHIND_PROXY
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "qingdan.casework.accounts.adapters.Accounts"
MFA_ADAPTER = "qingdan.casework.accounts.adapters.SecondFactors"
SOCIALACCOUNT_ADAPTER = "qingdan.casework.accounts.adapters.Providers"
ACCOUNT_SIGNUP_FORM_CLASS = "qingdan.casework.accounts.forms.SignUp"
ACCOUNT_USER_DISPLAY = "qingdan.casework.accounts.adapters.display"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[清单 Qingdan] "
# Locked out after five failures in five minutes, or fifty in a day, per account; passkeys and other accounts go on.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key,50/d/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0  # whose address is counted
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300  # step-up: a decision asks again after five minutes
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if SECURE else "http"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
MFA_TOTP_ISSUER = "Qingdan"
MFA_RECOVERY_CODES_SHOW_ONCE = True
OIDC_SERVER = os.environ.get("QINGDAN_OIDC_SERVER", "")
SOCIALACCOUNT_PROVIDERS = provider()
SOCIALACCOUNT_ONLY = False
USERSESSIONS_TRACK_ACTIVITY = False

# --- Files, mail, tasks.
MEDIA_ROOT = DATA / "documents"
STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(
    exist_ok=True
)  # before the first collectstatic there is nothing to serve, and that is no fault
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TILES = DATA / "tiles"
KEYS = Path(os.environ.get("QINGDAN_KEYS", str(DATA / "keys")))
CLAMAV = os.environ.get("QINGDAN_CLAMAV", "")
DOCUMENT_LIMIT = int(os.environ.get("QINGDAN_DOCUMENT_LIMIT", str(25 * 1024 * 1024)))
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "qingdan.casework.uploading.Limited",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
API_PER_MINUTE = int(os.environ.get("QINGDAN_API_PER_MINUTE", "30000"))  # requests of one user
API_PER_MINUTE_UNKNOWN = int(os.environ.get("QINGDAN_API_PER_MINUTE_UNKNOWN", "600"))  # of one address
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
EMAIL_CONFIG = mail(os.environ.get("QINGDAN_MAIL_URL", ""))
EMAIL_BACKEND = EMAIL_CONFIG.backend
EMAIL_HOST = EMAIL_CONFIG.host
EMAIL_PORT = EMAIL_CONFIG.port
EMAIL_HOST_USER = EMAIL_CONFIG.user
EMAIL_HOST_PASSWORD = EMAIL_CONFIG.password
EMAIL_USE_TLS = EMAIL_CONFIG.tls
EMAIL_TIMEOUT = 30  # a mail server that hangs holds a worker no longer
EMAIL_FILE_PATH = str(DATA / "mail")
DEFAULT_FROM_EMAIL = os.environ.get("QINGDAN_MAIL_FROM", "no-reply@qingdan.example")
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- The law as this installation reads it: ``name=choice`` pairs, see `qingdan law list --readings`.
READINGS = dict(
    pair.split("=", 1) for pair in os.environ.get("QINGDAN_READINGS", "").split(",") if "=" in pair
)

# --- Logs say what happened, never about whom.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "qingdan.casework.accounts.logs.Discreet",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("QINGDAN_LOG", "WARNING")},
}
