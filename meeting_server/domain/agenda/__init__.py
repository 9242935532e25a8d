"""The steps of a meeting, its pauses and turns, and what is noted at each step."""
