"""The workbook by module: filled from the record, for a family or for one child, from a Word file a council may edit."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest

from meeting_server.documents import WorkbookBroken, workbook_apart
from meeting_server.documents.workbook import WorkbookError, workbook_of
from meeting_server.documents.workbook_words import adults_of, words_of
from meeting_server.domain.audiences import ROOM
from meeting_server.domain.deciding.decisions import DecideForChild
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.points.actions import SetAction
from meeting_server.domain.record.record import record_of
from meeting_server.domain.record.workbook import filling_of
from meeting_server.domain.record.workbook_sample import samples
from meeting_server.domain.refused import Refused
from meeting_server.domain.supervision.adult_views import ViewAdult
from meeting_server.domain.supervision.write_summaries import FinishSummary
from meeting_server.domain.template.parts import Workbook
from meeting_server.http.workbook import may_have_workbook
from meeting_server.storage.workbook_files import OURS, NoWorkbookFile, workbook_file
from tests.scenes.builders import actor, given, new, person, room, templates
from tests.scenes.points import point
from tests.scenes.supervision import MARLA, RANG, busy
from tests.scenes.team import team
from tools.workbook import made as made_by_the_tool

FILE = OURS / "family-safeguarding.docx"
HARD = (
    "=1+1",
    "<w:p>&amp;</w:p>",
    "{{ about }}",
    "{% for %}",
    "{{p x }}",
    "أحمد",
    "👩‍👧 tired",
    "first\nsecond",
    "a\x07b",
)
PIP, SORREL = person("pip"), person("sorrel")


def supervised() -> Meeting:
    """Something of Pip, something of Sorrel, something of all, and a summary that names both."""
    said = given(team()).when("kit", point("of-pip", "Pip sleeps through.", "difference", children=(PIP,))).ok()
    said = said.when("kit", point("of-sorrel", "A cough that worries Nell.", "difference", children=(SORREL,))).ok()
    said = said.when("kit", point("of-all", "The flat is warm now.", "difference")).ok()
    said = said.when("kit", point("of-two", "Tea is at six.", "difference", children=(PIP, SORREL))).ok()
    said = said.when("zephyr", FinishSummary("Both, Pip and Sorrel, were seen.")).ok()
    said = said.when("ines", AskNumbers(new("asked"), "better", (SORREL,))).ok()
    said = said.when("kit", SaveNumber(new("asked"), SORREL, "number", 3, "She coughs at night.")).ok()
    said = said.when("ines", ShowNumbers(new("asked"))).ok()
    said = said.when("ines", DecideForChild(SORREL, "go_on", "Sorrel gains weight.", family_view="Not heard yet.")).ok()
    return said.when("ines", DecideForChild(PIP, "close", "Pip is well.", family_view="Not heard yet.")).ok().meeting


def made(meeting: Meeting, child: str | None = None) -> docx.document.Document:
    """The workbook as Word reads it."""
    return docx.Document(io.BytesIO(workbook_of(filling_of(meeting, child), FILE)))


def read(document: docx.document.Document) -> str:
    """Every word in it, tables and the top and foot of each page too."""
    section = document.sections[0]
    parts: list[Any] = [document.element.body, section.header._element, section.footer._element]
    return "\n".join("".join(one.itertext("{*}t")) for part in parts for one in part.iter("{*}p"))


def test_the_familys_workbook_has_every_module_as_a_heading_and_each_point_once() -> None:
    document = made(supervised())
    heads = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"]
    assert heads[:2] == ["Case worker summary", "Key information"]
    assert [one[:8] for one in heads[2:]] == [f"Module {n}" for n in range(1, 9)]
    words = read(document)
    for said in ("Pip sleeps through.", "A cough that worries Nell.", "The flat is warm now.", "Pip is well.",
                 "Both, Pip and Sorrel, were seen.", "She coughs at night.", "Sorrel gains weight."):  # fmt: skip
        assert words.count(said) == 1, said
    assert "DRAFT" in document.sections[0].header.paragraphs[0].text
    assert "For: Everyone" in document.sections[0].header.paragraphs[0].text


def test_one_childs_workbook_has_nothing_of_another_child() -> None:
    words = read(made(supervised(), PIP))
    for said in ("Pip sleeps through.", "The flat is warm now.", "Tea is at six.", "Pip is well."):
        assert said in words, said
    for other in ("Sorrel", "Juniper", "cough", "gains weight", "She coughs"):
        assert other not in words, other
    assert "stands in the family's workbook only" in words


def test_where_the_meeting_holds_nothing_it_says_so_and_leaves_room() -> None:
    document = made(team())
    texts = [one.text for one in document.paragraphs]
    at = texts.index("What can change")
    assert texts[at + 1].startswith("The meeting holds nothing about this.")
    assert texts[at + 2 : at + 5] == ["", "", ""]


def test_where_nobody_is_to_do_anything_it_says_so() -> None:
    texts = [one.text for one in made(team()).paragraphs]
    assert "No action has an owner." in texts
    assert "No dates follow." not in texts


def test_words_from_right_to_left_are_turned_in_the_workbook_too() -> None:
    said = "أحمد ينام (Pip) عند جدته."
    meeting = given(supervised()).when("kit", point("rtl", said, "parents_say")).ok().meeting
    (found,) = [one for one in made(meeting).paragraphs if said in one.text]
    assert found._element.find(".//{*}bidi") is not None
    assert [(run.text, bool(run.font.rtl)) for run in found.runs if run.text.strip()] == [
        ("أحمد ينام (", True), ("Pip", False), (") عند جدته.", True),
    ]  # fmt: skip
    (english,) = [one for one in made(meeting).paragraphs if "The flat is warm now." in one.text]
    assert english._element.find(".//{*}bidi") is None


@pytest.mark.parametrize("text", HARD)
def test_what_people_wrote_is_text_and_never_markup_or_a_tag(text: str) -> None:
    # The log refuses most letters without a shape; a record of before might hold them.
    (full, *_) = samples(templates()["supervision"])
    part = full.record.parts[0]
    column = next(one for one in part.columns if one.key == "parents_say")
    said = column.categories[-1].points[0]
    column = replace(column, categories=(replace(column.categories[-1], points=(replace(said, text=text),)),))
    columns = tuple(column if one.key == column.key else one for one in part.columns)
    filling = replace(full, record=replace(full.record, parts=(replace(part, columns=columns), *full.record.parts[1:])))
    document = docx.Document(io.BytesIO(workbook_of(filling, FILE)))
    assert text.replace("\x07", "") in "\n".join(one.text for one in document.paragraphs)


def test_the_same_meeting_makes_the_same_file_and_nobody_is_named_in_its_properties() -> None:
    filling = filling_of(supervised(), None)
    first = workbook_of(filling, FILE)
    assert first == workbook_of(filling, FILE) == workbook_apart(filling, FILE)
    properties = docx.Document(io.BytesIO(first)).core_properties
    assert properties.title == "Case supervision: workbook, 19 March 2026"
    assert properties.author == properties.last_modified_by == properties.comments == ""


def test_there_is_none_for_a_child_of_another_family_or_a_template_without_one() -> None:
    for meeting, child in ((team(), new("stranger")), (team(), person("marla")), (room(), None)):
        with pytest.raises(Refused) as no:
            filling_of(meeting, child)
        assert no.value.code == "not_found"


def test_staff_may_have_it_and_nobody_of_the_family() -> None:
    meeting = room()
    with_one = replace(meeting, template=replace(meeting.template, workbook=Workbook("family-safeguarding")))
    who = {key: may_have_workbook(with_one, actor(with_one, key)) for key in ("ines", "kit", "nell", "marla", "odile")}
    assert who == {"ines": True, "kit": True, "nell": True, "marla": False, "odile": False}
    assert not may_have_workbook(meeting, actor(meeting, "ines"))


def test_everybodys_view_of_an_adult_stands_side_by_side_by_behaviour_and_as_a_whole() -> None:
    said = busy().when("kit", ViewAdult("engaged", MARLA, "yes", None, False, "She came nine times.")).ok()
    record = record_of(said.meeting, (ROOM,))
    change = adults_of(record, behaviours=True)
    assert change[0]["heading"] == "Marla Quillfeather. Where is Marla Quillfeather on the way to change? Alcohol"
    assert [one["words"] for one in change[1:]] == ["Doing it (action)", "In two minds (contemplation)"]
    notes = change[1]["note"].splitlines()
    assert notes == ["A lapse: one step back, not the old way", "9 of 10 sessions.", f"Exact words: “{RANG}”",
                     "Taking steps: I did"]  # fmt: skip
    whole = adults_of(record, behaviours=False)
    assert [one["heading"] for one in whole if one["heading"]] == ["Marla Quillfeather. Is Marla Quillfeather engaged?"]
    assert "She came nine times." in whole[1]["note"]
    for child in (None, PIP):
        assert (RANG in read(made(said.meeting, child))) == (child is None), (
            "what is said of the adults is about the family as a whole"
        )


# ---- The Word files ----


def word_file(folder: Path, *paragraphs: str) -> Path:
    """A council's Word file of these paragraphs."""
    document = docx.Document()
    for one in paragraphs:
        document.add_paragraph(one)
    document.save(str(folder / "ours.docx"))
    return folder / "ours.docx"


