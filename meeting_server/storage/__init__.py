"""Where things are kept: the log, the tables around it, the template files."""
