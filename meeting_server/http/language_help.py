"""The help with words as it comes with a page. It is on no connection, and nothing of it comes back."""

import json

from ..domain.kinds import plain
from ..domain.template.language_help import LanguageHelp
from ..domain.template.template import Role


def help_for_page(language_help: LanguageHelp) -> str:
    """Returns the help as the JSON that `board/writing/word_help.js` reads, without empty parts."""
    whole = plain(language_help)
    hints = [{name: value for name, value in one.items() if value} for one in whole["hints"]]
    kept = {"hints": hints, "readability": whole["readability"], "reminder": whole["reminder"]}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def is_helped(role: Role) -> bool:
    """True if a page for this role has the help: it is for people who come with their work and say how we know. What
    family and children say stays word by word as they say it (S4, S12).
    """
    return role.side == "professional" and "detail" in role.powers
