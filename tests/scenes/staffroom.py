"""Accounts for tests, and a member of staff at a browser that knows no JavaScript: reads a page's forms and sends them."""

from html.parser import HTMLParser
from pathlib import Path

import requests

from meeting_server.services.accounts import Account, Accounts
from tests.people.on_the_wire import Wire
from tests.servers.served import opened

NAME, EMAIL, PASSWORD = "Asha Chairperson", "asha@council.example", "three green otters"


def make_account(data_dir: Path, name: str = NAME, email: str = EMAIL, password: str = PASSWORD) -> Account:
    """An account in a data folder that no server holds yet."""
    with opened(data_dir) as live:
        return Accounts(live, lambda work: work()).make(name, email, password)


class _Forms(HTMLParser):
    """The forms of a page: where each goes, and its fields as they stand."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, dict[str, str]]] = []
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append((at.get("action", ""), {}))
        elif not self.forms:
            return
        elif tag == "input" and "name" in at and (at.get("type") not in ("radio", "checkbox") or "checked" in at):
            self.forms[-1][1][at["name"]] = at.get("value", "")
        elif tag == "select":
            self._select = at["name"]
        elif tag == "option" and ("selected" in at or self._select not in self.forms[-1][1]):
            self.forms[-1][1][self._select] = at.get("value", "")


def forms_of(page: str) -> list[tuple[str, dict[str, str]]]:
    """Where each form of a page goes, and what it would send."""
    reader = _Forms()
    reader.feed(page)
    return reader.forms


class Staff:
    """A member of staff: a cookie jar and the page they are on."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.http = requests.Session()
        self.page = ""

    def get(self, path: str) -> requests.Response:
        """Opens a page."""
        answer = self.http.get(self.url + path, timeout=20)
        self.page = answer.text
        return answer

    def post(self, path: str, fields: dict[str, str], **headers: str) -> requests.Response:
        """Sends a form as a browser would, from a page of ours unless `headers` say otherwise."""
        sent = {"Origin": self.url, **headers}
        answer = self.http.post(self.url + path, data=fields, headers=sent, timeout=20, allow_redirects=False)
        self.page = answer.text
        return answer

    def press(self, do: str, action: str = "", **typed: str) -> requests.Response:
        """Types into the form of this page that has these fields, of those that go to `action`, and presses a button."""
        there = [
            (at, fields) for at, fields in forms_of(self.page) if at != "/sign-out" and at in (action, action or at)
        ]
        found = next((one for one in there if set(typed) <= set(one[1])), there[0])
        answer = self.post(found[0], {**found[1], **typed, "do": do})
        if answer.is_redirect:
            return self.get(answer.headers["Location"])
        return answer

    def sign_in(self, email: str = EMAIL, password: str = PASSWORD) -> requests.Response:
        """Opens the page and signs in."""
        self.get("/sign-in")
        answer = self.post("/sign-in", {"email": email, "password": password})
        if answer.is_redirect:
            self.get(answer.headers["Location"])
        return answer


class Seated(Wire):
    """Somebody on the board at a seat that a form of staff pages opened: `link` is the board's address."""

    def _join(self, link: str) -> str:
        self.page = link.removeprefix(self.url)
        return self.page.rsplit("/", 1)[1]


def on_the_board(staff: Staff, address: str) -> Seated:
    """The line of a browser that is signed in."""
    browser = requests.Session()
    browser.cookies.update(staff.http.cookies)
    seated = Seated(staff.url, address, NAME, browser=browser)
    seated.connect()
    return seated
