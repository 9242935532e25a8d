"""A meeting of staff, made by the form on their pages, and what those pages say."""

import re
from datetime import date, timedelta

import requests

from tests.scenes.staffroom import forms_of

OTHER = "bel@council.example"
NAMES = ("Wren", "Marla Quillfeather", "Tolly Merriweather", "Dorran Quillfeather", "Mum of Wren")
TOMORROW = date.today() + timedelta(days=1)
FORM = {
    "reference": "fam  20741", "occasion": "First conference", "day": str(TOMORROW.day), "month": str(TOMORROW.month),
    "year": str(TOMORROW.year), "starts": "2.30pm", "place": "Room 4, Station Road", "setting": "both", "family": "yes",
    "chair_agency": "social_care", "child-0-name": "Wren", "child-0-age": "11",
    "person-0-name": "Marla Quillfeather", "person-0-relationship": "Mum of Wren", "person-0-role": "parent",
    "person-0-agency": "family", "person-1-name": "Tolly Merriweather", "person-1-role": "minute_taker",
    "person-1-agency": "social_care",
}  # fmt: skip


def makes(staff, **more):
    """A meeting, made by the form: its path."""
    staff.get("/meetings/new?template=three-column-map")
    answer = staff.press("make", "/meetings/new", **{**FORM, **more})
    assert re.fullmatch(r"/meetings/[0-9a-f-]{36}", answer.url.removeprefix(staff.url)), answer.text
    return answer.url.removeprefix(staff.url)


def links(page):
    """The links a page shows, by attendee."""
    return dict(re.findall(r'<code id="link-([0-9a-f-]{36})">([^<]+)</code>', page))


def words(page):
    """What a page says."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def look(council, link):
    """What opening a link answers."""
    return _opened(council, link).status_code


def said_by(council, link):
    """What a link that opens nothing says."""
    return _opened(council, link).json()["error"]["message"]


def token(staff):
    """The token that each form of theirs carries."""
    return {"form": forms_of(staff.get("/meetings").text)[0][1]["form"]}


def _opened(council, link):
    return requests.post(f"{council.url}/join/look", json={"token": link.partition("#")[2]},
                         headers={"Origin": council.url}, timeout=10)  # fmt: skip
