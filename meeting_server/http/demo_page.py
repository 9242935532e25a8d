"""Lists the demo for a person who tries it: everyone's link, and how to sign in. Only on the machine that serves it.

The page holds links, so it is not there unless the server runs the demo for this machine alone (`shows_demo`), and the
request comes from this machine, under our own name: a page of another site can't have it by a name of its own.
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import Blueprint, abort, current_app, render_template, request

from ..services.demo_team import WholeDemo
from ..settings import Settings
from .access import open_to, site

demo_page = Blueprint("demo_page", __name__)


def shows_demo(settings: Settings) -> bool:
    """True if a demo that runs with these settings has its page: it is reached on this machine, and by no proxy."""
    return not settings.https and settings.trusted_proxies == 0 and _is_here(urlsplit(settings.url).hostname or "")


def _is_here(address: str) -> bool:
    if address == "localhost":
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


@demo_page.get("/demo")
@open_to("this machine")
def show() -> str:
    """Returns the list, or the same 404 as for a page that never was."""
    settings = site().settings
    ours = {urlsplit(origin).netloc for origin in settings.origins}
    whole: WholeDemo | None = current_app.extensions.get("demo")
    if whole is None or not shows_demo(settings) or not _is_here(request.remote_addr or "") or request.host not in ours:
        abort(404)
    roles = {
        one.id: {role.key: role.label for role in site().live.meeting(one.id).template.roles}
        for one in whole.demo.meetings
    }
    return render_template("demo.html", whole=whole, roles=roles)
