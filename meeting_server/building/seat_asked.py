"""Which seat a request outside Flask names."""

from typing import Any

from werkzeug.wrappers import Request

from ..services.live_meeting import LiveMeetings, Seat
from ..services.seats import seat_of


def seat_asked(live: LiveMeetings, asked: Request, cookie: str) -> Seat | None:
    """Returns the seat that the browser's cookie and the address name, or None."""
    return seat_of(live, asked.cookies.get(cookie), asked.args.get("seat", ""))


def read(environ: dict[str, Any]) -> Request:
    """Returns a request outside Flask. It does not refer to itself through the environment: only the garbage collector
    would free the two, and everyone waits while that runs.
    """
    return Request(environ, populate_request=False)
