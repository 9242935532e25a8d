"""A block as large as a full board is given back to the machine when it is done with."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ASKS = """
import ctypes, sys
from meeting_server.allocator import LARGE_BYTES, give_back_large_blocks

class Held(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena ordblks smblks hblks mapped usmblks fsmblks used free keep".split()]

mallinfo = ctypes.CDLL(None).mallinfo2
mallinfo.restype = Held
if sys.argv[1] == "told":
    give_back_large_blocks()
# The first is mapped in any case, and teaches the allocator not to do that again.
bytes(4 * LARGE_BYTES)
before = mallinfo().mapped
block = bytes(2 * LARGE_BYTES)
mapped = mallinfo().mapped - before
del block
print(mapped >= 2 * LARGE_BYTES, mallinfo().mapped == before)
"""


def asks(how):
    done = subprocess.run([sys.executable, "-c", ASKS, how], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_a_large_block_is_the_machines_again_when_it_is_done_with():
    assert asks("told") == ["True", "True"]
    assert asks("not told")[0] == "False", "then this C library needs no telling any more"
