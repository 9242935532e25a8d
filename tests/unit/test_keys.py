"""What hashes are made of: the same bytes whoever writes them."""

import json

from hypothesis import given
from hypothesis import strategies as st

from meeting_server.storage.keys import canonical

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
NUMBERS = st.integers(-(2**53), 2**53)
ASCII = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ASCII, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_it_is_what_pythons_own_json_writes_with_sorted_keys_byte_for_byte(value):
    slow = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()
    assert canonical(value) == slow
