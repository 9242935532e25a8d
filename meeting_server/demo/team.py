"""What the demo has besides the case's own meetings: who is in the core group, and the families of a sitting."""

from dataclasses import dataclass

CORE_GROUP = (
    "juniper",
    "pip",
    "sorrel",
    "tolly",
    "marla",
    "odile",
    "kit",
    "saffron",
    "nell",
    "ivo",
    "zara",
    "bex",
    "dorran",
)
"""Those of the case who are in the core group, by key. Kit chairs it: a core group needs no chair from outside."""
CHAIRS_IT = "kit"
STEP = "plan"
"""The step that is open in the middle of the core group."""
SEEN = "Sorrel smiled at Odile and drank a whole bottle."
UPDATE = "Sorrel is 120 g heavier than two weeks ago."
STAFF = {
    "saffron": "Saffron Pellwood",
    "tolly": "Tolly Merriweather",
    "kit": "Kit Farrowden",
    "bex": "Bex Hollowell",
    "zephyr": "Zephyr Tolland",
    "morrow": "Morrow Kestwick",
}
"""Those who have an account, by the first part of their e-mail address."""
MANAGER, MINUTES = "saffron", "tolly"


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """A person of a family that a sitting is about. A child has an age and no relationship."""

    name: str
    age: str = ""
    relationship: str = ""


@dataclass(frozen=True, slots=True)
class SittingFamily:
    """A family of the sitting: its reference, its people, who works with it in which role and for which agency, and the
    summaries they have finished.
    """

    reference: str
    people: tuple[SpokenOf, ...]
    workers: dict[str, tuple[str, str]]
    summaries: dict[str, str]


CORE_REFERENCE = "DEMO-2"
_KIT, _BEX = ("lead_social_worker", "social_care"), ("recovery_worker", "recovery")
SITTING = (
    SittingFamily(
        CORE_REFERENCE,
        (
            SpokenOf("Juniper Quillfeather", "11"),
            SpokenOf("Pip Quillfeather", "5"),
            SpokenOf("Sorrel Quillfeather", "9 months"),
            SpokenOf("Marla Quillfeather", relationship="Mum"),
            SpokenOf("Dorran Thistlewick", relationship="Pip and Sorrel's dad"),
        ),
        {
            "kit": _KIT,
            "zephyr": ("victim_worker", "support"),
            "morrow": ("perpetrator_worker", "police"),
            "bex": _BEX,
        },
        {
            "kit": "Each child was seen alone at 5 of 6 visits. Sorrel is now between the 9th and the 25th line.",
            "bex": "Marla came to 9 of 10 sessions. She told us herself of one evening on which she drank.",
        },
    ),
    SittingFamily(
        "DEMO-3",
        (SpokenOf("Ottoline Vane", "9"), SpokenOf("Perpetua Vane", relationship="Mum")),
        {"kit": _KIT, "bex": _BEX},
        {},
    ),
    SittingFamily(
        "DEMO-4",
        (SpokenOf("Wilf Tansy", "3"), SpokenOf("Hester Tansy", relationship="Gran")),
        {"kit": _KIT, "zephyr": ("victim_worker", "support")},
        {},
    ),
)
