"""A new link for a person, made from the desk of the chair or the minute-taker during the meeting."""

from typing import Any

from flask import Blueprint, abort, jsonify, make_response, request

from ..domain.refused import Refused
from ..services.invitations import new_link_at_the_door
from .access import from_our_page, my_actor, open_to, site
from .languages import said
from .qr import qr_of

new_links = Blueprint("new_links", __name__)


@new_links.post("/board/<seat>/link")
@open_to("actor")
def make(seat: str) -> Any:
    """Returns the link and its QR code, only once: only a hash of it is stored."""
    data = request.get_json(silent=True) if from_our_page(request) else None
    attendee = data.get("attendee") if isinstance(data, dict) else None
    if not isinstance(attendee, str) or len(attendee) > 36:
        abort(400)
    _, meeting, actor = my_actor(seat)
    try:
        token = new_link_at_the_door(site().live, meeting, actor, attendee)
    except Refused as refused:
        return make_response(jsonify(ok=False, error={"code": refused.code, "message": said(refused)}), 403)
    link = f"{site().settings.url}/join#{token}"
    qr = qr_of(link)
    return jsonify(ok=True, link=link, size=qr.size, path=qr.path)
