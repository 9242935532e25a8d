"""Whose document is made next, when many ask at once."""

import threading
import time

import pytest

from meeting_server.documents.turns import AT_ONCE, MOST_WAITING, NoTurn, Turns


class Desk:
    """Documents that are made for as long as nobody says that they are done; `made` in the order in which they began."""

    def __init__(self):
        self.turns, self.made, self.done = Turns(), [], {}
        self.threads = []

    def asks(self, person, meeting, seconds=10.0):
        finished = threading.Event()

        def make():
            with self.turns.turn(person, meeting, seconds):
                self.made.append(person)
                self.done[person] = finished
                finished.wait(10)

        self.threads.append(threading.Thread(target=make))
        self.threads[-1].start()
        self.settles()

    def finishes(self, person):
        self.done.pop(person).set()
        self.settles()

    def settles(self):
        before = None
        while before != len(self.made):
            before = len(self.made)
            time.sleep(0.03)

    def close(self):
        while any(one.is_alive() for one in self.threads):
            for one in list(self.done):
                self.done.pop(one).set()
            time.sleep(0.01)


@pytest.fixture
def desk():
    desk = Desk()
    yield desk
    desk.close()


def test_one_person_has_one_document_made_at_once_and_the_others_go_on(desk):
    for _ in range(4):
        desk.asks("marla", "here")
    assert desk.made == ["marla"]
    desk.asks("ines", "here")
    assert desk.made == ["marla", "ines"], "the second place is free, whatever Marla waits for"


def test_no_more_are_made_at_once_than_the_machine_bears(desk):
    for person in ("a", "b", "c"):
        desk.asks(person, person)
    assert len(desk.made) == AT_ONCE
    desk.finishes("a")
    assert desk.made == ["a", "b", "c"]


def test_the_meeting_that_waited_longest_is_next_however_many_of_another_ask(desk):
    for n in range(6):
        desk.asks(f"here {n}", "here")
    desk.asks("chair", "there")
    desk.finishes("here 0")
    assert desk.made[-1] == "chair"


def test_within_a_meeting_whoever_had_one_waits_for_who_had_none(desk):
    desk.asks("marla", "here")
    desk.asks("dorran", "here")
    desk.asks("marla", "here")
    desk.asks("ines", "here")
    desk.finishes("marla")
    assert desk.made == ["marla", "dorran", "ines"]


def test_whoever_asks_for_sixty_is_told_so_at_once_and_who_waits_too_long_too(desk):
    for _ in range(1 + MOST_WAITING):
        desk.asks("marla", "here")
    with pytest.raises(NoTurn), desk.turns.turn("marla", "here", 10):
        pass
    desk.asks("dorran", "here")
    with pytest.raises(NoTurn), desk.turns.turn("ines", "here", 0.05):
        pass
    desk.finishes("dorran")
    desk.asks("kit", "here")
    assert desk.made[-1] == "kit", "who gave up holds no place"
