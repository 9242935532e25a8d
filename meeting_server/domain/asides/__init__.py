"""Words that are put aside, put back or erased, of whatever kind they are, and letting in who would read them."""

from ..audiences import DESK, OWN, PROFESSIONALS, ROOM
from ..rules import LIVE, Rule
from . import asides, erase, let_in, put_aside

COMMANDS: dict[type, Rule] = {
    let_in.LetIn: Rule("minute", LIVE),
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
