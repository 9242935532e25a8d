"""The form that adds a family to a sitting: the children, other people spoken of, and the workers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import uuid4

from ...domain.template.template import Role, Template
from ...services.accounts import Account
from ...services.invitations import MOST_CHILDREN, MOST_PEOPLE
from ...services.prepare_meeting import Plan, PlannedPerson
from ...services.sitting_workers import Worker
from ...services.staff_meetings import chair_role
from ..languages import gettext
from .forms import SPOKEN_OF, Row, agencies_of, read_plain, read_rows, roles_offered
from .meeting_form import MeetingForm
from .people_form import none_alike, read_children, read_people

MOST_WORKERS = 12
_PLAIN = ("id", "template", "reference", "occasion", "setting", "warned")
_KNOWN = "known-"


@dataclass(slots=True)
class WorkerRow:
    """One worker as chosen. A row without an account means no one."""

    account: str = ""
    role: str = ""
    agency: str = ""


@dataclass(slots=True)
class FamilyForm(MeetingForm):
    """Everything of the form. `known` are the ticked accounts among those the sitting already has."""

    workers: list[WorkerRow]
    known: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Around:
    """What a family's form needs of its sitting: its day, the accounts to choose from, the workers who already come to
    a family of it, and those who are at every family (`leads`: the team manager and the minute-taker).
    """

    date: str
    accounts: list[Account]
    known: list[Worker]
    leads: frozenset[str]


def blank_family(template: Template, setting: str) -> FamilyForm:
    """Returns an empty form. `setting` says where the families before meet, or is empty."""
    plain = {
        "id": str(uuid4()),
        "template": template.key,
        "reference": "",
        "occasion": template.title,
        "setting": setting,
        "warned": "",
    }
    return FamilyForm(plain, [Row()], [Row(role=SPOKEN_OF)], [WorkerRow()])


def read_family(sent: Mapping[str, str]) -> FamilyForm:
    """Returns the form as it was sent. It invites no guests by name: a guest gets a link on the meeting's own page."""
    people = read_rows(sent, "person", Row, MOST_PEOPLE)
    for row in people:
        row.role = SPOKEN_OF
    return FamilyForm(
        read_plain(sent, _PLAIN),
        read_rows(sent, "child", Row, MOST_CHILDREN),
        people,
        read_rows(sent, "worker", WorkerRow, MOST_WORKERS),
        {name.removeprefix(_KNOWN) for name, value in sent.items() if name.startswith(_KNOWN) and value},
    )


def plan_family(form: FamilyForm, template: Template, around: Around) -> tuple[Plan, str, dict[str, Account]] | None:
    """Returns the meeting this form asks for, the family's reference and the account of each worker of the plan.
    Returns None if something is wrong; then `form.problems` says what.
    """
    reference = form.line("reference", 60, gettext("Give the family's reference, as your own system has it."))
    occasion = form.line("occasion", 120, gettext("Say what the meeting is, like Case supervision."))
    setting = form["setting"]
    if setting not in ("room", "online", "both"):
        form.wrong("setting", gettext("Say whether people meet in the room, online, or both."))
    children = read_children(form, form.children, template)
    people = [*children, *read_people(form, form.people, template, [one.key for one in children])]
    none_alike(form, form.children, form.people, template)
    workers = {f"worker-{at}": one for at, one in enumerate(chosen_workers(form, template, around))}
    people += [PlannedPerson(key, one.account.name, agency=one.agency, role=one.role) for key, one in workers.items()]
    if len(people) >= MOST_PEOPLE - len(around.leads):
        form.wrong("people", gettext("A meeting has at most %(most)s people.", most=MOST_PEOPLE))
    if form.problems:
        return None
    plan = Plan(
        title=occasion,
        template=template,
        occasion=occasion,
        setting=setting,  # type: ignore[arg-type]
        family_present=False,
        date=around.date,
        people=tuple(people),
        id=form["id"],
    )
    return plan, reference.upper(), {key: one.account for key, one in workers.items()}


def chosen_workers(form: FamilyForm, template: Template, around: Around) -> list[Worker]:
    """Returns the workers who are to come, each once. What is wrong with a row goes to the form's problems."""
    found = [one for one in around.known if one.account.id in form.known]
    accounts = {one.id: one for one in around.accounts}
    taken = around.leads | {one.account.id for one in found}
    for at, row in enumerate(form.workers):
        if not row.account:
            continue
        account = accounts.get(row.account)
        if account is None:
            form.wrong(f"worker-{at}-account", gettext("Choose somebody from the list."))
            continue
        if account.id in taken:
            form.wrong(f"worker-{at}-account", _twice(account, around.leads))
        taken |= {account.id}
        _check_role(form, template, at, account)
        found.append(Worker(account, row.role, row.agency))
    return found


def _twice(account: Account, leads: Iterable[str]) -> str:
    if account.id in leads:
        return gettext("%(name)s is at every family of this sitting already. Choose somebody else.", name=account.name)
    return gettext("%(name)s is chosen twice. Choose them once.", name=account.name)


def _check_role(form: FamilyForm, template: Template, at: int, account: Account) -> None:
    row = form.workers[at]
    if row.role not in {role.key for role in worker_roles(template)}:
        form.wrong(f"worker-{at}-role", gettext("Choose a role for %(name)s.", name=account.name))
    if row.agency not in agencies_of(template):
        form.wrong(f"worker-{at}-agency", gettext("Choose where %(name)s comes from.", name=account.name))


def templates_of_families(templates: Mapping[str, Template]) -> dict[str, Template]:
    """Returns the templates that a family of a sitting can have: those that give the family one rating (W7)."""
    return {key: one for key, one in templates.items() if one.rating.scope == "family" and chair_role(one)}


def worker_roles(template: Template) -> list[Role]:
    """Returns the roles in which a person with an account comes."""
    return [role for role in roles_offered(template) if role.side == "professional"]
