"""The page of the form that makes or changes a meeting, and what its own buttons do with the rows."""

from typing import Any

from flask import render_template

from ...domain.template.template import Template
from ...services.invitations import MOST_CHILDREN, MOST_PEOPLE
from ...services.known_family import KnownPerson, LastTime
from ...services.sign_in import SignedIn
from .door import door
from .forms import SPOKEN_OF, Row, child_roles, choices, roles_offered, usual_agencies
from .meeting_form import MeetingForm
from .people_form import looks, named_rows


def form_page(me: SignedIn, form: MeetingForm, template: Template, **facts: Any) -> str:
    """Returns the page. `facts` say where it goes and what else it tells."""
    return render_template(
        "staff/meeting_form.html",
        me=me,
        form=form,
        template=template,
        accounts=[(one.id, one.name) for one in door().accounts.all()],
        **{"path": "/meetings/new", "changing": None, "focus": "", "notice": "", **facts},
        **rows_of(form, template),
    )


def rows_of(form: MeetingForm, template: Template) -> dict[str, Any]:
    """Returns what the rows of a form need besides it: what there is to choose, and how each name will look."""
    return {
        "SPOKEN_OF": SPOKEN_OF,
        "blank": Row(),
        "role_choices": choices(roles_offered(template)),
        "child_choices": choices(child_roles(template)),
        "agency_choices": choices(template.agencies),
        "usual_agencies": usual_agencies(template),
        "family_roles": [role.key for role in template.roles if role.side == "family"],
        "looks": looks(named_rows(form.children, form.people, template)),
        "most_children": MOST_CHILDREN,
        "most_people": MOST_PEOPLE - 1,
        "may_add_child": len(form.children) < MOST_CHILDREN,
        "may_add_person": len(form.people) < MOST_PEOPLE - 1,
    }


def change_rows(form: MeetingForm, do: str) -> str:
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


def take_over(form: MeetingForm, template: Template, last: LastTime) -> int:
    """Adds the people of the family's last meeting to those that were typed, each with a row that can be changed or
    removed. Returns how many there are. One who is there already is not added again.
    """
    there = {row.id for row in (*form.children, *form.people)}
    children = [row_of(one) for one in last.children if one.person.id not in there]
    people = [row_of(one) for one in last.people if one.person.id not in there]
    form.children[:] = ([row for row in form.children if not row.is_blank] + children or [Row()])[:MOST_CHILDREN]
    form.people[:] = ([row for row in form.people if not row.is_blank] + people or [Row()])[: MOST_PEOPLE - 1]
    form.for_template(template)
    return len(children) + len(people)


def row_of(known: KnownPerson) -> Row:
    """Returns a person as they would be typed."""
    one, attendee = known.person, known.attendee
    role = attendee.role if attendee else "" if one.child else SPOKEN_OF
    agency = (attendee.agency if attendee else one.agency) or ""
    apart = known.apart[0] if known.apart else ""
    return Row(one.name, one.id, one.called, one.age, one.relationship, agency, role, apart)
