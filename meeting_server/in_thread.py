"""How to run work that would hold up all others: the running server decides, and the code with such work calls it."""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class InThread(Protocol):
    """Runs `work` where it holds up no one, and returns its result. A server with one loop for all connections needs a
    real thread for work that takes a tenth of a second.
    """

    def __call__(self, work: Callable[[], T], /) -> T: ...


def at_once(work: Callable[[], T], /) -> T:
    """Runs `work` directly, if no one is held up by it, and returns its result."""
    return work()
