"""The version of this release. It is written down once, in pyproject.toml."""

import tomllib
from importlib import metadata
from pathlib import Path

_NAME = "common-ground"
_CHECKOUT = Path(__file__).parents[1] / "pyproject.toml"


def version() -> str:
    """Returns the version in that file if this runs from a checkout, else the installed one."""
    if _CHECKOUT.is_file():
        stated = tomllib.loads(_CHECKOUT.read_text("utf-8")).get("project", {})
        if stated.get("name") == _NAME:
            return str(stated["version"])
    return metadata.version(_NAME)
