"""What a page makes of a text before it sends it, and what it says of one that does not fit: its own rules, in a browser."""

from typing import Any

from playwright.sync_api import Page

from tests.scenes.pasted import EMPTY, PASTED

SENTENCE = "Pip slept in his clothes on Tuesday. "


def asked(page: Page, call: str, told: Any) -> Any:
    """What the module says."""
    return page.evaluate(
        f"async (told) => {{ const it = await import('/board/kit/plain_text.js'); return {call}; }}", told
    )


def test_what_is_pasted_is_tidied_as_the_server_does_it(page: Page) -> None:
    assert asked(page, "told.map(it.tidied)", list(PASTED)) == list(PASTED.values())
    assert asked(page, "told.map(it.tidied)", list(EMPTY)) == [""] * len(EMPTY)
    data = {
        "item": "x",
        "text": "a\vb",
        "children": ["a"],
        "said": [{"says": "\u200b", "value": 3, "formal": True}],
        "by": None,
    }
    tidy = {**data, "text": "a\nb", "said": [{"says": "", "value": 3, "formal": True}]}
    assert asked(page, "it.tidiedAll(told)", data) == tidy


def test_a_text_that_does_not_fit_is_named_with_its_length_before_it_is_sent(page: Page) -> None:
    wrong = "[it.wrongText('add_item', told.good), it.wrongText('add_item', told.long), it.wrongText('note_progress', told.part)]"
    good = {"text": "\U0001f600" * 2000, "source": "", "when": ""}
    part = {"evidence": "", "differences": [{"child": "x", "says": "Short."}, {"child": "y", "says": "x" * 301}]}
    told = {"good": good, "long": {**good, "text": "x" * 3302}, "part": part}
    says = "This is too long: %(count)s characters. At most %(most)s fit."
    assert asked(page, wrong, told) == [
        None,
        {"text": says, "values": {"count": "3,302", "most": "2,000"}},
        {"text": says, "values": {"count": "301", "most": "300"}},
    ]
    assert asked(page, "it.wrongText('add_item', told)", {"text": " "})["text"] == "Please write something here."


def test_a_long_text_is_cut_where_a_sentence_ends_and_loses_nothing(page: Page) -> None:
    text = (SENTENCE * 90).strip()
    pieces = asked(page, "it.piecesOf(told, 2000)", text)
    assert len(pieces) == 2
    assert " ".join(pieces) == text
    assert all(len(piece) <= 2000 and piece.endswith(".") for piece in pieces)


def test_a_text_without_sentences_is_cut_between_words_and_one_without_words_anywhere(page: Page) -> None:
    words = ("word " * 700).strip()
    assert " ".join(asked(page, "it.piecesOf(told, 2000)", words)) == words
    whole = "\U0001f600" * 4001
    pieces = asked(page, "it.piecesOf(told, 2000)", whole)
    assert [len(piece) for piece in pieces] == [2000, 2000, 1]
    assert "".join(pieces) == whole
    assert asked(page, "it.piecesOf(told, 2000)", "Short. And whole.") == ["Short. And whole."]
