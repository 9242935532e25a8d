"""Making a meeting: first the kind, then one form. The form's own buttons add and remove rows."""

from typing import Any

from flask import abort, redirect, render_template, request

from ...domain.refused import Refused
from ...domain.template.template import Template
from ...services.invitations import MOST_CHILDREN, MOST_PEOPLE
from ...services.sign_in import SignedIn
from ...services.staff_meetings import chair_role, make_meeting
from ..access import open_to, site
from .door import door, me_or_sign_in, posted, staff, today
from .forms import SPOKEN_OF, Row, child_roles, choices, roles_offered
from .meeting_form import MeetingForm, blank_form, plan_of, read_form


@staff.get("/meetings/new")
@open_to("staff")
def new() -> Any:
    """Asks what kind of meeting it is, then shows the form for one of that kind."""
    me = me_or_sign_in()
    template = _kinds().get(request.args.get("template", ""))
    return _form(me, blank_form(template, me.account), template) if template else _which_kind(me)


@staff.post("/meetings/new")
@open_to("staff")
def make() -> Any:
    """Adds or removes a row, goes back to the kind, or makes the meeting."""
    me, sent = posted()
    form = read_form(sent)
    do = sent.get("do", "make")
    template = _kinds().get(form["template"])
    if template is None or do == "kind":
        return _which_kind(me, form)
    form.for_template(template)
    if do != "make":
        return _form(me, form, template, focus=_change_rows(form, do))
    asked = plan_of(form, template, me.account, door().accounts.all(), today())
    if asked is None:
        return _form(me, form, template)
    try:
        made = make_meeting(site().live, *asked)
    except Refused:
        # The id of this form is that of another account's meeting.
        abort(404)
    return redirect(f"/meetings/{made}", 303)


def _kinds() -> dict[str, Template]:
    """Returns the templates of which a meeting can be made here: those that say who chairs."""
    return {key: template for key, template in door().templates.items() if chair_role(template)}


def _which_kind(me: SignedIn, form: MeetingForm | None = None) -> str:
    return render_template("staff/kind.html", me=me, kinds=_kinds().values(), form=form)


def _form(me: SignedIn, form: MeetingForm, template: Template, focus: str = "") -> str:
    return render_template(
        "staff/new_meeting.html",
        me=me,
        form=form,
        template=template,
        focus=focus,
        SPOKEN_OF=SPOKEN_OF,
        accounts=[(one.id, one.name) for one in door().accounts.all()],
        role_choices=choices(roles_offered(template)),
        child_choices=choices(child_roles(template)),
        agency_choices=choices(template.agencies),
        may_add_child=len(form.children) < MOST_CHILDREN,
        may_add_person=len(form.people) < MOST_PEOPLE - 1,
    )


def _change_rows(form: MeetingForm, do: str) -> str:
    """Does what a button of the rows asks. Returns the id of the field that should have focus then."""
    action, _, rest = do.partition("-")
    what, _, number = rest.partition("-")
    rows = form.children if what == "child" else form.people
    if action == "add" and len(rows) < (MOST_CHILDREN if what == "child" else MOST_PEOPLE - 1):
        rows.append(Row())
        return f"{what}-{len(rows) - 1}-name"
    if action == "remove" and number.isdecimal() and int(number) < len(rows):
        del rows[int(number)]
        if not rows:
            rows.append(Row())
        return f"add-{what}"
    return ""
