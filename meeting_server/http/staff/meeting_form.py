"""The form that makes a meeting: what was typed, what is wrong with it, and the plan it leads to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from ...domain.template.template import Template
from ...services.accounts import Account
from ...services.invitations import MOST_CHILDREN, MOST_PEOPLE
from ...services.prepare_meeting import Plan, PlannedPerson
from ...services.staff_meetings import CHAIR, MeetingRequest, chair_role
from ..languages import gettext
from .forms import (
    SPOKEN_OF,
    Row,
    TypedForm,
    agencies_of,
    child_roles,
    read_plain,
    read_rows,
    roles_offered,
)
from .times import read_day, read_time
from .typed_line import read_line

_PLAIN = ("id", "template", "reference", "occasion", "setting", "family", "day", "month", "year", "starts", "place",
          "chair", "chair_agency")  # fmt: skip


@dataclass(slots=True)
class MeetingForm(TypedForm):
    """Everything of the form: the fields that occur once, the children, the other people."""

    children: list[Row]
    people: list[Row]

    def fields(self) -> dict[str, str]:
        """Returns all of it by the names of the fields, to be carried by another page."""
        found = dict(self.plain)
        for what, rows in (("child", self.children), ("person", self.people)):
            for at, row in enumerate(rows):
                found |= {f"{what}-{at}-{name}": getattr(row, name) for name in Row.__slots__}
        return found

    def for_template(self, template: Template) -> None:
        """Drops roles and agencies that this template does not have."""
        self.plain["template"] = template.key
        agencies = {agency.key for agency in template.agencies}
        if self.plain["chair_agency"] not in agencies:
            self.plain["chair_agency"] = ""
        for rows, roles in ((self.children, child_roles(template)), (self.people, roles_offered(template))):
            known = {role.key for role in roles} | {SPOKEN_OF}
            for row in rows:
                row.role = row.role if row.role in known else ""
                row.agency = row.agency if row.agency in agencies else ""


def blank_form(template: Template, me: Account) -> MeetingForm:
    plain = dict.fromkeys(_PLAIN, "") | {"id": str(uuid4()), "template": template.key, "chair": me.id}
    return MeetingForm(plain, [Row()], [Row(), Row()])


def read_form(sent: Mapping[str, str]) -> MeetingForm:
    """Returns the form as it was sent."""
    return MeetingForm(
        read_plain(sent, _PLAIN),
        read_rows(sent, "child", Row, MOST_CHILDREN),
        read_rows(sent, "person", Row, MOST_PEOPLE),
    )


def plan_of(
    form: MeetingForm, template: Template, me: Account, accounts: list[Account], today: date
) -> tuple[Plan, MeetingRequest] | None:
    """Returns the meeting this form asks for. Returns None if something is wrong; then `form.problems` says what."""
    lines = {
        "reference": form.line("reference", 60, gettext("Give the family's reference, as your own system has it.")),
        "occasion": form.line("occasion", 120, gettext("Say what the meeting is, like First conference.")),
    }
    day, wrong = read_day(form["day"], form["month"], form["year"], today)
    form.wrong("day", wrong)
    starts, wrong = read_time(form["starts"])
    form.wrong("starts", wrong)
    setting = form["setting"]
    if setting not in ("room", "online", "both"):
        form.wrong("setting", gettext("Say whether people meet in the room, online, or both."))
    place = form.line("place", 200)
    if form["family"] not in ("yes", "no"):
        form.wrong("family", gettext("Say whether family will be there."))
    people = read_children(form, template)
    chair = next((one for one in accounts if one.id == form["chair"]), None)
    if chair is None:
        form.wrong("chair", gettext("Choose who chairs the meeting."))
    if form["chair_agency"] not in agencies_of(template):
        form.wrong("chair_agency", gettext("Choose where the chair comes from."))
    people += read_people(form, template)
    if len(people) >= MOST_PEOPLE:
        form.wrong("people", gettext("A meeting has at most %(most)s people.", most=MOST_PEOPLE))
    if form.problems or chair is None:
        return None
    role = chair_role(template)
    if role is None:
        return None
    chairs = PlannedPerson(CHAIR, chair.name, agency=form["chair_agency"], role=role.key)
    plan = Plan(
        title=lines["occasion"],
        template=template,
        occasion=lines["occasion"],
        setting=setting,  # type: ignore[arg-type]
        family_present=form["family"] == "yes",
        date=day,
        people=(*people, chairs),
        id=form["id"],
    )
    return plan, MeetingRequest(lines["reference"].upper(), starts, place, chair, me)


def read_children(form: MeetingForm, template: Template) -> list[PlannedPerson]:
    """Returns the children the meeting is about. What is wrong with them goes to the form's problems. A child who comes
    gets the agency that the template tints as a child's.
    """
    roles = {role.key for role in child_roles(template)}
    tints = {agency.tint: agency.key for agency in reversed(template.agencies)}
    own = tints.get("child") or tints.get("family") or template.agencies[0].key
    found = []
    for at, row in enumerate(form.children):
        if row.is_blank:
            continue
        name, wrong = read_line(row.name, 100, gettext("Give the child's name, or remove this child."))
        form.wrong(f"child-{at}-name", wrong)
        age, wrong = read_line(row.age, 40)
        form.wrong(f"child-{at}-age", wrong)
        if row.role and row.role not in roles:
            form.wrong(f"child-{at}-role", gettext("Say whether this child comes to the meeting."))
        comes = row.role or None
        found.append(PlannedPerson(f"child-{at}", name, True, age=age, agency=own if comes else None, role=comes))
    if not found:
        form.wrong("child-0-name", gettext("Name at least one child the meeting is about."))
    return found


def read_people(form: MeetingForm, template: Template) -> list[PlannedPerson]:
    """Returns the other people of the form. What is wrong with them goes to its problems."""
    found = []
    for at, row in enumerate(form.people):
        if not row.is_blank:
            one, wrong = read_person(row, template, f"person-{at}")
            found.append(one)
            for name, says in wrong.items():
                form.wrong(f"person-{at}-{name}", says)
    return found


def read_person(row: Row, template: Template, key: str) -> tuple[PlannedPerson, dict[str, str]]:
    """Returns a person of this form, or of the one that adds a person later, and what is wrong with it by field."""
    name, no_name = read_line(row.name, 100, gettext("Give the person's name, or remove this person."))
    relationship, too_long = read_line(row.relationship, 100)
    wrong = {"name": no_name, "relationship": too_long}
    invited, who = row.role != SPOKEN_OF, name.strip()[:100] or gettext("this person")
    if invited and row.role not in {role.key for role in roles_offered(template)}:
        wrong["role"] = gettext("Choose a role for %(name)s, or say that they are only spoken of.", name=who)
    if row.agency not in agencies_of(template) and (invited or row.agency):
        wrong["agency"] = gettext("Choose where %(name)s comes from.", name=who)
    agency, role = row.agency or None, row.role if invited else None
    one = PlannedPerson(key, name, relationship=relationship, agency=agency, role=role)
    return one, {field: says for field, says in wrong.items() if says}
