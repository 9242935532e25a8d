"""How what would hold up everybody else is done: the server that runs says how, whoever has such work asks it."""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class InThread(Protocol):
    """Runs `work` where it holds up nobody, and gives back what it returns. A server whose loop is shared by all
    connections needs a real thread for what takes a tenth of a second."""

    def __call__(self, work: Callable[[], T], /) -> T:
        """What `work` returns."""
        ...


def at_once(work: Callable[[], T], /) -> T:
    """What `work` returns, where nobody else is held up by it."""
    return work()
