"""The form that makes or changes a meeting: what was typed, what is wrong with it, and the plan it leads to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from ...domain.dates.arrangement import ArrangementStated
from ...domain.template.template import Template
from ...services.accounts import Account
from ...services.invitations import MOST_CHILDREN, MOST_PEOPLE
from ...services.prepare_meeting import Plan, PlannedPerson
from ...services.staff_meetings import CHAIR, MeetingRequest, chair_role
from ..languages import gettext
from .forms import SPOKEN_OF, Row, TypedForm, agencies_of, child_roles, read_plain, read_rows, roles_offered
from .people_form import none_alike, read_children, read_people
from .times import read_agreed, read_day, read_time

PLAIN = ("id", "template", "seen", "reference", "occasion", "setting", "family", "day", "month", "year", "starts",
         "place", "contact", "number", "core_group", "conference", "chair", "chair_agency")  # fmt: skip


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
                found |= row.fields(f"{what}-{at}")
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


@dataclass(frozen=True, slots=True)
class _When:
    """The day and the time of the meeting, and the days that were agreed for what follows."""

    day: str
    starts: str
    core_group: str
    conference: str


def blank_form(template: Template, me: Account, occasion: str = "") -> MeetingForm:
    plain = dict.fromkeys(PLAIN, "") | {
        "id": str(uuid4()),
        "template": template.key,
        "chair": me.id,
        "contact": me.name,
    }
    return MeetingForm(plain | {"occasion": occasion}, [Row()], [Row(), Row()])


def read_form(sent: Mapping[str, str]) -> MeetingForm:
    """Returns the form as it was sent."""
    return MeetingForm(
        read_plain(sent, PLAIN),
        read_rows(sent, "child", Row, MOST_CHILDREN),
        read_rows(sent, "person", Row, MOST_PEOPLE),
    )


def plan_of(
    form: MeetingForm, template: Template, me: Account, accounts: list[Account], today: date
) -> tuple[Plan, MeetingRequest] | None:
    """Returns the meeting this form asks for. Returns None if something is wrong; then `form.problems` says what."""
    reference = form.line("reference", 60, gettext("Give the family's reference, as your own system has it."))
    occasion = form.line("occasion", 120, gettext("Say what the meeting is, like First conference."))
    when, place = _when(form, today), form.line("place", 200)
    family_present = form["family"] == "yes"
    if form["family"] not in ("yes", "no"):
        form.wrong("family", gettext("Say whether family will be there."))
    contact, number = form.line("contact", 100), form.line("number", 60)
    children = read_children(form, form.children, template)
    chair, at = _chair(form, template, accounts)
    people = read_people(form, form.people, template, [one.key for one in children])
    if len(children) + len(people) >= MOST_PEOPLE:
        form.wrong("people", gettext("A meeting has at most %(most)s people.", most=MOST_PEOPLE))
    none_alike(form, form.children, form.people, template)
    if form.problems or chair is None or at is None:
        return None
    days = (when.core_group or None, when.conference or None)
    plan = Plan(
        title=occasion,
        template=template,
        occasion=occasion,
        setting=form["setting"],  # type: ignore[arg-type]
        family_present=family_present,
        date=when.day,
        people=(*children, *people, at),
        id=form["id"],
        booked=ArrangementStated(when.starts, place, contact, number, *days),
    )
    return plan, MeetingRequest(reference.upper(), when.starts, place, chair, me)


def _when(form: MeetingForm, today: date) -> _When:
    """Returns the days and the time. What is wrong with them, and with where people meet, goes to the problems."""
    day, wrong = read_day(form["day"], form["month"], form["year"], today)
    form.wrong("day", wrong)
    starts, wrong = read_time(form["starts"])
    form.wrong("starts", wrong)
    if form["setting"] not in ("room", "online", "both"):
        form.wrong("setting", gettext("Say whether people meet in the room, online, or both."))
    agreed = {}
    for name in ("core_group", "conference"):
        agreed[name], wrong = read_agreed(form[name], today)
        form.wrong(name, wrong)
    return _When(day, starts, agreed["core_group"], agreed["conference"])


def _chair(
    form: MeetingForm, template: Template, accounts: list[Account]
) -> tuple[Account | None, PlannedPerson | None]:
    """Returns the account that chairs, and who they are at the meeting."""
    chair = next((one for one in accounts if one.id == form["chair"]), None)
    if chair is None:
        form.wrong("chair", gettext("Choose who chairs the meeting."))
    if form["chair_agency"] not in agencies_of(template):
        form.wrong("chair_agency", gettext("Choose where the chair comes from."))
    role = chair_role(template)
    if chair is None or role is None:
        return chair, None
    return chair, PlannedPerson(CHAIR, chair.name, agency=form["chair_agency"], role=role.key)
