"""Draws a link as a QR code in the page itself: nothing is asked of another server, and no file is made."""

from dataclasses import dataclass

import segno

QUIET = 4
"""How many modules stay white around it. With fewer, phones do not find it."""


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code. `path` draws the dark modules in a square of `size` units."""

    size: int
    path: str


def qr_of(link: str) -> Qr:
    """Returns the QR code of a link, readable when an eighth of it is smudged."""
    code = segno.make_qr(link, error="m")
    runs = [run for y, row in enumerate(code.matrix) for run in _runs(y, row)]
    return Qr(len(code.matrix) + 2 * QUIET, "".join(runs))


def _runs(y: int, row: bytearray | tuple[int, ...]) -> list[str]:
    """Returns the dark stretches of one row."""
    found, begin = [], None
    for x, dark in enumerate((*row, 0)):
        if dark and begin is None:
            begin = x
        elif not dark and begin is not None:
            found.append(f"M{begin + QUIET} {y + QUIET}h{x - begin}v1h-{x - begin}z")
            begin = None
    return found
