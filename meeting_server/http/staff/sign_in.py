"""Signing in and out. No answer tells if an account exists: not by its words, not by the time it takes."""

from typing import Any

from flask import abort, make_response, redirect, request

from ...domain.refused import Refused
from ...services.accounts import Account
from ...services.known_browsers import SECONDS
from ...services.sitting_views import sitting_of_today
from ..access import form_from_our_page, open_to, site, step_inside
from ..languages import gettext, said
from .door import KEPT, door, is_ours, posted, send_again_page, sign_in_page, staff, today, who_is_signed_in

Problem = tuple[str, str]


@staff.get("/sign-in")
@open_to("anyone")
def sign_in() -> Any:
    """Shows the form. A person who is already signed in goes straight on."""
    path = request.args.get("next", "")
    path = path if is_ours(path) else "/meetings"
    step_inside(door().cookie)
    me = who_is_signed_in()
    if me:
        return redirect(_first_page(me.account, path), 303)
    return sign_in_page(next=path, out="out" in request.args, ready="ready" in request.args)


@staff.post("/sign-in")
@open_to("anyone")
def begin() -> Any:
    """Signs in and goes to the page that was asked for, with what was typed there if it could not be sent."""
    if not form_from_our_page(request):
        abort(400)
    form = request.form
    email, password = form.get("email", "")[:300], form.get("password", "")
    path = form.get("next", "") if is_ours(form.get("next", "")) else "/meetings"
    typed = {name.removeprefix(KEPT): value for name, value in form.items() if name.startswith(KEPT)}
    problems = _missing(email, password)
    if problems:
        return sign_in_page(next=path, kept=typed, email=email, problems=problems), 403
    try:
        found = door().tries.sign_in(email, password, request.remote_addr or "", request.cookies.get(door().known, ""))
    except Refused as refused:
        status = 429 if refused.code == "wait" else 403
        return sign_in_page(next=path, kept=typed, email=email, problems=[("email", said(refused))]), status
    cookie = door().sessions.begin(found.account, request.cookies.get(door().cookie))
    door().hang_up()
    me = door().sessions.who(cookie)
    answer: Any = redirect(_first_page(found.account, path), 303)
    if me and typed:
        answer = make_response(send_again_page(me, path, typed))
    # Strict: no other site can make a browser do anything with it. A person who follows a link from a mail comes
    # without it at first, and a page of ours sends them on (`step_inside`).
    https = site().settings.https
    answer.set_cookie(door().cookie, cookie, httponly=True, samesite="Strict", secure=https, path="/")
    answer.set_cookie(
        door().known, found.known, max_age=SECONDS, httponly=True, samesite="Strict", secure=https, path="/"
    )
    return answer


def _first_page(account: Account, path: str) -> str:
    """Returns where a person goes who signs in: the page they asked for, else the list of the day if they come to a
    sitting today, else their meetings.
    """
    sitting = sitting_of_today(site().live, account, today().isoformat()) if path == "/meetings" else None
    return f"/sittings/{sitting}" if sitting else path


def _missing(email: str, password: str) -> list[Problem]:
    found = []
    if not email.strip():
        found.append(("email", gettext("Give your email address.")))
    if not password:
        found.append(("password", gettext("Give your password.")))
    return found


@staff.post("/sign-out")
@open_to("staff")
def end() -> Any:
    """Signs out: the session is over, and so is every board that was opened by it."""
    me, _ = posted()
    door().sessions.end(me.session)
    door().hang_up()
    answer = redirect("/sign-in?out", 303)
    answer.delete_cookie(door().cookie, httponly=True, samesite="Strict", secure=site().settings.https, path="/")
    return answer
