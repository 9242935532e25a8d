"""The record as a PDF: whose it is, what it is called, what is answered for letters without a font, and where there is no typst."""

import re
from datetime import date
from types import SimpleNamespace
from urllib.parse import urlsplit
from uuid import uuid4

import pytest

from meeting_server import documents
from meeting_server.app import create_app
from meeting_server.documents import Frame, html_of, pdf, pdf_of
from meeting_server.domain.ending.checks import gaps
from meeting_server.domain.ending.ending import EndMeeting, OpenMeeting, Reason
from meeting_server.domain.kinds import built
from meeting_server.domain.points.items import AddItem
from meeting_server.domain.record.record import Record
from meeting_server.services.prepare_meeting import Plan, PlannedPerson
from meeting_server.services.seats import Invited, take_seat
from meeting_server.services.sign_in import StaffSessions
from meeting_server.services.staff_meetings import CHAIR, MeetingRequest, make_meeting, my_meeting
from meeting_server.settings import Settings
from meeting_server.storage.template_files import load_templates
from tests.scenes.sitting import make_accounts
from tests.servers.stores import open_store


def here(what, kind, seconds):
    record = built(Record, what["record"])
    if kind == "html":
        return html_of(record, built(Frame, what["frame"]))
    try:
        return pdf_of(record)
    except pdf.NoLetters as missing:
        raise documents.LettersMissing(str(missing)) from None


@pytest.fixture
def office(tmp_path, monkeypatch):
    """Asha chairs an open meeting. Documents are made in this process: what the other one does is tested elsewhere."""
    monkeypatch.setattr(documents, "_apart", here)
    database = open_store(tmp_path)
    running = create_app(Settings(async_mode="threading", data_dir=tmp_path), database)
    live = running.live
    (asha,) = make_accounts(live, "Asha Chair")
    people = (PlannedPerson(CHAIR, "Asha Chair", agency="social_care", role="chair"),)
    plan = Plan("First", load_templates()["three-column-map"], "First", "both", True, date.today().isoformat(), people)
    meeting = make_meeting(live, plan, MeetingRequest("FAM 1", "10:00", "", asha, asha))
    session = StaffSessions(live).begin(asha, None)
    attendee = my_meeting(live, asha, meeting).attendee
    cookie, seat = take_seat(live, Invited(live.meeting(meeting), "", attendee), None)
    live.arrive(seat, "computer", others_connected=False)
    live.handle(seat, str(uuid4()), OpenMeeting())
    browser = running.app.test_client()
    host = urlsplit(Settings().url).hostname
    browser.set_cookie("board", cookie, domain=host)
    browser.set_cookie("staff", session, domain=host)
    yield SimpleNamespace(
        live=live, seat=seat, meeting=meeting, here=f"/board/{seat.selector}",
        get=lambda path: browser.get(path, base_url=Settings().url),
        say=lambda text: live.handle(seat, str(uuid4()), AddItem(str(uuid4()), "worries", text)),
    )  # fmt: skip
    live.writer.stop()
    database.close()


def end(office):
    missing = gaps(office.live.meeting(office.meeting))
    office.live.handle(office.seat, str(uuid4()), EndMeeting(tuple(Reason(gap.check, "Late.") for gap in missing)))


def test_whoever_is_in_has_it_beside_the_word_file_and_reads_why_if_it_cannot_be_made(office):
    office.say("Pip sleeps.")
    assert 'data-pdf="yes"' in office.get(office.here).text
    page = office.get(f"{office.here}/record").text
    assert f'href="{office.here}/record.pdf?audiences=everyone">The record, as a PDF' in page
    answer = office.get(f"{office.here}/record.pdf")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.data.startswith(b"%PDF-")
    name = r'attachment; filename="FAM-1_[0-9-]{10}_\w[\w-]+_record_DRAFT-\d{4}\.pdf"'
    assert re.fullmatch(name, answer.headers["Content-Disposition"])
    assert office.get(f"{office.here}/record.pdf?audiences=nobody").status_code == 404

    office.say("Дарія sleeps.")
    answer = office.get(f"{office.here}/record.pdf?audiences=everyone")
    assert answer.status_code == 422
    assert "This record has letters that our PDF fonts do not have. Use Word or Print." in answer.text
    assert 'href="record.docx?audiences=everyone"' in answer.text
    assert 'href="record?audiences=everyone"' in answer.text
    assert "Дарія" not in answer.text


def test_after_the_end_those_with_an_account_have_it_and_where_typst_is_missing_nobody(office, monkeypatch):
    assert office.get(f"/meetings/{office.meeting}/record.pdf").status_code == 404
    end(office)
    mine = f"/meetings/{office.meeting}"
    for page in (mine, f"{mine}/record"):
        assert f"{mine}/record.pdf" in office.get(page).text
    assert office.get(f"{mine}/record.pdf").data.startswith(b"%PDF-")

    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    pdf.has_pdf.cache_clear()
    try:
        for file in (f"{mine}/record.pdf", f"{office.here}/record.pdf"):
            assert office.get(file).status_code == 404
        for page in (mine, f"{mine}/record", office.here, f"{office.here}/record"):
            answer = office.get(page)
            assert answer.status_code == 200, page
            assert "pdf" not in answer.text.lower(), page
    finally:
        pdf.has_pdf.cache_clear()
