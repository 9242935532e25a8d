"""A big screen over the real wire, without a browser: shows its code, is paired by the chair, keeps every byte."""

import http.client
import itertools
import json
from contextlib import closing
from typing import Any

from tests.people.on_the_wire import Wire

_addresses = itertools.count(1)


def an_address() -> str:
    """An address of this machine that nobody has used: codes and tries are counted for each."""
    n = next(_addresses)
    return f"127.9.{n // 250}.{n % 250 + 1}"


def post(
    url: str, path: str, data: Any, *, cookie: str = "", address: str = "", **headers: str
) -> tuple[int, dict[str, Any], dict[str, str]]:
    """A POST as a page of ours sends it: status, JSON (or nothing) and headers."""
    host, _, port = url.removeprefix("http://").partition(":")
    with closing(
        http.client.HTTPConnection(host, int(port), timeout=10, source_address=(address or an_address(), 0))
    ) as line:
        ours = {"Content-Type": "application/json", "Origin": url, **({"Cookie": cookie} if cookie else {}), **headers}
        line.request("POST", path, json.dumps(data), ours)
        answer = line.getresponse()
        body = answer.read()
        is_json = answer.headers.get_content_type() == "application/json"
        return answer.status, json.loads(body) if is_json else {}, dict(answer.getheaders())


def new_code(url: str, **headers: str) -> tuple[str, str]:
    """A code as a screen shows it, and the ticket that only its page knows."""
    status, said, _ = post(url, "/screen/code", {}, **headers)
    assert status == 200, said
    return said["code"], said["ticket"]


def types(chair: Wire, code: str, **more: str) -> tuple[int, str]:
    """The chair (or somebody who is not) types a code on their desk: status, and the refusal's code."""
    status, said, _ = post(chair.url, f"/chair/{chair.seat}/screen", {"code": code}, cookie=chair.cookie, **more)
    return status, said.get("error", {}).get("code", "")


class ScreenWire(Wire):
    """A big screen of the chair's meeting, paired as a browser would be; at another server than the chair, if `at` says
    so."""

    def __init__(self, chair: Wire, transport: str = "websocket", cookie: str = "", at: str = "") -> None:
        self._chair = chair
        self._cookie = cookie
        super().__init__(at or chair.url, "", "Big screen", transport, origin=chair.origin)

    def _join(self, link: str) -> str:
        ours = {"Origin": self.origin}
        code, ticket = new_code(self.url, **ours)
        assert types(self._chair, code, **ours) == (200, "")
        status, said, headers = post(self.url, "/screen/news", {"ticket": ticket}, cookie=self._cookie, **ours)
        assert status == 200, said
        name, _, value = headers["Set-Cookie"].partition(";")[0].partition("=")
        self.http.cookies.set(name, value, domain="127.0.0.1", path="/")
        self.page = said["go"]
        return self.page.rsplit("/", 1)[1]
