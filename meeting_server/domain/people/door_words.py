"""The words that tell two devices of one person apart at the door: each screen shows its own, the chair's both."""

from collections.abc import Collection
from zlib import crc32

DOOR_WORDS = (
    "apple", "boat", "bread", "bridge", "button", "candle", "carpet", "chair", "cloud", "copper", "cotton", "cup",
    "daisy", "feather", "field", "forest", "garden", "hill", "kettle", "ladder", "lemon", "letter", "meadow", "mirror",
    "moon", "music", "ocean", "orange", "paper", "pebble", "pencil", "pillow", "pocket", "pond", "rain", "ribbon",
    "river", "saddle", "sand", "silver", "snow", "spoon", "spring", "star", "stone", "summer", "table", "teapot",
    "ticket", "train", "tulip", "valley", "velvet", "violin", "wagon", "walnut", "water", "willow", "window", "winter",
    "wool", "yellow", "yoghurt", "zebra",
)  # fmt: skip
"""Short, everyday, said alike by everybody, and about nothing that a meeting may be about."""


def door_word(device: str, taken: Collection[str]) -> str:
    """The word of this device, other than those that other devices of its person have. Empty once all are taken."""
    first = crc32(device.encode()) % len(DOOR_WORDS)
    words = (*DOOR_WORDS[first:], *DOOR_WORDS[:first])
    return next((word for word in words if word not in taken), "")
