"""The Word file, read back: everything the record says is in it, for those who see it and those who hear it."""

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from PIL import Image

from meeting_server import documents
from meeting_server.demo import CASE
from meeting_server.documents import DocumentFailed, docx_apart, docx_of, palette, words
from meeting_server.documents.direction import stretches
from meeting_server.documents.number_line import Marker, description, ends, has, markers, place_of
from meeting_server.documents.number_line_picture import Canvas, number_line
from meeting_server.domain.ending.addenda import AddAddendum
from meeting_server.domain.ending.checks import gaps
from meeting_server.domain.ending.ending import EndMeeting, FinishMeeting, Reason
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.numbers.numbers import Number
from meeting_server.domain.numbers.rounds import Round
from meeting_server.domain.people.persons import find_person
from meeting_server.domain.points.items import Item
from meeting_server.domain.points.views import SeeDifferently, View
from meeting_server.domain.reading import AgreedNumber, Asking, NumberGiven, Who
from meeting_server.domain.record.record import Record, record_of
from tests.scenes.builders import START, given, new, person, room, templates
from tests.scenes.points import point
from tests.unit.test_demo import played

TEMPLATES = [one.template for one in CASE.meetings]
HARD = (
    "=1+1",
    "<w:p>&amp;</w:p>",
    "{{ name }}",
    "Łukasz said “no”",
    "Дарія",
    "أحمد",
    "👩‍👧 tired",
    "first\nsecond\tthird",
)


@cache
def demo(template: str = "three-column-map") -> Meeting:
    """The end of the demo, ended: a draft with all the case says."""
    meeting = played("end", template)
    if meeting.state == "ended":
        return meeting
    reasons = tuple(Reason(gap.check, f"Because of {gap.check}.") for gap in gaps(meeting))
    return given(meeting, START + 3_600_000).when("ines", EndMeeting(reasons)).ok().meeting


@cache
def record(template: str = "three-column-map") -> Record:
    return record_of(demo(template), ("everyone",))


@cache
def printed(template: str = "three-column-map") -> bytes:
    return docx_of(record(template))


def opened(file: bytes) -> Document:
    return docx.Document(io.BytesIO(file))


def text(document: Document) -> str:
    """Every word in it, in no order that matters."""
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def headings(document: Document) -> list[tuple[str, str]]:
    found = [(str(one.style.name), one.text) for one in document.paragraphs if one.style]
    return [one for one in found if one[0].startswith("Heading")]


