"""Each module of the domain has a test file of its own name in its room, so that its rule is found without a search."""

from pathlib import Path

from tests.servers.served import ROOT

DOMAIN, TESTS = ROOT / "meeting_server" / "domain", ROOT / "tests" / "unit" / "domain"
WITHOUT = {
    "": "audiences board facts kinds meeting refused replay rules",
    "asides": "asides erase whose_words without_words",
    "dates": "bank_holidays",
    "earlier": "brought carry_over desk match_people reading",
    "ending": "places",
    "people": "actor admission persons proposals typists",
    "points": "point_rules private_points provenance said show_private write_privately",
    "reading": "adults core_group deciding earlier links numbers people points reading record summaries",
    "record": "deciding head links points workbook workbook_sample",
    "supervision": "behaviours own_summaries write_summaries",
    "template": "language_help parts template",
}
"""Modules that only tests of other modules reach, or tests of the whole. This list may only shrink."""


def modules() -> set[Path]:
    """The domain's modules, each as its room and name."""
    found = (file.relative_to(DOMAIN) for file in DOMAIN.rglob("*.py") if file.stem != "__init__")
    return {one.with_suffix("") for one in found}


def without_a_test() -> set[Path]:
    """The modules on the list."""
    return {Path(room, name) for room, names in WITHOUT.items() for name in names.split()}


def has_a_test(module: Path) -> bool:
    """True if there is a test file of this name in this room."""
    return (TESTS / module.parent / f"test_{module.name}.py").is_file()


def test_a_module_has_a_test_of_its_name_or_is_on_the_list() -> None:
    new = sorted(str(one) for one in modules() - without_a_test() if not has_a_test(one))
    assert not new, f"Give them a test in tests/unit/domain/<room>/test_<module>.py: {new}"


def test_the_list_only_shrinks() -> None:
    done = sorted(str(one) for one in without_a_test() if has_a_test(one) or one not in modules())
    assert not done, f"Take them off the list, they have a test or are no modules: {done}"


def test_every_room_of_the_tests_is_a_room_of_the_domain() -> None:
    rooms = {file.parent.relative_to(TESTS) for file in TESTS.rglob("test_*.py")}
    assert [str(one) for one in rooms if not (DOMAIN / one / "__init__.py").is_file()] == []