@pytest.mark.parametrize(
    ("paragraphs", "says"),
    [
        (("{{ colums.next.points }}",), "'colums'"),
        (("{{ columns.never.points }}",), "'never'"),
        (("{{ about",), "not written as tags are"),
        (("{%p for one in people %}", "{{ one.name }}"), "not written as tags are"),
        (("{{p about }}",), "Words would be lost"),
        (("{{ about.__class__.__mro__ }}",), "may not do"),
    ],
)
def test_a_word_file_that_can_not_be_filled_is_named_with_what_is_wrong(
    tmp_path: Path, paragraphs: tuple[str, ...], says: str
) -> None:
    file = word_file(tmp_path, *paragraphs)
    filling = samples(templates()["supervision"])[0]
    with pytest.raises(WorkbookError) as wrong:
        workbook_of(filling, file)
    assert str(wrong.value).startswith("ours.docx: ")
    assert says in str(wrong.value)
    assert "Sam Sample" not in str(wrong.value)


def test_the_other_process_says_what_is_wrong_with_the_word_file_and_shows_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(WorkbookBroken, match=r"^ours\.docx: A tag names something .* 'colums'\.$"):
        workbook_apart(samples(templates()["supervision"])[0], word_file(tmp_path, "{{ colums.next.points }}"))


