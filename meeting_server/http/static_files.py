"""Static files under a release: the address changes with the content, so browsers may keep them for good."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, abort, send_file

from .access import open_to

_KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2",
          ".txt": "text/plain", ".png": "image/png", ".ico": "image/x-icon"}  # fmt: skip


def release_of(folders: Sequence[Path]) -> str:
    """A short hash over every static file, so that a page of one release never meets files of another."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def static_files(release: str, folders: Sequence[Path]) -> Blueprint:
    """A blueprint that serves `/static/<release>/<path>` from the first folder that has it."""
    files = Blueprint("files", __name__)
    known = {
        str(path.relative_to(folder)): path
        for folder in reversed(folders)
        for path in folder.rglob("*")
        if path.is_file() and path.suffix in _KINDS
    }

    @files.get(f"/static/{release}/<path:name>")
    @open_to("anyone")
    def serve(name: str) -> Any:
        """One file, or 404 for anything that was not there at the start."""
        path = known.get(name)
        if path is None:
            abort(404)
        answer: Response = send_file(path, mimetype=_KINDS[path.suffix], conditional=False, etag=False)
        return answer

    return files
