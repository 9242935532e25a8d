"""The answer if a page could not be made: the product's own words, and nothing of a person or a meeting."""

from typing import Any

from flask import Flask, g, jsonify, render_template, request
from werkzeug.exceptions import InternalServerError

from ..domain.refused import sentence
from ..storage.database import DATABASE_DOWN
from .access import site
from .languages import gettext

_SAYS = sentence("The board can't be opened just now. Nothing that was saved is lost. Try again in a minute.")


def answer_failures(app: Flask) -> None:
    """Answers failures: 503 while the database is down, 500 otherwise. A JSON request gets JSON."""
    app.register_error_handler(InternalServerError, _answer)


def _answer(failed: InternalServerError) -> Any:
    # The reasons to close the page would ask the database too.
    g.closed = []
    status = 503 if isinstance(failed.original_exception, DATABASE_DOWN) else 500
    if request.is_json:
        return jsonify(ok=False, error={"code": "not_now", "message": gettext(_SAYS)}), status
    return render_template("away.html", contact=site().settings.contact), status
