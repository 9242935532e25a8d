"""deploy/nginx/example.conf runs as it stands, but for names, ports, certificates and log: HTTP/2, encodings, lines, limits."""

import gzip
import re
import shutil
import socket
import ssl
import subprocess
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest
import requests

from tests.people.on_the_wire import Wire
from tests.servers.served import Served, free_port, make_rooms
from tools.cluster import NGINX
from tools.services import Nginx, program

pytestmark = [pytest.mark.thorough("tests/integration/test_joining.py"), pytest.mark.timeout(120)]
NAME = "localhost"
MAIN = """\
worker_processes 1;
worker_rlimit_nofile 16384;
pid nginx.pid;
events { worker_connections 4096; }
http {
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include example.conf;
    server {
        listen 127.0.0.1:%s;
        access_log off;
        return 200 "still here";
    }
}
"""
"""With a server behind the proxy that answers everything at once."""
ALLOWED = 600
AWAY = "The board will be back in a moment."


class Example(Nginx):
    """nginx with the example, in front of whatever listens at `behind`; `quick` is a port that answers at once."""

    def __init__(self, folder: Path, behind: str = "") -> None:
        self.quick, self.plain = free_port(), free_port()
        self._behind = behind or self.quick
        super().__init__(self._site, folder)
        self.url = f"https://{NAME}:{self.port}"
        self.certificate = folder / "fullchain.pem"

    def _site(self, port: int, folder: Path) -> str:
        shutil.copytree(NGINX, folder / "board", dirs_exist_ok=True)
        self._change("servers.conf", "board/servers.conf", (r"127\.0\.0\.1:\d+", f"127.0.0.1:{self._behind}"))
        ends = f"{folder}/"
        changes = [
            (r"board\.example", NAME),
            (r"/etc/ssl/board/", ends),
            (r"/var/log/nginx/", ends),
            (r"listen (?:(\[::)\]:)?80;", lambda one: f"listen {'[::1]' if one[1] else '127.0.0.1'}:{self.plain};"),
            (r"listen (?:(\[::)\]:)?443 ", lambda one: f"listen {'[::1]' if one[1] else '127.0.0.1'}:{port} "),
        ]
        if not has_address_of_six():
            changes.append((r"listen \[::1\].*", ""))
        if version() < (1, 25, 1):  # As the example says.
            changes += [("http2 on;", ""), (" ssl;", " ssl http2;")]
        self._change("example.conf", "example.conf", *changes)
        return MAIN % self.quick

    def _change(self, name: str, to: str, *changes: tuple[str, object]) -> None:
        words = (NGINX / name).read_text("utf-8")
        for what, becomes in changes:
            words, times = re.subn(what, becomes, words)
            assert times, f"{name} has no {what}"
        (self.folder / to).write_text(words, "utf-8")

    def start(self) -> "Example":
        subprocess.run(
            [program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}",
             "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", self.folder / "key.pem", "-out", self.certificate],
            check=True, capture_output=True,
        )  # fmt: skip
        super().start()
        return self

    def checks(self) -> str:
        """What `nginx -t` says."""
        words = [*self.command()[:-2], "-t"]
        return subprocess.run(words, check=True, capture_output=True, text=True).stderr

    def curl(self, *words: str) -> str:
        """What curl prints."""
        words = [program("curl"), "--silent", "--show-error", "--cacert", str(self.certificate), *words]
        return subprocess.run(words, check=True, capture_output=True, text=True, timeout=60).stdout


def version() -> tuple[int, ...]:
    """The nginx that is installed here."""
    said = subprocess.run([program("nginx"), "-v"], capture_output=True, text=True, check=True).stderr
    return tuple(int(one) for one in re.search(r"nginx/(\d+)\.(\d+)\.(\d+)", said).groups())


def has_address_of_six() -> bool:
    """True if this machine has an IPv6 address of its own."""
    try:
        with closing(socket.socket(socket.AF_INET6)) as trying:
            trying.bind(("::1", 0))
    except OSError:
        return False
    return True


@contextmanager
def example(folder, behind=""):
    """The example, running; nothing is in its log."""
    folder.mkdir()
    with Example(folder, behind) as found:
        yield found
        assert (folder / "board.log").read_text() == ""


