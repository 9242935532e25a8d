"""Checks what must hold inside a meeting template beyond the shape of each part: names lead somewhere, and people hear
nothing they must not. Each finding is the key it is about and a sentence for the writer of the file.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args

from ..domain.kinds import Basis
from ..domain.template.template import STANDING_AUDIENCES, Column, Power, Role, Template
from .template_step_checks import Finding, steps_and_deciding

_PLACEHOLDER = re.compile(r"\{[^{}]*\}?|\}")
_CHILD_MAY_STAND = re.compile(
    r"heading|columns\.[^.]+\.(label|add|empty|prompts.*|categories\.[^.]+\.(label|meaning|prompts.*))|scales\.[^.]+\.(question|ten|zero)"
    r"|stages\.[^.]+\.(label|learning.*)|impact\.(label|prompts.*)|decision\.(question|family_question)"
    r"|visits\.(label|prompts.*)|updates\.label|triggers\.[^.]+\.question"
)

_ADULT_MAY_STAND = re.compile(r"adult_questions\.[^.]+\.question")

_TWO_YEARS = {"working_days": 500, "days": 730, "weeks": 104, "months": 24}


def findings(template: Template) -> Iterator[Finding]:
    """Yields everything that is wrong in a template whose parts each have the right shape; nothing if it can be
    used.
    """
    yield from _same_key_twice(template)
    yield from _columns(template)
    yield from _layout(template)
    yield from _answers(template)
    yield from _scales(template)
    yield from _roles(template)
    yield from steps_and_deciding(template)
    yield from _summaries(template)
    yield from _clocks(template)
    yield from _adults(template)
    yield from _words(template)
    yield from _placeholders(template, "")


def twice(where: str, keys: list[str]) -> Iterator[Finding]:
    """Yields a finding for each key that stands more than once in the list called `where`."""
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        yield f"{where}.{key}", "This key is used twice."


def _same_key_twice(template: Template) -> Iterator[Finding]:
    for name in (
        "columns",
        "scales",
        "roles",
        "agencies",
        "checks",
        "basis",
        "obtained",
        "stages",
        "languages",
        "clocks",
        "triggers",
        "adult_questions",
    ):
        yield from twice(name, [one.key for one in getattr(template, name)])
    for column in template.columns:
        yield from twice(f"columns.{column.key}.categories", [one.key for one in column.categories])
    yield from twice("rating.colours", [one.key for one in template.rating.colours])
    if template.summaries:
        yield from twice("summaries.disciplines", [one.key for one in template.summaries.disciplines])
    if template.decision:
        for name in ("answers", "outcomes", "kinds"):
            yield from twice(f"decision.{name}", [one.key for one in getattr(template.decision, name)])


def _adults(template: Template) -> Iterator[Finding]:
    for one in template.adult_questions:
        where = f"adult_questions.{one.key}"
        for name in ("answers", "talk"):
            yield from twice(f"{where}.{name}", [choice.key for choice in getattr(one, name)])
        if len(one.answers) < 2:
            yield f"{where}.answers", "Give at least two answers to choose from."


def _summaries(template: Template) -> Iterator[Finding]:
    """Checks that every discipline has roles that may write. No role stands in two, because its summary would have no
    one place.
    """
    roles = {role.key: role for role in template.roles}
    taken: set[str] = set()
    for one in template.summaries.disciplines if template.summaries else ():
        where = f"summaries.disciplines.{one.key}.roles"
        if not one.roles:
            yield where, "Name the roles of those who come for this discipline."
        for key in one.roles:
            role = roles.get(key)
            if role is None:
                yield where, f"There is no role {key}."
            elif role.side != "professional" or not {"contribute", "detail"} <= set(role.powers):
                yield where, f"The role {key} can't write one: it must be professional, with contribute and detail."
            if key in taken:
                yield where, f"The role {key} stands in two disciplines."
            taken.add(key)


def _clocks(template: Template) -> Iterator[Finding]:
    """Checks that clocks count at most two years: a meeting knows the bank holidays of two years after it."""
    for clock in template.clocks:
        most = _TWO_YEARS[clock.unit]
        if clock.amount > most:
            yield f"clocks.{clock.key}.amount", f"Two years at most: {most} {clock.unit.replace('_', ' ')}."


def _columns(template: Template) -> Iterator[Finding]:
    if not any(column.actions for column in template.columns):
        yield "columns", "A column must have actions = true: its points become actions."
    for column in template.columns:
        if column.hearing and not column.actions:
            yield f"columns.{column.key}.hearing", "This column needs actions = true: somebody tells, on a day."
    if all(column.writers for column in template.columns if column.actions):
        yield (
            "columns",
            "A column with actions = true must be open to everybody: what was agreed before is brought there.",
        )
    shown = {block.column for row in template.layout for block in row.blocks}
    for column in template.columns:
        if column.key not in shown:
            yield f"columns.{column.key}", "This column has no place in the layout, so nobody would see it."


def _layout(template: Template) -> Iterator[Finding]:
    places: dict[str, list[tuple[str, ...]]] = {}
    for r, row in enumerate(template.layout):
        for b, block in enumerate(row.blocks):
            where = f"layout[{r}].blocks[{b}]"
            column = template.column(block.column)
            if column is None:
                yield f"{where}.column", f"There is no column {block.column}."
                continue
            places.setdefault(block.column, []).append(block.categories)
            for category in block.categories:
                if template.category(block.column, category) is None:
                    yield f"{where}.categories", f"Column {block.column} has no category {category}."
    for key, blocks in places.items():
        column = template.column(key)
        if column:
            yield from _split(column, blocks)


def _answers(template: Template) -> Iterator[Finding]:
    """Checks that what can be answered stands somewhere."""
    for column in template.columns:
        where = f"columns.{column.key}"
        parts = [(f"{where}.categories.{one.key}.answers", one.answers) for one in column.categories]
        for at, blocks in [(f"{where}.answers", column.answers), *parts]:
            for block in blocks:
                if template.column(block.column) is None:
                    yield at, f"There is no column {block.column}."
                for category in block.categories:
                    if template.category(block.column, category) is None:
                        yield at, f"Column {block.column} has no category {category}."


def _split(column: Column, blocks: list[tuple[str, ...]]) -> Iterator[Finding]:
    """Checks that a column stands whole in one place, or in several that share its categories out."""
    where = f"columns.{column.key}"
    named = [category for block in blocks for category in block]
    if () in blocks:
        if len(blocks) > 1:
            yield where, "This column stands in the layout whole and once more. Give each place its categories."
        return
    for category in column.categories:
        if named.count(category.key) != 1:
            times = "no place" if category.key not in named else "more than one place"
            yield f"{where}.categories.{category.key}", f"This category has {times} in the layout."


def _scales(template: Template) -> Iterator[Finding]:
    rows = len(template.layout)
    for scale in template.scales:
        if scale.band > rows:
            yield f"scales.{scale.key}.band", f"The layout has {rows} rows, so this can be at most {rows}."


def _roles(template: Template) -> Iterator[Finding]:
    for role in template.roles:
        yield from _role(role)
    powers: set[Power] = {power for role in template.roles for power in role.powers}
    for power in ("contribute", "minute", "steer", "finish"):
        if power not in powers:
            yield "roles", f"No role has the power {power}, so a meeting could not be run."
    if all(role.screen != "chair" for role in template.roles):
        yield "roles", 'No role has screen = "chair", so a meeting could not be run.'


def _role(role: Role) -> Iterator[Finding]:
    where = f"roles.{role.key}"
    for audience in role.audiences:
        if audience not in STANDING_AUDIENCES:
            yield f"{where}.audiences", f"There is no audience {audience}."
    if "everyone" not in role.audiences:
        yield f"{where}.audiences", "Every role must be in the audience everyone."
    if role.side != "professional" and set(role.audiences) & {"professionals", "chairs_desk"}:
        yield f"{where}.audiences", "Family and children hear what everyone hears, and nothing that is said past them."
    if role.screen == "projector" and (role.powers or role.audiences != ("everyone",)):
        yield where, "The big screen hears what everyone hears, and can do nothing: no powers, only everyone."
    yield from _in_the_chair(role, where) if "steer" in role.powers else _led_by_the_chair(role, where)


def _led_by_the_chair(role: Role, where: str) -> Iterator[Finding]:
    if not role.waits:
        yield f"{where}.waits", "Only a role with the power steer may come in without being let in."
    if role.screen == "chair":
        yield f"{where}.screen", "Only a role with the power steer has a use for the chair's screen."


def _in_the_chair(role: Role, where: str) -> Iterator[Finding]:
    if role.screen == "chair" and role.waits:
        yield f"{where}.waits", "The chair needs waits = false: nobody is there yet who could let them in."
    for audience in ("professionals", "chairs_desk"):
        if audience not in role.audiences:
            yield f"{where}.audiences", f"A role with the power steer must be in the audience {audience}."


def _words(template: Template) -> Iterator[Finding]:
    for one in template.basis:
        if one.key not in get_args(Basis):
            yield f"basis.{one.key}", f"The key must be one of: {', '.join(get_args(Basis))}."
    for audience in template.composers:
        if audience not in STANDING_AUDIENCES:
            yield "composers", f"There is no audience {audience}."
    if len({one.key for one in template.rating.colours}) < 3:
        yield "rating.colours", "Red, amber and green must all be there."


def _placeholders(value: Any, path: str) -> Iterator[Finding]:
    """Checks the braces in texts: {child} if a text is about one child, {adult} in a question about an adult, and no
    others.
    """
    if isinstance(value, str):
        yield from ((path, says) for found in _PLACEHOLDER.findall(value) if (says := _misplaced(found, path)))
    elif isinstance(value, tuple):
        for place, one in enumerate(value):
            key = getattr(one, "key", None)
            yield from _placeholders(one, f"{path}.{key}" if key else f"{path}[{place}]")
    elif is_dataclass(value):
        for name, inner in _named(value):
            yield from _placeholders(inner, f"{path}.{name}".lstrip("."))


def _misplaced(found: str, path: str) -> str:
    """Returns what is wrong with these braces in this text; empty for nothing."""
    if found == "{adult}":
        fits = _ADULT_MAY_STAND.fullmatch(path)
        return "" if fits else "{adult} can only stand in the question of [[adult_questions]]."
    if found != "{child}":
        return f"{found} means nothing here. Only {{child}} is replaced by a name."
    return "" if _CHILD_MAY_STAND.fullmatch(path) else "{child} can't stand here: this text is not about one child."


def _named(value: Any) -> Iterable[tuple[str, Any]]:
    return ((one.name, getattr(value, one.name)) for one in fields(value))
