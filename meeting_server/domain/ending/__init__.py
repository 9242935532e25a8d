"""The checks before the end, the end, the lock, and what is added after it."""
