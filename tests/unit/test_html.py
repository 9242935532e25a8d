"""The page of the record, read back: everything the Word file says is on it, it is a sound document, and text is text."""

import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from meeting_server.documents import DocumentFailed, Following, Frame, docx_of, html_apart, html_of, turn_of
from meeting_server.domain.agenda.stage_notes import NoteStage
from meeting_server.domain.deciding.agency_views import GiveAgencyView
from meeting_server.domain.deciding.decisions import DecideForChild, DissentFrom
from meeting_server.domain.ending.addenda import AddAddendum
from meeting_server.domain.ending.ending import FinishMeeting
from meeting_server.domain.kinds import plain
from meeting_server.domain.people.add_person import AddPerson
from meeting_server.domain.points.actions import SetAction
from meeting_server.domain.points.views import SeeDifferently
from meeting_server.domain.record.record import Record, record_of
from tests.scenes.builders import START, given, new, person, room
from tests.scenes.points import point
from tests.scenes.record import full
from tests.unit.domain.record.test_record import ended
from tests.unit.test_docx import TEMPLATES, demo, opened, record, text

EMPTY = {"meta", "link", "col", "circle", "rect", "polygon", "path", "br"}
HARD = (
    "<script>alert(1)</script>",
    "</p></main><img src=x onerror=alert(1)>",
    '" onload="x\' autofocus',
    "{{ 7 * 7 }} {% raw %}",
    "&amp; &lt; &",
    "first\nsecond",
    "أحمد قال",
    "<!-- --> ]]> <svg/onload=x>",
)
FACTS = (
    "Ines Brackenshaw, Conference chair, Social care",
    "We paused 10:21 to 10:22 and 10:23 to 10:24.",
    "(here, no device)",
    "Who sent apologies",
    "Bex Hollowell, Recovery worker, Recovery service",
    "Who was asked and did not come",
    "It came late",
    "Yes, before we met",
    "What we talked about, step by step",
    "The centiles were read out.",
    "Written by Tolly Merriweather, Social care, 10:37.",
    "For Pip, loud voices mean hiding. School feels safe.",
    "Before that by Nell Ashgrove, Health visitor, Health, 10:26.",
    "Those words were taken back by Kit Farrowden",
    "Pip asked us not to say it.",
    "No goal answers this yet.",
    "Nobody said which worry this helps with.",
    "Read back to Odile Quillfeather, said yes, 10:17.",
    "Read back to Odile Quillfeather, said: not what I said, 10:19.",
    "Kit Farrowden, Social care · Welsh.",
    "Is Pip Quillfeather suffering",
    "Do you agree that Pip Quillfeather needs a plan by several agencies?",
    "School can hold this.",
    "Before, at 10:29: Yes: He is frightened.",
    "Child protection plan: Emotional harm",
    "Three agencies saw him hide.",
    "Marla accepts it for Pip.",
    "Marla wished to wait. There was no time.",
    "Decided earlier in this meeting",
    "Child in need plan or family help",
    "First thoughts.",
    "Ivo Stonewick disagrees formally about Pip:",
    "Marla Quillfeather does not agree about Pip:",
    "Nothing is decided here.",
    "Dates that follow",
    "Counted from the day of this meeting, Thursday 19 March 2026.",
    "First core group, where a plan was made",
    "By Thursday 2 April 2026",
    "Within 10 working days",
    "A local rule, as in North Yorkshire and Sussex",
    "That is a Sunday. The last working day before it is Friday 20 March 2026.",
    "Within 1 working day",
)


