"""The demo: a conference and a review of an invented family, as data and as the commands that make it."""

from .people import CASE, Ids, people_at
from .script import STATES, State, run, steps
from .steps import Do, Step

__all__ = ["CASE", "STATES", "Do", "Ids", "State", "Step", "people_at", "run", "steps"]
