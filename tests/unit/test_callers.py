"""Who makes room for whoever connects, and who never does."""

from meeting_server.callers import Bounds, Callers, bounds_here


class Connection:
    """A connection that can be ended."""

    ended = False

    def shutdown(self, _: int) -> None:
        """Ended by the server."""
        self.ended = True


def come(callers: Callers, *addresses: str) -> list[Connection]:
    """Connections from these addresses, one after another."""
    made = []
    for address in addresses:
        made.append(Connection())
        callers.come(made[-1], address)
    return made


def test_room_is_made_by_whoever_rests_longest_then_by_whoever_is_silent_longest_and_never_by_who_is_answered() -> None:
    callers = Callers(Bounds(most=4))
    answered, rests, rests_too, silent = come(callers, *["1.1.1.1"] * 4)
    for one in (answered, rests, rests_too):
        callers.ask(one)
    for one in (rests_too, rests):
        callers.rest(one)
    ended = []
    for _ in range(3):
        assert callers.room()
        ended.append([one.ended for one in (rests_too, rests, silent)])
        (next_one,) = come(callers, "1.1.1.1")
        callers.ask(next_one)
    assert ended == [[True, False, False], [True, True, False], [True, True, True]]
    assert not callers.room(), "everybody is being answered"
    assert not answered.ended
    callers.leave(answered)
    assert callers.room()


def test_whoever_asks_again_rests_no_more() -> None:
    callers = Callers(Bounds(most=1))
    (one,) = come(callers, "1.1.1.1")
    callers.ask(one)
    callers.rest(one)
    callers.ask(one)
    assert not callers.room()
    assert not one.ended


def test_the_addresses_of_one_ipv6_network_have_one_share() -> None:
    callers = Callers(Bounds(share=2))
    made = come(callers, "2001:db8:1:2::1", "2001:db8:1:2::2", "2001:db8:1:3::1", "2001:db8:1:2::3")
    assert [one.ended for one in made] == [True, False, False, False]


def test_behind_a_proxy_there_is_no_share() -> None:
    assert bounds_here(trusted_proxies=1).share is None
    assert bounds_here().share
