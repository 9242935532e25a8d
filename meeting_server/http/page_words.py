"""The texts of the browser's own code in the language of the page: sent with the page, read by
`board/kit/gettext.js`."""

import json
from collections.abc import Sequence
from functools import cache
from gettext import c2py
from pathlib import Path

from babel.messages.mofile import read_mo

COUNTS = 200
"""The form of a count depends on its last two digits at most, once it is past a hundred."""


@cache
def words_of(language: str, folders: Sequence[Path]) -> str:
    """Returns the catalogues of a language (`cy`) in these folders as JSON: texts, forms of counts, and the form of
    each count.

    Returns "" for a language without a catalogue: then the browser uses the English that stands in its code.
    """
    texts: dict[str, str] = {}
    many: dict[str, list[str]] = {}
    form: list[int] = []
    for file in (folder / language / "LC_MESSAGES" / "messages.mo" for folder in folders):
        if not file.is_file():
            continue
        with file.open("rb") as opened:
            catalogue = read_mo(opened)
        which = c2py(catalogue.plural_expr)
        form = [which(n) for n in range(COUNTS)]
        for message in catalogue:
            if isinstance(message.id, str) and message.id:
                texts[message.id] = str(message.string)
            elif message.id:
                many[message.id[0]] = [str(one) for one in message.string or ()]
    return json.dumps({"texts": texts, "many": many, "form": form}, ensure_ascii=False) if form else ""
