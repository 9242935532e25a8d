"""The colours of documents: those of the screens, read from the one place that names them (static/css/tokens.css).

A colour only repeats what words say: a copy in black and white loses nothing.
"""

import re
from functools import cache
from pathlib import Path

_TOKENS = Path(__file__).parents[1] / "static" / "css" / "tokens.css"
_NAMES = {"social": "social-care"}


@cache
def _colours() -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*#([0-9A-Fa-f]{6});", _TOKENS.read_text("utf-8")))


def colour(name: str) -> str:
    """Returns the colour of this name as six hexadecimal digits, or the ink for an empty or unknown one."""
    colours = _colours()
    return colours.get(_NAMES.get(name, name), colours["ink"])


def tint(name: str) -> str:
    """Returns the light background that goes with the colour of this name, or white if there is none."""
    return _colours().get(f"{_NAMES.get(name, name)}-tint", _colours()["surface"])
