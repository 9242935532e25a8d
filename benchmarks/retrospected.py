"""Retrospected beside ours, if its backend is built in the folder that RETROSPECTED names (docs/performance.md)."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import requests

from tools.services import free_port

from .cases import Case
from .generator import NotMeasured, Somebody, Target
from .peers import folder_of
from .serving import serving
from .talking import post
from .workplace import Workplace

# Logging in costs a password's hash, so the same few people go to all meetings.
MOST_LOGINS = 15
NO_LIMIT = {"RATE_LIMIT_MAX": "100000000", "RATE_LIMIT_WS_POINTS": "100000000"}
TEMPLATE = "retrospected"
START_SECONDS = 30


@contextmanager
def retrospected(case: Case, place: Workplace) -> Iterator[Target]:
    """Serves its backend on PostgreSQL, with sessions in memory, as a council would run it alone. Rate limits are
    lifted.
    """
    folder = folder_of("RETROSPECTED")
    url = place.new_database(_migrated(folder, place))
    port = free_port()
    settings = {**_settings(url, place), "BACKEND_PORT": str(port)}
    words = ["node", "--import", "../instrument.mjs", "index.js"]
    with serving(words, settings, cwd=folder / "dist" / "src", port=port) as server:
        cookies = [_log_in(port, number) for number in range(min(case.people, MOST_LOGINS))]
        rooms = [_new_session(port, cookies[0]) for _ in range(case.meetings)]
        yield Target([server.pid], post(), [
            Somebody(port, meeting, room, cookie=cookies[number % len(cookies)])
            for meeting, room in enumerate(rooms) for number in range(case.people)
        ])  # fmt: skip


def _settings(url: str, place: Workplace) -> dict[str, str]:
    return {
        "NODE_ENV": "production", "DB_HOST": "127.0.0.1", "DB_PORT": str(place.postgres.port), "DB_USER": "board",
        "DB_PASSWORD": "", "DB_NAME": url.rsplit("/", 1)[1], "REDIS_ENABLED": "false", **NO_LIMIT,
    }  # fmt: skip


def _migrated(folder: Path, place: Workplace) -> str:
    """Returns the name of a database with its tables, made once."""
    if TEMPLATE not in place.postgres.sql("SELECT datname FROM pg_database").split():
        url = place.postgres.new_database(TEMPLATE)
        _run(["npx", "typeorm", "-d", "dist/src/db/index.js", "migration:run"], folder, _settings(url, place))
    return TEMPLATE


def _run(words: list[str], folder: Path, settings: Mapping[str, str]) -> None:
    done = subprocess.run(
        words, cwd=folder, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NotMeasured(f"{' '.join(words)}: {done.stderr[-500:]}")


def _log_in(port: int, number: int) -> str:
    """Returns a cookie of a person without an account."""
    name = {"username": f"ANONUSER__Person {number}__ANONUSER", "password": "password"}
    until = time.monotonic() + START_SECONDS
    while (answer := _asked(port, name)).status_code == 404 and time.monotonic() < until:
        # It listens before it has its pages.
        time.sleep(0.1)
    answer.raise_for_status()
    return "; ".join(f"{one.name}={one.value}" for one in answer.cookies)


def _asked(port: int, name: Mapping[str, str]) -> requests.Response:
    return requests.post(f"http://127.0.0.1:{port}/api/auth/anonymous/login", json=name, timeout=30)


def _new_session(port: int, cookie: str) -> str:
    """Returns the id of a new board."""
    answer = requests.post(f"http://127.0.0.1:{port}/api/create", json={}, headers={"Cookie": cookie}, timeout=30)
    answer.raise_for_status()
    found: str = answer.json()["id"]
    return found