@pytest.fixture
def site(tmp_path, monkeypatch):
    """The example in front of a server with a meeting, and the meeting."""
    (room,) = make_rooms(tmp_path, 1)
    port = free_port()
    with example(tmp_path / "nginx", port) as found:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(found.certificate))
        monkeypatch.setenv("WEBSOCKET_CLIENT_CA_BUNDLE", str(found.certificate))
        served = Served(tmp_path, PORT=port, PUBLIC_URL=found.url, TRUSTED_PROXIES="1").start()
        yield found, room
        assert served.stop() == 0
    assert "Traceback" not in served.log


def test_the_example_serves_a_meeting(site):
    found, room = site
    assert "test is successful" in found.checks()
    assert "warn" not in found.checks()

    assert (
        found.curl(
            "--http2", "--output", "/dev/null", "--write-out", "%{http_version} %{http_code}", f"{found.url}/join"
        )
        == "2 200"
    )
    sent_on = requests.get(
        f"http://127.0.0.1:{found.plain}/join?a=b", headers={"Host": NAME}, allow_redirects=False, timeout=10
    )
    assert (sent_on.status_code, sent_on.headers["Location"]) == (301, f"https://{NAME}/join?a=b")

    page = requests.get(f"{found.url}/join", timeout=10)
    assert "Content-Encoding" not in page.headers
    script = found.url + re.search(r'src="(/static/[^"]+\.js)"', page.text)[1]
    plain = asked(script, "identity")
    assert "Content-Encoding" not in plain.headers
    for encoding in ("br", "gzip"):
        packed = asked(script, encoding)
        assert packed.headers["Content-Encoding"] == encoding
        assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
        assert len(packed.raw_bytes) < len(plain.raw_bytes) / 2
    assert gzip.decompress(packed.raw_bytes) == plain.raw_bytes

    for transport in ("websocket", "polling"):
        chair = Wire(found.url, room.link(found.url, "chair"), room.names["chair"], transport).connect()
        if transport == "websocket":
            chair.ok("open_meeting")
        assert chair.add(f"Said over {transport}.")
        chair.close()


def asked(url, encoding):
    """A file as it travels."""
    answer = requests.get(url, headers={"Accept-Encoding": encoding}, stream=True, timeout=10)
    answer.raw_bytes = answer.raw.read(decode_content=False)
    return answer


def answers(found, path, count):
    """So many requests of one address at once: how many were answered, and how many refused with a sentence."""
    said = found.curl("--parallel", "--parallel-max", "50", f"{found.url}{path}?n=[1-{count}]")
    return said.count("still here"), said.count(AWAY)


def test_more_pages_than_an_address_may_ask_for_are_refused_with_a_sentence(tmp_path):
    with example(tmp_path / "nginx") as found:
        taken, refused = answers(found, "/join", 2000)
        assert taken >= 500
        assert refused
        assert taken + refused == 2000
        # Files and lines have bounds of their own, which this did not touch.
        assert answers(found, "/static/x/a.js", 500) == answers(found, "/socket.io/", 500) == (500, 0)


def test_more_requests_than_an_address_may_have_under_way_are_refused_with_a_sentence(tmp_path):
    with closing(socket.socket()) as silent, ExitStack() as open_lines:
        silent.bind(("127.0.0.1", 0))
        silent.listen(1000)
        with example(tmp_path / "nginx", str(silent.getsockname()[1])) as found:
            safely = ssl.create_default_context(cafile=str(found.certificate))
            lines = []
            for _ in range(ALLOWED + 3):
                bare = socket.create_connection(("127.0.0.1", found.port), timeout=10)
                lines.append(open_lines.enter_context(safely.wrap_socket(bare, server_hostname=NAME)))
                lines[-1].sendall(f"GET /socket.io/ HTTP/1.1\r\nHost: {NAME}\r\n\r\n".encode())
            for refused in lines[ALLOWED:]:
                assert refused.recv(100).startswith(b"HTTP/1.1 503 ")
            for allowed in lines[:ALLOWED]:
                allowed.setblocking(False)
                with pytest.raises(ssl.SSLWantReadError):
                    allowed.recv(100)
            assert AWAY in found.curl(f"{found.url}/join")
