"""What stays of a thing when its words are put aside, and the thing whole again when they come back."""

from dataclasses import fields, replace
from typing import Any

from ..kinds import CLEARED, PUT_ASIDE
from ..points.items import Item
from ..points.said import unsaid
from .whose_words import MARKED, WORDS, AsideKind, Words


def bare(kind: AsideKind, part: Any) -> Any:
    """What stays of a thing when its words go: who said it, when, and what they chose."""
    if kind == "items":
        return Item(
            **unsaid(part.column, part.children, part.speaker),
            id=part.id,
            recorded_by=part.recorded_by,
            order=part.order,
            at=part.at,
            version=0,
        )
    spec = WORDS[kind]
    left = spec.together(tuple(_emptied(spec, kind, row) for row in spec.each(part)))
    if kind == "summaries":
        return replace(left, state="draft" if part.again or part.state == "draft" else "taken_back", text="")
    return left


def _emptied(spec: Words, kind: AsideKind, one: Any) -> Any:
    known = {at.name for at in fields(one)}
    instead = "" if kind in MARKED - {"behaviours"} else PUT_ASIDE
    had = [name for name in spec.of(one) if getattr(one, name) not in ("", CLEARED)]
    said = {name: instead for name in had if name in spec.says}
    if not said and (bool(had) or bool(getattr(one, "differences", ()))):
        said = {spec.says[0]: instead}
    gone = {name: empty for name, empty in spec.goes.items() if name in known}
    nowhere = {"sources": ()} if "sources" in known else {"n": 0} if kind == "impacts" else {}
    return replace(one, **said, **gone, **nowhere)


def is_bare(kind: AsideKind, part: Any) -> bool:
    """True if words are missing here that were put aside, so that they can come back."""
    if kind in MARKED:
        return part.taken_back is not None and part.taken_back.put_aside
    if kind == "summaries":
        return bool(part.state != "finished" and part.finished_at is not None)
    spec = WORDS[kind]
    return any(_lacks(spec, row) for row in spec.each(part))


def _lacks(spec: Words, row: Any) -> bool:
    return any(getattr(row, name) == PUT_ASIDE for name in spec.of(row))


def whole(kind: AsideKind, now: Any, kept: Any) -> Any:
    """The thing as it stands now, with the words that were put aside in their places. What was said since stays."""
    if kind == "summaries":
        return replace(kept, again=now.state == "draft")
    if kind in MARKED or kind == "progress":
        return kept
    spec = WORDS[kind]
    stands, before = spec.each(now), spec.each(kept)
    back = tuple(_returned(spec, row, then) for row, then in zip(stands, before, strict=False))
    thing = spec.together((*back, *stands[len(back) :]))
    return replace(thing, sources=tuple(sorted({*thing.sources, *kept.sources})))


def _returned(spec: Words, row: Any, then: Any) -> Any:
    if not _lacks(spec, row) or _lacks(spec, then):
        return row
    known = {at.name for at in fields(row)}
    return replace(row, **{name: getattr(then, name) for name in (*spec.says, *spec.goes) if name in known})
