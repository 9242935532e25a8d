"""Adding a family to a sitting: one form, with rows that its own buttons add and remove."""

from typing import Any

from flask import abort, redirect, render_template, request

from ...domain.refused import Refused
from ...domain.template.template import Template, discipline_of
from ...services.invitations import MOST_CHILDREN, MOST_PEOPLE
from ...services.sign_in import SignedIn
from ...services.sitting_views import SittingView, sitting_for
from ...services.sitting_workers import Worker, workers_of
from ...services.sittings import add_family, meetings_of
from ..access import open_to, site
from ..languages import said
from .door import door, me_or_sign_in, posted, staff, today
from .family_form import (
    MOST_WORKERS,
    Around,
    FamilyForm,
    WorkerRow,
    blank_family,
    chosen_workers,
    plan_family,
    read_family,
    templates_of_families,
    worker_roles,
)
from .family_words import one_discipline
from .form_page import rows_of
from .forms import Row, choices
from .sitting import not_theirs
from .sitting_page import page_of

_ROWS = {
    "child": ("children", Row, MOST_CHILDREN, "name"),
    "person": ("people", Row, MOST_PEOPLE - 1, "name"),
    "worker": ("workers", WorkerRow, MOST_WORKERS, "account"),
}


@staff.get("/sittings/<id>/add")
@open_to("staff")
def another_family(id: str) -> Any:
    """Shows the form. If there are several kinds of supervision, asks for the kind first."""
    me = me_or_sign_in()
    view = _led_by(me, id)
    if view.here:
        # They are with a family now, and read nothing of the others.
        return redirect(f"/sittings/{id}", 303)
    kinds = templates_of_families(door().templates)
    chosen = request.args.get("template") or (next(iter(kinds), "") if len(kinds) == 1 else "")
    if chosen not in kinds:
        return render_template("staff/kind.html", me=me, kinds=kinds.values(), form=None, action=f"/sittings/{id}/add")
    form = blank_family(kinds[chosen], _setting(view))
    return _form(me, view, form, kinds[chosen], _around(view, form, kinds[chosen]))


@staff.post("/sittings/<id>/add")
@open_to("staff")
def add_it(id: str) -> Any:
    """Adds or removes a row, or adds the family. With only one discipline it asks once if that is meant (W1)."""
    me, sent = posted()
    view, form = _led_by(me, id), read_family(sent)
    template = templates_of_families(door().templates).get(form["template"])
    if template is None:
        abort(400)
    around = _around(view, form, template)
    do = sent.get("do", "make")
    if do != "make":
        return _form(me, view, form, template, around, focus=_change_rows(form, do))
    asked = plan_family(form, template, around)
    if asked is None:
        return _form(me, view, form, template, around)
    warning = _warning(form, template, around)
    if warning and not form["warned"]:
        return _form(me, view, form, template, around, warning=warning)
    plan, reference, workers = asked
    try:
        add_family(site().live, me.account, id, plan, reference, workers)
    except Refused as refused:
        not_theirs(refused)
        form.wrong("people", said(refused))
        return _form(me, view, form, template, around), 409
    return redirect(f"/sittings/{id}", 303)


def _led_by(me: SignedIn, id: str) -> SittingView:
    """Returns the sitting for a person who leads it; 404 for all others."""
    view = sitting_for(site().live, me.account, id)
    if view is None or not view.leads:
        abort(404)
    return view


def _around(view: SittingView, form: FamilyForm, template: Template) -> Around:
    """Returns the people to choose from. A person who is with a family now is told of no worker of another family,
    except those they had ticked before.
    """
    at_every = frozenset(one.id for one in (view.head.team_manager, view.head.minute_taker) if one)
    roles = {role.key for role in worker_roles(template)}
    known = [one for one in _workers(view, form) if one.account.id not in at_every and one.role in roles]
    return Around(view.head.date, door().accounts.all(), known, at_every)


def _workers(view: SittingView, form: FamilyForm) -> list[Worker]:
    live = site().live
    if not view.here:
        return workers_of(live, [one.meeting for one in view.families])
    return [one for one in workers_of(live, meetings_of(live, view.head.id)) if one.account.id in form.known]


def _setting(view: SittingView) -> str:
    """Returns where the last family meets, because the others most often meet there too."""
    return site().live.meeting(view.families[-1].meeting).facts.setting if view.families else ""


def _warning(form: FamilyForm, template: Template, around: Around) -> str:
    if template.summaries is None:
        return ""
    found = {discipline_of(template, one.role) for one in chosen_workers(form, template, around)}
    return one_discipline(len(found - {None}))


def _form(
    me: SignedIn,
    view: SittingView,
    form: FamilyForm,
    template: Template,
    around: Around,
    focus: str = "",
    warning: str = "",
) -> str:
    words = dict(choices(worker_roles(template)))
    taken = around.leads | {one.account.id for one in around.known}
    return render_template(
        "staff/add_family.html",
        me=me,
        page=page_of(site().live, me.account, view, today()),
        form=form,
        template=template,
        focus=focus,
        warning=warning,
        known=[(one.account, words[one.role]) for one in around.known],
        accounts=[(one.id, one.name) for one in around.accounts if one.id not in taken],
        worker_choices=choices(worker_roles(template)),
        **rows_of(form, template) | {"role_choices": [], "child_choices": []},
        may_add_worker=len(form.workers) < MOST_WORKERS,
    )


def _change_rows(form: FamilyForm, do: str) -> str:
    """Does what a button of the rows asks. Returns the id of the field that should have focus then."""
    action, _, rest = do.partition("-")
    what, _, number = rest.partition("-")
    if what not in _ROWS:
        abort(400)
    name, kind, most, first = _ROWS[what]
    rows = getattr(form, name)
    if action == "add" and len(rows) < most:
        rows.append(kind())
        return f"{what}-{len(rows) - 1}-{first}"
    if action == "remove" and number.isdecimal() and int(number) < len(rows):
        del rows[int(number)]
        if not rows:
            rows.append(kind())
        return f"add-{what}"
    return ""
