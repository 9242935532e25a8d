"""Impact statements: what life is like for a child now, one for each child, written together (D10).

Everyone who may contribute may write. Each saving is a version, and every version stays readable with who wrote it,
until its words are taken back because they should not have been there: then who did that and why stands in their place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import AttendeeId, Count, Line, PersonId, Stamp, Text
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.names import name_of
from ..people.persons import each_person
from ..people.speaking_for import not_a_childs
from ..points.items import TakenBack
from ..refused import Refused, not_found
from .childs_voice import childs_voice


@dataclass(frozen=True, slots=True)
class ImpactVersion:
    """What the statement said before, and who wrote it; `taken_back` once its words are gone.

    `n` is the number of the event that holds its text.
    """

    text: Text | Literal[""]
    by: AttendeeId
    at: Stamp
    version: Count = 0
    n: Count = 0
    taken_back: TakenBack | None = None


@dataclass(frozen=True, slots=True)
class ImpactStatement:
    """What life is like for this child now; `id` is the child's. `earlier` has what it said before, oldest first.

    `text` is empty only when the words that stood here were taken back and nobody has written anew.
    """

    KIND: ClassVar[str] = "impacts"
    id: PersonId
    text: Text | Literal[""]
    version: Count
    by: AttendeeId
    at: Stamp
    earlier: tuple[ImpactVersion, ...] = ()
    n: Count = 0
    taken_back: TakenBack | None = None


def versions(statement: ImpactStatement) -> tuple[ImpactVersion, ...]:
    """All that was written about this child, oldest first; the last is what stands."""
    one = statement
    return (*one.earlier, ImpactVersion(one.text, one.by, one.at, one.version, one.n, one.taken_back))


def with_version(board: Board, child: str, one: ImpactVersion) -> Change:
    """The child's statement once this version stands among the others.

    Sorted by version, because a log whose early text was redacted tells of it later than of what came after.
    """
    old = board.get(ImpactStatement, child)
    known = {before.version: before for before in versions(old)} if old else {}
    known[one.version] = one
    *earlier, last = (known[version] for version in sorted(known))
    statement = ImpactStatement(
        child, last.text, last.version, last.by, last.at, tuple(earlier), last.n, last.taken_back
    )
    return Change("impacts", child, statement)


@dataclass(frozen=True, slots=True)
class ImpactWritten:
    """The statement about a child was written, or written anew as this version."""

    child: PersonId
    version: Count
    text: Text

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # The words before stay readable.
        written = ImpactVersion(self.text, when.actor, when.time, self.version, when.n)
        yield with_version(board, self.child, written)


@dataclass(frozen=True, slots=True)
class ImpactVersionCleared:
    """The words of one version were taken back. Says enough of itself to stand alone once they are redacted."""

    child: PersonId
    version: Count
    written_by: AttendeeId
    written_at: Stamp
    why: Line

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        gone = TakenBack(when.actor, when.time, self.why)
        yield with_version(
            board, self.child, ImpactVersion("", self.written_by, self.written_at, self.version, 0, gone)
        )


def _about(meeting: Meeting, child: str) -> None:
    if meeting.template.impact is None:
        raise Refused("no_impact", "This kind of meeting has no statement about what life is like.")
    if child not in meeting.children():
        raise Refused("unknown_child", "Choose the children from the list.")


@dataclass(frozen=True, slots=True)
class WriteImpact:
    """Write what life is like for one child now, or change it. `version`: the one they were looking at, 0 for none.

    It is about the child and never in words made up for the child: "I" and "my" stand only in quotation marks, where a
    child's real words are (D10). Once the meeting has ended, those who mend points may mend it. Refused: `changed`
    (with the text and version as they are now), `childs_voice`, `childs_words`, `no_impact`, `unknown_child`,
    `may_not`.
    """

    child: PersonId
    version: Count
    text: Text

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The new version, unless somebody was faster or it speaks as the child."""
        _about(meeting, self.child)
        not_a_childs(meeting, actor.person)
        if meeting.state == "ended" and not actor.may("minute"):
            raise Refused("may_not", "The meeting has ended. The minute-taker can still put this right.")
        if childs_voice(self.text, (f"{one.name} {one.called}" for one in each_person(meeting))):
            raise Refused(
                "childs_voice",
                "Write about %(name)s. “I” is for the child's own words, in quotation marks.",
                values={"name": name_of(meeting, self.child)},
            )
        old = meeting.room.get(ImpactStatement, self.child)
        if (old.version if old else 0) != self.version:
            raise Refused(
                "changed",
                "Somebody else changed this while you were writing.",
                text=old.text if old else "",
                version=old.version if old else 0,
            )
        return [To(ROOM, ImpactWritten(self.child, self.version + 1, self.text))]


@dataclass(frozen=True, slots=True)
class ClearImpactVersion:
    """Take back the words of one version: what should never have been written here, such as a child's secret.

    The words go from every screen, the log and the record; that they were taken back, by whom and `why`, stays. For
    whoever wrote that version. Refused: `not_found`, `taken_back`, `not_yours`.
    """

    child: PersonId
    version: Count
    why: Line = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """A mark in place of the words, and the redaction of the event that held them."""
        statement = meeting.room.get(ImpactStatement, self.child)
        if statement is None:
            raise not_found()
        everything: tuple[ImpactStatement | ImpactVersion, ...] = (*statement.earlier, statement)
        found = next((one for one in everything if one.version == self.version), None)
        if found is None:
            raise not_found()
        if found.taken_back:
            raise Refused("taken_back", "These words were taken back already.")
        if found.by != actor.id:
            raise Refused("not_yours", "Only whoever wrote these words can take them back. They can be put aside.")
        cleared = ImpactVersionCleared(self.child, self.version, found.by, found.at, self.why)
        return [To(ROOM, cleared, redacts=(found.n,))]
