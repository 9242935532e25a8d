"""How fast the board is: measured beside the same stack bare and beside others, on one machine, in one go."""
