"""What whoever runs the server asks of it from the command line, beside a server that runs or without one."""
