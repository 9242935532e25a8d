"""Checks that what the steps of a template, its impact statement and its decision name is there."""

from collections.abc import Iterator

from ..domain.template.places import is_place, is_written_to
from ..domain.template.template import Template

Finding = tuple[str, str]


def steps_and_deciding(template: Template) -> Iterator[Finding]:
    """Yields a finding for each name in the agenda, the impact statement and the decision that leads nowhere."""
    yield from _places(template)
    for stage in template.stages:
        if stage.column is not None and template.column(stage.column) is None:
            yield f"stages.{stage.key}.column", f"There is no column {stage.column}."
    if template.impact and template.column(template.impact.column) is None:
        yield "impact.column", f"There is no column {template.impact.column}."
    if template.decision:
        outcomes = {one.key for one in template.decision.outcomes}
        for key in template.decision.outcomes_with_kind:
            if key not in outcomes:
                yield "decision.outcomes_with_kind", f"There is no outcome {key}."
        for key in template.decision.family_answers:
            if all(key != one.key for one in template.decision.answers):
                yield "decision.family_answers", f"There is no answer {key}."


def _places(template: Template) -> Iterator[Finding]:
    for stage in template.stages:
        for place in stage.shows:
            if not is_place(template, place):
                yield f"stages.{stage.key}.shows", f"There is no column or place {place} in this template."
        if stage.writes is not None and not is_written_to(template, stage.writes):
            yield f"stages.{stage.key}.writes", f"There is no column or part {stage.writes} in this template."
        if stage.shows and stage.column:
            yield f"stages.{stage.key}.column", "Leave it out: this step says what it shows."
