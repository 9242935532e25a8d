"""Prints who was there: from where, with or without a device, from when to when; and the reports that came."""

from ..domain.reading import Attended, Deputised, Head, Reported, Who
from .paper import Line, Paper, Said
from .words import described, listed, moment

_CAME = {"received": "It came", "late": "It came late", "not_received": "It did not come"}
_SAW = {"yes": "Yes, before we met", "no": "No", "not_known": "We don't know"}


def chairs(paper: Paper, head: Head) -> None:
    """Prints who chaired, when a deputy did, and to whom the minutes were handed."""
    if head.chairs:
        paper.fact("Chair", listed([described(one) for one in head.chairs]))
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
    """Prints everyone who was asked, agency by agency, the reports, and the children."""
    paper.part("Who was here")
    rows = [_attended(one, head) for one in head.attended]
    heads = ("From", "Name", "Role", "Joined", "Left")
    paper.table(heads, (34, 44, 52, 17, 23), "The people who were at the meeting, agency by agency", rows)
    _list(paper, "Who sent apologies", head.apologies)
    missing = "did not come" if head.ended_at else "is not here"
    _list(paper, f"Who was asked and {missing}", head.did_not_come)
    _list(paper, "Who else has words or tasks here", head.others)
    if head.reports:
        paper.part("Reports")
        reported = [_reported(one) for one in head.reports]
        says = "Whose reports came, and whether the family saw them"
        paper.table(("From", "Report", "Did the family see it?"), (80, 40, 50), says, reported)
    if head.children:
        paper.part("The children")
        for child in head.children:
            paper.fact(child.name, child.age)


def _attended(one: Attended, head: Head) -> tuple[Said, ...]:
    who = one.who
    words = dict.fromkeys(part for part in (who.relationship, who.role) if part)
    role = [Line(part, small=at > 0) for at, part in enumerate(words)]
    name = [Line(who.name), *([] if one.device else [Line("Here, no device", small=True)])]
    joined = "" if one.joined_at is None else moment(one.joined_at, head)
    left = moment(one.left_at, head) if one.left_at is not None else "To the end" if head.ended_at is not None else ""
    if not one.removed:
        return who.agency, name, role, joined, left
    why = f"Asked to leave. {one.removal_reason}".strip()
    return who.agency, name, role, joined, [Line(left), Line(why, small=True)]


def _reported(one: Reported) -> tuple[Said, ...]:
    return described(one.who), _CAME[one.state], "" if one.state == "not_received" else _SAW[one.family_saw]


def _list(paper: Paper, title: str, found: tuple[Who, ...]) -> None:
    if found:
        paper.part(title)
        paper.listed([described(who) for who in found])
