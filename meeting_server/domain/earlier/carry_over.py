"""Carrying things of an earlier meeting over: each as a new thing, about the people it was about.

What is about a child who is nobody here can't be carried, and nothing comes to be about a child it was not about.
"""

from dataclasses import replace

from ..board import Event
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.add_person import PersonAdded
from ..people.persons import attendee_of, known_person
from ..points.actions import ActionAccepted, ActionAgreed
from ..points.items import Item, ItemAdded, id_free
from ..points.provenance import Came, FamilyTold
from ..points.said import said_by
from ..refused import Refused, not_found
from ..template.template import Column, Template
from .brought import EarlierNumber, EarlierNumbersShown, EarlierRatingShown
from .desk import EarlierAsking, EarlierMeeting, EarlierPerson, EarlierPoint, EarlierRated
from .reading import origin
from .said_without import family_reads, said_without


class Bringing:
    """One bringing forward while it is put together: who had to be named for it, and what it brought."""

    def __init__(self, meeting: Meeting, actor: Actor, earlier: EarlierMeeting, told: FamilyTold | None = None) -> None:
        self.meeting, self.actor, self.earlier, self._told = meeting, actor, earlier, told
        self.keys: list[str] = []
        self.without = False
        """True if any of it was said without the family, and they have it from no meeting."""
        self._named: dict[str, PersonAdded] = {}
        board = meeting.room
        self._here = {one.came.thing: one.id for one in board.each(Item) if one.came and not one.taken_back}
        self._points = {one.id: one for one in earlier.points}

    def named(self) -> list[PersonAdded]:
        """The people the room has to be told of."""
        return list(self._named.values())

    def numbers(self, asking: str, child: str) -> EarlierNumbersShown:
        """The numbers of an asking, each somebody's."""
        found = next((one for one in self.earlier.askings if (one.id, one.child) == (asking, child)), None)
        if found is None:
            raise not_found()
        self._once(f"asking:{found.id}:{found.child}")
        answers = tuple(
            EarlierNumber(self._person(one.person), one.answer, one.value, one.reason) for one in found.answers
        )
        return EarlierNumbersShown(
            found.id,
            self._child(found.child),
            self._came(found),
            found.series,
            found.question,
            found.ten,
            found.zero,
            found.left,
            answers,
            found.agreed,
            found.about,
            found.at,
        )

    def rating(self, child: str | None) -> EarlierRatingShown:
        """The last rating of a child, or (none) of the family, to stand beside this meeting's and never in its place.
        That of the family names every child of that meeting, so all of them must be here."""
        found = next((one for one in self.earlier.ratings if one.child == child), None)
        if found is None:
            raise not_found()
        self._once(f"rating:{child or 'family'}")
        here = [self._child(one) for one in ((child,) if child else self.earlier.children)]
        about = here[0] if child else None
        return EarlierRatingShown(about, self._came(found), found.colour, found.reason, found.better)

    def point(self, earlier: str, item: str) -> list[Event]:
        """A new point, with its owners where it is an action."""
        found = self._points.get(earlier)
        if found is None:
            raise not_found()
        id_free(self.meeting, item)
        if item in self._here.values():
            raise Refused("id_taken", "This point is already on the board.")
        self._once(f"point:{found.id}")
        if origin(found) in self._here:
            raise Refused("brought", "This was brought forward already.")
        self._here[origin(found)] = item
        column, category = _place(self.meeting.template, found)
        answers = self._answers(found)
        said = said_by(
            found,
            column=column.key,
            category=category,
            children=self._children(found),
            lang=self._lang(found),
            speaker=self._person(found.speaker),
            obtained=self._obtained(found),
            answers=answers,
        )
        added = ItemAdded(
            **said, item=item, confirmed="none", held=False, recorded_by=self.actor.id, came=self._came(found)
        )
        if found.what != "action":
            return [added]
        owners = tuple(dict.fromkeys(self._person(one) for one in found.owners))
        accepted = [self._accepted(item, self._person(one)) for one in found.accepted if one in found.owners]
        return [added, ActionAgreed(item, owners, found.by, found.measure, found.if_not, answers), *accepted]

    def _accepted(self, item: str, person: str) -> ActionAccepted:
        """That an owner took it on in the earlier meeting: they did, not whoever brings it forward."""
        attendee = attendee_of(self.meeting, person)
        return ActionAccepted(item, person, attendee.id if attendee else None)

    def _once(self, key: str) -> None:
        if key in self.earlier.brought or key in self.keys:
            raise Refused("brought", "This was brought forward already.")
        self.keys.append(key)

    def _came(self, what: EarlierPoint | EarlierAsking | EarlierRated) -> Came:
        """Where it comes from: for a point, where it was first said; and how an action stood when last looked at."""
        one, untold = self.earlier, said_without(self.earlier, what)
        self.without |= untold
        told = self._told if untold and family_reads(self.meeting) else None
        if not isinstance(what, EarlierPoint):
            thing = what.id if isinstance(what, EarlierAsking) else one.id
            return Came(one.id, thing, one.kind, one.occasion, one.date, without_family=untold, told=told)
        first = what.came or Came(one.id, what.id, one.kind, one.occasion, one.date, without_family=untold)
        return replace(first, progress=what.progress, progress_on=what.progress_on, told=told or first.told)

    def _match(self, id: str) -> EarlierPerson:
        found = self.meeting.desk.get(EarlierPerson, id)
        if found is None or not found.matched:
            raise Refused("not_matched", "Say first who of the earlier meeting is who here.")
        return found

    def _child(self, id: str) -> str:
        found = self._match(id)
        if found.now is None or found.now not in self.meeting.children():
            raise Refused("not_matched", "This is about a child who is not among the children here.")
        return found.now

    def _children(self, point: EarlierPoint) -> tuple[str, ...]:
        """The children here it is about: never one it was not about there; none named for all. Words of a child's for
        which nobody had chosen are about that child."""
        own = point.speaker if point.speaker in self.earlier.children else ""
        about = [self._match(one) for one in point.children or ((own,) if own else self.earlier.children)]
        here = [child for child in self.meeting.children() if child in {one.now for one in about}]
        if not here:
            raise Refused("not_matched", "This is about a child who is not among the children here.")
        return () if here == self.meeting.children() and not own else tuple(here)

    def _person(self, id: str) -> str:
        """Returns who a person of that meeting is here; named to the room now if they are not in this meeting."""
        found = self._match(id)
        if found.now is None:
            raise Refused("not_matched", "Say first who of the earlier meeting is who here.")
        if known_person(self.meeting, found.now) is None and found.now not in self._named:
            agency = next((one.key for one in self.meeting.template.agencies if one.label == found.agency), None)
            added = PersonAdded(found.now, found.child, found.name, found.relationship, "", agency, found.called)
            self._named[found.now] = added
        return found.now

    def _answers(self, point: EarlierPoint) -> str | None:
        """The point it answers, where that one is here too."""
        to = self._points.get(point.answers or "")
        return self._here.get(origin(to)) if to else None

    def _obtained(self, point: EarlierPoint) -> str | None:
        return point.obtained if any(one.key == point.obtained for one in self.meeting.template.obtained) else None

    def _lang(self, point: EarlierPoint) -> str | None:
        return point.lang if any(one.key == point.lang for one in self.meeting.template.languages) else None


def _place(template: Template, point: EarlierPoint) -> tuple[Column, str | None]:
    """Where it stands here: a worry among the worries, a goal among the goals, an action among what needs to happen;
    under the category that means the same, if there is one."""
    columns = tuple(one for one in template.columns if one.writers is None)
    if point.what == "worry":
        column = next((one for one in columns if one.tint == "worry"), None)
    else:
        goals = next((one for one in columns if any(part.role == "goal" for part in one.categories)), None)
        actions = next((one for one in columns if one.actions), None)
        column = goals or actions if point.what == "goal" else actions
    if column is None:
        raise Refused("no_place", "There is no place for this on the board of this meeting.")
    same = [
        one.key for one in column.categories if (one.role == point.role if point.role else one.key == point.category)
    ]
    return column, same[0] if same else None
