"""A sitting of six families and nine workers over real sockets, as long as is asked for.

    python -m tests.scenes.long_sitting --minutes 6

Three specialists come to every family and six social workers to one each; the team manager chairs and business support
takes the minutes. Everybody signs in once. In each family's time everybody writes; whoever had their family before
works on its draft; and whoever is here knocks at the pages of the family before and the one after. Printed are the
commands sent and acknowledged, how long they took, and how many bytes of another family anybody saw: there must be none.
"""

import argparse
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import uuid4

from meeting_server.domain.ending.checks import CHECKS
from tests.people.on_the_wire import LineEnded
from tests.scenes.sitting import Sitting, make_accounts
from tests.scenes.sitting_wire import AtFamily, Worker
from tests.servers.served import Served, opened
from tests.servers.stores import hurry

FAMILIES = ("Alderwood", "Birchfield", "Cedarbank", "Damsonlea", "Elderhurst", "Firthorpe")
SPECIALISTS = ("victim_worker", "psychologist", "recovery_worker")
REASONS = [{"check": check, "reason": "Said aloud."} for check in CHECKS]


@dataclass
class Tally:
    """What came of a run. `faults` are sentences; `foreign` counts bytes of another family than the one being heard."""

    sent: int = 0
    acknowledged: int = 0
    milliseconds: list[float] = field(default_factory=list)
    foreign: int = 0
    knocks: int = 0
    faults: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def asks(self, line: AtFamily, name: str, /, **data: object) -> bool:
        """Sends a command that must be taken, and keeps how long it took."""
        with self.lock:
            self.sent += 1
        began = time.monotonic()
        try:
            answer = line.send(name, data)
        except (AssertionError, LineEnded) as error:
            answer = {"ok": False, "error": {"code": f"no answer ({error})"}}
        took = 1000 * (time.monotonic() - began)
        with self.lock:
            if answer["ok"]:
                self.acknowledged += 1
                self.milliseconds.append(took)
            else:
                self.faults.append(f"{line.name}: {name} was refused: {answer['error']['code']}")
        return bool(answer["ok"])

    def expects(self, true: object, says: str) -> None:
        """Keeps the sentence as a fault unless this is so."""
        if not true:
            with self.lock:
                self.faults.append(says)

    def waits(self, line: AtFamily, true: Callable[[], object], says: str) -> None:
        """Waits for what must come; a fault if it does not."""
        try:
            line.until(true, 15)
        except AssertionError:
            self.expects(False, says)

    def report(self) -> str:
        """The run in a few lines."""
        took = sorted(self.milliseconds) or [0.0]
        p95 = took[min(len(took) - 1, int(0.95 * len(took)))]
        return (
            f"commands sent {self.sent}, acknowledged {self.acknowledged}\n"
            f"latency ms: p50 {statistics.median(took):.1f}, p95 {p95:.1f}, max {took[-1]:.1f}\n"
            f"knocks at another family's pages and lines: {self.knocks}\n"
            f"bytes of other families seen: {self.foreign}\n"
            f"faults: {len(self.faults)}" + "".join(f"\n  {one}" for one in self.faults[:20])
        )


