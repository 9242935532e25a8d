"""Every route says who may open it, stands in the gate's allow-list, changes nothing on GET, and bears our headers."""

import http.client
import re
from contextlib import closing
from typing import get_args

import pytest

from facilitator_ui.chair import STATIC, chair
from facilitator_ui.minutes import minutes
from facilitator_ui.projector import projector
from meeting_server.app import create_app
from meeting_server.building.gate import routes
from meeting_server.http.access import Who
from meeting_server.http.gate import _methods
from meeting_server.settings import Settings
from tests.servers.served import digest
from tests.servers.stores import open_store

STANDING = {
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}  # fmt: skip


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    """The app as `serve` puts it together, facilitator's screens included, in threads."""

    def screens(app):
        app.register_blueprint(chair)
        app.register_blueprint(projector)
        app.register_blueprint(minutes)
        return STATIC

    database = open_store(tmp_path_factory.mktemp("routes"))
    running = create_app(Settings(async_mode="threading", data_dir=database.folder), database, screens)
    yield running.app
    running.live.writer.stop()
    database.close()


def rules(app):
    return list(app.url_map.iter_rules())


def example(rule, release):
    """A path that this rule matches."""
    return re.sub(r"<(?:\w+:)?(\w+)>", "something", rule.rule).replace("RELEASE", release)


def test_every_route_says_who_may_open_it(app):
    for rule in rules(app):
        view = app.view_functions[rule.endpoint]
        assert getattr(view, "open_to", None) in get_args(Who), rule.rule


def test_only_these_pages_are_open_to_anyone(app):
    """Written out by hand: whoever adds a page says here, too, that it holds nothing of a meeting."""
    release = app.extensions["board"].release
    anyone = {rule.rule for rule in rules(app) if app.view_functions[rule.endpoint].open_to == "anyone"}
    assert anyone == {
        "/",
        "/join",
        "/screen",
        "/screen/code",
        "/screen/news",
        "/sign-in",
        "/goodbye/<reason>",
        "/health/live",
        "/health/ready",
        f"/static/{release}/<path:name>",
    }


def test_the_gate_lets_through_exactly_the_apps_routes_and_the_line(app):
    release = app.extensions["board"].release
    allowed = routes(release)
    for rule in rules(app):
        methods = _methods(dict(sorted(allowed.items(), key=lambda one: -len(one[0]))), example(rule, release))
        assert methods is not None, rule.rule
        assert (rule.methods or set()) - {"OPTIONS"} <= methods, rule.rule
    patterns = [re.compile(re.sub(r"<(?:\w+:)?\w+>", ".+", rule.rule)) for rule in rules(app)]
    for path, methods in allowed.items():
        if path == "/socket.io/":
            continue
        below = path.endswith("/") and path != "/"
        tried = [rule for rule, found in zip(rules(app), patterns, strict=True)
                 if (below and rule.rule.startswith(path)) or found.fullmatch(path)]  # fmt: skip
        assert tried, f"the gate lets {path} through, and the app has no such page"
        assert methods <= {method for rule in tried for method in rule.methods or ()}, path


def test_no_route_takes_a_method_that_changes_something_but_post(app):
    for rule in rules(app):
        assert (rule.methods or set()) <= {"GET", "HEAD", "OPTIONS", "POST"}, rule.rule


def ask(url, method, path, *, cookie="", **headers):
    """One request by hand: status, headers and body."""
    host, _, port = url.removeprefix("http://").partition(":")
    with closing(http.client.HTTPConnection(host, int(port), timeout=40)) as line:
        line.request(method, path, headers={"Cookie": cookie, **headers} if cookie else headers)
        answer = line.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()


def pages(wire):
    """Every kind of page, for one who is in: those of the app, and those that are not."""
    front = ask(wire.url, "GET", "/join")[2].decode()
    static = re.findall(r'(?:src|href)="(/static/[^"]+)"', front)
    assert static
    return ["/", "/join", wire.page, f"/board/{wire.seat}", f"/board/{wire.seat}/record", f"/board/{wire.seat}/record.docx", f"/board/{wire.seat}/record.pdf",
            f"/board/{wire.seat}/record.docx?audiences=everyone,professionals", f"/board/{wire.seat}/record.docx?audiences=x",
            f"/board/{wire.seat}/workbook.docx",
            f"/chair/{wire.seat}", f"/minutes/{wire.seat}", "/goodbye/removed", "/goodbye/restarting", "/goodbye/never", "/never", "/join/look",
            "/static/never/x.js", static[0], static[0] + "x", "/board/" + "0" * 36, "/socket.io/?EIO=4&transport=polling",
            "/socket.io/x", "/demo", "/board/../join", "/%00", "/robots.txt", "/favicon.ico"]  # fmt: skip


@pytest.mark.parametrize("who", ["chair", "worker", "mum", "gran, who waits"])
def test_no_get_changes_anything_but_the_read_log(house, who):
    room = house.room()
    chair, worker, mum = house.gather(room, "worker", "mum")
    wire = {"chair": chair, "worker": worker, "mum": mum}.get(who) or house.joins(room, "gran")
    worker.add("A point.")
    before = digest(house.data_dir)
    for path in pages(wire):
        for method in ("GET", "HEAD"):
            status, _, body = ask(house.url, method, path, cookie=wire.cookie, **{"X-Board": "1"})
            assert status != 500, path
            assert method == "GET" or body == b"", path
    assert digest(house.data_dir) == before


