"""The chain holds who was named, by a salted commitment: names exchanged in the database are found, erased ones are not
missed."""

import pytest

from meeting_server.domain.audiences import ROOM
from meeting_server.domain.people.persons import Person
from meeting_server.domain.record.record import record_of
from meeting_server.storage import appending, event_log
from meeting_server.storage.appending import Draft
from tests.scenes.table import Table, raw

pytestmark = pytest.mark.sqlite


def exchange(table, one, other):
    """A stranger gives two people each other's names."""
    with raw(table) as stranger:
        ids = (table.room.people[one], table.room.people[other])
        kept = [stranger.execute("SELECT details FROM people WHERE id = ?", (id,)).fetchone()[0] for id in ids]
        for id, details in zip(ids, reversed(kept), strict=True):
            stranger.execute("UPDATE people SET details = ? WHERE id = ?", (details, id))
        stranger.commit()


def test_two_names_that_were_exchanged_are_found_and_named_by_their_place(table):
    assert table.verdict().wrong == ()
    exchange(table, "nurse", "police")
    wrong = table.verdict().wrong
    assert len(wrong) == 2
    assert all("the name kept for this person is not the one that was written" in line for line in wrong)
    exchange(table, "nurse", "police")
    assert table.verdict().wrong == ()


def test_one_figure_of_an_age_that_was_changed_is_found(table):
    pip = table.room.people["pip"]
    with raw(table) as stranger:
        (details,) = stranger.execute("SELECT details FROM people WHERE id = ?", (pip,)).fetchone()
        assert b'"age":"6"' in details
        changed = details.replace(b'"age":"6"', b'"age":"7"')
        stranger.execute("UPDATE people SET details = ? WHERE id = ?", (changed, pip))
        stranger.commit()
    assert len(table.verdict().wrong) == 1


@pytest.mark.parametrize("erase", ["UPDATE people SET details = x''", "DELETE FROM people"])
def test_an_erased_name_is_no_longer_named_and_the_chain_holds(table, erase):
    item = table.add("nurse")
    with raw(table) as stranger:
        stranger.execute(f"{erase} WHERE id = ?", (table.room.people["nurse"],))
        stranger.commit()
    verdict = table.verdict()
    assert (verdict.wrong, verdict.erased) == ((), 1)
    with table.database.reading() as connection:
        folded = event_log.load(connection, table.room.id)
    assert folded
    nurse = folded.meeting.room.get(Person, table.room.people["nurse"])
    assert nurse
    assert nurse.name == "No longer named"
    assert item
    points = [
        point
        for part in record_of(folded.meeting, (ROOM,)).parts
        for column in part.columns
        for category in column.categories
        for point in category.points
    ]
    assert {point.who.name for point in points} == {"No longer named"}


def test_the_commitment_can_not_be_guessed_from_the_chain_and_no_name_stands_in_it(table):
    with raw(table) as stranger:
        bodies = [row[0] for row in stranger.execute("SELECT body FROM events WHERE name = 'person_added'")]
    assert bodies
    assert not [one for one in bodies if b"Nurse" in one or b"Canarybird" in one]
    assert len({one[one.index(b'"details"') :][:76] for one in bodies}) == len(bodies)


def test_a_meeting_of_an_older_release_says_that_its_names_are_not_covered_and_stays_valid(tmp_path, monkeypatch):
    kept = Draft._names_kept
    monkeypatch.setattr(Draft, "_names_kept", lambda self, event: kept(self, event) and {})
    table = Table(tmp_path)
    monkeypatch.undo()
    try:
        table.add()
        verdict = table.verdict()
        assert verdict.wrong == ()
        assert verdict.uncovered == len(table.room.people)
        exchange(table, "nurse", "police")
        assert table.verdict().wrong == ()
    finally:
        table.close()
    assert appending.VERSION == 1, "what is new in a body is read without a new version"
