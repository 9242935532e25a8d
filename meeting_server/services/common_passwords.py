"""Passwords that are long enough and still among the first that an attacker would try."""

import re

_LEET = str.maketrans("0134578@$!+", "oieastbasit")

_LIST = """
    abc abcdef access admin administrator alexander apple arsenal asdf asdfgh asdfghjkl august autumn baby babygirl
    barcelona baseball basketball batman beautiful birthday blessed board butterfly changeme charlie chelsea child
    children chocolate christmas common commonground conference council cricket december default dragon england
    everton family february flower football freedom friday gandalf ground guest hannah happy hello iloveu iloveyou
    internet january jasmine jennifer jesus jordan july june letmein liverpool london login lovely manchester march
    master meeting michael michelle monday monkey mustang november number october oliver passw password passwort
    princess purple qazwsx qwert qwerty qwertyuiop qwertz rangers samantha saturday scotland secret september shadow
    snoopy social socialwork socialworker spring spurs starwars summer sunday sunshine superman teamwork temp test
    testing thisis thomas thursday tigger tuesday united user wales wednesday welcome whatever william winter work
    worker yellow zxcvb zxcvbnm
"""
_WORDS = frozenset(_LIST.split())
_SMALL = frozenset(
    {"a", "i", "my", "me", "is", "the", "to", "of", "and", "for", "it", "us", "in", "you", "your", "this"}
)
_ROWS = ("01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qazwsxedcrfvtgb")
_LEAST_DIFFERENT = 5


def is_common(password: str, own: tuple[str, ...] = ()) -> bool:
    """True if the password consists only of well-known words, the person's `own` words, runs of keys and numbers."""
    folded = password.casefold()
    if len(set(folded)) < _LEAST_DIFFERENT or _is_a_run(folded) or _repeats(folded):
        return True
    known = _WORDS | _SMALL | {word.casefold() for word in own if word}
    # The password as typed, and as meant: in p4ssw0rd1990 the 0 in the middle is an o, and the year at the end is a
    # number.
    meant = folded.strip("0123456789$@!+#*?._-").translate(_LEET)
    return any(_nothing_but(re.sub(r"[\W\d_]", "", text), known) for text in (folded, meant))


def _is_a_run(text: str) -> bool:
    """True for 1234567890 and qwertyuiop, forwards or backwards, with or without more of the same kind at the end."""
    left = text
    for row in (*_ROWS, *(row[::-1] for row in _ROWS)):
        for length in range(len(row), 3, -1):
            for at in range(len(row) - length + 1):
                left = left.replace(row[at : at + length], "")
    return len(left) < _LEAST_DIFFERENT


def _repeats(text: str) -> bool:
    """True for abcabcabcabc: something short, repeated."""
    return any(text == (text[:length] * len(text))[: len(text)] for length in range(1, min(5, len(text) // 2) + 1))


def _nothing_but(text: str, words: frozenset[str] | set[str]) -> bool:
    """True if the text can be cut into these words. The empty text, left over from a run of numbers, counts."""
    reached = {0}
    for at in range(len(text)):
        if at in reached:
            reached |= {at + len(word) for word in words if word and text.startswith(word, at)}
    return len(text) in reached
