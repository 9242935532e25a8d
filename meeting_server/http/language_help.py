"""Who gets the help with words, and how it comes with their page; it is on no line, and nothing of it comes back."""

import json

from ..domain.kinds import plain
from ..domain.template.language_help import LanguageHelp
from ..domain.template.template import Role


def help_for_page(language_help: LanguageHelp) -> str:
    """The help as the JSON that `board/word_help.js` reads, without what is empty."""
    whole = plain(language_help)
    hints = [{name: value for name, value in one.items() if value} for one in whole["hints"]]
    kept = {"hints": hints, "readability": whole["readability"], "reminder": whole["reminder"]}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def is_helped(role: Role) -> bool:
    """Whether the page of somebody with this role brings it: for those who come with their work and say how we know.
    What family and children say is theirs, word by word, and nobody tidies it (S4, S12)."""
    return role.side == "professional" and "detail" in role.powers