class Day:
    """The sitting on its server: who works with whom, and the lines they have open."""

    def __init__(self, data_dir: Path) -> None:
        with opened(data_dir) as live:
            hurry(live)
            sitting = Sitting(live, day=date.today().isoformat())
            names = [f"Specialist{n} Of-all" for n in range(3)] + [f"Social{n} Worker" for n in range(6)]
            accounts = make_accounts(live, *names)
            specialists, social = accounts[:3], accounts[3:]
            with_all = dict(zip(SPECIALISTS, specialists, strict=True))
            self.meetings = [
                sitting.add(word, {"lead_social_worker": one, **with_all})
                for word, one in zip(FAMILIES, social, strict=True)
            ]
            self.manager = Worker(live, sitting, sitting.manager, self.meetings)
            self.minutes = Worker(live, sitting, sitting.minutes, self.meetings)
            self.specialists = [Worker(live, sitting, one, self.meetings) for one in specialists]
            self.social = [
                Worker(live, sitting, one, [meeting]) for one, meeting in zip(social, self.meetings, strict=True)
            ]
        self.served = Served(data_dir).start()
        for one in self.everybody:
            one.begin(self.served.url)
        self.tally = Tally()
        self.points: list[list[str]] = [[] for _ in FAMILIES]

    @property
    def everybody(self) -> list[Worker]:
        """All eleven."""
        return [self.manager, self.minutes, *self.specialists, *self.social]

    def run(self, seconds: float, say: Callable[[str], None]) -> Tally:
        """Every family one after another, so many seconds each."""
        at_the_door = [one.goes_to(meeting) for one, meeting in zip(self.social, self.meetings, strict=True)]
        before: list[AtFamily] = []
        for at, word in enumerate(FAMILIES):
            before = self._slot(at, at_the_door[at], before, seconds)
            say(f"family {at + 1}: {len(self.points[at])} points; faults so far {len(self.tally.faults)} ({word})")
        self._look_at_the_end()
        return self.tally

    def _slot(self, at: int, social: AtFamily, before: list[AtFamily], seconds: float) -> list[AtFamily]:
        """One family's time; gives back the lines of those who are in all families, still open to its draft."""
        tally, meeting = self.tally, self.meetings[at]
        with_all = [self.manager, self.minutes, *self.specialists]
        chair, *others = [one.goes_to(meeting) for one in with_all]
        # Somebody prepares for the family after this one, and is called away from it by this one's beginning.
        ahead = [self.specialists[0].goes_to(self.meetings[at + 1])] if at + 1 < len(FAMILIES) else []
        tally.asks(chair, "open_meeting")
        for one in (social, *others):
            tally.waits(one, lambda one=one: one.snapshots[-1]["state"] == "in", f"{one.name} did not come in")
        for one in (*before, *ahead):
            tally.waits(one, one.closed.is_set, f"a line of {one.name} to another family stayed open")
            tally.expects(one.goodbye == "next_family", f"{one.name} heard {one.goodbye} and not next_family")
        until = time.monotonic() + seconds
        threads = [threading.Thread(target=self._writes, args=(at, one, until, seconds)) for one in (social, *others)]
        if at:
            threads.append(threading.Thread(target=self._works_on_the_draft, args=(at - 1, until, seconds)))
        for thread in threads:
            thread.start()
        for one in with_all:
            self._knocks(one, at)
        self._rates(chair)
        for thread in threads:
            thread.join()
        self._says_how_the_family_hears(at, chair)
        tally.asks(chair, "end_meeting", reasons=REASONS)
        return [chair, *others]

    def _writes(self, at: int, line: AtFamily, until: float, seconds: float) -> None:
        """One person writes for as long as their family's time is."""
        pause = max(0.4, seconds / 60)
        n = 0
        while time.monotonic() < until:
            n += 1
            item, text = str(uuid4()), f"{FAMILIES[at]}: what {line.name} says, {n}."
            if self.tally.asks(line, "add_item", item=item, column="factors", text=text):
                with self.tally.lock:
                    self.points[at].append(item)
            time.sleep(pause)

    def _works_on_the_draft(self, at: int, until: float, seconds: float) -> None:
        """The social worker of an earlier family goes on with its draft."""
        line = self.social[at].lines[0]
        mine = [one for one in line.things("items").values() if f"what {line.name} says" in one["text"]]
        version = 1
        while mine and time.monotonic() < until:
            text = f"{FAMILIES[at]}: put right for the {version}. time."
            self.tally.asks(line, "change_item", item=mine[0]["id"], text=text, version=version)
            version += 1
            time.sleep(max(0.4, seconds / 60))

    def _knocks(self, worker: Worker, at: int) -> None:
        """Whoever is here tries the pages and the line of the family before and the one after."""
        for other in (at - 1, at + 1):
            if not 0 <= other < len(FAMILIES):
                continue
            meeting = self.meetings[other]
            self.tally.knocks += 1
            line = worker.goes_to(meeting)
            self.tally.expects(not line.snapshots, f"{line.name} got a board of another family")
            seat = worker.pages[meeting].rsplit("/", 1)[1]
            for path in (f"/board/{seat}/record", f"/board/{seat}/record.docx", f"/meetings/{meeting}", "/meetings"):
                line.get(path)
            bodies = b"".join(line.bodies)
            for word in FAMILIES[:at] + FAMILIES[at + 1 :]:
                self.tally.foreign += len(word) * bodies.count(word.encode())

    def _says_how_the_family_hears(self, at: int, chair: AtFamily) -> None:
        """Without it the meeting does not end (S9)."""
        item = str(uuid4())
        self.tally.asks(chair, "add_item", item=item, column="hearing", text=f"{FAMILIES[at]}: they hear tomorrow.")
        owner = chair.snapshots[-1]["you"]["person"]
        self.tally.asks(chair, "set_action", item=item, owners=[owner], by=date.today().isoformat())
        self.points[at].append(item)

    def _rates(self, chair: AtFamily) -> None:
        rating = str(uuid4())
        said = {"child": None, "colour": "amber", "reason": "Some better for Pip.", "better": "A quiet month."}
        self.tally.asks(chair, "set_rating", rating=rating, **said)
        self.tally.asks(chair, "show_rating", rating=rating)

    def _look_at_the_end(self) -> None:
        """Every point that was acknowledged is on its family's board, and no line heard a word of another family."""
        for at, meeting in enumerate(self.meetings):
            board = self.manager.goes_to(meeting).things("items")
            self.tally.expects(
                set(board) == set(self.points[at]), f"family {at + 1} has other points than were acknowledged"
            )
        for worker in self.everybody:
            pages = {page: FAMILIES[self.meetings.index(meeting)] for meeting, page in worker.pages.items()}
            for line in worker.lines:
                self._listened_to(line, [word for word in FAMILIES if word != pages[line.page]])

    def _listened_to(self, line: AtFamily, foreign: list[str]) -> None:
        told = "".join(line.raw)
        self.tally.foreign += sum(len(word) * told.count(word) for word in foreign)
        goodbye = next((at for at, frame in enumerate(line.raw) if frame.startswith('42["goodbye"')), None)
        after = [] if goodbye is None else line.raw[goodbye + 1 :]
        self.tally.foreign += sum(len(frame) for frame in after)

    def close(self) -> None:
        """Everybody hangs up, and the server stops cleanly."""
        for one in self.everybody:
            one.close()
        self.tally.expects(self.served.stop() == 0, "the server did not stop cleanly")
        self.tally.expects("Traceback" not in self.served.log, "the server logged a fault")


def run(data_dir: Path, seconds: float, say: Callable[[str], None] = lambda _: None) -> Tally:
    """A whole sitting, so many seconds for each family."""
    day = Day(data_dir)
    try:
        return day.run(seconds, say)
    finally:
        day.close()


def main() -> int:
    """The run that the command line asks for: 1 for any fault."""
    parser = argparse.ArgumentParser(description="A sitting of six families and nine workers over real sockets.")
    parser.add_argument("--minutes", type=float, default=6, help="for each family")
    minutes = parser.parse_args().minutes
    with tempfile.TemporaryDirectory() as folder:
        tally = run(Path(folder), 60 * minutes, lambda line: print(line, flush=True))
    tally.expects(tally.foreign == 0, "somebody saw bytes of another family")
    tally.expects(tally.sent == tally.acknowledged, "a command was not acknowledged")
    print(tally.report(), flush=True)
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
