"""Help with words from TOML files: ours, and a council's own that LANGUAGE_HELP names, which is laid over it."""

from collections.abc import Iterator
from pathlib import Path

from ..domain.template.language_help import LanguageHelp
from .template_files import TemplateError, read_toml

OURS = Path(__file__).parent.parent / "language_help" / "english.toml"
MOST_HINTS = 200


def load_language_help(own: Path | None = None) -> LanguageHelp:
    """Returns our help with words, with a council's own file laid over it.

    TemplateError names the file and the key of each thing that is wrong, all of them at once.
    """
    ours = read_language_help(OURS)
    return ours.with_own(read_language_help(own)) if own else ours


def read_language_help(path: Path) -> LanguageHelp:
    """Returns one file, checked. TemplateError: there is none, it is not TOML, or something in it is wrong."""
    if not path.is_file():
        raise TemplateError(f"{path}: There is no such file for the help with words.")
    help_ = read_toml(LanguageHelp, path, "a file of help with words", MOST_HINTS)
    wrong = [f"{path.name}: {key}: {says}" for key, says in _findings(help_)]
    if wrong:
        raise TemplateError("\n".join(wrong))
    return help_


def _findings(help_: LanguageHelp) -> Iterator[tuple[str, str]]:
    """Yields what is wrong beyond the shape of each part; nothing if the file can be used."""
    keys = [one.key for one in help_.hints]
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        yield f"hints.{key}", "This key is used twice."
    owner: dict[str, str] = {}
    for one in help_.hints:
        if one.words and not one.helps:
            yield f"hints.{one.key}.helps", "Say what these words may sound like, or a question that helps."
        for word in one.words:
            before = owner.setdefault(word.replace("-", " "), one.key)
            if before != one.key:
                yield f"hints.{one.key}.words", f"“{word}” stands under {before} already."