def test_a_tag_that_opens_outside_a_table_and_closes_in_it_is_found_before_words_are_lost(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{% if one_child %}")
    document.add_table(1, 1).rows[0].cells[0].text = "{% endif %} {{ about }}"
    document.save(str(tmp_path / "ours.docx"))
    with pytest.raises(WorkbookError, match="opens in one place"):
        workbook_of(samples(templates()["supervision"])[0], tmp_path / "ours.docx")


def test_a_file_that_is_no_word_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "ours.docx").write_text("Not a Word file.")
    with pytest.raises(WorkbookError, match=r"ours\.docx: This is not a Word file"):
        workbook_of(samples(templates()["supervision"])[0], tmp_path / "ours.docx")


def test_a_councils_own_file_wins_by_name_and_one_that_is_nowhere_is_named(tmp_path: Path) -> None:
    own = tmp_path / "family-safeguarding.docx"
    own.write_bytes(FILE.read_bytes())
    assert workbook_file(Workbook("family-safeguarding"), tmp_path) == own
    assert workbook_file(Workbook("family-safeguarding"), None) == FILE
    with pytest.raises(NoWorkbookFile, match=r"There is no never\.docx"):
        workbook_file(Workbook("never"), tmp_path)


def test_the_file_we_ship_is_what_its_tool_makes() -> None:
    assert FILE.read_bytes() == made_by_the_tool()


def test_the_file_we_ship_has_table_heads_page_numbers_and_nothing_outside_itself() -> None:
    with zipfile.ZipFile(FILE) as parts:
        xml = {name: parts.read(name).decode() for name in parts.namelist() if name.endswith((".xml", ".rels"))}
    assert xml["word/document.xml"].count("w:tblHeader") == 4
    assert " NUMPAGES " in "".join(xml.values())
    assert not re.search(r'TargetMode="External"', "".join(xml.values()))


def test_how_the_family_will_hear_stands_in_its_place_once_somebody_tells_on_a_day():
    said = given(supervised()).when("kit", point("tells", "Kit rings Marla.", "hearing")).ok()
    before = words_of(filling_of(said.meeting, None))
    assert "Kit rings Marla." in str(before["columns"]["hearing"]["points"])
    said = said.when("kit", SetAction(new("tells"), (person("kit"),), "2026-05-06", "", "")).ok()
    after_it = words_of(filling_of(said.meeting, None))
    (told,) = [one for one in after_it["columns"]["hearing"]["points"] if one["words"]]
    assert "Kit rings Marla." in told["words"]
    assert "Who tells: Kit Farrowden" in told["note"]
    assert "By: 6 May 2026" in told["note"]
    assert "Kit rings Marla." not in str(after_it["actions"]), "what tells is not what is done next"
    text = "\n".join(one.text for one in made(said.meeting).paragraphs)
    heading = text.index("How the family will hear")
    assert "Kit rings Marla." in text[heading:]
    assert "nothing about this" not in text[heading : text.index("Kit rings Marla.")]
