"""The rules of the meeting, in plain Python: no web, no database, no clock, no chance."""
