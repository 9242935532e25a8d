"""The words that a page brings for the browser's own code, and how they are collected for translators."""

import io
import json
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from meeting_server.http.page_words import words_of
from tools.js_strings import extract


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A council's folder with a little Polish."""
    catalogue = Catalog(locale="pl")
    catalogue.add("Add", "Dodaj")
    catalogue.add("Not translated", "")
    catalogue.add(("%(n)s point", "%(n)s points"), ("%(n)s punkt", "%(n)s punkty", "%(n)s punktów"))
    made = io.BytesIO()
    write_mo(made, catalogue)
    file = tmp_path / "pl" / "LC_MESSAGES" / "messages.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(made.getvalue())
    return tmp_path


def test_a_page_brings_the_texts_of_its_language_and_which_form_each_count_takes(folder: Path) -> None:
    words = json.loads(words_of("pl", (folder,)))
    assert words["texts"] == {"Add": "Dodaj"}
    forms = words["many"]["%(n)s point"]
    assert [forms[words["form"][n]] for n in (1, 2, 5, 12, 22, 101, 102)] == [
        "%(n)s punkt", "%(n)s punkty", "%(n)s punktów", "%(n)s punktów", "%(n)s punkty", "%(n)s punktów", "%(n)s punkty",
    ]  # fmt: skip


def test_an_english_page_brings_none(folder: Path) -> None:
    assert words_of("en-GB", (folder,)) == ""


@pytest.mark.parametrize(
    ("source", "collected"),
    [
        ('_("Add")', ["Add"]),
        ('html`<p class=${x ? "a" : "b"}>${_("Hello %(name)s", { name: one.name })}</p>`', ["Hello %(name)s"]),
        ('html`${open && html`<b>${_("In \\"it\\" \\u2026")}</b>`}`', ['In "it" …']),
        ('ngettext("%(n)s point", "%(n)s points", n)', [("%(n)s point", "%(n)s points")]),
        ('ngettext(\n  "1 point",\n  "%(n)s points", n)', [("1 point", "%(n)s points")]),
        ('_(words); some_("no"); object._("no"); say("no")', []),
    ],
)  # fmt: skip
def test_strings_are_collected_from_browser_code(source: str, collected: list[object]) -> None:
    found = extract(io.BytesIO(source.encode()), [], [], {})
    assert [text for _, _, text, _ in found] == collected
