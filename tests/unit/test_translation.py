"""Pages in other languages: every string of a page can be translated, and a catalogue that is there is spoken."""

import io
import re
from html.parser import HTMLParser
from pathlib import Path

import jinja2
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from meeting_server.app import create_app
from meeting_server.http.languages import catalogues
from meeting_server.services import invitations
from meeting_server.services.prepare_meeting import Plan, PlannedPerson
from meeting_server.services.staff_meetings import CHAIR, MeetingRequest, make_meeting
from meeting_server.settings import Settings, settings_from
from meeting_server.storage.template_files import load_templates
from tests.scenes.staffroom import forms_of
from tests.servers.served import ROOT
from tests.servers.stores import open_store
from tests.tools.collected import collected

FOLDERS = (ROOT / "meeting_server" / "templates", ROOT / "facilitator_ui" / "templates")
TEMPLATES = [file for folder in FOLDERS for file in sorted(folder.rglob("*.html"))]
ATTRIBUTES = re.compile(r'(?:[a-z-]+="[^"]*"\s*)+')
OUR_NAME = {"Common Ground", "- Common Ground"}
READ_ALOUD = {"alt", "aria-label", "placeholder", "title"}
POLISH = {
    "This page is closed.": "Ta strona jest zamknięta.",
    "This meeting has ended.": "To spotkanie się skończyło.",
    "Staff sign-in": "Logowanie pracowników",
    "Give your email address.": "Podaj swój adres e-mail.",
    "Questions, or worried about a child? Ring %(contact)s.": "Pytania? Zadzwoń: %(contact)s.",
    "A meeting has at most %(most)s people.": "Liczba osób na spotkaniu: najwyżej %(most)s.",
    "This link does not work. Please ask whoever sent it to you for a new one.": "Ten link nie działa.",
}


