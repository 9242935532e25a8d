"""Seals and opens what people wrote, and makes the hashes of the chain.

Bodies are stored as salt and canonical JSON. To encrypt each stream with a key, only `seal` and `opened` would change.
"""

import hashlib
import secrets
from typing import Any

import orjson

SALT_BYTES = 32
START = bytes(32)
"""The first event of a stream names this as the hash before it."""


def canonical(value: Any) -> bytes:
    """Returns JSON by RFC 8785 for what we store: texts (NFC), whole numbers, true, false, null, and ASCII keys.

    A test compares it, byte for byte, with what Python's own json writes with sorted keys: hashes are made of it.
    """
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def seal(body: Any) -> tuple[bytes, bytes]:
    """Returns what is stored for a body, and the commitment to it for the chain.

    The salt lies inside what is sealed. If that is erased, the chain still verifies and the text cannot be guessed.
    """
    sealed = secrets.token_bytes(SALT_BYTES) + canonical(body)
    return sealed, commitment_of(sealed)


def opened(sealed: bytes) -> Any:
    """Returns the body that was sealed."""
    return orjson.loads(sealed[SALT_BYTES:])


def commitment_of(sealed: bytes) -> bytes:
    """Returns SHA-256(01, salt, body)."""
    return hashlib.sha256(b"\x01" + sealed).digest()


def chain_hash(previous: bytes, commitment: bytes, **facts: Any) -> bytes:
    """Returns SHA-256(02, canonical JSON of an event's facts, its commitment and the hash before it)."""
    linked = {**facts, "commitment": commitment.hex(), "previous": previous.hex()}
    return hashlib.sha256(b"\x02" + canonical(linked)).digest()


def secret() -> str:
    """Returns a new 256-bit secret for a link or a cookie."""
    return secrets.token_urlsafe(32)


def secret_hash(value: str) -> bytes:
    """Returns the hash of a secret. Nothing else of it is stored."""
    return hashlib.sha256(value.encode()).digest()


def payload_hash(name: str, data: Any) -> bytes:
    """Returns a hash that tells a repeated command from another one under the same id."""
    return hashlib.sha256(canonical([name, data])).digest()
