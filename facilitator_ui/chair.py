"""The chair's screen: the board, and beside it the desk that steers the meeting."""

from pathlib import Path
from typing import Any

from flask import Blueprint

from meeting_server.http.access import open_to
from meeting_server.http.board import board_page

chair = Blueprint("chair", __name__, template_folder="templates")
STATIC = Path(__file__).parent / "static"


@chair.get("/chair/<seat>")
@open_to("seat")
def page(seat: str) -> Any:
    """Shows the chair's page. For any other role there is no such page."""
    return board_page("chair.html", seat, "chair")
