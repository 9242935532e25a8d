"""Private PostgreSQL, Redis and nginx for tests, benchmarks and `make cluster`: on free ports, with data of their own
that is deleted afterwards. As root on Debian, `python -m tools.services` installs those that are missing, the
compiler for the load generator, and what looks at nginx from outside.
"""

import os
import pwd
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Self

from tools.chromium import apt

NEEDED = {
    "initdb": "postgresql",
    "redis-server": "redis-server",
    "nginx": "nginx-light",
    "openssl": "openssl",
    "curl": "curl",
    "gcc": "build-essential",
}
_OUTSIDE_THE_PATH = (
    "/usr/sbin",
    "/usr/local/sbin",
    *map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin"))),
)
_START_SECONDS = 30.0


class Missing(Exception):
    """A program is not there. The message says what to install."""


def program(name: str) -> str:
    """Returns the path of a program, the newest there is. Refused: Missing."""
    found = [path for folder in _OUTSIDE_THE_PATH if (path := shutil.which(name, path=folder))]
    path = found[-1] if found else shutil.which(name)
    if path is None:
        raise Missing(f"{name} is missing: install it (on Debian: sudo apt install {NEEDED.get(name, name)}).")
    return path


PORTS = range(18_000, 32_000)
"""Below those that Linux gives to outgoing connections, one of which could take the port before it is listened on."""


def free_port() -> int:
    """Returns a port of `PORTS` that is free now."""
    while True:
        port = random.choice(PORTS)  # noqa: S311 - nobody is to be kept from guessing it
        with closing(socket.socket()) as found, suppress(OSError):
            found.bind(("127.0.0.1", port))
            return port


def is_listening(port: int) -> bool:
    """True if a program answers on this port of this machine."""
    with closing(socket.socket()) as trying:
        trying.settimeout(1)
        return trying.connect_ex(("127.0.0.1", port)) == 0


class Service:
    """A program that listens on `port` of this machine, by default a free one. A `with` block starts and stops it.
    `folder` is its own, or belongs to `account` if it may not run as root. A folder that is given stays.
    """

    environment: Mapping[str, str] | None = None

    def __init__(self, account: str | None = None, folder: Path | None = None, port: int = 0) -> None:
        self.port = port or free_port()
        self.stays = folder is not None
        self.folder = folder or Path(tempfile.mkdtemp(prefix="board-"))
        self.folder.mkdir(parents=True, exist_ok=True)
        self.account = account if os.geteuid() == 0 else None
        if self.account:
            known = pwd.getpwnam(self.account)
            os.chown(self.folder, known.pw_uid, known.pw_gid)
        self.process: subprocess.Popen[bytes] | None = None

    def command(self) -> list[str]:
        """Returns what is run, in the foreground."""
        raise NotImplementedError

    def is_up(self) -> bool:
        """True if it answers."""
        return is_listening(self.port)

    def start(self) -> Self:
        """Starts it and waits until it answers."""
        with (self.folder / "log").open("ab") as log:
            # Ctrl+C is for the program that started it, which stops everything in order.
            self.process = subprocess.Popen(
                self._as_account(self.command()),
                stdout=log,
                stderr=log,
                cwd=self.folder,
                env=self.environment,
                process_group=0,
            )
        self._wait_until(self.is_up)
        return self

    def _as_account(self, words: list[str]) -> list[str]:
        if not self.account:
            return words
        return ["setpriv", f"--reuid={self.account}", f"--regid={self.account}", "--init-groups", *words]

    def _wait_until(self, up: Callable[[], bool]) -> None:
        until = time.monotonic() + _START_SECONDS
        while not up():
            if time.monotonic() > until or (self.process and self.process.poll() is not None):
                raise RuntimeError(f"{type(self).__name__} did not start:\n{(self.folder / 'log').read_text()[-2000:]}")
            time.sleep(0.05)

    def signal(self, number: int) -> None:
        """Sends a signal to it, but not to its children."""
        if self.process:
            self.process.send_signal(number)

    def kill(self) -> None:
        """Sends kill -9, and waits until it is over."""
        if self.process:
            self.process.kill()
            self.process.wait()

    def stop(self) -> None:
        """Ends it. Its data stay for another start."""
        if self.process:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()

    def run(self, *words: str) -> str:
        """Runs a program as the account of this service, and returns what it printed."""
        words = (program(words[0]), *words[1:])
        done = subprocess.run(
            self._as_account(list(words)), capture_output=True, text=True, check=False, cwd=self.folder
        )
        if done.returncode:
            raise RuntimeError(f"{words[0]}: {done.stderr}")
        return done.stdout

    def remove(self) -> None:
        """Stops it and removes its data, unless they are in a folder that stays."""
        self.stop()
        if not self.stays:
            shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.remove()


