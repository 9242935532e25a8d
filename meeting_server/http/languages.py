"""The language of a page: English, or one that has a catalogue and that the browser asks for.

What people write stays in their own words. So do the templates' labels: a council writes those in its own file.
"""

from pathlib import Path

from flask import Flask, has_request_context, request
from flask_babel import Babel, get_locale
from flask_babel import gettext as in_their_language
from flask_babel import ngettext as counted_in_their_language

from ..domain.refused import Refused
from .page_words import words_of

OURS = Path(__file__).parent.parent / "translations"
ENGLISH = "en-GB"


def catalogues(*folders: Path) -> list[str]:
    """Returns the languages with a compiled catalogue in one of these folders (`cy/LC_MESSAGES/messages.mo`)."""
    return sorted({file.parents[1].name for folder in folders for file in folder.glob("*/LC_MESSAGES/messages.mo")})


def speak(app: Flask, wanted: tuple[str, ...], folder: Path | None) -> None:
    """Sets up the app's languages: English, and those of `wanted` that have a catalogue with us or in `folder`."""
    folders = [OURS, *([folder] if folder else [])]
    offered = {"en": ENGLISH} | {one: one for one in catalogues(*folders) if one in wanted}

    def choose() -> str:
        # The page behind every 404 is made once and is the same for everyone.
        asked = request.accept_languages if has_request_context() else ()
        known = (offered.get(tag.partition("-")[0].lower()) for tag, quality in asked if quality > 0)
        return next(filter(None, known), ENGLISH).replace("-", "_")

    Babel(
        app,
        default_locale=ENGLISH.replace("-", "_"),
        default_timezone="Europe/London",
        default_translation_directories=";".join(str(one) for one in folders),
        locale_selector=choose,
    )
    app.jinja_env.globals["page_language"] = page_language
    app.jinja_env.globals["page_words"] = lambda: words_of(page_language(), tuple(folders))


def gettext(text: str, /, **values: object) -> str:
    """Returns the text in the language of this page. The catalogue's tools look for this name."""
    return str(in_their_language(text, **values))


def ngettext(one: str, many: str, n: int, /, **values: object) -> str:
    """Returns the text for this many, with the number as `%(n)s`, in the language of this page."""
    return str(counted_in_their_language(one, many, n, n=n, **values))


def said(refused: Refused) -> str:
    """Returns the sentence of a refusal in the language of this page."""
    return gettext(refused.message.text, **refused.message.values)


def page_language() -> str:
    """Returns the language of this page, for `<html lang>`."""
    return str(get_locale() or ENGLISH).replace("_", "-")
