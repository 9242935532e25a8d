"""Prints a child's numbers and ratings. Each number belongs to a person; nothing is added up (D4)."""

from string import ascii_uppercase

from ..domain.reading import Asking, Head, NumberGiven, Rated, RatingPart, Who
from .cited import UNNUMBERED, Cited
from .deciding import off_screens
from .paper import Line, Paper, Said
from .points import linked
from .words import ANSWERS, author, described, listed, moment, typed

MOST_COLUMNS = 4
"""More questions than this have another table: the reasons need room."""
NUMBER_MM = 19


def askings(paper: Paper, head: Head, asked: tuple[Asking, ...], cited: Cited = UNNUMBERED) -> None:
    """Prints every question with its line and what was agreed, then one table of everyone's numbers and reasons. Where
    there are several questions, each has a letter, which stands over its column.
    """
    if not asked:
        return
    paper.heading("The numbers", 2)
    if any(one.sample for one in asked):
        samples = "The words for 10 and 0 are samples. The council has yet to settle its own."
        paper.text(Line(samples, small=True), keep=True)
    lettered = list(zip(ascii_uppercase, asked, strict=False)) if len(asked) > 1 else [("", one) for one in asked]
    for letter, one in lettered:
        _asking(paper, head, one, letter, cited)
    shown = [(letter, one) for letter, one in lettered if one.numbers]
    for at in range(0, len(shown), MOST_COLUMNS):
        _table(paper, shown[at : at + MOST_COLUMNS])
    if shown:
        _shown(paper, head, shown)


def _asking(paper: Paper, head: Head, asking: Asking, letter: str, cited: Cited) -> None:
    paper.heading(". ".join(filter(None, (letter, asking.question))), 3)
    if asking.about:
        about = cited.name(asking.about.ref) or linked(asking.about).rstrip(".")
        paper.text(Line(f"Asked about {about}.", small=True), keep=True)
    if asking.state == "asked":
        paper.text(f"10 = {asking.ten}  0 = {asking.zero}")
        when = moment(asking.asked_at, head)
        paper.text(f"Asked at {when}. The numbers were not shown, so they are not in this record.")
    if asking.numbers:
        paper.line(asking)
    elif asking.state != "asked" and not asking.some_gave_none:
        paper.text("Nobody gave a number.")
    if asking.some_gave_none:
        paper.text(Line("Some of the family gave no number.", small=True))
    _agreed(paper, asking)


def _table(paper: Paper, shown: list[tuple[str, Asking]]) -> None:
    """Prints a row for each person, in the order of the room, and a column for each question."""
    people = dict.fromkeys(one.who for _, asking in shown for one in asking.numbers)
    rows = [_row(who, shown) for who in people]
    says = f"Every number for: {' '.join(asking.question for _, asking in shown)}"
    why = 170 - 48 - NUMBER_MM * len(shown)
    heads = ("Who", *(letter or "Number" for letter, _ in shown), "Why")
    paper.table(heads, (48, *([NUMBER_MM] * len(shown)), why), says, rows)


def _row(who: Who, shown: list[tuple[str, Asking]]) -> tuple[Said, ...]:
    given = [(letter, next((one for one in asking.numbers if one.who == who), None)) for letter, asking in shown]
    cells = [_number(one) if one else "" if who.side != "professional" else "–" for _, one in given]
    return author(who), *cells, _why([(letter, one) for letter, one in given if one])


def _number(one: NumberGiven) -> str:
    """Returns the number, with what stood before it: "6 (first 7)"."""
    firsts = [f"first {_answer(was.answer, was.value)}" for was in one.earlier[:1]]
    marks = [*firsts, *(["late"] if one.late else [])]
    said = _answer(one.answer, one.value)
    return f"{said} ({', '.join(marks)})" if marks else said


def _why(given: list[tuple[str, NumberGiven]]) -> list[Line]:
    """Returns the reasons, each with the letter of its question; one that was given in the same words for all of them
    stands once. Then what else there is to say of these numbers.
    """
    reasons = [one.reason for _, one in given]
    if len(set(reasons)) == 1:
        lines = [Line(reasons[0] or "No reason given")]
    else:
        lines = [Line(f"{letter}: {one.reason}") for letter, one in given if one.reason]
    known = [(f"{letter}: " if letter else "", note) for letter, one in given for note in _notes(one)]
    for note in dict.fromkeys(note for _, note in known):
        places = [place for place, said in known if said == note]
        lines.append(Line(note if len(places) == len(given) else f"{''.join(places)}{note}", small=True))
    return lines


def _notes(one: NumberGiven) -> list[str]:
    notes = ["Not shown in the room."] if one.held else []
    for was in reversed(one.earlier):
        why = f": {was.reason}" if was.reason else "."
        by = f" {typed(was.recorded_by)}" if was.recorded_by else ""
        notes.append(f"Before: {_answer(was.answer, was.value)}{why}{by}")
    return [*notes, *([typed(one.recorded_by)] if one.recorded_by else [])]


def _shown(paper: Paper, head: Head, shown: list[tuple[str, Asking]]) -> None:
    """Prints when they were shown, once where that was together."""
    times = dict.fromkeys(moment(one.shown_at, head) for _, one in shown if one.shown_at is not None)
    off = [letter for letter, one in shown if one.state == "hidden"]
    hidden = f" The chair took {listed(off) if all(off) else 'them'} off the screens afterwards." if off else ""
    paper.text(Line(f"Shown all together at {listed(list(times))}.{hidden}", small=True))


def _answer(answer: str, value: int | None) -> str:
    return ANSWERS.get(answer, str(value))


def _agreed(paper: Paper, asking: Asking) -> None:
    if asking.agreed is None:
        return
    said = f"We agree on {asking.agreed.value}." if asking.agreed.agrees else "We see it differently."
    paper.text(Line(asking.agreed.text, lead=said))


def rating(paper: Paper, head: Head, part: RatingPart | None, *, titled: bool = True) -> None:
    """Prints the rating with its reason, different views beside it, and earlier tries. `titled`: below a heading."""
    if titled:
        paper.heading("How big is the risk?", 2)
    if part is None:
        paper.text(Line("No rating was shown.", small=True))
        return
    paper.text(part.question)
    for one in part.tries:
        if one.current:
            _rated(paper, head, one)
    off_screens(paper, head, part.off)
    earlier = [one for one in part.tries if not one.current]
    if earlier:
        paper.heading("Earlier in this meeting", 3)
    for one in earlier:
        _rated(paper, head, one)


def _rated(paper: Paper, head: Head, one: Rated) -> None:
    if one.colour is None:
        paper.shaded("Not rated today", "ink")
        paper.fact("Because", one.reason, keep=True)
    else:
        paper.shaded(f"{one.shape} {one.label}: {one.meaning}".removesuffix(": "), f"rating-{one.colour}")
        paper.fact("Why", one.reason, keep=True)
    if one.better:
        paper.fact("One step better", one.better, keep=True)
    paper.fact("Set by", f"{described(one.by)}, {moment(one.at, head)}{'' if one.shown else '. Not shown in the room'}")
    for view in one.views:
        colour = f"{view.shape} {view.label}. " if view.colour else ""
        paper.fact("Seen differently", f"{described(view.who)}, {moment(view.at, head)}: {colour}{view.reason}")
