"""A server that is used for long holds no more afterwards than before."""

import pytest

from tests.faults.soak import grew, soak

COMMANDS, RECONNECTS = 50_000, 5_000


@pytest.mark.alone
@pytest.mark.sqlite
@pytest.mark.timeout(900)
def test_a_server_holds_no_more_after_fifty_thousand_commands_and_five_thousand_returns(capsys):
    came = soak(COMMANDS, RECONNECTS)
    with capsys.disabled():
        print(f"\n{came}")
    assert grew(came) == []
    assert came["commands"] >= COMMANDS
    assert came["reconnects"] >= RECONNECTS
