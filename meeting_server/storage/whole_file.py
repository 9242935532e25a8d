"""A file that is there whole or not at all, and that only its owner may read: everything people wrote may be in it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NameTaken(Exception):
    """There is such a file already."""


@contextmanager
def whole_file(to: Path) -> Iterator[Path]:
    """A file beside the wanted one to write into, which takes its name once all of it is on the disk.

    NameTaken where there is such a file already. If anything goes wrong nothing is left behind.
    """
    if to.exists():
        raise NameTaken(f"{to} is there already. Give another name.")
    beside = to.with_name(f".{to.name}.part")
    try:
        beside.touch(mode=0o600)
        beside.chmod(0o600)
        yield beside
        with beside.open("rb") as written:
            os.fsync(written.fileno())
        beside.rename(to)
    finally:
        beside.unlink(missing_ok=True)
