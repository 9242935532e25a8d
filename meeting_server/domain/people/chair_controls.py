"""The chair's controls: one holder at a time. A named deputy may take them, the chair takes them back.

The chair's laptop dies, the meeting goes on. Nothing but who steers changes: sealed numbers stay sealed to both.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from ..audiences import PROFESSIONALS, ROOM, To
from ..board import Board, Change, When
from ..kinds import AttendeeId, Stamp
from ..meeting import Meeting
from ..refused import Refused, not_found
from ..template.template import Power, Role, Template
from .actor import Actor
from .persons import find_attendee

ONLY_WHILE_HOLDING: dict[str, tuple[Power, ...]] = {"chair": ("steer", "finish"), "agenda": ("steer",)}
"""The powers a chair lacks while a deputy has the controls, by what the template lets a deputy do; what they hear stays
theirs. A deputy who runs the agenda gets no more than these: all decisions are the team manager's (W3, W8)."""


@dataclass(frozen=True, slots=True)
class Held:
    """A deputy had the controls, from when to when: it is in the record who steered. `stood_in`: nobody had named them;
    they took over while whoever had the controls was gone."""

    holder: AttendeeId
    from_at: Stamp
    to_at: Stamp
    stood_in: bool = False


@dataclass(frozen=True, slots=True)
class Controls:
    """The holder of the chair's controls now, by attendee: `holder` null is the chair. `deputy` may take them.
    `earlier` has the deputies who had them before, oldest first. `stood_in`: the holder was not named, but took over
    from somebody who was gone."""

    KIND: ClassVar[str] = "controls"
    id: Literal["controls"]
    holder: AttendeeId | None
    deputy: AttendeeId | None
    since: Stamp
    earlier: tuple[Held, ...] = ()
    stood_in: bool = False


@dataclass(frozen=True, slots=True)
class DeputyNamed:
    """The chair named a deputy, or nobody any more."""

    MEMBERSHIP: ClassVar[bool] = True
    deputy: AttendeeId | None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # Who has the controls stays as it is.
        now = board.get(Controls, "controls")
        held = replace(now, deputy=self.deputy) if now else Controls("controls", None, self.deputy, when.time)
        yield Change("controls", "controls", held)


@dataclass(frozen=True, slots=True)
class ControlsMoved:
    """The chair's controls went to a deputy (`holder`), or back to the chair (null). `stood_in`: without being named,
    while whoever had them was gone."""

    MEMBERSHIP: ClassVar[bool] = True
    holder: AttendeeId | None
    stood_in: bool = False

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # The deputy stays named.
        now = board.get(Controls, "controls")
        deputy, earlier = (now.deputy, _earlier(now, when)) if now else (None, ())
        moved = Controls("controls", self.holder, deputy, when.time, earlier, self.stood_in)
        yield Change("controls", "controls", moved)


def _earlier(now: Controls, when: When) -> tuple[Held, ...]:
    """Those who had the controls before, once they go on from whoever has them."""
    if now.holder is None:
        return now.earlier
    return (*now.earlier, Held(now.holder, now.since, when.time, now.stood_in))


def given_back(board: Board, when: When, who: str | None = None) -> Iterable[Change]:
    """The controls with the chair again, if `who` (or, without one, anybody) has them: whoever left or was removed
    steers nothing, and does not do so again by coming back."""
    now = board.get(Controls, "controls")
    if now and now.holder is not None and who in (None, now.holder):
        back = replace(now, holder=None, since=when.time, earlier=_earlier(now, when), stood_in=False)
        yield Change("controls", "controls", back)


def role_now(template: Template, controls: Controls | None, attendee: str, role: Role) -> Role:
    """What an attendee of this role is now: it depends on who has the chair's controls."""
    holder, moves = controls.holder if controls else None, ONLY_WHILE_HOLDING[template.deputy]
    if holder == attendee:
        chair = next((one for one in template.roles if "steer" in one.powers), role)
        given = (power for power in chair.powers if power != "finish" or power in moves)
        return replace(
            role,
            powers=tuple(dict.fromkeys((*role.powers, *given))),
            audiences=tuple(dict.fromkeys((*chair.audiences, *role.audiences))),
            screen=chair.screen,
        )
    if holder is not None and "steer" in role.powers:
        return replace(role, powers=tuple(power for power in role.powers if power not in moves))
    return role


def may_stand_in(role: Role) -> bool:
    """True if this role may be named: a professional who takes part and hears what professionals hear,
    because the chair's desk comes with the controls. Not a chair."""
    hears = role.side == "professional" and PROFESSIONALS in role.audiences
    return hears and "contribute" in role.powers and "steer" not in role.powers


@dataclass(frozen=True, slots=True)
class NameDeputy:
    """Name one of the professionals here as deputy, who may then take the chair's controls; null for nobody.

    Refused: `not_a_deputy`, and for a deputy who has the controls (`chair_only`).
    """

    attendee: AttendeeId | None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The deputy, for everyone."""
        if "steer" not in meeting.template.role(actor.attendee.role).powers:
            raise Refused("chair_only", "Only the chair names a deputy.")
        if self.attendee is not None:
            found = find_attendee(meeting, self.attendee)
            if found is None or found.attendance != "here":
                raise not_found()
            if not may_stand_in(meeting.template.role(found.role)):
                raise Refused("not_a_deputy", "A deputy is one of the professionals who take part.")
        return [To(ROOM, DeputyNamed(self.attendee))]