def test_every_kind_of_answer_bears_our_headers(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    seen = set()
    asked = [
        (method, path, {})
        for path in [*pages(mum), chair.page]
        for method in ("GET", "POST", "PUT", "OPTIONS", "DELETE")
    ]
    asked += [("POST", "/join", {"Transfer-Encoding": "chunked"}), ("GET", "/meetings", {}), ("GET", "/socket.io/?EIO=4&transport=polling&j=0", {}),
              ("POST", "/socket.io/?EIO=4&transport=polling", {"Content-Length": "99999999"})]  # fmt: skip
    for method, path, more in asked:
        status, headers, body = ask(house.url, method, path, cookie=mum.cookie, **more)
        seen.add(status)
        for name, value in STANDING.items():
            assert headers.get(name) == value, (method, path, status, name)
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "require-trusted-types-for 'script'" in policy
        assert "unsafe" not in policy
        assert "=()" in headers["Permissions-Policy"]
        kept = path.startswith("/static/") and status == 200
        telltales = {"Server", "X-Powered-By", "Access-Control-Allow-Origin"} | (
            set() if kept else {"ETag", "Last-Modified"}
        )
        assert not telltales & set(headers), path
        assert headers["Cache-Control"] == ("public, max-age=31536000, immutable" if kept else "no-store"), path
        if path != "/" and status >= 400:
            for name in room.names.values():
                assert name.encode() not in body
    assert {200, 303, 404, 405, 411, 413} <= seen


def test_what_is_not_there_and_what_is_not_yours_is_one_and_the_same_answer(house):
    room = house.room()
    _, mum, worker = house.gather(room, "mum", "worker")
    answers = set()
    for path in ("/never", "/demo", worker.page, f"{worker.page}/record.docx", f"{worker.page}/record.pdf", f"{worker.page}/record",
                 f"/board/{mum.seat}/record?audiences=professionals", f"/chair/{mum.seat}", f"/minutes/{mum.seat}", "/board/x", "/static/never/x.js",
                 "/goodbye/never", f"/board/{mum.seat}/record.docx?audiences=professionals", f"/board/{mum.seat}/record.pdf?audiences=professionals", f"/board/{worker.seat}/workbook.docx",
                 f"/board/{mum.seat}/workbook.docx", f"/board/{mum.seat}/workbook.docx?child={room.people['pip']}"):  # fmt: skip
        status, headers, body = ask(house.url, "GET", path, cookie=mum.cookie)
        headers.pop("Date")
        answers.add((status, tuple(sorted(headers.items())), body))
    assert len(answers) == 1
    ((status, _, body),) = answers
    assert status == 404
    assert len(body) > 100


EACH_ALONE = ["everyone", "professionals", "chairs_desk", "everyone,professionals"]


@pytest.mark.parametrize(
    "asked",
    [
        ["", "professionals,chairs_desk", "own", "everyone,own", "own:mum", "nobody"],
        pytest.param(EACH_ALONE, marks=pytest.mark.thorough("tests/contract/test_routes.py")),
    ],
)
def test_the_link_of_the_record_gives_only_audiences_the_person_is_in(house, asked):
    room = house.room()
    chair, worker, mum = house.gather(room, "worker", "mum")
    holds = {
        chair: {"everyone", "professionals", "chairs_desk"},
        worker: {"everyone", "professionals"},
        mum: {"everyone"},
    }
    asked = [one.replace("own:mum", f"own:{room.attendees['mum']}") for one in asked]
    for wire, mine in holds.items():
        for audiences in asked:
            status, headers, _ = ask(
                house.url, "GET", f"/board/{wire.seat}/record.docx?audiences={audiences}", cookie=wire.cookie
            )
            wanted = set(audiences.split(",")) if audiences else {"everyone"}
            assert status == (200 if wanted <= mine else 404), (wire.name, audiences)
            if status == 200:
                assert re.fullmatch(
                    r'attachment; filename="[0-9-]{10}_three-column-map_record_DRAFT-\d{4}\.docx"',
                    headers["Content-Disposition"],
                )
            status, headers, body = ask(
                house.url, "GET", f"/board/{wire.seat}/record?audiences={audiences}", cookie=wire.cookie
            )
            assert status == (200 if wanted <= mine else 404), (wire.name, audiences)
            if status == 200:
                assert headers["Content-Type"] == "text/html; charset=utf-8"
                assert f'href="{wire.page}">Back to the board'.encode() in body
                assert re.search(rb'<link rel="stylesheet" href="/static/\w+/css/record.css">', body)
                assert (b"Chair&#39;s desk" in body) == ("chairs_desk" in wanted)


def test_one_childs_part_of_the_record_is_for_staff_and_of_a_child_of_this_meeting(house):
    room = house.room()
    chair, worker, mum = house.gather(room, "worker", "mum")
    child, grown_up = room.people["pip"], room.people["mum"]
    for wire, mine in ((chair, True), (worker, True), (mum, False)):
        whole = ask(house.url, "GET", f"/board/{wire.seat}/record", cookie=wire.cookie)[2]
        assert (f"?child={child}".encode() in whole) == mine, wire.name
        for path in ("record", "record.docx"):
            for asked, theirs in ((child, mine), (grown_up, False), ("x", False)):
                status, headers, body = ask(
                    house.url, "GET", f"/board/{wire.seat}/{path}?child={asked}", cookie=wire.cookie
                )
                assert status == (200 if theirs else 404), (wire.name, path, asked)
                if status == 200 and path == "record.docx":
                    assert re.search(r"_record_child-\d_DRAFT-\d{4}\.docx", headers["Content-Disposition"])
                elif status == 200:
                    assert f"record.docx?audiences=everyone&amp;child={child}".encode() in body
