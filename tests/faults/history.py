"""What happened under load and faults, and the ten rules it must keep. Pure: it is told everything.

A history is what each client sent and was answered, what each client saw, and the log as it stands afterwards. `faults`
holds it against the rules (a) to (j); what it finds begins with the rule's letter.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sent:
    """One command of a client. `n` and `acked_at` are None where no answer came. `item`: what it was about.

    `sent_at`: when it was first sent; times are of one clock for all clients, in seconds.
    """

    client: str
    id: str
    item: str
    sent_at: float
    stream: str = "everyone"
    n: int | None = None
    acked_at: float | None = None


@dataclass(frozen=True)
class Logged:
    """One event of the log, with the command that led to it and the hashes that chain it."""

    stream: str
    n: int
    client: str
    id: str
    item: str
    previous: str
    hash: str


@dataclass(frozen=True)
class Saw:
    """What a client saw of a stream, in the order in which it came: a patch (`whole` false) of one event, or a snapshot
    (`whole`) up to `n` with all its items."""

    client: str
    stream: str
    n: int
    items: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True)
class History:
    """All of it. `before`: the number each stream had when the clients began. `boards`: each client's last board of a
    stream, as a hash. `held`: the streams each client held, from which number to which (None: to the end)."""

    sent: tuple[Sent, ...]
    log: tuple[Logged, ...]
    saw: tuple[Saw, ...]
    boards: dict[tuple[str, str], str]
    held: dict[str, dict[str, tuple[int, int | None]]]
    before: dict[str, int] = field(default_factory=dict)
    start: dict[str, str] = field(default_factory=dict)


def faults(history: History) -> list[str]:
    """Everything that breaks a rule; empty for a sound history."""
    return [found for rule in RULES for found in rule(history)]


def _at(history: History) -> dict[tuple[str, str], list[Logged]]:
    found: dict[tuple[str, str], list[Logged]] = {}
    for one in history.log:
        found.setdefault((one.client, one.id), []).append(one)
    return found


def acknowledged_once(history: History) -> Iterator[str]:
    """(a) Each acknowledged command is in the log exactly once, with the number it was told."""
    there = _at(history)
    for one in history.sent:
        if one.n is not None:
            found = there.get((one.client, one.id), [])
            if [(each.stream, each.n, each.item) for each in found] != [(one.stream, one.n, one.item)]:
                yield f"a: {one.id} was acknowledged as {one.stream} {one.n} and is there {len(found)} times"


def unanswered_at_most_once(history: History) -> Iterator[str]:
    """(b) Each command that was never answered is in the log at most once."""
    there = _at(history)
    for one in history.sent:
        if one.n is None and len(there.get((one.client, one.id), [])) > 1:
            yield f"b: {one.id} is in the log more than once"


def nothing_from_nowhere(history: History) -> Iterator[str]:
    """(c) No event without a command, and each about what was asked for."""
    asked = {(one.client, one.id): one.item for one in history.sent}
    for one in history.log:
        if asked.get((one.client, one.id)) != one.item:
            yield f"c: nobody sent {one.stream} {one.n}"


def gapless_and_chained(history: History) -> Iterator[str]:
    """(d) Streams are gapless, and every event follows the one before it."""
    numbers, heads = dict(history.before), dict(history.start)
    for one in history.log:
        if one.n != numbers.get(one.stream, 0) + 1:
            yield f"d: {one.stream} {one.n} comes after {numbers.get(one.stream, 0)}"
        if one.previous != heads.get(one.stream, ""):
            yield f"d: {one.stream} {one.n} does not follow the event before it"
        numbers[one.stream], heads[one.stream] = one.n, one.hash


def views_are_parts_of_the_log(history: History) -> Iterator[str]:
    """(e) What a client saw of a stream is a contiguous part of the log, from each snapshot on."""
    at: dict[tuple[str, str], int] = {}
    for one in history.saw:
        key = (one.client, one.stream)
        if one.whole:
            at[key] = one.n
        elif key not in at:
            yield f"e: {one.client} saw {one.stream} {one.n} before any snapshot"
            at[key] = one.n
        elif one.n > at[key] + 1:
            yield f"e: {one.client} saw {one.stream} {one.n} after {at[key]}"
            at[key] = one.n
        else:
            at[key] = max(at[key], one.n)


def no_phantoms(history: History) -> Iterator[str]:
    """(f) Everything any client saw is in the log afterwards, under the number and with the item it was seen with."""
    items: dict[str, dict[int, str]] = {}
    for one in history.log:
        items.setdefault(one.stream, {})[one.n] = one.item
    for saw in history.saw:
        known, first = items.get(saw.stream, {}), history.before.get(saw.stream, 0)
        if saw.n > max(known, default=first):
            yield f"f: {saw.client} saw {saw.stream} {saw.n}, which is not in the log"
        elif saw.whole:
            wanted = {item for n, item in known.items() if n <= saw.n}
            if wanted - set(saw.items) or set(saw.items) & set(known.values()) - wanted:
                yield f"f: the snapshot of {saw.client} at {saw.stream} {saw.n} is not what the log holds"
        elif saw.n > first and saw.items and (known.get(saw.n),) != saw.items:
            yield f"f: {saw.client} saw something else as {saw.stream} {saw.n}"


def answered_before_sent(history: History) -> Iterator[str]:
    """(g) What was acknowledged before something else was sent stands before it in its stream."""
    of: dict[str, list[Sent]] = {}
    for one in history.sent:
        if one.n is not None and one.acked_at is not None:
            of.setdefault(one.stream, []).append(one)
    for stream, all_of in of.items():
        soonest = float("inf")
        for one in sorted(all_of, key=lambda sent: sent.n or 0, reverse=True):
            if soonest < one.sent_at:
                yield f"g: {stream} {one.n} was sent after a later number was acknowledged"
            soonest = min(soonest, one.acked_at or soonest)


def authors_keep_their_order(history: History) -> Iterator[str]:
    """(h) One client's commands stand in each stream in the order in which they were sent."""
    last: dict[tuple[str, str], int] = {}
    for one in sorted((one for one in history.sent if one.n is not None), key=lambda sent: sent.sent_at):
        key = (one.client, one.stream)
        if (one.n or 0) <= last.get(key, 0):
            yield f"h: {one.client} sent {one.stream} {one.n} after {last[key]}"
        last[key] = one.n or 0


