"""The one seal/open pair for what people wrote, and the hashes of the chain.

Bodies are stored as salt and canonical JSON. Encryption with a key for each stream is a change to `seal` and `opened`
and to nothing else.
"""

import hashlib
import secrets
from typing import Any

import orjson

SALT_BYTES = 32
START = bytes(32)
"""What the first event of a stream names as the hash before it."""


def canonical(value: Any) -> bytes:
    """RFC 8785 for what we store: texts (NFC), whole numbers, true, false, null, and ASCII keys.

    A test holds this to what Python's own json writes with sorted keys, byte for byte: hashes are made of it.
    """
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def seal(body: Any) -> tuple[bytes, bytes]:
    """What is stored for a body, and the commitment that stands in the chain for it.

    The salt lies inside what is sealed: erase that, and the chain still verifies while the text cannot be guessed.
    """
    sealed = secrets.token_bytes(SALT_BYTES) + canonical(body)
    return sealed, commitment_of(sealed)


def opened(sealed: bytes) -> Any:
    """The body that was sealed."""
    return orjson.loads(sealed[SALT_BYTES:])


def commitment_of(sealed: bytes) -> bytes:
    """SHA-256(01, salt, body)."""
    return hashlib.sha256(b"\x01" + sealed).digest()


def chain_hash(previous: bytes, commitment: bytes, **facts: Any) -> bytes:
    """SHA-256(02, canonical JSON of an event's facts, its commitment and the hash before it)."""
    linked = {**facts, "commitment": commitment.hex(), "previous": previous.hex()}
    return hashlib.sha256(b"\x02" + canonical(linked)).digest()


def secret() -> str:
    """A new 256-bit secret for a link or a cookie."""
    return secrets.token_urlsafe(32)


def secret_hash(value: str) -> bytes:
    """All that is stored of a secret."""
    return hashlib.sha256(value.encode()).digest()


def payload_hash(name: str, data: Any) -> bytes:
    """Tells a repeated command from another one under the same id."""
    return hashlib.sha256(canonical([name, data])).digest()
