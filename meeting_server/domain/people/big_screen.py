"""The big screen: what the chair shows on it, and bringing one in.

A big screen is an attendee without a person: it hears what everyone hears, can do nothing, and is nobody. So it can
never be a point's speaker or an action's owner, and no list of people can have it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from ..audiences import DESK, ROOM, To
from ..board import Board, Change, When
from ..kinds import Count, Key, PersonId
from ..meeting import Meeting
from ..refused import Refused
from ..template.template import Role, Template
from .actor import Actor
from .attendance import AttendanceStated, AttendeeInvited
from .lobby import DeviceArrived
from .persons import each_attendee, is_screen

View = Literal["spotlight", "overview", "blank", "numbers", "rating", "decision", "visits", "updates", "triggers",
               "summaries", "adults", "child_words", "impact", "pairs", "plan"]  # fmt: skip
MOST_SCREENS = 3
_ASKED: dict[str, Callable[[Template], object]] = {
    "impact": lambda template: template.impact,
    "visits": lambda template: template.visits,
    "updates": lambda template: template.updates,
    "triggers": lambda template: template.triggers,
    "summaries": lambda template: template.summaries,
    "adults": lambda template: template.adult_questions,
}
"""Views of what only some kinds of meeting ask for."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What is on the big screens now; without it they show the meeting's occasion and no name.

    `view`: `spotlight` (one column), `overview` (the template's whole layout), `numbers`, `rating` and `decision` (as
    they were shown), `visits`, `updates`, `triggers`, `summaries`, `adults` and `impact` (where the template asks for
    them), `child_words`, `pairs` (dangers with their goals), `plan` (actions), or `blank`. `child` null is all of the
    children. `page` counts from 0; a screen that has fewer pages shows its last. `larger` is for a screen that is small
    for its room. `waits`: only the title stands there, until the chair shows it.

    `follow`: they show what the step of the agenda is about, as far as a big screen shows that by itself (decision
    0053), and not `view`. `page` is then of this `stage`.
    """

    KIND: ClassVar[str] = "screen"
    id: Literal["screen"]
    view: View
    column: Key | None
    child: PersonId | None
    page: Count
    larger: bool
    follow: bool = False
    stage: Key | None = None
    waits: bool = False


@dataclass(frozen=True, slots=True)
class ScreenChosen:
    """The chair chose what the big screens show."""

    view: View
    column: Key | None
    child: PersonId | None
    page: Count
    larger: bool

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change("screen", "screen", Screen("screen", self.view, self.column, self.child, self.page, self.larger))


@dataclass(frozen=True, slots=True)
class ShowOnScreen:
    """Show something on the big screens: a column of a child, the whole board, shown numbers or ratings, or nothing.

    It only chooses among what everyone has been told. `column` is for `spotlight` alone. Refused: `unknown_column`,
    `unknown_child`, `choose_child` (numbers are shown for one child at a time), `not_asked` (what this kind of meeting
    does not ask for).
    """

    view: View
    column: Key | None = None
    child: Annotated[PersonId | None, "a child of this meeting; null for all of them"] = None
    page: Count = 0
    larger: bool = False

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The screens change for everyone; a column named with another view is left out."""
        column = self.checked_column(meeting, whole=False)
        if self.view == "blank":
            return [To(ROOM, ScreenChosen("blank", None, None, 0, self.larger))]
        return [To(ROOM, ScreenChosen(self.view, column, self.child, self.page, self.larger))]

    def checked_column(self, meeting: Meeting, *, whole: bool) -> str | None:
        """Returns the column to show, if it is one. Refuses what this meeting has not; numbers of all the children
        together, unless `whole` allows them.
        """
        column = self.column if self.view == "spotlight" else None
        if self.view == "spotlight" and (column is None or meeting.template.column(column) is None):
            raise Refused("unknown_column", "There is no such column in this meeting.")
        if self.child is not None and self.child not in meeting.children():
            raise Refused("unknown_child", "This meeting is not about that child.")
        if self.view == "numbers" and self.child is None and len(meeting.children()) > 1 and not whole:
            raise Refused("choose_child", "Choose the child whose numbers to show.")
        if self.view in _ASKED and not _ASKED[self.view](meeting.template):
            raise Refused("not_asked", "This kind of meeting does not ask for that.")
        return column


