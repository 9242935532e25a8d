"""The record says each thing once, and its first page answers what was decided, who does what, and when we go on."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from meeting_server.documents import html_of, pdf_of
from meeting_server.domain.kinds import plain
from meeting_server.domain.record.record import record_of
from tests.scenes.builders import given, new, person, room
from tests.scenes.points import point
from tests.unit.test_docx import TEMPLATES, opened, printed, record, text
from tests.unit.test_pdf import lines, read, squashed

LONG = 40
"""A sentence of so many letters is noticed when it is read again."""
MOST_PAGES = 14
SAID = ("text", "reason", "reasons", "why", "family_view", "wishes", "better")


def said_in(thing: Any, name: str = "") -> Iterator[str]:
    """Every text of a record that a person wrote."""
    if isinstance(thing, dict):
        for key, value in thing.items():
            if key not in ("answers", "about", "danger", "goals", "worry") or not isinstance(value, dict):
                yield from said_in(value, key)
    elif isinstance(thing, list):
        for one in thing:
            yield from said_in(one, name)
    elif isinstance(thing, str) and name in SAID and len(thing) >= LONG:
        yield thing


def really_said(template: str) -> Counter[str]:
    """How often each long sentence was said; an action's stands on the first page and in the plan."""
    data = json.loads(json.dumps(plain(record(template))))
    often = Counter(
        said_in([data[key] for key in ("head", "shared", "adults", "family_rating", "summaries", "addenda")])
    )
    for part in data["parts"]:
        for column in part["columns"]:
            for category in column["categories"]:
                category["points"] = [one for one in category["points"] if one["about"] == "child"]
        often.update(
            said_in({key: part[key] for key in ("impact", "columns", "askings", "deciding", "rating", "visits")})
        )
    for step in data["plan"]:
        often.update({one: 2 if one == step["text"] else 1 for one in said_in(step)})
    return often


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_long_sentence_stands_more_often_than_it_was_said_and_an_action_twice(template: str) -> None:
    word, often = squashed(text(opened(printed(template)))), really_said(template)
    assert len(often) > 30
    for one in often:
        wanted = sum(count for other, count in often.items() if one in other)
        assert word.count(squashed(one)) <= wanted, one


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_first_page_has_each_decision_who_disagrees_and_when_we_go_on_and_no_number_anybody_gave(
    template: str,
) -> None:
    whole, file = record(template), pdf_of(record(template))
    first = squashed("".join(lines(file)[0]))
    for part in whole.parts:
        made = part.deciding and part.deciding.decided
        assert part.child.name.split()[0] in first
        assert not made or squashed(made.outcome) in first
        assert not made or squashed(made.reasons) not in first
        for one in part.deciding.dissents if part.deciding else ():
            assert squashed(one.why) in first
    for clock in whole.head.dates:
        assert squashed(clock.label) in first
    assert "Whodoeswhat,bywhen" in first
    assert not any(squashed(one.question) in first for part in whole.parts for one in part.askings)
    assert len(read(file).pages) <= MOST_PAGES


def test_nothing_in_a_record_is_shortened() -> None:
    long = "A sentence that goes on, as people do when they are upset, " * 6
    said = given(room()).when("kit", point("danger", long, category="danger"))
    said = said.when("kit", point("goal", "Nobody is hurt.", "next", category="goal", answers=new("danger"))).ok()
    page = html_of(record_of(said.meeting, ("everyone",))).decode()
    assert page.count(long.strip()) == 1
    assert "…" not in page
    assert "Answers point 1." in page
    assert "Answered by point 2." in page


def test_a_point_about_several_stands_once_with_their_names_and_each_childs_part_leads_to_it() -> None:
    said = given(room()).when("kit", point("a", "They share a room.", children=(person("pip"), person("sorrel"))))
    said = said.when("kit", point("b", "Pip hides.", children=(person("pip"),))).ok()
    page = re.sub(r"<[^>]+>", "", html_of(record_of(said.meeting, ("everyone",))).decode())
    assert page.count("They share a room.") == page.count("Pip hides.") == 1
    assert "About Pip Quillfeather and Sorrel Quillfeather." in page
    assert "Also about Pip: point 1." in page
    assert "Also about Sorrel: point 1." in page
    assert "Also about Juniper" not in page
