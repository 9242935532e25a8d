"""Numbers from 0 to 10: sealed, shown together, and over time."""

from ..audiences import DESK, OWN, ROOM
from ..rules import DRAFT, OPEN, SAID, TALK, Rule
from . import agree_number, held_numbers, note_low_asked, numbers, rounds, save_number, show_numbers

COMMANDS: dict[type, Rule] = {
    rounds.AskNumbers: Rule("steer", OPEN),
    save_number.SaveNumber: Rule("contribute", TALK),
    show_numbers.ShowNumbers: Rule("steer", OPEN),
    show_numbers.HideNumbers: Rule("steer", DRAFT),
    held_numbers.ReleaseNumber: Rule("steer", DRAFT),
    agree_number.AgreeNumber: Rule("steer", SAID),
    note_low_asked.NoteLowAsked: Rule("steer", SAID),
}
AFTER_YES: frozenset[type] = frozenset({save_number.SaveNumber})
EVENTS: tuple[type, ...] = (
    rounds.NumbersAsked,
    numbers.NumberSealed,
    rounds.AnswerNoted,
    rounds.AnswerSeen,
    show_numbers.NumbersShown,
    show_numbers.NumbersHidden,
    numbers.NumberGiven,
    numbers.NoNumberSeen,
    held_numbers.NumberHeld,
    held_numbers.HeldNumberReleased,
    numbers.LowNumberSeen,
    note_low_asked.LowAskedNoted,
    agree_number.AgreementFound,
)
THINGS: dict[type, tuple[str, ...]] = {
    rounds.Round: (ROOM,),
    rounds.RoundAnswers: (DESK,),
    numbers.SealedNumber: (OWN,),
    numbers.Number: (ROOM,),
    numbers.NoNumber: (DESK,),
    held_numbers.HeldNumber: (DESK,),
    numbers.LowNumber: (DESK,),
    agree_number.Agreed: (ROOM,),
}
