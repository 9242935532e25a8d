"""Minute-taking: one person at a time. They pass from hand to hand in two taps, because a core group seldom has
a minute-taker of its own."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import AttendeeId, Stamp
from ..meeting import Meeting
from ..refused import Refused, not_found
from ..template.template import Role, Template
from .actor import Actor
from .chair_controls import Held, may_stand_in
from .persons import find_attendee


@dataclass(frozen=True, slots=True)
class MinuteTaking:
    """The minute-taker now, by attendee: `holder` null is whoever was invited to. `earlier`: who did before."""

    KIND: ClassVar[str] = "minute_taking"
    id: Literal["minute_taking"]
    holder: AttendeeId | None
    since: Stamp
    earlier: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesHanded:
    """The minutes passed on to somebody (`holder`), or back to whoever was invited to take them (null)."""

    MEMBERSHIP: ClassVar[bool] = True
    holder: AttendeeId | None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield _with(board, when, self.holder)


def _with(board: Board, when: When, holder: str | None) -> Change:
    now = board.get(MinuteTaking, "minute_taking")
    earlier = now.earlier if now else ()
    if now and now.holder is not None:
        earlier = (*earlier, Held(now.holder, now.since, when.time))
    return Change("minute_taking", "minute_taking", MinuteTaking("minute_taking", holder, when.time, earlier))


def laid_down(board: Board, when: When, who: str) -> Iterable[Change]:
    """The minutes with nobody again, if `who` had them: whoever left takes no minutes, nor by coming back."""
    now = board.get(MinuteTaking, "minute_taking")
    if now and now.holder == who:
        yield _with(board, when, None)


def takes_minutes(template: Template) -> Role | None:
    """The role of whoever is invited to take the minutes: it mends, and does not steer."""
    return next((one for one in template.roles if "minute" in one.powers and "steer" not in one.powers), None)


def role_with_minutes(template: Template, taking: MinuteTaking | None, attendee: str, role: Role) -> Role:
    """What a role is while the minutes are in somebody's hands: theirs comes with the powers, the desk and the page of
    the minute-taker; whoever was invited to take them goes on hearing what they heard."""
    scribe, holder = takes_minutes(template), taking.holder if taking else None
    if scribe is None or holder is None:
        return role
    if holder == attendee:
        return replace(
            role,
            powers=tuple(dict.fromkeys((*role.powers, *scribe.powers))),
            audiences=tuple(dict.fromkeys((*scribe.audiences, *role.audiences))),
            screen=scribe.screen,
        )
    if role.key == scribe.key:
        return replace(role, powers=tuple(power for power in role.powers if power != "minute"))
    return role


@dataclass(frozen=True, slots=True)
class HandMinutes:
    """Pass the minutes on to one of the professionals here, or (null) back to whoever was invited to take them.

    By whoever takes them, or the chair. The chair's desk comes with them, so it is never family. Refused:
    `not_a_minute_taker`, `has_minutes`, `not_found`.
    """

    attendee: AttendeeId | None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The minutes in those hands, for everyone."""
        now = meeting.room.get(MinuteTaking, "minute_taking")
        if (now.holder if now else None) == self.attendee:
            raise Refused("has_minutes", "They take the minutes already.")
        if self.attendee is not None:
            found = find_attendee(meeting, self.attendee)
            if found is None or found.attendance != "here" or not found.device:
                raise not_found()
            if not may_stand_in(meeting.template.role(found.role)):
                raise Refused("not_a_minute_taker", "Minutes are taken by one of the professionals who take part.")
        return [To(ROOM, MinutesHanded(self.attendee))]
