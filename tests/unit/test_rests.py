"""Dear work rests: it takes a fiftieth of the time at most, and waiting for the processor is no work."""

from meeting_server.sockets.rests import SHARE, Rests


class Machine:
    """A clock, and how long this thread has worked."""

    def __init__(self) -> None:
        self.now, self.used = 100.0, 7.0

    def goes_by(self, seconds: float, busy: float = 0.0) -> None:
        """Time goes by, of which this thread worked so long."""
        self.now += seconds
        self.used += busy


def after_work(seconds: float, busy: float) -> tuple[Machine, Rests]:
    """Work that took so long by the clock, and of the processor."""
    machine = Machine()
    rests = Rests(lambda: machine.now, lambda: machine.used)
    assert not rests.resting("one")
    with rests.working("one"):
        machine.goes_by(seconds, busy)
    return machine, rests


def test_work_rests_fifty_times_as_long_as_it_took() -> None:
    machine, rests = after_work(0.1, busy=0.1)
    machine.goes_by(0.1 * SHARE - 0.2)
    assert rests.resting("one")
    assert not rests.resting("another")
    machine.goes_by(0.2)
    assert not rests.resting("one")


def test_waiting_for_the_processor_is_no_work() -> None:
    machine, rests = after_work(0.3, busy=0.01)
    machine.goes_by(0.5)
    assert not rests.resting("one")


def test_a_meeting_that_nobody_is_at_is_forgotten() -> None:
    _, rests = after_work(1.0, busy=1.0)
    assert rests.resting("one")
    rests.forget("one")
    assert not rests.resting("one")
