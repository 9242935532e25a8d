"""Setting one's own password, by the link that the administrator of the server hands on."""

from typing import Any

from flask import abort, redirect, render_template, request

from ...domain.refused import Refused
from ..access import form_from_our_page, open_to, site
from ..languages import gettext, said
from .door import door, staff


@staff.get("/account/begin")
@open_to("link")
def begin_account() -> str:
    """Shows the form. The link's secret stays in the fragment until a script puts it into the form."""
    return _page({})


@staff.post("/account/begin")
@open_to("link")
def set_password() -> Any:
    """Sets the password and goes on to signing in, or shows the form again with what is wrong."""
    if not form_from_our_page(request):
        abort(400)
    token, password, again = (request.form.get(name, "") for name in ("token", "password", "again"))
    if password != again:
        return _page({"again": gettext("The two passwords are not the same.")}, token), 403
    try:
        door().life.begin(token.strip()[:100], password)
    except Refused as refused:
        if refused.code == "no_link" and site().failures(request.remote_addr or ""):
            return _page({"token": said(refused)}), 429
        return _page({"token" if refused.code == "no_link" else "password": said(refused)}, token), 403
    door().hang_up()
    return redirect("/sign-in?ready", 303)


def _page(problems: dict[str, str], token: str = "") -> str:
    return render_template("staff/begin_account.html", problems=problems, token=token)
