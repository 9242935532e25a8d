"""Making a meeting: first the kind, then one form. The form's own buttons add and remove rows."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from flask import abort, redirect, render_template, request

from ...domain.refused import Refused
from ...domain.template.template import Template
from ...services.known_family import last_time
from ...services.sign_in import SignedIn
from ...services.staff_meetings import chair_role, make_meeting
from ..access import open_to, site
from ..languages import gettext, ngettext
from .door import door, me_or_sign_in, posted, staff, today
from .form_page import change_rows, form_page, take_over
from .meeting_form import MeetingForm, blank_form, plan_of, read_form
from .times import day_words


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of meeting in the list: its key, the plain line, what such a meeting is called at first."""

    key: str
    line: str
    occasion: str
    template: Template


@staff.get("/meetings/new")
@open_to("staff")
def new() -> Any:
    """Asks what kind of meeting it is, then shows the form for one of that kind."""
    me = me_or_sign_in()
    kind = _kinds().get(request.args.get("template", ""))
    if kind is None:
        return _which_kind(me, missing="template" in request.args or "chosen" in request.args)
    return form_page(me, blank_form(kind.template, me.account, kind.occasion), kind.template)


@staff.post("/meetings/new")
@open_to("staff")
def make() -> Any:
    """Adds or removes a row, goes back to the kind, takes over a family's people, or makes the meeting."""
    me, sent = posted()
    form = read_form(sent)
    do = sent.get("do", "make")
    kind = _kinds().get(form["template"])
    if kind is None or do == "kind":
        return _which_kind(me, form, missing=do == "form")
    template = kind.template
    form.for_template(template)
    if do == "known":
        return form_page(me, form, template, notice=_known(me, form, template), focus="reference")
    if do != "make":
        return form_page(me, form, template, focus=change_rows(form, do))
    asked = plan_of(form, template, me.account, door().accounts.all(), today())
    if asked is None:
        return form_page(me, form, template)
    try:
        made = make_meeting(site().live, *asked)
    except Refused:
        # The id of this form is that of another account's meeting.
        abort(404)
    return redirect(f"/meetings/{made}", 303)


def _kinds() -> dict[str, Kind]:
    """Returns the kinds of meeting that can be made here, by their key: those of templates that say who chairs. A line
    that two templates share is told apart by the template's title.
    """
    found = []
    for key, template in door().templates.items():
        if chair_role(template):
            lines = [(one.line, one.occasion) for one in template.kinds] or [(template.title, "")]
            keys = [f"{key}:{at}" if at else key for at in range(len(lines))]
            found += [Kind(one, *words, template) for one, words in zip(keys, lines, strict=True)]
    shared = Counter(one.line for one in found)
    return {
        one.key: Kind(one.key, f"{one.line} ({one.template.title})", one.occasion, one.template)
        if shared[one.line] > 1
        else one
        for one in found
    }


def _which_kind(me: SignedIn, form: MeetingForm | None = None, *, missing: bool = False) -> str:
    return render_template("staff/kind.html", me=me, kinds=_kinds().values(), form=form, missing=missing)


def _known(me: SignedIn, form: MeetingForm, template: Template) -> str:
    """Takes over the people of the family's last meeting in reach of this account. Returns what is said of it: the same
    for every reference of which no meeting is theirs.
    """
    reference = " ".join(form["reference"].split()).upper()
    last = last_time(site().live, me.account, reference) if reference else None
    if last is None:
        return gettext("If there are earlier meetings, whoever can give them is asked when you make this one.")
    n = take_over(form, template, last)
    took = ngettext("%(n)s person is taken over", "%(n)s people are taken over", n)
    return gettext(
        "%(took)s from your meeting of %(day)s. Look at each row: change it, or remove who does not come.",
        took=took,
        day=day_words(last.date),
    )
