"""Which release this is. It is written down once, in pyproject.toml."""

import tomllib
from importlib import metadata
from pathlib import Path

_NAME = "common-ground"
_CHECKOUT = Path(__file__).parents[1] / "pyproject.toml"


def version() -> str:
    """As the file says where this runs from a checkout, else as it was installed."""
    if _CHECKOUT.is_file():
        stated = tomllib.loads(_CHECKOUT.read_text("utf-8")).get("project", {})
        if stated.get("name") == _NAME:
            return str(stated["version"])
    return metadata.version(_NAME)
