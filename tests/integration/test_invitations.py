"""Links that staff make and send round, and who comes by them."""

import re

from tests.people.on_the_wire import Wire, let_in
from tests.scenes.staff_pages import links, look, makes, words
from tests.scenes.staffroom import forms_of, on_the_board
from tests.servers.stores import dump, rows


def test_links_are_made_for_those_who_have_none_and_shown_once(council, asha):
    path = makes(asha)
    made = asha.press("links", path)
    shown = links(made.text)
    assert len(shown) == 2
    assert "Send each to its person now" in words(made.text)
    # Once beside each link, and once on its slip.
    assert made.text.count('class="qr"') == 4
    assert not links(asha.get(path).text)
    assert "Link made at" in words(asha.page)
    for link in shown.values():
        assert link.startswith(council.url + "/join#")
        assert link.partition("#")[2] not in dump(council.data_dir)
    again = asha.press("links", path)
    assert not links(again.text)


def test_a_page_loaded_again_makes_no_second_links_of_those_just_sent_round(council, asha):
    path = makes(asha)
    fields = next(fields for at, fields in forms_of(asha.page) if "since-" in str(fields))
    marla = next(name.removeprefix("since-") for name in fields if name.startswith("since-"))
    first = asha.post(path, {**fields, "do": f"link-{marla}"})
    link = links(first.text)[marla]
    reloaded = asha.post(path, {**fields, "do": f"link-{marla}"})
    assert reloaded.status_code == 409
    assert "These links were made before" in reloaded.text
    assert look(council, link) == 200
    asha.get(path)
    newer = links(asha.press(f"link-{marla}", path).text)[marla]
    assert look(council, link) == 410
    assert look(council, newer) == 200
    asha.get(path)
    asha.press(f"stop-{marla}", path)
    assert look(council, newer) == 410
    assert "No link yet." in words(asha.page)


def test_the_chair_has_no_link_and_none_can_be_made(council, asha):
    path = makes(asha)
    asha.press("links", path)
    meeting = path.rpartition("/")[2]
    ((chair,),) = rows(council.data_dir, "SELECT attendee FROM meeting_accounts WHERE meeting = :id", id=meeting)
    made = {
        one for (one,) in rows(council.data_dir, "SELECT attendee FROM invitations WHERE meeting = :id", id=meeting)
    }
    assert chair not in made
    assert len(made) == 2
    token = {"form": forms_of(asha.page)[0][1]["form"]}
    for do in (f"link-{chair}", f"stop-{chair}", "link-00000000-0000-4000-8000-000000000000"):
        assert asha.post(path, {**token, "do": do}).status_code == 404


def test_a_guest_comes_by_their_link_and_the_chair_who_signed_in_lets_them_in(council, asha):
    path = makes(asha)
    shown = asha.press("links", path).text
    marla = next(link for id, link in links(shown).items() if "for Marla Quillfeather" in shown.split(id)[1][:200])
    asha.get(path)
    chair = on_the_board(asha, asha.press("open", path).url)
    assert chair.snapshots[-1]["you"]["role"] == "chair"
    guest = Wire(council.url, marla, "Marla Quillfeather")
    guest.connect()
    chair.ok("open_meeting")
    let_in(chair, guest)
    assert guest.snapshots[-1]["state"] == "in"
    assert "Open now" in words(asha.get("/meetings").text)
    guest.close()
    chair.close()


def test_who_has_finished_preparing_is_on_the_chairs_page_and_on_no_one_elses(council, asha, bel):
    bel.get("/meetings/new?template=three-column-map")
    chair = re.search(r'<option value="([0-9a-f-]{36})">Asha Chairperson</option>', bel.page)[1]
    path = makes(bel, chair=chair)
    shown = bel.press("links", path).text
    link = next(link for id, link in links(shown).items() if "for Marla Quillfeather" in shown.split(id)[1][:200])
    asha.get(path)
    assert "Has finished preparing." not in words(asha.page)
    at_desk = on_the_board(asha, asha.press("open", path).url)
    marla = Wire(council.url, link, "Marla Quillfeather")
    marla.connect()
    let_in(at_desk, marla)
    marla.ok("finish_preparing", finished=True)
    assert "Has finished preparing." in words(asha.get(path).text)
    assert "finished preparing" not in words(bel.get(path).text)
    marla.close()
    at_desk.close()
