"""What a template says for the desk or for paper never reaches a person without the desk: every key says for whom it is."""

import json
from dataclasses import fields, replace

import pytest

from meeting_server.domain.audiences import DESK
from meeting_server.domain.kinds import plain
from meeting_server.domain.template.parts import Stage
from meeting_server.domain.template.template import Template
from meeting_server.services.snapshots import snapshot
from tests.scenes.builders import actor, room, templates

STAGES_OF_ALL = {"key", "label", "shows", "column", "writes", "minutes", "family_first"}
STAGES_OF_THE_DESK = {"learning"}
OF_THE_DESK = {"checks", "clocks"}
EVERYBODY = ("ines", "tolly", "kit", "saffron", "ivo", "marla", "odile", "caspian", "juno")
PLANTED = "PLANTED FOR THE DESK"


def test_every_key_of_a_step_is_for_everybody_or_for_the_desk():
    assert {one.name for one in fields(Stage)} == STAGES_OF_ALL | STAGES_OF_THE_DESK, "Say for whom the new key is."


@pytest.mark.parametrize("key", sorted(templates()))
def test_the_template_of_the_room_has_no_word_that_is_the_desks(key):
    whole = templates()[key]
    told = whole.for_room()
    for name in OF_THE_DESK:
        assert not getattr(told, name)
    kept = {one.name for one in fields(Template)} - OF_THE_DESK - {"stages"}
    assert all(getattr(told, name) == getattr(whole, name) for name in kept)
    for step, before in zip(told.stages, whole.stages, strict=True):
        assert not any(getattr(step, name) for name in STAGES_OF_THE_DESK)
        assert all(getattr(step, name) == getattr(before, name) for name in STAGES_OF_ALL)


def test_what_is_planted_for_the_desk_is_in_the_snapshots_of_the_desk_and_in_no_other():
    known = templates()["three-column-map"]
    planted = replace(known, stages=tuple(replace(one, learning=(PLANTED,)) for one in known.stages))
    meeting = room(planted)
    for who in EVERYBODY:
        here = actor(meeting, who)
        told = snapshot(meeting, here, "release", 1)
        assert (PLANTED in json.dumps(plain(told["template"]))) == here.is_in(DESK), who
        assert ("gaps" in told, "dates" in told) == (here.is_in(DESK), here.is_in(DESK)), who
