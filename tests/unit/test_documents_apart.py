"""The process that makes documents knows no setting of the server and takes no more memory than it may."""

import json
import subprocess
import sys

import pytest

from meeting_server import documents
from meeting_server.documents import html_apart
from meeting_server.domain.record.record import record_of
from tests.scenes.builders import room


def test_it_knows_none_of_the_servers_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://board:secret@db/board")
    monkeypatch.setenv("METRICS_TOKEN", "a-token-of-twenty-letters")
    monkeypatch.setenv("LANG", "C.UTF-8")
    handed: list[dict[str, str]] = []

    def start(_: object, *, env: dict[str, str], **__: object) -> "subprocess.CompletedProcess[bytes]":
        handed.append(env)
        return subprocess.CompletedProcess([], 0, b"a page", b"")

    monkeypatch.setattr(documents.subprocess, "run", start)
    html_apart(record_of(room(), ("everyone",)))
    assert set(handed[0]) <= {*documents.NEEDS, "PYTHONPATH"}
    assert handed[0]["LANG"] == "C.UTF-8"
    assert "secret" not in json.dumps(handed)


GREEDY = """
from meeting_server.documents.__main__ import bound_memory
bound_memory()
try:
    bytearray(2 * 1024**3)
except MemoryError:
    print("no more")
"""


def test_it_takes_no_more_memory_than_it_may() -> None:
    done = subprocess.run([sys.executable, "-c", GREEDY], capture_output=True, text=True, check=False)
    assert done.stdout == "no more\n", done.stderr
