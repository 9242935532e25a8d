"""Every setting, its default and what it means. They are read from the environment once, at the start."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

_ANY = ("0.0.0.0", "::", "")  # noqa: S104 - listening everywhere is the operator's choice


class SettingError(Exception):
    """A setting cannot be used. The message says which and why."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set, by an environment variable of the same name in capitals."""

    host: str = "127.0.0.1"
    """Address to listen on."""
    port: int = 8000
    """Port to listen on."""
    data_dir: Path = Path("data")
    """Where the database, the keys and the lock file live. One server at a time."""
    database_url: str = ""
    """postgresql://USER:PASSWORD@HOST/NAME if several servers share one database; empty for SQLite in DATA_DIR. With a
    standby: postgresql://USER:PASSWORD@HOST,HOST/NAME?target_session_attrs=read-write.
    """
    redis_url: str = ""
    """redis://HOST:6379/0: the doorbell between servers that share a database. Without it they look once a second."""
    templates_dir: Path | None = None
    """A council's own meeting templates, which win over ours by key."""
    workbooks_dir: Path | None = None
    """A council's own Word files for workbooks, which win over ours by name."""
    language_help: Path | None = None
    """A council's own file of the help with words, laid over ours."""
    public_url: str = ""
    """How people reach the server, as https://board.example; empty for http://HOST:PORT. https makes cookies secure."""
    trusted_proxies: int = 0
    """How many proxies stand in front. X-Forwarded-* is dropped if there is none. With https it must be set, even to 0:
    behind a proxy that is not named everyone has one address, and one stranger's failures to sign in count for the
    whole council.
    """
    async_mode: str = "eventlet"
    """eventlet or threading: how Socket.IO waits."""
    rate_per_second: int = 20
    """Commands a second that each person may send; with RATE_BURST at once. Raised only for load tests, which
    say so.
    """
    rate_burst: int = 60
    """How many commands may come at once before the rate counts."""
    languages: tuple[str, ...] = ()
    """Languages besides English that pages may have, like cy,pl. Each needs a catalogue, ours or in
    TRANSLATIONS_DIR.
    """
    translations_dir: Path | None = None
    """A council's own catalogues: cy/LC_MESSAGES/messages.mo and so on."""
    bank_holidays: tuple[tuple[date, str], ...] = ()
    """Days that England's calendar does not know yet, for meetings made from now on: `2027-06-04 A royal occasion,
    -2027-05-31` adds the first and makes a working day of the second.
    """
    least_free_mb: int = 2048
    """Megabytes that must be free where the data lies. With less the server says that it is not ready."""
    separate_scripts: int = 0
    """1: pages load their scripts module by module, as they are written, for people who work on them; 0: as one
    file.
    """
    log_format: str = ""
    """json or text: how the log is written to standard error; empty for text on a terminal and json elsewhere."""
    metrics_token: str = field(default="", repr=False)
    """The bearer token of the reader of `/metrics`, 20 characters or more. While it is empty there is no such page."""
    file_reference: str = "on"
    """on: the names of files begin with the family's reference; off: they leave it out."""
    contact: str = "your social worker or the council's children's services"
    """Whom to ring, on the pages for people who are not in the meeting."""

    @property
    def url(self) -> str:
        """Returns how people reach the server, without a slash at the end."""
        shown = "127.0.0.1" if self.host in _ANY else self.host
        return self.public_url.rstrip("/") or f"http://{shown}:{self.port}"

    @property
    def store(self) -> str:
        """Returns where everything is stored, as it may be printed: never with a password."""
        return "PostgreSQL" if self.database_url else str(self.data_dir)

    @property
    def https(self) -> bool:
        return self.url.startswith("https://")

    @property
    def origins(self) -> frozenset[str]:
        """Returns the origins a browser may come from."""
        local = {f"http://127.0.0.1:{self.port}", f"http://localhost:{self.port}"}
        return frozenset({self.url} | (set() if self.public_url else local))


