"""A team on the day of a sitting, at browsers that know no JavaScript: accounts, families, and who works with whom."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.scenes.sitting import make_accounts
from tests.scenes.staffroom import Staff, forms_of
from tests.servers.served import Served, opened

NAMES = {
    "saffron": "Saffron Pellwood", "tolly": "Tolly Merriweather", "kit": "Kit Farrowden", "bex": "Bex Hollowell",
    "zephyr": "Zephyr Tolland", "odd": "Odd Elsewhere",
}  # fmt: skip
FAMILIES = (
    ("FAM 101", ("Juniper",), ("Marla Quillfeather",), ("kit", "lead_social_worker", "social_care"), ("bex", "recovery_worker", "recovery")),
    ("FAM 202", ("Ottoline",), ("Perpetua Vane",), ("zephyr", "victim_worker", "support"), ("bex", "recovery_worker", "recovery")),
)  # fmt: skip
REFERENCES = tuple(reference for reference, *_ in FAMILIES)
CHILDREN = tuple(child for _, children, *_ in FAMILIES for child in children)


@dataclass
class Team:
    """A running server and its people, signed in: saffron manages, tolly takes minutes, odd belongs to no sitting."""

    served: Served
    ids: dict[str, str]
    at: dict[str, Staff] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Staff:
        try:
            return self.at[name]
        except KeyError:
            raise AttributeError(name) from None

    def sitting(self, day: date | None = None) -> dict[str, str]:
        """What is typed to make a sitting of that day, or of today."""
        day = day or date.today()
        return {"day": str(day.day), "month": str(day.month), "year": str(day.year), "starts": "9.30am",
                "minutes": "25", "place": "Room 4", "team_manager": self.ids["saffron"],
                "minute_taker": self.ids["tolly"]}  # fmt: skip

    def token(self, staff: Staff) -> str:
        """The token that each form of theirs carries."""
        return forms_of(staff.get("/sittings").text)[0][1]["form"]


def ends(send: Callable[[str, dict[str, Any]], dict[str, Any]], teller: str) -> None:
    """Ends a family's meeting at the chair's board: first it says who tells the family, and when; then why all else that
    is missing can't be helped today."""
    point = str(uuid4())
    assert send("add_item", {"item": point, "column": "hearing", "text": "I ring them."})["ok"]
    assert send("set_action", {"item": point, "owners": [teller], "by": date.today().isoformat()})["ok"]
    gaps = send("end_meeting", {})["error"]["fields"]
    assert send("end_meeting", {"reasons": [{"check": key, "reason": "Not today."} for key in gaps]})["ok"]


def team_of(data_dir: Path) -> Team:
    """The team, each signed in once: a sign-in costs a tenth of a second."""
    with opened(data_dir) as live:
        ids = {key: one.id for key, one in zip(NAMES, make_accounts(live, *NAMES.values()), strict=True)}
    served = Served(data_dir).start()
    team = Team(served, ids)
    for key in NAMES:
        team.at[key] = Staff(served.url)
        team.at[key].sign_in(f"{key}@council.example")
    return team


def makes_a_sitting(staff: Staff, team: Team) -> str:
    """A sitting of today, made by the form: its path."""
    staff.get("/sittings/new")
    answer = staff.press("make", "/sittings/new", **team.sitting())
    assert "/sittings/" in answer.url, answer.text
    return answer.url.removeprefix(staff.url)


def two_families(team: Team) -> str:
    """A sitting of today with two families: its path."""
    path = makes_a_sitting(team.saffron, team)
    adds(team, path, 0)
    adds(team, path, 1)
    return path


def adds(team: Team, path: str, which: int) -> None:
    """The team manager adds one of the families by the form."""
    reference, children, people, *workers = FAMILIES[which]
    saffron = team.saffron
    saffron.get(f"{path}/add")
    typed = {"reference": reference, "setting": "room", "child-0-name": children[0], "child-0-age": "11",
             "person-0-name": people[0], "person-0-relationship": "Mum", "person-0-agency": "family"}  # fmt: skip
    known = saffron.page
    at = 0
    for who, role, agency in workers:
        if f"known-{team.ids[who]}" in known:
            typed[f"known-{team.ids[who]}"] = "yes"
            continue
        typed |= {f"worker-{at}-account": team.ids[who], f"worker-{at}-role": role, f"worker-{at}-agency": agency}
        at += 1
    answer = saffron.press("make", f"{path}/add", **typed)
    assert answer.url.endswith(path), answer.text
