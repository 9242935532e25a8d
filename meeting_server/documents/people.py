"""Prints who was there, agency by agency, who was asked and was not, and the reports that came."""

from ..domain.reading import Attended, Deputised, Head, Reported, Who
from .paper import Line, Paper, Said
from .words import author, described, listed, moment

_CAME = {"received": "It came", "late": "It came late", "not_received": "It did not come"}
LATE_MS = 10 * 60 * 1000
"""Who is let in later than this after the start came late."""
_SAW = {"yes": "Yes, before we met", "no": "No", "not_known": "We don't know"}


def chairs(paper: Paper, head: Head) -> None:
    """Prints who chaired."""
    if head.chairs:
        paper.fact("Chair", listed([author(one) for one in head.chairs]))


def stood_in(paper: Paper, head: Head) -> None:
    """Prints when a deputy chaired, and to whom the minutes were handed."""
    for one in head.deputies:
        label, how = ("Stood in", ", while the chair was not connected,") if one.stood_in else ("Deputy", "")
        paper.fact(label, _from_to(one, f"had the chair's controls{how}", head))
    for one in head.minute_takers:
        paper.fact("Minutes", _from_to(one, "took the minutes", head))


def _from_to(one: Deputised, did: str, head: Head) -> str:
    begun = moment(one.from_at, head)
    if one.to_at is None:
        return f"{described(one.who)}, {did} from {begun}"
    return f"{described(one.who)}, {did} {begun} to {moment(one.to_at, head)}"


def people(paper: Paper, head: Head) -> None:
    """Prints everyone who was asked, a row for each agency, and the reports."""
    paper.part("Who was here")
    agencies = dict.fromkeys(one.who.agency for one in head.attended)
    rows = [
        (one, [Line(_attended(each, head)) for each in head.attended if each.who.agency == one]) for one in agencies
    ]
    paper.table(("From", "Name and part"), (44, 126), "The people who were at the meeting, agency by agency", rows)
    _list(paper, "Who sent apologies", head.apologies)
    missing = "did not come" if head.ended_at else "is not here"
    _list(paper, f"Who was asked and {missing}", head.did_not_come)
    _list(paper, "Who else has words or tasks here", head.others)
    if head.reports:
        paper.heading("Reports", 2)
        reported = [_reported(one) for one in head.reports]
        says = "Whose reports came, and whether the family saw them"
        paper.table(("From", "Report", "Did the family see it?"), (80, 40, 50), says, reported)


def _attended(one: Attended, head: Head) -> str:
    """Returns who it was. Only who came late, left early or had no device has more said of them."""
    who = one.who
    words = dict.fromkeys(part for part in (who.name, who.relationship, who.role) if part)
    late = one.joined_at is not None and head.opened_at is not None and one.joined_at - head.opened_at > LATE_MS
    came = f"came {moment(one.joined_at, head)}" if late and one.joined_at is not None else ""
    left = f"left {moment(one.left_at, head)}" if one.left_at is not None else ""
    why = f"asked to leave. {one.removal_reason}".strip() if one.removed else ""
    told = "; ".join(filter(None, (came, left, "here, no device" if not one.device else "", why)))
    return f"{', '.join(words)}{f' ({told})' if told else ''}"


def _reported(one: Reported) -> tuple[Said, ...]:
    return described(one.who), _CAME[one.state], "" if one.state == "not_received" else _SAW[one.family_saw]


def _list(paper: Paper, title: str, found: tuple[Who, ...]) -> None:
    if found:
        paper.text(Line(f"{'; '.join(described(who) for who in found)}.", lead=f"{title}:"))