class _Bare(HTMLParser):
    """The words of markup that stand there bare, in texts and in attributes that are read aloud."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_data(self, data):
        self.found.append(data)

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in READ_ALOUD and value]


def bare_words(source):
    """What a template says without asking for its translation."""
    # Everything Jinja does is a hole in the markup, so that only what stands there bare is left.
    holes = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", source, flags=re.DOTALL)
    reader = _Bare()
    reader.feed(holes)
    words = (re.sub(r"\s+", " ", one).strip() for one in reader.found)
    return [
        one for one in words if re.search("[A-Za-z]{2}", one) and one not in OUR_NAME and not ATTRIBUTES.fullmatch(one)
    ]


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_string_of_a_page_can_be_translated(file):
    assert not bare_words(file.read_text("utf-8")), 'Wrap it: {{ _("...") }}'


@pytest.mark.parametrize(
    ("source", "bare"),
    [("<p>Hello</p>", ["Hello"]), ('<p>{{ _("Hello") }}</p>', []), ('<a title="Go on">{{ name }}</a>', ["Go on"]),
     ("<p>{{ name }}, {{ age }}</p>", []), ("{# a comment #}{% if said %}said{% endif %}", ["said"])],
)  # fmt: skip
def test_the_search_for_bare_words_finds_them(source, bare):
    assert bare_words(source) == bare


def test_the_words_a_template_chooses_from_are_translated_too():
    """Texts inside {% set %} and other code are holes to the search above."""
    for file in TEMPLATES:
        tree = jinja2.Environment(extensions=["jinja2.ext.i18n"]).parse(file.read_text("utf-8"))
        asked = {id(one) for call in tree.find_all(jinja2.nodes.Call)
                 if getattr(call.node, "name", "") in ("_", "gettext", "ngettext") for one in call.args}  # fmt: skip
        said = [one.value for one in tree.find_all(jinja2.nodes.Const)
                if isinstance(one.value, str) and id(one) not in asked and re.search(r"^[A-Z].* .*[.?]$", one.value)]  # fmt: skip
        assert not said, f"{file.name}: {said}"


def test_the_collected_strings_are_those_of_templates_of_code_and_of_scripts():
    found = collected()
    assert set(POLISH) <= found
    assert "Choose who chairs the meeting." in found
    assert {"Up to date", ("%(n)s point", "%(n)s points")} <= found
    assert len(found) > 500
    made_up = [
        text
        for message in found
        for text in ([message] if isinstance(message, str) else message)
        if re.search("[{}]", text)
    ]
    assert not made_up, "A value goes in as %(name)s"


@pytest.fixture
def polish(tmp_path):
    """A folder with a small catalogue, as a council would have it."""
    catalogue = Catalog(locale="pl")
    for english, other in POLISH.items():
        catalogue.add(english, other)
    made = io.BytesIO()
    write_mo(made, catalogue)
    folder = tmp_path / "translations" / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.mo").write_bytes(made.getvalue())
    return tmp_path / "translations"


@pytest.fixture
def server(tmp_path, polish):
    """Gives a server that was told to speak these languages, started when it is first asked for."""
    running = []

    def started(languages=("pl", "cy")):
        if not running:
            settings = Settings(async_mode="threading", data_dir=tmp_path, languages=languages, translations_dir=polish)
            running.append((create_app(settings, open_store(tmp_path)), settings.url))
        return running[0]

    yield started
    for found, _ in running:
        found.stop()


@pytest.fixture
def page(server):
    """Opens a page as a browser that asks for these languages."""

    def open_page(path, asked, languages=("pl", "cy"), **form):
        running, url = server(languages)
        client, headers = running.app.test_client(), {"Accept-Language": asked, "Origin": url}
        answer = client.post(path, data=form, headers=headers) if form else client.get(path, headers=headers)
        return answer.text

    return open_page


def test_a_page_speaks_the_language_the_browser_asks_for(page):
    said = page("/goodbye/ended", "pl-PL,pl;q=0.9,en;q=0.5")
    assert '<html lang="pl">' in said
    assert "To spotkanie się skończyło." in said
    assert "Pytania? Zadzwoń: your social worker" in said
    assert "You can ask to see what was written." in said, "what is not translated yet stays English"


def test_what_code_says_is_translated_as_what_templates_say(page):
    said = page("/sign-in", "pl", email="", password="")
    assert "Podaj swój adres e-mail." in said
    assert "Give your password." in said


def test_a_refusal_on_a_form_reads_as_the_page_does_with_what_varies_in_its_place(server, monkeypatch):
    running, url = server()
    monkeypatch.setattr(invitations, "MOST_PEOPLE", 2)
    asha = running.app.extensions["staff"].accounts.make("Asha", "asha@council.example", "three green otters")
    people = (PlannedPerson("wren", "Wren", True), PlannedPerson(CHAIR, "Asha", agency="social_care", role="chair"))
    template = load_templates()["three-column-map"]
    plan = Plan("First conference", template, "First conference", "room", True, "2026-11-24", people)
    path = "/meetings/" + make_meeting(running.live, plan, MeetingRequest("FAM 1", "14:30", "", asha, asha))
    client, headers = running.app.test_client(), {"Accept-Language": "pl", "Origin": url}
    client.post("/sign-in", data={"email": asha.email, "password": "three green otters"}, headers=headers)
    forms = [fields for _, fields in forms_of(client.get(path, headers=headers).text)]
    typed = {"person-name": "Tolly", "person-role": "minute_taker", "person-agency": "social_care", "do": "add"}
    said = client.post(path, data=next(one for one in forms if "person-name" in one) | typed, headers=headers).text
    assert "Liczba osób na spotkaniu: najwyżej 2." in said
    assert "Tolly" in said, "what was typed is still there"


def test_what_a_link_is_answered_reads_as_the_page_does(server):
    running, url = server()
    headers = {"Accept-Language": "pl", "Origin": url}
    answer = running.app.test_client().post("/join/look", json={"token": "no link"}, headers=headers)
    assert answer.json["error"] == {"code": "no_link", "message": "Ten link nie działa."}


@pytest.mark.parametrize("asked", ["en-GB,en", "en-US,pl;q=0.5", "de", "cy", "", "*", "x" * 500, "pl;q=0"])
def test_everybody_else_reads_english(page, asked):
    said = page("/goodbye/ended", asked)
    assert '<html lang="en-GB">' in said
    assert "This meeting has ended." in said


def test_a_catalogue_that_is_there_and_not_named_in_the_settings_is_not_spoken(page):
    assert '<html lang="en-GB">' in page("/goodbye/ended", "pl", languages=())


def test_languages_are_read_from_the_settings_and_found_as_catalogues(polish):
    settings = settings_from({"LANGUAGES": "pl, cy", "TRANSLATIONS_DIR": str(polish)})
    assert settings.languages == ("pl", "cy")
    assert catalogues(settings.translations_dir) == ["pl"]
    assert settings_from({}).languages == ()
    assert catalogues(Path("no such folder")) == []