_BOUNDS = {
    "port": (0, 65535),
    "trusted_proxies": (0, 9),
    "separate_scripts": (0, 1),
    "rate_per_second": (1, 1_000_000),
    "rate_burst": (1, 1_000_000),
    "least_free_mb": (0, 1_000_000_000),
}
_MUST_BEGIN = (
    (
        "database_url",
        ("postgresql://", "postgresql+psycopg://"),
        "DATABASE_URL must begin with postgresql:// (leave it empty for SQLite in DATA_DIR).",
    ),
    ("redis_url", ("redis://", "rediss://"), "REDIS_URL must begin with redis:// or rediss://."),
    ("public_url", ("https://", "http://"), "PUBLIC_URL must begin with https:// (or http:// for a trial)."),
)
_CHOICES = {"async_mode": ("eventlet", "threading"), "log_format": ("json", "text"), "file_reference": ("on", "off")}
_ADDED = re.compile(r"(\d{4}-\d\d-\d\d) +(\S.{0,99})")
_TOKEN = re.compile(r"[A-Za-z0-9\-._~+/=]{20,200}")
_TAKEN_AWAY = re.compile(r"-(\d{4}-\d\d-\d\d)")


def settings_from(environ: Mapping[str, str] = os.environ) -> Settings:
    """Returns the settings from the environment. SettingError names the variable that cannot be used."""
    known: dict[str, object] = {}
    for name in ("host", "public_url", "async_mode", "log_format", "contact", "database_url", "redis_url"):
        if environ.get(name.upper()):
            known[name] = environ[name.upper()]
    for name in _BOUNDS:
        if environ.get(name.upper()):
            known[name] = _whole_number(name, environ[name.upper()])
    for name in ("data_dir", "templates_dir", "workbooks_dir", "language_help", "translations_dir"):
        if environ.get(name.upper()):
            known[name] = Path(environ[name.upper()])
    if environ.get("METRICS_TOKEN"):
        known["metrics_token"] = _token(environ["METRICS_TOKEN"])
    known["languages"] = tuple(filter(None, environ.get("LANGUAGES", "").replace(" ", "").split(",")))
    known["bank_holidays"] = tuple(map(_bank_holiday, filter(str.strip, environ.get("BANK_HOLIDAYS", "").split(","))))
    for name, begins, must in _MUST_BEGIN:
        if not str(known.get(name, begins[0])).startswith(begins):
            raise SettingError(must)
    _check_choices(known)
    return Settings(**known)  # type: ignore[arg-type]


def _check_choices(known: Mapping[str, object]) -> None:
    for name, choices in _CHOICES.items():
        if known.get(name, choices[0]) not in choices:
            raise SettingError(f"{name.upper()} must be {' or '.join(choices)}.")
    if str(known.get("public_url", "")).startswith("https://") and "trusted_proxies" not in known:
        raise SettingError(
            "With https in PUBLIC_URL, TRUSTED_PROXIES must say how many proxies stand in front: 1 for one nginx, 0 "
            "for none."
        )


def _whole_number(name: str, value: str) -> int:
    least, most = _BOUNDS[name]
    try:
        number = int(value)
    except ValueError:
        number = least - 1
    if not least <= number <= most:
        raise SettingError(f"{name.upper()} must be a whole number from {least} to {most}, not {value!r}.")
    return number


def _token(value: str) -> str:
    if not _TOKEN.fullmatch(value):
        # It is a secret, so the message does not quote it.
        raise SettingError("METRICS_TOKEN must be 20 to 200 letters, digits or any of -._~+/= without spaces.")
    return value


def _bank_holiday(entry: str) -> tuple[date, str]:
    """Returns a day and the name of its bank holiday; no name for a day that is a working day after all."""
    added, taken_away = _ADDED.fullmatch(entry.strip()), _TAKEN_AWAY.fullmatch(entry.strip())
    try:
        if added:
            return date.fromisoformat(added[1]), added[2]
        return date.fromisoformat(taken_away[1] if taken_away else ""), ""
    except ValueError:
        raise SettingError(
            f"BANK_HOLIDAYS must be days to add with their names, as 2027-06-04 A royal occasion, and days to take "
            f"away, as -2027-05-31; {entry.strip()!r} is neither."
        ) from None
