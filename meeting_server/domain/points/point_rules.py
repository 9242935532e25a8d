"""What a new point must satisfy, whether it is said to the room or written in private."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from ..kinds import Basis, Id, Key, Line, PersonId, Text
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.admission import role_of
from ..people.persons import Person, attendee_of, find_person
from ..people.speaking_for import speaking_for
from ..refused import Refused, sentence
from .said import Lang, said_by


@dataclass(frozen=True, slots=True)
class Saying:
    """The fields of `add_item` and `write_privately`: those of `Said`, most of which may be left out. `speaker` null:
    the words are the sender's own."""

    item: Id
    column: Key
    text: Text
    children: tuple[PersonId, ...] = ()
    category: Key | None = None
    speaker: PersonId | None = None
    basis: Basis | None = None
    source: Line = ""
    when: Line = ""
    exact: bool = False
    obtained: Key | None = None
    answers: Annotated[Id | None, "the danger this goal answers, or the point this one belongs to"] = None
    lang: Lang = None


def said_of(meeting: Meeting, saying: Saying, speaker: Person) -> dict[str, Any]:
    """What is said with a command, as the fields of `Said`. `speaker`: whose words they are."""
    return said_by(saying, speaker=speaker.id, children=about(meeting, speaker, saying.children))


def place(meeting: Meeting, column: str, category: str | None, children: tuple[str, ...]) -> None:
    """Refuses a place that is not on this meeting's board."""
    if meeting.template.column(column) is None:
        raise Refused("unknown_column", "There is no such column in this meeting.")
    if category is not None and meeting.template.category(column, category) is None:
        raise Refused("unknown_category", "That column has no such category.")
    if children and (not set(children) <= set(meeting.children()) or len(set(children)) != len(children)):
        raise Refused("unknown_child", "Choose the children from the list.")


def may_write(meeting: Meeting, actor: Actor, column: str, speaker: str) -> None:
    """Refuses (`column_not_yours`) whoever lacks the power a column is kept for, and words of somebody who lacks it:
    what stands there is marked as theirs in the record (S5). By the role, so that they can prepare in the lobby too."""
    found = meeting.template.column(column)
    if found is None or found.writers is None:
        return
    attendee = attendee_of(meeting, speaker)
    whose = role_of(meeting, attendee).powers if attendee else ()
    if found.writers not in role_of(meeting, actor.attendee).powers or found.writers not in whose:
        raise Refused("column_not_yours", "This part is kept for others. Add your point somewhere else.")


def speaker_of(meeting: Meeting, actor: Actor, said: Saying) -> Person:
    """Returns the person whose statement this is. Refuses what this person may not say, or may not say like this."""
    place(meeting, said.column, said.category, said.children)
    if said.lang is not None and all(said.lang != one.key for one in meeting.template.languages):
        raise Refused("unknown_language", "Choose the language from the list.")
    speaker = find_person(meeting, said.speaker or actor.person)
    speaking_for(meeting, actor, speaker.id, "say")
    if (said.basis or said.source) and not actor.may("detail"):
        raise Refused("may_not_detail", "How we know is for people who come with their work.")
    may_write(meeting, actor, said.column, speaker.id)
    _check_obtained(meeting, actor, speaker, said.obtained)
    return speaker


def about(meeting: Meeting, speaker: Person, children: tuple[str, ...]) -> tuple[str, ...]:
    """The children a point is about. Where nobody chose, a child's words are about that child, and so do not stand in
    the part of every brother and sister; anybody else's are about all of them (none named)."""
    return children or ((speaker.id,) if speaker.id in meeting.children() else ())


def _check_obtained(meeting: Meeting, actor: Actor, speaker: Person, obtained: str | None) -> None:
    if not speaker.child or speaker.id == actor.person:
        return
    if obtained is None or all(obtained != one.key for one in meeting.template.obtained):
        raise Refused(
            "how_obtained",
            "Say how you came to know the child's words: in a talk, in play...",
            fields={"obtained": [sentence("Choose how the words were obtained.")]},
        )


def was_away(meeting: Meeting, speaker: str) -> bool:
    """True if the speaker was invited and is not here while their words are typed."""
    attendee = attendee_of(meeting, speaker)
    return attendee is not None and attendee.attendance != "here" and meeting.state != "prepared"


def confirmation_needed(meeting: Meeting, typist: str, speaker: str) -> Literal["none", "waiting"]:
    """True if the speaker is asked "Is it right?": when another person typed for them and they are an attendee."""
    return "waiting" if speaker != typist and attendee_of(meeting, speaker) else "none"
