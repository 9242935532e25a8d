"""A real server that takes another day for today, or whose clock is stepped, for stories over weeks and for faults."""

import struct
import subprocess
import sys
from pathlib import Path

from tests.servers.served import ROOT, Served, environment


class ServedAs(Served):
    """A running server that one of our modules starts, with words of its own."""

    def __init__(self, data_dir: Path, module: str, *words: str, **settings: str) -> None:
        super().__init__(data_dir, **settings)
        self.module, self.words = module, words

    def _process(self) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", self.module, *self.words, "serve"],
            cwd=ROOT, env=environment(self.data_dir, **self.settings),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip


class ServedOn(ServedAs):
    """A running server that takes a moment, such as 2026-05-05T09:30 in London, for the time at which it starts."""

    def __init__(self, data_dir: Path, moment: str, **settings: str) -> None:
        super().__init__(data_dir, "tests.servers.on_a_day", moment, **settings)


class ServedStepped(ServedAs):
    """A running server whose clock is stepped while it runs."""

    def __init__(self, data_dir: Path, **settings: str) -> None:
        self._file = data_dir / "stepped-by"
        self._file.write_bytes(struct.pack("d", 0))
        super().__init__(data_dir, "tests.servers.stepped", str(self._file), **settings)

    def step(self, seconds: float) -> None:
        """Its clock shows so many seconds more than ours from now on."""
        with self._file.open("r+b") as file:
            file.write(struct.pack("d", seconds))
