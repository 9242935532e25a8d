"""What is stored: the log, the tables around it, the template files."""
