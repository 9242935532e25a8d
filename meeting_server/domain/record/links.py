"""Which goal answers which danger, and which good thing helps with which worry (L6, D7), for one child's part."""

from ..points.answer_link import is_good_thing
from ..points.items import Item
from ..reading import DangerPart, GoodPart, Point
from ..reading.reading import Reading
from .points import Found


def dangers_of(
    read: Reading, found: list[Found], points: list[tuple[Item, Point]], child: str | None
) -> tuple[DangerPart, ...]:
    """Every danger of this part with what answers it. A good thing helps with it, and is no goal.

    A goal about other children only answers too, and is there without a word of it.
    """
    return tuple(
        DangerPart(read.link(item, child), tuple(read.link(one, child) for one in _answering(read, found, item)))
        for item, _ in points
        if _is_danger(read, item) and not item.taken_back
    )


def good_of(read: Reading, points: list[tuple[Item, Point]], child: str | None) -> tuple[GoodPart, ...]:
    """The good things of this part, each with the worry it helps with. Empty where nobody linked any."""
    good = [item for item, _ in points if is_good_thing(read.meeting.template, item) and not item.taken_back]
    if not any(item.answers for item in good):
        return ()
    return tuple(GoodPart(read.link(item, child), read.linked(item.answers, child)) for item in good)


def _is_danger(read: Reading, item: Item) -> bool:
    category = read.meeting.template.category(item.column, item.category)
    return category is not None and category.role == "danger"


def _answering(read: Reading, found: list[Found], danger: Item) -> list[Item]:
    return [
        item
        for _, item in found
        if item.answers == danger.id and not item.taken_back and not is_good_thing(read.meeting.template, item)
    ]
