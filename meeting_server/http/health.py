"""For whatever watches over the server: alive, and ready. Nothing of a person or a meeting is in either answer."""

from typing import Any

from flask import Blueprint, current_app, jsonify

from ..services.health import Health
from .access import open_to

health = Blueprint("health", __name__)


@health.get("/health/live")
@open_to("anyone")
def live() -> Any:
    """The process answers. A watcher that gets no answer here starts it again."""
    return jsonify({"live": True})


@health.get("/health/ready")
@open_to("anyone")
def ready() -> Any:
    """Whether anything could be saved in the last five seconds, and why not: 200, or 503 with the codes."""
    found: Health = current_app.extensions["health"]
    troubles = found.troubles()
    return jsonify({"ready": not troubles, "troubles": troubles}), 503 if troubles else 200