class Postgres(Service):
    """A private PostgreSQL. Anyone who reaches its port is its owner: it is for tests on one machine only.

    `settings` are added to the command line, like `max_connections=300`.
    """

    def __init__(self, settings: Iterable[str] = (), folder: Path | None = None) -> None:
        super().__init__("postgres", folder)
        self.data = self.folder / "data"
        self.settings = tuple(settings)

    def command(self) -> list[str]:
        more = [word for one in self.settings for word in ("-c", one)]
        return [program("postgres"), "-D", str(self.data), "-p", str(self.port), "-h", "127.0.0.1",
                "-k", str(self.folder), "-c", "max_connections=300", *more]  # fmt: skip

    def start(self) -> Self:
        if not self.data.exists():
            self.run("initdb", "-D", str(self.data), "-U", "board", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
                     "--no-sync")  # fmt: skip
        return super().start()

    def is_up(self) -> bool:
        with suppress(RuntimeError):
            self.sql("SELECT 1")
            return True
        return False

    def stop(self) -> None:
        """Ends every connection and stops, like an administrator who does not wait for clients."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(2)
        super().stop()

    def hang(self) -> None:
        """Stops it and all its processes without ending them. Its machine still accepts everything that is sent
        to it.
        """
        self._signal_all(signal.SIGSTOP)

    def go_on(self) -> None:
        """Lets it run again."""
        self._signal_all(signal.SIGCONT)

    def _signal_all(self, number: int) -> None:
        if self.process:
            # First the process that starts the others, so that none is missed.
            self.signal(number)
            children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text("utf-8")
            for child in children.split():
                with suppress(ProcessLookupError):
                    os.kill(int(child), number)

    def sql(self, words: str, database: str = "postgres") -> str:
        """Runs one statement, and returns what psql printed."""
        return self.run("psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "board", "-XqAt",
                        "-v", "ON_ERROR_STOP=1", "-d", database, "-c", words)  # fmt: skip

    def has_database(self, name: str) -> bool:
        return bool(self.sql(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"))  # noqa: S608

    def new_database(self, name: str, like: str | None = None) -> str:
        """Makes a database, empty or as a copy of another, and returns its DATABASE_URL."""
        self.sql(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{like}"' if like else ""))
        return self.url(name)

    def url(self, name: str) -> str:
        """Returns the DATABASE_URL of one of its databases."""
        return f"postgresql://board@127.0.0.1:{self.port}/{name}"


class Redis(Service):
    """A private Redis, which writes nothing to the disk."""

    def command(self) -> list[str]:
        return [
            program("redis-server"),
            "--port",
            str(self.port),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--appendonly",
            "no",
        ]

    @property
    def url(self) -> str:
        """Returns its REDIS_URL."""
        return f"redis://127.0.0.1:{self.port}/0"


class Nginx(Service):
    """A private nginx. `configuration` gets the port and the folder, and returns the text of its file."""

    def __init__(self, configuration: Callable[[int, Path], str], folder: Path | None = None, port: int = 0) -> None:
        super().__init__(None, folder, port)
        self._configuration = configuration

    def command(self) -> list[str]:
        file = self.folder / "nginx.conf"
        file.write_text(self._configuration(self.port, self.folder), "utf-8")
        return [program("nginx"), "-p", str(self.folder), "-c", str(file), "-e", str(self.folder / "error.log"),
                "-g", "daemon off;"]  # fmt: skip

    def reload(self) -> None:
        """Reads the configuration again, without dropping a connection."""
        self.command()
        self.signal(1)


def missing() -> list[str]:
    """Returns the packages of the programs that are not there."""
    found = []
    for name, package in NEEDED.items():
        try:
            program(name)
        except Missing:
            found.append(package)
    return found


def main() -> int:
    packages = missing()
    if packages and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {', '.join(packages)} for the tests ...", file=sys.stderr)
        said = apt("update", "-qq") + apt("install", "-qq", "-y", "--no-install-recommends", *packages)
        packages = missing()
        if packages:
            print(said, file=sys.stderr)
    if packages:
        print(f"The tests need {', '.join(packages)}: on Debian, sudo apt install them.", file=sys.stderr)
    return 1 if packages else 0


def stop_all(services: Iterable[Any]) -> None:
    """Removes them, the last one started first."""
    for one in reversed(list(services)):
        one.remove()


if __name__ == "__main__":
    sys.exit(main())
