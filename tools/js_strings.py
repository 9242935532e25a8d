"""For `make messages`: the strings that browser code takes through `_` and `ngettext` (`board/kit/gettext.js`).

Babel's own reader of JavaScript gets lost in templates inside templates, of which our components are made.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

_TEXT = r'"((?:[^"\\\n]|\\.)*)"'
CALL = re.compile(rf"(?<![\w.])(_|ngettext)\(\s*{_TEXT}(?:\s*,\s*{_TEXT})?")


def extract(
    file: BinaryIO, keywords: Sequence[str], comment_tags: Sequence[str], options: dict[str, Any]
) -> Iterator[tuple[int, str, str | tuple[str, str], list[str]]]:
    """Yields line, function, text or texts, and no comments, of each call, as Babel wants them from an extraction
    method.
    """
    source = file.read().decode()
    for found in CALL.finditer(source):
        line = source.count("\n", 0, found.start()) + 1
        one = json.loads(f'"{found[2]}"')
        if found[1] == "_":
            yield line, "gettext", one, []
        elif found[3] is not None:
            yield line, "ngettext", (one, json.loads(f'"{found[3]}"')), []