def boards_are_equal(history: History) -> Iterator[str]:
    """(i) After quiet, everybody who holds a stream to its end has the same board of it, and has one."""
    for stream in sorted({stream for held in history.held.values() for stream in held}):
        hold = sorted(one for one, held in history.held.items() if stream in held and held[stream][1] is None)
        found = Counter(history.boards.get((one, stream), "none") for one in hold)
        if len(found) > 1 or "none" in found:
            yield f"i: {stream} ends with {len(found)} different boards"


def nobody_saw_what_they_did_not_hold(history: History) -> Iterator[str]:
    """(j) Nobody saw an event of a stream that they did not hold at that number."""
    for one in history.saw:
        held = history.held.get(one.client, {}).get(one.stream)
        if held is None or one.n < held[0] or (held[1] is not None and one.n > held[1]):
            yield f"j: {one.client} saw {one.stream} {one.n} and did not hold it"


RULES = (
    acknowledged_once, unanswered_at_most_once, nothing_from_nowhere, gapless_and_chained, views_are_parts_of_the_log,
    no_phantoms, answered_before_sent, authors_keep_their_order, boards_are_equal, nobody_saw_what_they_did_not_hold,
)  # fmt: skip


def summary(history: History, found: Iterable[str]) -> dict[str, int]:
    """What the chaos run prints: how many were acknowledged, and how many of them were lost, twice or out of order."""
    found, there = list(found), _at(history)
    acked = [one for one in history.sent if one.n is not None]
    return {
        "acked": len(acked),
        "lost": sum(not there.get((one.client, one.id)) for one in acked),
        "twice": sum(len(events) > 1 for events in there.values()),
        "reordered": sum(one[0] in "degh" for one in found),
        "other_faults": sum(one[0] in "abcfij" for one in found),
    }
