"""Says who may open a page: declared on every route, and looked up in the meeting as it stands now."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

import werkzeug
from flask import Request, Response, abort, current_app, g, make_response, redirect, render_template, request

from ..domain.meeting import Meeting
from ..domain.people.actor import Actor
from ..services.live_meeting import LiveMeetings, Seat
from ..services.seats import seat_of
from ..settings import Settings
from .bundles import PAGES

View = TypeVar("View", bound=Callable[..., Any])
AGAIN = "again"
FORM = "application/x-www-form-urlencoded"
Who = Literal["anyone", "link", "seat", "actor", "staff", "watcher", "this machine"]


@dataclass(frozen=True, slots=True)
class Site:
    """What the views share, kept in `app.extensions["board"]`.

    `failures` and `seats` are rate limiters and return the seconds to wait: after links that do not work, by address,
    and before another seat is asked for, by person and address.
    """

    settings: Settings
    live: LiveMeetings
    release: str
    failures: Callable[[str], float]
    seats: Callable[[tuple[str, str]], float]
    cookie: str
    language_help: str

    def script(self, page: str) -> str:
        """Returns the address of a page's one script. With SEPARATE_SCRIPTS that is the first of its modules."""
        return f"/static/{self.release}/{PAGES[page] if self.settings.separate_scripts else f'pages/{page}.js'}"


def site() -> Site:
    """Returns the parts of the running app."""
    found: Site = current_app.extensions["board"]
    return found


def open_to(who: Who) -> Callable[[View], View]:
    """Says who may open a route: anyone, the holder of a link, a seat of this browser, a person who is in the room,
    staff who are signed in, a watcher with the token of `/metrics`, or a person at the machine that serves the demo.

    A contract test fails on a route that does not say.
    """

    def mark(view: View) -> View:
        view.open_to = who  # type: ignore[attr-defined]
        return view

    return mark


def step_inside(cookie: str) -> None:
    """Sends a person who follows a link from another site on through a page of ours. Browsers hold strict cookies back
    from the first request, so a signed-in person would be told to sign in. The second request comes from our page, with
    the cookie.
    """
    fetch = {name: request.headers.get(f"Sec-Fetch-{name}") for name in ("Site", "Mode", "Dest")}
    from_elsewhere = fetch["Site"] in ("cross-site", "same-site") and fetch["Mode"] == "navigate"
    if from_elsewhere and fetch["Dest"] == "document" and request.method == "GET" and cookie not in request.cookies:
        inside = "&".join([*([request.query_string.decode()] if request.query_string else []), AGAIN])
        if AGAIN not in request.args:
            abort(make_response(render_template("step_inside.html", to=f"{request.path}?{inside}")))


def my_seat(selector: str) -> Seat:
    """Returns the seat this browser holds under the selector. Otherwise answers with the same 404 as for a page that
    never was. The seat is closed while its owner is at another family of the sitting, and for good once its time is
    over.
    """
    live = site().live
    step_inside(site().cookie)
    seat = seat_of(live, request.cookies.get(site().cookie), selector)
    if seat is None:
        abort(404)
    live.read_on(seat.meeting)
    close_while(lambda: live.closed(seat))
    return seat


def close_while(reason: Callable[[], str | None]) -> None:
    """Answers this request with a page that gives the reason, while there is a reason to close it.

    It looks for a reason now, and again when the answer is made: another family may be opened while a record is
    printed.
    """
    g.closed = [*g.get("closed", []), reason]
    found = reason()
    if found:
        abort(_goodbye(found))


def hold_back(answer: Response) -> Response:
    """Replaces `answer` with a redirect to the goodbye page if a reason to close the page came up after the request
    began.
    """
    found = next((said for reason in g.get("closed", []) if (said := reason())), None)
    return _goodbye(found) if found else answer


def _goodbye(reason: str) -> Response:
    if request.method not in ("GET", "HEAD"):
        return Response(status=404)
    return redirect(f"/goodbye/{reason}", 303)  # type: ignore[return-value]


def my_actor(selector: str) -> tuple[Seat, Meeting, Actor]:
    """Returns the seat, the meeting and the actor if this person is in the room now. Otherwise aborts with 404, also
    for a big screen: it runs on a shared computer, where no record may be fetched.
    """
    seat = my_seat(selector)
    meeting, actor, _ = site().live.standing(seat)
    if actor is None or actor.role.screen == "projector":
        abort(404)
    return seat, meeting, actor


def from_our_page(asked: Request) -> bool:
    """True if a POST comes from a page of ours. Browsers name the origin of every POST, and a form of another site
    cannot send JSON without asking first.
    """
    return asked.headers.get("Origin") in site().settings.origins and asked.mimetype == "application/json"


def form_from_our_page(asked: Request) -> bool:
    """True if a form comes from a page of ours. Staff pages let the browser name its origin to us (their base.html says
    why). Each form of a signed-in person also carries a token, because any page may send a form.
    """
    return asked.headers.get("Origin") in site().settings.origins and asked.mimetype == FORM


def looks_like(asked: werkzeug.Request) -> str:
    """Returns phone or computer, for the lobby. Nothing else is read from the browser's name, and nothing of it is
    kept.
    """
    return "phone" if "Mobi" in asked.headers.get("User-Agent", "") else "computer"
