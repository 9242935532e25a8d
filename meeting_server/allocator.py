"""Tells the C library to give large blocks of memory back at once."""

import ctypes
from contextlib import suppress

_TRIM_THRESHOLD = -1
_MMAP_THRESHOLD = -3
LARGE_BYTES = 128 * 1024


def give_back_large_blocks() -> None:
    """Tells glibc to map every block of `LARGE_BYTES` or more by itself, and so to return it when it is freed.

    Otherwise the first full board that is sent (300 KB, for a moment) teaches it to keep such blocks in its heap, and
    small blocks that live longer come between them. With 5,000 returns the process grew by a megabyte for some 6,000
    commands. Another C library has no such call; then nothing is done.
    """
    with suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_MMAP_THRESHOLD, LARGE_BYTES)
        mallopt(_TRIM_THRESHOLD, LARGE_BYTES)
