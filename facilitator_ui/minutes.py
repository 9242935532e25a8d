"""The minute-taker's screen: typing for everyone, and beside the board the minutes desk."""

from typing import Any

from flask import Blueprint

from meeting_server.http.access import open_to
from meeting_server.http.board import board_page

minutes = Blueprint("minutes", __name__, template_folder="templates")


@minutes.get("/minutes/<seat>")
@open_to("seat")
def page(seat: str) -> Any:
    """Shows the minute-taker's page. For any other role there is no such page."""
    return board_page("minutes.html", seat, "minutes")
