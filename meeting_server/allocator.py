"""How the C library keeps memory for us: large blocks are given back at once."""

import ctypes
from contextlib import suppress

_TRIM_THRESHOLD = -1
_MMAP_THRESHOLD = -3
LARGE_BYTES = 128 * 1024


def give_back_large_blocks() -> None:
    """Tells glibc to map every block of `LARGE_BYTES` or more by itself, and so to return it when it is done with.

    Left alone it learns from the first full board that was sent (300 KB, for a moment) to keep such blocks in its heap,
    where small ones that live on come between: with 5,000 returns the process grew by a megabyte for some 6,000
    commands. Another C library has no such call, and nothing is done.
    """
    with suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_MMAP_THRESHOLD, LARGE_BYTES)
        mallopt(_TRIM_THRESHOLD, LARGE_BYTES)
