"""The calls that a PDF is printed from: what the printer said, as data that can be written as JSON."""

import json
from typing import Any

import pytest

from meeting_server.documents.palette import colour, tint
from meeting_server.documents.paper import Line, Paper, Spoken
from meeting_server.documents.pdf_paper import PdfPaper
from tests.unit.test_docx import asking


def said(name: str, *what: Any, **more: Any) -> dict[str, Any]:
    """What one call became, after its way through JSON."""
    paper = PdfPaper("Title", ("left", "right"))
    getattr(paper, name)(*what, **more)
    data = json.loads(json.dumps(paper.data()))
    assert (data["title"], data["top"]) == ("Title", ["left", "right"])
    (call,) = data["calls"]
    return {**call, "inks": data["inks"]}


def words(line: Any) -> str:
    return "\n".join("".join(pieces) for pieces in line)


def test_it_is_a_paper() -> None:
    paper: Paper = PdfPaper("", ("", ""))
    assert paper.data()["calls"] == []


def test_headings_have_their_level_and_the_ink_that_repeats_them() -> None:
    part, heading = said("part", "Pip"), said("heading", "Harm", 2, "worry")
    assert (part["call"], part["level"], words(part["text"])) == ("heading", 1, "Pip")
    assert heading["level"] == 2
    assert heading["inks"][heading["ink"]] == f"#{colour('worry')}"


def test_a_line_keeps_its_lead_its_language_and_its_direction() -> None:
    line = said("text", Line("Mae hi'n hapus.", "Pip:", lang="cy-GB"), keep=True)["line"]
    assert (words(line["lead"]), words(line["words"]), line["lang"], line["region"]) == (
        "Pip:",
        "Mae hi'n hapus.",
        "cy",
        "GB",
    )
    assert not line["backwards"]
    assert said("text", Line("Abu ja.", lang="ur"))["line"]["backwards"]
    assert said("text", Line("x", lang="no such language"))["line"]["lang"] is None
    assert not said("text", Line("أحمد", small=True))["line"]["backwards"]


def test_a_short_paragraph_directly_below_a_heading_stays_with_what_follows() -> None:
    paper = PdfPaper("", ("", ""))
    paper.heading("How big is the risk?", 2)
    for words_ in ("If things go on as they are?", "More.", "x " * 400):
        paper.text(words_)
    paper.heading("Why", 2)
    paper.text("x " * 400)
    assert [one["keep"] for one in paper.data()["calls"] if one["call"] == "text"] == [True, False, False, False]


def test_what_was_said_stands_with_its_details_and_the_views_beside_it() -> None:
    view = Spoken("It was an accident.", ("In writing.",), lead="Dorran sees it differently:")
    call = said("said", Spoken("He broke the door.", ("PC Rowan", "28 February"), (view,)), "worry")
    assert words(call["spoken"]["line"]["words"]) == "He broke the door."
    assert [words(one["words"]) for one in call["spoken"]["details"]] == ["PC Rowan", "28 February"]
    assert words(call["beside"][0]["line"]["lead"]) == "Dorran sees it differently:"
    assert call["whole"]


def test_cells_keep_their_lines_and_an_empty_one_stays_a_cell() -> None:
    call = said("table", ("A", "B"), (85, 85), "Says", [("x", [Line("y", "z", small=True), Line("")]), ("", "w")])
    (first, second) = call["rows"]
    assert [len(cell) for cell in first["cells"]] == [1, 1]
    assert first["cells"][1][0]["small"]
    assert [len(cell) for cell in second["cells"]] == [1, 1]
    assert [words(head) for head in call["heads"]] == ["A", "B"]


@pytest.mark.parametrize(("rows", "whole"), [(5, True), (6, False)])
def test_a_table_of_few_rows_is_whole(rows: int, whole: bool) -> None:
    assert said("table", ("A",), (170,), "", [("x",)] * rows)["whole"] == whole


def test_what_is_higher_than_a_page_is_not_whole() -> None:
    long = "\n".join("x" * 50)
    assert not said("said", Spoken(long), "ink")["whole"]
    assert not said("fact", "Why", long)["whole"]
    assert not said("shaded", long, "")["whole"]
    table = said("table", ("A", "B"), (20, 150), "", [("x" * 900, "y"), ("x", "y" * 900)])
    assert [one["whole"] for one in table["rows"]] == [False, True]
    assert not table["whole"]


def test_only_a_word_that_is_wider_than_its_place_comes_in_pieces() -> None:
    assert said("text", "one two three")["line"]["words"] == [["one two three"]]
    pieces = said("text", f"see {'Donau' * 30} there")["line"]["words"][0]
    assert "".join(pieces) == f"see {'Donau' * 30} there"
    assert max(map(len, pieces)) <= 6


def test_marks_without_a_shape_are_left_out_and_other_spaces_are_spaces() -> None:
    assert words(said("text", "co\u00ado\u200bp\u00a0now\there")["line"]["words"]) == "coop now here"


def test_a_number_line_is_drawn_with_everyone_and_its_words() -> None:
    call = said("line", asking(10, 2, 4, 4))
    assert call["call"] == "drawing"
    assert "A line with 10 at the left end and 0 at the right end." in call["says"]
    labels = [one["words"] for one in call["labels"]]
    assert {"Person 0", "Person 1", "Person 2", "agreed", "better", "worse", "10", "0"} <= set(labels)
    agreed = next(one for one in call["labels"] if one["words"] == "4")
    assert agreed["ink"] == "surface"
    assert call["boxes"][0]["x"] < agreed["x"] < call["boxes"][0]["x"] + call["boxes"][0]["width"]
    assert {call["inks"][one["edge"]] for one in call["shapes"][:3]} == {f"#{colour('police')}"}
    assert call["inks"]["police tint"] == f"#{tint('police')}"
