"""What `make messages` collects for translators, by the same list (babel.cfg)."""

from functools import cache

from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg

from tests.servers.served import ROOT


@cache
def collected() -> frozenset[object]:
    """Every text, and every pair of texts for a count."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    return frozenset(
        message
        for package in ("meeting_server", "facilitator_ui")
        for _, _, message, *_ in extract_from_dir(ROOT / package, methods, options)
    )
