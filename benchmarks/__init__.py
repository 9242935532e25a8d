"""Measures how fast the board is, beside the same stack bare and beside others, on one machine, in one go."""
