"""Words that are put aside, put back or erased, of whatever kind they are."""

from ..audiences import DESK, OWN, PROFESSIONALS, ROOM
from ..rules import LIVE, Rule
from . import asides, erase, put_aside

COMMANDS: dict[type, Rule] = {
    put_aside.PutAside: Rule("minute", LIVE),
    put_aside.Restore: Rule("steer", LIVE),
    put_aside.Erase: Rule("steer", LIVE),
}
EVENTS: tuple[type, ...] = (
    asides.WordsPutAside,
    asides.WordsCopied,
    asides.WordsRestored,
    asides.WordsErased,
    erase.NumbersSaidAgain,
    erase.NumberForgotten,
)
THINGS: dict[type, tuple[str, ...]] = {
    asides.Aside: (ROOM, PROFESSIONALS, DESK, OWN),
    asides.KeptAside: (ROOM, PROFESSIONALS, DESK, OWN),
    asides.AsideCopy: (DESK, OWN),
}
