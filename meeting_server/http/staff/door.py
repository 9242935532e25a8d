"""What all staff pages share: who is signed in, and if a form comes from a page of ours."""

import hmac
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, abort, current_app, make_response, redirect, render_template, request
from werkzeug.datastructures import MultiDict

from ...clock import day_of
from ...domain.template.template import Template
from ...services.account_life import AccountLife
from ...services.accounts import Accounts
from ...services.sign_in import SignedIn, StaffSessions, proof, typed_by
from ...services.sign_in_tries import SignInTries
from ...services.staff_meetings import MyMeeting, my_meeting
from ...services.walls import NEXT_FAMILY
from ..access import close_while, form_from_our_page, site, step_inside
from ..languages import gettext

staff = Blueprint("staff", __name__)
Form = MultiDict[str, str]
TOKEN, KEPT = "form", "kept."
_ID = "[0-9a-f-]{36}"
_OURS = re.compile(
    rf"/meetings(/new|/{_ID}(/door|/record|/change|/letters)?)?|/families(/{_ID})?|/sittings(/new|/{_ID}(/add|/roll|/open/{_ID})?)?"
)


@dataclass(frozen=True, slots=True)
class StaffDoor:
    """What the staff pages of the running app need, kept in `app.extensions["staff"]`.

    `tries` are the tries to sign in. `known` is the cookie of a browser in which a person has signed in. `hang_up` ends
    the connections of seats with a staff session that is over.
    """

    accounts: Accounts
    life: AccountLife
    sessions: StaffSessions
    templates: dict[str, Template]
    cookie: str
    tries: SignInTries
    known: str
    hang_up: Callable[[], None]


def door() -> StaffDoor:
    """Returns the parts of the running app that staff pages use."""
    found: StaffDoor = current_app.extensions["staff"]
    return found


def who_is_signed_in() -> SignedIn | None:
    """Returns the account that is signed in in this browser. It opened a page, so it is not idle."""
    me = door().sessions.who(request.cookies.get(door().cookie))
    if me:
        door().sessions.active(me.session)
    return me


def me_or_sign_in() -> SignedIn:
    """Returns the signed-in account. Any other person is sent to sign in first and then comes back."""
    me = who_is_signed_in()
    if me is None:
        step_inside(door().cookie)
        abort(redirect(f"/sign-in?next={request.path}", 303))
    return me


def me_looking_on() -> SignedIn:
    """Does the same as `me_or_sign_in` for a request that a page sends by itself. Such a request does not show that a
    person is there.
    """
    me = door().sessions.who(request.cookies.get(door().cookie))
    if me is None:
        abort(redirect("/sign-in", 303))
    return me


def posted() -> tuple[SignedIn, Form]:
    """Returns the sender of the form on this page, and what it says.

    Answers with 400 a form that no page of ours can have sent. If the session is over, or the form belongs to an
    earlier one, nothing is done yet and nothing typed is lost: the form comes back, to be sent once they are signed in
    (T8, T9). It comes back to the account that typed it, and to no other on the same computer.
    """
    if not form_from_our_page(request):
        abort(400)
    me = who_is_signed_in()
    typed = dict(request.form.items())
    if me is None:
        abort(make_response(sign_in_page(next=request.path, kept=typed, over=True), 403))
    if not hmac.compare_digest(proof(request.form.get(TOKEN, "")), proof(me.form)):
        abort(make_response(send_again_page(me, request.path, typed), 403))
    return me, request.form


def sign_in_page(**facts: Any) -> str:
    """Returns the page to sign in, with what is to be sent afterwards."""
    known = {"next": "/meetings", "kept": {}, "email": "", "problems": [], "over": False, "out": False, "ready": False}
    return render_template("staff/sign_in.html", **{**known, **facts}, KEPT=KEPT)


def send_again_page(me: SignedIn, path: str, typed: dict[str, str]) -> str:
    """Returns the page that holds what was typed until it is sent again. If another account typed it, the page is
    without it.
    """
    mine = typed_by(typed.get(TOKEN, "")) == me.account.id
    again = {name: value for name, value in typed.items() if name != TOKEN} if mine else {}
    return render_template("staff/send_again.html", me=me, path=path, typed=again, mine=mine)


def is_ours(path: str) -> bool:
    """True if this is the path of a staff page. A sign-in leads only to such pages."""
    return _OURS.fullmatch(path) is not None


def mine(me: SignedIn, id: str) -> MyMeeting:
    """Returns a meeting that is theirs. For any other it answers with the same 404 as for one that never was. While
    they are at another family of its sitting, they are sent to the page that says so.
    """
    live = site().live
    live.read_on(id)
    close_while(lambda: NEXT_FAMILY if live.walls.is_closed_to(me.account.id, id) else None)
    found = my_meeting(live, me.account, id)
    if found is None:
        abort(404)
    return found


def today() -> date:
    """Returns the day where the meetings are."""
    return day_of(site().live.clock())


def state_words(state: str) -> str:
    words = {
        "prepared": gettext("Not started"),
        "open": gettext("Open now"),
        "paused": gettext("Paused"),
        "ended": gettext("Ended. The record is a draft"),
        "finished": gettext("Finished and locked"),
        "cancelled": gettext("Will not take place"),
    }
    return words[state]
