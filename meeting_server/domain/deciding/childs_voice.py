"""Finds out whether a text about a child speaks as the child: "I", "my", "me" outside quotation marks (D10).

Adults write about a child in plain words; "I" is for what a child really said, and that stands in quotation marks. "We"
and "our" are not looked for: grown-ups say them of themselves. `static/board/kit/childs_voice.js` says the same while
somebody types, and one table of the tests holds both to it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable

_CLOSES = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'"}
"""Opening quotation marks and what closes them."""
_SINGLE = frozenset({"‘", "'"})
"""These are apostrophes too: they close nothing inside a word, and nothing beyond their line."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
_BEFORE_A_NUMERAL = frozenset(
    {"war", "part", "stage", "type", "level", "phase", "class", "grade", "section", "step", "tier", "band", "schedule",
     "article", "elizabeth", "charles", "mr", "mrs", "ms", "miss", "dr", "pc", "dc"}
)  # fmt: skip
_BEFORE_A_PIT = frozenset({"a", "the", "coal", "gold", "tin"})


def childs_voice(text: str, names: Iterable[str] = ()) -> bool:
    """True if a first person stands in the text outside quotation marks.

    `names` are of people who may be spoken of: somebody may be called My. Costs the length of the text, whatever marks
    are in it: it runs where every command waits its turn.
    """
    said = _unquoted(text)
    called = {word for name in names for word in _WORD.findall(name) if len(word) > 1}
    shouted = said == said.upper()
    before = ""
    for found in _WORD.finditer(said):
        word = found.group()
        if _base(word) not in called and _is_first_person(said, found.start(), word, before, shouted=shouted):
            return True
        before = word.lower()
    return False


def _unquoted(text: str) -> str:
    """The text with a space for each quotation."""
    ends = {
        opening: [
            at for at, mark in enumerate(text) if mark in closing and not (opening in _SINGLE and _letter(text, at + 1))
        ]
        for opening, closing in _CLOSES.items()
    }
    said, at = [], 0
    while at < len(text):
        end = _end_of_quotation(text, at, ends)
        said.append(text[at] if end is None else " ")
        at = (at if end is None else end) + 1
    return "".join(said)


def _end_of_quotation(text: str, at: int, ends: dict[str, list[int]]) -> int | None:
    """Where the quotation that begins here ends, or None if none begins here."""
    mark = text[at]
    if mark not in ends or (mark == "'" and (_letter(text, at - 1) or text[at + 1 : at + 2].isspace())):
        return None  # A ' after a letter opens nothing: Pip's brothers' room.
    place = bisect_right(ends[mark], at)
    if place == len(ends[mark]):
        return None
    end = ends[mark][place]
    return None if mark in _SINGLE and text.find("\n", at, end) >= 0 else end


def _letter(text: str, at: int) -> bool:
    """True if a letter, a digit or _ stands there."""
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")


def _base(word: str) -> str:
    """A word without what follows its apostrophe: I'm is I."""
    return re.split("['’]", word)[0]


def _is_first_person(said: str, start: int, word: str, before: str, *, shouted: bool) -> bool:
    first, end = _base(word).lower(), start + len(word)
    if first not in _FIRST_PERSON:
        return False
    if first == "i":
        after, ahead = said[end : end + 1], said[start - 1 : start]
        abbreviated = (after in (".", "/") and _letter(said, end + 1)) or (ahead == "." and _letter(said, start - 2))
        numbered = ahead == "(" and after == ")"
        return not (abbreviated or numbered or (word == "I" and before in _BEFORE_A_NUMERAL))
    if first == "mine":
        return before not in _BEFORE_A_PIT
    return not (word == "ME" and not shouted)  # An illness, unless the whole text shouts.
