"""Whatever people do: no word that somebody wrote, or has said yes to, goes by a press of somebody else."""

import pytest
from hypothesis import example, settings
from hypothesis import given as for_any

from meeting_server.domain import replay
from meeting_server.domain.deciding.agency_views import ClearAgencyView, GiveAgencyView
from meeting_server.domain.deciding.impact import WriteImpact
from meeting_server.domain.kinds import plain
from meeting_server.domain.points.views import SeeDifferently
from tests.scenes.builders import attendee, given, new, person
from tests.scenes.made_up_runs import CHILDREN, ITEMS, furnished, runs

WORDS = {
    "items": "text", "views": "text", "agency_views": "why", "dissents": "why", "rating_views": "reason",
    "updates": "text", "adult_views": "why", "visits": "says", "summaries": "text", "numbers": "reason",
}  # fmt: skip
"""Where the words of each kind of statement stand."""
WHOSE = {"items": "speaker", "summaries": "id"}
MAY_TAKE_AWAY = {"put_aside", "restore", "erase", "finish_meeting"}
"""What the chair and the minute-taker do with words of others, and says so."""


def theirs(meeting):
    """The words of statements that are their person's own: (kind, id) -> whose, and the words."""
    typed_by = {
        attendee(who): person(who) for who in ("ines", "tolly", "kit", "saffron", "tamsin", "marla", "odile", "juniper")
    }
    found = {}
    for kind, field in WORDS.items():
        for thing in meeting.room.each(replay.THINGS[kind]):
            whose = getattr(thing, WHOSE.get(kind, "person"))
            own = typed_by.get(thing.recorded_by) == whose or getattr(thing, "confirmed", "") == "yes"
            if own and getattr(thing, field):
                found[kind, thing.id] = whose, getattr(thing, field)
    return found


def texts(value):
    """Every text in a thing, as it was written."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts(one)


TWO_LINES = SeeDifferently(new("view:1"), ITEMS[0], "It was \"quiet\".\nNot 'loud'.")


@example(
    run=[
        ("marla", GiveAgencyView(person("pip"), "no", "I want to be asked first.")),
        ("tolly", ClearAgencyView(person("pip"), person("marla"))),
        ("ines", ClearAgencyView(person("pip"), person("marla"))),
        ("kit", ClearAgencyView(person("pip"), person("marla"))),
    ]
)
@for_any(run=runs)
@example(run=[("ines", TWO_LINES), ("tolly", WriteImpact(CHILDREN[0], 1, "Noise means hiding."))])
@settings(max_examples=60, deadline=None)
def test_no_event_of_one_person_takes_away_the_words_of_another(run):
    outcome = given(furnished())
    for who, command in run:
        before = theirs(outcome.meeting)
        outcome = outcome.when(who, command)
        if replay.wire_name(type(command)) in MAY_TAKE_AWAY or not outcome.said:
            continue
        for (kind, id), (whose, words) in before.items():
            left = texts(plain(outcome.meeting.room.get(replay.THINGS[kind], id)))
            assert whose == person(who) or any(words in one for one in left), (
                f"{command} by {who} took away the {kind} of another"
            )


def test_the_words_are_found_where_somebody_wrote_them():
    """Else the property would hold of nothing."""
    assert {kind for kind, _ in theirs(furnished())} >= {"items"}


@pytest.mark.parametrize("kind", WORDS)
def test_every_kind_says_whose_it_is_and_who_typed_it(kind):
    names = {one for cls in (replay.THINGS[kind],) for one in cls.__dataclass_fields__}
    assert {WHOSE.get(kind, "person"), "recorded_by", WORDS[kind]} <= names
