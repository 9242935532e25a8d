"""The form that makes a sitting: when and where it is, how long each family has, and who leads it."""

from collections.abc import Mapping
from datetime import date
from uuid import uuid4

from ...services.accounts import Account
from ...services.sittings import PlannedSitting
from ..languages import gettext
from .forms import TypedForm, read_plain
from .times import read_day, read_time

SHORTEST, LONGEST, USUAL = 5, 90, 25
"""Minutes for one family. Supervision takes 20 to 30."""
_PLAIN = ("id", "day", "month", "year", "starts", "minutes", "place", "team_manager", "deputy", "minute_taker")


def blank_sitting(me: Account) -> TypedForm:
    """Returns an empty form. The maker of a sitting is most often its team manager."""
    plain = dict.fromkeys(_PLAIN, "")
    return TypedForm(plain | {"id": str(uuid4()), "minutes": str(USUAL), "team_manager": me.id})


def read_sitting(sent: Mapping[str, str]) -> TypedForm:
    """Returns the form as it was sent."""
    return TypedForm(read_plain(sent, _PLAIN))


def sitting_of(form: TypedForm, me: Account, accounts: list[Account], today: date) -> PlannedSitting | None:
    """Returns the sitting this form asks for. Returns None if something is wrong; then `form.problems` says what."""
    day, starts = read_when(form, today)
    minutes = _minutes(form)
    place = form.line("place", 200)
    known = {one.id: one for one in accounts}
    manager = known.get(form["team_manager"])
    if manager is None:
        form.wrong("team_manager", gettext("Choose the team manager."))
    _each_once(form, known)
    if form.problems or manager is None:
        return None
    return PlannedSitting(
        id=form["id"],
        made_by=me,
        team_manager=manager,
        deputy=known.get(form["deputy"]),
        minute_taker=known.get(form["minute_taker"]),
        date=day,
        starts=starts,
        minutes=minutes,
        place=place,
    )


def read_when(form: TypedForm, today: date) -> tuple[str, str]:
    """Returns the day, and the time at which the first family starts. What is wrong with them goes to the form's
    problems.
    """
    day, wrong = read_day(form["day"], form["month"], form["year"], today)
    form.wrong("day", wrong)
    starts, wrong = read_time(form["starts"])
    form.wrong("starts", wrong)
    return day, starts


def _minutes(form: TypedForm) -> int:
    typed = form["minutes"].strip()
    found = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= 3 else 0
    if not SHORTEST <= found <= LONGEST:
        limits = {"least": SHORTEST, "most": LONGEST}
        form.wrong(
            "minutes", gettext("Give the minutes for each family as a number from %(least)s to %(most)s.", **limits)
        )
    return found


def _each_once(form: TypedForm, known: Mapping[str, Account]) -> None:
    """Checks that each account has one part: an account is one person in a meeting, so no one both leads a sitting and
    takes its minutes.
    """
    taken = {form["team_manager"]}
    for name, asks in (
        ("deputy", gettext("Choose a deputy from the list, or nobody.")),
        ("minute_taker", gettext("Choose who takes the minutes from the list, or nobody.")),
    ):
        chosen = form[name]
        if chosen and chosen not in known:
            form.wrong(name, asks)
        elif chosen in taken:
            form.wrong(
                name, gettext("%(name)s is chosen above already. Choose somebody else.", name=known[chosen].name)
            )
        elif chosen:
            taken.add(chosen)