def xml(file: bytes, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return archive.read(part).decode()


def alt_texts(document: Document) -> list[str]:
    return [one.get("descr") for one in document.element.iter(qn("wp:docPr"))]


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_point_number_and_difference_is_in_the_word_file(template: str) -> None:
    meeting, document = demo(template), opened(printed(template))
    everything = text(document)
    items = [one for one in meeting.room.each(Item) if not one.taken_back]
    views = list(meeting.room.each(View))
    numbers = list(meeting.room.each(Number))
    assert len(items) > 20
    assert views
    assert numbers
    for said in (*(one.text for one in items), *(one.text for one in views), *(one.reason for one in numbers)):
        assert said in everything
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    lines = [
        table
        for table in document.tables
        if [one.text for one in table.rows[0].cells][:: len(table.columns) - 1] == ["Who", "Why"]
    ]
    given = [[cell.text for cell in row.cells] for table in lines for row in table.rows[1:]]
    assert sum(cell.split(" (")[0].isdigit() for row in given for cell in row[1:-1]) == len(numbers)
    for one in numbers:
        assert any(
            row[0].startswith(find_person(meeting, one.person).name)
            and str(one.value) in [cell.split(" (")[0] for cell in row[1:-1]]
            and one.reason in row[-1]
            for row in given
        )
    heads = ["No.", "What, and who said it", "How we will know", "If it is not done"]
    (plan,) = [table for table in document.tables if [one.text for one in table.rows[0].cells] == heads]
    tasks = [[cell.text for cell in row.cells] for row in plan.rows[1:]]
    owned = [item for item in items if item.action is not None]
    assert [row[0] for row in tasks] == [f"A{at}" for at in range(1, len(owned) + 1)]
    for item in owned:
        task = item.action
        assert any(item.text in what and (task.measure, task.if_not) == (how, then) for _, what, how, then in tasks)
        assert sum(item.text in row[1] for row in rows if row[0] in {one[0] for one in tasks}) == 2, (
            "on page 1 and in the plan"
        )


def test_the_statement_of_a_column_stands_below_its_heading_and_a_column_without_one_has_none() -> None:
    for template in TEMPLATES:
        lines = [one.text for one in opened(printed(template)).paragraphs]
        statements = {one.label: one.banner for one in templates()[template].columns if "{" not in one.label}
        assert any(label in lines for label in statements)
        for label, statement in statements.items():
            below = [lines[at + 1] for at, line in enumerate(lines) if line == label]
            assert all((one == statement) if statement else one not in {"", "See the Risks"} for one in below)


def test_points_stand_under_the_child_they_are_about() -> None:
    document = opened(printed())
    parts: dict[str, list[str]] = {}
    for paragraph in document.paragraphs:
        if paragraph.style and paragraph.style.name == "Heading 1":
            here = parts.setdefault(paragraph.text, [])
        elif parts:
            here.append(paragraph.text)
    said = "Pip hides under the table when a man raises his voice."
    at = {part: [line for line in lines if said in line] for part, lines in parts.items()}
    assert [part for part, lines in at.items() if lines] == ["Pip Quillfeather, 5"]
    (number,) = [re.match(r"\d+", line) for line in at["Pip Quillfeather, 5"]]
    assert number
    shared = "\n".join(parts["About all the children, or several of them"])
    assert "About Juniper Quillfeather and Pip Quillfeather." in shared
    for child, name in (("Juniper Quillfeather, 11", "Juniper"), ("Pip Quillfeather, 5", "Pip")):
        (also,) = [line for line in parts[child] if line.startswith(f"Also about {name}: point ")]
        point = also.rstrip(".").rpartition(" ")[2]
        assert re.search(rf"(?m)^{point} Safety: Odile collected Pip and Juniper", shared)


def test_headings_are_real_and_skip_no_level() -> None:
    found = headings(opened(printed()))
    levels = [int(name[-1]) for name, _ in found]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    names = [text for _, text in found]
    parts = [text for name, text in found if name == "Heading 1"]
    assert parts == [
        "What was decided", "Dates that follow", "Who does what, by when", "The plan: how we will know, and what if not",
        "About all the children, or several of them", "Juniper Quillfeather, 11", "Pip Quillfeather, 5",
        "Sorrel Quillfeather, 8 months", "Who was here", "What we talked about, step by step",
        "What was still open at the end, and why", "The dates and their rules", "How this record came about",
    ]  # fmt: skip
    for wanted in ("What are we worried about?", "What's working well?", "What needs to happen?", "The numbers",
                   "How big is the risk?"):  # fmt: skip
        assert wanted in names


def test_the_first_row_of_every_table_is_repeated_and_no_row_is_torn() -> None:
    tables = opened(printed()).tables
    assert len(tables) > 6
    for table in tables:
        heads = [row._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True] + [False] * (len(table.rows) - 1)
        assert all(row._tr.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in table.rows)


def test_every_page_says_whether_it_is_a_draft_for_whom_and_which_page_it_is() -> None:
    file = printed()
    section = opened(file).sections[0]
    assert section.header.paragraphs[0].text == "First conference · 19 March 2026\tDRAFT · For: Everyone in the meeting"
    assert not section.different_first_page_header_footer
    footer = next(
        name for name in zipfile.ZipFile(io.BytesIO(file)).namelist() if "footer" in name and name.endswith("xml")
    )
    assert re.findall(r"<w:instrText[^>]*> (\w+) <", xml(file, footer)) == ["PAGE", "NUMPAGES"]
    assert re.sub(r"\s+", " ", section.footer.paragraphs[0].text) == " Page 1 of 1"


def test_a_finished_record_says_when_and_shows_what_was_added() -> None:
    finished = given(demo(), START + 90_000_000).when("ines", FinishMeeting("FINISH"))
    added = finished.when(
        "ines", AddAddendum(new("add"), "The clinic was on Tuesday.", "Nell rang.", person("nell"))
    ).ok()
    document = opened(docx_of(record_of(added.meeting, ("everyone", "professionals"))))
    assert (
        document.sections[0].header.paragraphs[0].text
        == "First conference · 19 March 2026\tFinished · For: Everyone in the meeting, Professionals"
    )
    assert ("Heading 1", "Added afterwards") in headings(document)
    assert "The clinic was on Tuesday." in text(document)
    assert "DRAFT" not in text(document)


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_letter_is_smaller_than_11_point(template: str) -> None:
    file = printed(template)
    for part in ("word/document.xml", "word/styles.xml", "word/header1.xml", "word/footer1.xml"):
        said = xml(file, part)
        assert all(int(half) >= 22 for half in re.findall(r'<w:szC?s? w:val="(\d+)"', said)), part


def test_the_pages_are_a4_in_british_english_and_arial() -> None:
    file = printed()
    section = opened(file).sections[0]
    assert [round(one.mm) for one in (section.page_width, section.page_height) if one] == [210, 297]
    styles = xml(file, "word/styles.xml")
    assert set(re.findall(r'<w:lang [^>]*w:val="([^"]+)"', styles)) == {"en-GB"}
    assert opened(file).styles["Normal"].font.name == "Arial"
    assert opened(file).styles["Heading 1"].font.name == "Arial"


def test_words_in_another_language_say_which_to_those_who_read_them_aloud() -> None:
    said = (
        given(room()).when("kit", point("a", "Mae hi'n hapus.", lang="cy")).when("kit", point("b", "أحمد", lang="ar"))
    )
    file = xml(docx_of(record_of(said.ok().meeting, ("everyone",))), "word/document.xml")
    welsh = r'<w:rPr><w:lang w:val="cy" w:eastAsia="cy" w:bidi="cy"/></w:rPr><w:t>Mae'
    arabic = r'<w:rPr><w:rtl/><w:lang w:val="ar" w:eastAsia="ar" w:bidi="ar"/></w:rPr><w:t>أحمد'
    assert welsh in file
    assert arabic in file


def paragraph_of(file: bytes, words: str) -> str:
    """The XML of the paragraph in which these words stand."""
    return next(one for one in re.findall(r"<w:p>.*?</w:p>", xml(file, "word/document.xml"), re.DOTALL) if words in one)


@pytest.mark.parametrize(
    ("text", "lang", "right"),
    [
        ("أحمد ينام عند جدته.", "ar", True),
        ("أحمد ينام عند جدته.", None, True),
        ("“הוא ישן.”", None, True),
        ("Abu is written with Latin letters.", "ur", True),
        ("He says أحمد when he is afraid.", None, False),
        ("Pip sleeps.", None, False),
    ],
)
def test_words_from_right_to_left_begin_at_the_right(text: str, lang: str | None, right: bool) -> None:
    said = given(room()).when("kit", point("a", text, lang=lang)).ok().meeting
    file = docx_of(record_of(said, ("everyone",)))
    begins = re.split(r"[ .“”]+", text.strip("“"))[0]
    assert ("<w:bidi/>" in paragraph_of(file, begins)) == right


def test_in_a_line_of_two_directions_each_stretch_has_its_own() -> None:
    said = given(room()).when("kit", point("a", "He says أحمد خائف, and hides.")).ok().meeting
    runs = re.findall(r"<w:r>(.*?)</w:r>", paragraph_of(docx_of(record_of(said, ("everyone",))), "He says"))
    found = [("<w:rtl" in one, re.sub(r"<[^>]+>", "", one)) for one in runs]
    assert found == [(False, "1 "), (False, "He says "), (True, "أحمد خائف"), (False, ", and hides.")]


@pytest.mark.parametrize(
    ("words", "line", "parts"),
    [
        ("", False, []),
        ("Pip", False, [("Pip", False)]),
        ("أحمد 10:42.", True, [("أحمد 10:42.", True)]),
        ("أحمد (Pip) ينام", True, [("أحمد (", True), ("Pip", False), (") ينام", True)]),
        ("12 worries", True, [("12 ", True), ("worries", False)]),
    ],
)
def test_what_has_no_direction_goes_with_what_stands_round_it(
    words: str, line: bool, parts: list[tuple[str, bool]]
) -> None:
    assert stretches(words, line) == parts


def test_title_and_properties_name_nobody() -> None:
    properties = opened(printed()).core_properties
    assert properties.title == "Three-column map: record, 19 March 2026"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    core = xml(printed(), "docProps/core.xml") + xml(printed(), "docProps/app.xml")
    assert not any(one.name.split()[-1] in core for one in CASE.people)


def test_the_same_record_makes_the_same_file() -> None:
    assert docx_of(record()) == printed()


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_line_has_words_that_say_its_direction_and_every_number(template: str) -> None:
    found = alt_texts(opened(printed(template)))
    askings = [one for part in record(template).parts for one in part.askings if one.numbers]
    assert len(found) == len(askings)
    for says, asking in zip(found, askings, strict=True):
        ends = (asking.left, 10 - asking.left)
        assert f"A line with {ends[0]} at the left end and {ends[1]} at the right end." in says
        assert asking.ten in says
        assert asking.zero in says
        for one in asking.numbers:
            assert f"{one.who.name}" in says
            assert re.search(rf"{re.escape(one.who.name)}[^:]*: {one.value}\b", says)


def test_late_and_changed_numbers_say_so_in_the_table() -> None:
    rows = [[cell.text for cell in row.cells] for table in opened(printed()).tables for row in table.rows]
    assert any(row[0].startswith("Caspian") and row[1] == "8 (late)" for row in rows)
    assert any(row[0].startswith("Marla") and row[1] == "6 (first 7)" and "A: Before: 7" in row[3] for row in rows)


def asking(left: int, *values: int | None, names: tuple[str, ...] = ()) -> Asking:
    people = [
        Who(names[n] if names else f"Person {n}", "", "Police officer", "Police", "professional", "police")
        for n in range(len(values))
    ]
    numbers = tuple(
        NumberGiven(who, None, "dont_know" if value is None else "number", value, "", False, (), False)
        for who, value in zip(people, values, strict=True)
    )
    return Asking(
        "How?", "Ten.", "Zero.", 10 if left else 0, False, None, "shown", 0, 0, numbers, AgreedNumber(True, 4, "")
    )


def test_the_grids_line_is_the_mirror_image_of_the_maps() -> None:
    on_map, on_grid = markers(asking(0, 2, 4, 7)), markers(asking(10, 2, 4, 7))
    middle = (place_of(0, 0) + place_of(10, 0)) / 2
    across = {one.given.who.name: 2 * middle - one.x for one in on_grid}
    for one in on_map:
        assert one.x == pytest.approx(across[one.given.who.name])
    assert place_of(10, 10) == place_of(0, 0) < place_of(0, 10) == place_of(10, 0)


def agreed_at(picture: bytes) -> float:
    """How far along the picture the filled box of the agreed number is: the middle of its darkest row."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    box = tuple(bytes.fromhex(palette.colour("brand")))
    row = max(range(image.height), key=lambda y: sum(image.getpixel((x, y)) == box for x in range(0, image.width, 8)))
    found = [x for x in range(image.width) if image.getpixel((x, row)) == box]
    return (found[0] + found[-1]) / 2 / image.width


def test_the_drawn_line_is_mirrored_too() -> None:
    on_map, on_grid = agreed_at(number_line(asking(0, 4)).png), agreed_at(number_line(asking(10, 4)).png)
    assert on_map == pytest.approx(place_of(4, 0) / 170, abs=0.005)
    assert on_grid == pytest.approx(1 - on_map, abs=0.005)
    assert on_map < 0.5 < on_grid


def test_both_ends_say_which_way_is_better_and_the_arrow_is_drawn_where_the_font_has_none() -> None:
    assert ends(asking(0, 4)) == (["0 = Zero.", "← worse"], ["10 = Ten.", "better →"])
    assert ends(asking(10, 4)) == (["10 = Ten.", "← better"], ["0 = Zero.", "worse →"])
    assert not has("←")
    drawn = []
    canvas = Canvas(20)
    canvas.line = lambda *at: drawn.append(at[:4])  # type: ignore[method-assign]
    canvas.text(6, 10, "← better")
    canvas.text(164, 10, "worse →", anchor="rs")
    shafts = [(x1, x2) for x1, y1, x2, y2 in drawn if y1 == y2]
    assert shafts == [(6, 9.2), (164, 160.8)]
    assert len(drawn) == 6


def test_the_picture_is_drawn_at_300_dots_to_the_inch() -> None:
    picture = number_line(asking(0, 1, 2, 3))
    image = Image.open(io.BytesIO(picture.png))
    assert image.info["dpi"] == pytest.approx((300, 300), abs=1)
    assert image.width == pytest.approx(picture.width_mm / 25.4 * 300, abs=1)
    assert image.height == pytest.approx(picture.height_mm / 25.4 * 300, abs=1)


def lanes(placed: list[Marker]) -> list[tuple[int, float]]:
    return [(one.lane, one.x) for one in placed]


def test_no_marker_hides_another_even_when_all_give_the_same_number() -> None:
    placed = markers(asking(0, *[5] * 12, *[10] * 4, 9, 9))
    assert len(set(lanes(placed))) == 18


def test_people_without_a_number_are_in_the_words_and_not_on_the_line() -> None:
    asked = asking(0, 3, None)
    assert [one.given.value for one in markers(asked)] == [3]
    assert "Person 1, Police officer, Police: I don't know." in description(asked)


def test_first_names_stand_on_the_line_and_more_of_a_name_only_where_two_begin_alike() -> None:
    names = ("PC Rowan Glasspool", "Marla Quillfeather", "Nell Ashgrove", "Nell Hart", "Dr Lark Ottermere")
    labels = {one.given.who.name: one.label for one in markers(asking(0, 1, 2, 3, 4, 5, names=names))}
    assert labels == {
        "PC Rowan Glasspool": "PC Rowan", "Marla Quillfeather": "Marla", "Nell Ashgrove": "Nell Ashgrove",
        "Nell Hart": "Nell Hart", "Dr Lark Ottermere": "Dr Lark",
    }  # fmt: skip


def test_a_name_the_font_cannot_write_stands_on_the_line_as_the_role() -> None:
    placed = markers(asking(0, 3, 4, 5, names=("Дарія", "Łukasz Bąk", "N" * 100)))
    labels = {one.given.value: one.label for one in placed}
    assert labels[3] == "Police officer"
    assert labels[4] == "Łukasz"
    assert labels[5].startswith("NNN")
    assert labels[5].endswith("…")
    assert "Дарія" in description(asking(0, 3, names=("Дарія",)))


@pytest.mark.parametrize("said", HARD)
def test_whatever_people_write_comes_back_as_they_wrote_it(said: str) -> None:
    made = given(room()).when("kit", point(text=said)).when("marla", SeeDifferently(new("v"), new("point"), said)).ok()
    document = opened(docx_of(record_of(made.meeting, ("everyone",))))
    found = [one.text for one in document.paragraphs]
    assert f"1 {said}" in found
    assert f"Marla Quillfeather sees it differently: {said}" in found


def test_numbers_that_were_not_shown_are_said_to_be_missing() -> None:
    meeting = played("mid", "three-column-map")
    assert [one.state for one in meeting.room.each(Round)] == ["asked"]
    document = opened(docx_of(record_of(meeting, ("everyone",))))
    assert "The numbers were not shown, so they are not in this record." in text(document)
    assert alt_texts(document) == []
    assert "DRAFT: the meeting is still going on" in text(document)


def test_the_server_has_documents_made_by_another_process() -> None:
    assert docx_apart(record()) == printed()


def test_a_document_that_takes_too_long_is_given_up_with_no_word_of_it() -> None:
    with pytest.raises(DocumentFailed, match=r"not ready after 0\.01 seconds") as failed:
        docx_apart(record(), seconds=0.01)
    assert failed.value.__cause__ is None
    assert "Quillfeather" not in str(failed.value)


def test_a_document_that_cannot_be_made_says_so_with_no_word_of_it() -> None:
    broken = replace(record(), head=replace(record().head, date="Quillfeather"))
    with pytest.raises(DocumentFailed, match="ended with code 1") as failed:
        docx_apart(broken)
    assert "Quillfeather" not in str(failed.value)


def test_making_a_document_starts_no_server() -> None:
    names = "[one for one in ('eventlet', 'flask', 'sqlalchemy') if one in sys.modules]"
    code = f"import sys, meeting_server.documents.__main__; print({names})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("stamp", "shown"),
    [
        (1_774_745_999_000, "2026-03-29 00:59"), (1_774_746_000_000, "2026-03-29 02:00"),
        (1_792_889_999_000, "2026-10-25 01:59"), (1_792_890_000_000, "2026-10-25 01:00"),
        (1_773_914_400_000, "2026-03-19 10:00"), (1_784_000_000_000, "2026-07-14 04:33"),
    ],
)  # fmt: skip
def test_times_are_those_on_the_wall_in_england(stamp: int, shown: str) -> None:
    assert f"{words.uk_time(stamp):%Y-%m-%d %H:%M}" == shown


def test_colours_are_those_of_the_screens() -> None:
    tokens = (documents._ROOT / "meeting_server" / "static" / "css" / "tokens.css").read_text("utf-8")
    assert f"--worry: #{palette.colour('worry')};" in tokens
    assert f"--social-care-tint: #{palette.tint('social')};" in tokens
    assert palette.colour("no such colour") == palette.colour("ink")


def test_no_average_is_anywhere() -> None:
    names: Any = re.compile(r"\b(average|mean score|median|total score)\b", re.IGNORECASE)
    for template in TEMPLATES:
        assert not names.search(text(opened(printed(template))))
