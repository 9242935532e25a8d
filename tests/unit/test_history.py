"""The history checker itself: it takes a sound history, and rejects each of thirty broken ones by the rule it breaks."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.faults.history import RULES, History, Logged, Saw, Sent, faults, summary

EVERYONE, DESK = "everyone", "desk"


def sound() -> History:
    """Three clients, two streams: c alone holds the desk, b came late and left early, one command was never answered."""
    sent = (
        Sent("a", "a1", "i1", 1.0, EVERYONE, 1, 1.1),
        Sent("b", "b1", "i2", 1.05, EVERYONE, 2, 1.2),
        Sent("a", "a2", "i3", 1.3, EVERYONE, 3, 1.4),
        Sent("c", "c1", "d1", 1.35, DESK, 1, 1.45),
        Sent("b", "b2", "i4", 1.5),
        Sent("c", "c2", "i5", 1.6, EVERYONE, 5, 1.7),
        Sent("a", "a3", "i6", 1.8),
        Sent("c", "c3", "d2", 1.9, DESK, 2, 2.0),
    )
    log = (
        Logged(EVERYONE, 1, "a", "a1", "i1", "", "e1"),
        Logged(EVERYONE, 2, "b", "b1", "i2", "e1", "e2"),
        Logged(EVERYONE, 3, "a", "a2", "i3", "e2", "e3"),
        Logged(DESK, 1, "c", "c1", "d1", "", "d1"),
        Logged(EVERYONE, 4, "b", "b2", "i4", "e3", "e4"),
        Logged(EVERYONE, 5, "c", "c2", "i5", "e4", "e5"),
        Logged(DESK, 2, "c", "c3", "d2", "d1", "d2"),
    )
    saw = (
        Saw("a", EVERYONE, 0, whole=True), Saw("c", EVERYONE, 0, whole=True), Saw("c", DESK, 0, whole=True),
        Saw("a", EVERYONE, 1, ("i1",)), Saw("c", EVERYONE, 1, ("i1",)), Saw("a", EVERYONE, 2, ("i2",)),
        Saw("b", EVERYONE, 2, ("i1", "i2"), whole=True), Saw("c", EVERYONE, 2, ("i2",)),
        Saw("a", EVERYONE, 3, ("i3",)), Saw("b", EVERYONE, 3, ("i3",)), Saw("c", DESK, 1, ("d1",)),
        Saw("c", EVERYONE, 3, ("i3",)), Saw("c", EVERYONE, 4, ("i1", "i2", "i3", "i4"), whole=True),
        Saw("a", EVERYONE, 4, ("i4",)), Saw("a", EVERYONE, 5, ("i5",)), Saw("c", EVERYONE, 5, ("i5",)),
        Saw("c", DESK, 2, ("d2",)),
    )  # fmt: skip
    boards = {("a", EVERYONE): "x", ("c", EVERYONE): "x", ("c", DESK): "y"}
    held = {"a": {EVERYONE: (0, None)}, "b": {EVERYONE: (2, 3)}, "c": {EVERYONE: (0, None), DESK: (0, None)}}
    return History(sent, log, saw, boards, held)  # type: ignore[arg-type]


def test_a_sound_history_keeps_every_rule() -> None:
    assert faults(sound()) == []
    assert summary(sound(), []) == {"acked": 6, "lost": 0, "twice": 0, "reordered": 0, "other_faults": 0}


def sent(history: History, at: int, **changed: object) -> History:
    """With one command changed."""
    return replace(history, sent=_at(history.sent, at, **changed))


def logged(history: History, at: int, **changed: object) -> History:
    """With one event changed."""
    return replace(history, log=_at(history.log, at, **changed))


def saw(history: History, at: int, **changed: object) -> History:
    """With one thing seen changed."""
    return replace(history, saw=_at(history.saw, at, **changed))


def _at(all_of: tuple, at: int, **changed: object) -> tuple:
    return (*all_of[:at], replace(all_of[at], **changed), *all_of[at + 1 :])


def cut(all_of: tuple, at: int) -> tuple:
    """Without one."""
    return (*all_of[:at], *all_of[at + 1 :])


def swapped(all_of: tuple, at: int) -> tuple:
    """Two neighbours the other way round."""
    return (*all_of[:at], all_of[at + 1], all_of[at], *all_of[at + 2 :])


SEVENTH = Logged(EVERYONE, 6, "b", "b2", "i4", "e5", "e6")
BROKEN: dict[str, tuple[str, Callable[[History], History]]] = {
    "an acknowledged command is gone from the end": ("a", lambda h: replace(h, log=h.log[:-1])),
    "an acknowledged command is gone from the middle": ("a", lambda h: replace(h, log=cut(h.log, 1))),
    "an acknowledged command stands under another number": ("a", lambda h: sent(h, 0, n=2)),
    "an acknowledged command stands in another stream": ("a", lambda h: sent(h, 3, stream=EVERYONE, n=6)),
    "an acknowledged command is there twice": (
        "a", lambda h: replace(h, log=(*h.log, Logged(EVERYONE, 6, "a", "a1", "i1", "e5", "e6")))),
    "an acknowledged command says something else": ("a", lambda h: logged(h, 0, item="i9")),
    "an unanswered command is there twice": ("b", lambda h: replace(h, log=(*h.log, SEVENTH))),
    "an unanswered command is there three times": (
        "b", lambda h: replace(h, log=(*h.log, SEVENTH, Logged(EVERYONE, 7, "b", "b2", "i4", "e6", "e7")))),
    "an event that nobody sent": (
        "c", lambda h: replace(h, log=(*h.log, Logged(EVERYONE, 6, "z", "z1", "i7", "e5", "e6")))),
    "an event under somebody else's name": ("c", lambda h: logged(h, 4, client="a")),
    "an event of a command never sent": ("c", lambda h: logged(h, 4, id="b9")),
    "a number left out": ("d", lambda h: logged(h, 5, n=6)),
    "a number twice": ("d", lambda h: logged(h, 1, n=1)),
    "a chain that does not hold": ("d", lambda h: logged(h, 2, previous="e1")),
    "a hash that was changed": ("d", lambda h: logged(h, 3, hash="other")),
    "two events the other way round": ("d", lambda h: replace(h, log=swapped(h.log, 0))),
    "a client that missed one": ("e", lambda h: replace(h, saw=cut(h.saw, 5))),
    "a client that missed one after its snapshot": ("e", lambda h: saw(h, 12, n=3, items=("i1", "i2", "i3"))),
    "a client that heard before it had a board": ("e", lambda h: replace(h, saw=h.saw[1:])),
    "a phantom at the end": ("f", lambda h: replace(h, saw=(*h.saw, Saw("a", EVERYONE, 6, ("i6",))))),
    "a client that saw another point under a number": ("f", lambda h: saw(h, 3, items=("i9",))),
    "a snapshot with a point too few": ("f", lambda h: saw(h, 12, items=("i1", "i2", "i3"))),
    "a snapshot with a point from later": ("f", lambda h: saw(h, 6, items=("i1", "i2", "i5"))),
    "a later send that stands before an earlier answer": ("g", lambda h: sent(h, 0, sent_at=1.25, acked_at=1.28)),
    "an answer long before an earlier number was sent": ("g", lambda h: sent(h, 5, acked_at=0.9)),
    "one person's two points the other way round": ("h", lambda h: sent(h, 2, sent_at=0.5)),
    "one person's number twice": ("h", lambda h: sent(h, 2, n=1)),
    "two boards that differ": ("i", lambda h: replace(h, boards={**h.boards, ("c", EVERYONE): "z"})),
    "somebody without a board": ("i", lambda h: replace(h, boards={("a", EVERYONE): "x", ("c", DESK): "y"})),
    "somebody heard the desk": ("j", lambda h: replace(h, saw=(*h.saw, Saw("a", DESK, 0, whole=True)))),
    "somebody heard after they had left": ("j", lambda h: replace(h, saw=(*h.saw, Saw("b", EVERYONE, 4, ("i4",))))),
    "somebody heard what was before their time": (
        "j", lambda h: replace(h, saw=(Saw("b", EVERYONE, 0, whole=True), *h.saw))),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_history_is_rejected_by_the_rule_it_breaks(name: str) -> None:
    rule, breaks = BROKEN[name]
    assert rule in {one[0] for one in faults(breaks(sound()))}


def test_thirty_and_more_are_broken_and_every_rule_is_broken_by_some() -> None:
    assert len(BROKEN) >= 30
    assert {rule for rule, _ in BROKEN.values()} == set("abcdefghij")
    assert len(RULES) == 10
