"""The direction of words: by their language, or by their first letter that has a direction, as on the board."""

import re
import unicodedata
from itertools import groupby

LANGUAGES = ("ar", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi")
"""Languages that are usually written from right to left."""

_BACKWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""The scripts from right to left. Most words have none of their letters and need no closer look."""


def right_to_left(words: str, lang: str = "") -> bool:
    """True if a line of these words begins at the right."""
    if lang.partition("-")[0] in LANGUAGES:
        return True
    if not _BACKWARDS.search(words):
        return False
    return next((one for one in map(_goes, words) if one is not None), False)


def stretches(words: str, backwards: bool) -> list[tuple[str, bool]]:
    """Returns the words in stretches of one direction, and for each if it runs from right to left. `backwards` is the
    line's own direction. Characters without a direction (spaces, marks and figures) go with the letters around them if
    these agree, else with the line.
    """
    ways = [_goes(one) for one in words] if backwards or _BACKWARDS.search(words) else [False] * len(words)
    settled, last, open_since = list(ways), backwards, 0
    for at, way in enumerate([*ways, backwards]):
        if way is None:
            continue
        between = way if way == last else backwards
        settled[open_since:at] = [between] * (at - open_since)
        last, open_since = way, at + 1
    pairs = groupby(zip(words, settled, strict=True), key=lambda one: bool(one[1]))
    return [("".join(letter for letter, _ in one), way) for way, one in pairs]


def _goes(letter: str) -> bool | None:
    """Returns if a letter runs from right to left, or None if it has no direction of its own."""
    kind = unicodedata.bidirectional(letter)
    return True if kind in ("R", "AL") else False if kind == "L" else None
