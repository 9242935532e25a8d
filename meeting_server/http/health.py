"""Answers the watchers of the server: alive, and ready. Neither answer says anything of a person or a meeting."""

from typing import Any

from flask import Blueprint, current_app, jsonify

from ..services.health import Health
from .access import open_to

health = Blueprint("health", __name__)


@health.get("/health/live")
@open_to("anyone")
def live() -> Any:
    """Says that the process answers. A watcher that gets no answer here starts it again."""
    return jsonify({"live": True})


@health.get("/health/ready")
@open_to("anyone")
def ready() -> Any:
    """Says if anything could be saved in the last five seconds: 200, or 503 with the codes of what is wrong."""
    found: Health = current_app.extensions["health"]
    troubles = found.troubles()
    return jsonify({"ready": not troubles, "troubles": troubles}), 503 if troubles else 200
