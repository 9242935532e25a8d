"""What leaves with every answer."""

from __future__ import annotations

import pytest

from tests.scenes.gate import OURS, House

PROTECTION = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "Cache-Control": "no-store",
}


@pytest.fixture
def house():
    return House()


def test_every_answer_carries_the_protection_once(house):
    house.answer = (
        "200 OK",
        [("cache-control", "public"), ("Server", "x"), ("Referrer-Policy", "unsafe-url"), ("ETag", "1")],
        [b""],
    )
    answers = [
        lambda: house.ask("/join"),
        lambda: house.ask("/nowhere"),
        lambda: house.ask("/m/x", method="POST"),
        house.open_line,
        lambda: house.open_line(Origin=OURS),
    ]
    for answer in answers:
        answer()
        names = [name.lower() for name, _ in house.pairs]
        assert len(names) == len(set(names))
        assert PROTECTION.items() <= house.headers.items()
        assert not {"etag", "last-modified", "server"} & set(names)


def test_the_content_policy_allows_our_own_files_and_our_own_lines(house):
    house.ask("/join")
    policy = house.headers["Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self' ws://127.0.0.1:5000 wss://board.example",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }


def test_only_the_files_of_this_release_may_be_kept(house):
    house.ask("/static/3f2a/board.js")
    assert house.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert house.headers["ETag"] == "x"
    house.ask("/static/0000/board.js")
    assert house.headers["Cache-Control"] == "no-store"
    house.answer = ("404 NOT FOUND", [], [b""])
    house.ask("/static/3f2a/nothing.js")
    assert house.headers["Cache-Control"] == "no-store"


def test_plain_http_promises_no_https():
    house = House(https=False)
    house.ask("/join")
    assert "Strict-Transport-Security" not in house.headers


def test_nobody_may_read_a_line_from_elsewhere(house):
    house.answer = ("200 OK", [("Access-Control-Allow-Origin", OURS), ("Set-Cookie", "a=b")], [b"ok"])
    house.open_line(Origin=OURS)
    assert "Access-Control-Allow-Origin" not in house.headers
    assert house.headers["Set-Cookie"] == "a=b"
