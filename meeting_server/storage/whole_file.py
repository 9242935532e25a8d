"""A file that is there whole or not at all, and that only its owner may read: it may contain everything people
wrote.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NameTaken(Exception):
    """There is already such a file."""


@contextmanager
def whole_file(to: Path) -> Iterator[Path]:
    """Gives a file beside the wanted one to write into. It takes the wanted name once all of it is on the disk.

    Raises NameTaken if there is already such a file. If anything goes wrong, nothing is left behind.
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
