"""The palette stays readable on a poor projector: the pairs of tokens.css, computed as WCAG 2.2 does."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "meeting_server" / "static" / "css" / "tokens.css"
COLOURS = dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9A-F]{6});", TOKENS.read_text("utf-8")))
PAIRED = sorted(name for name in COLOURS if f"{name}-tint" in COLOURS)
SECTIONS = {"well", "worry", "good", "next", "impact"}
WHO = {"family", "child", "social-care", "health", "school", "police", "support"}
GROUNDS = ["paper", "surface", *(f"{name}-tint" for name in PAIRED)]
RATINGS = {"rating-green", "rating-amber", "rating-red"}


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB, 0 for black to 1 for white."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two tokens, 1 to 21."""
    darker, lighter = sorted((luminance(COLOURS[one]), luminance(COLOURS[other])))
    return (lighter + 0.05) / (darker + 0.05)


def test_every_section_person_and_rating_has_an_ink_and_a_tint():
    assert set(PAIRED) == SECTIONS | WHO | RATINGS


@pytest.mark.parametrize("name", PAIRED)
def test_a_label_on_its_tint_keeps_seven_to_one(name):
    assert contrast(name, f"{name}-tint") >= 7
    assert contrast(name, "surface") >= 7


@pytest.mark.parametrize("ground", GROUNDS)
def test_text_reads_on_every_ground(ground):
    assert contrast("ink", ground) >= 7


@pytest.mark.parametrize("ground", sorted(set(GROUNDS) - {f"{name}-tint" for name in WHO}))
def test_secondary_text_reads_wherever_sentences_stand(ground):
    """Not on the tints of people and agencies: a chip carries one word, in its own ink."""
    assert contrast("ink-2", ground) >= 6.2


def test_controls_and_the_brand_stand_out():
    assert contrast("control", "surface") >= 4.5
    assert contrast("brand", "surface") >= 7


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_focus_ring_shows_on_every_ground(ground):
    assert contrast("ink", ground) >= 3
    assert contrast("ink", "focus") >= 3
