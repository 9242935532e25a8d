"""Static files under a release: the address changes with the content, so browsers may keep them for good.

They are the same for everyone. So they are compressed, and nothing else is: their length tells nothing.
"""

import gzip
import hashlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from flask import Blueprint, Response, abort, request

from ..in_thread import InThread
from . import bundles, code_lines
from .access import open_to

try:
    import brotli  # type: ignore[import-untyped]
except ImportError:  # gzip is used instead, with more to send
    brotli = None

_PACKED = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".md": "text/plain",
    ".map": "application/json",
}
_KINDS = {**_PACKED, ".woff2": "font/woff2", ".png": "image/png", ".ico": "image/x-icon"}
_FIRST, _FINEST = 5, 11
_CALM_SECONDS = 30.0
"""How long to wait before files are packed finely. A start, when everyone comes back at once, has the processor to
itself.
"""


def release_of(folders: Sequence[Path]) -> str:
    """Returns a short hash over every static file and over the code that makes pages' files of them, so that a page of
    one release never meets files of another.
    """
    digest = hashlib.sha256(b"".join(Path(str(one.__file__)).read_bytes() for one in (bundles, code_lines)))
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return digest.hexdigest()[:12]


class Shelf:
    """The files of a release: those in the folders (the first that has one counts), and the pages' own, which are made
    from them when they are first asked for.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._tree = bundles.tree_of(folders)
        self._makes: dict[str, Callable[[], bytes]] = {
            path.relative_to(folder).as_posix(): path.read_bytes
            for folder in reversed(folders)
            for path in folder.rglob("*")
            if path.is_file() and path.suffix in _KINDS
        }
        for name in bundles.names(self._tree):
            self._makes[name] = lambda name=name: bundles.bundle(name, self._tree).encode()  # type: ignore[misc]
        self.plain = cache(lambda name: self._makes[name]())
        self._packed: dict[tuple[str, str], bytes] = {}
        self._coarse: set[str] = set()

    def __contains__(self, name: object) -> bool:
        return name in self._makes

    def packed(self, name: str, way: str) -> bytes:
        """Returns a file as `br` or `gzip`: in milliseconds the first time, as small as can be once it is packed
        finely.
        """
        if (name, way) not in self._packed:
            body = self.plain(name)
            small = brotli.compress(body, quality=_FIRST) if way == "br" else gzip.compress(body, mtime=0)
            self._packed.setdefault((name, way), small)
            if way == "br":
                self._coarse.add(name)
        return self._packed[name, way]

    def pack_finely(self) -> None:
        """Makes one file that was asked for as `br` as small as can be, if there is one. The largest takes a second."""
        if self._coarse:
            name = self._coarse.pop()
            self._packed[name, "br"] = brotli.compress(self.plain(name), quality=_FINEST)

    def watch(self, sleep: Callable[[float], object], in_thread: InThread) -> None:
        """Packs finely the pages' own files, and then what was asked for, until the process ends. It runs beside the
        requests, where it holds up no one.
        """
        sleep(_CALM_SECONDS)
        # Those of all pages: the first person who opens one on a slow line comes before anybody has asked for it.
        if brotli:
            self._coarse |= {name for name in self._makes if name.startswith("pages/") and not name.endswith(".map")}
        while True:
            while self._coarse:
                in_thread(self.pack_finely)
            sleep(_CALM_SECONDS)


def static_files(release: str, shelf: Shelf) -> Blueprint:
    """Returns a blueprint that serves `/static/<release>/<path>`, compressed for browsers that say they can
    read that.
    """
    files = Blueprint("files", __name__)
    ways = ("br", "gzip") if brotli else ("gzip",)

    @files.get(f"/static/{release}/<path:name>")
    @open_to("anyone")
    def serve(name: str) -> Response:
        """Returns one file, or 404 for anything that was not there at the start."""
        if name not in shelf:
            abort(404)
        ending = Path(name).suffix
        way = next((one for one in ways if ending in _PACKED and request.accept_encodings.quality(one) > 0), "")
        answer = Response(shelf.packed(name, way) if way else shelf.plain(name), mimetype=_KINDS[ending])
        if ending in _PACKED:
            answer.vary.add("Accept-Encoding")
        if way:
            answer.headers["Content-Encoding"] = way
        return answer

    return files
