"""Numbers from 0 to 10: sealed, shown together, and over time."""
