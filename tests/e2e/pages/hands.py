"""A hand with a real pointer: it presses a spot twice, as hands do, and what the page sends for it is counted."""

import json
import re
from typing import Any

from playwright.sync_api import Locator, WebSocket

from tests.e2e.pages.people import Person

BETWEEN_PRESSES = (50, 180, 300, 400, 500, 600)
"""Milliseconds between the two presses of a hand that trembles, or of one who is not sure that it took the first."""
SENT = re.compile(r"^42\d*(\[.*)$", re.DOTALL)
SLOW_LINE = """() => {
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (frame) { setTimeout(() => this.readyState === 1 && send.call(this, frame), 250); };
}"""
"""What this page sends arrives a quarter of a second later, as over a poor mobile network."""


def middle(control: Locator) -> tuple[float, float]:
    """Where a pointer presses it."""
    box = control.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def presses_twice(person: Person, control: Locator, between: int) -> None:
    """The same spot, pressed twice: a real pointer, at real times."""
    x, y = middle(control)
    person.page.mouse.click(x, y)
    person.page.wait_for_timeout(between)
    person.page.mouse.click(x, y)


class Sent:
    """The commands that a person's page sends. Begins before the page is opened."""

    def __init__(self, person: Person) -> None:
        self.commands: list[tuple[str, dict[str, Any]]] = []
        person.page.on("websocket", self._listens)

    def _listens(self, line: WebSocket) -> None:
        line.on("framesent", lambda frame: self._hears(frame if isinstance(frame, str) else frame.decode()))

    def _hears(self, frame: str) -> None:
        found = SENT.match(frame)
        event, data = [*json.loads(found[1]), {}][:2] if found else ("", {})
        if event == "command":
            self.commands.append((data["name"], data["data"]))
        elif event == "ring":
            self.commands.append((event, data))  # It is no command, and in no record.

    @property
    def names(self) -> list[str]:
        """What each of them asks for."""
        return [name for name, _ in self.commands]
