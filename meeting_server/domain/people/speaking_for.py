"""Speaking for others: who may say, change or take back words for whom. One table, asked by every command that can name
another person.

It asks where the person is now. A person who is here on a device of their own speaks for themselves; what is typed for
them counts once they have said yes. Nothing a person said is taken away by somebody else's press: the chair and the
minute-taker put it aside. `tests/speaking.csv` holds every cell, written by hand.
"""

from typing import Literal, NoReturn, Protocol

from ..kinds import AttendeeId
from ..meeting import Meeting
from ..refused import Refused, sentence
from .actor import Actor
from .admission import role_of
from .persons import attendee_of, find_person
from .requests import Request, request_id
from .typists import Typist

Where = Literal["own", "asked", "none", "away", "spoken"]
"""`own`: here on a device. `asked`: so too, and their "Type for me" stands. `none`: here without a device. `away`:
invited, but not here. `spoken`: nobody invited them."""
Act = Literal["say", "read_back", "change", "take_back", "position", "view", "dissent", "update", "childs_number",
              "again", "clear", "hand", "addendum"]  # fmt: skip
How = Literal["self", "typed", "aloud", "after_yes", "sent"]
"""`typed`: as their words, which they have yet to confirm where they can. `aloud`: they said it, and it counts.
`after_yes`: it counts once they have said yes on their own device. `sent`: they sent it, and where it came from is due.
"""

SPEAKING: dict[Act, dict[Where, str]] = {
    "say": {
        "own": "pro named minutes",
        "asked": "pro named minutes",
        "none": "pro named minutes",
        "away": "pro minutes",
        "spoken": "pro minutes",
    },
    "read_back": {"none": "minutes named-not-typist", "spoken": "minutes"},
    "change": {
        "own": "typist-until-yes minutes-until-yes",
        "asked": "typist-until-yes minutes-until-yes",
        "none": "typist-until-yes minutes named",
        "away": "minutes",
        "spoken": "typist minutes",
    },
    "take_back": {
        "own": "typist-until-yes minutes-until-yes",
        "asked": "typist-until-yes minutes-until-yes",
        "none": "typist-until-yes minutes-until-yes",
        "away": "typist-until-yes minutes-until-yes",
        "spoken": "typist minutes",
    },
    "position": {"asked": "named minutes", "none": "named minutes"},
    "view": {"asked": "named minutes", "none": "named minutes", "away": "minutes", "spoken": "minutes"},
    "dissent": {"asked": "named minutes", "none": "named minutes", "away": "minutes"},
    "update": {"asked": "named minutes", "none": "named minutes", "away": "minutes", "spoken": "minutes"},
    "childs_number": {
        "asked": "named minutes",
        "none": "named minutes",
        "away": "named minutes",
        "spoken": "named minutes",
    },
    "again": {"none": "named minutes", "spoken": "minutes-typist"},
    "clear": {"none": "typist", "spoken": "typist"},
    "hand": {"own": "pro named minutes", "asked": "pro named minutes", "none": "pro named minutes"},
    "addendum": {
        "own": "minutes",
        "asked": "minutes",
        "none": "minutes",
        "away": "minutes",
        "spoken": "minutes",
    },
}
"""Who may do it for a person, besides the person: `pro` types for others by their role; `named` was named by the person
or the chair to type for them; `minutes` is the chair or whoever takes the minutes; `typist` typed these words.
`-until-yes`: until the person has said that the words are theirs. A place that is left out is nobody's."""

_CLOSED: frozenset[Act] = frozenset({"change", "take_back", "clear"})
_POSITIONS: frozenset[Act] = frozenset({"position", "view", "dissent", "update", "childs_number"})


def where_is(meeting: Meeting, actor: Actor, person: str) -> Where:
    """Where this person is now, as far as this actor may know it: that somebody asked to have their words typed is told
    to the chair's desk and to whoever they named, and to nobody else."""
    attendee = attendee_of(meeting, person)
    if attendee is None:
        return "spoken"
    if attendee.attendance != "here":
        return "away"
    if not attendee.device:
        return "none"
    asked = meeting.desk.get(Request, request_id(attendee.id, "type")) is not None
    return "asked" if asked and (actor.may("minute") or is_named(meeting, actor, person)) else "own"


def is_named(meeting: Meeting, actor: Actor, person: str) -> bool:
    """True if the person or the chair named this actor to type for the person."""
    named = meeting.room.get(Typist, person)
    return named is not None and named.typist == actor.person


