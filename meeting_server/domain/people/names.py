"""What people are called, so that no two read alike: on screens, in the record, in files, in accessible names.

A child's name is never cut. Somebody's stated name is used whole; without one, of a grown-up's plain first and last
name the first is used, and of any other name no word is dropped: it may belong to it. `static/board/kit/names.js` does
the same, held to the same cases (tests/names.json).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..meeting import Meeting
from .persons import attendee_of, each_person

TITLES = (
    "mr|mrs|ms|miss|mx|dr|prof|professor|rev|revd|reverend|father|fr|sister|nurse|matron|pc|dc|ds|di|dci|sgt|sergeant|"
    "insp|inspector|constable|detective|pcso|wpc|cllr|councillor|sir|dame|lady|lord|judge|imam|rabbi|pastor|teacher|"
    "carer|foster|duty|school|mum|mam|mummy|dad|daddy|nan|nana|nanna|nanny|gran|granny|grandma|grandmother|grandad|"
    "granddad|grandpa|grandfather|auntie|aunty|aunt|uncle|cousin|brother|baby|unborn|the"
)
"""What stands before a name and is none by itself."""
_TITLES = frozenset(TITLES.split("|"))
_PLAIN = re.compile(r"[A-Z\u00C0-\u00DE][A-Za-z\u00C0-\u024F\u1E00-\u1EFF'\u2019-]*")
"""A word of a name in Latin letters that begins with a capital."""


@dataclass(frozen=True, slots=True)
class Named:
    """What is known of somebody that they can be called by. `called`: what it was said that we call them; `part`: what
    they are to the children, or at this meeting."""

    id: str
    name: str
    child: bool = False
    age: str = ""
    part: str = ""
    called: str = ""


Candidate = Callable[[Named], str]


def usual(one: Named) -> str:
    """What somebody is called where nobody else is called so."""
    words = one.name.split()
    if one.called:
        return one.called
    if one.child or len(words) != 2 or words[0].strip(".").lower() in _TITLES:
        return one.name
    return words[0] if all(_PLAIN.fullmatch(word) for word in words) else one.name


def called(people: Iterable[Named], age_unknown: str = "age not known") -> dict[str, str]:
    """What each of these people is called, by id: a child with their age where somebody else is called the same, a
    grown-up with their part, then by the whole name."""
    return _told_apart(list(people), usual, age_unknown)


def whole_names(people: Iterable[Named], age_unknown: str = "age not known") -> dict[str, str]:
    """The whole name of each of these people, by id, told apart in the same way: for paper and lists of people."""
    return _told_apart(list(people), lambda one: one.name, age_unknown)


def alike(name: str) -> str:
    """Names that read alike are the same text here: whatever their case, their spaces and how accents were typed."""
    return " ".join(unicodedata.normalize("NFC", name).lower().split())


def named(meeting: Meeting) -> list[Named]:
    """Everybody of this meeting, as they can be called by; in no order that says anything."""
    template, agencies = meeting.template, {one.key: one.label for one in meeting.template.agencies}
    found = []
    for one in sorted(each_person(meeting), key=lambda person: person.id):
        attendee = attendee_of(meeting, one.id)
        role = template.role(attendee.role).label if attendee else ""
        part = one.relationship or role or agencies.get(one.agency or "", "")
        found.append(Named(one.id, one.name, one.child, one.age, part, one.called))
    return found


def name_of(meeting: Meeting, person: str) -> str:
    """What somebody is called in this meeting, told apart from everybody else."""
    return called(named(meeting))[person]


def read_alike(people: Iterable[Named], age_unknown: str = "age not known") -> set[str]:
    """Returns the ids of those who read alike whatever is known of them: a number would have to tell them apart."""
    return _shared(_with_what_is_known(list(people), usual, age_unknown))


def _with_what_is_known(people: list[Named], base: Candidate, age_unknown: str) -> dict[str, str]:
    found = {one.id: base(one) for one in people}
    for candidate in (_with_more(base, age_unknown), _with_more(lambda one: one.name, age_unknown)):
        shared = _shared(found)
        found |= {one.id: candidate(one) for one in people if one.id in shared}
    return found


def _told_apart(people: list[Named], base: Candidate, age_unknown: str) -> dict[str, str]:
    found = _with_what_is_known(people, base, age_unknown)
    count: Counter[str] = Counter()
    shared = _shared(found)
    for id in sorted(shared):
        count[alike(found[id])] += 1
        found[id] = f"{found[id]} ({count[alike(found[id])]})"
    return found


def _with_more(base: Candidate, age_unknown: str) -> Candidate:
    """The name with a child's age, or with a grown-up's part; a grown-up's whole name where no part is known."""

    def more(one: Named) -> str:
        if one.child:
            return f"{base(one)}, {one.age or age_unknown}"
        return f"{base(one)}, {one.part}" if one.part else one.name

    return more


def _shared(found: dict[str, str]) -> set[str]:
    """The ids of those whose names read alike."""
    count = Counter(alike(name) for name in found.values())
    return {id for id, name in found.items() if count[alike(name)] > 1}
