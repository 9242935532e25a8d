"""Whatever is written or chosen on a page and not sent yet is kept in one place (static/board/store/kept_text.js), so that a
reload or somebody else's press takes none of it away. A new editor that keeps its words elsewhere fails here."""

import re

import pytest

from tests.unit.test_house_rules import STATIC, ours

EDITS = re.compile(r"<(?:textarea|input|select)\b|\bh\((?:Field|Whose|WhoseView|Tens|Ends|SummaryBox)\b")
STATE = re.compile(r"\[(\w+), \w+\] = useState\(|(\w+) = (?:signal|useSignal)\(")
NEITHER_WRITTEN_NOR_CHOSEN = {
    "busy": "a command is on its way",
    "problem": "why it was refused",
    "sent": "what is on its way",
    "sure": "one more look before a press",
    "open": "more to read or to choose from is open",
    "focused": "where the hands are",
    "opened": "which steps are open",
    "exact": "the field for a time is open",
    "own": "the fields for own words are open; what is in them opens them",
    "again": "it was begun before",
    "begun": "it was begun before",
    "clearing": "the buttons that take words back are there",
    "changing": "a form is open",
    "leaving": "the panel is open",
    "found": "help with words",
    "off": "help with words",
    "more": "adults who are looked at besides",
    "size": "a setting of the page",
    "keysOn": "a setting of the page",
}
KEPT_OTHERWISE = {
    "meeting_server/static/board/writing/draft.js": "the box: restore_unsent.js keeps it, with all that is said beside it",
    "meeting_server/static/board/numbers/number_form.js: picked": "which child is looked at",
    "facilitator_ui/static/chair/deciding/decision_desk.js: chosen": "which child is looked at",
    "facilitator_ui/static/chair/deciding/rating_desk.js: chosen": "which child is looked at",
    "facilitator_ui/static/chair/ending/draft_desk.js: typed": "FINISH, typed by a hand that means it: never brought back",
    "facilitator_ui/static/chair/agenda/big_screen_desk.js: code": "a code that is over in a minute",
    "facilitator_ui/static/chair/people/new_link.js: made": "a link, which is a secret: shown once",
    "meeting_server/static/join/join.js: pasted": "a link, which is a secret",
}
FILES = [
    (name, text)
    for name, text in ours(STATIC, ".js")
    if "/projector/" not in name and name != "meeting_server/static/board/forms/fields.js" and EDITS.search(text)
]


def test_the_editors_are_found():
    assert len(FILES) >= 40


@pytest.mark.parametrize(("name", "text"), FILES, ids=[name.rsplit("/", 1)[1] for name, _ in FILES])
def test_what_an_editor_holds_is_kept(name, text):
    held = [one or other for one, other in STATE.findall(text)]
    lost = [one for one in held if one not in NEITHER_WRITTEN_NOR_CHOSEN and f"{name}: {one}" not in KEPT_OTHERWISE]
    assert not lost, f"useWords or useChoice (kept_text.js) keeps it through a reload, useState does not: {lost}"


def test_every_exception_is_still_one():
    known = dict(ours(STATIC, ".js"))
    for place in KEPT_OTHERWISE:
        name, _, held = place.partition(": ")
        assert name in known
        assert not held or held in [one or other for one, other in STATE.findall(known[name])], place


def test_words_are_kept_as_words_and_choices_as_choices():
    """What is written is offered again where the thing it was for has gone; what is chosen can't be."""
    for name, text in FILES:
        chosen = {setter for _, setter in re.findall(r"\[(\w+), (\w+)\] = useChoice\(", text)}
        written = set(re.findall(r"\bh\(Field, \{[^}]*?write: (\w+)\b", text))
        assert not chosen & written, f"{name}: useWords for what is written: {chosen & written}"
