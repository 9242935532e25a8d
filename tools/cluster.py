"""Several server processes on this machine as they would run on several: PostgreSQL, Redis, nginx in front with the
configuration of deploy/nginx, all of one's own (`make cluster`).

`PROCESSES` says how many, `STATE` which demo, `HOST` and `PORT` where nginx listens. Data stay in `DATA_DIR`, or in
build/cluster. Whatever dies is started again after a second; Ctrl+C ends everything in order.
"""

import argparse
import http.client
import os
import re
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from tools.services import Missing, Nginx, Postgres, Redis, Service, is_listening

ROOT = Path(__file__).parents[1]
NGINX = ROOT / "deploy" / "nginx"
DATABASE = "board"
_EXAMPLES = re.compile(r"(?: +server 127\.0\.0\.1:\d+(.*;)\n)+")
_MAIN = """\
worker_processes 2;
worker_rlimit_nofile 16384;
pid nginx.pid;
error_log error.log crit;
events {{
    worker_connections 4096;
}}
http {{
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include board/http.conf;
    server {{
        listen {host}:{port};
        include board/site.conf;
    }}
}}
"""


class Server(Service):
    """One server process. `settings` are its environment in addition to ours. `demo` makes it print links as it
    starts.
    """

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        super().__init__(None, folder)
        self.environment = {
            **os.environ,
            **settings,
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "DATA_DIR": str(folder),
            "PYTHONPATH": str(ROOT),
            "PYTHONUNBUFFERED": "1",
        }
        self.demo = ""

    def command(self) -> list[str]:
        more = ["--demo", self.demo] if self.demo else []
        return [sys.executable, "-m", "meeting_server", "serve", *more]

    @property
    def url(self) -> str:
        """Returns the address at which it answers itself, past nginx."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """Returns everything it has printed and logged, over every start."""
        return (self.folder / "log").read_text("utf-8")

    def is_up(self) -> bool:
        """True if it answers. It listens a while before that."""
        asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=1)
        try:
            asking.request("GET", "/health/live")
            return asking.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            asking.close()


class Cluster:
    """`processes` servers on one database behind one nginx. A `with` block starts and stops it.

    `folder` holds all data, and they stay. Without it they are deleted at the end. `database_url` is a PostgreSQL that
    already runs. Every server gets `settings`.
    """

    def __init__(
        self,
        processes: int = 2,
        folder: Path | None = None,
        database_url: str = "",
        host: str = "127.0.0.1",
        port: int = 0,
        **settings: str,
    ) -> None:
        self.stays = folder is not None
        self.folder = folder or Path(tempfile.mkdtemp(prefix="board-cluster-"))
        # PostgreSQL has an account of its own, which must be able to enter this folder.
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o711)
        self._database_url = database_url
        self.postgres = None if database_url else Postgres(folder=self.folder / "postgresql")
        self.redis = Redis()
        self._host = host
        self.nginx = Nginx(self._configuration, self.folder / "nginx", port)
        shown = "127.0.0.1" if host in ("0.0.0.0", "::", "") else host  # noqa: S104 - the operator's choice
        self.url = settings.pop("PUBLIC_URL", "") or f"http://{shown}:{self.nginx.port}"
        self._settings = {
            **settings,
            "REDIS_URL": self.redis.url,
            "PUBLIC_URL": self.url,
            "TRUSTED_PROXIES": "1",
        }
        self._count = processes
        self.servers: list[Server] = []

    def _configuration(self, port: int, folder: Path) -> str:
        """Returns nginx's own file. Beside it lies deploy/nginx as it is, except for the processes it names."""
        shutil.copytree(NGINX, folder / "board", dirs_exist_ok=True)
        servers = _EXAMPLES.sub(
            lambda found: "".join(f"    server 127.0.0.1:{one.port}{found[1]}\n" for one in self.servers),
            (NGINX / "servers.conf").read_text("utf-8"),
        )
        (folder / "board" / "servers.conf").write_text(servers, "utf-8")
        return _MAIN.format(host=self._host, port=port)

    def start(self, demo: str = "") -> Self:
        """Starts everything. With `demo` the first server makes that state of the demo and prints its links."""
        if is_listening(self.nginx.port):
            raise RuntimeError(f"Port {self.nginx.port} is already in use: stop the other program, or set PORT.")
        if self.postgres:
            self.postgres.start()
            known = self.postgres.has_database(DATABASE)
            self._database_url = self.postgres.url(DATABASE) if known else self.postgres.new_database(DATABASE)
        self.redis.start()
        settings = {**self._settings, "DATABASE_URL": self._database_url}
        self.servers = [Server(self.folder / f"server-{n}", settings) for n in range(1, self._count + 1)]
        self.servers[0].demo = demo
        for one in self.servers:
            one.start()
            one.demo = ""
        self.nginx.start()
        return self

    def parts(self) -> list[Service]:
        """Returns everything that runs, in the order in which it was started."""
        before: list[Service] = [self.postgres] if self.postgres else []
        return [*before, self.redis, *self.servers, self.nginx]

    def rolling_restart(self) -> None:
        """Restarts one server after the other, each up again before the next one stops."""
        for one in self.servers:
            one.stop()
            one.start()

    def start_what_died(self) -> list[str]:
        """Restarts everything that has ended by itself, and returns what that is."""
        found = [one for one in self.parts() if one.process and one.process.poll() is not None]
        for one in found:
            one.start()
        return [f"{type(one).__name__} on port {one.port}" for one in found]

    def stop(self) -> None:
        """Ends everything, the servers first. The data in a given `folder` stay."""
        for server in self.servers:
            server.signal(signal.SIGTERM)
        for one in (*self.servers, self.nginx, self.redis, self.postgres):
            if one:
                one.remove()
        if not self.stays:
            shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()


def _end(*_: Any) -> None:
    raise KeyboardInterrupt


def _links(server: Server, since: int) -> str:
    """Returns what the server printed of the demo: links and a password, which do not stay in its log."""
    printed = server.log[since:].split("Serving ")[0]
    os.truncate(server.folder / "log", since)
    return printed


def main(environment: Mapping[str, str] = os.environ) -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.parse_args()
    folder = Path(environment.get("DATA_DIR") or ROOT / "build" / "cluster").resolve()
    own = {"PUBLIC_URL": environment["PUBLIC_URL"]} if environment.get("PUBLIC_URL") else {}
    cluster = Cluster(
        int(environment.get("PROCESSES") or 2),
        folder,
        host=environment.get("HOST") or "127.0.0.1",
        port=int(environment.get("PORT") or 8000),
        **own,
    )
    signal.signal(signal.SIGTERM, _end)
    log = folder / "server-1" / "log"
    since = log.stat().st_size if log.exists() else 0
    try:
        cluster.start(environment.get("STATE") or "mid")
        print(_links(cluster.servers[0], since), flush=True)
        for one in cluster.parts():
            print(f"{type(one).__name__:9} port {one.port:5} process {one.process.pid if one.process else ''}")
        print(f"Serving {cluster.url} from {folder}. Stop with Ctrl+C.", flush=True)
        _keep_up(cluster)
    except KeyboardInterrupt:
        print("\nStopping ...", flush=True)
    except (Missing, RuntimeError) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        cluster.stop()
    return 0


def _keep_up(cluster: Cluster) -> None:
    """Runs until it is stopped."""
    while True:
        time.sleep(1)
        try:
            for one in cluster.start_what_died():
                print(f"{one} had ended and runs again.", flush=True)
        except RuntimeError as error:
            print(error, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
