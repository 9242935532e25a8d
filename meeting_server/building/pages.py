"""The pages: a Flask app with every page of the product, what the pages share, and a failure that says no words."""

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask

from ..documents import has_pdf
from ..domain.template.language_help import LanguageHelp
from ..domain.template.template import Template
from ..http.access import Site, hold_back
from ..http.board import pages
from ..http.demo_page import demo_page
from ..http.failure_pages import answer_failures
from ..http.health import health
from ..http.join import join
from ..http.language_help import help_for_page
from ..http.languages import speak
from ..http.metrics import metrics
from ..http.new_link import new_links
from ..http.record import records
from ..http.staff import StaffDoor, staff
from ..http.static_files import Shelf, release_of, static_files
from ..http.workbook import workbooks
from ..logs import whereabouts
from ..services.account_life import AccountLife
from ..services.accounts import Accounts
from ..services.live_meeting import LiveMeetings
from ..services.sign_in import StaffSessions
from ..services.sign_in_tries import SignInTries
from ..settings import Settings
from ..sockets.rate_limits import RateLimiter
from ..storage.language_help_files import load_language_help
from ..storage.template_files import load_templates

log = logging.getLogger(__name__)
_SERVER = Path(__file__).parents[1]
_FAILURES_PER_SECOND, _FAILURES_AT_ONCE = 0.1, 10
_BLUEPRINTS = (join, pages, new_links, records, workbooks, staff, health, metrics, demo_page)


def build_pages(
    settings: Settings,
    live: LiveMeetings,
    screens: Callable[[Flask], Path] | None,
    language_help: LanguageHelp | None,
) -> tuple[Flask, Site, Shelf]:
    """Returns the app with its pages, what they share, and the shelf with their files. The staff's door, `health` and
    `metrics` are added to `app.extensions` once there are connections.
    """
    app = Flask("meeting_server", static_folder=None, template_folder="templates")
    folders = [_SERVER / "static", *([screens(app)] if screens else [])]
    release, shelf = release_of(folders), Shelf(folders)
    app.log_exception = _name_only  # type: ignore[assignment, method-assign]
    site = Site(
        settings,
        live,
        release,
        failures=RateLimiter(time.monotonic, _FAILURES_PER_SECOND, _FAILURES_AT_ONCE).take,
        seats=RateLimiter(time.monotonic, settings.rate_per_second / 100, settings.rate_burst / 3).take,
        cookie="__Host-board" if settings.https else "board",
        language_help=help_for_page(load_language_help() if language_help is None else language_help),
    )
    app.extensions["board"] = site
    app.jinja_env.globals.update(
        static=lambda path: f"/static/{release}/{path}", release=release, script_of=site.script, has_pdf=has_pdf
    )
    speak(app, settings.languages, settings.translations_dir)
    app.after_request(hold_back)
    answer_failures(app)
    for blueprint in (*_BLUEPRINTS, static_files(release, shelf)):
        app.register_blueprint(blueprint)
    return app, site, shelf


def staff_door(
    live: LiveMeetings,
    settings: Settings,
    accounts: Accounts,
    sessions: StaffSessions,
    templates: dict[str, Template] | None,
    signed_out: Callable[[], None],
) -> StaffDoor:
    """Returns what the staff's pages share. `signed_out` ends the connections of sign-ins that have ended."""
    host = "__Host-" if settings.https else ""
    return StaffDoor(
        accounts,
        AccountLife(live, accounts),
        sessions,
        load_templates() if templates is None else templates,
        f"{host}staff",
        SignInTries(live, accounts),
        f"{host}known",
        signed_out,
    )


def _name_only(info: Any) -> None:
    """Logs where a page failed and by what kind of error: an error's own text may quote what people wrote."""
    log.error("A page failed: %(at)s", {"at": whereabouts(info[1])})
