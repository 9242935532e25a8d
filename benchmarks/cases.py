"""The cases: how many meetings, how many people in each, and how much is asked of a server."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """So many meetings with so many people each. `window`: commands on the way in each meeting when a server is to do
    as many as it can; `rate`: commands a second over all meetings when it is asked how long one takes."""

    meetings: int
    people: int
    window: int
    rate: int

    @property
    def name(self) -> str:
        """As it is called in tables: 50x15 is fifty meetings of fifteen."""
        return f"{self.meetings}x{self.people}"

    @property
    def connections(self) -> int:
        """How many people there are over all."""
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
"""Every case, by name, in the order in which they are told of."""
