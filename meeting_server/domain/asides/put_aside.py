"""Putting aside: the only way in which somebody else's words leave the room. They go off every screen at once and can
come back; nothing of them is lost until the chair erases them.

The chair and the minute-taker put aside, with a reason that everyone reads. The chair's desk keeps the words, and the
person whose words they are reads them in their own stream; the room has a mark. Only the chair puts them back, or
erases them: for what must not exist anywhere, such as an address.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from ..audiences import DESK, To, own_stream
from ..kinds import Count, Id, Line, ThingId
from ..meeting import Meeting
from ..people.actor import Actor, streams_of
from ..people.admission import role_of
from ..people.persons import Attendee, attendee_of
from ..points.take_back import everywhere
from ..refused import Refused, not_found, sentence
from .asides import Aside, AsideCopy, KeptAside, WordsCopied, WordsErased, WordsPutAside, WordsRestored
from .erase import more_to_erase
from .whose_words import AsideKind, ThingWithWords, find, sources_of, whose, words_of
from .without_words import bare, is_bare


@dataclass(frozen=True, slots=True)
class PutAside:
    """Put somebody's words aside, with the reason: they go off every screen at once, and a mark stays that says who did
    it and why. The desk keeps them; the person whose words they are can go on reading them. `aside` is the mark's id.

    `kind` and `thing` name what holds the words; `n` the answer of an action (`progress`) or the version of a statement
    (`impacts`). What somebody answered, chose or decided stays. Refused: `reason_missing`, `no_words`, `id_taken`,
    `not_found`.
    """

    aside: Id
    kind: AsideKind
    thing: ThingId
    why: Line
    n: Annotated[Count | None, "which answer of an action, or version of a statement; else null"] = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The mark wherever the words stand, and copies for the desk and for whoever said them."""
        _with_a_reason(self.why)
        if meeting.taken(Aside, self.aside):
            raise Refused("id_taken", "This was put aside already.")
        places = self._places(meeting, actor)
        words = tuple(dict.fromkeys(word for _, _, part in places for word in words_of(self.kind, part)))
        if not words:
            raise Refused("no_words", "There are no words here that could be put aside.")
        people = whose(meeting, places[0][2])
        said = [To(stream, self._put(id, part, people)) for stream, id, part in places]
        copy = WordsCopied(self.aside, self.kind, self.thing, self.n, people, self.why, words)
        readers = _readers(meeting, actor, people, {stream for stream, _, _ in places})
        return [*said, To(DESK, copy), *(To(own_stream(one.id), copy) for one in readers)]

    def _places(self, meeting: Meeting, actor: Actor) -> list[tuple[str, str, Any]]:
        """Every stream the words stand in, with the id and the thing there: a child's words stand on the desk and, as
        another point, in the room; a rating too, under one id."""
        found = [
            (stream, self.thing, part)
            for stream in streams_of(meeting, actor)
            if (part := find(meeting.board(stream), self.kind, self.thing, self.n)) is not None
        ]
        if not found:
            raise not_found()
        if self.kind == "items":
            stream, _, item = found[0]
            return [(one, copy.id, copy) for one, copy in everywhere(meeting, stream, item)]
        return found

    def _put(self, thing: str, part: Any, people: tuple[str, ...]) -> WordsPutAside:
        left = ThingWithWords(**{self.kind: bare(self.kind, part)})
        return WordsPutAside(self.aside, self.kind, thing, self.n, people, self.why, left)


def _with_a_reason(why: str) -> None:
    if not why.strip():
        raise Refused(
            "reason_missing", "Say why. Everyone reads it.", fields={"why": [sentence("Say why. Everyone reads it.")]}
        )


def _readers(meeting: Meeting, actor: Actor, people: Iterable[str], streams: set[str]) -> Iterator[Attendee]:
    """Those whose words they are, where they could read them before: what was typed as theirs among professionals, or
    waits on the desk, is not told to them by this."""
    for person in people:
        attendee = attendee_of(meeting, person)
        if attendee and attendee.id != actor.id:
            heard = {*role_of(meeting, attendee).audiences, own_stream(attendee.id)}
            if heard & streams:
                yield attendee


def _put_aside(meeting: Meeting, actor: Actor, aside: str) -> list[str]:
    """The streams that know of what was put aside, those this actor holds first; refused (`not_found`) unless its words
    are on the desk."""
    if not actor.is_in(DESK) or meeting.desk.get(AsideCopy, aside) is None:
        raise not_found()
    mine = streams_of(meeting, actor)
    known = [
        stream for stream, board in meeting.boards.items() if board.get(Aside, aside) or board.get(AsideCopy, aside)
    ]
    return sorted(known, key=lambda one: (mine.index(one) if one in mine else len(mine), one))


def _copied(meeting: Meeting, stream: str, aside: str) -> tuple[int, ...]:
    copy = meeting.board(stream).get(AsideCopy, aside)
    return copy.sources if copy else ()


@dataclass(frozen=True, slots=True)
class Restore:
    """Put back what was put aside: it stands where it stood, as it was, and the mark goes. The chair's alone.

    Refused: `said_anew` (something else stands there by now), `not_found`.
    """

    aside: Id

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The words in their place, and the copies gone."""
        streams = _put_aside(meeting, actor, self.aside)
        for stream in streams:
            mark = meeting.board(stream).get(Aside, self.aside)
            now = find(meeting.board(stream), mark.kind, mark.thing, mark.n) if mark else None
            if mark and (now is None or not is_bare(mark.kind, now)):
                raise Refused("said_anew", "Something else stands there by now, so this can't be put back.")
        return [To(one, WordsRestored(self.aside), redacts=_copied(meeting, one, self.aside)) for one in streams]


@dataclass(frozen=True, slots=True)
class Erase:
    """Erase what was put aside, with the reason: the words go for good, from the desk, from the person's own stream and
    from the log. The mark stays and says who erased them and why. The chair's alone.

    For what must not exist anywhere, such as an address. Refused: `reason_missing`, `not_found`.
    """

    aside: Id
    why: Line

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The redaction of every event that held the words, in every stream."""
        _with_a_reason(self.why)
        said = []
        for stream in _put_aside(meeting, actor, self.aside):
            kept = meeting.board(stream).get(KeptAside, self.aside)
            mark = meeting.board(stream).get(Aside, self.aside)
            part = getattr(kept.part, mark.kind) if kept and mark else None
            sources = (*(sources_of(part) if part else ()), *_copied(meeting, stream, self.aside))
            said.append(To(stream, WordsErased(self.aside, self.why), redacts=tuple(sorted(set(sources)))))
            if mark and part:
                said += more_to_erase(meeting, stream, mark, part)
        return said
