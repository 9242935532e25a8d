"""Documents: print a Record; decide nothing.

A document takes up to a second of pure work, in which a server on one thread would serve nobody. So the server asks for
it with `docx_apart`, which has another process make it.
"""

import os
import subprocess
import sys
from pathlib import Path

from ..domain.record import Record, record_json
from .docx import docx_of

__all__ = ["DocumentFailed", "docx_apart", "docx_of"]

_ROOT = Path(__file__).parents[2]
_SECONDS = 30


class DocumentFailed(Exception):
    """The document could not be made. Says how the other process ended and no word of what is in the record."""


def docx_apart(record: Record, seconds: float = _SECONDS) -> bytes:
    """The record as a .docx file, made by another process within so many seconds; DocumentFailed otherwise."""
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(
            [sys.executable, "-m", "meeting_server.documents"], input=record_json(record).encode(), capture_output=True,
            timeout=seconds, check=False, env={**os.environ, "PYTHONPATH": path},
        )  # fmt: skip
    except subprocess.TimeoutExpired as late:
        # From None: that exception holds what the process had written so far.
        raise DocumentFailed(f"The Word file was not ready after {late.timeout:g} seconds.") from None
    if done.returncode != 0 or not done.stdout:
        raise DocumentFailed(f"The process that makes the Word file ended with code {done.returncode}.")
    return done.stdout
