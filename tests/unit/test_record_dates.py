"""The dates that follow, read back from the Word file and from the page."""

from dataclasses import replace

import pytest

from meeting_server.documents import docx_of, html_of
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.record.record import record_from_json, record_json, record_of
from meeting_server.domain.template.parts import Clock
from tests.unit.domain.dates.test_statutory_clocks import meeting, within
from tests.unit.test_docx import headings, opened, text
from tests.unit.test_html import Page


def record(made: Meeting):
    return record_of(made, ("everyone",))


def rows(made: Meeting) -> list[list[str]]:
    """The table of the dates in the Word file."""
    tables = opened(docx_of(record(made))).tables
    (found,) = [one for one in tables if one.rows[0].cells[1].text == "By when"]
    return [[cell.text for cell in row.cells] for row in found.rows]


def test_the_table_says_what_by_when_the_rule_and_whose_it_is() -> None:
    heads, *found = rows(meeting())
    assert heads == ["What", "By when", "The rule", "Whose rule it is"]
    assert len(found) == 7
    assert found[0] == [
        "Decision letter to the family",
        "By Friday 20 March 2026",
        "Within 1 working day",
        "A local rule, as in North Yorkshire and Sussex",
    ]


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2026-03-27", "That is a bank holiday: Good Friday. The last working day before it is Thursday 2 April 2026."),
        ("2026-03-07", "That is a Saturday. The last working day before it is Friday 13 March 2026."),
    ],
)
def test_a_date_that_is_no_working_day_says_so_in_both(day: str, says: str) -> None:
    made = meeting(day, "three-column-map", within(1, "weeks"))
    assert says in text(opened(docx_of(record(made))))
    assert says in Page(html_of(record(made))).text


@pytest.mark.parametrize(
    ("clock", "says"),
    [
        (within(1, "days"), "Within 1 day"),
        (within(2, "weeks"), "Within 2 weeks"),
        (within(1, "months"), "Within 1 month"),
        (within(20, "working_days"), "Within 20 working days"),
    ],
)
def test_every_rule_is_said_in_words(clock: Clock, says: str) -> None:
    assert rows(meeting("2026-03-19", "three-column-map", clock))[1][2] == says


def test_a_template_without_clocks_leaves_the_part_out() -> None:
    made = meeting()
    made = replace(made, template=replace(made.template, clocks=()))
    assert "Dates that follow" not in [name for _, name in headings(opened(docx_of(record(made))))]
    assert "Dates that follow" not in Page(html_of(record(made))).text


def test_the_dates_survive_json_so_another_process_prints_the_same() -> None:
    made = record(meeting())
    assert record_from_json(record_json(made)) == made
    assert docx_of(record_from_json(record_json(made))) == docx_of(record(meeting()))
