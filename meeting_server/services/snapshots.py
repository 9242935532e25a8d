"""What a browser is told when its page opens: the whole board, what the lobby may know, or why a person is out."""

from typing import Any

from ..domain import replay
from ..domain.audiences import DESK
from ..domain.dates.statutory_clocks import due_dates
from ..domain.ending.checks import gaps
from ..domain.kinds import plain
from ..domain.meeting import Meeting
from ..domain.people.actor import Actor
from ..domain.people.admission import actor_at_the_door, actor_of, role_of
from ..domain.people.lobby import Device, find_device
from ..domain.people.names import named, whole_names
from ..domain.people.persons import Attendee, each_attendee, find_attendee, find_person, is_screen
from ..domain.people.removals import removed_at
from ..domain.people.take_controls import can_stand_in
from .live_meeting import Seat


def you(meeting: Meeting, attendee: Attendee, device: str, *, inside: bool) -> dict[str, Any]:
    """Returns what a browser is told of its own attendee as they are now: in the lobby only name and role."""
    role = role_of(meeting, attendee)
    # A big screen is an attendee without a person.
    person = None if role.screen == "projector" else find_person(meeting, attendee.person)
    outside = {"name": person.name if person else role.label, "role_label": role.label}
    if not inside:
        return outside
    return outside | {
        "attendee": attendee.id, "person": attendee.person, "role": role.key, "side": role.side, "screen": role.screen,
        "powers": list(role.powers), "audiences": list(role.audiences), "device": device,
        "stands_in": _stands_in(meeting, actor_of(meeting, attendee.id, device)),
    }  # fmt: skip


def _stands_in(meeting: Meeting, actor: Actor | None) -> bool:
    """True if this attendee may take over when no one steers."""
    return actor is not None and can_stand_in(meeting, actor, find_device(meeting, actor.id, actor.device))


def snapshot(meeting: Meeting, actor: Actor, release: str, time: int) -> dict[str, Any]:
    """Returns the whole board for a person who is let in: every stream they hold and nothing else (`streams_of`).
    Things on the boards are as they stand there; all else is of JSON's own types.
    """
    on_desk = actor.is_in(DESK)
    template = meeting.template if on_desk else meeting.template.for_room()
    whole = {
        "release": release,
        "state": "in",
        "time": time,
        "template": plain(template),
        "you": you(meeting, actor.attendee, actor.device, inside=True),
        "boards": replay.boards(meeting, actor),
    }
    return whole | ({"gaps": plain(gaps(meeting)), "dates": plain(due_dates(meeting))} if on_desk else {})


def slot_waited_for(meeting: Meeting, device: Device | None) -> dict[str, Any] | None:
    """Returns a family's slot in a sitting for a person who waits at its door, or None for a meeting of its own.

    A signed-in person may work with several families of the sitting, and so is also told the children's names: what is
    prepared for one family must not be written into another's. A link may be forwarded, so it is told no names.
    """
    slot = meeting.facts.slot
    if slot is None:
        return None
    signed_in = device is not None and device.signed_in
    names = whole_names(named(meeting)) if signed_in else {}
    return {**plain(slot), "children": [names[child] for child in meeting.children() if child in names]}


def preparing(meeting: Meeting, actor: Actor, release: str, time: int) -> dict[str, Any]:
    """Returns what a person in the lobby is told who may prepare: the columns, and their own points. It names no one
    else of the meeting.
    """
    mine = you(meeting, actor.attendee, actor.device, inside=True) | {"word": _word(meeting, actor.id, actor.device)}
    return {
        "release": release,
        "state": "preparing",
        "time": time,
        "template": plain(meeting.template.for_room()),
        "you": mine | {"powers": list(actor.role.powers), "audiences": []},
        "boards": replay.boards(meeting, actor),
        "slot": slot_waited_for(meeting, find_device(meeting, actor.id, actor.device)),
    }


def waiting(meeting: Meeting, attendee: Attendee, device: str, release: str, time: int) -> dict[str, Any]:
    """Returns what a person in the lobby is told: that they wait, and who they are here. It names no one else of the
    meeting.
    """
    stands_in = {"stands_in": True} if _stands_in(meeting, actor_at_the_door(meeting, attendee.id, device)) else {}
    return {
        "release": release,
        "state": "waiting",
        "time": time,
        "template": None,
        "boards": {},
        "you": you(meeting, attendee, "", inside=False) | {"word": _word(meeting, attendee.id, device)} | stands_in,
        "slot": slot_waited_for(meeting, find_device(meeting, attendee.id, device)),
    }


def desk_of(meeting: Meeting) -> list[Attendee]:
    """Returns the attendees who are told who waits: everyone of the chair's desk, the chair first."""
    desk = [one for one in each_attendee(meeting) if DESK in role_of(meeting, one).audiences]
    return sorted(desk, key=lambda one: role_of(meeting, one).screen != "chair")


def _word(meeting: Meeting, attendee: str, device: str) -> str:
    """Returns the word that tells this device from another of the same person at the door."""
    found = find_device(meeting, attendee, device)
    return found.word if found else ""


def out_because(meeting: Meeting, seat: Seat) -> str | None:
    """Returns why this seat is not in: removed, not_admitted, left, no_device, ended, screen_off. None while it only
    waits.
    """
    attendee, device = find_attendee(meeting, seat.attendee), find_device(meeting, seat.attendee, seat.device)
    if attendee and is_screen(meeting.template, attendee):
        return "screen_off"
    if attendee is None or device is None:
        return "not_admitted"
    if device.state == "gone" and removed_at(meeting, attendee.id) >= device.at:
        return "removed"
    if device.state == "gone" and meeting.is_over:
        return "ended"
    if device.state == "gone" and attendee.attendance == "here" and not attendee.device:
        return "no_device"
    if device.state in ("gone", "turned_away"):
        return {"gone": "left", "turned_away": "not_admitted"}[device.state]
    if meeting.state == "finished" or (meeting.state == "ended" and device.state == "waiting"):
        return "ended"
    return None