class Page(HTMLParser):
    """A page taken apart: every element with its attributes and words, and whether they are closed in order."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: dict[str, list[str]] = {}
        self.feed(page.decode())
        assert self.open == [], "not every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.words.setdefault(self.open[-1], []).append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self) -> str:
        return "\n".join(one for words in self.words.values() for one in words)


@cache
def whole() -> Record:
    return record_of(ended(full()), ("everyone",))


@cache
def page() -> Page:
    return Page(html_of(whole()))


@pytest.mark.parametrize("fact", FACTS)
def test_every_fact_of_the_room_is_in_the_word_file_and_on_the_page(fact: str) -> None:
    assert fact in page().text
    assert fact in word()


@cache
def word() -> str:
    return text(opened(docx_of(whole())))


def words_of(thing: object) -> Iterator[str]:
    """Every text of a record that people wrote or that names them."""
    if isinstance(thing, dict):
        for key, value in thing.items():
            if key in (
                "text",
                "reason",
                "reasons",
                "why",
                "name",
                "question",
                "measure",
                "if_not",
                "source",
            ) or isinstance(value, dict | list):
                yield from words_of(value)
    elif isinstance(thing, list):
        for one in thing:
            yield from words_of(one)
    elif isinstance(thing, str) and thing:
        yield thing


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_word_of_the_demo_is_on_the_page(template: str) -> None:
    printed = re.sub(r"\s+", " ", Page(html_of(record(template))).text)
    said = set(words_of(json.loads(json.dumps(plain(record(template))))))
    assert len(said) > 60
    missing = [one for one in said if re.sub(r"\s+", " ", one).rstrip(".") not in printed]
    assert missing == []


def test_the_page_says_at_its_top_that_it_is_a_draft_and_for_whom() -> None:
    made = html_of(whole()).decode()
    body = made[made.index("<body>") :]
    top = body[: body.index("</header>")]
    assert "<p><strong>First conference · 19 March 2026</strong></p><p>DRAFT · For: Everyone in the meeting</p>" in top


def test_a_draft_on_a_screen_says_when_it_was_read_and_follows_and_a_finished_one_says_when_it_was_finished() -> None:
    following = Following("/static/x/record/live.js", "seat", "room", "x", '{"everyone": 7}')
    frame = Frame("/sheet.css", (("Back to the board", "/board/x"),), START + 42 * 60_000, following)
    draft = html_of(whole(), frame).decode()
    assert "DRAFT, read 10:42 · For: Everyone in the meeting" in draft
    assert '<script type="module" src="/static/x/record/live.js"></script>' in draft
    assert 'data-as-of="{&#34;everyone&#34;: 7}"' in draft
    finished = given(demo(), START + 90_000_000).when("ines", FinishMeeting("FINISH"))
    more = AddAddendum(new("add"), "The clinic was on Tuesday.", "Nell rang.", person("nell"))
    added = finished.when("ines", more).ok().meeting
    made = html_of(record_of(added, ("everyone", "professionals")), frame).decode()
    assert "read 10:42" not in made
    assert "DRAFT" not in made
    assert "<script" not in made
    assert "follows the meeting" not in made
    for words in ("Finished, 20 March 2026", "Finished · For: Everyone in the meeting, Professionals", "Added afterwards",
                  "The clinic was on Tuesday.", "Why it was added: Nell rang."):  # fmt: skip
        assert words in made


def test_a_record_read_early_says_that_the_meeting_goes_on_or_has_not_started() -> None:
    going_on = Page(html_of(record_of(full(), ("everyone",)))).text
    assert "DRAFT: the meeting is still going on" in going_on
    assert "Who was asked and is not here" in going_on
    early = Page(html_of(record_of(room(opened=False), ("everyone",)))).text
    assert "DRAFT: the meeting has not started" in early


def test_one_heading_of_the_first_level_and_no_level_skipped() -> None:
    levels = [int(name[1]) for name, _ in page().elements if re.fullmatch(r"h\d", name)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_contents_lead_to_every_part_and_every_address_is_there_once() -> None:
    ids = [one["id"] for _, one in page().elements if "id" in one]
    assert len(ids) == len(set(ids))
    leads = [str(one["href"])[1:] for one in page().all("a") if str(one["href"]).startswith("#")]
    assert set(leads) <= set(ids)
    assert {one["aria-labelledby"] for one in page().all("section")} <= set(leads)


def test_every_table_has_heads_and_words_that_describe_it() -> None:
    tables = page().all("table")
    assert len(tables) > 5
    assert len(page().all("caption")) == len(tables)
    assert all(one["scope"] == "col" for one in page().all("th"))


def test_words_in_another_language_carry_its_code_and_direction() -> None:
    made = html_of(whole()).decode()
    assert '<span lang="cy" dir="ltr">Mae Pip yn hapus yn yr ysgol.</span>' in made
    arabic = given(room()).when("kit", point(text="أحمد", lang="ar")).ok().meeting
    assert '<span lang="ar" dir="rtl">أحمد</span>' in html_of(record_of(arabic, ("everyone",))).decode()


def test_words_from_right_to_left_begin_at_the_right_whether_or_not_their_language_is_named() -> None:
    for lang in ("ar", None):
        arabic = given(room()).when("kit", point(text="أحمد ينام.", lang=lang)).ok().meeting
        assert '<p class="said" dir="rtl">' in html_of(record_of(arabic, ("everyone",))).decode()
    english = given(room()).when("kit", point(text="He says أحمد.")).ok().meeting
    assert '<p class="said" dir="rtl">' not in html_of(record_of(english, ("everyone",))).decode()


def test_the_line_is_a_picture_with_words_and_stands_in_the_direction_of_its_template() -> None:
    for template, left in (("three-column-map", 0), ("safety-grid", 10)):
        made = Page(html_of(record(template)))
        lines = made.all("svg")
        asked = [one for part in record(template).parts for one in part.askings if one.numbers]
        assert len(lines) == len(asked)
        assert all(one["role"] == "img" for one in lines)
        assert all(f"A line with {left} at the left end" in str(one["aria-label"]) for one in lines)
        ticks = [one for one in made.words["text"] if one.isdigit()]
        order = [str(value) for value in (range(11) if left == 0 else range(10, -1, -1))]
        assert ticks[:11] == order
        ways = [one for one in made.words["text"] if one.strip("←→ ") in ("better", "worse")]
        assert ways == (["← better", "worse →"] if left == 10 else ["← worse", "better →"]) * len(lines)


def written(words: str) -> Page:
    """The page of a meeting in which people wrote these words wherever they can write."""
    line = " ".join(words.split())
    said = given(room()).when("tolly", AddPerson(new("aunt"), line, line)).ok()
    said = said.when("tolly", point(text=words, source=line, when=line, speaker=new("aunt"))).ok()
    said = said.when("marla", SeeDifferently(new("v"), new("point"), words)).ok()
    said = said.when("tolly", point("do", words, "next")).ok()
    said = said.when("tolly", SetAction(new("do"), (new("aunt"),), None, line, line)).ok()
    said = said.when("tolly", NoteStage("welcome", 0, words)).ok()
    said = said.when("ivo", GiveAgencyView(person("pip"), "no", line)).ok()
    said = said.when("ines", DecideForChild(person("pip"), "universal", words, words, None, words)).ok()
    said = said.when("ivo", DissentFrom(person("pip"), formal=True, why=line)).ok()
    return Page(html_of(record_of(said.meeting, ("everyone",))))


@pytest.mark.parametrize("said", HARD)
def test_whatever_people_write_stays_text(said: str) -> None:
    made, harmless = written(said), written("x")
    assert made.text.count(said) >= 6
    assert [name for name, _ in made.elements] == [name for name, _ in harmless.elements]
    assert [set(one) for _, one in made.elements] == [set(one) for _, one in harmless.elements]


def test_nothing_in_a_page_that_is_kept_runs_or_comes_from_elsewhere() -> None:
    for frame in (None, Frame("/static/x/css/record.css", (("Back to the board", "/board/x"),))):
        made = Page(html_of(whole(), frame))
        assert not {name for name, _ in made.elements} & {"script", "style", "img", "iframe", "form", "object"}
        assert not any(name.startswith("on") or name == "style" for _, one in made.elements for name in one)
        addresses = [str(one[name]) for _, one in made.elements for name in ("href", "src") if name in one]
        assert all(re.match(r"#|/[^/]|data:(,|text/css;base64,)", one) for one in addresses)


def test_the_title_names_nobody() -> None:
    assert page().words["title"] == ["Three-column map: record, 19 March 2026"]


def test_the_same_record_makes_the_same_page_and_another_process_makes_it_too() -> None:
    frame = Frame("/sheet.css", (("Back to the board", "/board/x"),), START)
    assert html_of(whole(), frame) == html_apart(whole(), frame)
    assert html_of(whole()) == html_apart(whole())


def test_a_page_that_takes_too_long_is_given_up_with_no_word_of_it() -> None:
    with pytest.raises(DocumentFailed, match=r"html document was not ready after 0\.01 seconds"):
        html_apart(whole(), seconds=0.01)


def test_two_documents_are_made_at_once_and_whoever_asks_then_waits_their_turn() -> None:
    too_many = pytest.raises(DocumentFailed, match="Too many documents")
    with turn_of("marla", "one"), turn_of("kit", "one"), too_many, turn_of("ines", "another", seconds=0.05):
        pytest.fail("a third was made meanwhile")
    with turn_of("ines", "another"):
        assert html_apart(whole()) == html_of(whole())
