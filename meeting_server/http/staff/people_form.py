"""The children and people of a form: who is meant, what they are called, and that no two of them read alike."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from ...domain.people.names import Named, called, read_alike, usual
from ...domain.template.template import Template
from ...services.prepare_meeting import PlannedPerson
from ..languages import gettext
from .forms import SPOKEN_OF, Row, TypedForm, agencies_of, child_roles, roles_offered, usual_agencies
from .typed_line import read_line


def read_children(form: TypedForm, rows: list[Row], template: Template) -> list[PlannedPerson]:
    """Returns the children the meeting is about. What is wrong with them goes to the form's problems. A child who comes
    gets the agency that the template tints as a child's.
    """
    roles = {role.key for role in child_roles(template)}
    tints = {agency.tint: agency.key for agency in reversed(template.agencies)}
    own = tints.get("child") or tints.get("family") or template.agencies[0].key
    found = []
    for at, row in enumerate(rows):
        if row.is_blank:
            continue
        name, wrong = read_line(row.name, 100, gettext("Give the child's name, or remove this child."))
        form.wrong(f"child-{at}-name", wrong)
        age, wrong = read_line(row.age, 40)
        form.wrong(f"child-{at}-age", wrong)
        word, wrong = read_line(row.called, 60)
        form.wrong(f"child-{at}-called", wrong)
        if row.role and row.role not in roles:
            form.wrong(f"child-{at}-role", gettext("Say whether this child comes to the meeting."))
        comes = row.role or None
        agency = own if comes else None
        word = _stated(name, word, child=True)
        found.append(PlannedPerson(row.id, name, True, "", age, agency, comes, word, known=row.id))
    if not found:
        form.wrong("child-0-name", gettext("Name at least one child the meeting is about."))
    return found


def read_people(form: TypedForm, rows: list[Row], template: Template, children: Iterable[str]) -> list[PlannedPerson]:
    """Returns the other people of the form. What is wrong with them goes to its problems."""
    found, about = [], set(children)
    ids = {row.id for row in rows if not row.is_blank}
    for at, row in enumerate(rows):
        if not row.is_blank:
            one, wrong = read_person(row, template, ids, about)
            found.append(one)
            for name, says in wrong.items():
                form.wrong(f"person-{at}-{name}", says)
    return found


def read_person(
    row: Row, template: Template, others: AbstractSet[str] = frozenset(), children: AbstractSet[str] = frozenset()
) -> tuple[PlannedPerson, dict[str, str]]:
    """Returns a person of this form, or of the one that adds a person later, and what is wrong with it by field."""
    name, no_name = read_line(row.name, 100, gettext("Give the person's name, or remove this person."))
    relationship, too_long = read_line(row.relationship, 100)
    word, long_word = read_line(row.called, 60)
    wrong = {"name": no_name, "called": long_word, "relationship": too_long}
    invited, who = row.role != SPOKEN_OF, name.strip()[:100] or gettext("this person")
    if invited and row.role not in {role.key for role in roles_offered(template)}:
        wrong["role"] = gettext("Choose a role for %(name)s, or say that they are only spoken of.", name=who)
    agency = row.agency or usual_agencies(template).get(row.role, "")
    if agency not in agencies_of(template) and (invited or agency):
        wrong["agency"] = gettext("Choose where %(name)s comes from.", name=who)
    one = PlannedPerson(
        row.id,
        name,
        relationship=relationship,
        agency=agency or None,
        role=row.role if invited else None,
        called=_stated(name, word),
        apart_from=(row.apart,) if row.apart in others - {row.id} else (),
        about=tuple(child for child in row.about if child in children) if invited else (),
        known=row.id,
    )
    return one, {field: says for field, says in wrong.items() if says}


def named_rows(children: list[Row], people: list[Row], template: Template) -> list[Named]:
    """Returns those of the rows that are filled in, as they can be called by."""
    parts = {role.key: role.label for role in template.roles} | {one.key: one.label for one in template.agencies}
    found = [
        Named(row.id, row.name.strip(), True, row.age.strip(), "", row.called.strip())
        for row in children
        if row.name.strip()
    ]
    for row in people:
        if row.name.strip():
            part = row.relationship.strip() or parts.get(row.role) or parts.get(row.agency, "")
            found.append(Named(row.id, row.name.strip(), False, "", part, row.called.strip()))
    return found


def looks(people: Iterable[Named]) -> dict[str, str]:
    """Returns what screens will call each of these, by id."""
    return called(people, gettext("age not known"))


def none_alike(form: TypedForm, children: list[Row], people: list[Row], template: Template) -> None:
    """Notes as a problem where two people would read alike on every screen."""
    alike = read_alike(named_rows(children, people, template), gettext("age not known"))
    for what, rows in (("child", children), ("person", people)):
        for at, row in enumerate(rows):
            if row.id in alike:
                says = gettext(
                    "Two people read %(name)s. Write what you call each of them, so that nobody mixes them up.",
                    name=usual(Named(row.id, row.name.strip(), what == "child", called=row.called.strip())),
                )
                form.wrong(f"{what}-{at}-called", says)


def _stated(name: str, word: str, *, child: bool = False) -> str:
    """Returns what was stated that a person is called, "" where that is what they are called anyway."""
    return "" if word == usual(Named("", name, child)) else word