@dataclass(frozen=True, slots=True)
class ScreenHeld:
    """The chair froze the big screens: what stood on them stays."""

    view: View
    column: Key | None
    child: PersonId | None
    page: Count
    larger: bool
    waits: bool

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        held = Screen("screen", self.view, self.column, self.child, self.page, self.larger, waits=self.waits)
        yield Change("screen", "screen", held)


@dataclass(frozen=True, slots=True)
class HoldBigScreen:
    """Freeze the big screens: what stands on them stays, whatever step opens. `waits`: of that, only the title.

    It says what the sender saw there. Refused: `unknown_column`, `unknown_child`, `not_asked`.
    """

    view: View
    column: Key | None = None
    child: Annotated[PersonId | None, "a child of this meeting; null for all of them"] = None
    page: Count = 0
    larger: bool = False
    waits: bool = False

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """What stands there, for everyone. Numbers of all the children may only wait."""
        shown = ShowOnScreen(self.view, self.column, self.child, self.page, self.larger)
        column = shown.checked_column(meeting, whole=self.waits)
        return [To(ROOM, ScreenHeld(self.view, column, self.child, self.page, self.larger, self.waits))]


@dataclass(frozen=True, slots=True)
class ScreenFollows:
    """The big screens follow the steps of the agenda from now on."""

    stage: Key | None = None
    page: Count = 0
    larger: bool = False

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        following = Screen("screen", "blank", None, None, self.page, self.larger, follow=True, stage=self.stage)
        yield Change("screen", "screen", following)


@dataclass(frozen=True, slots=True)
class FollowBigScreen:
    """Let the big screens follow the steps of the agenda. `page` is of this `stage`; any other begins anew.

    Refused: `unknown_stage`.
    """

    stage: Key | None = None
    page: Count = 0
    larger: bool = False

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """They follow, for everyone."""
        if self.stage is not None and meeting.template.stage(self.stage) is None:
            raise Refused("unknown_stage", "There is no such step in this meeting.")
        return [To(ROOM, ScreenFollows(self.stage, self.page, self.larger))]


def follows_from_the_start(meeting: Meeting) -> list[To]:
    """As a meeting opens: its big screens follow, unless the chair has put something on them. None where the template
    has no big screen. A meeting that opened before there was this event goes on showing what the chair chooses.
    """
    shown = meeting.room.get(Screen, "screen")
    if screen_role(meeting.template) is None or (shown and shown.view != "blank"):
        return []
    return [To(ROOM, ScreenFollows(larger=bool(shown and shown.larger)))]


def screen_role(template: Template) -> Role | None:
    """Returns the role of a big screen in this template, or None if it has none."""
    return next((role for role in template.roles if role.screen == "projector"), None)


def steers(actor: Actor) -> None:
    """Refused, `may_not`, for everybody but whoever steers the meeting."""
    if not actor.may("steer"):
        raise Refused("may_not", "Your role in this meeting can't do that.")


def bring_in(meeting: Meeting, actor: Actor, attendee: str, device: str) -> list[To]:
    """A new big screen with its one device, let in by whoever steers the meeting: they had the code in front of them.

    Not a command: nothing that comes over the line can ask for it. Refused: `may_not`, `wrong_state`, `no_screen` (the
    template has none), `too_many_screens`.
    """
    steers(actor)
    if meeting.state == "finished":
        raise Refused("wrong_state", "The record is finished and locked. It can only be added to.")
    template = meeting.template
    role = screen_role(template)
    if role is None:
        raise Refused("no_screen", "This kind of meeting has no big screen.")
    here = (one for one in each_attendee(meeting) if one.attendance == "here" and is_screen(template, one))
    if sum(1 for _ in here) >= MOST_SCREENS:
        raise Refused("too_many_screens", "Three big screens are on already. Turn one off first.")
    return [
        # The person is the screen's own id, and there is nobody of that id.
        To(ROOM, AttendeeInvited(attendee, attendee, role.key, template.agencies[0].key)),
        To(DESK, DeviceArrived(device, attendee, "computer", second=False, waits=False)),
        To(ROOM, AttendanceStated(attendee, "here")),
    ]
