"""The numbers of the demo: asked for, given, shown, talked about."""

from collections.abc import Callable, Iterator

from ..domain.numbers.agree_number import AgreeNumber
from ..domain.numbers.held_numbers import ReleaseNumber
from ..domain.numbers.note_low_asked import NoteLowAsked
from ..domain.numbers.numbers import number_id
from ..domain.numbers.rounds import AskNumbers
from ..domain.numbers.save_number import SaveNumber
from ..domain.numbers.show_numbers import ShowNumbers
from ..domain.template.template import Scale
from .people import CASE, CaseNumber, CaseRound, Ids
from .steps import CHAIR, Step


class Rounds:
    """The rounds of numbers of one meeting of the case: on which scale, and whether its ends have words of their own.
    `said` gives the days in a text.
    """

    def __init__(self, ids: Ids, scale: Scale, said: Callable[[str], str], *, own_ends: bool) -> None:
        self.ids = ids
        self.scale = scale
        self.said = said
        self.own_ends = own_ends
        self.children = {one.key for one in CASE.people if one.child}

    def ask(self, round: CaseRound) -> Step:
        ends = (self.said(round.ten), self.said(round.zero)) if self.own_ends else ("", "")
        children = tuple(self.ids.person(one.key) for one in CASE.people if one.child)
        asked = AskNumbers(self.ids.new(round.key), self.scale.key, children, self.ids.new(round.about), *ends)
        return Step(CHAIR, asked)

    def number(self, round: CaseRound, number: CaseNumber) -> Iterator[Step]:
        person = self.ids.person(number.person) if number.by else None
        for child, value in number.values.items():
            save = SaveNumber(self.ids.new(round.key), self.ids.person(child), "number", value, number.reason, person)
            yield Step(number.by or number.person, save)

    def until_shown(self, round: CaseRound, *, begun: bool) -> Iterator[Step]:
        """Lets the numbers be given that are still missing, where the round is `begun`, and the chair show them."""
        for number in round.numbers:
            if not number.late and not (begun and number.in_mid):
                yield from self.number(round, number)
        yield Step(CHAIR, ShowNumbers(self.ids.new(round.key)))
        for number in round.numbers:
            if number.person in self.children:
                yield from self._show_child(round, number)

    def after_shown(self, round: CaseRound) -> Iterator[Step]:
        """Lets who came late give their numbers, what was talked about be kept, and each low number be asked about."""
        for number in round.numbers:
            if number.late:
                yield from self.number(round, number)
        yield from self._after_talk(round)
        yield from self._low_asked(round)

    def _low_asked(self, round: CaseRound) -> Iterator[Step]:
        """The chair asks about each low number, as the desk tells her to."""
        for child in sorted(self.children):
            if any(
                one.values.get(child, 10) <= self.scale.low for one in round.numbers if one.person not in self.children
            ):
                yield Step(CHAIR, NoteLowAsked(self.ids.new(round.key), self.ids.person(child)))

    def _show_child(self, round: CaseRound, number: CaseNumber) -> Iterator[Step]:
        person = self.ids.person(number.person)
        for child in number.values:
            id = number_id(self.ids.new(round.key), self.ids.person(child), person)
            yield Step(CHAIR, ReleaseNumber(id))

    def _after_talk(self, round: CaseRound) -> Iterator[Step]:
        asked = self.ids.new(round.key)
        for one in round.changed:
            save = SaveNumber(asked, self.ids.person(one.child), "number", one.value, one.reason)
            yield Step(one.person, save)
        for found in round.outcomes:
            agrees = found.value is not None
            yield Step(CHAIR, AgreeNumber(asked, self.ids.person(found.child), agrees, found.value, found.text))
