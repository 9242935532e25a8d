"""Ids of another meeting open nothing and tell nothing: they are answered as ids that never were."""

from uuid import uuid4

from tests.people.bystander import Bystander
from tests.scenes.door import ends
from tests.scenes.every_command import Meeting, references, settled, swapped


def test_another_meetings_ids_are_answered_as_ids_that_never_were(crowd):
    ours, theirs = Meeting(crowd), Meeting(crowd)
    before, there = settled(ours, ()), settled(theirs, ())
    seen = 0
    with Bystander(ours.worker, ours.mum) as bystander:
        for name, field in references():
            data = ours.examples()[name]
            foreign, random = theirs.ids(field), str(uuid4())
            if field == "number":
                random = ":".join(str(uuid4()) for _ in range(3))
            answers = [ours.chair.send(name, swapped(data, field, id)) for id in (foreign, random)]
            assert answers[0] == answers[1], (name, field)
            assert not answers[0]["ok"], (name, field)
            seen += 1
    assert seen > 30
    assert settled(ours, bystander.added) == before
    assert settled(theirs, ()) == there


def test_another_meetings_person_can_not_be_named_in_an_addendum(crowd):
    ours, theirs = Meeting(crowd), Meeting(crowd)
    chair = ours.chair
    chair.ok("show_numbers", round=ours.asked)
    ends(chair)
    chair.ok("finish_meeting", typed="finish")
    data = ours.examples()["add_addendum"]
    answers = [
        chair.send("add_addendum", {**data, "person": id}) for id in (theirs.room.people["worker"], str(uuid4()))
    ]
    assert answers[0] == answers[1]
    assert answers[0]["error"]["code"] == "not_found"
    chair.ok("add_addendum", **data)


def test_ids_of_new_things_that_another_meeting_uses_do_nothing_there(crowd):
    ours, theirs = Meeting(crowd), Meeting(crowd)
    there = settled(theirs, ())
    ours.worker.ok("add_item", item=theirs.item, column="worries", text="Under an id of theirs.")
    ours.worker.ok("see_differently", view=theirs.view, item=ours.item, text="Here.")
    ours.chair.ok("ask_numbers", round=theirs.asked, scale="safety", children=[ours.room.people["pip"]])
    assert settled(theirs, ()) == there
    person = ours.chair.send("add_person", {"person": theirs.room.people["mum"], "name": "Somebody"})
    unused = ours.chair.send("add_person", {"person": str(uuid4()), "name": "Somebody"})
    assert person["ok"] == unused["ok"], "whether another meeting has this person can be told from the answer"
    assert settled(theirs, ()) == there
