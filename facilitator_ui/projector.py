"""The big screen: the page that shows a code, the chair's typing of it, and the page that shows the meeting."""

import time
from typing import Any

from flask import Blueprint, Response, abort, current_app, jsonify, make_response, render_template, request

from meeting_server.domain.refused import Refused
from meeting_server.http.access import from_our_page, my_actor, open_to, site
from meeting_server.http.board import board_page
from meeting_server.http.languages import said
from meeting_server.services.pairing import Pairing

projector = Blueprint("projector", __name__, template_folder="templates")
_STATUS = {"too_many": 429, "no_code": 410}


@projector.record_once
def _begin(state: Any) -> None:
    state.app.extensions["pairing"] = Pairing(time.monotonic, time.time)


def _pairing() -> Pairing:
    found: Pairing = current_app.extensions["pairing"]
    return found


def _asked() -> dict[str, Any]:
    """Returns the JSON of a POST from a page of ours. Refuses anything else as a bad request."""
    data = request.get_json(silent=True) if from_our_page(request) else None
    if not isinstance(data, dict):
        abort(400)
    return data


def _no(refused: Refused) -> Response:
    answer = make_response(jsonify(ok=False, error={"code": refused.code, "message": said(refused)}))
    answer.status_code = _STATUS.get(refused.code, 403)
    return answer


@projector.get("/screen")
@open_to("anyone")
def waiting() -> str:
    """Shows the page to open on the computer of the big screen. It has no secret, and asks for a code once it runs."""
    return render_template("screen.html")


@projector.post("/screen/code")
@open_to("anyone")
def code() -> Any:
    """Returns a code to show, and the ticket with which the screen asks if the code was typed."""
    _asked()
    try:
        shown, ticket = _pairing().new_code(site().live, request.remote_addr or "")
    except Refused as refused:
        return _no(refused)
    return jsonify(ok=True, code=shown, ticket=ticket)


@projector.post("/screen/news")
@open_to("anyone")
def news() -> Any:
    """Says if the code was typed: not yet, or where this browser goes now. It has no word of the meeting."""
    ticket = _asked().get("ticket")
    if not isinstance(ticket, str) or len(ticket) > 100:
        abort(400)
    here = site()
    try:
        found = _pairing().news(here.live, ticket, request.cookies.get(here.cookie))
    except Refused as refused:
        return _no(refused)
    if found is None:
        return jsonify(ok=True, go=None)
    cookie, selector = found
    answer = make_response(jsonify(ok=True, go=f"/screen/{selector}"))
    answer.set_cookie(here.cookie, cookie, httponly=True, samesite="Strict", secure=here.settings.https, path="/")
    return answer


@projector.post("/chair/<seat>/screen")
@open_to("actor")
def pair(seat: str) -> Any:
    """Takes the screen's code that the chair typed. The chair's powers are looked up in the meeting as the screen comes
    in.
    """
    typed = _asked().get("code")
    if not isinstance(typed, str) or len(typed) > 40:
        abort(400)
    chair, _, _ = my_actor(seat)
    try:
        _pairing().pair(site().live, chair, request.remote_addr or "", typed)
    except Refused as refused:
        return _no(refused)
    return jsonify(ok=True)


@projector.get("/screen/<seat>")
@open_to("seat")
def page(seat: str) -> Any:
    """Shows the page on the big screen. It is empty as it leaves the server, so that no copy of it has a name in it."""
    return board_page("projector.html", seat, "projector")
