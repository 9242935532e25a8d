"""A sitting of six families and nine workers, driven over real sockets; `python -m tests.scenes.long_sitting` for a long one."""

import pytest

from tests.scenes.long_sitting import run

pytestmark = pytest.mark.thorough("tests/integration/test_wall_between_families.py")


def test_a_sitting_of_six_families_and_nine_workers(tmp_path):
    tally = run(tmp_path, seconds=3)
    assert not tally.faults
    assert tally.foreign == 0
    assert tally.sent == tally.acknowledged > 150
    assert tally.knocks == 5 * 10
