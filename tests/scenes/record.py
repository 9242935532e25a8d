"""A meeting with one of everything a record can say, for the tests of the record, the Word file and the page."""

from dataclasses import replace
from functools import cache

from meeting_server.domain.agenda.pause import PauseMeeting, ResumeMeeting
from meeting_server.domain.agenda.reports import NoteReport
from meeting_server.domain.agenda.stage_notes import NoteStage
from meeting_server.domain.deciding.agency_views import GiveAgencyView
from meeting_server.domain.deciding.decisions import DecideForChild, DissentFrom
from meeting_server.domain.deciding.impact import ClearImpactVersion, WriteImpact
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.people.state_attendance import StateAttendance
from meeting_server.domain.points.answer_link import AnswerItem
from meeting_server.domain.points.read_back import ReadBack
from tests.scenes.builders import Outcome, attendee, given, new, person, room, templates
from tests.scenes.points import point

ABOUT_PIP = (person("pip"),)
ABOUT_SORREL = (person("sorrel"),)


def _people(said: Outcome) -> Outcome:
    """Odile is in the room without a device, Bex sent apologies; two reports were noted."""
    said = said.when("tolly", StateAttendance(attendee("odile"), "here", device=False)).ok()
    said = said.when("tolly", StateAttendance(attendee("bex"), "apologies")).ok()
    said = said.when("tolly", NoteReport(person("nell"), "received", "yes")).ok()
    return said.when("tolly", NoteReport(person("ivo"), "late", "no")).ok()


def _points(said: Outcome) -> Outcome:
    """Two dangers for Pip, one with a goal; one for Sorrel, whose goal is Sorrel's alone; a good thing for a worry."""
    said = said.when("kit", point("danger", "Pip could be hurt.", category="danger", children=ABOUT_PIP)).ok()
    said = said.when("kit", point("alone", "Pip could lose school.", category="danger", children=ABOUT_PIP)).ok()
    said = said.when("kit", point("shared", "The children could go hungry.", category="danger")).ok()
    goal = point("goal", "Nobody is frightened at home.", "next", category="goal", children=ABOUT_PIP)
    said = said.when("kit", goal).when("kit", AnswerItem(new("goal"), new("danger"))).ok()
    fed = point("fed", "Sorrel is fed on the chart.", "next", category="goal", children=ABOUT_SORREL)
    said = said.when("nell", fed).when("nell", AnswerItem(new("fed"), new("shared"))).ok()
    said = said.when("kit", point("help", "Nana fetches Pip.", "well", category="strength", children=ABOUT_PIP)).ok()
    said = said.when("kit", AnswerItem(new("help"), new("alone"))).ok()
    said = said.when("kit", point("sings", "Pip sings.", "well", category="strength", children=ABOUT_PIP)).ok()
    said = said.when("tolly", point("nana", "I cannot do every night.", speaker=person("odile"))).ok()
    said = said.when("tolly", ReadBack(new("nana"), right=True)).ok()
    said = said.when("tolly", point("nights", "I can do four nights.", speaker=person("odile"))).ok()
    said = said.when("tolly", ReadBack(new("nights"), right=False)).ok()
    return said.when("kit", point("welsh", "Mae Pip yn hapus yn yr ysgol.", children=ABOUT_PIP, lang="cy")).ok()


def _pauses(said: Outcome) -> Outcome:
    """Marla needed one, and nobody is told; a second follows."""
    said = said.when("marla", PauseMeeting()).when("ines", ResumeMeeting()).ok()
    return said.when("kit", PauseMeeting()).when("ines", ResumeMeeting()).ok()


def _impact(said: Outcome) -> Outcome:
    """Written three times; the first words should not have been there."""
    said = said.when("kit", WriteImpact(person("pip"), 0, "Pip told a secret.")).ok()
    said = said.when("nell", WriteImpact(person("pip"), 1, "For Pip, loud voices mean hiding.")).ok()
    said = said.when("kit", ClearImpactVersion(person("pip"), 1, "Pip asked us not to say it.")).ok()
    return said.when("ivo", WriteImpact(person("pip"), 2, "For Pip, loud voices mean hiding. School feels safe.")).ok()


def _decisions(said: Outcome) -> Outcome:
    """Pip's twice; Sorrel's once. The school disagrees formally, Marla's disagreement is written down."""
    said = said.when("ivo", GiveAgencyView(person("pip"), "yes", "He is frightened.")).ok()
    said = said.when("ivo", GiveAgencyView(person("pip"), "no", "School can hold this.")).ok()
    sent = GiveAgencyView(person("pip"), "unsure", "It was once.", person("dorran"), "Letter of 12 March")
    said = said.when("tolly", sent).ok()
    pip = DecideForChild(person("pip"), "in_need_plan", "First thoughts.", "Marla agreed.")
    said = said.when("ines", pip).ok()
    later = DecideForChild(
        person("pip"), "protection_plan", "Three agencies saw him hide.", "Marla accepts it for Pip.", "emotional",
        "Marla wished to wait. There was no time.",
    )  # fmt: skip
    said = said.when("ines", later).ok()
    sorrel = DecideForChild(person("sorrel"), "protection_plan", "She is not growing.", "Odile helps.", "neglect")
    said = said.when("ines", sorrel).ok()
    said = said.when("ivo", DissentFrom(person("pip"), formal=True, why="A plan in need would do.")).ok()
    return said.when("marla", DissentFrom(person("pip"), why="He is fine with me.")).ok()


def _notes(said: Outcome) -> Outcome:
    """Written out of the agenda's order, and one of them cleared."""
    said = said.when("tolly", NoteStage("worries", 0, "The centiles were read out.")).ok()
    said = said.when("tolly", NoteStage("welcome", 0, "Everyone said who they are.")).ok()
    said = said.when("tolly", NoteStage("well", 0, "To be cleared.")).ok()
    return said.when("tolly", NoteStage("well", 1, "")).ok()


@cache
def full() -> Meeting:
    """The meeting, still open."""
    grid, one = templates()["safety-grid"], templates()["three-column-map"]
    assert grid.impact
    # The map asks for no impact statement; this one does, so that one meeting has everything.
    meeting = room(replace(one, impact=replace(grid.impact, column="worries")), absent=("odile", "bex", "caspian"))
    said = given(meeting).when("kit", point("first", "Pip hides.", children=ABOUT_PIP))
    for step in (_people, _points, _pauses, _impact, _decisions, _notes):
        said = step(said)
    return said.ok().meeting
