"""Who comes to a browser story: the people of the demo or of a test's own room, at browsers and over bare wires."""

from typing import Any

from playwright.sync_api import Browser

from tests.e2e.pages.people import Person
from tests.people.on_the_wire import Wire, opens_the_door
from tests.servers.served import House, Room, Served


class Demo:
    """A demo of the product's own making, being served, and the links of its first meetings by name."""

    def __init__(self, served: Served, made: dict[str, Any]) -> None:
        self.served, self.url = served, served.url
        self.meetings = {one["template"]: one for one in made["meetings"]}

    def attendee(self, name: str, template: str = "three-column-map") -> dict[str, Any]:
        """Somebody invited, by the beginning of their name."""
        everyone = self.meetings[template]["attendees"]
        found: dict[str, Any] = next(one for one in everyone if one["name"].startswith(name))
        return found


class Hall:
    """Brings people to a test, at browsers or over the bare wire, and sees them out when it is over."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.people: list[Person] = []
        self.wires: list[Wire] = []

    def person(self, url: str, link: str, name: str, **how: Any) -> Person:
        """Somebody with a browser of their own, or (`context`) another tab."""
        found = Person(self.browser, url, link, name, **how)
        self.people.append(found)
        return found

    def guest(self, house: House, room: Room, key: str, **how: Any) -> Person:
        """Somebody of a test's room."""
        return self.person(house.url, room.link(house.url, key), room.names[key], **how)

    def comes(self, house: House, room: Room, chair: Wire, key: str, **how: Any) -> Person:
        """Somebody of a test's room comes and is let in; they are where the meeting is."""
        person = self.guest(house, room, key, **how).arrives()
        let_in(chair, person)
        return person.is_in()

    def of_demo(self, demo: Demo, name: str, template: str = "three-column-map", **how: Any) -> Person:
        """Somebody of the demo."""
        one = demo.attendee(name, template)
        return self.person(demo.url, one["link"], one["name"], **how)

    def wire(self, demo: Demo, name: str, template: str = "three-column-map", **how: Any) -> Wire:
        """Somebody of the demo without a browser."""
        one = demo.attendee(name, template)
        link = f"{demo.url}/join#{one['link'].partition('#')[2]}"
        self.wires.append(Wire(demo.url, link, one["name"], **how))
        return self.wires[-1].connect()

    def goes(self) -> None:
        """Everybody goes, and others may come."""
        self.close()
        self.people, self.wires = [], []

    def close(self) -> None:
        """Everybody goes; whoever saw something go wrong says so."""
        for wire in self.wires:
            wire.close()
        for person in self.people:
            person.context.close()
        for person in self.people:
            person.is_well()


SHOUTING = "There was shouting on Sunday night."


def gathered(house: House, *keys: str) -> tuple[Room, Wire, list[Wire]]:
    """A room with a worry on the board; the chair at a wire, and these people at theirs."""
    room = house.room()
    chair, *people = house.gather(room, *keys)
    chair.add(SHOUTING)
    return room, chair, people


def let_in(chair: Wire, *people: Person) -> None:
    """The chair, at a wire, lets browsers in."""
    for person in people:
        opens_the_door(chair, person.full_name)
        person.is_in()
