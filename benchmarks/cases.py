"""The cases: how many meetings, how many people in each, and how much a server is asked to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """So many meetings with so many people each. `window` is how many commands of each meeting are on the way when a
    server must do as many as it can. `rate` is the number of commands a second over all meetings when the time of one
    is measured.
    """

    meetings: int
    people: int
    window: int
    rate: int

    @property
    def name(self) -> str:
        """Returns its name in tables: 50x15 is fifty meetings of fifteen."""
        return f"{self.meetings}x{self.people}"

    @property
    def connections(self) -> int:
        """Returns how many people there are over all."""
        return self.meetings * self.people


CASES = {
    case.name: case
    for case in (
        Case(1, 15, window=8, rate=50),
        Case(1, 50, window=8, rate=50),
        Case(1, 200, window=4, rate=20),
        Case(10, 15, window=2, rate=100),
        Case(50, 15, window=1, rate=150),
        Case(100, 15, window=1, rate=150),
    )
}
"""Every case, by name, in the order in which they are reported."""
