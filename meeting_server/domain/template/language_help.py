"""Help with words at the moment of typing: what the board says to a writer alone about words that can hurt (S12).

The classes below are the shape of the TOML file in `language_help/`. It is data, because the sources contradict each
other: one guide's heading is another guide's trap. What is found in a text is found in the browser of who typed it
(`board/kit/loaded_words.js`, `board/kit/readability.js`); no rule of a meeting knows of it.
"""

from dataclasses import dataclass, replace
from typing import Annotated

from ..kinds import Key, Kind
from ..refused import sentence

Trap = Annotated[
    str,
    Kind(
        "Trap",
        "a word, or a few with one space or hyphen between them, without other marks",
        least=1,
        most=60,
        pattern=r"\w+(?:['’]\w+)*(?:[ -]\w+(?:['’]\w+)*)*",
        must=sentence("This must be a word, or a few with one space or hyphen between, without other marks."),
    ),
]
Perhaps = Annotated[str, Kind("Perhaps", "at most 120 characters in one line", most=120, one_line=True)]
Most = Annotated[
    int,
    Kind(
        "Most",
        "a whole number from 1 to 100",
        least=1,
        most=100,
        must=sentence("This must be a whole number from 1 to 100."),
    ),
]


@dataclass(frozen=True, slots=True)
class Readability:
    """When a sentence is long, and when it is hard (D16): `sentence_words`; a grade above `grade` with at least
    `hard_words` words of `word_syllables` syllables or more."""

    sentence_words: Most
    grade: Most
    word_syllables: Most
    hard_words: Most


@dataclass(frozen=True, slots=True)
class Hint:
    """What is said about some words: what they may sound like or a question (`helps`), and what to write `instead`.

    `words` are whole words, every ending written out; small letters are found in any case, capitals only so. Inside
    `but_not` they mean something else. `critical`: the reminder of affirmations goes with it (S12). `acronym`:
    nothing is said where brackets beside the letters explain them.
    """

    key: Key
    words: tuple[Trap, ...] = ()
    helps: Perhaps = ""
    instead: Perhaps = ""
    but_not: tuple[Trap, ...] = ()
    critical: bool = False
    acronym: bool = False


@dataclass(frozen=True, slots=True)
class LanguageHelp:
    """One file. A council's own leaves out what shall stay as ours is, or says that it `replaces` all our hints."""

    hints: tuple[Hint, ...] = ()
    readability: Readability | None = None
    reminder: Perhaps = ""
    replaces: bool = False

    def with_own(self, own: "LanguageHelp") -> "LanguageHelp":
        """This one with a council's own laid over it: a hint wins by its key, and one without words takes ours away."""
        kept = {} if own.replaces else {one.key: one for one in self.hints}
        hints = kept | {one.key: one for one in own.hints}
        return replace(
            self,
            hints=tuple(one for one in hints.values() if one.words),
            readability=own.readability or self.readability,
            reminder=own.reminder or self.reminder,
        )
