"""People of a sitting over the real wire: one sign-in each, and a seat in each of their families."""

from collections.abc import Iterable

import requests

from meeting_server.services.accounts import Account
from meeting_server.services.live_meeting import LiveMeetings
from meeting_server.services.sign_in import StaffSessions
from meeting_server.services.sitting_day import seat_in_family
from tests.people.on_the_wire import Wire
from tests.scenes.sitting import Sitting


class AtFamily(Wire):
    """Somebody's line to one family of a sitting. `link` is the page of the seat they have there by signing in."""

    def _join(self, link: str) -> str:
        self.page = link
        return link.rsplit("/", 1)[1]


class Worker:
    """A member of staff with one browser: signed in once, with a page for each family they are invited to.

    Made while no server has the data folder; `begin` goes to the one that has it then.
    """

    def __init__(self, live: LiveMeetings, sitting: Sitting, account: Account, meetings: Iterable[str]) -> None:
        self.account = account
        self.staff = StaffSessions(live).begin(account, None)
        session = StaffSessions(live).who(self.staff)
        assert session
        cookie: str | None = None
        self.pages: dict[str, str] = {}
        for meeting in meetings:
            taken = seat_in_family(live, account, session.session, cookie, sitting.id, meeting)
            cookie, self.pages[meeting] = taken.cookie, taken.path
        self._cookie = cookie or ""
        self.lines: list[AtFamily] = []

    def begin(self, url: str, origin: str = "") -> "Worker":
        """Opens the browser on a server. `origin`: where people reach it, if not there."""
        self.url, self.origin = url, origin
        self.http = requests.Session()
        self.http.cookies.set("board", self._cookie, domain="127.0.0.1", path="/")
        self.http.cookies.set("staff", self.staff, domain="127.0.0.1", path="/")
        return self

    def goes_to(self, meeting: str, transport: str = "websocket", url: str = "") -> AtFamily:
        """Opens the page of a family, and its line; at another server than the first one, if `url` says so."""
        line = AtFamily(
            url or self.url, self.pages[meeting], self.account.name, transport, browser=self.http, origin=self.origin
        )
        self.lines.append(line)
        answer = line.get(line.page)
        assert answer.status_code in (200, 303), answer.status_code
        line.connect()
        return line

    def everything(self) -> list[str]:
        """Every frame and page that has reached this browser."""
        return [
            one
            for line in self.lines
            for one in (*line.raw, *(body.decode("utf-8", "replace") for body in line.bodies))
        ]

    def told(self, words: str) -> bool:
        """Whether these words are in any of it."""
        return any(words in one for one in self.everything())

    def close(self) -> None:
        """Hangs up everywhere."""
        for line in self.lines:
            line.close()