def how_to_speak(
    meeting: Meeting, actor: Actor, person: str, act: Act, *, typed: bool = False, agreed: bool = False
) -> How:
    """How this actor may do this for the person. `typed`: the actor typed the words it is about; `agreed`: the person
    wrote them, or has said that they are theirs. Refused: `own_device`, `away`, `may_not_type_for`; `not_yours` where
    it would change or take away words."""
    if person == actor.person:
        return "self"
    where = where_is(meeting, actor, person)
    is_who = {
        "pro": actor.may("type_for"),
        "named": is_named(meeting, actor, person),
        "minutes": actor.may("minute"),
        "typist": typed,
    }
    is_who |= {
        "typist-until-yes": typed and not agreed,
        "minutes-until-yes": is_who["minutes"] and not agreed,
        "minutes-typist": is_who["minutes"] and typed,
        "named-not-typist": is_who["named"] and not typed,
    }
    if not any(is_who[one] for one in SPEAKING[act].get(where, "").split()):
        _refuse(meeting, person, act, where if any(is_who.values()) else "spoken")
    return _how(act, where)


_BY_PLACE: dict[Where, How] = {"asked": "after_yes", "none": "aloud", "away": "sent", "spoken": "sent"}


def _how(act: Act, where: Where) -> How:
    if act == "childs_number":
        return "after_yes" if where == "asked" else "aloud"
    if act in _POSITIONS:
        return _BY_PLACE[where]
    return "aloud" if act in ("again", "read_back") else "typed"


def _refuse(meeting: Meeting, person: str, act: Act, where: Where) -> NoReturn:
    name = find_person(meeting, person).name
    if act in _CLOSED:
        raise Refused(
            "not_yours",
            "These are the words of %(name)s. You can say that you see it differently.",
            values={"name": name},
        )
    if where in ("own", "asked"):
        raise Refused(
            "own_device", "%(name)s is here on a device of their own, and does this there.", values={"name": name}
        )
    if where == "away":
        raise Refused(
            "away", "%(name)s is not here. The minute-taker can add what they sent in writing.", values={"name": name}
        )
    raise Refused("may_not_type_for", "Please write your own words here. Somebody else can type theirs.")


def speaking_for(
    meeting: Meeting, actor: Actor, person: str | None, act: Act, source: str = "", *, typed: bool = False
) -> str:
    """The person whose statement this is: oneself, or another for whom this actor may do this. `typed`: the actor typed
    what stands there now.

    What somebody sent says in `source` where it came from. Refused besides: `source_due`, and `not_asked` where the
    role of the person does not do this, whoever types.
    """
    if person is None or person == actor.person:
        return actor.person
    whose = find_person(meeting, person).id
    how = how_to_speak(meeting, actor, whose, act, typed=typed)
    attendee = attendee_of(meeting, whose)
    if attendee and act != "say" and "contribute" not in role_of(meeting, attendee).powers:
        raise Refused("not_asked", "Their role in this meeting does not do this.")
    if how == "sent" and not source.strip():
        raise Refused(
            "source_due",
            "Say how this reached you, and when.",
            fields={"source": [sentence("Say how this reached you, and when.")]},
        )
    return whose


class Typed(Protocol):
    """A thing with words of somebody's: the attendee who typed the last of them, and all who typed any."""

    @property
    def recorded_by(self) -> AttendeeId | None: ...
    @property
    def typists(self) -> tuple[AttendeeId, ...]: ...


def typists(old: Typed | None, by: str) -> tuple[str, ...]:
    """Everybody who typed words of a thing, once `by` has typed more."""
    before = (old.typists or ((old.recorded_by,) if old.recorded_by else ())) if old else ()
    return tuple(dict.fromkeys((*before, by)))


def typed_all(actor: Actor, thing: Typed) -> bool:
    """True if this actor typed every word of it, so that taking them back takes nobody else's."""
    return set(thing.typists or (thing.recorded_by,)) == {actor.id}


def waits_for_yes(meeting: Meeting, actor: Actor, person: str | None) -> bool:
    """True if what is typed for this person now counts only after their yes."""
    return person is not None and person != actor.person and where_is(meeting, actor, person) == "asked"


def not_a_childs(meeting: Meeting, person: str) -> None:
    """Refuses (`childs_words`) what would put a child's words before everyone at once: they go by the chair's desk,
    whoever types them."""
    if find_person(meeting, person).child:
        raise Refused("childs_words", "A child's words go to the chair first. Add them as a point of their own.")
